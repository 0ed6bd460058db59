import type { Catalogue } from '../../catalogue.ts';
import type en from './en.ts';

export default {
  quoted: '„{text}“',
  range: '{from} bis {to}',
  below: '< {value}',
  partOf: '{name} ({share})',
  stated: '{sentence}.',
  firm: '{sentence} (n = {n}; zu 95 % gesichert).',
  tentative: '{sentence} (n = {n}; vorläufig, bei weniger als 15 Antworten).',
  open: '{sentence} (n = {n}; offen, die Antworten entscheiden es nicht).',
  round: 'Runde {n}',

  documentTitle: 'Weiterbildungsstrategie: {study}',
  section1: 'Zusammenfassung',
  section2: 'Anlass und Zweck',
  section3: 'Wer teilgenommen hat',
  section4: 'Methode',
  section5: 'Wird Weiterbildung gebraucht, und für wen?',
  section6: 'Inhalte',
  section7: 'Lehrmethoden',
  section8: 'Dauer und Rhythmus',
  section9: 'Rahmen des Programms',
  section10: 'E-Learning und gemischte Gruppen',
  section11: 'Herausforderungen, Fälle und Lösungen',
  section12: 'Unterschiede',
  section13: 'Vorgeschlagenes Curriculum',
  section14: 'Fahrplan',
  annex: 'Anhänge',

  contents: 'Inhalte',
  targets: 'Zielgruppen',
  methods: 'Methoden',
  frameworks: 'Rahmen',
  challenges: 'Herausforderungen',
  disciplines: 'Fachrichtungen',

  columnGroup: 'Gruppe',
  columnPlace: 'Platz',
  columnItem: 'Eintrag',
  columnMeanRank: 'Mittlerer Rang',
  columnRange: 'Mögliche Plätze (95 %)',
  columnFirst: 'Erste Wahl',
  columnTier: 'Gruppe',
  columnBelow: 'Niveau unter der Wichtigkeit',
  columnRds: 'Abweichung (RDS)',
  columnMwds: 'Gewichtete Lücke (MWDS)',
  importance: 'Wichtigkeit',
  level: 'Eigenes Niveau heute',
  chartRanking:
    'Mittlere Ränge mit 95-%-Intervallen, das Beste zuerst; {items} führt die Reihenfolge von {n} Personen an',
  chartBars: 'Anteile der {n} Antworten mit 95-%-Intervallen; am häufigsten {items}',
  quadrantCaption: 'Wichtigkeit und Niveau',
  quadrantSummary:
    'Mittlere Wichtigkeit jedes Inhalts gegenüber dem eigenen Niveau heute; was wichtig ist und wenig beherrscht wird, ist zuerst zu schulen',
  pointText: 'Wichtigkeit {importance}, Niveau {level}',
  gapCaption: 'Lücken zwischen Wichtigkeit und Niveau, größter Bedarf zuerst',
  columnMedian: 'Median',
  columnHalf: 'Mittlere Hälfte',
  durationCaption: 'Dauer nach Gruppe',
  columnAnswers: 'Antworten',
  columnShare: 'Anteil',
  rowSmallGroups: 'Gruppen, die zu klein sind, um genannt zu werden',

  summaryNothing:
    'Noch lässt sich nichts schließen: Es gibt keine Antworten, die gezeigt werden können',
  summaryFew: {
    one: 'Bisher lässt sich nur eine Aussage treffen',
    other: 'Bisher lassen sich nur {count} Aussagen treffen',
  },

  synthetic:
    'Alle Antworten sind erfunden: Dieses Dokument zeigt, wie eine Strategie aussieht, und ist keine Grundlage für Entscheidungen',
  purpose:
    'Diese Strategie beruht auf der Studie {title} und sagt, welche Weiterbildung gebraucht wird, für wen und in welcher Form',
  asked:
    'Die Studie stellt {questions} Fragen und kann in folgenden Sprachen beantwortet werden: {languages}',
  stillDraft: 'Die Studie ist noch nicht geöffnet',
  stillOpen: 'Die Studie läuft noch, die Zahlen vom {day} werden sich also ändern',
  closed: 'Die Studie ist geschlossen; die Zahlen sind die vom {day}',
  filtered: 'Hier zählt nur ein Teil der Antworten: {filter}',
  filterPart: '{title}: {items}',
  filterClean: 'ohne die, gegen die mehrere Anzeichen sprechen',

  participants: {
    one: 'Eine Person hat teilgenommen',
    other: '{count} Personen haben teilgenommen',
  },
  participantsRounds:
    'Es gab {count} Antworten von Einzelnen in {rounds} Runden; wer in mehreren Runden geantwortet hat, zählt in jeder, was die Intervalle zu schmal macht',
  participantsRound: 'Hier zählt nur Runde {round}: {count} Personen haben an ihr teilgenommen',
  participantsRoundOf:
    'Hier zählt nur Runde {round}: {count} Personen haben an ihr teilgenommen, daneben {others}',
  roundHas: '{n} an Runde {round}',
  participantsHeld: 'Es haben zu wenige teilgenommen, um etwas zu zeigen',
  tables: {
    one: 'Ein Tisch hat gemeinsam geantwortet und wird getrennt gezählt',
    other: '{count} Tische haben gemeinsam geantwortet und werden getrennt gezählt',
  },
  tablesRounds:
    '{count} Antworten kamen von Tischen in {rounds} Runden und werden getrennt gezählt; ein Tisch, der in mehreren geantwortet hat, zählt in jeder',
  profile: '{title}: {n} Antworten, am häufigsten {shares}',
  profileHeld: '{title}: zu wenige Antworten, um sie zu zeigen',
  completion:
    'Fragen mit vorgegebenen Antworten, die allen gestellt und von genügend Personen beantwortet wurden, haben jeweils {low} bis {high} der Teilnehmenden beantwortet; die wenigsten Antworten hat {title}',
  completionEqual:
    'Fragen mit vorgegebenen Antworten, die allen gestellt und von genügend Personen beantwortet wurden, haben jeweils {share} der Teilnehmenden beantwortet',
  sampleChosen:
    'Wer teilgenommen hat, wurde eingeladen oder kam von selbst; Intervalle beschreiben den Zufall unter diesen Personen und sagen nichts über die, die nicht gefragt wurden',
  sampleSmall: 'Bei weniger als {limit} Personen ist jede Aussage höchstens vorläufig',
  sampleLeans:
    '{title}: {share} der Antworten entfallen auf {items}, die Ergebnisse neigen daher zu dieser Gruppe',

  version: 'Der Fragebogen ist {id}, Version {version}',
  events: {
    one: 'Geantwortet wurde bei einer Veranstaltung: {names}',
    other: 'Geantwortet wurde bei {count} Veranstaltungen: {names}',
  },
  noEvents: 'Geantwortet wurde außerhalb von Veranstaltungen',
  rounds: {
    one: 'Geantwortet wurde in einer Runde',
    other: 'Geantwortet wurde in {count} Runden',
  },
  aggregation:
    'Reihenfolgen sind die, die den einzelnen Rangfolgen am wenigsten widersprechen (Kemeny); Einträge gelten nur dann als verschieden, wenn gepaarte t-Tests, nach Holm für alle Vergleiche korrigiert, sie zu 95 % unterscheiden',
  unrankedBottom:
    'Was jemand nicht eingeordnet hat, zählt als gleichauf unter dem, was eingeordnet wurde',
  unrankedIgnore: 'Was jemand nicht eingeordnet hat, sagt nichts über seinen Platz',
  tablesApart: 'Antworten von Tischen werden nie zu denen von Einzelnen addiert',
  exclusions: '{title}: {n} von {all} Antworten zählen; nicht dabei: {reasons}',
  noExclusions: '{title}: alle {all} Antworten zählen',
  leftNoAnswer: '{n} ohne Antwort',
  leftNoOpinion: '{n} ohne Meinung',
  leftDontKnow: '{n} mit „weiß nicht“',
  leftExcluded: '{n} außerhalb der Basis („weiß nicht“ und Ähnliches)',
  leftWriteInsOnly: '{n} nur mit eigenen Einträgen',
  flagged: {
    one: 'Mehrere Anzeichen sprechen gegen eine Antwort; sie zählt dennoch',
    other: 'Mehrere Anzeichen sprechen gegen {count} Antworten; sie zählen dennoch',
  },
  flaggedOut: {
    one: 'Mehrere Anzeichen sprechen gegen eine Antwort; sie zählt nicht mit',
    other: 'Mehrere Anzeichen sprechen gegen {count} Antworten; sie zählen nicht mit',
  },
  flaggedNone: 'Keine Antwort zeigt mehrere Anzeichen von Nachlässigkeit',
  suppression:
    'Gruppen mit weniger als {min} Personen werden nicht gezeigt, auch keine, die sich durch Abziehen ergeben würden',

  unanswered: '{title}: zu wenige haben geantwortet, um etwas zu sagen',
  notAsked: '{list}: danach fragt die Studie nicht',
  notAskedHere: 'Danach fragt die Studie nicht',
  verdictNeeded:
    'Weiterbildung wird gebraucht: {share} derer mit einer Meinung sagen das, bei einem 95-%-Intervall von {low} bis {high}',
  verdictEnough:
    'Neue Weiterbildung wird nicht verlangt: {share} halten sie für nötig, bei einem 95-%-Intervall von {low} bis {high}, und den meisten anderen genügt die vorhandene',
  verdictOther:
    'Weiterbildung ist nicht die Antwort: {share} halten sie für nötig, bei einem 95-%-Intervall von {low} bis {high}, und die meisten anderen nennen andere Ursachen',
  verdictMixed:
    'Neue Weiterbildung wird nicht verlangt: {share} halten sie für nötig, bei einem 95-%-Intervall von {low} bis {high}, aus verschiedenen Gründen',
  verdictUndecided:
    'Ob Weiterbildung gebraucht wird, ist nicht entschieden: {share} sagen das, bei einem 95-%-Intervall von {low} bis {high}',
  otherCauses:
    '{share} sagen, dass das Problem nicht an der Weiterbildung liegt; vor der Planung eines Kurses sind andere Ursachen zu prüfen',
  leadersOne:
    '{list}: {items} steht klar an erster Stelle, mit einem mittleren Rang von {ranks} unter {all}',
  leadersSome:
    '{list}: Vorn liegen {items}, mit mittleren Rängen von {ranks} unter {all}; welcher Eintrag der erste ist, lässt sich nicht sagen',
  leadersOnePlain: '{list}: {items} steht unter {all} klar an erster Stelle',
  leadersSomePlain:
    '{list}: Vorn liegen unter {all} {items}; welcher Eintrag der erste ist, lässt sich nicht sagen',
  leadersAll:
    '{list}: Jeder der {all} Einträge kann der erste sein; eine Reihenfolge lässt sich nicht erkennen',
  leadersMost:
    '{list}: {some} von {all} Einträgen können der erste sein, und welcher es ist, lässt sich nicht sagen; ausschließen lässt sich nur dies: {items}',
  divided:
    '{list}: Die Meinungen gehen auseinander bei {items}; mindestens ein Drittel ordnet weit oben ein und mindestens ein Drittel weit unten',
  agreement: '{list}: Die Übereinstimmung ist {level} (Kendalls W = {w})',
  wNone: 'kaum vorhanden',
  wVeryWeak: 'sehr schwach',
  wWeak: 'schwach',
  wModerate: 'mäßig',
  wStrong: 'stark',
  wVeryStrong: 'sehr stark',
  gapLacking:
    '{items}: Wichtigkeit {importance} bei einem Niveau von {level} heute; {share} schätzen ihr Niveau unter der Wichtigkeit ein',
  gapExceeding:
    '{items}: Niveau {level} heute bei einer Wichtigkeit von {importance}; nur {share} schätzen ihr Niveau darunter ein',
  gapNone:
    '{items}: Eine Lücke zeigt sich nicht, bei Wichtigkeit {importance} und Niveau {level}; {share} schätzen ihr Niveau unter der Wichtigkeit ein',
  trainFirst:
    'Wichtiger und weniger beherrscht als der Durchschnitt der Inhalte, also zuerst zu schulen: {items}',
  trainFirstSome:
    'Wichtiger und weniger beherrscht als der Durchschnitt der Inhalte, also zuerst zu schulen: {items}; vielleicht auch diese, die für Gewissheit zu nahe am Durchschnitt liegen: {others}',
  trainNone:
    'Kein Inhalt ist zugleich wichtiger und weniger beherrscht als der Durchschnitt der Inhalte',
  duration:
    'Dauer der Weiterbildung nach dem Median: {median}; die Hälfte der Antworten liegt zwischen {low} und {high}',
  spread:
    'Zeitraum, auf den sie verteilt werden soll: {median}; die Hälfte der Antworten liegt zwischen {low} und {high}',
  loadFits: 'Aufwand für {hours} bei einem Zeitraum von {weeks}: {load} pro Woche, was machbar ist',
  loadTooMuch:
    'Aufwand für {hours} bei einem Zeitraum von {weeks}: {load} pro Woche, was nicht machbar ist; nötig sind mindestens {needed}',
  formatOnline:
    'Die Weiterbildung kann überwiegend als E-Learning mit einem Praxistermin stattfinden: {share} akzeptieren das, bei einem 95-%-Intervall von {low} bis {high}',
  formatHalf:
    'Die Mitte der Antworten ist halb E-Learning, halb Präsenz: {share} akzeptieren überwiegend E-Learning, bei einem 95-%-Intervall von {low} bis {high}',
  formatFace:
    'Die Weiterbildung sollte überwiegend in Präsenz stattfinden: Nur {share} akzeptieren überwiegend E-Learning, bei einem 95-%-Intervall von {low} bis {high}',
  formatOpen:
    'Ob die Weiterbildung überwiegend als E-Learning stattfinden kann, ist unentschieden: {share} akzeptieren das, bei einem 95-%-Intervall von {low} bis {high}',
  handsOn:
    'Da E-Learning nur begrenzt akzeptiert wird, sind mindestens {share} der Kontaktstunden praktisch',
  onlineShare:
    'Anteil der Online-Stunden nach dem Median: {median}; die Hälfte der Antworten liegt zwischen {low} und {high}',
  mixingYes: '{items}: Mischung gilt als Gewinn; {agree} stimmen zu und {disagree} nicht',
  mixingNo:
    '{items}: Keine Mehrheit sieht in der Mischung einen Gewinn; {agree} stimmen zu und {disagree} nicht',

  guiding:
    '{question}: Unter den zugehörigen Inhalten steht {content} am höchsten, mit einem mittleren Rang von {contentRank}; unter den Herausforderungen {challenge}, mit {challengeRank}',
  guidingContent:
    '{question}: Unter den zugehörigen Inhalten steht {content} am höchsten, mit einem mittleren Rang von {contentRank}',
  guidingChallenge:
    '{question}: Unter den zugehörigen Herausforderungen steht {challenge} am höchsten, mit einem mittleren Rang von {challengeRank}',
  quotesFrom: {
    one: '{title}: eine Antwort, ohne Namen zitiert',
    other: '{title}: {shown} von {count} Antworten, ohne Namen zitiert',
  },
  quotesHeld: '{title}: zu wenige Antworten, um sie zu zitieren',
  tablesOnGuide: {
    one: '{question}: ein Tisch hat dazu geschrieben',
    other: '{question}: {count} Tische haben dazu geschrieben, {shown} davon sind zitiert',
  },
  tablesCases: {
    one: 'Ein Tisch hat einen Fall aus seiner Praxis aufgeschrieben',
    other: '{count} Tische haben Fälle aus ihrer Praxis aufgeschrieben, {shown} davon sind zitiert',
  },
  tablesConclude: {
    one: 'Ein Tisch hat Schlussfolgerungen ins Plenum gebracht',
    other:
      '{count} Tische haben Schlussfolgerungen ins Plenum gebracht, {shown} davon sind zitiert',
  },
  cardProblem: 'Problem',
  cardSolution: 'Lösung',
  cardConclusion: 'Schlussfolgerung',

  dividesRanking:
    '{title}, nach {segment}: Am stärksten trennt {items}, mit einem mittleren Rang von {highest} bei {high} und {lowest} bei {low}',
  dividesChoice:
    '{title}, nach {segment}: Am stärksten trennt {items}, gewählt von {highest} bei {high} und {lowest} bei {low}',
  dividesRating:
    '{title}, nach {segment}: Am stärksten trennt {items}, im Mittel bewertet mit {highest} bei {high} und {lowest} bei {low}',
  dividesOrder:
    '{title}, nach {segment}: Die höchsten Antworten geben {high}, die niedrigsten {low}',
  dividesNone:
    'Kein Unterschied zwischen Gruppen ist gesichert, sobald alle Vergleiche berücksichtigt sind',
  dividesFew: 'Zu wenige haben geantwortet, um Gruppen zu vergleichen',
  dividesFiltered:
    'Innerhalb eines Teils der Antworten werden Gruppen nicht miteinander verglichen',
  tablesLead: '{list}, nach {n} Antworten von Tischen: Die Spitzengruppe unter {all} ist {items}',
  tablesLeadNone:
    '{list}, nach {n} Antworten von Tischen: Eine Reihenfolge lässt sich nicht erkennen',
  groupLeads:
    '{group}: Die Spitzengruppe unter {all} ist {items}, mit mittleren Rängen von {ranks}',
  groupLeadsNone:
    '{group}: Jeder der {all} Einträge kann der erste sein; eine Reihenfolge lässt sich nicht erkennen',
  segmentLanguage: 'Sprache',
  segmentEvent: 'Veranstaltung',

  plan: {
    one: 'Das Curriculum hat ein Modul: {total} Arbeitsaufwand ({credits} ECTS), davon {contact} mit Lehrkraft',
    other:
      'Das Curriculum hat {count} Module: {total} Arbeitsaufwand ({credits} ECTS), davon {contact} mit Lehrkraft',
  },
  planOf:
    'Ein Leistungspunkt entspricht {hours} Arbeitsaufwand; auf die Module entfallen {coverage} aller Priorität',
  planEveryone: 'Der Plan beruht auf den Antworten aller, nicht nur auf denen, die hier zählen',
  planPart: 'Der Plan beruht auf einem Teil der Antworten: {filter}',
  planFor: 'Es richtet sich an {items}',
  planWeights:
    'Die Prioritäten stammen zu {ranking} aus der Rangfolge und zu {gap} aus der Lücke zwischen Wichtigkeit und Niveau',
  hoursFromAnswers: 'Die Grenze ist der Median der Antworten: {hours}',
  hoursFromLower:
    'Die Grenze ist die untere der beiden mittleren Antworten, da der Median zwischen {hours} und {upper} liegt',
  hoursTyped: 'Die Grenze wurde von Hand gesetzt: {hours}',
  planOrder: 'In der Reihenfolge des Unterrichts: {items}',
  planNone:
    'Es lässt sich kein Curriculum planen: Nichts ist darüber bekannt, wie viele Stunden die Weiterbildung dauern soll',
  planNoHours:
    'Es lässt sich kein Curriculum planen: Die Stunden sollen von Hand gesetzt werden, und das ist noch nicht geschehen',
  planImpossible: 'Nach den Regeln des Plans ist kein Curriculum möglich',
  planNoWeights:
    'Es lässt sich kein Curriculum planen: Nichts ist darüber bekannt, was am meisten gebraucht wird',
  core: 'Pflicht, in mindestens {limit} der Pläne aus {samples} anderen Stichproben derselben Personen: {items}',
  coreTables:
    'Pflicht, in mindestens {limit} der Pläne aus {samples} anderen Stichproben derselben Tische: {items}',
  elective: 'Wahl, in weniger Plänen: {items}',
  drawnTables:
    'Gezogen wurden ganze Tische, insgesamt {tables}, weil Menschen, die an einem Tisch gesprochen haben, nicht unabhängig antworten',
  drawnFewTables:
    'Gezogen wurden ganze Tische, weil Menschen, die an einem Tisch gesprochen haben, nicht unabhängig antworten; bei {tables} Tischen, weniger als {least}, ist selbst unsicher, wie oft ein Modul dabei ist',
  stabilityWaiting:
    'Wie sehr die Module davon abhängen, wer geantwortet hat, ist noch nicht berechnet',
  planTie: 'Zwischen {items}, die gleich viel wiegen, entschied die Reihenfolge der Liste',
  moreJoins: 'Ein weiterer Tag ({day}) brächte {added} Arbeitsaufwand mehr und nähme {items} auf',
  moreGrows: 'Ein weiterer Tag ({day}) brächte den vorhandenen Modulen {added} Arbeitsaufwand mehr',
  moreNothing: 'Ein weiterer Tag ({day}) brächte nichts, was die Module nutzen könnten',
  variants: 'Eine kurze Variante hat {short} in {shortModules}, eine lange {long} in {longModules}',
  variantsLong:
    'Eine kurze Variante wäre dieselbe wie dieser Plan; eine lange hat {long} in {longModules}',
  variantsShort:
    'Eine lange Variante wäre dieselbe wie dieser Plan; eine kurze hat {short} in {shortModules}',
  variantsNone: 'Eine kurze und eine lange Variante wären dieselben wie dieser Plan',
  modulesCount: {
    one: 'einem Modul',
    other: '{count} Modulen',
  },
  reasonNoModules: 'Es gibt keine Module zu planen',
  reasonRule: 'Eine Regel des Plans liegt außerhalb ihres Bereichs',
  reasonModule: '{items}: Eine Grenze oder ein Gewicht liegt außerhalb des Bereichs',
  reasonNoSizes: 'Die Module sollen feste Größen haben, und diese haben keine: {items}',
  reasonLimits:
    'Zwischen den wenigsten und den meisten Stunden liegt kein Vielfaches des Schritts: {items}',
  reasonPrerequisite: '{items}: Ein Modul, das vorher kommen muss, fehlt',
  reasonCycle: 'Jedes von diesen müsste vor dem anderen kommen: {items}',
  reasonNoWeights: 'Kein Modul hat eine Priorität',
  reasonBelowOne: 'Für das kleinste Modul reicht es nicht: verfügbar {available}, nötig {needed}',
  reasonMustHaves:
    'Was enthalten sein muss, passt nicht hinein: nötig {needed}, verfügbar {available}; {items}',
  reasonStep: 'Rest: {unplaced}, da die Grenze kein Vielfaches des Schritts ist',
  reasonMaximum: 'Rest: {unplaced}, da jedes Modul sein Höchstmaß hat',
  reasonNext: 'Rest: {unplaced}, da ein weiteres Modul {needed} brauchte',
  reasonSizes: 'Rest: {unplaced}, da keine Auswahl von Modulen ihn besser füllt',

  stepSheets: {
    one: 'Ergänzen, was auf dem Blatt eines Moduls noch fehlt, etwa Lernergebnisse, Niveau und Prüfung',
    other:
      'Ergänzen, was auf den Blättern von {count} Modulen noch fehlt, etwa Lernergebnisse, Niveau und Prüfung',
  },
  stepCollect:
    'Mehr Antworten sammeln, bevor etwas entschieden wird: Bisher sind es zu wenige, um sie zu zeigen',
  stepPilot: 'Zuerst das Gewichtigste erproben: {items}',
  stepPilotOne: 'Zuerst eines der Gewichtigsten erproben: {items}',
  stepDecide: 'Die offenen Fragen unten mit denen klären, die sie betreffen',
  stepCompare:
    'Nach der Erprobung dieselben Fragen noch einmal stellen und beide Runden vergleichen',
  owners: 'Für diese Schritte ist noch niemand benannt: Tragen Sie die Namen daneben ein',
  openQuestions: 'Von den Antworten nicht entschieden: {topics}',
  openNone: 'Die Antworten haben keine Frage dieser Strategie unentschieden gelassen',
  tooFewTopics: 'Von zu wenigen beantwortet: {topics}',
  riskSample: 'Bei {n} Teilnehmenden könnten einige weitere Antworten die Reihenfolge ändern',
  riskAgreement:
    'Über die Inhalte besteht wenig Einigkeit (Kendalls W = {w}), ein einziges Curriculum für alle wird also manche enttäuschen',
  riskCauses:
    'Wo das Problem nicht an der Weiterbildung liegt ({share} sagen das), löst es auch kein Kurs',
  riskOnline: {
    one: 'Ein Modul hat wegen der Regel zu den Praxisstunden weniger Online-Stunden als gewünscht',
    other:
      '{count} Module haben wegen der Regel zu den Praxisstunden weniger Online-Stunden als gewünscht',
  },
  riskOpen:
    'Die Studie läuft noch: Was jetzt entschieden wird, muss vielleicht neu entschieden werden',
  riskNone: 'Aus den Zahlen folgt kein besonderes Risiko; es bleiben die jedes Plans',

  questionnaireCaption: 'Fragebogen',
  dictionaryCaption: 'Datenverzeichnis der exportierten Antworten',
  methodsCaption: 'Wie die Zahlen berechnet werden',
  curriculumCaption: 'Module in der Reihenfolge des Unterrichts',
  variantsCaption: 'Varianten',
  weightsCaption: 'Von Rangfolge und Lücke zur Priorität',
  outcomesCaption: 'Lernergebnisse',
  columnNumber: 'Nr.',
  columnQuestion: 'Frage',
  columnKind: 'Art',
  columnOptions: 'Optionen',
  columnMean: 'Mittelwert',
  columnInterval: '95-%-Intervall',
  columnModule: 'Modul',
  columnTotal: 'Arbeitsstunden',
  columnContact: 'Mit Lehrkraft',
  columnCredits: 'ECTS',
  columnOnline: 'Online',
  columnHandsOn: 'Praxis',
  columnOther: 'Vor Ort',
  columnMethods: 'Methoden',
  columnBefore: 'Nach',
  columnRole: 'Status',
  columnWorth: 'Aus der Rangfolge',
  columnGap: 'Aus der Lücke',
  columnWeight: 'Priorität',
  columnOutcomes: 'Ergebnisse',
  columnVariable: 'Spalte',
  columnType: 'Typ',
  columnLabel: 'Bedeutung',
  columnFigure: 'Zahl',
  columnHow: 'Wie',
  roleCore: 'Pflicht',
  roleElective: 'Wahl',
  roleOpen: 'offen',
  variantShort: 'Kurz',
  variantStandard: 'Standard',
  variantLong: 'Lang',
  kindRanking: 'Rangfolge',
  kindSingle: 'eine Auswahl',
  kindMultiple: 'mehrere Auswahlen',
  kindScale: 'geordnete Skala',
  kindRating: 'Bewertungen',
  kindNumber: 'Zahl',
  kindText: 'Text',
  methodShare: 'Anteil',
  howShare: 'Antworten einer Art an allen, die zählen, mit Wilsons 95-%-Intervall',
  methodMeanRank: 'Mittlerer Rang',
  howMeanRank:
    'Durchschnittlicher Platz; Einträge auf demselben Platz haben das Mittel der Plätze, mit Students 95-%-Intervall',
  methodLeaders: 'Spitzengruppe',
  howLeaders:
    'Alle Einträge, die kein anderer in einem gepaarten t-Test der Ränge schlägt, nach Holm für alle Paare korrigiert, auf dem 5-%-Niveau',
  methodW: 'Kendalls W',
  howW: 'Streuung der Rangsummen als Anteil der größtmöglichen, für Gleichstände korrigiert; 0 bis 1',
  methodMedian: 'Median und mittlere Hälfte',
  howMedian: 'Mittlere Antwort und Quartile der geordneten Antworten; Codes werden nie gemittelt',
  methodGap: 'Lücke',
  howGap:
    'Wichtigkeit minus Niveau derer, die beides angaben; RDS ist der Anteil mit mehr minus den mit weniger, MWDS die mittlere Lücke mal die mittlere Wichtigkeit; Wilcoxons Vorzeichen-Rang-Test, nach Holm korrigiert',
  methodQuadrant: 'Quadrant',
  howQuadrant: 'Mittlere Wichtigkeit und mittleres Niveau gegenüber den Mitteln aller Inhalte',
  methodPriority: 'Priorität',
  howPriority: 'Anteil am Wert (Plackett–Luce) und am MWDS, verbunden im Verhältnis des Plans',
  methodHours: 'Stunden',
  howHours:
    'Anteile der Prioritäten an der Grenze, zwischen Mindest- und Höchstmaß eines Moduls, nach größtem Rest gerundet',
  methodStability: 'Pflicht und Wahl',
  howStability:
    'Der Plan neu gemacht für Stichproben, mit Zurücklegen aus denen gezogen, die geantwortet haben',
  source: 'Quelle des Fragebogens: {source}',
} as const satisfies Catalogue<typeof en>;
