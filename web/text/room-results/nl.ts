import type { Catalogue } from '../../../src/survey/catalogue.ts';
import type en from './en.ts';

export default {
  link: 'De zaal: tafels, rondes, evenementen',
  title: 'De zaal in cijfers',
  lead: 'Antwoorden van mensen en van tafels worden nooit opgeteld: hier staan ze naast elkaar.',
  event: 'Evenement',
  allEvents: 'Alle evenementen',
  own: 'Eén groep tegenover alle anderen',
  nothing: 'Nog geen antwoorden uit een zaal',
  nothingLead:
    'Zodra mensen aan tafels of bij een evenement antwoorden, ziet u hier wat het gesprek heeft veranderd en of de tafels voor hun leden staan.',
  stepped: 'Zolang er wordt geantwoord, tellen de leden van een tafel in hele stappen van {n}.',
  roundOf: 'Ronde {n}',
  audience: 'publiek',
  experts: 'uitgenodigde deskundigen',
  team: 'projectteam',
  table: 'Tafel',
  members: 'Leden',
  representTitle:
    'Leden en hun eigen tafel ordenen {own} van de paren anders, leden en andere tafels {others}',
  representHeld: 'Te weinig antwoorden per tafel om leden met hun tafel te vergelijken',
  representMethod:
    '{n} leden van de getoonde tafels. Als de plaatsen door loting waren verdeeld: p {p}.',
  representOwn: 'Afstand tot de eigen tafel',
  representOthers: 'Afstand tot de andere tafels',
  representNearer: 'Dichter bij de eigen tafel',
  heldFew: 'minder dan {n}',
  heldNone: 'nog geen rangorde',
  prevailed: 'Afstand tot de eigen tafel naar wie zij zijn: {list}.',
  prevailedHeld: 'Deskundigen en projectteam zijn met te weinig om ze te onderscheiden.',
  howDistance:
    'De afstand is het deel van alle paren dat twee rangordes andersom zetten; een paar dat maar één van beide gelijkstelt, telt half. 0 % is dezelfde rangorde, 50 % geeft het toeval, 100 % is de omgekeerde.',
  howShown:
    'Alleen tafels met minstens {n} leden die hebben geantwoord, worden getoond en tellen mee. De andere tafels zijn de maatstaf.',
  agreeMore: 'Mensen van één tafel zijn het meer eens dan mensen van verschillende tafels',
  agreeSame: 'Mensen van één tafel zijn het niet meer eens dan mensen van verschillende tafels',
  agreeMethod:
    '{share} van de verschillen ligt tussen tafels; door toeval zou het {chance} zijn. p {p}.',
  agreeW: 'Kendalls W',
  agreeTau: 'Gemiddelde tau',
  withinTables: 'Binnen tafels, gemiddeld',
  acrossTables: 'Tussen verschillende tafels, gemiddeld',
  betweenTables: 'De rangordes van de tafels zelf',
  differMost:
    'De tafels verschillen het meest over {list}: het deel van de verschillen tussen mensen dat tussen tafels ligt.',
  howAgree:
    'Kendalls W is 1 als iedereen hetzelfde ordent. Door toeval is het ongeveer 1 gedeeld door het aantal mensen, dus kleine tafels lijken het meer eens dan ze zijn. De gemiddelde tau van twee mensen is door toeval 0, met hoeveel ze ook zijn.',
  howDealt: 'Voor de p-waarde worden alle plaatsen {n} keer opnieuw verdeeld.',
  bootTitle: 'Plaatsen na het gesprek, als hele tafels opnieuw worden getrokken',
  bootMethod:
    '{n} mensen aan {tables} tafels, volgens Borda: in 95 % van de trekkingen ligt de plaats in het bereik.',
  bootFew: 'Met minder dan 8 tafels zijn de bereiken te smal.',
  place: 'Plaats',
  byTable: 'Tafels getrokken',
  byPerson: 'Mensen getrokken',
  howBoot:
    'Wie aan één tafel heeft gepraat, antwoordt niet meer onafhankelijk. Daarom worden steeds hele tafels getrokken; met losse mensen lijken plaatsen zekerder dan ze zijn.',
  range: '{low} tot {high}',
  markedChanged: 'Zonder {who} is de rangorde anders',
  markedLeader: 'Zonder {who} staat iets anders bovenaan',
  markedSame: 'Zonder {who} blijft de rangorde gelijk',
  markedHeld: 'Met of zonder deskundigen en projectteam',
  markedFew: 'Er zouden minder dan {n} afvallen of overblijven; daarom wordt niets vergeleken.',
  markedMethod: '{left} vallen af, {n} blijven.',
  markedWith: 'Met iedereen',
  markedWithout: 'Zonder {who}',
  howMarked:
    'Wie als uitgenodigde deskundige of uit het projectteam kwam, is aan zijn plaats zo gemarkeerd. Beide rangordes zijn die van Kemeny, uit de eerste ronde.',
  movedSome: {
    one: 'Van ronde {before} naar ronde {after} is één item zeker verschoven',
    other: 'Van ronde {before} naar ronde {after} zijn {count} items zeker verschoven',
  },
  movedNone: 'Van ronde {before} naar ronde {after} is geen item zeker verschoven',
  pairedMethod:
    '{n} mensen waren er in beide rondes. Vertrokken: {leavers}. Erbij gekomen: {newcomers}.',
  pairedFew: 'Minder dan {n} mensen hebben in beide rondes geantwoord.',
  pairedCoarse:
    'Wie buiten beschouwing blijft, is met zo weinig dat gemiddelde rangen de antwoorden zouden kunnen verraden: alleen de plaatsen worden getoond.',
  agreementMoved: 'Kendalls W ging van {before} naar {after}.',
  agreementChange: 'De verandering ligt tussen {low} en {high} (95 %).',
  towards: 'Afstand tot de eigen tafel: {before} vooraf, {after} achteraf (p {p}).',
  stopAgreed: 'Men is het eens en de rangorde is stabiel: u kunt stoppen.',
  stopSettled:
    'De rangorde is stabiel, maar men is het niet eens. Nog een ronde verandert daar nauwelijks iets aan: rapporteer de onenigheid.',
  stopGoOn: 'Eensgezindheid of rangorde verschuift nog: vraag het nog een keer.',
  stopUsed:
    'Eensgezindheid of rangorde verschuift nog, maar meer dan {n} rondes vermoeien: rapporteer het zoals het is.',
  meanOf: 'Gemiddelde rang, ronde {n}',
  howPaired:
    'De twee rangen die iedere persoon aan een item geeft, worden vergeleken met de rangtekentoets van Wilcoxon, volgens Holm gecorrigeerd voor alle items. Alleen wie in beide rondes aanwezig was, telt mee.',
  howStop:
    'Een onderzoek in rondes stopt als Kendalls W minstens {agreed} is en de rangorde stabiel: tau-x van beide rangordes minstens {stable}, en W verandert met hoogstens {change}. Stabiliteit gaat voor.',
  eventsTitle: 'Plaats van elk item, evenement voor evenement',
  eventsMethod:
    'Alleen eerste antwoorden van mensen. Elk evenement wordt getoetst tegen alle andere.',
  eventHeld: 'achtergehouden',
  eventAgainst: '{event}: tau-x {tau} met de andere, p {p}.',
  equalWeight: '{series}, elk evenement even zwaar',
  howEvents:
    'Evenementen met te weinig antwoorden worden achtergehouden, net als die welke uit de rest te berekenen zouden zijn. Een reeks is al haar evenementen samen; bij gelijk gewicht overstemt een groot evenement geen klein.',
  ownHeld: 'Deze groep of de rest van de mensen is te klein om te tonen.',

  series: 'Reeks',
  seriesLead:
    'De edities van een reeks naast elkaar: hoeveel mensen antwoordden en hoe de edities afzonderlijk en samen rangschikten.',
  noSeries: 'Nog geen reeks',
  noSeriesLead: 'Noem bij meerdere evenementen dezelfde reeks: hier staan ze dan naast elkaar.',
  edition: 'Editie',
  organiser: 'Georganiseerd door',
  answered: 'Mensen die antwoordden',
  noneYet: 'nog geen',
  howEditions:
    'Een editie telt zodra minstens {n} mensen er hebben geantwoord, en niet zolang de andere haar zouden verraden.',

  guidesTitle: 'Wat tafels op de leidende vragen antwoordden',
  guidesMethod:
    '{n} van {of} vragen zijn beantwoord. Het zijn de eigen woorden van de tafels, zonder namen.',
  guide: 'Leidende vraag',
  guideAnswer: 'Antwoord',
  cardsTitle: 'Wat tafels op hun kaarten schreven',
  cardsMethod: {
    one: 'Problemen, oplossingen en conclusies van één tafel, zoals laatst geschreven en zonder namen.',
    other:
      'Problemen, oplossingen en conclusies van {count} tafels, zoals laatst geschreven en zonder namen.',
  },
  cardText: 'Tekst',
  cardProblem: 'Probleem',
  cardSolution: 'Oplossing',
  cardConclusion: 'Conclusie',

  whenWhere: 'Wanneer en waar',
} as const satisfies Catalogue<typeof en>;
