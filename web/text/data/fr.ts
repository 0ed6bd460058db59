import type { Catalogue } from '../../../src/survey/catalogue.ts';
import type en from './en.ts';

export default {
  parts: 'Parties des données',
  texts: 'Textes et thèmes',
  writeIns: 'Réponses libres',
  quality: 'Qualité',
  question: 'Question',
  show: 'Afficher',
  noQuestions: 'Cette étude n’a aucune question de ce type.',
  tooFew: 'Les réponses sont affichées dès qu’il y en a au moins {least}.',
  readOnly: 'Vous pouvez lire. Les concepteurs et les propriétaires décident.',
  log: 'Ce qui a été décidé',
  logEmpty: 'Rien pour l’instant. Chaque décision figure ici et peut être annulée.',
  somebody: 'Quelqu’un',
  undo: 'Annuler',
  undoWhat: 'Annuler : {what}',
  undoneBy: 'annulé par {name} le {date}',
  byOn: '{name}, {date}',

  textsLead:
    'Lisez ce qui a été écrit et donnez à chaque texte un ou plusieurs thèmes. Les thèmes sont ensuite comptés comme les options d’une question.',
  peopleAnswered: {
    one: 'Une personne a répondu',
    many: '{count} de personnes ont répondu',
    other: '{count} personnes ont répondu',
  },
  search: 'Chercher dans les textes',
  only: 'Afficher',
  allTexts: 'Tous les textes',
  uncodedTexts: 'Textes sans thème',
  times: { one: 'une fois', other: '{count} fois' },
  near: 'Ces {n} textes ont la plupart de leurs mots en commun',
  chooseNear: 'Les choisir tous',
  noneFound: 'Aucun texte ne correspond.',
  theme: 'Thème',
  newTheme: 'ou un nouveau thème',
  giveTheme: 'Donner le thème',
  takeTheme: 'Retirer le thème',
  keys: 'Clavier : les flèches déplacent, la barre d’espace choisit, 1 à 9 donnent un thème.',
  themesTitle: 'Combien de personnes ont cité chaque thème',
  themesMethod:
    'Personnes dont la réponse porte le thème, parmi toutes celles qui ont répondu. L’intervalle est celui de Wilson à 95 %. Une personne peut citer plusieurs thèmes.',
  notCoded: 'Sans thème',
  people: 'Personnes',
  share: 'Part',
  interval: 'Intervalle à 95 %',
  compareBy: 'Comparer par',
  noGroups: 'Sans groupes',
  held: 'masqué : trop peu',
  gave: {
    one: '« {theme} » donné à un texte',
    other: '« {theme} » donné à {count} textes',
  },
  took: {
    one: '« {theme} » retiré d’un texte',
    other: '« {theme} » retiré de {count} textes',
  },

  writeInsLead:
    'Ce que plusieurs personnes écrivent avec leurs mots peut compter comme l’une des options ou comme un nouvel élément. Les graphies semblables sont réunies ; ce qui veut dire la même chose en d’autres mots, c’est à vous d’en décider.',
  writeInsNone: 'Il n’y a ici aucune réponse libre qui reste à réunir.',
  spellings: 'Graphies',
  countAs: 'Compte comme',
  newItem: 'Un nouvel élément :',
  newItemName: 'Nom du nouvel élément',
  optionsGiven: 'Options de la question',
  optionsAdded: 'Éléments issus de réponses libres',
  merge: 'Réunir',
  mergeWhat: 'Réunir {text}',
  newItemMeaning:
    'Un nouvel élément n’a été montré à personne. Pour qui ne l’a pas écrit, il compte comme non classé, sous ce qui a été classé. Sa place est donc plus basse que si tout le monde l’avait vu : lisez-la comme le soutien minimal dont il dispose.',
  newItemIgnored:
    'Un nouvel élément n’a été montré à personne. Seules les personnes qui l’ont écrit le comparent : lisez sa place avec prudence.',
  optionMeaning:
    'Qui a classé l’option et l’a aussi écrite garde la meilleure des deux places. Les réponses suivantes comptent de la même façon.',
  stepMeaning:
    'Tant que l’étude est ouverte, les résultats bougent dès qu’au moins {least} réponses ont changé.',
  merged: 'Réuni à « {name} » : {texts}',
  mergedNew: 'Réuni au nouvel élément « {name} » : {texts}',
  mergedAway: 'textes retirés',
  waiting: 'Beaucoup de réponses arrivent : la réunion sera comptée dans un instant.',

  qualityLead:
    'Signes qu’une réponse n’a peut-être pas été réfléchie. Une réponse rapide ou régulière peut être sincère : rien n’est jamais effacé et personne n’est nommé.',
  onPaper: {
    one: 'Une réponse a été écrite sur papier et saisie par l’animation.',
    other: '{count} réponses ont été écrites sur papier et saisies par l’animation.',
  },
  qualityNone: 'Il n’y a pas encore de réponses.',
  qualityMany: 'Il y a plus de {n} réponses : les signes ne sont pas recherchés.',
  flaggedTitle: {
    one: 'Une réponse sur {n} est signalée',
    other: '{count} réponses sur {n} sont signalées',
  },
  flaggedFew: 'Moins de {least} réponses sur {n} sont signalées',
  flaggedNone: 'Aucune réponse sur {n} n’est signalée',
  flaggedLead:
    'Sont signalés les copies possibles, les essais et les réponses qui portent au moins deux autres signes. Les résultats peuvent être affichés sans elles.',
  resultsWith: 'Résultats avec toutes les réponses',
  resultsWithout: 'Résultats sans les réponses signalées',
  foundFew: 'Moins de {least}',
  foundNone: 'Aucune',
  ofAll: '{share} sur {n}',
  fast: 'Très rapide',
  fastMeans: 'Répondu en moins d’un tiers du temps médian. {n} téléphones ont indiqué la durée.',
  straight: 'Toujours la même réponse',
  straightMeans:
    'La même note à chaque ligne des questions d’évaluation (au moins dix), ou tout classé à égalité.',
  order: 'Ordre tel qu’affiché',
  orderMeans:
    'Classements qui gardent ou inversent l’ordre aléatoire d’affichage, là où le hasard le ferait chez moins de 2 personnes sur 1 000.',
  copy: 'Copie possible',
  copyMeans:
    'Les mêmes réponses qu’un envoi antérieur dans les trois jours, à une question près au plus : au moins huit réponses égales, dont un classement. L’envoi antérieur n’est pas signalé.',
  test: 'Essai',
  testMeans: 'Un texte comme « test », ou une même lettre répétée.',
  effectSame: 'Sans elles, l’ordre de « {question} » reste le même.',
  effectMoves: 'Sans elles, « {question} » change :',
  effectFew: 'L’ordre qu’il y aurait sans elles n’est pas affiché : elles sont trop peu.',
  move: '{item} : {place} → {without}',
  biasTitle: 'L’ordre d’affichage a-t-il une influence ?',
  biasLead:
    'Chaque personne a vu les éléments dans un ordre aléatoire qui lui est propre. Si ceux qui sont affichés plus haut sont aussi classés plus haut plus souvent que le hasard ne le permet, la liste elle-même a une influence ; l’ordre aléatoire la compense entre les éléments.',
  biasNone: 'Aucun signe ({n} personnes, p {p})',
  biasSome:
    'Ce qui est affiché plus tôt est classé plus haut : corrélation {r} ({n} personnes, p {p})',
  biasReverse:
    'Ce qui est affiché plus tard est classé plus haut : corrélation {r} ({n} personnes, p {p})',
  biasFew: 'Trop peu de réponses pour le dire',

  filterAll: 'Toutes les réponses',
  filterClean: 'Sans les réponses signalées',
  leftOut: {
    one: 'Une réponse signalée de l’étude est laissée de côté.',
    other: '{count} réponses signalées de l’étude sont laissées de côté.',
  },
  leftOutFew: 'Les réponses signalées de l’étude, moins de {least}, sont laissées de côté.',
  leftOutNone: 'Aucune réponse de l’étude n’est signalée : aucune n’est laissée de côté.',
  leftOutLater:
    'Les réponses signalées comptent pour l’instant : elles pourront être laissées de côté une fois l’étude close.',
  leftOutMany:
    'Les réponses signalées comptent : on ne les cherche que parmi {most} réponses au plus.',
  addedNote:
    'Issus de réponses libres et montrés à personne : {items}. Si tout le monde les avait vus, leur place serait plus haute ou égale.',
} as const satisfies Catalogue<typeof en>;
