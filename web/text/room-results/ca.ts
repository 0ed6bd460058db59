import type { Catalogue } from '../../../src/survey/catalogue.ts';
import type en from './en.ts';

export default {
  link: 'La sala: taules, rondes, esdeveniments',
  title: 'La sala en xifres',
  lead: 'Les respostes de les persones i les de les taules no se sumen mai: aquí són les unes al costat de les altres.',
  event: 'Esdeveniment',
  allEvents: 'Tots els esdeveniments',
  own: 'Un grup davant de tots els altres',
  nothing: 'Encara no hi ha respostes d’una sala',
  nothingLead:
    'Quan la gent respongui en taules o en un esdeveniment, aquí veureu què ha canviat la conversa i si les taules representen els seus membres.',
  stepped: 'Mentre la gent respon, els membres d’una taula compten en passos sencers de {n}.',
  roundOf: 'Ronda {n}',
  audience: 'públic',
  experts: 'experts convidats',
  team: 'equip del projecte',
  table: 'Taula',
  members: 'Membres',
  representTitle:
    'Els membres i la seva taula ordenen d’una altra manera el {own} dels parells; els membres i les altres taules, el {others}',
  representHeld:
    'Hi ha massa poques respostes per taula per comparar els membres amb la seva taula',
  representMethod:
    '{n} membres de les taules mostrades. Si els seients s’haguessin repartit a l’atzar: p {p}.',
  representOwn: 'Distància a la seva taula',
  representOthers: 'Distància a les altres taules',
  representNearer: 'Més a prop de la seva taula',
  heldFew: 'menys de {n}',
  heldNone: 'encara sense ordenació',
  prevailed: 'Distància a la seva taula segons qui són: {list}.',
  prevailedHeld: 'Els experts i l’equip del projecte són massa pocs per distingir-los.',
  howDistance:
    'La distància és la part de tots els parells d’elements que dos ordres posen al revés; un parell que només un dels dos empata compta la meitat. 0 % és el mateix ordre, 50 % el que dona l’atzar, 100 % l’invers.',
  howShown:
    'Només es mostren i compten les taules amb almenys {n} membres que han respost. Les altres taules són la vara de mesurar.',
  agreeMore: 'Les persones d’una mateixa taula coincideixen més que les de taules diferents',
  agreeSame: 'Les persones d’una mateixa taula no coincideixen més que les de taules diferents',
  agreeMethod: 'El {share} de les diferències és entre taules; per atzar seria el {chance}. p {p}.',
  agreeW: 'W de Kendall',
  agreeTau: 'Tau mitjana',
  withinTables: 'Dins de les taules, de mitjana',
  acrossTables: 'Entre taules diferents, de mitjana',
  betweenTables: 'Les ordenacions de les mateixes taules',
  differMost:
    'Les taules difereixen sobretot en {list}: la part de les diferències entre persones que és entre taules.',
  howAgree:
    'La W de Kendall és 1 quan tothom ordena igual. Per atzar és més o menys 1 dividit pel nombre de persones, de manera que les taules petites semblen més d’acord del que estan. La tau mitjana de dues persones és 0 per atzar, sigui quin sigui el seu nombre.',
  howDealt: 'El valor p reparteix de nou tots els seients {n} vegades.',
  bootTitle: 'Llocs després de la conversa, sortejant taules senceres',
  bootMethod:
    '{n} persones a {tables} taules, per Borda: en el 95 % dels sortejos el lloc és dins de l’interval.',
  bootFew: 'Amb menys de 8 taules els intervals són massa estrets.',
  place: 'Lloc',
  byTable: 'Sortejant taules',
  byPerson: 'Sortejant persones',
  howBoot:
    'Els qui han parlat en una mateixa taula ja no responen de manera independent. Per això se sortegen taules senceres una vegada i una altra; sortejar persones faria que els llocs semblessin més segurs del que són.',
  range: 'de {low} a {high}',
  markedChanged: 'Sense {who} l’ordre és un altre',
  markedLeader: 'Sense {who} encapçala un altre element',
  markedSame: 'Sense {who} l’ordre és el mateix',
  markedHeld: 'Amb o sense experts i equip del projecte',
  markedFew: 'En quedarien fora o dins menys de {n}, de manera que no es compara res.',
  markedMethod: 'En queden fora {left}; en romanen {n}.',
  markedWith: 'Amb tothom',
  markedWithout: 'Sense {who}',
  howMarked:
    'Els qui han vingut com a experts convidats o com a equip del projecte estan marcats al seu seient. Tots dos ordres són els de Kemeny, de la primera ronda.',
  movedSome: {
    one: 'De la ronda {before} a la ronda {after} s’ha mogut amb seguretat un element',
    other: 'De la ronda {before} a la ronda {after} s’han mogut amb seguretat {count} elements',
  },
  movedNone: 'De la ronda {before} a la ronda {after} no s’ha mogut amb seguretat cap element',
  pairedMethod:
    '{n} persones eren en totes dues rondes. Han marxat: {leavers}. Han arribat: {newcomers}.',
  pairedFew: 'Menys de {n} persones han respost en totes dues rondes.',
  pairedCoarse:
    'Els qui queden fora són tan pocs que les posicions mitjanes podrien delatar les seves respostes: només es mostren els llocs.',
  agreementMoved: 'La W de Kendall ha passat de {before} a {after}.',
  agreementChange: 'El canvi és entre {low} i {high} (95 %).',
  towards: 'Distància a la seva taula: {before} abans, {after} després (p {p}).',
  stopAgreed: 'Hi ha acord i l’ordre és estable: podeu aturar-vos.',
  stopSettled:
    'L’ordre és estable, però no hi ha acord. Una altra ronda gairebé no ho canviaria: informeu del desacord.',
  stopGoOn: 'L’acord o l’ordre encara es mouen: pregunteu una altra vegada.',
  stopUsed:
    'L’acord o l’ordre encara es mouen, però més de {n} rondes cansen: informeu-ne tal com és.',
  meanOf: 'Posició mitjana, ronda {n}',
  howPaired:
    'Les dues posicions que cada persona dona a un element es comparen amb la prova dels rangs amb signe de Wilcoxon, corregida segons Holm per a tots els elements. Només compten les persones presents en totes dues rondes.',
  howStop:
    'Un estudi per rondes s’acaba quan la W de Kendall és almenys {agreed} i l’ordre és estable: tau-x dels dos ordres d’almenys {stable} i un canvi de W de com a molt {change}. L’estabilitat compta primer.',
  eventsTitle: 'Lloc de cada element, esdeveniment per esdeveniment',
  eventsMethod:
    'Només les primeres respostes de les persones. Cada esdeveniment es contrasta amb tots els altres.',
  eventHeld: 'retingut',
  eventAgainst: '{event}: tau-x {tau} amb els altres, p {p}.',
  equalWeight: '{series}, amb el mateix pes per a cada esdeveniment',
  howEvents:
    'Es retenen els esdeveniments amb massa poques respostes i els que es podrien deduir de la resta. Una sèrie són tots els seus esdeveniments junts; amb el mateix pes, un esdeveniment gran no s’imposa a un de petit.',
  ownHeld: 'Aquest grup o la resta de les persones és massa petit per mostrar-lo.',

  series: 'Sèrie',
  seriesLead:
    'Les edicions d’una sèrie, l’una al costat de l’altra: quantes persones van respondre i com va ordenar cada edició, per separat i en conjunt.',
  noSeries: 'Encara no hi ha cap sèrie',
  noSeriesLead:
    'Indiqueu la mateixa sèrie en diversos esdeveniments: aquí apareixeran l’un al costat de l’altre.',
  edition: 'Edició',
  organiser: 'Ho organitza',
  answered: 'Persones que han respost',
  noneYet: 'encara cap',
  howEditions:
    'Una edició es compta quan almenys {n} persones hi han respost, i no mentre les altres la delatin.',

  guidesTitle: 'El que les taules han respost a les preguntes guia',
  guidesMethod: '{n} de {of} preguntes tenen resposta. Són les paraules de les taules, sense noms.',
  guide: 'Pregunta guia',
  guideAnswer: 'Resposta',
  cardsTitle: 'El que les taules van escriure a les seves fitxes',
  cardsMethod: {
    one: 'Problemes, solucions i conclusions d’una taula, tal com els va escriure per última vegada i sense noms.',
    other:
      'Problemes, solucions i conclusions de {count} taules, tal com els van escriure per última vegada i sense noms.',
  },
  cardText: 'Text',
  cardProblem: 'Problema',
  cardSolution: 'Solució',
  cardConclusion: 'Conclusió',

  whenWhere: 'Quan i on',
} as const satisfies Catalogue<typeof en>;
