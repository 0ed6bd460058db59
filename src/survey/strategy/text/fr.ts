import type { Catalogue } from '../../catalogue.ts';
import type en from './en.ts';

export default {
  quoted: '« {text} »',
  range: 'de {from} à {to}',
  below: '< {value}',
  partOf: '{name} ({share})',
  stated: '{sentence}.',
  firm: '{sentence} (n = {n} ; sûr à 95 %).',
  tentative: '{sentence} (n = {n} ; provisoire, avec moins de 15 réponses).',
  open: '{sentence} (n = {n} ; ouvert, les réponses ne tranchent pas).',
  round: 'Tour {n}',

  documentTitle: 'Stratégie de formation : {study}',
  section1: 'Résumé',
  section2: 'Contexte et objet',
  section3: 'Qui a participé',
  section4: 'Méthode',
  section5: 'Faut-il une formation, et pour qui ?',
  section6: 'Contenus',
  section7: 'Méthodes d’enseignement',
  section8: 'Durée et rythme',
  section9: 'Cadre du programme',
  section10: 'Formation en ligne et mélange des groupes',
  section11: 'Défis, cas et solutions',
  section12: 'Différences',
  section13: 'Programme d’études proposé',
  section14: 'Feuille de route',
  annex: 'Annexes',

  contents: 'Contenus',
  targets: 'Publics',
  methods: 'Méthodes',
  frameworks: 'Cadres',
  challenges: 'Défis',
  disciplines: 'Disciplines',

  columnGroup: 'Groupe',
  columnPlace: 'Place',
  columnItem: 'Élément',
  columnMeanRank: 'Rang moyen',
  columnRange: 'Places possibles (95 %)',
  columnFirst: 'Premier choix',
  columnTier: 'Groupe',
  columnBelow: 'Niveau inférieur à l’importance',
  columnRds: 'Écart signé (RDS)',
  columnMwds: 'Écart pondéré (MWDS)',
  importance: 'Importance',
  level: 'Niveau actuel',
  chartRanking:
    'Rangs moyens avec intervalles à 95 %, le meilleur d’abord ; {items} vient en tête de l’ordre de {n} personnes',
  chartBars: 'Parts des {n} réponses avec intervalles à 95 % ; la plus fréquente : {items}',
  quadrantCaption: 'Importance et niveau',
  quadrantSummary:
    'Importance moyenne de chaque contenu face au niveau actuel ; ce qui est important et peu maîtrisé est à enseigner en premier',
  pointText: 'importance {importance}, niveau {level}',
  gapCaption: 'Écarts entre importance et niveau, du plus grand au plus petit besoin',
  columnMedian: 'Médiane',
  columnHalf: 'Moitié centrale',
  durationCaption: 'Durée par groupe',
  columnAnswers: 'Réponses',
  columnShare: 'Part',
  rowSmallGroups: 'Groupes trop petits pour être nommés',

  summaryNothing: 'Rien ne peut encore être conclu : aucune réponse ne peut être montrée',
  summaryFew: {
    one: 'Un seul constat peut être énoncé pour l’instant',
    other: 'Seuls {count} constats peuvent être énoncés pour l’instant',
  },

  synthetic:
    'Toutes les réponses sont inventées : ce document montre à quoi ressemble une stratégie et ne peut fonder aucune décision',
  purpose:
    'Cette stratégie est tirée de l’étude {title} et dit quelle formation est nécessaire, pour qui et sous quelle forme',
  asked: 'L’étude pose {questions} questions ; langues de réponse : {languages}',
  stillDraft: 'L’étude n’est pas encore ouverte',
  stillOpen: 'L’étude est encore ouverte ; les chiffres du {day} vont donc changer',
  closed: 'L’étude est close ; les chiffres sont ceux du {day}',
  filtered: 'Seule une partie des réponses compte ici : {filter}',
  filterPart: '{title} : {items}',
  filterClean: 'sans celles que plusieurs signes mettent en doute',

  participants: { one: 'Une personne a participé', other: '{count} personnes ont participé' },
  participantsRounds:
    'Il y a eu {count} réponses individuelles en {rounds} tours ; qui a répondu à plusieurs tours compte à chacun, ce qui rend les intervalles trop étroits',
  participantsRound: 'Seul le tour {round} compte ici : {count} personnes y ont participé',
  participantsRoundOf:
    'Seul le tour {round} compte ici : {count} personnes y ont participé, en plus de {others}',
  roundHas: '{n} au tour {round}',
  participantsHeld: 'Trop peu de personnes ont participé pour que quoi que ce soit soit montré',
  tables: {
    one: 'Une table a répondu ensemble ; elle est comptée à part',
    other: '{count} tables ont répondu ensemble ; elles sont comptées à part',
  },
  tablesRounds:
    'Il y a eu {count} réponses de tables en {rounds} tours, comptées à part ; une table qui a répondu à plusieurs tours compte à chacun',
  profile: '{title} : {n} réponses, le plus souvent {shares}',
  profileHeld: '{title} : trop peu de réponses pour être montrées',
  completion:
    'Part des participants qui ont répondu à chacune des questions à réponses données posées à tous et ayant assez de réponses : entre {low} et {high} ; c’est {title} qui a le moins de réponses',
  completionEqual:
    'Part des participants qui ont répondu à chacune des questions à réponses données posées à tous et ayant assez de réponses : {share}',
  sampleChosen:
    'Les participants ont été invités ou sont venus d’eux-mêmes ; les intervalles décrivent le hasard parmi eux et ne disent rien des personnes qui n’ont pas été interrogées',
  sampleSmall: 'Avec moins de {limit} personnes, toute affirmation est au mieux provisoire',
  sampleLeans:
    '{title} : {items} représente {share} des réponses ; les constats penchent donc vers ce groupe',

  version: 'Le questionnaire est {id}, version {version}',
  events: {
    one: 'Les réponses ont été données lors d’un événement : {names}',
    other: 'Les réponses ont été données lors de {count} événements : {names}',
  },
  noEvents: 'Les réponses ont été données hors de tout événement',
  rounds: {
    one: 'Les réponses ont été données en un tour',
    other: 'Les réponses ont été données en {count} tours',
  },
  aggregation:
    'Les ordres sont ceux qui contredisent le moins les classements individuels (Kemeny) ; des éléments ne sont tenus pour différents que si des tests t appariés, corrigés par Holm pour toutes les comparaisons, les distinguent à 95 %',
  unrankedBottom:
    'Ce que quelqu’un n’a pas classé compte comme ex æquo au-dessous de ce qu’il a classé',
  unrankedIgnore: 'Ce que quelqu’un n’a pas classé ne dit rien de sa place',
  tablesApart: 'Les réponses des tables ne sont jamais ajoutées à celles des individus',
  exclusions: '{title} : {n} réponses sur {all} comptent ; hors compte : {reasons}',
  noExclusions: '{title} : les {all} réponses comptent toutes',
  leftNoAnswer: '{n} sans réponse',
  leftNoOpinion: '{n} sans opinion',
  leftDontKnow: '{n} qui ne savent pas',
  leftExcluded: '{n} hors de la base (« ne sait pas » et semblables)',
  leftWriteInsOnly: '{n} avec leurs propres éléments seulement',
  flagged: {
    one: 'Plusieurs signes font douter d’une réponse ; elle est comptée malgré tout',
    other: 'Plusieurs signes font douter de {count} réponses ; elles sont comptées malgré tout',
  },
  flaggedOut: {
    one: 'Plusieurs signes font douter d’une réponse ; elle n’est pas comptée',
    other: 'Plusieurs signes font douter de {count} réponses ; elles ne sont pas comptées',
  },
  flaggedNone: 'Aucune réponse ne montre plusieurs signes de négligence',
  suppression:
    'Les groupes de moins de {min} personnes ne sont pas montrés, ni ceux qu’on pourrait déduire par soustraction',

  unanswered: '{title} : trop peu de réponses pour en dire quelque chose',
  notAsked: '{list} : l’étude ne pose pas la question',
  notAskedHere: 'L’étude ne pose pas la question',
  verdictNeeded:
    'Une formation est nécessaire : {share} de ceux qui ont un avis le disent, avec un intervalle à 95 % allant de {low} à {high}',
  verdictEnough:
    'Aucune nouvelle formation n’est demandée : {share} la jugent nécessaire, avec un intervalle à 95 % allant de {low} à {high}, et la plupart des autres se contentent de l’existant',
  verdictOther:
    'La formation n’est pas la réponse : {share} la jugent nécessaire, avec un intervalle à 95 % allant de {low} à {high}, et la plupart des autres nomment d’autres causes',
  verdictMixed:
    'Aucune nouvelle formation n’est demandée : {share} la jugent nécessaire, avec un intervalle à 95 % allant de {low} à {high}, pour des raisons diverses',
  verdictUndecided:
    'La nécessité d’une formation n’est pas tranchée : {share} l’affirment, avec un intervalle à 95 % allant de {low} à {high}',
  otherCauses:
    '{share} disent que le problème n’est pas la formation ; d’autres causes sont à examiner avant de prévoir un cours',
  leadersOne:
    '{list} : {items} vient nettement en premier, avec un rang moyen de {ranks} sur {all}',
  leadersSome:
    '{list} : viennent en tête {items}, avec des rangs moyens {ranks} sur {all} ; impossible de dire lequel est premier',
  leadersOnePlain: '{list} : {items} vient nettement en premier sur {all}',
  leadersSomePlain:
    '{list} : viennent en tête {items} sur {all} ; impossible de dire lequel est premier',
  leadersAll: '{list} : chacun des {all} éléments peut être premier ; aucun ordre ne se dégage',
  leadersMost:
    '{list} : {some} des {all} éléments peuvent être premiers, sans qu’on puisse dire lequel l’est ; seul ceci peut être écarté : {items}',
  divided:
    '{list} : les avis se partagent sur {items} ; un tiers au moins le place vers le haut et un tiers au moins vers le bas',
  agreement: '{list} : l’accord est {level} (W de Kendall = {w})',
  wNone: 'presque nul',
  wVeryWeak: 'très faible',
  wWeak: 'faible',
  wModerate: 'modéré',
  wStrong: 'fort',
  wVeryStrong: 'très fort',
  gapLacking:
    '{items} : importance {importance} pour un niveau actuel de {level} ; {share} estiment leur niveau inférieur à l’importance',
  gapExceeding:
    '{items} : niveau actuel {level} pour une importance de {importance} ; seuls {share} estiment leur niveau inférieur',
  gapNone:
    '{items} : aucun écart ne se montre, avec une importance de {importance} et un niveau de {level} ; {share} estiment leur niveau inférieur à l’importance',
  trainFirst:
    'Plus important et moins maîtrisé que la moyenne des contenus, donc à enseigner en premier : {items}',
  trainFirstSome:
    'Plus important et moins maîtrisé que la moyenne des contenus, donc à enseigner en premier : {items} ; peut-être aussi ce qui suit, trop proche de la moyenne pour en être sûr : {others}',
  trainNone:
    'Aucun contenu n’est à la fois plus important et moins maîtrisé que la moyenne des contenus',
  duration:
    'Durée de la formation selon la médiane : {median} ; la moitié des réponses se situe entre {low} et {high}',
  spread:
    'Période sur laquelle la répartir : {median} ; la moitié des réponses se situe entre {low} et {high}',
  loadFits: '{hours} en {weeks} font {load} par semaine, ce qui est faisable',
  loadTooMuch:
    '{hours} en {weeks} font {load} par semaine, ce qui n’est pas faisable : il faut au moins {needed}',
  formatOnline:
    'La formation peut se faire surtout en ligne avec une séance pratique : {share} l’acceptent, avec un intervalle à 95 % allant de {low} à {high}',
  formatHalf:
    'Le milieu des réponses est moitié en ligne, moitié en présence : {share} acceptent une formation surtout en ligne, avec un intervalle à 95 % allant de {low} à {high}',
  formatFace:
    'La formation devrait se faire surtout en présence : seuls {share} acceptent une formation surtout en ligne, avec un intervalle à 95 % allant de {low} à {high}',
  formatOpen:
    'Que la formation puisse se faire surtout en ligne n’est pas tranché : {share} l’acceptent, avec un intervalle à 95 % allant de {low} à {high}',
  handsOn:
    'La formation en ligne n’étant acceptée qu’en partie, {share} au moins des heures de cours sont pratiques',
  onlineShare:
    'Part des heures en ligne selon la médiane : {median} ; la moitié des réponses se situe entre {low} et {high}',
  mixingYes:
    '{items} : le mélange est vu comme un avantage ; {agree} sont d’accord et {disagree} ne le sont pas',
  mixingNo:
    '{items} : aucune majorité ne voit d’avantage au mélange ; {agree} sont d’accord et {disagree} ne le sont pas',

  guiding:
    '{question} : parmi ses contenus, le mieux placé est {content}, avec un rang moyen de {contentRank} ; parmi ses défis, {challenge}, avec {challengeRank}',
  guidingContent:
    '{question} : parmi ses contenus, le mieux placé est {content}, avec un rang moyen de {contentRank}',
  guidingChallenge:
    '{question} : parmi ses défis, le mieux placé est {challenge}, avec un rang moyen de {challengeRank}',
  quotesFrom: {
    one: '{title} : une réponse, citée sans nom',
    other: '{title} : {shown} réponses sur {count}, citées sans noms',
  },
  quotesHeld: '{title} : trop peu de réponses pour être citées',
  tablesOnGuide: {
    one: '{question} : une table a écrit à ce sujet',
    other: '{question} : {count} tables ont écrit à ce sujet, dont {shown} sont citées',
  },
  tablesCases: {
    one: 'Une table a noté un cas de sa pratique',
    other: '{count} tables ont noté des cas de leur pratique, dont {shown} sont citées',
  },
  tablesConclude: {
    one: 'Une table a apporté des conclusions à la plénière',
    other: '{count} tables ont apporté des conclusions à la plénière, dont {shown} sont citées',
  },
  cardProblem: 'Problème',
  cardSolution: 'Solution',
  cardConclusion: 'Conclusion',

  dividesRanking:
    '{title}, selon {segment} : ce qui divise le plus est {items}, avec un rang moyen de {highest} pour {high} et de {lowest} pour {low}',
  dividesChoice:
    '{title}, selon {segment} : ce qui divise le plus est {items}, choisi par {highest} pour {high} et par {lowest} pour {low}',
  dividesRating:
    '{title}, selon {segment} : ce qui divise le plus est {items}, avec une note moyenne de {highest} pour {high} et de {lowest} pour {low}',
  dividesOrder:
    '{title}, selon {segment} : les réponses les plus hautes sont celles de {high}, les plus basses celles de {low}',
  dividesNone:
    'Aucune différence entre groupes n’est sûre une fois toutes les comparaisons corrigées',
  dividesFew: 'Trop peu de personnes ont répondu pour comparer des groupes',
  dividesFiltered: 'Dans une partie des réponses, les groupes ne sont pas comparés entre eux',
  tablesLead: '{list}, selon {n} réponses de tables : le groupe de tête sur {all} est {items}',
  tablesLeadNone: '{list}, selon {n} réponses de tables : aucun ordre ne se dégage',
  groupLeads: '{group} : le groupe de tête sur {all} est {items}, avec des rangs moyens {ranks}',
  groupLeadsNone:
    '{group} : chacun des {all} éléments peut être premier ; aucun ordre ne se dégage',
  segmentLanguage: 'Langue',
  segmentEvent: 'Événement',

  plan: {
    one: 'Le programme compte un module : {total} de travail ({credits} ECTS), dont {contact} avec un enseignant',
    other:
      'Le programme compte {count} modules : {total} de travail ({credits} ECTS), dont {contact} avec un enseignant',
  },
  planOf:
    'Un crédit correspond à {hours} de travail ; les modules portent {coverage} de toute la priorité',
  planEveryone:
    'Le programme repose sur les réponses de tous, pas seulement sur celles qui comptent ici',
  planPart: 'Le programme repose sur une partie des réponses : {filter}',
  planFor: 'Il s’adresse à {items}',
  planWeights:
    'Les priorités viennent pour {ranking} du classement et pour {gap} de l’écart entre importance et niveau',
  hoursFromAnswers: 'La limite de {hours} est la médiane des réponses',
  hoursFromLower:
    'La limite de {hours} est la plus petite des deux réponses centrales, car la médiane se situe entre {hours} et {upper}',
  hoursTyped: 'La limite de {hours} a été fixée à la main',
  planOrder: 'Dans l’ordre d’enseignement : {items}',
  planNone:
    'Aucun programme ne peut être prévu : on ne sait pas combien d’heures la formation doit durer',
  planNoHours:
    'Aucun programme ne peut être prévu : ses heures doivent être fixées à la main et ne le sont pas encore',
  planImpossible: 'Aucun programme n’est possible avec les règles du plan',
  planNoWeights:
    'Aucun programme ne peut être prévu : on ne sait pas ce qui est le plus nécessaire',
  core: 'Obligatoire, dans {limit} au moins des programmes de {samples} autres échantillons des mêmes personnes : {items}',
  coreTables:
    'Obligatoire, dans {limit} au moins des programmes de {samples} autres échantillons des mêmes tables : {items}',
  elective: 'Au choix, dans moins de programmes : {items}',
  drawnTables:
    'Les échantillons sont faits de tables entières, {tables} en tout, car les personnes qui ont discuté à une même table ne répondent pas indépendamment',
  drawnFewTables:
    'Les échantillons sont faits de tables entières, car les personnes qui ont discuté à une même table ne répondent pas indépendamment ; avec {tables} tables, moins de {least}, la fréquence d’un module est elle-même incertaine',
  stabilityWaiting:
    'On n’a pas encore calculé à quel point les modules dépendent des personnes qui ont répondu',
  planTie: 'Entre {items}, qui pèsent autant, l’ordre de la liste a décidé',
  moreJoins: 'Un jour de plus ({day}) ajouterait {added} de travail et ferait entrer {items}',
  moreGrows: 'Un jour de plus ({day}) ajouterait {added} de travail aux modules retenus',
  moreNothing: 'Un jour de plus ({day}) n’ajouterait rien que les modules puissent employer',
  variants:
    'Une variante courte compte {short} en {shortModules}, une longue {long} en {longModules}',
  variantsLong:
    'Une variante courte serait identique à ce programme ; une longue compte {long} en {longModules}',
  variantsShort:
    'Une variante longue serait identique à ce programme ; une courte compte {short} en {shortModules}',
  variantsNone: 'Une variante courte et une longue seraient identiques à ce programme',
  modulesCount: {
    one: 'un module',
    other: '{count} modules',
  },
  reasonNoModules: 'Il n’y a pas de module à prévoir',
  reasonRule: 'Une règle du programme est hors de ses bornes',
  reasonModule: '{items} : une limite ou un poids est hors de ses bornes',
  reasonNoSizes: 'Les modules doivent avoir une taille fixe et ceux-ci n’en ont pas : {items}',
  reasonLimits:
    'Aucun multiple du pas n’est compris entre le minimum et le maximum d’heures : {items}',
  reasonPrerequisite: '{items} : un module qui doit venir avant manque',
  reasonCycle: 'Chacun de ceux-ci devrait venir avant l’autre : {items}',
  reasonNoWeights: 'Aucun module n’a de priorité',
  reasonBelowOne: 'Le plus petit des modules demande {needed} et la limite est de {available}',
  reasonMustHaves: 'Ce qui doit y être demande {needed} et la limite est de {available} : {items}',
  reasonStep: 'Il reste {unplaced}, car la limite n’est pas un multiple du pas',
  reasonMaximum: 'Il reste {unplaced}, car chaque module a son maximum',
  reasonNext: 'Il reste {unplaced}, car un module de plus demanderait {needed}',
  reasonSizes: 'Il reste {unplaced}, car aucun choix de modules ne les emploie mieux',

  stepSheets: {
    one: 'Écrire ce qui manque encore à la fiche d’un module, comme les acquis, le niveau et l’évaluation',
    other:
      'Écrire ce qui manque encore aux fiches de {count} modules, comme les acquis, le niveau et l’évaluation',
  },
  stepCollect:
    'Recueillir d’autres réponses avant de décider quoi que ce soit : elles sont encore trop peu nombreuses pour être montrées',
  stepPilot: 'Essayer d’abord {items}, qui pèse le plus',
  stepPilotOne: 'Essayer d’abord l’un de ceux-ci, qui pèsent le plus : {items}',
  stepDecide: 'Régler les questions ouvertes ci-dessous avec les personnes qu’elles concernent',
  stepCompare: 'Après l’essai, reposer les mêmes questions et comparer les deux tours',
  owners: 'Personne n’est encore désigné pour ces étapes : inscrivez les noms à côté',
  openQuestions: 'Les réponses ne tranchent pas : {topics}',
  openNone: 'Les réponses n’ont laissé aucune question de cette stratégie en suspens',
  tooFewTopics: 'Trop peu de personnes ont répondu : {topics}',
  riskSample: 'Avec {n} participants, quelques réponses de plus pourraient changer l’ordre',
  riskAgreement:
    'On s’accorde peu sur les contenus (W de Kendall = {w}) ; un seul programme pour tous en décevra certains',
  riskCauses:
    'Là où le problème n’est pas la formation ({share} le disent), un cours ne le résoudra pas',
  riskOnline: {
    one: 'Un module a moins d’heures en ligne que souhaité, à cause de la règle sur les heures pratiques',
    other:
      '{count} modules ont moins d’heures en ligne que souhaité, à cause de la règle sur les heures pratiques',
  },
  riskOpen:
    'L’étude est encore ouverte : ce qui est décidé maintenant devra peut-être l’être de nouveau',
  riskNone:
    'Les chiffres ne font apparaître aucun risque particulier ; restent ceux de tout programme',

  questionnaireCaption: 'Questionnaire',
  dictionaryCaption: 'Dictionnaire des données exportées',
  methodsCaption: 'Comment les chiffres sont calculés',
  curriculumCaption: 'Modules dans l’ordre d’enseignement',
  variantsCaption: 'Variantes',
  weightsCaption: 'Du classement et de l’écart à la priorité',
  outcomesCaption: 'Acquis d’apprentissage',
  columnNumber: 'N°',
  columnQuestion: 'Question',
  columnKind: 'Type',
  columnOptions: 'Options',
  columnMean: 'Moyenne',
  columnInterval: 'Intervalle à 95 %',
  columnModule: 'Module',
  columnTotal: 'Heures de travail',
  columnContact: 'Avec enseignant',
  columnCredits: 'ECTS',
  columnOnline: 'En ligne',
  columnHandsOn: 'Pratiques',
  columnOther: 'En présence',
  columnMethods: 'Méthodes',
  columnBefore: 'Après',
  columnRole: 'Statut',
  columnWorth: 'Du classement',
  columnGap: 'De l’écart',
  columnWeight: 'Priorité',
  columnOutcomes: 'Acquis',
  columnVariable: 'Colonne',
  columnType: 'Type',
  columnLabel: 'Signification',
  columnFigure: 'Chiffre',
  columnHow: 'Comment',
  roleCore: 'obligatoire',
  roleElective: 'au choix',
  roleOpen: 'à déterminer',
  variantShort: 'Courte',
  variantStandard: 'Standard',
  variantLong: 'Longue',
  kindRanking: 'classement',
  kindSingle: 'un choix',
  kindMultiple: 'plusieurs choix',
  kindScale: 'échelle ordonnée',
  kindRating: 'notes',
  kindNumber: 'nombre',
  kindText: 'texte',
  methodShare: 'Part',
  howShare:
    'Réponses d’une sorte sur toutes celles qui comptent, avec l’intervalle de Wilson à 95 %',
  methodMeanRank: 'Rang moyen',
  howMeanRank:
    'Place moyenne ; les éléments ex æquo ont la moyenne des places, avec l’intervalle de Student à 95 %',
  methodLeaders: 'Groupe de tête',
  howLeaders:
    'Tous les éléments qu’aucun autre ne dépasse dans un test t apparié sur les rangs, corrigé par Holm pour toutes les paires, à 5 %',
  methodW: 'W de Kendall',
  howW: 'Dispersion des sommes de rangs rapportée à la plus grande possible, corrigée des ex æquo ; de 0 à 1',
  methodMedian: 'Médiane et moitié centrale',
  howMedian:
    'Réponse du milieu et quartiles des réponses ordonnées ; on ne fait jamais la moyenne des codes',
  methodGap: 'Écart',
  howGap:
    'Importance moins niveau de ceux qui ont donné les deux ; RDS est la part de ceux qui ont plus moins celle de ceux qui ont moins, MWDS l’écart moyen multiplié par l’importance moyenne ; test des rangs signés de Wilcoxon, corrigé par Holm',
  methodQuadrant: 'Quadrant',
  howQuadrant: 'Importance moyenne et niveau moyen face aux moyennes de tous les contenus',
  methodPriority: 'Priorité',
  howPriority:
    'Part de valeur (Plackett–Luce) et part de MWDS, réunies dans la proportion du programme',
  methodHours: 'Heures',
  howHours:
    'Part de chaque priorité dans la limite, entre le minimum et le maximum d’un module, arrondie au plus fort reste',
  methodStability: 'Obligatoire et au choix',
  howStability: 'Le programme refait pour des échantillons tirés avec remise parmi les répondants',
  source: 'Source du questionnaire : {source}',
} as const satisfies Catalogue<typeof en>;
