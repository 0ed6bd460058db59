/**
 * The sentences of a strategy, without their full stop. `{title}` is a question's title and
 * `{items}` options of a question, both in quotation marks; `{list}` is what a ranking is of.
 */
export default {
  quoted: '“{text}”',
  range: '{from} to {to}',
  below: '< {value}',
  partOf: '{name} ({share})',
  stated: '{sentence}.',
  firm: '{sentence} (n = {n}; certain at 95%).',
  tentative: '{sentence} (n = {n}; tentative, with fewer than 15 answers).',
  open: '{sentence} (n = {n}; open, the answers do not decide it).',
  round: 'Round {n}',

  documentTitle: 'Training strategy: {study}',
  section1: 'Summary',
  section2: 'Context and purpose',
  section3: 'Who took part',
  section4: 'Method',
  section5: 'Is training needed, and for whom?',
  section6: 'Contents',
  section7: 'Methods of teaching',
  section8: 'Duration and rhythm',
  section9: 'Programme framework',
  section10: 'E-learning and mixing of groups',
  section11: 'Challenges, cases and solutions',
  section12: 'Differences',
  section13: 'Proposed curriculum',
  section14: 'Roadmap',
  annex: 'Annexes',

  contents: 'Contents',
  targets: 'Target groups',
  methods: 'Methods',
  frameworks: 'Frameworks',
  challenges: 'Challenges',
  disciplines: 'Disciplines',

  columnGroup: 'Group',
  columnPlace: 'Place',
  columnItem: 'Item',
  columnMeanRank: 'Mean rank',
  columnRange: 'Places possible (95%)',
  columnFirst: 'First choice',
  columnTier: 'Group',
  columnBelow: 'Level below importance',
  columnRds: 'Discrepancy (RDS)',
  columnMwds: 'Weighted gap (MWDS)',
  importance: 'Importance',
  level: 'Own level today',
  chartRanking:
    'Mean ranks with 95% intervals, best first; {items} is at the top of the order of {n} people',
  chartBars: 'Shares of the {n} answers with 95% intervals; most often {items}',
  quadrantCaption: 'Importance and level',
  quadrantSummary:
    'Mean importance of each content against people’s own level today; what is important and little mastered is to be trained first',
  pointText: 'importance {importance}, level {level}',
  gapCaption: 'Gaps between importance and level, greatest need first',
  columnMedian: 'Median',
  columnHalf: 'Middle half',
  durationCaption: 'Duration by group',
  columnAnswers: 'Answers',
  columnShare: 'Share',
  rowSmallGroups: 'Groups too small to be named',

  summaryNothing: 'Nothing can be concluded yet: nobody’s answers can be shown',
  summaryFew: {
    one: 'So far only one finding can be stated',
    other: 'So far only {count} findings can be stated',
  },

  synthetic:
    'All answers are invented: this document shows what a strategy looks like and is no basis for decisions',
  purpose:
    'This strategy is drawn from the study {title} and says which training is needed, for whom and in which form',
  asked: 'The study asks {questions} questions and can be answered in {languages}',
  stillDraft: 'The study has not been opened yet',
  stillOpen: 'The study is still open, so the figures of {day} will change',
  closed: 'The study is closed; the figures are those of {day}',
  filtered: 'Only some of the answers count here: {filter}',
  filterPart: '{title}: {items}',
  filterClean: 'without those that several signs speak against',

  participants: { one: 'One person took part', other: '{count} people took part' },
  participantsRounds:
    '{count} answers came from individuals in {rounds} rounds; anyone who answered in several rounds is counted in each, which makes intervals too narrow',
  participantsRound: 'Only round {round} counts here: {count} people took part in it',
  participantsRoundOf:
    'Only round {round} counts here: {count} people took part in it, beside {others}',
  roundHas: '{n} in round {round}',
  participantsHeld: 'Too few people have taken part for anything to be shown',
  tables: {
    one: 'One table answered together and is counted apart',
    other: '{count} tables answered together and are counted apart',
  },
  tablesRounds:
    '{count} answers came from tables in {rounds} rounds and are counted apart; a table that answered in several is counted in each',
  profile: '{title}: {n} answered, most often {shares}',
  profileHeld: '{title}: too few answers to be shown',
  completion:
    'Of the questions with given answers that everybody was asked and enough people answered, each was answered by {low} to {high} of the participants; {title} has the fewest answers',
  completionEqual:
    'Each of the questions with given answers that everybody was asked and enough people answered was answered by {share} of the participants',
  sampleChosen:
    'Those who took part were invited or came by themselves; intervals describe chance among them and say nothing of people who were not asked',
  sampleSmall: 'With fewer than {limit} people, every statement is at best tentative',
  sampleLeans:
    '{title}: {share} of the answers are {items}, so the findings lean towards that group',

  version: 'The questionnaire is {id}, version {version}',
  events: {
    one: 'Answers were given at one event: {names}',
    other: 'Answers were given at {count} events: {names}',
  },
  noEvents: 'Answers were given without an event',
  rounds: {
    one: 'People answered in one round',
    other: 'People answered in {count} rounds',
  },
  aggregation:
    'Orders are those that contradict the individual rankings least (Kemeny); items count as different only where paired t tests, corrected by Holm for all comparisons, tell them apart at 95%',
  unrankedBottom: 'Items that somebody left out count as tied below those that they ranked',
  unrankedIgnore: 'Items that somebody left out say nothing about their place',
  tablesApart: 'Answers of tables are never added to those of individuals',
  exclusions: '{title}: {n} of {all} answers count; left out: {reasons}',
  noExclusions: '{title}: all {all} answers count',
  leftNoAnswer: '{n} without an answer',
  leftNoOpinion: '{n} without an opinion',
  leftDontKnow: '{n} who do not know',
  leftExcluded: '{n} outside the base (“don’t know” and the like)',
  leftWriteInsOnly: '{n} who ranked only items of their own',
  flagged: {
    one: 'Several signs speak against one response; it is counted all the same',
    other: 'Several signs speak against {count} responses; they are counted all the same',
  },
  flaggedOut: {
    one: 'Several signs speak against one response; it is left out',
    other: 'Several signs speak against {count} responses; they are left out',
  },
  flaggedNone: 'No response shows several signs of careless answering',
  suppression:
    'Groups of fewer than {min} people are not shown, nor any that could be worked out by subtraction',

  unanswered: '{title}: too few people answered for anything to be said',
  notAsked: '{list}: the study does not ask about this',
  notAskedHere: 'The study does not ask about this',
  verdictNeeded:
    'Training is needed: {share} of those with an opinion say so, with a 95% interval of {low} to {high}',
  verdictEnough:
    'No new training is asked for: {share} call it necessary, with a 95% interval of {low} to {high}, and most of the others find what exists enough',
  verdictOther:
    'Training is not the answer: {share} call it necessary, with a 95% interval of {low} to {high}, and most of the others name other causes',
  verdictMixed:
    'No new training is asked for: {share} call it necessary, with a 95% interval of {low} to {high}, for mixed reasons',
  verdictUndecided:
    'Whether training is needed is undecided: {share} say so, with a 95% interval of {low} to {high}',
  otherCauses:
    '{share} say that the problem is not training; other causes must be looked at before a course is planned',
  leadersOne: '{list}: {items} stands clearly first, with a mean rank of {ranks} among {all}',
  leadersSome:
    '{list}: {items} lead, with mean ranks of {ranks} among {all}; which of them is first cannot be told',
  leadersOnePlain: '{list}: {items} stands clearly first among {all}',
  leadersSomePlain: '{list}: {items} lead among {all}; which of them is first cannot be told',
  leadersAll: '{list}: any of the {all} items may be first; no order can be told',
  leadersMost:
    '{list}: {some} of {all} items may be first, and the answers cannot tell which; only {items} can be ruled out',
  divided:
    '{list}: opinions are divided on {items}, which at least a third place near the top and at least a third near the bottom',
  agreement: '{list}: agreement is {level} (Kendall’s W = {w})',
  wNone: 'next to none',
  wVeryWeak: 'very weak',
  wWeak: 'weak',
  wModerate: 'moderate',
  wStrong: 'strong',
  wVeryStrong: 'very strong',
  gapLacking:
    '{items}: importance {importance} against a level of {level} today; {share} rate their level below the importance',
  gapExceeding:
    '{items}: a level of {level} today against an importance of {importance}; only {share} rate their level below it',
  gapNone:
    '{items}: no gap is shown, with importance {importance} and a level of {level}; {share} rate their level below the importance',
  trainFirst:
    'More important and less mastered than the average of the contents, so to be trained first: {items}',
  trainFirstSome:
    'More important and less mastered than the average of the contents, so to be trained first: {items}; perhaps these too, which are too near the average to be sure: {others}',
  trainNone: 'No content is both more important and less mastered than the average of the contents',
  duration: 'Training should take {median}; half of the answers lie between {low} and {high}',
  spread: 'It should be spread over {median}; half of the answers lie between {low} and {high}',
  loadFits: '{hours} within {weeks} are {load} a week, which is feasible',
  loadTooMuch:
    '{hours} within {weeks} are {load} a week, which is not feasible: at least {needed} are needed',
  formatOnline:
    'The training can be mainly e-learning with a hands-on session: {share} accept that, with a 95% interval of {low} to {high}',
  formatHalf:
    'Half e-learning and half face to face is the middle of the answers: {share} accept mainly e-learning, with a 95% interval of {low} to {high}',
  formatFace:
    'The training should be mainly face to face: only {share} accept mainly e-learning, with a 95% interval of {low} to {high}',
  formatOpen:
    'Whether the training can be mainly e-learning is undecided: {share} accept that, with a 95% interval of {low} to {high}',
  handsOn:
    'As acceptance of e-learning is limited, at least {share} of the contact hours are hands-on',
  onlineShare:
    'The share of online hours should be {median}; half of the answers lie between {low} and {high}',
  mixingYes: '{items}: mixing is seen as a benefit; {agree} agree and {disagree} disagree',
  mixingNo: '{items}: no majority sees a benefit in mixing; {agree} agree and {disagree} disagree',

  guiding:
    '{question}: {content} stands highest among the contents that belong to it, with a mean rank of {contentRank}; {challenge} stands highest among its challenges, with {challengeRank}',
  guidingContent:
    '{question}: {content} stands highest among the contents that belong to it, with a mean rank of {contentRank}',
  guidingChallenge:
    '{question}: {challenge} stands highest among its challenges, with a mean rank of {challengeRank}',
  quotesFrom: {
    one: '{title}: one answer, quoted without a name',
    other: '{title}: {shown} of {count} answers, quoted without names',
  },
  quotesHeld: '{title}: too few answers to be quoted',
  tablesOnGuide: {
    one: '{question}: one table wrote about it',
    other: '{question}: {count} tables wrote about it, and {shown} of them are quoted',
  },
  tablesCases: {
    one: 'One table wrote down a case from its practice',
    other: '{count} tables wrote down cases from their practice, and {shown} of them are quoted',
  },
  tablesConclude: {
    one: 'One table brought conclusions to the plenary',
    other: '{count} tables brought conclusions to the plenary, and {shown} of them are quoted',
  },
  cardProblem: 'Problem',
  cardSolution: 'Solution',
  cardConclusion: 'Conclusion',

  dividesRanking:
    '{title}, by {segment}: {items} divides most, with a mean rank of {highest} among {high} and {lowest} among {low}',
  dividesChoice:
    '{title}, by {segment}: {items} divides most, chosen by {highest} among {high} and {lowest} among {low}',
  dividesRating:
    '{title}, by {segment}: {items} divides most, rated {highest} on average among {high} and {lowest} among {low}',
  dividesOrder: '{title}, by {segment}: answers are highest among {high} and lowest among {low}',
  dividesNone: 'No difference between groups is certain once all comparisons are corrected for',
  dividesFew: 'Too few people answered for groups to be compared',
  dividesFiltered: 'Among a part of the answers, groups are not compared with each other',
  tablesLead:
    '{list}, as ranked in {n} answers of tables: the leading group among {all} is {items}',
  tablesLeadNone: '{list}, as ranked in {n} answers of tables: no order can be told',
  groupLeads: '{group}: the leading group among {all} is {items}, with mean ranks of {ranks}',
  groupLeadsNone: '{group}: any of the {all} items may be first; no order can be told',
  segmentLanguage: 'Language',
  segmentEvent: 'Event',

  plan: {
    one: 'The curriculum has one module: {total} of work ({credits} ECTS), of which {contact} with a teacher',
    other:
      'The curriculum has {count} modules: {total} of work ({credits} ECTS), of which {contact} with a teacher',
  },
  planOf: 'A credit stands for {hours} of work; the modules carry {coverage} of all priority',
  planEveryone: 'The plan stands on everybody’s answers, not only on those that count here',
  planPart: 'The plan stands on a part of the answers: {filter}',
  planFor: 'It is made for {items}',
  planWeights:
    'Priorities come to {ranking} from the ranking and to {gap} from the gap between importance and level',
  hoursFromAnswers: 'The limit of {hours} is the median of the answers',
  hoursFromLower:
    'The limit of {hours} is the lower of the two middle answers, as the median lies between {hours} and {upper}',
  hoursTyped: 'The limit of {hours} was set by hand',
  planOrder: 'In the order of teaching: {items}',
  planNone: 'No curriculum can be planned: nothing is known of the hours that training should take',
  planNoHours:
    'No curriculum can be planned: its hours are to be set by hand, and nobody has set them yet',
  planImpossible: 'No curriculum is possible by the rules of the plan',
  planNoWeights: 'No curriculum can be planned: nothing is known of what is needed most',
  core: 'Core, in at least {limit} of the plans of {samples} other samples of the same people: {items}',
  coreTables:
    'Core, in at least {limit} of the plans of {samples} other samples of the same tables: {items}',
  elective: 'Elective, in fewer of them: {items}',
  drawnTables:
    'The samples are of whole tables, {tables} in all, because people who talked at one do not answer independently',
  drawnFewTables:
    'The samples are of whole tables, because people who talked at one do not answer independently; with {tables} of them, fewer than {least}, how often a module is in is uncertain itself',
  stabilityWaiting: 'How much the modules depend on who answered has not been worked out yet',
  planTie: 'Among {items}, which weigh the same, the order of the list decided',
  moreJoins: 'One more day ({day}) would add {added} of work and bring in {items}',
  moreGrows: 'One more day ({day}) would add {added} of work to the modules that are in',
  moreNothing: 'One more day ({day}) would add nothing that the modules can use',
  variants: 'A short variant has {short} in {shortModules}, a long one {long} in {longModules}',
  variantsLong:
    'A short variant would be the same as this plan; a long one has {long} in {longModules}',
  variantsShort:
    'A long variant would be the same as this plan; a short one has {short} in {shortModules}',
  variantsNone: 'A short and a long variant would be the same as this plan',
  modulesCount: {
    one: 'one module',
    other: '{count} modules',
  },
  reasonNoModules: 'There are no modules to plan',
  reasonRule: 'A rule of the plan is outside its range',
  reasonModule: '{items}: a limit or weight is outside its range',
  reasonNoSizes: 'Modules are to have fixed sizes, and these have none: {items}',
  reasonLimits: 'No multiple of the step lies between the least and the most hours of {items}',
  reasonPrerequisite: '{items}: a module that must come before is not there',
  reasonCycle: 'Each of these would have to come before the other: {items}',
  reasonNoWeights: 'No module has any priority',
  reasonBelowOne: 'The smallest module needs {needed}, and the limit is {available}',
  reasonMustHaves: 'What must be in needs {needed}, and the limit is {available}: {items}',
  reasonStep: 'Left over: {unplaced}, as the limit is no multiple of the step',
  reasonMaximum: 'Left over: {unplaced}, as every module has its maximum',
  reasonNext: 'Left over: {unplaced}, as one more module would need {needed}',
  reasonSizes: 'Left over: {unplaced}, as no choice of modules fills them better',

  stepSheets: {
    one: 'Write what the sheet of one module still lacks, such as learning outcomes, level and assessment',
    other:
      'Write what the sheets of {count} modules still lack, such as learning outcomes, level and assessment',
  },
  stepCollect: 'Collect more answers before anything is decided: too few can be shown so far',
  stepPilot: 'Pilot {items} first, which weighs most',
  stepPilotOne: 'Pilot one of these first, which weigh most: {items}',
  stepDecide: 'Settle the open questions below with those whom they concern',
  stepCompare: 'After the pilot ask the same questions again and compare the two rounds',
  owners: 'Nobody is named yet as responsible for these steps: write the names beside them',
  openQuestions: 'Not decided by the answers: {topics}',
  openNone: 'No question of this strategy was left undecided by the answers',
  tooFewTopics: 'Not answered by enough people: {topics}',
  riskSample: 'With {n} participants, some more answers could change the order',
  riskAgreement:
    'People agree little on the contents (Kendall’s W = {w}), so one curriculum for all will disappoint some',
  riskCauses: 'Where the problem is not training ({share} say so), a course will not solve it',
  riskOnline: {
    one: 'One module has fewer hours online than people wish, because of the rule on hands-on hours',
    other:
      '{count} modules have fewer hours online than people wish, because of the rule on hands-on hours',
  },
  riskOpen: 'The study is still open: decisions taken now may have to be taken again',
  riskNone: 'No particular risk follows from the figures; those of every plan remain',

  questionnaireCaption: 'Questionnaire',
  dictionaryCaption: 'Data dictionary of the exported answers',
  methodsCaption: 'How figures are computed',
  curriculumCaption: 'Modules in the order of teaching',
  variantsCaption: 'Variants',
  weightsCaption: 'From ranking and gap to priority',
  outcomesCaption: 'Learning outcomes',
  columnNumber: 'No.',
  columnQuestion: 'Question',
  columnKind: 'Kind',
  columnOptions: 'Options',
  columnMean: 'Mean',
  columnInterval: '95% interval',
  columnModule: 'Module',
  columnTotal: 'Hours of work',
  columnContact: 'With a teacher',
  columnCredits: 'ECTS',
  columnOnline: 'Online',
  columnHandsOn: 'Hands-on',
  columnOther: 'On site',
  columnMethods: 'Methods',
  columnBefore: 'After',
  columnRole: 'Standing',
  columnWorth: 'From the ranking',
  columnGap: 'From the gap',
  columnWeight: 'Priority',
  columnOutcomes: 'Outcomes',
  columnVariable: 'Column',
  columnType: 'Type',
  columnLabel: 'Meaning',
  columnFigure: 'Figure',
  columnHow: 'How',
  roleCore: 'core',
  roleElective: 'elective',
  roleOpen: 'open',
  variantShort: 'Short',
  variantStandard: 'Standard',
  variantLong: 'Long',
  kindRanking: 'ranking',
  kindSingle: 'one choice',
  kindMultiple: 'several choices',
  kindScale: 'ordered scale',
  kindRating: 'ratings',
  kindNumber: 'number',
  kindText: 'text',
  methodShare: 'Share',
  howShare: 'Answers of a kind over all that count, with Wilson’s 95% interval',
  methodMeanRank: 'Mean rank',
  howMeanRank:
    'Average place; items that share a place have the mean of the places, with Student’s 95% interval',
  methodLeaders: 'Leading group',
  howLeaders:
    'All items that no other beats in a paired t test on ranks, corrected by Holm for all pairs, at 5%',
  methodW: 'Kendall’s W',
  howW: 'Spread of the rank totals as a share of the greatest possible, corrected for ties; 0 to 1',
  methodMedian: 'Median and middle half',
  howMedian: 'Middle answer and quartiles of the ordered answers; codes are never averaged',
  methodGap: 'Gap',
  howGap:
    'Importance less level of those who gave both; RDS is the share with more minus the share with less, MWDS the mean gap times the mean importance; Wilcoxon’s signed-rank test, corrected by Holm',
  methodQuadrant: 'Quadrant',
  howQuadrant: 'Mean importance and mean level against the means of all contents',
  methodPriority: 'Priority',
  howPriority:
    'Share of worth (Plackett–Luce) and share of MWDS, joined in the proportion of the plan',
  methodHours: 'Hours',
  howHours:
    'Priorities’ shares of the limit, within the least and most of a module, rounded by largest remainder',
  methodStability: 'Core and elective',
  howStability:
    'The plan made again for samples drawn with repetition from the people who answered',
  source: 'Source of the questionnaire: {source}',
} as const;
