/**
 * The sentences of a strategy, without their full stop. `{title}` is a question's title and
 * `{items}` options of a question, both in quotation marks; `{list}` is what a ranking is of.
 */
export default {
  quoted: '“{text}”',
  range: '{from} to {to}',
  partOf: '{name} ({share})',
  stated: '{sentence}.',
  firm: '{sentence} (n = {n}; certain at 95%).',
  tentative: '{sentence} (n = {n}; tentative, with fewer than 15 answers).',
  open: '{sentence} (n = {n}; open, the answers do not decide it).',
  notStated: 'Not stated',
  writtenIn: 'In their own words',
  round: 'Round {n}',
  everyone: 'Everyone',
  individuals: 'Individuals',
  tablesVoice: 'Tables',

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
  quadrantCaption: 'Importance and level',
  quadrantSummary:
    'Mean importance of each content against people’s own level today; what is important and little mastered is to be trained first',
  pointText: 'importance {importance}, level {level}',
  gapCaption: 'Gaps between importance and level, greatest need first',
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

  participants: { one: 'One person took part', other: '{count} people took part' },
  participantsHeld: 'Too few people have taken part for anything to be shown',
  tables: {
    one: 'One table answered together and is counted apart',
    other: '{count} tables answered together and are counted apart',
  },
  profile: '{title}: {n} answered, most often {shares}',
  profileHeld: '{title}: too few answers to be shown',
  groupsHeld: {
    one: '{title}: one group is too small to be shown',
    other: '{title}: {count} groups are too small, or could be worked out, and are not shown',
  },
  completion:
    'Each question was answered by {low} to {high} of the participants; {title} has the fewest answers',
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
  exclusions: '{title}: {n} of {all} answers count; left out are {reasons}',
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
  flaggedNone: 'No response shows several signs of careless answering',
  suppression:
    'Groups of fewer than {min} people are not shown, nor any that could be worked out by subtraction',

  unanswered: '{title}: too few people answered for anything to be said',
  notAsked: '{list}: the study does not ask about this',
  verdictNeeded:
    'Training is needed: {share} of those with an opinion say so (95% interval {low} to {high})',
  verdictEnough:
    'No new training is asked for: {share} call it necessary (95% interval {low} to {high}), and most of the others find what exists enough',
  verdictOther:
    'Training is not the answer: {share} call it necessary (95% interval {low} to {high}), and most of the others name other causes',
  verdictMixed:
    'No new training is asked for: {share} call it necessary (95% interval {low} to {high}), for mixed reasons',
  verdictUndecided:
    'Whether training is needed is undecided: {share} say so (95% interval {low} to {high})',
  otherCauses:
    '{share} say that the problem is not training; other causes must be looked at before a course is planned',
  leadersOne: '{list}: {items} stands clearly first, with a mean rank of {ranks} among {all}',
  leadersSome:
    '{list}: {items} lead, with mean ranks of {ranks} among {all}; which of them is first cannot be told',
  leadersOnePlain: '{list}: {items} stands clearly first among {all}',
  leadersSomePlain: '{list}: {items} lead among {all}; which of them is first cannot be told',
  leadersAll: '{list}: any of the {all} items may be first; no order can be told',
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
  trainFirst: 'Important and not yet mastered, so to be trained first: {items}',
  trainNone: 'No content is both more important and less mastered than the others',
  duration: 'Training should take {median}; half of the answers lie between {low} and {high}',
  durationGroup:
    '{group}: training should take {median}; half of the answers lie between {low} and {high}',
  spread: 'It should be spread over {median}; half of the answers lie between {low} and {high}',
  loadFits: '{hours} within {weeks} are {load} a week, which is feasible',
  loadTooMuch:
    '{hours} within {weeks} are {load} a week, which is not feasible: at least {needed} are needed',
  formatOnline:
    'It can be mainly e-learning with a hands-on session: {share} accept that (95% interval {low} to {high})',
  formatHalf:
    'Half e-learning and half face to face is the middle of the answers: {share} accept mainly e-learning (95% interval {low} to {high})',
  formatFace:
    'It should be mainly face to face: only {share} accept mainly e-learning (95% interval {low} to {high})',
  handsOn:
    'As acceptance of e-learning is limited, at least {share} of the contact hours are hands-on',
  onlineShare:
    'The share of online hours should be {median}; half of the answers lie between {low} and {high}',
  mixingYes: '{items}: mixing is seen as a benefit; {agree} agree and {disagree} disagree',
  mixingNo: '{items}: no majority sees a benefit in mixing; {agree} agree and {disagree} disagree',
} as const;
