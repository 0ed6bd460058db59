import type { Catalogue } from '../../catalogue.ts';
import type en from './en.ts';

export default {
  quoted: '«{text}»',
  range: 'de {from} a {to}',
  below: '< {value}',
  partOf: '{name} ({share})',
  stated: '{sentence}.',
  firm: '{sentence} (n = {n}; segur al 95 %).',
  tentative: '{sentence} (n = {n}; provisional, amb menys de 15 respostes).',
  open: '{sentence} (n = {n}; obert, les respostes no ho decideixen).',
  round: 'Ronda {n}',

  documentTitle: 'Estratègia de formació: {study}',
  section1: 'Resum',
  section2: 'Context i finalitat',
  section3: 'Qui hi ha participat',
  section4: 'Mètode',
  section5: 'Cal formació, i per a qui?',
  section6: 'Continguts',
  section7: 'Mètodes d’ensenyament',
  section8: 'Durada i ritme',
  section9: 'Marc del programa',
  section10: 'Formació en línia i barreja de grups',
  section11: 'Reptes, casos i solucions',
  section12: 'Diferències',
  section13: 'Pla d’estudis proposat',
  section14: 'Full de ruta',
  annex: 'Annexos',

  contents: 'Continguts',
  targets: 'Destinataris',
  methods: 'Mètodes',
  frameworks: 'Marcs',
  challenges: 'Reptes',
  disciplines: 'Disciplines',

  columnGroup: 'Grup',
  columnPlace: 'Lloc',
  columnItem: 'Element',
  columnMeanRank: 'Rang mitjà',
  columnRange: 'Llocs possibles (95 %)',
  columnFirst: 'Primera opció',
  columnTier: 'Grup',
  columnBelow: 'Nivell inferior a la importància',
  columnRds: 'Discrepància (RDS)',
  columnMwds: 'Bretxa ponderada (MWDS)',
  importance: 'Importància',
  level: 'Nivell propi actual',
  chartRanking:
    'Rangs mitjans amb intervals del 95 %, el millor primer; {items} encapçala l’ordre de {n} persones',
  chartBars: 'Proporcions de les {n} respostes amb intervals del 95 %; la més freqüent: {items}',
  quadrantCaption: 'Importància i nivell',
  quadrantSummary:
    'Importància mitjana de cada contingut davant del nivell propi actual; el que és important i poc dominat es forma primer',
  pointText: 'importància {importance}, nivell {level}',
  gapCaption: 'Bretxes entre importància i nivell, de més a menys necessitat',
  columnMedian: 'Mediana',
  columnHalf: 'Meitat central',
  durationCaption: 'Durada per grup',
  columnAnswers: 'Respostes',
  columnShare: 'Proporció',
  rowSmallGroups: 'Grups massa petits per anomenar-los',

  summaryNothing: 'Encara no es pot concloure res: no hi ha respostes que es puguin mostrar',
  summaryFew: {
    one: 'De moment només es pot enunciar una conclusió',
    other: 'De moment només es poden enunciar {count} conclusions',
  },

  synthetic:
    'Totes les respostes són inventades: aquest document mostra com és una estratègia i no serveix de base per decidir',
  purpose:
    'Aquesta estratègia s’extreu de l’estudi {title} i diu quina formació cal, per a qui i en quina forma',
  asked: 'L’estudi planteja {questions} preguntes i es pot respondre en {languages}',
  stillDraft: 'L’estudi encara no s’ha obert',
  stillOpen: 'L’estudi continua obert, de manera que les xifres de la data {day} canviaran',
  closed: 'L’estudi és tancat; les xifres són les de la data {day}',
  filtered: 'Aquí només compta una part de les respostes: {filter}',
  filterPart: '{title}: {items}',
  filterClean: 'sense les que diversos indicis posen en dubte',

  participants: {
    one: 'Hi ha participat una persona',
    other: 'Hi han participat {count} persones',
  },
  participantsRounds:
    'Hi va haver {count} respostes individuals en {rounds} rondes; qui va respondre en diverses rondes compta en cadascuna, cosa que fa els intervals massa estrets',
  participantsRound: 'Aquí només compta la ronda {round}: hi van participar {count} persones',
  participantsRoundOf:
    'Aquí només compta la ronda {round}: hi van participar {count} persones, a més de {others}',
  roundHas: '{n} a la ronda {round}',
  participantsHeld: 'Hi ha participat massa poca gent per mostrar res',
  tables: {
    one: 'Una taula ha respost conjuntament i es compta a part',
    other: '{count} taules han respost conjuntament i es compten a part',
  },
  tablesRounds:
    'Hi va haver {count} respostes de taules en {rounds} rondes, que es compten a part; una taula que va respondre en diverses compta en cadascuna',
  profile: '{title}: {n} respostes, les més freqüents {shares}',
  profileHeld: '{title}: massa poques respostes per mostrar-les',
  completion:
    'Cadascuna de les preguntes amb respostes donades que es van fer a tothom i va respondre prou gent l’ha respost entre el {low} i el {high} dels participants; la que té menys respostes és {title}',
  completionEqual:
    'Cadascuna de les preguntes amb respostes donades que es van fer a tothom i va respondre prou gent l’ha respost el {share} dels participants',
  sampleChosen:
    'Qui hi ha participat hi va ser convidat o hi va venir pel seu compte; els intervals descriuen l’atzar entre aquestes persones i no diuen res de qui no va ser preguntat',
  sampleSmall: 'Amb menys de {limit} persones, tota afirmació és com a màxim provisional',
  sampleLeans:
    '{title}: el {share} de les respostes són {items}, de manera que les conclusions s’inclinen cap a aquest grup',

  version: 'El qüestionari és {id}, versió {version}',
  events: {
    one: 'Les respostes es van donar en un esdeveniment: {names}',
    other: 'Les respostes es van donar en {count} esdeveniments: {names}',
  },
  noEvents: 'Les respostes es van donar fora de cap esdeveniment',
  rounds: {
    one: 'Es va respondre en una ronda',
    other: 'Es va respondre en {count} rondes',
  },
  aggregation:
    'Els ordres són els que menys contradiuen les classificacions individuals (Kemeny); dos elements es consideren diferents només si les proves t aparellades, corregides per Holm per a totes les comparacions, els distingeixen al 95 %',
  unrankedBottom:
    'El que algú va deixar sense classificar compta com a empatat per sota del que va classificar',
  unrankedIgnore: 'El que algú va deixar sense classificar no diu res sobre el seu lloc',
  tablesApart: 'Les respostes de les taules no se sumen mai a les individuals',
  exclusions: '{title}: compten {n} de {all} respostes; sense comptar: {reasons}',
  noExclusions: '{title}: compten les {all} respostes',
  leftNoAnswer: '{n} sense resposta',
  leftNoOpinion: '{n} sense opinió',
  leftDontKnow: '{n} que no ho saben',
  leftExcluded: '{n} fora de la base («no ho sé» i similars)',
  leftWriteInsOnly: '{n} que només van classificar elements propis',
  flagged: {
    one: 'Diversos indicis fan dubtar d’una resposta; es compta igualment',
    other: 'Diversos indicis fan dubtar de {count} respostes; es compten igualment',
  },
  flaggedOut: {
    one: 'Diversos indicis fan dubtar d’una resposta; no es compta',
    other: 'Diversos indicis fan dubtar de {count} respostes; no es compten',
  },
  flaggedNone: 'Cap resposta no mostra diversos indicis de descuit',
  suppression:
    'No es mostren grups de menys de {min} persones, ni els que es podrien deduir per resta',

  unanswered: '{title}: ha respost massa poca gent per dir-ne res',
  notAsked: '{list}: l’estudi no ho pregunta',
  notAskedHere: 'L’estudi no ho pregunta',
  verdictNeeded:
    'Cal formació: ho diu el {share} de qui opina, amb un interval del 95 % que va del {low} al {high}',
  verdictEnough:
    'No es demana formació nova: la considera necessària el {share}, amb un interval del 95 % que va del {low} al {high}, i la majoria dels altres en tenen prou amb l’existent',
  verdictOther:
    'La formació no és la resposta: la considera necessària el {share}, amb un interval del 95 % que va del {low} al {high}, i la majoria dels altres assenyala altres causes',
  verdictMixed:
    'No es demana formació nova: la considera necessària el {share}, amb un interval del 95 % que va del {low} al {high}, per motius diversos',
  verdictUndecided:
    'No està decidit si cal formació: ho diu el {share}, amb un interval del 95 % que va del {low} al {high}',
  otherCauses:
    'El {share} diu que el problema no és de formació; cal examinar altres causes abans de planificar un curs',
  leadersOne:
    '{list}: {items} va clarament en primer lloc, amb un rang mitjà de {ranks} entre {all}',
  leadersSome:
    '{list}: van al davant {items}, amb rangs mitjans {ranks} entre {all}; no es pot dir quin és el primer',
  leadersOnePlain: '{list}: {items} va clarament en primer lloc entre {all}',
  leadersSomePlain: '{list}: van al davant {items} entre {all}; no es pot dir quin és el primer',
  leadersAll: '{list}: qualsevol dels {all} elements pot ser el primer; no s’aprecia cap ordre',
  leadersMost:
    '{list}: {some} dels {all} elements poden ser el primer i no es pot dir quin; només es descarta això: {items}',
  divided:
    '{list}: les opinions es divideixen sobre {items}; almenys un terç ho situa prop del principi i almenys un terç prop del final',
  agreement: '{list}: l’acord és {level} (W de Kendall = {w})',
  wNone: 'gairebé nul',
  wVeryWeak: 'molt feble',
  wWeak: 'feble',
  wModerate: 'moderat',
  wStrong: 'fort',
  wVeryStrong: 'molt fort',
  gapLacking:
    '{items}: importància {importance} davant d’un nivell actual de {level}; el {share} valora el seu nivell per sota de la importància',
  gapExceeding:
    '{items}: nivell actual {level} davant d’una importància de {importance}; només el {share} valora el seu nivell per sota',
  gapNone:
    '{items}: no s’aprecia cap bretxa, amb importància {importance} i nivell {level}; el {share} valora el seu nivell per sota de la importància',
  trainFirst:
    'Més important i menys dominat que la mitjana dels continguts, de manera que es forma primer: {items}',
  trainFirstSome:
    'Més important i menys dominat que la mitjana dels continguts, de manera que es forma primer: {items}; potser també això, massa a prop de la mitjana per assegurar-ho: {others}',
  trainNone:
    'Cap contingut no és alhora més important i menys dominat que la mitjana dels continguts',
  duration:
    'Durada de la formació segons la mediana: {median}; la meitat de les respostes és entre {low} i {high}',
  spread:
    'Període en què s’hauria de repartir: {median}; la meitat de les respostes és entre {low} i {high}',
  loadFits: '{hours} en {weeks} són {load} per setmana, cosa que és viable',
  loadTooMuch:
    '{hours} en {weeks} són {load} per setmana, cosa que no és viable: en calen almenys {needed}',
  formatOnline:
    'La formació pot ser sobretot en línia amb una sessió pràctica: ho accepta el {share}, amb un interval del 95 % que va del {low} al {high}',
  formatHalf:
    'El punt mitjà de les respostes és meitat en línia i meitat presencial: el {share} accepta que sigui sobretot en línia, amb un interval del 95 % que va del {low} al {high}',
  formatFace:
    'La formació hauria de ser sobretot presencial: només el {share} accepta que sigui sobretot en línia, amb un interval del 95 % que va del {low} al {high}',
  formatOpen:
    'No està decidit si la formació pot ser sobretot en línia: ho accepta el {share}, amb un interval del 95 % que va del {low} al {high}',
  handsOn:
    'Com que l’acceptació de la formació en línia és limitada, almenys el {share} de les hores lectives són pràctiques',
  onlineShare:
    'Proporció d’hores en línia segons la mediana: {median}; la meitat de les respostes és entre {low} i {high}',
  mixingYes:
    '{items}: barrejar-les es veu com un avantatge; el {agree} hi està d’acord i el {disagree} en desacord',
  mixingNo:
    '{items}: cap majoria no veu avantatge a barrejar-les; el {agree} hi està d’acord i el {disagree} en desacord',

  guiding:
    '{question}: entre els seus continguts, el més ben situat és {content}, amb un rang mitjà de {contentRank}; entre els seus reptes, {challenge}, amb {challengeRank}',
  guidingContent:
    '{question}: entre els seus continguts, el més ben situat és {content}, amb un rang mitjà de {contentRank}',
  guidingChallenge:
    '{question}: entre els seus reptes, el més ben situat és {challenge}, amb un rang mitjà de {challengeRank}',
  quotesFrom: {
    one: '{title}: una resposta, citada sense nom',
    other: '{title}: {shown} de {count} respostes, citades sense noms',
  },
  quotesHeld: '{title}: massa poques respostes per citar-les',
  tablesOnGuide: {
    one: '{question}: una taula hi va escriure',
    other: '{question}: {count} taules hi van escriure i se’n citen {shown}',
  },
  tablesCases: {
    one: 'Una taula va anotar un cas de la seva pràctica',
    other: '{count} taules van anotar casos de la seva pràctica i se’n citen {shown}',
  },
  tablesConclude: {
    one: 'Una taula va portar conclusions al plenari',
    other: '{count} taules van portar conclusions al plenari i se’n citen {shown}',
  },
  cardProblem: 'Problema',
  cardSolution: 'Solució',
  cardConclusion: 'Conclusió',

  dividesRanking:
    '{title}, segons {segment}: el que més divideix és {items}, amb un rang mitjà de {highest} a {high} i de {lowest} a {low}',
  dividesChoice:
    '{title}, segons {segment}: el que més divideix és {items}, triat pel {highest} a {high} i pel {lowest} a {low}',
  dividesRating:
    '{title}, segons {segment}: el que més divideix és {items}, amb una valoració mitjana de {highest} a {high} i de {lowest} a {low}',
  dividesOrder:
    '{title}, segons {segment}: les respostes més altes són les de {high} i les més baixes les de {low}',
  dividesNone: 'Cap diferència entre grups no és segura un cop corregides totes les comparacions',
  dividesFew: 'Ha respost massa poca gent per comparar grups',
  dividesFiltered: 'Dins d’una part de les respostes no es comparen grups entre si',
  tablesLead: '{list}, segons {n} respostes de taules: el grup capdavanter entre {all} és {items}',
  tablesLeadNone: '{list}, segons {n} respostes de taules: no s’aprecia cap ordre',
  groupLeads: '{group}: el grup capdavanter entre {all} és {items}, amb rangs mitjans {ranks}',
  groupLeadsNone:
    '{group}: qualsevol dels {all} elements pot ser el primer; no s’aprecia cap ordre',
  segmentLanguage: 'Llengua',
  segmentEvent: 'Esdeveniment',

  plan: {
    one: 'El pla d’estudis té un mòdul: {total} de treball ({credits} ECTS), de les quals {contact} amb docent',
    other:
      'El pla d’estudis té {count} mòduls: {total} de treball ({credits} ECTS), de les quals {contact} amb docent',
  },
  planOf:
    'Un crèdit equival a {hours} de treball; els mòduls apleguen el {coverage} de tota la prioritat',
  planEveryone: 'El pla es basa en les respostes de tothom, no només en les que compten aquí',
  planPart: 'El pla es basa en una part de les respostes: {filter}',
  planFor: 'S’adreça a {items}',
  planWeights:
    'Les prioritats provenen en un {ranking} de la classificació i en un {gap} de la bretxa entre importància i nivell',
  hoursFromAnswers: 'El límit de {hours} és la mediana de les respostes',
  hoursFromLower:
    'El límit de {hours} és la més petita de les dues respostes centrals, perquè la mediana és entre {hours} i {upper}',
  hoursTyped: 'El límit de {hours} es va fixar a mà',
  planOrder: 'En l’ordre d’impartició: {items}',
  planNone:
    'No es pot planificar cap pla d’estudis: no se sap quantes hores hauria de durar la formació',
  planNoHours:
    'No es pot planificar cap pla d’estudis: les hores s’han de fixar a mà i encara no s’han fixat',
  planImpossible: 'Amb les regles del pla no és possible cap pla d’estudis',
  planNoWeights: 'No es pot planificar cap pla d’estudis: no se sap què és el que més falta fa',
  core: 'Obligatori, en almenys el {limit} dels plans d’unes altres {samples} mostres de les mateixes persones: {items}',
  coreTables:
    'Obligatori, en almenys el {limit} dels plans d’unes altres {samples} mostres de les mateixes taules: {items}',
  elective: 'Optatiu, en menys plans: {items}',
  drawnTables:
    'Les mostres són de taules senceres, {tables} en total, perquè qui ha parlat en una mateixa taula no respon de manera independent',
  drawnFewTables:
    'Les mostres són de taules senceres, perquè qui ha parlat en una mateixa taula no respon de manera independent; amb {tables}, menys de {least}, la freqüència amb què apareix un mòdul és incerta ella mateixa',
  stabilityWaiting:
    'Encara no s’ha calculat fins a quin punt els mòduls depenen de qui va respondre',
  planTie: 'Entre {items}, que pesen igual, ha decidit l’ordre de la llista',
  moreJoins: 'Un dia més ({day}) afegiria {added} de treball i incorporaria {items}',
  moreGrows: 'Un dia més ({day}) afegiria {added} de treball als mòduls inclosos',
  moreNothing: 'Un dia més ({day}) no afegiria res que els mòduls puguin fer servir',
  variants:
    'Una variant curta té {short} en {shortModules}; una de llarga, {long} en {longModules}',
  variantsLong:
    'Una variant curta seria igual que aquest pla; una de llarga té {long} en {longModules}',
  variantsShort:
    'Una variant llarga seria igual que aquest pla; una de curta té {short} en {shortModules}',
  variantsNone: 'Una variant curta i una de llarga serien iguals que aquest pla',
  modulesCount: {
    one: 'un mòdul',
    other: '{count} mòduls',
  },
  reasonNoModules: 'No hi ha mòduls per planificar',
  reasonRule: 'Una regla del pla és fora del seu interval',
  reasonModule: '{items}: un límit o un pes és fora del seu interval',
  reasonNoSizes: 'Els mòduls han de tenir una mida fixa i aquests no en tenen: {items}',
  reasonLimits: 'Entre el mínim i el màxim d’hores no hi ha cap múltiple del pas: {items}',
  reasonPrerequisite: '{items}: falta un mòdul que ha d’anar abans',
  reasonCycle: 'Cadascun d’aquests hauria d’anar abans que l’altre: {items}',
  reasonNoWeights: 'Cap mòdul no té cap prioritat',
  reasonBelowOne: 'El més petit dels mòduls necessita {needed} i el límit és de {available}',
  reasonMustHaves:
    'El que s’ha d’incloure necessita {needed} i el límit és de {available}: {items}',
  reasonStep: 'Sense repartir: {unplaced}, perquè el límit no és múltiple del pas',
  reasonMaximum: 'Sense repartir: {unplaced}, perquè tots els mòduls tenen el seu màxim',
  reasonNext: 'Sense repartir: {unplaced}, perquè un altre mòdul necessitaria {needed}',
  reasonSizes: 'Sense repartir: {unplaced}, perquè cap tria de mòduls no n’aprofita més',

  stepSheets: {
    one: 'Completar el que falta a la fitxa d’un mòdul, com ara resultats d’aprenentatge, nivell i avaluació',
    other:
      'Completar el que falta a les fitxes de {count} mòduls, com ara resultats d’aprenentatge, nivell i avaluació',
  },
  stepCollect:
    'Reunir més respostes abans de decidir res: de moment són massa poques per mostrar-les',
  stepPilot: 'Provar primer {items}, que és el que més pesa',
  stepPilotOne: 'Provar primer un d’aquests, que són els que més pesen: {items}',
  stepDecide: 'Resoldre les qüestions obertes que segueixen amb les persones a qui afecten',
  stepCompare:
    'Després de la prova pilot, repetir les mateixes preguntes i comparar les dues rondes',
  owners: 'Encara no s’ha nomenat ningú responsable d’aquests passos: anoteu-ne els noms al costat',
  openQuestions: 'Les respostes no decideixen: {topics}',
  openNone: 'Les respostes no van deixar sense decidir cap qüestió d’aquesta estratègia',
  tooFewTopics: 'No ha respost prou gent: {topics}',
  riskSample: 'Amb {n} participants, algunes respostes més podrien canviar l’ordre',
  riskAgreement:
    'Hi ha poc acord sobre els continguts (W de Kendall = {w}), de manera que un únic pla per a tothom decebrà algunes persones',
  riskCauses: 'On el problema no és de formació (ho diu el {share}), un curs no el resoldrà',
  riskOnline: {
    one: 'Un mòdul té menys hores en línia de les desitjades, per la regla de les hores pràctiques',
    other:
      '{count} mòduls tenen menys hores en línia de les desitjades, per la regla de les hores pràctiques',
  },
  riskOpen: 'L’estudi continua obert: el que es decideixi ara potser caldrà decidir-ho de nou',
  riskNone: 'De les xifres no se’n deriva cap risc particular; queden els de qualsevol pla',

  questionnaireCaption: 'Qüestionari',
  dictionaryCaption: 'Diccionari de dades de les respostes exportades',
  methodsCaption: 'Com es calculen les xifres',
  curriculumCaption: 'Mòduls en l’ordre d’impartició',
  variantsCaption: 'Variants',
  weightsCaption: 'De la classificació i la bretxa a la prioritat',
  outcomesCaption: 'Resultats d’aprenentatge',
  columnNumber: 'Núm.',
  columnQuestion: 'Pregunta',
  columnKind: 'Tipus',
  columnOptions: 'Opcions',
  columnMean: 'Mitjana',
  columnInterval: 'Interval del 95 %',
  columnModule: 'Mòdul',
  columnTotal: 'Hores de treball',
  columnContact: 'Amb docent',
  columnCredits: 'ECTS',
  columnOnline: 'En línia',
  columnHandsOn: 'Pràctiques',
  columnOther: 'Presencials',
  columnMethods: 'Mètodes',
  columnBefore: 'Després de',
  columnRole: 'Caràcter',
  columnWorth: 'De la classificació',
  columnGap: 'De la bretxa',
  columnWeight: 'Prioritat',
  columnOutcomes: 'Resultats',
  columnVariable: 'Columna',
  columnType: 'Tipus',
  columnLabel: 'Significat',
  columnFigure: 'Xifra',
  columnHow: 'Com',
  roleCore: 'obligatori',
  roleElective: 'optatiu',
  roleOpen: 'per determinar',
  variantShort: 'Curta',
  variantStandard: 'Estàndard',
  variantLong: 'Llarga',
  kindRanking: 'classificació',
  kindSingle: 'una opció',
  kindMultiple: 'diverses opcions',
  kindScale: 'escala ordenada',
  kindRating: 'valoracions',
  kindNumber: 'nombre',
  kindText: 'text',
  methodShare: 'Proporció',
  howShare: 'Respostes d’una classe entre totes les que compten, amb l’interval de Wilson del 95 %',
  methodMeanRank: 'Rang mitjà',
  howMeanRank:
    'Lloc mitjà; els elements que comparteixen lloc tenen la mitjana dels llocs, amb l’interval de Student del 95 %',
  methodLeaders: 'Grup capdavanter',
  howLeaders:
    'Tots els elements que cap altre no supera en una prova t aparellada de rangs, corregida per Holm per a totes les parelles, al 5 %',
  methodW: 'W de Kendall',
  howW: 'Dispersió de les sumes de rangs respecte de la màxima possible, corregida per empats; de 0 a 1',
  methodMedian: 'Mediana i meitat central',
  howMedian:
    'Resposta central i quartils de les respostes ordenades; els codis no es fan mai la mitjana',
  methodGap: 'Bretxa',
  howGap:
    'Importància menys nivell de qui va donar totes dues; RDS és la part amb més menys la part amb menys, MWDS la bretxa mitjana per la importància mitjana; prova de rangs amb signe de Wilcoxon, corregida per Holm',
  methodQuadrant: 'Quadrant',
  howQuadrant: 'Importància mitjana i nivell mitjà davant de les mitjanes de tots els continguts',
  methodPriority: 'Prioritat',
  howPriority: 'Part del valor (Plackett–Luce) i part del MWDS, unides en la proporció del pla',
  methodHours: 'Hores',
  howHours:
    'Part de cada prioritat en el límit, dins del mínim i el màxim d’un mòdul, arrodonida pel residu més gran',
  methodStability: 'Obligatori i optatiu',
  howStability: 'El pla refet amb mostres extretes amb reposició de les persones que van respondre',
  source: 'Font del qüestionari: {source}',
} as const satisfies Catalogue<typeof en>;
