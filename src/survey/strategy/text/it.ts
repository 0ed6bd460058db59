import type { Catalogue } from '../../catalogue.ts';
import type en from './en.ts';

export default {
  quoted: '«{text}»',
  range: 'da {from} a {to}',
  below: '< {value}',
  partOf: '{name} ({share})',
  stated: '{sentence}.',
  firm: '{sentence} (n = {n}; certo al 95%).',
  tentative: '{sentence} (n = {n}; provvisorio, con meno di 15 risposte).',
  open: '{sentence} (n = {n}; aperto, le risposte non lo decidono).',
  round: 'Turno {n}',

  documentTitle: 'Strategia di formazione: {study}',
  section1: 'Sintesi',
  section2: 'Contesto e scopo',
  section3: 'Chi ha partecipato',
  section4: 'Metodo',
  section5: 'Serve formazione, e per chi?',
  section6: 'Contenuti',
  section7: 'Metodi di insegnamento',
  section8: 'Durata e ritmo',
  section9: 'Quadro del programma',
  section10: 'E-learning e gruppi misti',
  section11: 'Sfide, casi e soluzioni',
  section12: 'Differenze',
  section13: 'Piano di studi proposto',
  section14: 'Tabella di marcia',
  annex: 'Allegati',

  contents: 'Contenuti',
  targets: 'Destinatari',
  methods: 'Metodi',
  frameworks: 'Quadri',
  challenges: 'Sfide',
  disciplines: 'Discipline',

  columnGroup: 'Gruppo',
  columnPlace: 'Posto',
  columnItem: 'Elemento',
  columnMeanRank: 'Rango medio',
  columnRange: 'Posti possibili (95%)',
  columnFirst: 'Prima scelta',
  columnTier: 'Gruppo',
  columnBelow: 'Livello sotto l’importanza',
  columnRds: 'Discrepanza (RDS)',
  columnMwds: 'Divario ponderato (MWDS)',
  importance: 'Importanza',
  level: 'Proprio livello attuale',
  chartRanking:
    'Ranghi medi con intervalli al 95%, il migliore per primo; {items} guida l’ordine di {n} persone',
  chartBars: 'Quote delle {n} risposte con intervalli al 95%; la più frequente: {items}',
  quadrantCaption: 'Importanza e livello',
  quadrantSummary:
    'Importanza media di ogni contenuto rispetto al proprio livello attuale; ciò che è importante e poco padroneggiato va formato per primo',
  pointText: 'importanza {importance}, livello {level}',
  gapCaption: 'Divari fra importanza e livello, dal bisogno maggiore',
  columnMedian: 'Mediana',
  columnHalf: 'Metà centrale',
  durationCaption: 'Durata per gruppo',
  columnAnswers: 'Risposte',
  columnShare: 'Quota',
  rowSmallGroups: 'Gruppi troppo piccoli per essere nominati',

  summaryNothing:
    'Non si può ancora concludere nulla: non ci sono risposte che si possano mostrare',
  summaryFew: {
    one: 'Per ora si può enunciare una sola conclusione',
    other: 'Per ora si possono enunciare solo {count} conclusioni',
  },

  synthetic:
    'Tutte le risposte sono inventate: questo documento mostra come è fatta una strategia e non è una base per decisioni',
  purpose:
    'Questa strategia è tratta dallo studio {title} e dice quale formazione serve, per chi e in quale forma',
  asked: 'Lo studio pone {questions} domande; lingue in cui si può rispondere: {languages}',
  stillDraft: 'Lo studio non è ancora stato aperto',
  stillOpen: 'Lo studio è ancora aperto, quindi le cifre alla data {day} cambieranno',
  closed: 'Lo studio è chiuso; le cifre sono quelle alla data {day}',
  filtered: 'Qui conta solo una parte delle risposte: {filter}',
  filterPart: '{title}: {items}',
  filterClean: 'senza quelle che più segnali mettono in dubbio',

  participants: { one: 'Ha partecipato una persona', other: 'Hanno partecipato {count} persone' },
  participantsRounds:
    'Ci sono state {count} risposte individuali in {rounds} turni; chi ha risposto in più turni conta in ciascuno, il che rende gli intervalli troppo stretti',
  participantsRound: 'Qui conta solo il turno {round}: vi hanno partecipato {count} persone',
  participantsRoundOf:
    'Qui conta solo il turno {round}: vi hanno partecipato {count} persone, oltre a {others}',
  roundHas: '{n} nel turno {round}',
  participantsHeld: 'Hanno partecipato troppo poche persone per mostrare qualcosa',
  tables: {
    one: 'Un tavolo ha risposto insieme ed è contato a parte',
    other: '{count} tavoli hanno risposto insieme e sono contati a parte',
  },
  tablesRounds:
    'Ci sono state {count} risposte di tavoli in {rounds} turni, contate a parte; un tavolo che ha risposto in più turni conta in ciascuno',
  profile: '{title}: {n} risposte, le più frequenti {shares}',
  profileHeld: '{title}: troppo poche risposte per mostrarle',
  completion:
    'Quota dei partecipanti che ha risposto a ciascuna delle domande a risposte date poste a tutti e con risposte sufficienti: fra {low} e {high}; ha meno risposte {title}',
  completionEqual:
    'Quota dei partecipanti che ha risposto a ciascuna delle domande a risposte date poste a tutti e con risposte sufficienti: {share}',
  sampleChosen:
    'Chi ha partecipato è stato invitato o è venuto da sé; gli intervalli descrivono il caso fra queste persone e non dicono nulla di chi non è stato interpellato',
  sampleSmall: 'Con meno di {limit} persone ogni affermazione è al più provvisoria',
  sampleLeans:
    '{title}: le risposte {items} sono {share} del totale, quindi le conclusioni pendono verso quel gruppo',

  version: 'Il questionario è {id}, versione {version}',
  events: {
    one: 'Le risposte sono state date a un evento: {names}',
    other: 'Le risposte sono state date a {count} eventi: {names}',
  },
  noEvents: 'Le risposte sono state date al di fuori di eventi',
  rounds: {
    one: 'Si è risposto in un turno',
    other: 'Si è risposto in {count} turni',
  },
  aggregation:
    'Gli ordini sono quelli che contraddicono meno le graduatorie individuali (Kemeny); gli elementi sono considerati diversi solo dove test t appaiati, corretti secondo Holm per tutti i confronti, li distinguono al 95%',
  unrankedBottom:
    'Ciò che qualcuno non ha ordinato conta come pari merito sotto ciò che ha ordinato',
  unrankedIgnore: 'Ciò che qualcuno non ha ordinato non dice nulla sul suo posto',
  tablesApart: 'Le risposte dei tavoli non sono mai sommate a quelle individuali',
  exclusions: '{title}: contano {n} risposte su {all}; non contano: {reasons}',
  noExclusions: '{title}: contano tutte le {all} risposte',
  leftNoAnswer: '{n} senza risposta',
  leftNoOpinion: '{n} senza opinione',
  leftDontKnow: '{n} che non sanno',
  leftExcluded: '{n} fuori dalla base («non so» e simili)',
  leftWriteInsOnly: '{n} con soli elementi propri',
  flagged: {
    one: 'Più segnali fanno dubitare di una risposta; è contata lo stesso',
    other: 'Più segnali fanno dubitare di {count} risposte; sono contate lo stesso',
  },
  flaggedOut: {
    one: 'Più segnali fanno dubitare di una risposta; non è contata',
    other: 'Più segnali fanno dubitare di {count} risposte; non sono contate',
  },
  flaggedNone: 'Nessuna risposta mostra più segnali di trascuratezza',
  suppression:
    'Non si mostrano gruppi con meno di {min} persone, né quelli ricavabili per sottrazione',

  unanswered: '{title}: hanno risposto troppo poche persone per dire qualcosa',
  notAsked: '{list}: lo studio non lo chiede',
  notAskedHere: 'Lo studio non lo chiede',
  verdictNeeded:
    'Serve formazione: lo dice {share} di chi ha un’opinione, con intervallo al 95% che va da {low} a {high}',
  verdictEnough:
    'Non si chiede nuova formazione: la ritiene necessaria {share}, con intervallo al 95% che va da {low} a {high}, e alla maggior parte degli altri basta quella che c’è',
  verdictOther:
    'La formazione non è la risposta: la ritiene necessaria {share}, con intervallo al 95% che va da {low} a {high}, e la maggior parte degli altri indica altre cause',
  verdictMixed:
    'Non si chiede nuova formazione: la ritiene necessaria {share}, con intervallo al 95% che va da {low} a {high}, per ragioni diverse',
  verdictUndecided:
    'Non è deciso se serva formazione: lo dice {share}, con intervallo al 95% che va da {low} a {high}',
  otherCauses:
    'Per {share} il problema non è la formazione; prima di progettare un corso vanno esaminate altre cause',
  leadersOne: '{list}: {items} è nettamente al primo posto, con rango medio {ranks} su {all}',
  leadersSome:
    '{list}: in testa {items}, con ranghi medi {ranks} su {all}; non si può dire quale sia il primo',
  leadersOnePlain: '{list}: {items} è nettamente al primo posto su {all}',
  leadersSomePlain: '{list}: in testa {items} su {all}; non si può dire quale sia il primo',
  leadersAll:
    '{list}: ognuno dei {all} elementi può essere il primo; non si distingue alcun ordine',
  leadersMost:
    '{list}: {some} dei {all} elementi possono essere il primo e non si può dire quale; si può escludere solo questo: {items}',
  divided:
    '{list}: le opinioni si dividono su {items}; almeno un terzo lo mette verso l’alto e almeno un terzo verso il basso',
  agreement: '{list}: l’accordo è {level} (W di Kendall = {w})',
  wNone: 'quasi nullo',
  wVeryWeak: 'molto debole',
  wWeak: 'debole',
  wModerate: 'moderato',
  wStrong: 'forte',
  wVeryStrong: 'molto forte',
  gapLacking:
    '{items}: importanza {importance} a fronte di un livello attuale di {level}; per {share} il proprio livello è sotto l’importanza',
  gapExceeding:
    '{items}: livello attuale {level} a fronte di un’importanza di {importance}; solo per {share} il proprio livello è sotto',
  gapNone:
    '{items}: non emerge alcun divario, con importanza {importance} e livello {level}; per {share} il proprio livello è sotto l’importanza',
  trainFirst:
    'Più importante e meno padroneggiato della media dei contenuti, quindi da formare per primo: {items}',
  trainFirstSome:
    'Più importante e meno padroneggiato della media dei contenuti, quindi da formare per primo: {items}; forse anche quanto segue, troppo vicino alla media per esserne certi: {others}',
  trainNone:
    'Nessun contenuto è insieme più importante e meno padroneggiato della media dei contenuti',
  duration:
    'Durata della formazione secondo la mediana: {median}; metà delle risposte sta fra {low} e {high}',
  spread: 'Periodo su cui distribuirla: {median}; metà delle risposte sta fra {low} e {high}',
  loadFits: '{hours} in {weeks} fanno {load} alla settimana, il che è fattibile',
  loadTooMuch:
    '{hours} in {weeks} fanno {load} alla settimana, il che non è fattibile: servono almeno {needed}',
  formatOnline:
    'La formazione può svolgersi soprattutto in e-learning con una sessione pratica: lo accetta {share}, con intervallo al 95% che va da {low} a {high}',
  formatHalf:
    'Il punto medio delle risposte è metà e-learning e metà in presenza: accetta soprattutto l’e-learning {share}, con intervallo al 95% che va da {low} a {high}',
  formatFace:
    'La formazione dovrebbe svolgersi soprattutto in presenza: accetta soprattutto l’e-learning solo {share}, con intervallo al 95% che va da {low} a {high}',
  formatOpen:
    'Non è deciso se la formazione possa svolgersi soprattutto in e-learning: lo accetta {share}, con intervallo al 95% che va da {low} a {high}',
  handsOn:
    'Poiché l’e-learning è accettato solo in parte, almeno {share} delle ore di lezione sono pratiche',
  onlineShare:
    'Quota di ore in linea secondo la mediana: {median}; metà delle risposte sta fra {low} e {high}',
  mixingYes:
    '{items}: la mescolanza è vista come un vantaggio; d’accordo {agree}, in disaccordo {disagree}',
  mixingNo:
    '{items}: nessuna maggioranza vede un vantaggio nella mescolanza; d’accordo {agree}, in disaccordo {disagree}',

  guiding:
    '{question}: fra i suoi contenuti il meglio collocato è {content}, con rango medio {contentRank}; fra le sue sfide {challenge}, con {challengeRank}',
  guidingContent:
    '{question}: fra i suoi contenuti il meglio collocato è {content}, con rango medio {contentRank}',
  guidingChallenge:
    '{question}: fra le sue sfide la meglio collocata è {challenge}, con rango medio {challengeRank}',
  quotesFrom: {
    one: '{title}: una risposta, citata senza nome',
    other: '{title}: {shown} risposte su {count}, citate senza nomi',
  },
  quotesHeld: '{title}: troppo poche risposte per citarle',
  tablesOnGuide: {
    one: '{question}: un tavolo ne ha scritto',
    other: '{question}: {count} tavoli ne hanno scritto e {shown} sono citati',
  },
  tablesCases: {
    one: 'Un tavolo ha annotato un caso della sua pratica',
    other: '{count} tavoli hanno annotato casi della loro pratica e {shown} sono citati',
  },
  tablesConclude: {
    one: 'Un tavolo ha portato conclusioni in plenaria',
    other: '{count} tavoli hanno portato conclusioni in plenaria e {shown} sono citati',
  },
  cardProblem: 'Problema',
  cardSolution: 'Soluzione',
  cardConclusion: 'Conclusione',

  dividesRanking:
    '{title}, per {segment}: divide di più {items}, con rango medio {highest} per {high} e {lowest} per {low}',
  dividesChoice:
    '{title}, per {segment}: divide di più {items}, con una quota di {highest} per {high} e di {lowest} per {low}',
  dividesRating:
    '{title}, per {segment}: divide di più {items}, con un voto medio di {highest} per {high} e di {lowest} per {low}',
  dividesOrder:
    '{title}, per {segment}: le risposte più alte sono quelle di {high}, le più basse quelle di {low}',
  dividesNone: 'Nessuna differenza fra gruppi è certa una volta corretti tutti i confronti',
  dividesFew: 'Hanno risposto troppo poche persone per confrontare gruppi',
  dividesFiltered: 'All’interno di una parte delle risposte i gruppi non vengono confrontati',
  tablesLead: '{list}, secondo {n} risposte di tavoli: il gruppo di testa su {all} è {items}',
  tablesLeadNone: '{list}, secondo {n} risposte di tavoli: non si distingue alcun ordine',
  groupLeads: '{group}: il gruppo di testa su {all} è {items}, con ranghi medi {ranks}',
  groupLeadsNone:
    '{group}: ognuno dei {all} elementi può essere il primo; non si distingue alcun ordine',
  segmentLanguage: 'Lingua',
  segmentEvent: 'Evento',

  plan: {
    one: 'Il piano di studi ha un modulo: {total} di lavoro ({credits} ECTS), di cui {contact} con docente',
    other:
      'Il piano di studi ha {count} moduli: {total} di lavoro ({credits} ECTS), di cui {contact} con docente',
  },
  planOf:
    'Un credito corrisponde a {hours} di lavoro; i moduli raccolgono {coverage} di tutta la priorità',
  planEveryone: 'Il piano si basa sulle risposte di tutti, non solo su quelle che contano qui',
  planPart: 'Il piano si basa su una parte delle risposte: {filter}',
  planFor: 'Si rivolge a {items}',
  planWeights:
    'Le priorità vengono per {ranking} dalla graduatoria e per {gap} dal divario fra importanza e livello',
  hoursFromAnswers: 'Il limite di {hours} è la mediana delle risposte',
  hoursFromLower:
    'Il limite di {hours} è la minore delle due risposte centrali, perché la mediana sta fra {hours} e {upper}',
  hoursTyped: 'Il limite di {hours} è stato fissato a mano',
  planOrder: 'Nell’ordine di insegnamento: {items}',
  planNone:
    'Non si può progettare un piano di studi: non si sa quante ore debba durare la formazione',
  planNoHours:
    'Non si può progettare un piano di studi: le ore vanno fissate a mano e non lo sono ancora',
  planImpossible: 'Con le regole del piano non è possibile alcun piano di studi',
  planNoWeights: 'Non si può progettare un piano di studi: non si sa che cosa serva di più',
  core: 'Obbligatorio, in almeno {limit} dei piani di {samples} altri campioni delle stesse persone: {items}',
  coreTables:
    'Obbligatorio, in almeno {limit} dei piani di {samples} altri campioni degli stessi tavoli: {items}',
  elective: 'A scelta, in meno piani: {items}',
  drawnTables:
    'I campioni sono di tavoli interi, {tables} in tutto, perché chi ha parlato a uno stesso tavolo non risponde in modo indipendente',
  drawnFewTables:
    'I campioni sono di tavoli interi, perché chi ha parlato a uno stesso tavolo non risponde in modo indipendente; con {tables} tavoli, meno di {least}, la frequenza con cui un modulo è presente è essa stessa incerta',
  stabilityWaiting: 'Non è ancora stato calcolato quanto i moduli dipendano da chi ha risposto',
  planTie: 'Fra {items}, che pesano lo stesso, ha deciso l’ordine dell’elenco',
  moreJoins: 'Un giorno in più ({day}) aggiungerebbe {added} di lavoro e farebbe entrare {items}',
  moreGrows: 'Un giorno in più ({day}) aggiungerebbe {added} di lavoro ai moduli inclusi',
  moreNothing: 'Un giorno in più ({day}) non aggiungerebbe nulla che i moduli possano usare',
  variants: 'Una variante breve ha {short} in {shortModules}, una lunga {long} in {longModules}',
  variantsLong:
    'Una variante breve sarebbe uguale a questo piano; una lunga ha {long} in {longModules}',
  variantsShort:
    'Una variante lunga sarebbe uguale a questo piano; una breve ha {short} in {shortModules}',
  variantsNone: 'Una variante breve e una lunga sarebbero uguali a questo piano',
  modulesCount: {
    one: 'un modulo',
    other: '{count} moduli',
  },
  reasonNoModules: 'Non ci sono moduli da progettare',
  reasonRule: 'Una regola del piano è fuori dal suo intervallo',
  reasonModule: '{items}: un limite o un peso è fuori dal suo intervallo',
  reasonNoSizes: 'I moduli devono avere una dimensione fissa e questi non ce l’hanno: {items}',
  reasonLimits: 'Fra il minimo e il massimo di ore non c’è alcun multiplo del passo: {items}',
  reasonPrerequisite: '{items}: manca un modulo che deve venire prima',
  reasonCycle: 'Ognuno di questi dovrebbe venire prima dell’altro: {items}',
  reasonNoWeights: 'Nessun modulo ha priorità',
  reasonBelowOne: 'Il più piccolo dei moduli richiede {needed} e il limite è di {available}',
  reasonMustHaves: 'Ciò che deve esserci richiede {needed} e il limite è di {available}: {items}',
  reasonStep: 'Resto: {unplaced}, perché il limite non è un multiplo del passo',
  reasonMaximum: 'Resto: {unplaced}, perché ogni modulo ha il suo massimo',
  reasonNext: 'Resto: {unplaced}, perché un altro modulo richiederebbe {needed}',
  reasonSizes: 'Resto: {unplaced}, perché nessuna scelta di moduli lo usa meglio',

  stepSheets: {
    one: 'Scrivere ciò che manca ancora alla scheda di un modulo, come risultati di apprendimento, livello e valutazione',
    other:
      'Scrivere ciò che manca ancora alle schede di {count} moduli, come risultati di apprendimento, livello e valutazione',
  },
  stepCollect:
    'Raccogliere altre risposte prima di decidere: finora sono troppo poche per mostrarle',
  stepPilot: 'Sperimentare per primo {items}, che pesa di più',
  stepPilotOne: 'Sperimentare per primo uno di questi, che pesano di più: {items}',
  stepDecide: 'Risolvere le questioni aperte qui sotto con chi ne è interessato',
  stepCompare: 'Dopo la sperimentazione porre di nuovo le stesse domande e confrontare i due turni',
  owners: 'Nessuno è ancora indicato come responsabile di questi passi: scrivete i nomi accanto',
  openQuestions: 'Le risposte non decidono: {topics}',
  openNone: 'Le risposte non hanno lasciato indecisa alcuna questione di questa strategia',
  tooFewTopics: 'Non hanno risposto abbastanza persone: {topics}',
  riskSample: 'Con {n} partecipanti alcune risposte in più potrebbero cambiare l’ordine',
  riskAgreement:
    'C’è poco accordo sui contenuti (W di Kendall = {w}), quindi un solo piano per tutti deluderà qualcuno',
  riskCauses: 'Dove il problema non è la formazione (lo dice {share}), un corso non lo risolverà',
  riskOnline: {
    one: 'Un modulo ha meno ore in linea di quante desiderate, per la regola sulle ore pratiche',
    other:
      '{count} moduli hanno meno ore in linea di quante desiderate, per la regola sulle ore pratiche',
  },
  riskOpen: 'Lo studio è ancora aperto: ciò che si decide ora forse andrà deciso di nuovo',
  riskNone: 'Dalle cifre non deriva alcun rischio particolare; restano quelli di ogni piano',

  questionnaireCaption: 'Questionario',
  dictionaryCaption: 'Dizionario dei dati delle risposte esportate',
  methodsCaption: 'Come si calcolano le cifre',
  curriculumCaption: 'Moduli nell’ordine di insegnamento',
  variantsCaption: 'Varianti',
  weightsCaption: 'Da graduatoria e divario alla priorità',
  outcomesCaption: 'Risultati di apprendimento',
  columnNumber: 'N.',
  columnQuestion: 'Domanda',
  columnKind: 'Tipo',
  columnOptions: 'Opzioni',
  columnMean: 'Media',
  columnInterval: 'Intervallo al 95%',
  columnModule: 'Modulo',
  columnTotal: 'Ore di lavoro',
  columnContact: 'Con docente',
  columnCredits: 'ECTS',
  columnOnline: 'In linea',
  columnHandsOn: 'Pratiche',
  columnOther: 'In presenza',
  columnMethods: 'Metodi',
  columnBefore: 'Dopo',
  columnRole: 'Carattere',
  columnWorth: 'Dalla graduatoria',
  columnGap: 'Dal divario',
  columnWeight: 'Priorità',
  columnOutcomes: 'Risultati',
  columnVariable: 'Colonna',
  columnType: 'Tipo',
  columnLabel: 'Significato',
  columnFigure: 'Cifra',
  columnHow: 'Come',
  roleCore: 'obbligatorio',
  roleElective: 'a scelta',
  roleOpen: 'da stabilire',
  variantShort: 'Breve',
  variantStandard: 'Standard',
  variantLong: 'Lunga',
  kindRanking: 'graduatoria',
  kindSingle: 'una scelta',
  kindMultiple: 'più scelte',
  kindScale: 'scala ordinata',
  kindRating: 'valutazioni',
  kindNumber: 'numero',
  kindText: 'testo',
  methodShare: 'Quota',
  howShare: 'Risposte di un tipo su tutte quelle che contano, con l’intervallo di Wilson al 95%',
  methodMeanRank: 'Rango medio',
  howMeanRank:
    'Posto medio; gli elementi a pari merito hanno la media dei posti, con l’intervallo di Student al 95%',
  methodLeaders: 'Gruppo di testa',
  howLeaders:
    'Tutti gli elementi che nessun altro batte in un test t appaiato sui ranghi, corretto secondo Holm per tutte le coppie, al 5%',
  methodW: 'W di Kendall',
  howW: 'Dispersione delle somme dei ranghi rispetto alla massima possibile, corretta per i pari merito; da 0 a 1',
  methodMedian: 'Mediana e metà centrale',
  howMedian:
    'Risposta centrale e quartili delle risposte ordinate; dei codici non si fa mai la media',
  methodGap: 'Divario',
  howGap:
    'Importanza meno livello di chi ha dato entrambi; RDS è la quota con più meno quella con meno, MWDS il divario medio per l’importanza media; test dei ranghi con segno di Wilcoxon, corretto secondo Holm',
  methodQuadrant: 'Quadrante',
  howQuadrant: 'Importanza media e livello medio rispetto alle medie di tutti i contenuti',
  methodPriority: 'Priorità',
  howPriority: 'Quota di valore (Plackett–Luce) e quota di MWDS, unite nella proporzione del piano',
  methodHours: 'Ore',
  howHours:
    'Quote delle priorità sul limite, fra il minimo e il massimo di un modulo, arrotondate secondo il resto maggiore',
  methodStability: 'Obbligatorio e a scelta',
  howStability:
    'Il piano rifatto per campioni estratti con reimmissione fra le persone che hanno risposto',
  source: 'Fonte del questionario: {source}',
} as const satisfies Catalogue<typeof en>;
