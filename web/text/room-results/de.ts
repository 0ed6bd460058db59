import type { Catalogue } from '../../../src/survey/catalogue.ts';
import type en from './en.ts';

export default {
  link: 'Der Raum: Tische, Runden, Veranstaltungen',
  title: 'Der Raum in Zahlen',
  lead: 'Antworten von Personen und von Tischen werden nie zusammengezählt: Hier stehen sie nebeneinander.',
  event: 'Veranstaltung',
  allEvents: 'Alle Veranstaltungen',
  own: 'Eine Gruppe gegenüber allen anderen',
  nothing: 'Noch keine Antworten aus einem Raum',
  nothingLead:
    'Sobald an Tischen oder bei einer Veranstaltung geantwortet wird, sehen Sie hier, was das Gespräch verändert hat und ob die Tische für ihre Mitglieder stehen.',
  stepped:
    'Solange geantwortet wird, zählen die Mitglieder eines Tisches in ganzen Schritten von {n}.',
  roundOf: 'Runde {n}',
  audience: 'Publikum',
  experts: 'eingeladene Fachleute',
  team: 'Projektteam',
  table: 'Tisch',
  members: 'Mitglieder',
  representTitle:
    'Mitglieder und ihr eigener Tisch ordnen {own} der Paare verschieden, Mitglieder und andere Tische {others}',
  representHeld: 'Je Tisch zu wenige Antworten, um Mitglieder mit ihrem Tisch zu vergleichen',
  representMethod:
    '{n} Mitglieder der gezeigten Tische. Wären die Plätze zufällig verteilt: p {p}.',
  representOwn: 'Abstand zum eigenen Tisch',
  representOthers: 'Abstand zu den anderen Tischen',
  representNearer: 'Näher am eigenen Tisch',
  heldFew: 'weniger als {n}',
  heldNone: 'noch keine Rangfolge',
  prevailed: 'Abstand zum eigenen Tisch, je nachdem, wer sie sind: {list}.',
  prevailedHeld: 'Fachleute und Projektteam sind zu wenige, um sie zu unterscheiden.',
  howDistance:
    'Der Abstand ist der Anteil aller Paare, die zwei Rangfolgen entgegengesetzt ordnen; ein Paar, das nur eine der beiden gleichsetzt, zählt halb. 0 % ist dieselbe Rangfolge, 50 % ergibt der Zufall, 100 % ist die umgekehrte.',
  howShown:
    'Nur Tische mit mindestens {n} Mitgliedern, die geantwortet haben, werden gezeigt und gezählt. Die anderen Tische sind der Maßstab.',
  agreeMore: 'Personen desselben Tisches sind sich einiger als Personen verschiedener Tische',
  agreeSame: 'Personen desselben Tisches sind sich nicht einiger als Personen verschiedener Tische',
  agreeMethod:
    '{share} der Unterschiede liegen zwischen den Tischen; durch Zufall wären es {chance}. p {p}.',
  agreeW: 'Kendalls W',
  agreeTau: 'Mittleres Tau',
  withinTables: 'Innerhalb der Tische, im Mittel',
  acrossTables: 'Zwischen verschiedenen Tischen, im Mittel',
  betweenTables: 'Die Rangfolgen der Tische selbst',
  differMost:
    'Am meisten unterscheiden sich die Tische bei {list}: der Anteil der Unterschiede zwischen Personen, der zwischen den Tischen liegt.',
  howAgree:
    'Kendalls W ist 1, wenn alle gleich ordnen. Durch Zufall ist es etwa 1 geteilt durch die Zahl der Personen; kleine Tische wirken daher einiger, als sie sind. Das mittlere Tau zweier Personen ist durch Zufall 0, gleich wie viele es sind.',
  howDealt: 'Für den p-Wert werden alle Plätze {n}-mal neu verteilt.',
  bootTitle: 'Plätze nach dem Gespräch, wenn ganze Tische neu gezogen werden',
  bootMethod:
    '{n} Personen an {tables} Tischen, nach Borda: In 95 % der Ziehungen liegt der Platz im Bereich.',
  bootFew: 'Bei weniger als 8 Tischen sind die Bereiche zu eng.',
  place: 'Platz',
  byTable: 'Tische gezogen',
  byPerson: 'Personen gezogen',
  howBoot:
    'Wer an einem Tisch miteinander gesprochen hat, antwortet nicht mehr unabhängig. Darum werden immer wieder ganze Tische gezogen; zöge man Personen, wirkten die Plätze sicherer, als sie sind.',
  range: '{low} bis {high}',
  markedChanged: 'Ohne {who} ist die Rangfolge eine andere',
  markedLeader: 'Ohne {who} steht etwas anderes an der Spitze',
  markedSame: 'Ohne {who} bleibt die Rangfolge gleich',
  markedHeld: 'Mit oder ohne Fachleute und Projektteam',
  markedFew: 'Weniger als {n} fielen weg oder blieben übrig; darum wird nichts verglichen.',
  markedMethod: '{left} fallen weg, {n} bleiben.',
  markedWith: 'Mit allen',
  markedWithout: 'Ohne {who}',
  howMarked:
    'Wer als eingeladene Fachperson oder aus dem Projektteam kam, ist am Platz so gekennzeichnet. Beide Rangfolgen sind die nach Kemeny, aus der ersten Runde.',
  movedSome: {
    one: 'Von Runde {before} zu Runde {after} hat sich ein Eintrag sicher bewegt',
    other: 'Von Runde {before} zu Runde {after} haben sich {count} Einträge sicher bewegt',
  },
  movedNone: 'Von Runde {before} zu Runde {after} hat sich kein Eintrag sicher bewegt',
  pairedMethod:
    '{n} Personen waren in beiden Runden da. Gegangen: {leavers}. Dazugekommen: {newcomers}.',
  pairedFew: 'Weniger als {n} Personen haben in beiden Runden geantwortet.',
  pairedCoarse:
    'Die Weggelassenen sind so wenige, dass mittlere Ränge ihre Antworten verraten könnten: Gezeigt werden nur die Plätze.',
  agreementMoved: 'Kendalls W ging von {before} auf {after}.',
  agreementChange: 'Die Änderung liegt zwischen {low} und {high} (95 %).',
  towards: 'Abstand zum eigenen Tisch: vorher {before}, nachher {after} (p {p}).',
  stopAgreed: 'Man ist sich einig, und die Rangfolge ist stabil: Sie können aufhören.',
  stopSettled:
    'Die Rangfolge ist stabil, aber man ist sich nicht einig. Eine weitere Runde würde daran kaum etwas ändern: Berichten Sie die Uneinigkeit.',
  stopGoOn: 'Einigkeit oder Rangfolge bewegen sich noch: Fragen Sie noch einmal.',
  stopUsed:
    'Einigkeit oder Rangfolge bewegen sich noch, doch mehr als {n} Runden ermüden: Berichten Sie den Stand.',
  meanOf: 'Mittlerer Rang, Runde {n}',
  howPaired:
    'Die beiden Ränge, die jede Person einem Eintrag gibt, werden mit dem Vorzeichen-Rang-Test von Wilcoxon verglichen, nach Holm für alle Einträge korrigiert. Nur wer in beiden Runden da war, zählt.',
  howStop:
    'Eine Studie in Runden endet, wenn Kendalls W mindestens {agreed} beträgt und die Rangfolge stabil ist: Tau-x beider Rangfolgen mindestens {stable}, und W ändert sich um höchstens {change}. Die Stabilität kommt zuerst.',
  eventsTitle: 'Platz jedes Eintrags, Veranstaltung für Veranstaltung',
  eventsMethod:
    'Nur die ersten Antworten von Personen. Jede Veranstaltung wird gegen alle anderen getestet.',
  eventHeld: 'zurückgehalten',
  eventAgainst: '{event}: Tau-x {tau} mit den anderen, p {p}.',
  equalWeight: '{series}, jede Veranstaltung mit gleichem Gewicht',
  howEvents:
    'Veranstaltungen mit zu wenigen Antworten werden zurückgehalten, ebenso solche, die sich aus dem Rest errechnen ließen. Eine Reihe sind alle ihre Veranstaltungen zusammen; bei gleichem Gewicht überstimmt eine große keine kleine.',
  ownHeld: 'Diese Gruppe oder der Rest der Personen ist zu klein, um gezeigt zu werden.',

  series: 'Reihe',
  seriesLead:
    'Die Ausgaben einer Reihe nebeneinander: wie viele geantwortet haben und wie die Ausgaben einzeln und zusammen gereiht haben.',
  noSeries: 'Noch keine Reihe',
  noSeriesLead:
    'Nennen Sie bei mehreren Veranstaltungen dieselbe Reihe: Hier stehen sie dann nebeneinander.',
  edition: 'Ausgabe',
  organiser: 'Veranstaltet von',
  answered: 'Personen mit Antworten',
  noneYet: 'noch keine',
  howEditions:
    'Eine Ausgabe zählt, sobald mindestens {n} Personen darin geantwortet haben, und nicht, solange die übrigen sie verraten würden.',

  guidesTitle: 'Was Tische auf die Leitfragen geantwortet haben',
  guidesMethod:
    '{n} von {of} Fragen sind beantwortet. Es sind die eigenen Worte der Tische, ohne Namen.',
  guide: 'Leitfrage',
  guideAnswer: 'Antwort',
  cardsTitle: 'Was Tische auf ihre Karten geschrieben haben',
  cardsMethod: {
    one: 'Probleme, Lösungen und Schlussfolgerungen eines Tisches, wie zuletzt geschrieben und ohne Namen.',
    other:
      'Probleme, Lösungen und Schlussfolgerungen von {count} Tischen, wie zuletzt geschrieben und ohne Namen.',
  },
  cardText: 'Text',
  cardProblem: 'Problem',
  cardSolution: 'Lösung',
  cardConclusion: 'Schlussfolgerung',

  whenWhere: 'Wann und wo',
} as const satisfies Catalogue<typeof en>;
