import type { Catalogue } from '../../../src/survey/catalogue.ts';
import type en from './en.ts';

export default {
  link: 'La sala: tavoli, turni, eventi',
  title: 'La sala in cifre',
  lead: 'Le risposte delle persone e quelle dei tavoli non si sommano mai: qui stanno le une accanto alle altre.',
  event: 'Evento',
  allEvents: 'Tutti gli eventi',
  own: 'Un gruppo di fronte a tutti gli altri',
  nothing: 'Ancora nessuna risposta da una sala',
  nothingLead:
    'Quando si risponderà ai tavoli o in un evento, qui si vedrà che cosa ha cambiato la discussione e se i tavoli rappresentano i loro membri.',
  stepped: 'Finché si risponde, i membri di un tavolo contano a passi interi di {n}.',
  roundOf: 'Turno {n}',
  audience: 'pubblico',
  experts: 'esperti invitati',
  team: 'gruppo di progetto',
  table: 'Tavolo',
  members: 'Membri',
  representTitle:
    'I membri e il proprio tavolo ordinano diversamente il {own} delle coppie; i membri e gli altri tavoli, il {others}',
  representHeld: 'Troppo poche risposte per tavolo per confrontare i membri con il loro tavolo',
  representMethod:
    '{n} membri dei tavoli mostrati. Se i posti fossero stati assegnati a caso: p {p}.',
  representOwn: 'Distanza dal proprio tavolo',
  representOthers: 'Distanza dagli altri tavoli',
  representNearer: 'Più vicini al proprio tavolo',
  heldFew: 'meno di {n}',
  heldNone: 'ancora nessuna classifica',
  prevailed: 'Distanza dal proprio tavolo secondo chi sono: {list}.',
  prevailedHeld: 'Gli esperti e il gruppo di progetto sono troppo pochi per distinguerli.',
  howDistance:
    'La distanza è la parte di tutte le coppie di elementi che due ordini mettono al contrario; una coppia che uno solo dei due mette alla pari conta la metà. 0 % è lo stesso ordine, 50 % quello che dà il caso, 100 % l’inverso.',
  howShown:
    'Si mostrano e contano solo i tavoli con almeno {n} membri che hanno risposto. Gli altri tavoli sono il metro di confronto.',
  agreeMore: 'Le persone dello stesso tavolo concordano più di quelle di tavoli diversi',
  agreeSame: 'Le persone dello stesso tavolo non concordano più di quelle di tavoli diversi',
  agreeMethod: 'Il {share} delle differenze è tra i tavoli; per caso sarebbe il {chance}. p {p}.',
  agreeW: 'W di Kendall',
  agreeTau: 'Tau medio',
  withinTables: 'All’interno dei tavoli, in media',
  acrossTables: 'Tra tavoli diversi, in media',
  betweenTables: 'Le classifiche dei tavoli stessi',
  differMost:
    'I tavoli differiscono soprattutto su {list}: la parte delle differenze tra persone che è tra i tavoli.',
  howAgree:
    'La W di Kendall è 1 quando tutti ordinano allo stesso modo. Per caso vale circa 1 diviso per il numero di persone, perciò i tavoli piccoli sembrano più concordi di quanto siano. Il tau medio di due persone è 0 per caso, qualunque sia il loro numero.',
  howDealt: 'Il valore p riassegna tutti i posti {n} volte.',
  bootTitle: 'Posizioni dopo la discussione, estraendo tavoli interi',
  bootMethod:
    '{n} persone a {tables} tavoli, secondo Borda: nel 95 % delle estrazioni la posizione è nell’intervallo.',
  bootFew: 'Con meno di 8 tavoli gli intervalli sono troppo stretti.',
  place: 'Posizione',
  byTable: 'Estraendo tavoli',
  byPerson: 'Estraendo persone',
  howBoot:
    'Chi ha discusso allo stesso tavolo non risponde più in modo indipendente. Perciò si estraggono più volte tavoli interi; estrarre persone farebbe sembrare le posizioni più sicure di quanto siano.',
  range: 'da {low} a {high}',
  markedChanged: 'Senza {who} l’ordine è un altro',
  markedLeader: 'Senza {who} è in testa un altro elemento',
  markedSame: 'Senza {who} l’ordine resta lo stesso',
  markedHeld: 'Con o senza esperti e gruppo di progetto',
  markedFew: 'Ne resterebbero fuori o dentro meno di {n}: non si confronta nulla.',
  markedMethod: '{left} restano fuori, {n} rimangono.',
  markedWith: 'Con tutti',
  markedWithout: 'Senza {who}',
  howMarked:
    'Chi è venuto come esperto invitato o del gruppo di progetto è contrassegnato al suo posto. Entrambi gli ordini sono quelli di Kemeny, del primo turno.',
  movedSome: {
    one: 'Dal turno {before} al turno {after} un elemento si è spostato con certezza',
    other: '{count} elementi si sono spostati con certezza dal turno {before} al turno {after}',
  },
  movedNone: 'Dal turno {before} al turno {after} nessun elemento si è spostato con certezza',
  pairedMethod:
    '{n} persone erano presenti in entrambi i turni. Andate via: {leavers}. Arrivate: {newcomers}.',
  pairedFew: 'Meno di {n} persone hanno risposto in entrambi i turni.',
  pairedCoarse:
    'Chi resta fuori è così poco numeroso che i ranghi medi potrebbero rivelarne le risposte: si mostrano solo le posizioni.',
  agreementMoved: 'La W di Kendall è passata da {before} a {after}.',
  agreementChange: 'La variazione è tra {low} e {high} (95 %).',
  towards: 'Distanza dal proprio tavolo: {before} prima, {after} dopo (p {p}).',
  stopAgreed: 'C’è accordo e l’ordine è stabile: ci si può fermare.',
  stopSettled:
    'L’ordine è stabile, ma non c’è accordo. Un altro turno cambierebbe poco: conviene riferire il disaccordo.',
  stopGoOn: 'L’accordo o l’ordine si muovono ancora: conviene chiedere ancora una volta.',
  stopUsed:
    'L’accordo o l’ordine si muovono ancora, ma più di {n} turni stancano: conviene riferirlo così com’è.',
  meanOf: 'Rango medio, turno {n}',
  howPaired:
    'I due ranghi che ogni persona dà a un elemento sono confrontati con il test dei ranghi con segno di Wilcoxon, corretto secondo Holm per tutti gli elementi. Contano solo le persone presenti in entrambi i turni.',
  howStop:
    'Uno studio a turni si ferma quando la W di Kendall è almeno {agreed} e l’ordine è stabile: tau-x dei due ordini almeno {stable} e variazione di W al massimo {change}. La stabilità conta per prima.',
  eventsTitle: 'Posizione di ogni elemento, evento per evento',
  eventsMethod:
    'Solo le prime risposte delle persone. Ogni evento è confrontato con tutti gli altri.',
  eventHeld: 'trattenuto',
  eventAgainst: '{event}: tau-x {tau} con gli altri, p {p}.',
  equalWeight: '{series}, con lo stesso peso per ogni evento',
  howEvents:
    'Sono trattenuti gli eventi con troppo poche risposte e quelli che si potrebbero ricavare dal resto. Una serie è l’insieme dei suoi eventi; a parità di peso, un evento grande non prevale su uno piccolo.',
  ownHeld: 'Questo gruppo o il resto delle persone è troppo piccolo per essere mostrato.',

  series: 'Serie',
  seriesLead:
    'Le edizioni di una serie fianco a fianco: quante persone hanno risposto e come ha ordinato ogni edizione, da sola e insieme.',
  noSeries: 'Ancora nessuna serie',
  noSeriesLead: 'Indichi la stessa serie in più eventi: qui compariranno fianco a fianco.',
  edition: 'Edizione',
  organiser: 'Organizzato da',
  answered: 'Persone che hanno risposto',
  noneYet: 'ancora nessuna',
  howEditions:
    'Un’edizione conta quando almeno {n} persone vi hanno risposto, e non finché le altre la rivelerebbero.',

  guidesTitle: 'Che cosa hanno risposto i tavoli alle domande guida',
  guidesMethod: '{n} domande su {of} hanno una risposta. Sono le parole dei tavoli, senza nomi.',
  guide: 'Domanda guida',
  guideAnswer: 'Risposta',
  cardsTitle: 'Che cosa hanno scritto i tavoli sulle loro schede',
  cardsMethod: {
    one: 'Problemi, soluzioni e conclusioni di un tavolo, nell’ultima versione e senza nomi.',
    other:
      'Problemi, soluzioni e conclusioni di {count} tavoli, nell’ultima versione e senza nomi.',
  },
  cardText: 'Testo',
  cardProblem: 'Problema',
  cardSolution: 'Soluzione',
  cardConclusion: 'Conclusione',

  whenWhere: 'Quando e dove',
} as const satisfies Catalogue<typeof en>;
