/** The analysis of a room: people beside their tables, rounds, marked people, events. */
export default {
  link: 'The room: tables, rounds, events',
  title: 'The room in figures',
  lead: 'Answers of people and of tables are never added up: here they stand side by side.',
  event: 'Event',
  allEvents: 'All events',
  own: 'One group against all others',
  nothing: 'No answers from a room yet',
  nothingLead:
    'Once people answer at tables or in an event, you see here what the talk changed and whether tables stand for their members.',
  stepped: 'While people answer, members of a table count in whole steps of {n}.',
  roundOf: 'Round {n}',
  audience: 'audience',
  experts: 'invited experts',
  team: 'project team',
  table: 'Table',
  members: 'Members',
  representTitle:
    'Members and their own table put {own} of all pairs differently, members and other tables {others}',
  representHeld: 'Too few answers at each table to set members beside their table',
  representMethod: '{n} members of the tables shown. If seats had been dealt at random: p {p}.',
  representOwn: 'Away from their own table',
  representOthers: 'Away from the other tables',
  representNearer: 'Nearer to their own table',
  heldFew: 'fewer than {n}',
  heldNone: 'no ranking yet',
  prevailed: 'Distance to their own table by who they are: {list}.',
  prevailedHeld: 'Experts and project team are too few to be told apart.',
  howDistance:
    'The distance is the share of all pairs of items that two orders put in opposite ways; a pair that only one of them ties counts half. 0 % is the same order, 50 % is what chance gives, 100 % the reverse.',
  howShown:
    'Only tables with at least {n} members who answered are shown, and only they count. The other tables are the yardstick.',
  agreeMore: 'People of one table agree more than people of different tables',
  agreeSame: 'People of one table do not agree more than people of different tables',
  agreeMethod:
    '{share} of the differences lie between tables; by chance it would be {chance}. p {p}.',
  agreeW: 'Kendall’s W',
  agreeTau: 'Mean tau',
  withinTables: 'Inside tables, on average',
  acrossTables: 'Across tables, on average',
  betweenTables: 'The tables’ own rankings',
  differMost:
    'Tables differ most about {list} – the share of people’s differences that lies between tables.',
  howAgree:
    'Kendall’s W is 1 where all rank alike. By chance it is about 1 divided by the number of people, so small tables look more agreed than they are. The mean tau of two people is 0 by chance, whatever their number.',
  howDealt: 'The p-value deals all seats anew, {n} times.',
  bootTitle: 'Places after the talk, with whole tables drawn anew',
  bootMethod:
    '{n} people at {tables} tables, by Borda: in 95 % of the draws the place is in the range.',
  bootFew: 'With fewer than 8 tables the ranges are too narrow.',
  place: 'Place',
  byTable: 'Tables drawn',
  byPerson: 'People drawn',
  howBoot:
    'People who talked at one table no longer answer independently. So whole tables are drawn again and again; drawing people makes places look surer than they are.',
  range: '{low} to {high}',
  markedChanged: 'Without {who} the order is another',
  markedLeader: 'Without {who} another item leads',
  markedSame: 'Without {who} the order stays the same',
  markedHeld: 'Experts and project team in or out',
  markedFew: 'Fewer than {n} would be left out or stay, so nothing is compared.',
  markedMethod: '{left} are left out, {n} stay.',
  markedWith: 'With everyone',
  markedWithout: 'Without {who}',
  howMarked:
    'Those who came as invited experts or of the project team are marked at their seat. Both orders are Kemeny’s, of the first round.',
  movedSome: {
    one: 'One item moved for certain from round {before} to round {after}',
    other: '{count} items moved for certain from round {before} to round {after}',
  },
  movedNone: 'No item moved for certain from round {before} to round {after}',
  pairedMethod: '{n} people were present in both rounds. Left: {leavers}. Came: {newcomers}.',
  pairedFew: 'Fewer than {n} people answered in both rounds.',
  pairedCoarse:
    'Those left out are so few that mean ranks could give their answers away: only places are shown.',
  agreementMoved: 'Kendall’s W went from {before} to {after}.',
  agreementChange: 'The change lies between {low} and {high} (95 %).',
  towards: 'Distance to their own table: {before} before, {after} after (p {p}).',
  stopAgreed: 'People agree and the order is stable: you can stop.',
  stopSettled:
    'The order is stable, but people do not agree. Another round would hardly change that: report the disagreement.',
  stopGoOn: 'Agreement or order still move: ask once more.',
  stopUsed:
    'Agreement or order still move, but more than {n} rounds tire people: report it as it is.',
  meanOf: 'Mean rank, round {n}',
  howPaired:
    'Each person’s two ranks of an item are compared by Wilcoxon’s signed-rank test, corrected by Holm for all items. Only people present in both rounds count.',
  howStop:
    'A study in rounds stops when Kendall’s W is at least {agreed} and the order is stable: tau-x of the two orders at least {stable}, and W changes by at most {change}. Stability counts first.',
  eventsTitle: 'Place of every item, event by event',
  eventsMethod: 'First answers of people only. Each event is tested against all the others.',
  eventHeld: 'held back',
  eventAgainst: '{event}: tau-x {tau} with the others, p {p}.',
  equalWeight: '{series}, each event the same weight',
  howEvents:
    'Events with too few answers are held back, and so are those that could be worked out from the rest. A series is all its events together; with the same weight, a large event does not outvote a small one.',
  ownHeld: 'This group or the rest of the people is too small to be shown.',

  series: 'Series',
  seriesLead:
    'The editions of a series side by side: who answered, and how the editions ranked alone and together.',
  noSeries: 'No series yet',
  noSeriesLead: 'Name the same series in several events: here they then stand side by side.',
  edition: 'Edition',
  organiser: 'Organised by',
  answered: 'People who answered',
  noneYet: 'none yet',
  howEditions:
    'An edition is counted once at least {n} people have answered in it, and not while the others would give it away.',

  guidesTitle: 'What tables answered to the guiding questions',
  guidesMethod:
    '{n} of {of} questions have answers. They are the tables’ own words, without names.',
  guide: 'Guiding question',
  guideAnswer: 'Answer',
  cardsTitle: 'What tables wrote on their cards',
  cardsMethod: {
    one: 'Problems, solutions and conclusions of one table, as last written and without names.',
    other:
      'Problems, solutions and conclusions of {count} tables, as last written and without names.',
  },
  cardText: 'Text',
  cardProblem: 'Problem',
  cardSolution: 'Solution',
  cardConclusion: 'Conclusion',

  whenWhere: 'When and where',
} as const;
