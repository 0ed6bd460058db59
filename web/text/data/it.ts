import type { Catalogue } from '../../../src/survey/catalogue.ts';
import type en from './en.ts';

export default {
  parts: 'Parti dei dati',
  texts: 'Testi e temi',
  writeIns: 'Risposte proprie',
  quality: 'Qualità',
  question: 'Domanda',
  show: 'Mostra',
  noQuestions: 'Questo studio non ha domande di questo tipo.',
  tooFew: 'Le risposte si mostrano quando sono almeno {least}.',
  readOnly: 'Può leggere. Decidono chi progetta lo studio e i proprietari.',
  log: 'Che cosa è stato deciso',
  logEmpty: 'Ancora nulla. Ogni decisione compare qui e si può annullare.',
  somebody: 'Qualcuno',
  undo: 'Annulla',
  undoWhat: 'Annulla: {what}',
  undoneBy: 'annullato da {name} il {date}',
  byOn: '{name}, {date}',

  textsLead:
    'Legga ciò che è stato scritto e dia a ogni testo uno o più temi. I temi si contano poi come le opzioni di una domanda.',
  peopleAnswered: {
    one: 'Ha risposto una persona',
    many: 'Hanno risposto {count} di persone',
    other: 'Hanno risposto {count} persone',
  },
  search: 'Cerca nei testi',
  only: 'Mostra',
  allTexts: 'Tutti i testi',
  uncodedTexts: 'Testi senza tema',
  times: { one: 'una volta', other: '{count} volte' },
  near: 'Questi {n} testi hanno in comune la maggior parte delle parole',
  chooseNear: 'Scegli tutti questi',
  noneFound: 'Nessun testo corrisponde.',
  theme: 'Tema',
  newTheme: 'o un tema nuovo',
  giveTheme: 'Dai il tema',
  takeTheme: 'Togli il tema',
  keys: 'Tastiera: le frecce spostano, la barra spaziatrice sceglie, da 1 a 9 si dà un tema.',
  themesTitle: 'Quante persone hanno citato ogni tema',
  themesMethod:
    'Persone la cui risposta ha il tema, su tutte quelle che hanno risposto. L’intervallo è quello di Wilson al 95 %. Una persona può citare più temi.',
  notCoded: 'Senza tema',
  people: 'Persone',
  share: 'Quota',
  interval: 'Intervallo al 95 %',
  compareBy: 'Confronta per',
  noGroups: 'Nessun gruppo',
  held: 'non mostrato: troppo poche',
  gave: {
    one: '«{theme}» dato a un testo',
    other: '«{theme}» dato a {count} testi',
  },
  took: {
    one: '«{theme}» tolto da un testo',
    other: '«{theme}» tolto da {count} testi',
  },

  writeInsLead:
    'Ciò che più persone scrivono con parole proprie può contare come una delle opzioni o come una voce nuova. Le grafie simili stanno insieme; ciò che significa lo stesso con altre parole lo decide Lei.',
  writeInsNone: 'Qui non ci sono risposte proprie ancora da unire.',
  spellings: 'Grafie',
  countAs: 'Conta come',
  newItem: 'Una voce nuova:',
  newItemName: 'Nome della voce nuova',
  optionsGiven: 'Opzioni della domanda',
  optionsAdded: 'Voci nate da risposte proprie',
  merge: 'Unisci',
  mergeWhat: 'Unisci {text}',
  newItemMeaning:
    'Una voce nuova non è stata mostrata a nessuno. Per chi non l’ha scritta conta come non ordinata, sotto ciò che ha ordinato. Perciò sta più in basso che se tutti l’avessero vista: legga il suo posto come il sostegno minimo che ha.',
  newItemIgnored:
    'Una voce nuova non è stata mostrata a nessuno. La confronta solo chi l’ha scritta: legga il suo posto con cautela.',
  optionMeaning:
    'Chi ha ordinato l’opzione e l’ha anche scritta mantiene il migliore dei due posti. Le risposte successive contano allo stesso modo.',
  stepMeaning:
    'Finché lo studio è aperto, i risultati cambiano quando sono cambiate almeno {least} risposte.',
  merged: 'Unito a «{name}»: {texts}',
  mergedNew: 'Unito alla voce nuova «{name}»: {texts}',
  mergedAway: 'testi ritirati',
  waiting: 'Stanno arrivando molte risposte: l’unione sarà contata tra un momento.',

  qualityLead:
    'Segni che una risposta forse non è stata meditata. Una risposta rapida o regolare può essere sincera: nulla viene mai cancellato e nessuno è nominato.',
  onPaper: {
    one: 'Una risposta è stata scritta su carta e inserita da chi facilita.',
    other: '{count} risposte sono state scritte su carta e inserite da chi facilita.',
  },
  qualityNone: 'Non ci sono ancora risposte.',
  qualityMany: 'Ci sono più di {n} risposte: non si cercano segni.',
  flaggedTitle: {
    one: 'Una risposta su {n} è segnalata',
    other: '{count} risposte su {n} sono segnalate',
  },
  flaggedFew: 'Meno di {least} risposte su {n} sono segnalate',
  flaggedNone: 'Nessuna risposta su {n} è segnalata',
  flaggedLead:
    'Sono segnalate le possibili copie, le prove e le risposte con due o più segni di altro tipo. I risultati si possono mostrare senza di esse.',
  resultsWith: 'Risultati con tutte le risposte',
  resultsWithout: 'Risultati senza le segnalate',
  foundFew: 'Meno di {least}',
  foundNone: 'Nessuna',
  ofAll: '{share} su {n}',
  fast: 'Molto rapida',
  fastMeans: 'Data in meno di un terzo del tempo mediano. {n} telefoni hanno indicato la durata.',
  straight: 'Sempre la stessa risposta',
  straightMeans:
    'La stessa valutazione in ogni riga delle domande di valutazione (almeno dieci), o tutto ordinato alla pari.',
  order: 'Ordine come mostrato',
  orderMeans:
    'Classifiche che mantengono o invertono l’ordine casuale in cui le voci erano mostrate, quando il caso lo farebbe in meno di 2 persone su 1000.',
  copy: 'Possibile copia',
  copyMeans:
    'Le stesse risposte di un invio precedente entro tre giorni, tranne al massimo una domanda: almeno otto risposte uguali, tra cui una classifica. Quella precedente non è segnalata.',
  test: 'Prova',
  testMeans: 'Un testo come «prova», o una lettera ripetuta.',
  effectSame: 'Senza di esse l’ordine di «{question}» resta lo stesso.',
  effectMoves: 'Senza di esse «{question}» cambia:',
  effectFew: 'Come sarebbe l’ordine senza di esse non si mostra: sono troppo poche.',
  move: '{item}: {place} → {without}',
  biasTitle: 'L’ordine mostrato ha un’influenza?',
  biasLead:
    'Ognuno ha visto le voci in un proprio ordine casuale. Se quelle mostrate prima sono ordinate più in alto più spesso di quanto permetta il caso, la lista stessa ha un’influenza; l’ordine casuale la compensa tra le voci.',
  biasNone: 'Nessun segno ({n} persone, p {p})',
  biasSome:
    'Ciò che è mostrato prima è ordinato più in alto: correlazione {r} ({n} persone, p {p})',
  biasReverse:
    'Ciò che è mostrato dopo è ordinato più in alto: correlazione {r} ({n} persone, p {p})',
  biasFew: 'Troppo poche risposte per dirlo',

  filterAll: 'Tutte le risposte',
  filterClean: 'Senza le segnalate',
  leftOut: {
    one: 'È esclusa una risposta segnalata dello studio.',
    other: 'Sono escluse {count} risposte segnalate dello studio.',
  },
  leftOutFew: 'Sono escluse le risposte segnalate dello studio, meno di {least}.',
  leftOutNone: 'Nessuna risposta dello studio è segnalata, quindi nessuna è esclusa.',
  leftOutLater:
    'Le risposte segnalate per ora contano: si potranno escludere quando lo studio sarà chiuso.',
  leftOutMany: 'Le risposte segnalate contano: si cercano solo tra al massimo {most} risposte.',
  addedNote:
    'Nate da risposte proprie e mostrate a nessuno: {items}. Se tutti le avessero viste, starebbero più in alto o allo stesso posto.',
} as const satisfies Catalogue<typeof en>;
