import type { Catalogue } from '../../../src/survey/catalogue.ts';
import type en from './en.ts';

export default {
  link: 'La salle : tables, tours, événements',
  title: 'La salle en chiffres',
  lead: 'Les réponses des personnes et celles des tables ne sont jamais additionnées : elles figurent ici côte à côte.',
  event: 'Événement',
  allEvents: 'Tous les événements',
  own: 'Un groupe face à tous les autres',
  nothing: 'Pas encore de réponses d’une salle',
  nothingLead:
    'Dès que des personnes répondront à des tables ou lors d’un événement, vous verrez ici ce que la discussion a changé et si les tables représentent leurs membres.',
  stepped: 'Tant que l’on répond, les membres d’une table comptent par paliers entiers de {n}.',
  roundOf: 'Tour {n}',
  audience: 'public',
  experts: 'experts invités',
  team: 'équipe du projet',
  table: 'Table',
  members: 'Membres',
  representTitle:
    'Les membres et leur propre table ordonnent autrement {own} des paires ; les membres et les autres tables, {others}',
  representHeld: 'Trop peu de réponses par table pour comparer les membres à leur table',
  representMethod:
    '{n} membres des tables affichées. Si les places avaient été attribuées au hasard : p {p}.',
  representOwn: 'Distance à leur propre table',
  representOthers: 'Distance aux autres tables',
  representNearer: 'Plus proches de leur propre table',
  heldFew: 'moins de {n}',
  heldNone: 'pas encore de classement',
  prevailed: 'Distance à leur propre table selon qui ils sont : {list}.',
  prevailedHeld: 'Les experts et l’équipe du projet sont trop peu nombreux pour être distingués.',
  howDistance:
    'La distance est la part de toutes les paires d’éléments que deux ordres placent en sens inverse ; une paire que l’un seul des deux met ex æquo compte pour moitié. 0 % est le même ordre, 50 % ce que donne le hasard, 100 % l’ordre inverse.',
  howShown:
    'Seules les tables dont au moins {n} membres ont répondu sont affichées et comptées. Les autres tables servent d’étalon.',
  agreeMore:
    'Les personnes d’une même table s’accordent davantage que celles de tables différentes',
  agreeSame:
    'Les personnes d’une même table ne s’accordent pas davantage que celles de tables différentes',
  agreeMethod:
    '{share} des différences se situent entre les tables ; le hasard donnerait {chance}. p {p}.',
  agreeW: 'W de Kendall',
  agreeTau: 'Tau moyen',
  withinTables: 'Au sein des tables, en moyenne',
  acrossTables: 'Entre tables différentes, en moyenne',
  betweenTables: 'Les classements des tables elles-mêmes',
  differMost:
    'Les tables diffèrent surtout sur {list} : la part des différences entre personnes qui se situe entre les tables.',
  howAgree:
    'Le W de Kendall vaut 1 quand tous classent de la même façon. Par hasard, il vaut environ 1 divisé par le nombre de personnes : les petites tables semblent donc plus d’accord qu’elles ne le sont. Le tau moyen de deux personnes vaut 0 par hasard, quel que soit leur nombre.',
  howDealt: 'La valeur p redistribue toutes les places {n} fois.',
  bootTitle: 'Places après la discussion, en tirant des tables entières',
  bootMethod:
    '{n} personnes à {tables} tables, selon Borda : dans 95 % des tirages, la place est dans l’intervalle.',
  bootFew: 'Avec moins de 8 tables, les intervalles sont trop étroits.',
  place: 'Place',
  byTable: 'Tables tirées',
  byPerson: 'Personnes tirées',
  howBoot:
    'Ceux qui ont discuté à une même table ne répondent plus de façon indépendante. On tire donc sans cesse des tables entières ; tirer des personnes ferait paraître les places plus sûres qu’elles ne le sont.',
  range: 'de {low} à {high}',
  markedChanged: 'Sans {who}, l’ordre est différent',
  markedLeader: 'Sans {who}, un autre élément est en tête',
  markedSame: 'Sans {who}, l’ordre reste le même',
  markedHeld: 'Avec ou sans experts et équipe du projet',
  markedFew: 'Moins de {n} seraient écartés ou resteraient : rien n’est comparé.',
  markedMethod: '{left} sont écartés, {n} restent.',
  markedWith: 'Avec tout le monde',
  markedWithout: 'Sans {who}',
  howMarked:
    'Les experts invités et les membres de l’équipe du projet sont marqués à leur place. Les deux ordres sont ceux de Kemeny, au premier tour.',
  movedSome: {
    one: 'Du tour {before} au tour {after}, un élément s’est déplacé avec certitude',
    other:
      '{count} éléments se sont déplacés avec certitude entre le tour {before} et le tour {after}',
  },
  movedNone: 'Du tour {before} au tour {after}, aucun élément ne s’est déplacé avec certitude',
  pairedMethod:
    '{n} personnes étaient présentes aux deux tours. Parties : {leavers}. Arrivées : {newcomers}.',
  pairedFew: 'Moins de {n} personnes ont répondu aux deux tours.',
  pairedCoarse:
    'Les personnes écartées sont si peu nombreuses que les rangs moyens pourraient trahir leurs réponses : seules les places sont affichées.',
  agreementMoved: 'Le W de Kendall est passé de {before} à {after}.',
  agreementChange: 'Le changement se situe entre {low} et {high} (95 %).',
  towards: 'Distance à leur propre table : {before} avant, {after} après (p {p}).',
  stopAgreed: 'On s’accorde et l’ordre est stable : vous pouvez arrêter.',
  stopSettled:
    'L’ordre est stable, mais on ne s’accorde pas. Un tour de plus n’y changerait guère : faites état du désaccord.',
  stopGoOn: 'L’accord ou l’ordre bougent encore : interrogez une fois de plus.',
  stopUsed:
    'L’accord ou l’ordre bougent encore, mais plus de {n} tours fatiguent : présentez-le tel quel.',
  meanOf: 'Rang moyen, tour {n}',
  howPaired:
    'Les deux rangs que chaque personne donne à un élément sont comparés par le test des rangs signés de Wilcoxon, corrigé selon Holm pour tous les éléments. Seules comptent les personnes présentes aux deux tours.',
  howStop:
    'Une étude par tours s’arrête quand le W de Kendall atteint au moins {agreed} et que l’ordre est stable : tau-x des deux ordres d’au moins {stable} et variation de W d’au plus {change}. La stabilité compte en premier.',
  eventsTitle: 'Place de chaque élément, événement par événement',
  eventsMethod:
    'Premières réponses des personnes seulement. Chaque événement est comparé à tous les autres.',
  eventHeld: 'retenu',
  eventAgainst: '{event} : tau-x {tau} avec les autres, p {p}.',
  equalWeight: '{series}, même poids pour chaque événement',
  howEvents:
    'Les événements ayant trop peu de réponses sont retenus, de même que ceux que le reste permettrait de déduire. Une série réunit tous ses événements ; à poids égal, un grand événement ne l’emporte pas sur un petit.',
  ownHeld: 'Ce groupe ou le reste des personnes est trop petit pour être affiché.',

  series: 'Série',
  seriesLead:
    'Les éditions d’une série côte à côte : combien de personnes ont répondu et comment chaque édition a classé, séparément et ensemble.',
  noSeries: 'Pas encore de série',
  noSeriesLead:
    'Indiquez la même série dans plusieurs événements : ils figureront ici côte à côte.',
  edition: 'Édition',
  organiser: 'Organisé par',
  answered: 'Personnes ayant répondu',
  noneYet: 'aucune encore',
  howEditions:
    'Une édition compte dès qu’au moins {n} personnes y ont répondu, et pas tant que les autres la trahiraient.',

  guidesTitle: 'Ce que les tables ont répondu aux questions directrices',
  guidesMethod: '{n} questions sur {of} ont une réponse. Ce sont les mots des tables, sans noms.',
  guide: 'Question directrice',
  guideAnswer: 'Réponse',
  cardsTitle: 'Ce que les tables ont écrit sur leurs fiches',
  cardsMethod: {
    one: 'Problèmes, solutions et conclusions d’une table, dans leur dernière version et sans noms.',
    other:
      'Problèmes, solutions et conclusions de {count} tables, dans leur dernière version et sans noms.',
  },
  cardText: 'Texte',
  cardProblem: 'Problème',
  cardSolution: 'Solution',
  cardConclusion: 'Conclusion',

  whenWhere: 'Quand et où',
} as const satisfies Catalogue<typeof en>;
