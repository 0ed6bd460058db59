import type { Catalogue } from '../../../src/survey/catalogue.ts';
import type en from './en.ts';

export default {
  parts: 'Teile der Daten',
  texts: 'Texte und Themen',
  writeIns: 'Eigene Nennungen',
  quality: 'Qualität',
  question: 'Frage',
  show: 'Anzeigen',
  noQuestions: 'Diese Studie hat keine solche Frage.',
  tooFew: 'Antworten werden gezeigt, sobald es mindestens {least} sind.',
  readOnly: 'Sie können hier lesen. Entscheiden können Gestaltende und Eigentümer.',
  log: 'Was entschieden wurde',
  logEmpty: 'Noch nichts. Jede Entscheidung steht hier und lässt sich zurücknehmen.',
  somebody: 'Jemand',
  undo: 'Zurücknehmen',
  undoWhat: 'Zurücknehmen: {what}',
  undoneBy: 'zurückgenommen von {name} am {date}',
  byOn: '{name}, {date}',

  textsLead:
    'Lesen Sie, was geschrieben wurde, und geben Sie jedem Text ein oder mehrere Themen. Die Themen werden dann gezählt wie die Optionen einer Frage.',
  peopleAnswered: {
    one: 'Eine Person hat geantwortet',
    other: '{count} Personen haben geantwortet',
  },
  search: 'In den Texten suchen',
  only: 'Zeigen',
  allTexts: 'Alle Texte',
  uncodedTexts: 'Texte ohne Thema',
  times: { one: 'einmal', other: '{count}-mal' },
  near: 'Diese {n} Texte haben die meisten Wörter gemeinsam',
  chooseNear: 'Alle diese auswählen',
  noneFound: 'Kein Text passt.',
  theme: 'Thema',
  newTheme: 'oder ein neues Thema',
  giveTheme: 'Thema geben',
  takeTheme: 'Thema entfernen',
  keys: 'Tastatur: Pfeiltasten bewegen, die Leertaste wählt aus, 1 bis 9 geben ein Thema.',
  themesTitle: 'Wie viele jedes Thema nannten',
  themesMethod:
    'Personen, deren Antwort das Thema hat, von allen, die geantwortet haben. Das Intervall ist das 95-%-Intervall nach Wilson. Eine Person kann mehrere Themen nennen.',
  notCoded: 'Ohne Thema',
  people: 'Personen',
  share: 'Anteil',
  interval: '95-%-Intervall',
  compareBy: 'Vergleichen nach',
  noGroups: 'Keine Gruppen',
  held: 'zurückgehalten: zu wenige',
  gave: {
    one: '„{theme}“ einem Text gegeben',
    other: '„{theme}“ {count} Texten gegeben',
  },
  took: {
    one: '„{theme}“ von einem Text entfernt',
    other: '„{theme}“ von {count} Texten entfernt',
  },

  writeInsLead:
    'Was mehrere mit eigenen Worten nennen, kann als eine der Optionen zählen oder als neuer Eintrag. Ähnliche Schreibweisen stehen beisammen; was mit anderen Worten dasselbe meint, entscheiden Sie.',
  writeInsNone: 'Hier gibt es keine eigenen Nennungen, die noch nicht zusammengeführt sind.',
  spellings: 'Schreibweisen',
  countAs: 'Zählt als',
  newItem: 'Ein neuer Eintrag:',
  newItemName: 'Name des neuen Eintrags',
  optionsGiven: 'Optionen der Frage',
  optionsAdded: 'Einträge aus eigenen Nennungen',
  merge: 'Zusammenführen',
  mergeWhat: '{text} zusammenführen',
  newItemMeaning:
    'Ein neuer Eintrag wurde niemandem gezeigt. Bei allen, die ihn nicht selbst nannten, zählt er als nicht eingeordnet, also unter dem, was sie eingeordnet haben. Er steht daher tiefer, als wenn alle ihn gesehen hätten: Lesen Sie seinen Platz als die Unterstützung, die er mindestens hat.',
  newItemIgnored:
    'Ein neuer Eintrag wurde niemandem gezeigt. Verglichen haben ihn nur die, die ihn selbst nannten: Lesen Sie seinen Platz mit Vorsicht.',
  optionMeaning:
    'Wer die Option eingeordnet und zugleich selbst genannt hat, behält den besseren der beiden Plätze. Spätere Antworten zählen ebenso.',
  stepMeaning:
    'Solange die Studie offen ist, bewegen sich die Ergebnisse, sobald sich mindestens {least} Antworten geändert haben.',
  merged: 'Zu „{name}“ zusammengeführt: {texts}',
  mergedNew: 'Zum neuen Eintrag „{name}“ zusammengeführt: {texts}',
  mergedAway: 'zurückgezogene Texte',
  waiting: 'Gerade kommen viele Antworten an: Gleich wird neu gezählt.',

  qualityLead:
    'Zeichen dafür, dass eine Antwort nicht überlegt sein könnte. Eine schnelle oder regelmäßige Antwort kann ehrlich sein: Nichts wird je gelöscht, und niemand wird genannt.',
  onPaper: {
    one: 'Eine Antwort wurde auf Papier geschrieben und von der Moderation eingegeben.',
    other: '{count} Antworten wurden auf Papier geschrieben und von der Moderation eingegeben.',
  },
  qualityNone: 'Es gibt noch keine Antworten.',
  qualityMany: 'Es gibt mehr als {n} Antworten: Nach Zeichen wird nicht gesucht.',
  flaggedTitle: {
    one: 'Eine von {n} Antworten ist auffällig',
    other: '{count} von {n} Antworten sind auffällig',
  },
  flaggedFew: 'Weniger als {least} von {n} Antworten sind auffällig',
  flaggedNone: 'Keine von {n} Antworten ist auffällig',
  flaggedLead:
    'Auffällig sind mögliche Kopien, Tests und Antworten mit zwei oder mehr anderen Zeichen. Die Ergebnisse lassen sich ohne sie zeigen.',
  resultsWith: 'Ergebnisse mit allen Antworten',
  resultsWithout: 'Ergebnisse ohne auffällige Antworten',
  foundFew: 'Weniger als {least}',
  foundNone: 'Keine',
  ofAll: '{share} von {n}',
  fast: 'Sehr schnell',
  fastMeans:
    'In weniger als einem Drittel der mittleren Zeit (Median) beantwortet. {n} Telefone haben die Dauer mitgeteilt.',
  straight: 'Durchgehend dieselbe Antwort',
  straightMeans:
    'In allen Zeilen der Bewertungsfragen dieselbe Bewertung (mindestens zehn) oder alles gleich eingeordnet.',
  order: 'Reihenfolge wie angezeigt',
  orderMeans:
    'Ranglisten, die die zufällige Reihenfolge der Anzeige behalten oder umkehren, wo der Zufall das bei weniger als 2 von 1.000 Personen täte.',
  copy: 'Mögliche Kopie',
  copyMeans:
    'Dieselben Antworten wie eine frühere Einsendung innerhalb von drei Tagen, bis auf höchstens eine Frage: mindestens acht gleiche Antworten, darunter eine Rangliste. Die frühere ist nicht auffällig.',
  test: 'Test',
  testMeans: 'Ein Text wie „Test“ oder immer wieder derselbe Buchstabe.',
  effectSame: 'Ohne sie bleibt die Reihenfolge bei „{question}“ gleich.',
  effectMoves: 'Ohne sie ändert sich „{question}“:',
  effectFew: 'Wie die Reihenfolge ohne sie wäre, wird nicht gezeigt: zu wenige.',
  move: '{item}: {place} → {without}',
  biasTitle: 'Beeinflusst die Anzeige die Reihenfolge?',
  biasLead:
    'Alle sahen die Einträge in einer eigenen zufälligen Reihenfolge. Werden weiter oben stehende Einträge häufiger höher eingeordnet, als der Zufall erlaubt, so hat die Liste selbst einen Einfluss; die Zufallsreihenfolge gleicht ihn zwischen den Einträgen aus.',
  biasNone: 'Kein Anzeichen dafür ({n} Personen, p {p})',
  biasSome:
    'Früher gezeigte Einträge werden höher eingeordnet: Korrelation {r} ({n} Personen, p {p})',
  biasReverse:
    'Später gezeigte Einträge werden höher eingeordnet: Korrelation {r} ({n} Personen, p {p})',
  biasFew: 'Zu wenige Antworten',

  filterAll: 'Alle Antworten',
  filterClean: 'Ohne auffällige Antworten',
  leftOut: {
    one: 'Eine auffällige Antwort der Studie ist ausgelassen.',
    other: '{count} auffällige Antworten der Studie sind ausgelassen.',
  },
  leftOutFew: 'Die auffälligen Antworten der Studie, weniger als {least}, sind ausgelassen.',
  leftOutNone: 'Keine Antwort der Studie ist auffällig, also ist keine ausgelassen.',
  leftOutLater:
    'Auffällige Antworten zählen vorerst mit: Sie lassen sich auslassen, sobald die Studie geschlossen ist.',
  leftOutMany:
    'Auffällige Antworten zählen mit: Gesucht werden sie nur unter höchstens {most} Antworten.',
  addedNote:
    'Aus eigenen Nennungen gebildet und niemandem gezeigt: {items}. Hätten alle sie gesehen, stünden sie höher oder gleich hoch.',
} as const satisfies Catalogue<typeof en>;
