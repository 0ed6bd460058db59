/** The results page. `{item}` is an option's name, `{n}` a number of answers. */
export default {
  question: 'Question',
  rankingQuestions: 'Rankings',
  divideBy: 'Compare',
  notDivided: 'Everyone together',
  who: 'Only',
  everyone: 'Everyone',
  voice: 'Answers of',
  individuals: 'Individuals',
  tables: 'Tables',
  show: 'Show',
  clear: 'Remove filter: {filter}',
  live: 'Live',
  updated: 'As of {time}',
  stale: 'No connection. These are the results as of {time}.',

  notStated: 'Not stated',
  writtenIn: 'In their own words',
  round: 'Round {n}',
  allRounds: 'All rounds',
  roundOfQuestion:
    'Round {n} is shown, the latest in which everybody was asked this question. Each person counts once.',
  roundOfStudy:
    'Round {n} counts here, the latest in which everybody was asked everything. Each person counts once.',
  roundsRepeated:
    'Anyone who answered in several rounds is counted once in each, so the intervals are too narrow.',
  onlyRound: 'Only round {n}',
  systemLanguage: 'Language',
  systemTable: 'Table',
  systemRound: 'Round',
  systemEvent: 'Event',
  systemMark: 'Came to the room as',
  markParticipants: 'Participants',
  markTeam: 'Project team',
  views: 'Ready-made views',
  viewCities: 'Small and medium-sized cities against large ones',
  viewRural: 'Rural areas against the others',
  viewExperts: 'Invited experts against the others',
  markExperts: 'Invited experts',
  systemVoice: 'Individuals and tables',

  chart: 'Chart',
  table: 'Table',
  tableOf: 'Table: {title}',
  chartOrTable: 'Chart or table: {title}',
  savePng: 'Save picture',
  saveCsv: 'Save CSV',
  columnItem: 'Item',
  columnShare: 'Share',
  columnInterval: '95% interval',
  columnAnswers: 'Answers',
  columnMean: 'Mean',
  columnDontKnow: 'Don’t know',
  columnFirst: 'First choice',
  columnTop: 'Top {k}',
  columnMeanRank: 'Mean rank',
  columnRange: 'Rank range',
  columnWins: 'Comparisons won',
  columnRanked: 'Ranked by',
  columnGroup: 'Group',
  medianColumn: 'Median',
  quartilesColumn: 'Middle half',
  between: '{low} to {high}',

  participants: 'Participants',
  tablesCount: 'Tables',
  ofRespondents: 'of {count} who took part',
  steps:
    'New answers appear in steps of at least {count}, so that nobody can be recognised; when the study closes, all of them.',
  allAnswered: 'Everyone who took part answered',
  leftNoAnswer: { one: 'one did not answer', other: '{count} did not answer' },
  leftNoOpinion: { one: 'one has no opinion', other: '{count} have no opinion' },
  leftDontKnow: { one: 'one doesn’t know', other: '{count} don’t know' },
  leftExcluded: {
    one: 'one is left out (“don’t know” and the like)',
    other: '{count} are left out (“don’t know” and the like)',
  },
  leftWriteInsOnly: {
    one: 'one ranked only items of their own',
    other: '{count} ranked only items of their own',
  },
  agreement: 'Agreement (Kendall’s W)',
  agreementScale: 'W is {w} on a scale from 0, none, to 1, full',
  agreementNone: 'Needs two rankings of all items',
  agreementPairs: 'Agreement (mean tau)',
  none: '0 none',
  full: '1 full',
  wVeryWeak: 'very weak',
  wWeak: 'weak',
  wModerate: 'moderate',
  wStrong: 'strong',
  wVeryStrong: 'very strong',
  tauLead: 'Two participants place {share} of the items’ pairs the same way.',
  coverage: 'Items ranked',
  coverageOf: 'of {count} on average',
  coverageBottom: 'Items left out count as tied below the ranked ones.',
  coverageIgnore: 'Items left out say nothing: only ranked pairs count.',
  topGroup: 'Clear top group',
  topGroupItems: { one: 'item', other: 'items' },
  topGroupNone: 'None yet',
  topGroupOne: 'No other item can be first (95%, all items together).',
  topGroupLead: 'May be first (95%, all items together).',
  topGroupAll: 'Any item may still be first.',
  methodsSame: 'All {count} methods put {item} first.',
  methodsMost: '{n} of {count} methods put {item} first.',
  methodsTied: 'No method finds a single first item.',

  leads: '{item} leads',
  leadsShare: '{item} leads: first choice of {share}',
  leadTwo: '{a} and {b} lead; which is first cannot be told',
  leadThree: '{a}, {b} and {c} lead; their order cannot be told',
  leadMany: '{item} is ahead, but {count} others may be first too',
  leadNone: 'No clear order: the items cannot be told apart yet',
  dotsMethod:
    'Mean rank and 95% interval, {n} participants. Where intervals overlap, the order is not certain.',
  dotsTables:
    'Mean rank and 95% interval, {n} tables. Where intervals overlap, the order is not certain.',
  winsMethod:
    'Share of head-to-head comparisons won, {n} participants. Only items that somebody ranked are compared.',
  dotsSmall: 'With fewer than 15 answers, read this as an order and not as proof.',
  best: '1 best',
  positionsFirst: 'How often each came first',
  positionsFinding: '{item} is in the top {k} of {share}',
  positionsMethod: 'Share of {n} by place; the rest placed it lower or left it out.',
  place1: '1st',
  place2: '2nd',
  place3: '3rd',
  placeN: '{n}th',
  headLevel: 'Head to head, {a} and {b} are not clearly apart',
  headFinding: '{a} is placed above {b} by {share}',
  headMethod:
    'Share of those with a preference who place the row above the column, among the {count} leading items.',
  methodsMethod: 'The place that each method gives. A number in two rows is a tie.',
  methodMean: 'Mean rank',
  methodBorda: 'Borda',
  methodCopeland: 'Copeland',
  methodSchulze: 'Schulze',
  methodRankedPairs: 'Ranked pairs',
  methodKemeny: 'Kemeny',
  methodPlackettLuce: 'Plackett–Luce',
  methodSample: 'Plackett–Luce comes from {n} responses, as of {time}.',
  methodMissing:
    'Plackett–Luce and the instant run-off are missing: working them out from {n} responses took longer than is allowed. All other methods count every response.',
  countingTitle: 'The answers are being counted',
  countingLead:
    'There are many new ones, so this takes a few seconds. The results appear here by themselves.',
  countingAgain: 'Look again',
  methodExplain:
    'Mean rank: average place. Borda: points for every place. Copeland: how many other items it beats head to head. Schulze and ranked pairs: strongest chain of head-to-head wins. Kemeny: the one order that disagrees least with all participants. Plackett–Luce: the chance to be chosen first.',
  writeIns: 'Added in their own words',
  writeInsMethod: 'Not counted in the ranking until they are merged with an item.',

  compared: 'Compared: {segment}',
  comparedNone: 'No difference between these groups is certain',
  comparedDivides: '{item} divides: {high} for {highGroup}, {low} for {lowGroup}',
  comparedMethod:
    'Rank in each group; tied items share a place. The widest differences stand out. Groups under 20 are indicative only. The headline names only a difference that stands at 95%, all comparisons together.',
  comparedShares: 'Share in each group.',
  comparedNumbers: 'Median and quartiles in each group.',
  comparedMeans: 'Mean in each group.',
  comparedLess:
    'Groups with fewer than {min} answers are not shown, nor any that could be worked out from the others: {groups}.',
  groupSize: '{label} ({n})',
  rankOrdinal: 'rank {n}',

  choiceFinding: 'Most often: {item}, {share} of {n}',
  choiceMethod: 'Share of {n} answers with 95% Wilson interval.',
  choiceMultiple:
    'Share of {n} respondents with 95% Wilson interval; several answers were possible.',
  medianIs: 'Median: {value}',
  medianSplit: 'The middle falls between {low} and {high}',
  medianMethod:
    '{n} answers. Half of them lie between {low} and {high}. Categories in order; their codes are not averaged.',
  numberMethod:
    '{n} answers. Median {median}, mean {mean}; half of them lie between {low} and {high}.',
  hours: '{value} hours',
  weeks: '{value} weeks',
  percent: '{value}%',
  people: '{value} people',
  ratingFinding: '{item} is rated highest: {mean} on average',
  ratingMethod: 'Ratings from {low} to {high}; don’t-knows are left out row by row.',
  textsTitle: { one: 'One answer', other: '{count} answers' },
  textsMethod: 'In mixed order, without any sign of who wrote what.',
  quadrantFinding: 'Train first: {items}',
  quadrantNone: 'No item is both important and little mastered',
  quadrantMethod:
    'Mean importance against own level today, with 95% intervals; the dashed lines are the means. Hollow items could fall on either side.',
  quadrantTrain: 'TRAIN FIRST',
  quadrantKeep: 'KEEP UP',
  quadrantLater: 'LATER',
  quadrantEnough: 'ENOUGH TODAY',
  importance: 'Importance',
  level: 'Own level today',

  compareWith: 'Compare with',
  withNobody: 'Nobody',
  withEveryone: 'Everyone',
  withOthers: 'Everyone else',
  withThese: 'Those chosen here',
  clearAll: 'Remove all filters',
  endComparison: 'End the comparison',
  loading: 'Loading …',
  nowShown: 'Shown: {title}',
  saveSvg: 'Save SVG',
  inWords: 'In words',
  groupFew: '{label} ({n}, indicative)',

  how: 'How is this worked out?',
  howCount: 'Counted is everyone who took part and whose answer can be used: {n} of {count}.',
  howLeftOut: 'Left out: {reasons}.',
  howNobodyLeftOut: 'Nobody is left out.',
  howW: 'How far the items’ rank totals lie apart, as a share of how far they would if all {n} rankings of the {m} items were the same; corrected for ties. W is 0 where the rankings cancel each other out, and 1 where they are all the same. Kendall and Babington Smith 1939; the words follow Schmidt 1997.',
  howTau:
    'For every two of the {n} people: the share of the pairs of items that both place the same way, less the share that they place opposite ways; then the mean. It is 0 where they agree as often as not.',
  howTop:
    'Every two items are compared by a paired t test on the ranks that the {n} people gave them, corrected by Holm for all {count} comparisons. The top group is every item that no other beats with 95% certainty.',
  howCoverage:
    'The number of items that each of the {n} people ranked, added up and divided by {n}.',
  howOrder:
    'The items stand in the consensus order: the one order that contradicts the {n} rankings least, counted over all pairs of items (Kemeny). The dot is the mean rank, the average of the places that people gave; the bar is its 95% interval by Student’s t.',
  orderDiffers:
    'By mean rank alone, the order of {items} would be different: a mean also counts how far below the others an item was placed, the consensus order only that it was.',
  howWins:
    'For each pair of items, how many of those who ranked both prefer this one; added up over all pairs and divided by the number of those comparisons. {n} people.',
  howPlaces:
    'The share of the {n} people who gave an item each place. Items that share a place share it evenly.',
  howHead:
    'Of those who place the two items differently, the share that places the row’s item higher. The headline calls it clear when Wilson’s 95% interval lies above a half. {n} people.',
  howMethods: 'All methods start from the same {n} rankings.',
  howGroupsRank:
    'The ranks are those of each group’s own consensus order. For each item, Kruskal and Wallis’s test asks whether the groups place it differently, corrected for ties; p is corrected by Holm for all items. Effect is epsilon squared: the share of the differences in rank that the groups account for.',
  howGroupsChoice:
    'Pearson’s chi-square test of groups against answers. Where there are too few answers for it, the answers are dealt out to the groups anew 4,999 times instead. Effect is Cramér’s V squared.',
  howGroupsOrdered:
    'Kruskal and Wallis’s test of the answers’ order, corrected for ties, and by Holm where there are several rows. Effect is epsilon squared.',
  howGroupsLeftOut:
    'Those who did not say which group they belong to are shown, but not tested. Groups under 20 are indicative only.',
  howChoice:
    'The people who chose an answer, divided by the {n} whose answers count. The interval is Wilson’s.',
  howMedian:
    'All {n} answers in order: the median is the one in the middle; the quartiles cut off the lowest and the highest quarter (Hyndman and Fan 1996, type 2). Lines on the bars are Wilson’s 95% intervals.',
  howRatings:
    'The mean of each row’s ratings, without those who don’t know. The interval is Student’s 95% interval of the mean, within the scale.',
  howQuadrant:
    'The mean importance and the mean own level of each item with their 95% intervals, the thin lines. The dashed lines are the means over all items. An item whose interval crosses one of them is hollow: it could lie on either side.',
  howComparedRank:
    'Item by item, Mann and Whitney’s test asks whether one group ranks it higher; p is corrected by Holm for all items. The interval is that of the difference of the mean ranks.',
  howComparedShare:
    'Answer by answer, a chi-square test compares the two shares; p is corrected by Holm for all answers. The interval of the difference is Newcombe’s (1998).',
  howComparedMean:
    'Row by row, Wilcoxon’s rank-sum test compares the two groups; p is corrected by Holm for all rows. The interval is that of the difference of the means.',
  testWald: 'All together: Wald’s test of the mean ranks.',
  testPermutation:
    'All together: a permutation test that deals the answers out to the groups anew 4,999 times.',
  testChiSquare: 'All together: Pearson’s chi-square test.',
  testWilcoxon: 'All together: Wilcoxon’s rank-sum test.',

  against: '{a} against {b}',
  wholeDiffers: 'As a whole, the two groups differ (p {p}).',
  wholeAlike: 'As a whole, the two groups cannot be told apart (p {p}).',
  groupsDiffer: 'The groups answer differently: highest {high}, lowest {low}',
  groupsTest: 'Between the groups p {p}; they account for {effect} of the differences.',
  notTestedBoth: 'The same people may be in both groups, so differences are shown, but not tested.',
  notTestedFew: 'With fewer than 15 answers in all, differences are shown, but not tested.',
  compareOrders: 'The two orders disagree on {opposed} of {pairs} pairs of items.',
  compareHeld: 'One of the two groups is held back, so nothing is compared: {reason}',
  higherIn: 'Higher: {group}',
  columnDifference: 'Difference',
  columnP: 'p, corrected',
  columnEffect: 'Effect',
  columnChance: 'Chance that A ranks it higher',
  columnBy: 'Divided by',
  columnHighest: 'Highest',
  columnLowest: 'Lowest',
  overview: 'What divides people',
  overviewLead:
    'Every question by every kind of group, {count} comparisons in all. Certain differences come first, the largest on top; p is corrected by Holm for all of them.',
  overviewFound: { one: 'One certain difference', other: '{count} certain differences' },
  overviewMore: 'Not certain',
  overviewEmpty: 'There are not yet two groups that are large enough to compare.',
  backToResults: 'Back to the results',

  noteOne: 'One ranking is one person’s opinion.',
  noteFew: 'Only {n} rankings: read them as an order, not as proof.',
  noteGapsBottom:
    '{incomplete} of {n} rankings leave items out; what is left out counts as tied below the rest.',
  noteGapsIgnore: '{incomplete} of {n} rankings leave items out; what is left out says nothing.',
  noteNeverRanked: 'Ranked by nobody: {items}.',
  noteLevel: 'Every pair of items is level.',
  noteUnanimous: 'All rankings are the same.',
  noteTie: 'The first place is shared by {items}.',
  noteFirst: '{count} of {n} people with a preference place {first} above {next}.',
  noteGapsDecideIgnore: 'If what is left out said nothing, the lead would go to {items}.',
  noteGapsDecideBottom: 'If what is left out counted as last, the lead would go to {items}.',
  noteCycle:
    'The majorities go round in a circle: {items}. Each of them loses to another one of them.',
  noteTieBreak: 'Ranked pairs depends here on the order in which equal majorities are taken.',
  noteNotProved:
    'The order may not be the very best one: up to {gap} fewer contradictions are possible.',
  notePolarised:
    '{item} splits opinion: {top} have it in their top third, {bottom} in their bottom third.',
  methodsLeader: '{item}: {methods}.',
  whyDuels:
    'Mean rank and Borda count every place, so it matters by how much an item is ahead; Copeland, Schulze, ranked pairs and Kemeny only ask which of two items more people prefer.',
  whyFirsts:
    'Plackett–Luce looks most at first places: an item that many place first gains, even where many others place it last.',
  whyClose: 'The leading items are so close that their order is not certain by any method.',

  quadrantMaybe: 'Perhaps train first: {items}; too close to a line to be certain',
  quadrantNear: 'near a line',

  tablesToo: { one: 'and one table', other: 'and {count} tables' },

  neededTitle: '{n} of {count} answers needed',
  neededLead:
    'Results are shown from {count} answers on, so that nobody can be recognised. Open the study and answer on a few phones to see them.',
  crossedTitle: 'Shown when the study closes',
  crossedLead:
    'While people still answer, several filters together count only groups of at least {count} people who are alike in everything that the study divides by, so that no single answer can be worked out. Use one filter, or close the study, to see this.',
  fewTitle: 'Fewer than {count} answers',
  fewLead: 'This group is too small to show, so that nobody can be recognised.',
  subtractTitle: 'Not shown',
  subtractLead: 'With the other results, these would show a group of fewer than {count} people.',
  personalTitle: 'Never shown',
  personalLead:
    'This question asks for something personal. It is kept apart and deleted after the event.',
  backToAll: 'Show everyone',
} as const;
