import type { Catalogue } from '../../../src/survey/catalogue.ts';
import type en from './en.ts';

/** German. */
export default {
  question: 'Frage',
  rankingQuestions: 'Rangfolgen',
  divideBy: 'Vergleichen',
  notDivided: 'Alle zusammen',
  who: 'Nur',
  everyone: 'Alle',
  voice: 'Antworten von',
  individuals: 'Einzelpersonen',
  tables: 'Tischen',
  show: 'Anzeigen',
  clear: 'Filter entfernen: {filter}',
  live: 'Live',
  updated: 'Stand {time}',
  stale: 'Keine Verbindung. Ergebnisse von {time}.',
  notStated: 'Keine Angabe',
  writtenIn: 'In eigenen Worten',
  round: 'Runde {n}',
  allRounds: 'Alle Runden',
  roundOfQuestion:
    'Gezeigt wird Runde {n}, die letzte, in der diese Frage allen gestellt wurde. Jede Person zählt einmal.',
  roundOfStudy:
    'Hier zählt Runde {n}, die letzte, in der alle Fragen allen gestellt wurden. Jede Person zählt einmal.',
  roundsRepeated:
    'Wer in mehreren Runden geantwortet hat, zählt in jeder einmal; die Intervalle sind daher zu schmal.',
  onlyRound: 'Nur Runde {n}',
  systemLanguage: 'Sprache',
  systemTable: 'Tisch',
  systemRound: 'Runde',
  systemEvent: 'Veranstaltung',
  systemMark: 'Nimmt teil als',
  markParticipants: 'Teilnehmende',
  markTeam: 'Projektteam',
  views: 'Vorbereitete Ansichten',
  viewCities: 'Kleine und mittlere Städte gegenüber großen',
  viewRural: 'Ländliche Gebiete gegenüber den anderen',
  viewExperts: 'Eingeladene Fachleute gegenüber den anderen',
  markExperts: 'Eingeladene Fachleute',
  systemVoice: 'Einzelpersonen und Tische',
  chart: 'Diagramm',
  table: 'Tabelle',
  tableOf: 'Tabelle: {title}',
  chartOrTable: 'Diagramm oder Tabelle: {title}',
  savePng: 'Bild speichern',
  saveCsv: 'CSV speichern',
  columnItem: 'Punkt',
  columnShare: 'Anteil',
  columnInterval: '95-%-Intervall',
  columnAnswers: 'Antworten',
  columnMean: 'Mittelwert',
  columnDontKnow: 'Weiß nicht',
  columnFirst: 'Erste Wahl',
  columnTop: 'Unter den ersten {k}',
  columnMeanRank: 'Mittlerer Rang',
  columnRange: 'Mögliche Ränge',
  columnWins: 'Gewonnene Vergleiche',
  columnRanked: 'Eingeordnet von',
  columnGroup: 'Gruppe',
  medianColumn: 'Median',
  quartilesColumn: 'Mittlere Hälfte',
  between: '{low} bis {high}',
  participants: 'Teilnehmende',
  tablesCount: 'Tische',
  ofRespondents: 'von {count}, die teilgenommen haben',
  steps:
    'Neue Antworten erscheinen in Schritten von mindestens {count}, damit niemand erkennbar ist; nach dem Schließen der Studie alle.',
  allAnswered: 'Alle Teilnehmenden haben geantwortet',
  leftNoAnswer: {
    one: 'eine Person hat nicht geantwortet',
    other: '{count} haben nicht geantwortet',
  },
  leftNoOpinion: { one: 'eine Person hat keine Meinung', other: '{count} haben keine Meinung' },
  leftDontKnow: { one: 'eine Person weiß es nicht', other: '{count} wissen es nicht' },
  leftExcluded: {
    one: 'eine Person bleibt außen vor („weiß nicht“ und Ähnliches)',
    other: '{count} bleiben außen vor („weiß nicht“ und Ähnliches)',
  },
  leftWriteInsOnly: {
    one: 'eine Person hat nur Eigenes eingeordnet',
    other: '{count} haben nur Eigenes eingeordnet',
  },
  agreement: 'Einigkeit (Kendalls W)',
  agreementScale: 'W ist {w} auf einer Skala von 0, keine, bis 1, volle Einigkeit',
  agreementNone: 'Braucht zwei Rangfolgen',
  agreementPairs: 'Einigkeit (mittleres Tau)',
  none: '0 keine',
  full: '1 volle',
  wVeryWeak: 'sehr schwach',
  wWeak: 'schwach',
  wModerate: 'mäßig',
  wStrong: 'stark',
  wVeryStrong: 'sehr stark',
  tauLead: 'Zwei Teilnehmende ordnen {share} der Paare gleich.',
  coverage: 'Eingeordnete Punkte',
  coverageOf: 'von {count} im Mittel',
  coverageBottom: 'Nicht Eingeordnetes zählt als gleichauf unter dem Eingeordneten.',
  coverageIgnore: 'Nicht Eingeordnetes sagt nichts: Nur eingeordnete Paare zählen.',
  topGroup: 'Klare Spitzengruppe',
  topGroupItems: { one: 'Punkt', other: 'Punkte' },
  topGroupNone: 'Noch keine',
  topGroupOne: 'Kein anderer Punkt kann Erster sein (95 %, alle Punkte zusammen).',
  topGroupLead: 'Kann Erster sein (95 %, alle Punkte zusammen).',
  topGroupAll: 'Jeder Punkt kann noch Erster sein.',
  methodsSame: 'Alle {count} Verfahren setzen auf Platz 1: {item}.',
  methodsMost: '{n} von {count} Verfahren setzen auf Platz 1: {item}.',
  methodsTied: 'Kein Verfahren findet einen einzigen Ersten.',
  leads: 'Vorn: {item}',
  leadsShare: 'Vorn: {item}, erste Wahl von {share}',
  leadTwo: 'Vorn: {a} und {b}; wer Erster ist, lässt sich nicht sagen',
  leadThree: 'Vorn: {a}, {b} und {c}; ihre Reihenfolge lässt sich nicht sagen',
  leadMany: 'Vorn: {item}, aber {count} weitere können auch Erster sein',
  leadNone: 'Keine klare Reihenfolge: Die Punkte lassen sich noch nicht unterscheiden',
  dotsMethod:
    'Mittlerer Rang und 95-%-Intervall, {n} Teilnehmende. Wo sich Intervalle überlappen, ist die Reihenfolge nicht sicher.',
  dotsTables:
    'Mittlerer Rang und 95-%-Intervall, {n} Tische. Wo sich Intervalle überlappen, ist die Reihenfolge nicht sicher.',
  winsMethod:
    'Anteil gewonnener Zweiervergleiche, {n} Teilnehmende. Verglichen wird nur, was jemand eingeordnet hat.',
  dotsSmall: 'Bei weniger als 15 Antworten als Reihenfolge lesen, nicht als Beweis.',
  best: '1 am besten',
  positionsFirst: 'Wie oft jeder Punkt Erster war',
  positionsFinding: '{item}: bei {share} unter den ersten {k}',
  positionsMethod: 'Anteil von {n} je Platz; die übrigen setzten es tiefer oder ließen es weg.',
  place1: '1.',
  place2: '2.',
  place3: '3.',
  placeN: '{n}.',
  headLevel: 'Im Zweiervergleich liegen {a} und {b} nicht klar auseinander',
  headFinding: '{share} setzen {a} über {b}',
  headMethod:
    'Anteil derer mit einer Vorliebe, die die Zeile über die Spalte setzen, für die {count} führenden Punkte.',
  methodsMethod: 'Der Platz nach jedem Verfahren. Eine Zahl in zwei Zeilen ist ein Gleichstand.',
  methodMean: 'Mittlerer Rang',
  methodBorda: 'Borda',
  methodCopeland: 'Copeland',
  methodSchulze: 'Schulze',
  methodRankedPairs: 'Rangpaare',
  methodKemeny: 'Kemeny',
  methodPlackettLuce: 'Plackett–Luce',
  methodSample: 'Plackett–Luce beruht auf {n} Antworten, Stand {time}.',
  methodMissing:
    'Plackett–Luce und die integrierte Stichwahl fehlen: Sie aus {n} Antworten zu berechnen, hätte länger gedauert als zulässig. Alle anderen Verfahren zählen jede Antwort.',
  countingTitle: 'Die Antworten werden gezählt',
  countingLead:
    'Es sind viele neue dabei, das dauert einige Sekunden. Die Ergebnisse erscheinen hier von selbst.',
  countingAgain: 'Noch einmal nachsehen',
  methodExplain:
    'Mittlerer Rang: durchschnittlicher Platz. Borda: Punkte für jeden Platz. Copeland: wie viele andere im Zweiervergleich geschlagen werden. Schulze und Rangpaare: die stärkste Kette gewonnener Zweiervergleiche. Kemeny: die Reihenfolge, die allen am wenigsten widerspricht. Plackett–Luce: die Chance, als Erstes gewählt zu werden.',
  writeIns: 'In eigenen Worten ergänzt',
  writeInsMethod: 'Zählt in der Rangfolge erst, wenn es mit einem Punkt zusammengeführt ist.',
  compared: 'Vergleich: {segment}',
  comparedNone: 'Kein Unterschied zwischen diesen Gruppen ist sicher',
  comparedDivides: '{item} trennt: {high} bei {highGroup}, {low} bei {lowGroup}',
  comparedMethod:
    'Rang in jeder Gruppe; Gleichauf teilt einen Platz. Die größten Unterschiede fallen auf. Gruppen unter 20 sind nur ein Hinweis. Die Überschrift nennt nur einen Unterschied, der mit 95 % über alle Vergleiche hält.',
  comparedShares: 'Anteil in jeder Gruppe.',
  comparedNumbers: 'Median und Quartile in jeder Gruppe.',
  comparedMeans: 'Mittelwert in jeder Gruppe.',
  comparedLess:
    'Nicht gezeigt werden Gruppen mit weniger als {min} Antworten und solche, die sich aus den anderen errechnen ließen: {groups}.',
  groupSize: '{label} ({n})',
  rankOrdinal: 'Rang {n}',
  choiceFinding: 'Am häufigsten: {item}, {share} von {n}',
  choiceMethod: 'Anteil von {n} Antworten mit 95-%-Intervall nach Wilson.',
  choiceMultiple:
    'Anteil von {n} Personen mit 95-%-Intervall nach Wilson; mehrere Antworten waren möglich.',
  medianIs: 'Median: {value}',
  medianSplit: 'Die Mitte liegt zwischen {low} und {high}',
  medianMethod:
    '{n} Antworten. Die Hälfte liegt zwischen {low} und {high}. Geordnete Kategorien; ihre Codes werden nicht gemittelt.',
  numberMethod:
    '{n} Antworten. Median {median}, Mittelwert {mean}; die Hälfte liegt zwischen {low} und {high}.',
  hours: '{value} Stunden',
  weeks: '{value} Wochen',
  percent: '{value} %',
  people: '{value} Menschen',
  ratingFinding: 'Am höchsten bewertet: {item}, im Mittel {mean}',
  ratingMethod:
    'Bewertungen von „{low}“ bis „{high}“; „weiß nicht“ bleibt Zeile für Zeile außen vor.',
  textsTitle: { one: 'Eine Antwort', other: '{count} Antworten' },
  textsMethod: 'Gemischt, ohne jeden Hinweis darauf, wer was geschrieben hat.',
  quadrantFinding: 'Zuerst schulen: {items}',
  quadrantNone: 'Kein Punkt ist zugleich wichtig und wenig beherrscht',
  quadrantMethod:
    'Mittlere Wichtigkeit gegen das eigene Niveau heute; die Linien sind die Mittelwerte. Punkte nahe einer Linie könnten auf beiden Seiten liegen.',
  quadrantTrain: 'ZUERST SCHULEN',
  quadrantKeep: 'ERHALTEN',
  quadrantLater: 'SPÄTER',
  quadrantEnough: 'HEUTE GENUG',
  importance: 'Wichtigkeit',
  level: 'Eigenes Niveau heute',
  compareWith: 'Vergleichen mit',
  withNobody: 'Niemand',
  withEveryone: 'Alle',
  withOthers: 'Alle anderen',
  withThese: 'Die hier Gewählten',
  clearAll: 'Alle Filter entfernen',
  endComparison: 'Vergleich beenden',
  loading: 'Wird geladen …',
  nowShown: 'Angezeigt: {title}',
  saveSvg: 'SVG speichern',
  inWords: 'In Worten',
  groupFew: '{label} ({n}, nur ein Hinweis)',
  how: 'Wie wird das ermittelt?',
  howCount:
    'Gezählt werden alle, die teilgenommen haben und deren Antwort verwendbar ist: {n} von {count}.',
  howLeftOut: 'Außen vor bleiben: {reasons}.',
  howNobodyLeftOut: 'Niemand bleibt außen vor.',
  howW: 'Wie weit die Rangsummen der Punkte auseinanderliegen, als Anteil dessen, was möglich wäre, wenn alle {n} Rangfolgen der {m} Punkte gleich wären; um Gleichstände bereinigt. W ist 0, wo sich die Rangfolgen aufheben, und 1, wo alle gleich sind. Kendall und Babington Smith 1939; die Worte nach Schmidt 1997.',
  howTau:
    'Für je zwei der {n} Personen: der Anteil der Paare von Punkten, die beide gleich einordnen, abzüglich des Anteils, den sie gegensätzlich einordnen; davon der Mittelwert. Er ist 0, wo sie so oft übereinstimmen wie nicht.',
  howTop:
    'Je zwei Punkte werden mit einem t-Test für verbundene Stichproben verglichen, nach den Rängen, die die {n} Personen vergaben, nach Holm für alle {count} Vergleiche korrigiert. Zur Spitzengruppe gehört jeder Punkt, den kein anderer mit 95 % Sicherheit schlägt.',
  howCoverage:
    'Die Zahl der Punkte, die jede der {n} Personen eingeordnet hat, zusammengezählt und durch {n} geteilt.',
  howOrder:
    'Die Punkte stehen in der Konsensreihenfolge: der einen Reihenfolge, die den {n} Rangfolgen am wenigsten widerspricht, gezählt über alle Paare von Punkten (Kemeny). Der Kreis ist der mittlere Rang, also der Durchschnitt der vergebenen Plätze; der Balken ist sein 95-%-Intervall nach Students t.',
  orderDiffers:
    'Allein nach dem mittleren Rang stünden {items} anders: Ein Mittelwert zählt auch, wie weit ein Punkt hinter den anderen liegt, die Konsensreihenfolge nur, dass er dahinter liegt.',
  howWins:
    'Für jedes Paar von Punkten: wie viele von denen, die beide eingeordnet haben, diesen vorziehen; über alle Paare zusammengezählt und durch die Zahl dieser Vergleiche geteilt. {n} Personen.',
  howPlaces:
    'Der Anteil der {n} Personen, die einem Punkt den jeweiligen Platz gaben. Punkte, die sich einen Platz teilen, teilen ihn gleichmäßig.',
  howHead:
    'Von denen, die die beiden Punkte verschieden einordnen, der Anteil, der den Punkt der Zeile höher setzt. Die Überschrift nennt es klar, wenn das 95-%-Intervall nach Wilson über der Hälfte liegt. {n} Personen.',
  howMethods: 'Alle Verfahren gehen von denselben {n} Rangfolgen aus.',
  howGroupsRank:
    'Die Ränge sind die der Konsensreihenfolge jeder Gruppe. Für jeden Punkt prüft der Test von Kruskal und Wallis, um Gleichstände bereinigt, ob ihn die Gruppen verschieden einordnen; p ist nach Holm für alle Punkte korrigiert. Der Effekt ist Epsilon-Quadrat: der Anteil der Rangunterschiede, den die Gruppen erklären.',
  howGroupsChoice:
    'Pearsons Chi-Quadrat-Test von Gruppen gegen Antworten. Wo es dafür zu wenige Antworten gibt, werden sie stattdessen 4.999-mal neu auf die Gruppen verteilt. Der Effekt ist Cramérs V im Quadrat.',
  howGroupsOrdered:
    'Der Test von Kruskal und Wallis auf die Reihenfolge der Antworten, um Gleichstände bereinigt, bei mehreren Zeilen auch nach Holm. Der Effekt ist Epsilon-Quadrat.',
  howGroupsLeftOut:
    'Wer nicht angab, zu welcher Gruppe er gehört, wird gezeigt, aber nicht getestet. Gruppen unter 20 sind nur ein Hinweis.',
  howChoice:
    'Wer eine Antwort wählte, geteilt durch die {n}, deren Antwort zählt. Das Intervall ist das von Wilson.',
  howMedian:
    'Alle {n} Antworten der Reihe nach: Der Median ist die mittlere; die Quartile trennen das unterste und das oberste Viertel ab (Hyndman und Fan 1996, Typ 2). Die Linien auf den Balken sind 95-%-Intervalle nach Wilson.',
  howRatings:
    'Der Mittelwert der Bewertungen jeder Zeile, ohne „weiß nicht“. Das Intervall ist das 95-%-Intervall des Mittelwerts nach Students t, innerhalb der Skala.',
  howQuadrant:
    'Mittlere Wichtigkeit und mittleres eigenes Niveau jedes Punkts mit ihren 95-%-Intervallen, den dünnen Linien. Die gestrichelten Linien sind die Mittelwerte über alle Punkte. Ein Punkt, dessen Intervall eine davon kreuzt, ist hohl: Er könnte auf beiden Seiten liegen.',
  howComparedRank:
    'Punkt für Punkt prüft der Test von Mann und Whitney, ob eine Gruppe ihn höher einordnet; p ist nach Holm für alle Punkte korrigiert. Das Intervall ist das der Differenz der mittleren Ränge.',
  howComparedShare:
    'Antwort für Antwort vergleicht ein Chi-Quadrat-Test die beiden Anteile; p ist nach Holm für alle Antworten korrigiert. Das Intervall der Differenz ist das von Newcombe (1998).',
  howComparedMean:
    'Zeile für Zeile vergleicht Wilcoxons Rangsummentest die beiden Gruppen; p ist nach Holm für alle Zeilen korrigiert. Das Intervall ist das der Differenz der Mittelwerte.',
  testWald: 'Alles zusammen: Walds Test der mittleren Ränge.',
  testPermutation:
    'Alles zusammen: ein Permutationstest, der die Antworten 4.999-mal neu auf die Gruppen verteilt.',
  testChiSquare: 'Alles zusammen: Pearsons Chi-Quadrat-Test.',
  testWilcoxon: 'Alles zusammen: Wilcoxons Rangsummentest.',
  against: '{a} gegen {b}',
  wholeDiffers: 'Im Ganzen unterscheiden sich die beiden Gruppen (p {p}).',
  wholeAlike: 'Im Ganzen lassen sich die beiden Gruppen nicht unterscheiden (p {p}).',
  groupsDiffer: 'Die Gruppen antworten verschieden: am höchsten {high}, am niedrigsten {low}',
  groupsTest: 'Zwischen den Gruppen p {p}; sie erklären {effect} der Unterschiede.',
  notTestedBoth:
    'Dieselben Personen können in beiden Gruppen sein; Unterschiede werden daher gezeigt, aber nicht getestet.',
  notTestedFew:
    'Bei insgesamt weniger als 15 Antworten werden Unterschiede gezeigt, aber nicht getestet.',
  compareOrders:
    'Die beiden Reihenfolgen widersprechen sich bei {opposed} von {pairs} Paaren von Punkten.',
  compareHeld:
    'Eine der beiden Gruppen wird zurückgehalten, daher wird nichts verglichen: {reason}',
  higherIn: 'Höher: {group}',
  columnDifference: 'Differenz',
  columnP: 'p, korrigiert',
  columnEffect: 'Effekt',
  columnChance: 'Chance, dass A ihn höher einordnet',
  columnBy: 'Geteilt nach',
  columnHighest: 'Am höchsten',
  columnLowest: 'Am niedrigsten',
  overview: 'Was die Leute trennt',
  overviewLead:
    'Jede Frage nach jeder Art von Gruppe, insgesamt {count} Vergleiche. Sichere Unterschiede stehen vorn, die größten oben; p ist nach Holm für alle korrigiert.',
  overviewFound: { one: 'Ein sicherer Unterschied', other: '{count} sichere Unterschiede' },
  overviewMore: 'Nicht sicher',
  overviewEmpty: 'Noch gibt es keine zwei Gruppen, die für einen Vergleich groß genug sind.',
  backToResults: 'Zurück zu den Ergebnissen',
  noteOne: 'Eine Rangfolge ist die Meinung einer Person.',
  noteFew: 'Nur {n} Rangfolgen: als Reihenfolge lesen, nicht als Beweis.',
  noteGapsBottom:
    '{incomplete} von {n} Rangfolgen lassen Punkte aus; Ausgelassenes zählt als gleichauf unter dem Rest.',
  noteGapsIgnore: '{incomplete} von {n} Rangfolgen lassen Punkte aus; Ausgelassenes sagt nichts.',
  noteNeverRanked: 'Von niemandem eingeordnet: {items}.',
  noteLevel: 'Jedes Paar von Punkten steht unentschieden.',
  noteUnanimous: 'Alle Rangfolgen sind gleich.',
  noteTie: 'Den ersten Platz teilen sich {items}.',
  noteFirst: '{count} von {n} Personen mit einer Vorliebe setzen {first} über {next}.',
  noteGapsDecideIgnore: 'Wenn Ausgelassenes nichts sagte, läge vorn: {items}.',
  noteGapsDecideBottom: 'Wenn Ausgelassenes als letztes zählte, läge vorn: {items}.',
  noteCycle:
    'Die Mehrheiten drehen sich im Kreis: {items}. Jeder dieser Punkte unterliegt einem anderen von ihnen.',
  noteTieBreak:
    'Bei den Rangpaaren hängt das Ergebnis hier davon ab, in welcher Folge gleich große Mehrheiten genommen werden.',
  noteNotProved:
    'Vielleicht ist dies nicht die allerbeste Reihenfolge: Bis zu {gap} Widersprüche weniger sind möglich.',
  notePolarised:
    'Geteilte Meinungen zu {item}: bei {top} im obersten Drittel, bei {bottom} im untersten.',
  methodsLeader: '{item}: {methods}.',
  whyDuels:
    'Mittlerer Rang und Borda zählen jeden Platz, also auch, wie weit ein Punkt vorn liegt; Copeland, Schulze, Rangpaare und Kemeny fragen nur, welchen von zwei Punkten mehr Personen vorziehen.',
  whyFirsts:
    'Plackett–Luce achtet vor allem auf erste Plätze: Ein Punkt, den viele auf Platz 1 setzen, gewinnt, auch wenn ihn viele andere ans Ende setzen.',
  whyClose:
    'Die führenden Punkte liegen so dicht beieinander, dass ihre Reihenfolge nach keinem Verfahren sicher ist.',
  quadrantMaybe: 'Vielleicht zuerst schulen: {items}; zu nah an einer Linie, um sicher zu sein',
  quadrantNear: 'nahe einer Linie',
  tablesToo: { one: 'und ein Tisch', other: 'und {count} Tische' },

  neededTitle: '{n} von {count} nötigen Antworten',
  neededLead:
    'Ergebnisse erscheinen ab {count} Antworten, damit niemand zu erkennen ist. Öffnen Sie die Studie und antworten Sie auf ein paar Telefonen, um sie zu sehen.',
  crossedTitle: 'Wird gezeigt, wenn die Studie geschlossen ist',
  crossedLead:
    'Solange noch geantwortet wird, zählen mehrere Filter zusammen nur Gruppen von mindestens {count} Personen, die in allem gleich sind, wonach die Studie unterteilt; so lässt sich keine einzelne Antwort errechnen. Nutzen Sie nur einen Filter oder schließen Sie die Studie, um dies zu sehen.',
  fewTitle: 'Weniger als {count} Antworten',
  fewLead: 'Diese Gruppe ist zu klein, um sie zu zeigen, damit niemand zu erkennen ist.',
  subtractTitle: 'Nicht gezeigt',
  subtractLead:
    'Zusammen mit den anderen Ergebnissen würde dies eine Gruppe von weniger als {count} Personen zeigen.',
  personalTitle: 'Wird nie gezeigt',
  personalLead:
    'Diese Frage verlangt etwas Persönliches. Es wird getrennt aufbewahrt und nach der Veranstaltung gelöscht.',
  backToAll: 'Alle anzeigen',
} as const satisfies Catalogue<typeof en>;
