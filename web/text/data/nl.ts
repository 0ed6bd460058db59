import type { Catalogue } from '../../../src/survey/catalogue.ts';
import type en from './en.ts';

export default {
  parts: 'Onderdelen van de gegevens',
  texts: 'Teksten en thema’s',
  writeIns: 'Eigen antwoorden',
  quality: 'Kwaliteit',
  question: 'Vraag',
  show: 'Tonen',
  noQuestions: 'Dit onderzoek heeft geen vraag van deze soort.',
  tooFew: 'Antwoorden worden getoond zodra het er minstens {least} zijn.',
  readOnly: 'U kunt hier lezen. Ontwerpers en eigenaars beslissen.',
  log: 'Wat er is besloten',
  logEmpty: 'Nog niets. Elk besluit staat hier en kan ongedaan worden gemaakt.',
  somebody: 'Iemand',
  undo: 'Ongedaan maken',
  undoWhat: 'Ongedaan maken: {what}',
  undoneBy: 'ongedaan gemaakt door {name} op {date}',
  byOn: '{name}, {date}',

  textsLead:
    'Lees wat er is geschreven en geef elke tekst een of meer thema’s. De thema’s worden daarna geteld als de opties van een vraag.',
  peopleAnswered: {
    one: 'Eén persoon heeft geantwoord',
    other: '{count} personen hebben geantwoord',
  },
  search: 'Zoeken in de teksten',
  only: 'Tonen',
  allTexts: 'Alle teksten',
  uncodedTexts: 'Teksten zonder thema',
  times: { one: 'één keer', other: '{count} keer' },
  near: 'Deze {n} teksten hebben de meeste woorden gemeen',
  chooseNear: 'Deze allemaal kiezen',
  noneFound: 'Geen tekst voldoet.',
  theme: 'Thema',
  newTheme: 'of een nieuw thema',
  giveTheme: 'Thema geven',
  takeTheme: 'Thema weghalen',
  keys: 'Toetsenbord: pijlen verplaatsen, de spatiebalk kiest, 1 tot 9 geven een thema.',
  themesTitle: 'Hoeveel personen elk thema noemden',
  themesMethod:
    'Personen bij wie het antwoord het thema heeft, van allen die antwoordden. Het interval is dat van Wilson, 95 %. Eén persoon kan meer thema’s noemen.',
  notCoded: 'Zonder thema',
  people: 'Personen',
  share: 'Aandeel',
  interval: '95%-interval',
  compareBy: 'Vergelijken naar',
  noGroups: 'Geen groepen',
  held: 'achtergehouden: te weinig',
  gave: {
    one: '‘{theme}’ gegeven aan één tekst',
    other: '‘{theme}’ gegeven aan {count} teksten',
  },
  took: {
    one: '‘{theme}’ weggehaald bij één tekst',
    other: '‘{theme}’ weggehaald bij {count} teksten',
  },

  writeInsLead:
    'Wat meer mensen in eigen woorden noemen, kan tellen als een van de opties of als een nieuw onderdeel. Schrijfwijzen die op elkaar lijken staan bij elkaar; wat in andere woorden hetzelfde betekent, beslist u.',
  writeInsNone: 'Hier zijn geen eigen antwoorden die nog niet zijn samengevoegd.',
  spellings: 'Schrijfwijzen',
  countAs: 'Telt als',
  newItem: 'Een nieuw onderdeel:',
  newItemName: 'Naam van het nieuwe onderdeel',
  optionsGiven: 'Opties van de vraag',
  optionsAdded: 'Onderdelen uit eigen antwoorden',
  merge: 'Samenvoegen',
  mergeWhat: '{text} samenvoegen',
  newItemMeaning:
    'Een nieuw onderdeel is aan niemand getoond. Voor wie het niet zelf noemde, telt het als niet gerangschikt, onder wat wel is gerangschikt. Het staat dus lager dan wanneer iedereen het had gezien: lees de plaats als de steun die het minstens heeft.',
  newItemIgnored:
    'Een nieuw onderdeel is aan niemand getoond. Alleen wie het zelf noemde, vergelijkt het: lees de plaats met voorzichtigheid.',
  optionMeaning:
    'Wie de optie rangschikte en ook zelf noemde, houdt de beste van de twee plaatsen. Latere antwoorden tellen op dezelfde manier.',
  stepMeaning:
    'Zolang het onderzoek open is, veranderen de resultaten zodra minstens {least} antwoorden zijn veranderd.',
  merged: 'Samengevoegd met ‘{name}’: {texts}',
  mergedNew: 'Samengevoegd met het nieuwe onderdeel ‘{name}’: {texts}',
  mergedAway: 'teksten die zijn ingetrokken',
  waiting: 'Er komen veel antwoorden binnen: de samenvoeging wordt zo geteld.',

  qualityLead:
    'Tekenen dat een antwoord misschien niet is overwogen. Een snel of regelmatig antwoord kan eerlijk zijn: er wordt nooit iets verwijderd en niemand wordt genoemd.',
  onPaper: {
    one: 'Eén antwoord is op papier geschreven en door een begeleider ingevoerd.',
    other: '{count} antwoorden zijn op papier geschreven en door een begeleider ingevoerd.',
  },
  qualityNone: 'Er zijn nog geen antwoorden.',
  qualityMany: 'Er zijn meer dan {n} antwoorden: er wordt niet naar tekenen gezocht.',
  flaggedTitle: {
    one: 'Eén van {n} antwoorden valt op',
    other: '{count} van {n} antwoorden vallen op',
  },
  flaggedFew: 'Minder dan {least} van {n} antwoorden vallen op',
  flaggedNone: 'Geen van {n} antwoorden valt op',
  flaggedLead:
    'Opvallend zijn mogelijke kopieën, tests en antwoorden met twee of meer andere tekenen. De resultaten kunnen zonder deze worden getoond.',
  resultsWith: 'Resultaten met alle antwoorden',
  resultsWithout: 'Resultaten zonder opvallende antwoorden',
  foundFew: 'Minder dan {least}',
  foundNone: 'Geen',
  ofAll: '{share} van {n}',
  fast: 'Heel snel',
  fastMeans:
    'Beantwoord in minder dan een derde van de mediane tijd. {n} telefoons gaven aan hoelang het duurde.',
  straight: 'Steeds hetzelfde antwoord',
  straightMeans:
    'Dezelfde waardering in elke rij van de waarderingsvragen (minstens tien), of alles gelijk gerangschikt.',
  order: 'Volgorde zoals getoond',
  orderMeans:
    'Rangschikkingen die de willekeurige getoonde volgorde behouden of omkeren, waar het toeval dat bij minder dan 2 van de 1000 personen zou doen.',
  copy: 'Mogelijke kopie',
  copyMeans:
    'Dezelfde antwoorden als een eerdere inzending binnen drie dagen, op hoogstens één vraag na: minstens acht gelijke antwoorden, waaronder een rangschikking. De eerdere valt niet op.',
  test: 'Test',
  testMeans: 'Een tekst als ‘test’, of steeds dezelfde letter.',
  effectSame: 'Zonder deze blijft de volgorde bij ‘{question}’ gelijk.',
  effectMoves: 'Zonder deze verandert ‘{question}’:',
  effectFew: 'Hoe de volgorde zonder deze zou zijn, wordt niet getoond: te weinig.',
  move: '{item}: {place} → {without}',
  biasTitle: 'Maakt de getoonde volgorde uit?',
  biasLead:
    'Iedereen zag de onderdelen in een eigen willekeurige volgorde. Worden onderdelen die hoger staan vaker hoger gerangschikt dan het toeval toelaat, dan heeft de lijst zelf invloed; de willekeurige volgorde heft die tussen de onderdelen op.',
  biasNone: 'Geen teken ervan ({n} personen, p {p})',
  biasSome: 'Wat eerder is getoond, wordt hoger gerangschikt: correlatie {r} ({n} personen, p {p})',
  biasReverse:
    'Wat later is getoond, wordt hoger gerangschikt: correlatie {r} ({n} personen, p {p})',
  biasFew: 'Te weinig antwoorden om het te zeggen',

  filterAll: 'Alle antwoorden',
  filterClean: 'Zonder opvallende antwoorden',
  leftOut: {
    one: 'Eén gemarkeerd antwoord van de studie telt niet mee.',
    other: '{count} gemarkeerde antwoorden van de studie tellen niet mee.',
  },
  leftOutFew: 'De gemarkeerde antwoorden van de studie, minder dan {least}, tellen niet mee.',
  leftOutNone: 'Geen antwoord van de studie is gemarkeerd, dus alle tellen mee.',
  leftOutLater:
    'Gemarkeerde antwoorden tellen voorlopig mee: ze kunnen worden weggelaten zodra de studie gesloten is.',
  leftOutMany:
    'Gemarkeerde antwoorden tellen mee: ze worden alleen gezocht onder hoogstens {most} antwoorden.',
  addedNote:
    'Gemaakt uit eigen antwoorden en aan niemand getoond: {items}. Had iedereen ze gezien, dan stonden ze hoger of even hoog.',
} as const satisfies Catalogue<typeof en>;
