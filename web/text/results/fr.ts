import type { Catalogue } from '../../../src/survey/catalogue.ts';
import type en from './en.ts';

/** French. */
export default {
  question: 'Question',
  rankingQuestions: 'Classements',
  divideBy: 'Comparer',
  notDivided: 'Tout le monde ensemble',
  who: 'Seulement',
  everyone: 'Tout le monde',
  voice: 'Réponses de',
  individuals: 'Personnes',
  tables: 'Tables',
  show: 'Afficher',
  clear: 'Retirer le filtre : {filter}',
  live: 'En direct',
  updated: 'À {time}',
  stale: 'Pas de connexion. Résultats de {time}.',
  notStated: 'Non indiqué',
  writtenIn: 'Dans leurs propres mots',
  round: 'Tour {n}',
  allRounds: 'Tous les tours',
  roundOfQuestion:
    'Le tour {n} est affiché, le dernier où cette question a été posée à tout le monde. Chaque personne compte une fois.',
  roundOfStudy:
    'Le tour {n} compte ici, le dernier où toutes les questions ont été posées à tout le monde. Chaque personne compte une fois.',
  roundsRepeated:
    'Qui a répondu à plusieurs tours compte une fois à chacun ; les intervalles sont donc trop étroits.',
  onlyRound: 'Seulement le tour {n}',
  systemLanguage: 'Langue',
  systemTable: 'Table',
  systemRound: 'Tour',
  systemEvent: 'Événement',
  systemMark: 'Participe comme',
  markParticipants: 'Participants',
  markTeam: 'Équipe du projet',
  views: 'Vues prêtes',
  viewCities: 'Villes petites et moyennes face aux grandes',
  viewRural: 'Zones rurales face aux autres',
  viewExperts: 'Experts invités face aux autres',
  markExperts: 'Experts invités',
  systemVoice: 'Personnes et tables',
  chart: 'Graphique',
  table: 'Tableau',
  tableOf: 'Tableau : {title}',
  chartOrTable: 'Graphique ou tableau : {title}',
  savePng: 'Enregistrer l’image',
  saveCsv: 'Enregistrer en CSV',
  columnItem: 'Élément',
  columnShare: 'Part',
  columnInterval: 'Intervalle à 95 %',
  columnAnswers: 'Réponses',
  columnMean: 'Moyenne',
  columnDontKnow: 'Ne sait pas',
  columnFirst: 'Premier choix',
  columnTop: 'Dans les {k} premiers',
  columnMeanRank: 'Rang moyen',
  columnRange: 'Rangs possibles',
  columnWins: 'Duels gagnés',
  columnRanked: 'Classé par',
  columnGroup: 'Groupe',
  medianColumn: 'Médiane',
  quartilesColumn: 'Moitié centrale',
  between: '{low} à {high}',
  participants: 'Participants',
  tablesCount: 'Tables',
  ofRespondents: 'sur {count} qui ont participé',
  steps:
    'Les nouvelles réponses apparaissent par pas d’au moins {count}, pour que personne ne soit reconnu ; à la clôture de l’étude, toutes.',
  allAnswered: 'Toutes les personnes participantes ont répondu',
  leftNoAnswer: { one: 'une n’a pas répondu', other: '{count} n’ont pas répondu' },
  leftNoOpinion: { one: 'une n’a pas d’avis', other: '{count} n’ont pas d’avis' },
  leftDontKnow: { one: 'une ne sait pas', other: '{count} ne savent pas' },
  leftExcluded: {
    one: 'une est laissée de côté (« ne sait pas », etc.)',
    other: '{count} sont laissées de côté (« ne sait pas », etc.)',
  },
  leftWriteInsOnly: {
    one: 'une n’a classé que ses propres éléments',
    other: '{count} n’ont classé que leurs propres éléments',
  },
  agreement: 'Accord (W de Kendall)',
  agreementScale: 'W vaut {w} sur une échelle de 0, aucun, à 1, total',
  agreementNone: 'Il faut deux classements',
  agreementPairs: 'Accord (tau moyen)',
  none: '0 aucun',
  full: '1 total',
  wVeryWeak: 'très faible',
  wWeak: 'faible',
  wModerate: 'modéré',
  wStrong: 'fort',
  wVeryStrong: 'très fort',
  tauLead: 'Deux participants ordonnent {share} des paires d’éléments de la même façon.',
  coverage: 'Éléments classés',
  coverageOf: 'sur {count} en moyenne',
  coverageBottom: 'Les non classés comptent comme ex æquo sous les classés.',
  coverageIgnore: 'Les non classés ne disent rien : seules les paires classées comptent.',
  topGroup: 'Groupe de tête net',
  topGroupItems: { one: 'élément', other: 'éléments' },
  topGroupNone: 'Pas encore',
  topGroupOne: 'Aucun autre ne peut être premier (95 %, tous les éléments ensemble).',
  topGroupLead: 'Peut être premier (95 %, tous les éléments ensemble).',
  topGroupAll: 'N’importe quel élément peut encore être premier.',
  methodsSame: 'Les {count} méthodes placent en tête : {item}.',
  methodsMost: '{n} méthodes sur {count} placent en tête : {item}.',
  methodsTied: 'Aucune méthode ne trouve un seul premier.',
  leads: 'En tête : {item}',
  leadsShare: 'En tête : {item}, premier choix de {share}',
  leadTwo: 'En tête : {a} et {b} ; impossible de dire lequel est premier',
  leadThree: 'En tête : {a}, {b} et {c} ; impossible de dire dans quel ordre',
  leadMany: 'Devant : {item}, mais {count} autres peuvent aussi être premiers',
  leadNone: 'Pas d’ordre net : les éléments ne se distinguent pas encore',
  dotsMethod:
    'Rang moyen et intervalle à 95 %, {n} participants. Là où les intervalles se chevauchent, l’ordre n’est pas sûr.',
  dotsTables:
    'Rang moyen et intervalle à 95 %, {n} tables. Là où les intervalles se chevauchent, l’ordre n’est pas sûr.',
  winsMethod:
    'Part des duels gagnés, {n} participants. Seul ce que quelqu’un a classé est comparé.',
  dotsSmall: 'Avec moins de 15 réponses, à lire comme un ordre et non comme une preuve.',
  best: '1 meilleur',
  positionsFirst: 'Combien de fois chacun a été premier',
  positionsFinding: '{item} : dans les {k} premiers pour {share}',
  positionsMethod:
    'Part de {n} par place ; les autres l’ont placé plus bas ou ne l’ont pas classé.',
  place1: '1er',
  place2: '2e',
  place3: '3e',
  placeN: '{n}e',
  headLevel: 'En duel, {a} et {b} ne se distinguent pas nettement',
  headFinding: '{share} placent {a} au-dessus de {b}',
  headMethod:
    'Part, parmi les personnes qui ont une préférence, qui place la ligne au-dessus de la colonne, pour les {count} premiers éléments.',
  methodsMethod: 'La place que donne chaque méthode. Un nombre sur deux lignes est une égalité.',
  methodMean: 'Rang moyen',
  methodBorda: 'Borda',
  methodCopeland: 'Copeland',
  methodSchulze: 'Schulze',
  methodRankedPairs: 'Paires classées',
  methodKemeny: 'Kemeny',
  methodPlackettLuce: 'Plackett–Luce',
  methodSample: 'Plackett–Luce provient de {n} réponses, à {time}.',
  methodMissing:
    'Plackett–Luce et le second tour instantané manquent : leur calcul à partir de {n} réponses dépassait le temps permis. Toutes les autres méthodes comptent chaque réponse.',
  countingTitle: 'Le comptage des réponses est en cours',
  countingLead:
    'Il y en a beaucoup de nouvelles : cela prend quelques secondes. Les résultats s’afficheront ici d’eux-mêmes.',
  countingAgain: 'Regarder à nouveau',
  methodExplain:
    'Rang moyen : la place moyenne. Borda : des points pour chaque place. Copeland : combien d’autres il bat en duel. Schulze et paires classées : la plus forte chaîne de duels gagnés. Kemeny : l’ordre qui contredit le moins tout le monde. Plackett–Luce : la chance d’être choisi premier.',
  writeIns: 'Ajoutés dans leurs propres mots',
  writeInsMethod: 'Ne comptent pas dans le classement tant qu’ils ne sont pas réunis à un élément.',
  compared: 'Comparaison : {segment}',
  comparedNone: 'Aucune différence entre ces groupes n’est certaine',
  comparedDivides: '{item} divise : {high} pour {highGroup}, {low} pour {lowGroup}',
  comparedMethod:
    'Rang dans chaque groupe ; les ex æquo partagent une place. Les plus grands écarts ressortent. Les groupes de moins de 20 sont seulement indicatifs. Le titre ne nomme qu’une différence établie à 95 %, toutes comparaisons comprises.',
  comparedShares: 'Part dans chaque groupe.',
  comparedNumbers: 'Médiane et quartiles dans chaque groupe.',
  comparedMeans: 'Moyenne dans chaque groupe.',
  comparedLess:
    'Les groupes de moins de {min} réponses ne sont pas montrés, ni ceux qui se déduiraient des autres : {groups}.',
  groupSize: '{label} ({n})',
  rankOrdinal: 'rang {n}',
  choiceFinding: 'Le plus souvent : {item}, {share} de {n}',
  choiceMethod: 'Part de {n} réponses avec intervalle de Wilson à 95 %.',
  choiceMultiple:
    'Part de {n} personnes avec intervalle de Wilson à 95 % ; plusieurs réponses étaient possibles.',
  medianIs: 'Médiane : {value}',
  medianSplit: 'Le milieu se situe entre {low} et {high}',
  medianMethod:
    '{n} réponses. La moitié se situe entre {low} et {high}. Catégories ordonnées ; leurs codes ne sont pas moyennés.',
  numberMethod:
    '{n} réponses. Médiane {median}, moyenne {mean} ; la moitié se situe entre {low} et {high}.',
  hours: '{value} heures',
  weeks: '{value} semaines',
  percent: '{value} %',
  people: '{value} personnes',
  ratingFinding: 'La note la plus haute : {item}, {mean} en moyenne',
  ratingMethod:
    'Notes de « {low} » à « {high} » ; les « ne sait pas » sont écartés ligne par ligne.',
  textsTitle: { one: 'Une réponse', other: '{count} réponses' },
  textsMethod: 'En ordre mélangé, sans aucun signe de qui a écrit quoi.',
  quadrantFinding: 'Former d’abord : {items}',
  quadrantNone: 'Aucun élément n’est à la fois important et peu maîtrisé',
  quadrantMethod:
    'Importance moyenne face au niveau propre actuel ; les lignes sont les moyennes. Les éléments près d’une ligne pourraient tomber d’un côté ou de l’autre.',
  quadrantTrain: 'FORMER D’ABORD',
  quadrantKeep: 'MAINTENIR',
  quadrantLater: 'PLUS TARD',
  quadrantEnough: 'SUFFISANT',
  importance: 'Importance',
  level: 'Niveau propre actuel',
  compareWith: 'Comparer avec',
  withNobody: 'Personne',
  withEveryone: 'Tout le monde',
  withOthers: 'Tous les autres',
  withThese: 'Les personnes choisies ici',
  clearAll: 'Retirer tous les filtres',
  endComparison: 'Terminer la comparaison',
  loading: 'Chargement…',
  nowShown: 'Affiché : {title}',
  saveSvg: 'Enregistrer en SVG',
  inWords: 'En toutes lettres',
  groupFew: '{label} ({n}, indicatif)',
  how: 'Comment est-ce calculé ?',
  howCount:
    'Sont comptées les personnes qui ont participé et dont la réponse est utilisable : {n} sur {count}.',
  howLeftOut: 'Laissées de côté : {reasons}.',
  howNobodyLeftOut: 'Personne n’est laissé de côté.',
  howW: 'L’écart entre les sommes des rangs des éléments, rapporté à ce qu’il serait si les {n} classements des {m} éléments étaient identiques ; corrigé des ex æquo. W vaut 0 quand les classements s’annulent et 1 quand ils sont tous identiques. Kendall et Babington Smith, 1939 ; les mots suivent Schmidt, 1997.',
  howTau:
    'Pour chaque couple parmi les {n} personnes : la part des paires d’éléments que les deux classent de la même façon, moins la part qu’elles classent à l’inverse ; puis la moyenne. Elle vaut 0 quand l’accord est aussi fréquent que le désaccord.',
  howTop:
    'Les éléments sont comparés deux à deux par un test t apparié sur les rangs donnés par les {n} personnes, corrigé selon Holm pour les {count} comparaisons. Le groupe de tête réunit les éléments qu’aucun autre ne bat avec une certitude de 95 %.',
  howCoverage:
    'Le nombre d’éléments classés par chacune des {n} personnes, additionné puis divisé par {n}.',
  howOrder:
    'Les éléments suivent l’ordre de consensus : celui qui contredit le moins les {n} classements, toutes paires d’éléments comptées (Kemeny). Le point est le rang moyen, la moyenne des places données ; la barre est son intervalle à 95 % selon le t de Student.',
  orderDiffers:
    'Selon le seul rang moyen, l’ordre de {items} serait différent : une moyenne compte aussi de combien un élément est derrière les autres, l’ordre de consensus seulement qu’il l’est.',
  howWins:
    'Pour chaque paire d’éléments, combien de personnes, parmi celles qui ont classé les deux, préfèrent celui-ci ; additionné sur toutes les paires puis divisé par le nombre de ces comparaisons. {n} personnes.',
  howPlaces:
    'La part des {n} personnes qui ont donné à un élément chaque place. Les éléments ex æquo se partagent les places à parts égales.',
  howHead:
    'Parmi les personnes qui classent les deux éléments différemment, la part qui place plus haut celui de la ligne. Le titre le dit net quand l’intervalle de Wilson à 95 % est au-dessus de la moitié. {n} personnes.',
  howMethods: 'Toutes les méthodes partent des mêmes {n} classements.',
  howGroupsRank:
    'Les rangs sont ceux de l’ordre de consensus de chaque groupe. Pour chaque élément, le test de Kruskal et Wallis, corrigé des ex æquo, demande si les groupes le placent différemment ; p est corrigé selon Holm pour tous les éléments. L’effet est epsilon carré : la part des différences de rang que les groupes expliquent.',
  howGroupsChoice:
    'Test du khi-deux de Pearson des groupes contre les réponses. Là où les réponses sont trop peu nombreuses, elles sont plutôt redistribuées 4 999 fois entre les groupes. L’effet est le V de Cramér au carré.',
  howGroupsOrdered:
    'Test de Kruskal et Wallis sur l’ordre des réponses, corrigé des ex æquo et, s’il y a plusieurs lignes, selon Holm. L’effet est epsilon carré.',
  howGroupsLeftOut:
    'Les personnes qui n’ont pas dit à quel groupe elles appartiennent sont montrées, mais pas testées. Les groupes de moins de 20 sont seulement indicatifs.',
  howChoice:
    'Les personnes qui ont choisi une réponse, divisées par les {n} dont la réponse compte. L’intervalle est celui de Wilson.',
  howMedian:
    'Les {n} réponses dans l’ordre : la médiane est celle du milieu ; les quartiles séparent le quart le plus bas et le quart le plus haut (Hyndman et Fan, 1996, type 2). Les traits sur les barres sont des intervalles de Wilson à 95 %.',
  howRatings:
    'La moyenne des notes de chaque ligne, sans les personnes qui ne savent pas. L’intervalle est celui de la moyenne à 95 % selon le t de Student, dans les limites de l’échelle.',
  howQuadrant:
    'L’importance moyenne et le niveau propre moyen de chaque élément avec leurs intervalles à 95 %, les traits fins. Les lignes pointillées sont les moyennes de tous les éléments. Un élément dont l’intervalle en croise une est creux : il pourrait être d’un côté ou de l’autre.',
  howComparedRank:
    'Élément par élément, le test de Mann et Whitney demande si un groupe le classe plus haut ; p est corrigé selon Holm pour tous les éléments. L’intervalle est celui de la différence des rangs moyens.',
  howComparedShare:
    'Réponse par réponse, un test du khi-deux compare les deux parts ; p est corrigé selon Holm pour toutes les réponses. L’intervalle de la différence est celui de Newcombe (1998).',
  howComparedMean:
    'Ligne par ligne, le test des rangs de Wilcoxon compare les deux groupes ; p est corrigé selon Holm pour toutes les lignes. L’intervalle est celui de la différence des moyennes.',
  testWald: 'Dans l’ensemble : test de Wald des rangs moyens.',
  testPermutation:
    'Dans l’ensemble : un test de permutation qui redistribue 4 999 fois les réponses entre les groupes.',
  testChiSquare: 'Dans l’ensemble : test du khi-deux de Pearson.',
  testWilcoxon: 'Dans l’ensemble : test des rangs de Wilcoxon.',
  against: '{a} face à {b}',
  wholeDiffers: 'Dans l’ensemble, les deux groupes diffèrent (p {p}).',
  wholeAlike: 'Dans l’ensemble, rien ne distingue les deux groupes (p {p}).',
  groupsDiffer: 'Les groupes répondent différemment : le plus haut, {high} ; le plus bas, {low}',
  groupsTest: 'Entre les groupes, p {p} ; ils expliquent {effect} des différences.',
  notTestedBoth:
    'Les mêmes personnes peuvent être dans les deux groupes : les différences sont montrées, mais pas testées.',
  notTestedFew:
    'Avec moins de 15 réponses en tout, les différences sont montrées, mais pas testées.',
  compareOrders: 'Les deux ordres s’opposent sur {opposed} paires d’éléments sur {pairs}.',
  compareHeld: 'L’un des deux groupes n’est pas montré, donc rien n’est comparé : {reason}',
  higherIn: 'Plus haut : {group}',
  columnDifference: 'Différence',
  columnP: 'p corrigé',
  columnEffect: 'Effet',
  columnChance: 'Chance que A le classe plus haut',
  columnBy: 'Divisé par',
  columnHighest: 'Le plus haut',
  columnLowest: 'Le plus bas',
  overview: 'Ce qui divise',
  overviewLead:
    'Chaque question selon chaque sorte de groupe, {count} comparaisons en tout. Les différences certaines viennent d’abord, les plus grandes en tête ; p est corrigé selon Holm pour toutes.',
  overviewFound: { one: 'Une différence certaine', other: '{count} différences certaines' },
  overviewMore: 'Non certaines',
  overviewEmpty: 'Il n’y a pas encore deux groupes assez grands pour être comparés.',
  backToResults: 'Revenir aux résultats',
  noteOne: 'Un classement est l’avis d’une seule personne.',
  noteFew: 'Seulement {n} classements : à lire comme un ordre, non comme une preuve.',
  noteGapsBottom:
    '{incomplete} classements sur {n} laissent des éléments de côté ; ceux-ci comptent comme ex æquo sous les autres.',
  noteGapsIgnore:
    '{incomplete} classements sur {n} laissent des éléments de côté ; cela ne dit rien d’eux.',
  noteNeverRanked: 'Classé par personne : {items}.',
  noteLevel: 'Toutes les paires d’éléments sont à égalité.',
  noteUnanimous: 'Tous les classements sont identiques.',
  noteTie: 'La première place est partagée par {items}.',
  noteFirst: '{count} personnes sur {n} ayant une préférence placent {first} au-dessus de {next}.',
  noteGapsDecideIgnore:
    'Si les éléments laissés de côté ne disaient rien, viendrait en tête : {items}.',
  noteGapsDecideBottom:
    'Si les éléments laissés de côté comptaient comme derniers, viendrait en tête : {items}.',
  noteCycle: 'Les majorités tournent en rond : {items}. Chacun perd contre un autre d’entre eux.',
  noteTieBreak:
    'Le résultat des paires classées dépend ici de l’ordre dans lequel sont prises des majorités égales.',
  noteNotProved:
    'Ce n’est peut-être pas le meilleur ordre possible : jusqu’à {gap} contradictions de moins sont possibles.',
  notePolarised:
    'Avis partagés sur {item} : {top} le mettent dans leur premier tiers, {bottom} dans le dernier.',
  methodsLeader: '{item} : {methods}.',
  whyDuels:
    'Le rang moyen et Borda comptent chaque place, donc aussi de combien un élément est devant ; Copeland, Schulze, les paires classées et Kemeny demandent seulement lequel de deux éléments est préféré par le plus grand nombre.',
  whyFirsts:
    'Plackett–Luce regarde surtout les premières places : un élément que beaucoup placent en tête y gagne, même si beaucoup d’autres le placent en dernier.',
  whyClose:
    'Les éléments de tête sont si proches que leur ordre n’est certain selon aucune méthode.',
  quadrantMaybe: 'Peut-être à former d’abord : {items} ; trop près d’une ligne pour en être sûr',
  quadrantNear: 'près d’une ligne',
  tablesToo: { one: 'et une table', other: 'et {count} tables' },

  neededTitle: '{n} réponses sur les {count} nécessaires',
  neededLead:
    'Les résultats s’affichent à partir de {count} réponses, pour que personne ne puisse être reconnu. Ouvrez l’étude et répondez sur quelques téléphones pour les voir.',
  crossedTitle: 'Affiché quand l’étude sera fermée',
  crossedLead:
    'Tant que l’on répond encore, plusieurs filtres ensemble ne comptent que des groupes d’au moins {count} personnes semblables en tout ce par quoi l’étude divise, afin qu’aucune réponse ne puisse être déduite. Utilisez un seul filtre ou fermez l’étude pour voir ceci.',
  fewTitle: 'Moins de {count} réponses',
  fewLead: 'Ce groupe est trop petit pour être montré, pour que personne ne puisse être reconnu.',
  subtractTitle: 'Non montré',
  subtractLead:
    'Avec les autres résultats, ceci révélerait un groupe de moins de {count} personnes.',
  personalTitle: 'Jamais montré',
  personalLead:
    'Cette question demande quelque chose de personnel. La réponse est gardée à part et effacée après l’événement.',
  backToAll: 'Afficher tout le monde',
} as const satisfies Catalogue<typeof en>;
