import type { Catalogue } from '../../../src/survey/catalogue.ts';
import type en from './en.ts';

export default {
  parts: 'Parts de les dades',
  texts: 'Textos i temes',
  writeIns: 'Respostes pròpies',
  quality: 'Qualitat',
  question: 'Pregunta',
  show: 'Mostra',
  noQuestions: 'Aquest estudi no té cap pregunta d’aquest tipus.',
  tooFew: 'Les respostes es mostren quan n’hi ha almenys {least}.',
  readOnly: 'Ho podeu llegir. Decideixen qui dissenya l’estudi i els propietaris.',
  log: 'Què s’ha decidit',
  logEmpty: 'Res encara. Cada decisió surt aquí i es pot desfer.',
  somebody: 'Algú',
  undo: 'Desfés',
  undoWhat: 'Desfés: {what}',
  undoneBy: 'desfet per {name} el {date}',
  byOn: '{name}, {date}',

  textsLead:
    'Llegiu el que s’ha escrit i doneu a cada text un o més temes. Després, els temes es compten com les opcions d’una pregunta.',
  peopleAnswered: {
    one: 'Ha respost una persona',
    many: 'Han respost {count} de persones',
    other: 'Han respost {count} persones',
  },
  search: 'Cerca en els textos',
  only: 'Mostra',
  allTexts: 'Tots els textos',
  uncodedTexts: 'Textos sense tema',
  times: { one: 'un cop', other: '{count} cops' },
  near: 'Aquests {n} textos comparteixen la majoria de les paraules',
  chooseNear: 'Tria tots aquests',
  noneFound: 'No hi ha cap text que coincideixi.',
  theme: 'Tema',
  newTheme: 'o un tema nou',
  giveTheme: 'Dona el tema',
  takeTheme: 'Treu el tema',
  keys: 'Teclat: les fletxes mouen, la barra d’espai tria i de l’1 al 9 es dona un tema.',
  themesTitle: 'Quantes persones han anomenat cada tema',
  themesMethod:
    'Persones la resposta de les quals té el tema, de totes les que han respost. L’interval és el de Wilson al 95 %. Una persona pot anomenar diversos temes.',
  notCoded: 'Sense tema',
  people: 'Persones',
  share: 'Proporció',
  interval: 'Interval del 95 %',
  compareBy: 'Compara per',
  noGroups: 'Sense grups',
  held: 'no es mostra: massa poques',
  gave: {
    one: '«{theme}» donat a un text',
    other: '«{theme}» donat a {count} textos',
  },
  took: {
    one: '«{theme}» tret d’un text',
    other: '«{theme}» tret de {count} textos',
  },

  writeInsLead:
    'El que diverses persones escriuen amb paraules pròpies pot comptar com una de les opcions o com un element nou. Les grafies semblants surten juntes; el que vol dir el mateix amb altres paraules ho decidiu vosaltres.',
  writeInsNone: 'Aquí no hi ha respostes pròpies pendents d’unir.',
  spellings: 'Grafies',
  countAs: 'Compta com a',
  newItem: 'Un element nou:',
  newItemName: 'Nom de l’element nou',
  optionsGiven: 'Opcions de la pregunta',
  optionsAdded: 'Elements fets de respostes pròpies',
  merge: 'Uneix',
  mergeWhat: 'Uneix {text}',
  newItemMeaning:
    'Un element nou no s’ha mostrat a ningú. Per a qui no l’ha escrit compta com a no ordenat, per sota del que sí que ha ordenat. Per això el seu lloc és més baix que si tothom l’hagués vist: llegiu-lo com el suport mínim que té.',
  newItemIgnored:
    'Un element nou no s’ha mostrat a ningú. Només el comparen els qui l’han escrit: llegiu-ne el lloc amb cautela.',
  optionMeaning:
    'Qui ha ordenat l’opció i a més l’ha escrit conserva el millor dels dos llocs. Les respostes posteriors compten igual.',
  stepMeaning:
    'Mentre l’estudi és obert, els resultats canvien quan han canviat almenys {least} respostes.',
  merged: 'Unit a «{name}»: {texts}',
  mergedNew: 'Unit a l’element nou «{name}»: {texts}',
  mergedAway: 'textos retirats',
  waiting: 'Estan arribant moltes respostes: la unió es comptarà de seguida.',

  qualityLead:
    'Senyals que una resposta potser no s’ha pensat. Una resposta ràpida o regular pot ser sincera: mai no s’esborra res ni s’anomena ningú.',
  onPaper: {
    one: 'Una resposta es va escriure en paper i la va introduir qui facilita.',
    other: '{count} respostes es van escriure en paper i les va introduir qui facilita.',
  },
  qualityNone: 'Encara no hi ha respostes.',
  qualityMany: 'Hi ha més de {n} respostes: no es busquen senyals.',
  flaggedTitle: {
    one: 'Una de {n} respostes està assenyalada',
    other: '{count} de {n} respostes estan assenyalades',
  },
  flaggedFew: 'Menys de {least} de {n} respostes estan assenyalades',
  flaggedNone: 'Cap de {n} respostes no està assenyalada',
  flaggedLead:
    'S’assenyalen les possibles còpies, les proves i les respostes amb dos o més senyals d’un altre tipus. Els resultats es poden mostrar sense elles.',
  resultsWith: 'Resultats amb totes les respostes',
  resultsWithout: 'Resultats sense les assenyalades',
  foundFew: 'Menys de {least}',
  foundNone: 'Cap',
  ofAll: '{share} de {n}',
  fast: 'Molt ràpida',
  fastMeans:
    'Resposta en menys d’un terç del temps mitjà (mediana). {n} telèfons han dit quant s’ha trigat.',
  straight: 'Sempre la mateixa resposta',
  straightMeans:
    'La mateixa valoració en totes les files de les preguntes de valoració (almenys deu), o tot ordenat com a igual.',
  order: 'Ordre tal com es mostrava',
  orderMeans:
    'Ordenacions que mantenen o capgiren l’ordre aleatori en què es mostraven els elements, quan l’atzar ho faria en menys de 2 de cada 1.000 persones.',
  copy: 'Possible còpia',
  copyMeans:
    'Les mateixes respostes que un enviament anterior en tres dies, tret d’una pregunta com a màxim: almenys vuit respostes iguals i entre elles una ordenació. L’anterior no s’assenyala.',
  test: 'Prova',
  testMeans: 'Un text com «prova», o una lletra repetida.',
  effectSame: 'Sense elles, l’ordre de «{question}» no canvia.',
  effectMoves: 'Sense elles, «{question}» canvia:',
  effectFew: 'No es mostra com quedaria l’ordre sense elles: són massa poques.',
  move: '{item}: {place} → {without}',
  biasTitle: 'Hi influeix l’ordre en què es mostra?',
  biasLead:
    'Cadascú ha vist els elements en un ordre aleatori propi. Si els que surten abans s’ordenen més amunt més sovint del que permet l’atzar, la llista mateixa hi influeix; l’ordre aleatori ho compensa entre els elements.',
  biasNone: 'Cap senyal ({n} persones, p {p})',
  biasSome: 'El que es mostra abans s’ordena més amunt: correlació {r} ({n} persones, p {p})',
  biasReverse: 'El que es mostra després s’ordena més amunt: correlació {r} ({n} persones, p {p})',
  biasFew: 'Massa poques respostes per saber-ho',

  filterAll: 'Totes les respostes',
  filterClean: 'Sense les assenyalades',
  leftOut: {
    one: 'S’exclou una resposta assenyalada de l’estudi.',
    other: 'S’exclouen {count} respostes assenyalades de l’estudi.',
  },
  leftOutFew: 'S’exclouen les respostes assenyalades de l’estudi, menys de {least}.',
  leftOutNone: 'Cap resposta de l’estudi no està assenyalada, de manera que no se n’exclou cap.',
  leftOutLater:
    'Les respostes assenyalades compten per ara: es poden excloure quan l’estudi estigui tancat.',
  leftOutMany:
    'Les respostes assenyalades compten: només es busquen entre un màxim de {most} respostes.',
  addedNote:
    'Fets de respostes pròpies i no mostrats a ningú: {items}. Si tothom els hagués vist, el seu lloc seria més alt o igual.',
} as const satisfies Catalogue<typeof en>;
