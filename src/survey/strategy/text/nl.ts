import type { Catalogue } from '../../catalogue.ts';
import type en from './en.ts';

export default {
  quoted: '‘{text}’',
  range: '{from} tot {to}',
  below: '< {value}',
  partOf: '{name} ({share})',
  stated: '{sentence}.',
  firm: '{sentence} (n = {n}; zeker op 95%).',
  tentative: '{sentence} (n = {n}; voorlopig, met minder dan 15 antwoorden).',
  open: '{sentence} (n = {n}; open, de antwoorden beslissen het niet).',
  round: 'Ronde {n}',

  documentTitle: 'Opleidingsstrategie: {study}',
  section1: 'Samenvatting',
  section2: 'Aanleiding en doel',
  section3: 'Wie deelnam',
  section4: 'Methode',
  section5: 'Is opleiding nodig, en voor wie?',
  section6: 'Inhoud',
  section7: 'Lesmethoden',
  section8: 'Duur en ritme',
  section9: 'Kader van het programma',
  section10: 'E-learning en gemengde groepen',
  section11: 'Uitdagingen, gevallen en oplossingen',
  section12: 'Verschillen',
  section13: 'Voorgesteld curriculum',
  section14: 'Stappenplan',
  annex: 'Bijlagen',

  contents: 'Inhoud',
  targets: 'Doelgroepen',
  methods: 'Methoden',
  frameworks: 'Kaders',
  challenges: 'Uitdagingen',
  disciplines: 'Vakgebieden',

  columnGroup: 'Groep',
  columnPlace: 'Plaats',
  columnItem: 'Onderdeel',
  columnMeanRank: 'Gemiddelde rang',
  columnRange: 'Mogelijke plaatsen (95%)',
  columnFirst: 'Eerste keus',
  columnTier: 'Groep',
  columnBelow: 'Niveau onder het belang',
  columnRds: 'Discrepantie (RDS)',
  columnMwds: 'Gewogen kloof (MWDS)',
  importance: 'Belang',
  level: 'Eigen niveau nu',
  chartRanking:
    'Gemiddelde rangen met 95%-intervallen, de beste eerst; {items} staat bovenaan in de volgorde van {n} mensen',
  chartBars: 'Aandelen van de {n} antwoorden met 95%-intervallen; het vaakst {items}',
  quadrantCaption: 'Belang en niveau',
  quadrantSummary:
    'Gemiddeld belang van elk onderdeel tegenover het eigen niveau nu; wat belangrijk is en weinig beheerst wordt, komt het eerst aan bod',
  pointText: 'belang {importance}, niveau {level}',
  gapCaption: 'Kloven tussen belang en niveau, de grootste behoefte eerst',
  columnMedian: 'Mediaan',
  columnHalf: 'Middelste helft',
  durationCaption: 'Duur per groep',
  columnAnswers: 'Antwoorden',
  columnShare: 'Aandeel',
  rowSmallGroups: 'Groepen die te klein zijn om te noemen',

  summaryNothing:
    'Er valt nog niets te concluderen: er zijn geen antwoorden die getoond kunnen worden',
  summaryFew: {
    one: 'Tot nu toe valt er maar één bevinding vast te stellen',
    other: 'Tot nu toe vallen er maar {count} bevindingen vast te stellen',
  },

  synthetic:
    'Alle antwoorden zijn verzonnen: dit document laat zien hoe een strategie eruitziet en is geen grondslag voor besluiten',
  purpose:
    'Deze strategie is gebaseerd op het onderzoek {title} en zegt welke opleiding nodig is, voor wie en in welke vorm',
  asked: 'Het onderzoek stelt {questions} vragen en kan worden beantwoord in het {languages}',
  stillDraft: 'Het onderzoek is nog niet geopend',
  stillOpen: 'Het onderzoek loopt nog, dus de cijfers van {day} zullen veranderen',
  closed: 'Het onderzoek is gesloten; de cijfers zijn die van {day}',
  filtered: 'Hier telt maar een deel van de antwoorden: {filter}',
  filterPart: '{title}: {items}',
  filterClean: 'zonder die waar verschillende tekenen tegen pleiten',

  participants: { one: 'Eén persoon nam deel', other: '{count} mensen namen deel' },
  participantsRounds:
    'Er kwamen {count} antwoorden van personen in {rounds} ronden; wie in meer ronden antwoordde, telt in elke ronde mee, waardoor intervallen te smal zijn',
  participantsRound: 'Hier telt alleen ronde {round}: daaraan namen {count} personen deel',
  participantsRoundOf:
    'Hier telt alleen ronde {round}: daaraan namen {count} personen deel, naast {others}',
  roundHas: '{n} in ronde {round}',
  participantsHeld: 'Er namen te weinig mensen deel om iets te tonen',
  tables: {
    one: 'Eén tafel antwoordde samen en wordt apart geteld',
    other: '{count} tafels antwoordden samen en worden apart geteld',
  },
  tablesRounds:
    'Er kwamen {count} antwoorden van tafels in {rounds} ronden, die apart worden geteld; een tafel die in meer ronden antwoordde, telt in elke ronde mee',
  profile: '{title}: {n} antwoorden, het vaakst {shares}',
  profileHeld: '{title}: te weinig antwoorden om te tonen',
  completion:
    'Elke vraag met gegeven antwoorden die aan iedereen is gesteld en door genoeg mensen is beantwoord, is beantwoord door {low} tot {high} van de deelnemers; de minste antwoorden heeft {title}',
  completionEqual:
    'Elke vraag met gegeven antwoorden die aan iedereen is gesteld en door genoeg mensen is beantwoord, is beantwoord door {share} van de deelnemers',
  sampleChosen:
    'Wie deelnam, was uitgenodigd of kwam uit zichzelf; intervallen beschrijven het toeval onder die mensen en zeggen niets over wie niet gevraagd is',
  sampleSmall: 'Met minder dan {limit} mensen is elke uitspraak hoogstens voorlopig',
  sampleLeans:
    '{title}: {share} van de antwoorden is {items}, dus de bevindingen neigen naar die groep',

  version: 'De vragenlijst is {id}, versie {version}',
  events: {
    one: 'De antwoorden zijn op één bijeenkomst gegeven: {names}',
    other: 'De antwoorden zijn op {count} bijeenkomsten gegeven: {names}',
  },
  noEvents: 'De antwoorden zijn buiten bijeenkomsten gegeven',
  rounds: {
    one: 'Er is in één ronde geantwoord',
    other: 'Er is in {count} ronden geantwoord',
  },
  aggregation:
    'Volgordes zijn die welke de afzonderlijke rangschikkingen het minst tegenspreken (Kemeny); onderdelen gelden alleen als verschillend waar gepaarde t-toetsen, volgens Holm gecorrigeerd voor alle vergelijkingen, ze op 95% onderscheiden',
  unrankedBottom: 'Wat iemand niet rangschikte, telt als gelijk onder wat wel gerangschikt is',
  unrankedIgnore: 'Wat iemand niet rangschikte, zegt niets over de plaats ervan',
  tablesApart: 'Antwoorden van tafels worden nooit bij die van personen opgeteld',
  exclusions: '{title}: {n} van {all} antwoorden tellen; buiten beschouwing: {reasons}',
  noExclusions: '{title}: alle {all} antwoorden tellen',
  leftNoAnswer: '{n} zonder antwoord',
  leftNoOpinion: '{n} zonder mening',
  leftDontKnow: '{n} met ‘weet niet’',
  leftExcluded: '{n} buiten de basis (‘weet niet’ en dergelijke)',
  leftWriteInsOnly: '{n} met alleen eigen onderdelen',
  flagged: {
    one: 'Verschillende tekenen pleiten tegen één antwoord; het telt toch mee',
    other: 'Verschillende tekenen pleiten tegen {count} antwoorden; ze tellen toch mee',
  },
  flaggedOut: {
    one: 'Verschillende tekenen pleiten tegen één antwoord; het telt niet mee',
    other: 'Verschillende tekenen pleiten tegen {count} antwoorden; ze tellen niet mee',
  },
  flaggedNone: 'Geen enkel antwoord vertoont verschillende tekenen van slordigheid',
  suppression:
    'Groepen van minder dan {min} mensen worden niet getoond, evenmin als groepen die door aftrekken te achterhalen zijn',

  unanswered: '{title}: te weinig mensen hebben geantwoord om iets te zeggen',
  notAsked: '{list}: het onderzoek vraagt hier niet naar',
  notAskedHere: 'De studie vraagt hier niet naar',
  verdictNeeded:
    'Opleiding is nodig: {share} van wie een mening heeft, zegt dat, met een 95%-interval van {low} tot {high}',
  verdictEnough:
    'Om nieuwe opleiding wordt niet gevraagd: {share} vindt die nodig, met een 95%-interval van {low} tot {high}, en voor de meeste anderen volstaat wat er is',
  verdictOther:
    'Opleiding is niet het antwoord: {share} vindt die nodig, met een 95%-interval van {low} tot {high}, en de meeste anderen noemen andere oorzaken',
  verdictMixed:
    'Om nieuwe opleiding wordt niet gevraagd: {share} vindt die nodig, met een 95%-interval van {low} tot {high}, om uiteenlopende redenen',
  verdictUndecided:
    'Of opleiding nodig is, staat niet vast: {share} zegt dat, met een 95%-interval van {low} tot {high}',
  otherCauses:
    '{share} zegt dat het probleem niet aan opleiding ligt; andere oorzaken moeten worden bekeken voordat er een cursus komt',
  leadersOne:
    '{list}: {items} staat duidelijk op de eerste plaats, met een gemiddelde rang van {ranks} van {all}',
  leadersSome:
    '{list}: voorop staan {items}, met gemiddelde rangen van {ranks} van {all}; welke de eerste is, valt niet te zeggen',
  leadersOnePlain: '{list}: {items} staat duidelijk op de eerste plaats van {all}',
  leadersSomePlain:
    '{list}: voorop staan van de {all} {items}; welke de eerste is, valt niet te zeggen',
  leadersAll:
    '{list}: elk van de {all} onderdelen kan het eerste zijn; er valt geen volgorde te zien',
  leadersMost:
    '{list}: {some} van de {all} onderdelen kunnen het eerste zijn, en welk het is, valt niet te zeggen; alleen dit valt uit te sluiten: {items}',
  divided:
    '{list}: de meningen zijn verdeeld over {items}; minstens een derde plaatst dit hoog en minstens een derde laag',
  agreement: '{list}: de overeenstemming is {level} (Kendalls W = {w})',
  wNone: 'vrijwel nihil',
  wVeryWeak: 'zeer zwak',
  wWeak: 'zwak',
  wModerate: 'matig',
  wStrong: 'sterk',
  wVeryStrong: 'zeer sterk',
  gapLacking:
    '{items}: belang {importance} tegenover een niveau van {level} nu; {share} schat het eigen niveau lager in dan het belang',
  gapExceeding:
    '{items}: niveau {level} nu tegenover een belang van {importance}; slechts {share} schat het eigen niveau lager in',
  gapNone:
    '{items}: er blijkt geen kloof, bij belang {importance} en niveau {level}; {share} schat het eigen niveau lager in dan het belang',
  trainFirst:
    'Belangrijker en minder beheerst dan het gemiddelde van de onderdelen, dus het eerst aan bod: {items}',
  trainFirstSome:
    'Belangrijker en minder beheerst dan het gemiddelde van de onderdelen, dus het eerst aan bod: {items}; misschien ook deze, die voor zekerheid te dicht bij het gemiddelde liggen: {others}',
  trainNone:
    'Geen onderdeel is tegelijk belangrijker en minder beheerst dan het gemiddelde van de onderdelen',
  duration:
    'Duur van de opleiding volgens de mediaan: {median}; de helft van de antwoorden ligt tussen {low} en {high}',
  spread:
    'Periode waarover die gespreid moet worden: {median}; de helft van de antwoorden ligt tussen {low} en {high}',
  loadFits: '{hours} in {weeks} is {load} per week, wat haalbaar is',
  loadTooMuch:
    '{hours} in {weeks} is {load} per week, wat niet haalbaar is: er is minstens {needed} nodig',
  formatOnline:
    'De opleiding kan vooral e-learning zijn met een praktijksessie: {share} aanvaardt dat, met een 95%-interval van {low} tot {high}',
  formatHalf:
    'Het midden van de antwoorden is half e-learning, half ter plaatse: {share} aanvaardt vooral e-learning, met een 95%-interval van {low} tot {high}',
  formatFace:
    'De opleiding moet vooral ter plaatse gebeuren: slechts {share} aanvaardt vooral e-learning, met een 95%-interval van {low} tot {high}',
  formatOpen:
    'Of de opleiding vooral e-learning kan zijn, is niet beslist: {share} aanvaardt dat, met een 95%-interval van {low} tot {high}',
  handsOn:
    'Omdat e-learning maar beperkt wordt aanvaard, is minstens {share} van de contacturen praktijk',
  onlineShare:
    'Aandeel online uren volgens de mediaan: {median}; de helft van de antwoorden ligt tussen {low} en {high}',
  mixingYes: '{items}: mengen geldt als winst; {agree} is het eens en {disagree} oneens',
  mixingNo:
    '{items}: geen meerderheid ziet winst in mengen; {agree} is het eens en {disagree} oneens',

  guiding:
    '{question}: van de bijbehorende inhoud staat {content} het hoogst, met een gemiddelde rang van {contentRank}; van de uitdagingen {challenge}, met {challengeRank}',
  guidingContent:
    '{question}: van de bijbehorende inhoud staat {content} het hoogst, met een gemiddelde rang van {contentRank}',
  guidingChallenge:
    '{question}: van de bijbehorende uitdagingen staat {challenge} het hoogst, met een gemiddelde rang van {challengeRank}',
  quotesFrom: {
    one: '{title}: één antwoord, zonder naam aangehaald',
    other: '{title}: {shown} van {count} antwoorden, zonder namen aangehaald',
  },
  quotesHeld: '{title}: te weinig antwoorden om aan te halen',
  tablesOnGuide: {
    one: '{question}: één tafel schreef erover',
    other: '{question}: {count} tafels schreven erover en {shown} ervan worden aangehaald',
  },
  tablesCases: {
    one: 'Eén tafel noteerde een geval uit de eigen praktijk',
    other:
      '{count} tafels noteerden gevallen uit de eigen praktijk en {shown} ervan worden aangehaald',
  },
  tablesConclude: {
    one: 'Eén tafel bracht conclusies naar de plenaire zitting',
    other:
      '{count} tafels brachten conclusies naar de plenaire zitting en {shown} ervan worden aangehaald',
  },
  cardProblem: 'Probleem',
  cardSolution: 'Oplossing',
  cardConclusion: 'Conclusie',

  dividesRanking:
    '{title}, naar {segment}: {items} verdeelt het meest, met een gemiddelde rang van {highest} bij {high} en {lowest} bij {low}',
  dividesChoice:
    '{title}, naar {segment}: {items} verdeelt het meest, gekozen door {highest} bij {high} en {lowest} bij {low}',
  dividesRating:
    '{title}, naar {segment}: {items} verdeelt het meest, gemiddeld gewaardeerd met {highest} bij {high} en {lowest} bij {low}',
  dividesOrder:
    '{title}, naar {segment}: de antwoorden zijn het hoogst bij {high} en het laagst bij {low}',
  dividesNone: 'Geen verschil tussen groepen is zeker wanneer alle vergelijkingen zijn meegerekend',
  dividesFew: 'Te weinig mensen hebben geantwoord om groepen te vergelijken',
  dividesFiltered: 'Binnen een deel van de antwoorden worden groepen niet met elkaar vergeleken',
  tablesLead: '{list}, volgens {n} antwoorden van tafels: de kopgroep van de {all} is {items}',
  tablesLeadNone: '{list}, volgens {n} antwoorden van tafels: er valt geen volgorde te zien',
  groupLeads: '{group}: de kopgroep van de {all} is {items}, met gemiddelde rangen van {ranks}',
  groupLeadsNone:
    '{group}: elk van de {all} onderdelen kan het eerste zijn; er valt geen volgorde te zien',
  segmentLanguage: 'Taal',
  segmentEvent: 'Bijeenkomst',

  plan: {
    one: 'Het curriculum heeft één module: {total} werk ({credits} ECTS), waarvan {contact} met een docent',
    other:
      'Het curriculum heeft {count} modules: {total} werk ({credits} ECTS), waarvan {contact} met een docent',
  },
  planOf:
    'Eén studiepunt staat voor {hours} werk; de modules dragen {coverage} van alle prioriteit',
  planEveryone:
    'Het plan berust op de antwoorden van iedereen, niet alleen op die welke hier tellen',
  planPart: 'Het plan berust op een deel van de antwoorden: {filter}',
  planFor: 'Het is bestemd voor {items}',
  planWeights:
    'De prioriteiten komen voor {ranking} uit de rangschikking en voor {gap} uit de kloof tussen belang en niveau',
  hoursFromAnswers: 'De grens van {hours} is de mediaan van de antwoorden',
  hoursFromLower:
    'De grens van {hours} is het laagste van de twee middelste antwoorden, omdat de mediaan tussen {hours} en {upper} ligt',
  hoursTyped: 'De grens van {hours} is met de hand bepaald',
  planOrder: 'In de volgorde van het onderwijs: {items}',
  planNone: 'Er valt geen curriculum te plannen: onbekend is hoeveel uur de opleiding moet duren',
  planNoHours:
    'Er valt geen curriculum te plannen: de uren worden met de hand ingesteld, en dat is nog niet gebeurd',
  planImpossible: 'Met de regels van het plan is geen curriculum mogelijk',
  planNoWeights: 'Er valt geen curriculum te plannen: onbekend is wat het meest nodig is',
  core: 'Verplicht, in minstens {limit} van de plannen van {samples} andere steekproeven van dezelfde mensen: {items}',
  coreTables:
    'Verplicht, in minstens {limit} van de plannen van {samples} andere steekproeven van dezelfde tafels: {items}',
  elective: 'Keuze, in minder plannen: {items}',
  drawnTables:
    'De steekproeven zijn van hele tafels, {tables} in totaal, omdat mensen die aan één tafel hebben gepraat niet onafhankelijk antwoorden',
  drawnFewTables:
    'De steekproeven zijn van hele tafels, omdat mensen die aan één tafel hebben gepraat niet onafhankelijk antwoorden; met {tables} tafels, minder dan {least}, is zelf onzeker hoe vaak een module erin zit',
  stabilityWaiting: 'Hoezeer de modules afhangen van wie geantwoord heeft, is nog niet uitgerekend',
  planTie: 'Tussen {items}, die even zwaar wegen, besliste de volgorde van de lijst',
  moreJoins: 'Eén dag extra ({day}) zou {added} werk toevoegen en {items} opnemen',
  moreGrows: 'Eén dag extra ({day}) zou {added} werk toevoegen aan de opgenomen modules',
  moreNothing: 'Eén dag extra ({day}) zou niets toevoegen dat de modules kunnen gebruiken',
  variants: 'Een korte variant heeft {short} in {shortModules}, een lange {long} in {longModules}',
  variantsLong:
    'Een korte variant zou gelijk zijn aan dit plan; een lange heeft {long} in {longModules}',
  variantsShort:
    'Een lange variant zou gelijk zijn aan dit plan; een korte heeft {short} in {shortModules}',
  variantsNone: 'Een korte en een lange variant zouden gelijk zijn aan dit plan',
  modulesCount: {
    one: 'één module',
    other: '{count} modules',
  },
  reasonNoModules: 'Er zijn geen modules om te plannen',
  reasonRule: 'Een regel van het plan valt buiten zijn bereik',
  reasonModule: '{items}: een grens of gewicht valt buiten het bereik',
  reasonNoSizes: 'Modules moeten een vaste grootte hebben, en deze hebben er geen: {items}',
  reasonLimits: 'Tussen de minste en de meeste uren ligt geen veelvoud van de stap: {items}',
  reasonPrerequisite: '{items}: een module die eraan vooraf moet gaan, ontbreekt',
  reasonCycle: 'Elk van deze zou aan de andere vooraf moeten gaan: {items}',
  reasonNoWeights: 'Geen enkele module heeft prioriteit',
  reasonBelowOne: '{available} is minder dan de kleinste module nodig heeft, namelijk {needed}',
  reasonMustHaves: 'Wat erin moet, heeft {needed} nodig, en de grens is {available}: {items}',
  reasonStep: 'Er blijft {unplaced} over, omdat de grens geen veelvoud van de stap is',
  reasonMaximum: 'Er blijft {unplaced} over, omdat elke module haar maximum heeft',
  reasonNext: 'Er blijft {unplaced} over, omdat nog een module {needed} nodig zou hebben',
  reasonSizes: 'Er blijft {unplaced} over, omdat geen keuze van modules dat beter vult',

  stepSheets: {
    one: 'Schrijf wat op het blad van één module nog ontbreekt, zoals leerresultaten, niveau en toetsing',
    other:
      'Schrijf wat op de bladen van {count} modules nog ontbreekt, zoals leerresultaten, niveau en toetsing',
  },
  stepCollect:
    'Verzamel meer antwoorden voordat er iets wordt besloten: tot nu toe zijn het er te weinig om te tonen',
  stepPilot: 'Beproef eerst {items}, dat het zwaarst weegt',
  stepPilotOne: 'Beproef eerst een van deze, die het zwaarst wegen: {items}',
  stepDecide: 'Los de open vragen hieronder op met wie het aangaat',
  stepCompare: 'Stel na de proef dezelfde vragen opnieuw en vergelijk de twee ronden',
  owners: 'Voor deze stappen is nog niemand aangewezen: schrijf de namen ernaast',
  openQuestions: 'Door de antwoorden niet beslist: {topics}',
  openNone: 'De antwoorden lieten geen vraag van deze strategie onbeslist',
  tooFewTopics: 'Door te weinig mensen beantwoord: {topics}',
  riskSample: 'Met {n} deelnemers kunnen enkele antwoorden meer de volgorde veranderen',
  riskAgreement:
    'Over de inhoud is men het weinig eens (Kendalls W = {w}), dus één curriculum voor iedereen zal sommigen teleurstellen',
  riskCauses:
    'Waar het probleem niet aan opleiding ligt ({share} zegt dat), lost een cursus het niet op',
  riskOnline: {
    one: 'Eén module heeft minder online uren dan gewenst, vanwege de regel over praktijkuren',
    other:
      '{count} modules hebben minder online uren dan gewenst, vanwege de regel over praktijkuren',
  },
  riskOpen:
    'Het onderzoek loopt nog: wat nu wordt besloten, moet misschien opnieuw worden besloten',
  riskNone: 'Uit de cijfers volgt geen bijzonder risico; die van elk plan blijven',

  questionnaireCaption: 'Vragenlijst',
  dictionaryCaption: 'Gegevenswoordenboek van de geëxporteerde antwoorden',
  methodsCaption: 'Hoe de cijfers berekend zijn',
  curriculumCaption: 'Modules in de volgorde van het onderwijs',
  variantsCaption: 'Varianten',
  weightsCaption: 'Van rangschikking en kloof naar prioriteit',
  outcomesCaption: 'Leerresultaten',
  columnNumber: 'Nr.',
  columnQuestion: 'Vraag',
  columnKind: 'Soort',
  columnOptions: 'Opties',
  columnMean: 'Gemiddelde',
  columnInterval: '95%-interval',
  columnModule: 'Module',
  columnTotal: 'Uren werk',
  columnContact: 'Met docent',
  columnCredits: 'ECTS',
  columnOnline: 'Online',
  columnHandsOn: 'Praktijk',
  columnOther: 'Ter plaatse',
  columnMethods: 'Methoden',
  columnBefore: 'Na',
  columnRole: 'Status',
  columnWorth: 'Uit de rangschikking',
  columnGap: 'Uit de kloof',
  columnWeight: 'Prioriteit',
  columnOutcomes: 'Resultaten',
  columnVariable: 'Kolom',
  columnType: 'Type',
  columnLabel: 'Betekenis',
  columnFigure: 'Cijfer',
  columnHow: 'Hoe',
  roleCore: 'verplicht',
  roleElective: 'keuze',
  roleOpen: 'open',
  variantShort: 'Kort',
  variantStandard: 'Standaard',
  variantLong: 'Lang',
  kindRanking: 'rangschikking',
  kindSingle: 'één keuze',
  kindMultiple: 'meer keuzes',
  kindScale: 'geordende schaal',
  kindRating: 'waarderingen',
  kindNumber: 'getal',
  kindText: 'tekst',
  methodShare: 'Aandeel',
  howShare: 'Antwoorden van een soort op alle die tellen, met Wilsons 95%-interval',
  methodMeanRank: 'Gemiddelde rang',
  howMeanRank:
    'Gemiddelde plaats; onderdelen op dezelfde plaats krijgen het gemiddelde van de plaatsen, met Students 95%-interval',
  methodLeaders: 'Kopgroep',
  howLeaders:
    'Alle onderdelen die geen ander verslaat in een gepaarde t-toets op rangen, volgens Holm gecorrigeerd voor alle paren, op 5%',
  methodW: 'Kendalls W',
  howW: 'Spreiding van de rangsommen als deel van de grootst mogelijke, gecorrigeerd voor gelijke rangen; 0 tot 1',
  methodMedian: 'Mediaan en middelste helft',
  howMedian:
    'Middelste antwoord en kwartielen van de geordende antwoorden; codes worden nooit gemiddeld',
  methodGap: 'Kloof',
  howGap:
    'Belang min niveau van wie beide gaf; RDS is het aandeel met meer min dat met minder, MWDS de gemiddelde kloof maal het gemiddelde belang; Wilcoxons rangtekentoets, volgens Holm gecorrigeerd',
  methodQuadrant: 'Kwadrant',
  howQuadrant: 'Gemiddeld belang en gemiddeld niveau tegenover de gemiddelden van alle onderdelen',
  methodPriority: 'Prioriteit',
  howPriority:
    'Aandeel in waarde (Plackett–Luce) en in MWDS, verenigd in de verhouding van het plan',
  methodHours: 'Uren',
  howHours:
    'Aandelen van de prioriteiten in de grens, tussen minimum en maximum van een module, afgerond volgens de grootste rest',
  methodStability: 'Verplicht en keuze',
  howStability:
    'Het plan opnieuw gemaakt voor steekproeven met teruglegging uit wie geantwoord heeft',
  source: 'Bron van de vragenlijst: {source}',
} as const satisfies Catalogue<typeof en>;
