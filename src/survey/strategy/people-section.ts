import type { Question } from '../definition.ts';
import type { ShownSlice } from '../results-document.ts';
import { readResultsQuery } from '../results-query.ts';
import { segmentIds } from '../segment.ts';
import { allCounts, type CountedOption, namedCounts } from './bars-chart.ts';
import { everyoneIn, type Reading, resultsTrace, roundsIn, sentence, shownAll } from './reading.ts';
import type {
  SentenceBlock,
  StrategyBlock,
  TableBlock,
  Trace,
  TracedFigure,
} from './strategy-document.ts';
import { items, list, number, percent, type Said, said, title, words } from './told.ts';

/** Fewer people than this make every statement tentative. */
const FEW = 15;

/** Section 3: who took part, how many answered what, and what the sample can't say. */
export function peopleSection(reading: Reading): StrategyBlock[] {
  const profile = profileQuestions(reading);
  return [
    ...participants(reading),
    ...profile.flatMap((question) => profileBlocks(reading, question)),
    ...completion(reading),
    ...limits(reading, profile),
  ];
}

/** How many people took part, as the results of any question tell; `null` where none can be shown. */
export function participantsIn({ input }: Pick<Reading, 'input'>): number | null {
  const shown = Object.values(input.results).flatMap((document) => shownAll(document) ?? []);
  return shown.length > 0 ? Math.max(...shown.map(everyoneIn)) : null;
}

/** The questions that tell who people are, in the order of the study; not those of the filter. */
export function profileQuestions({ input }: Pick<Reading, 'input'>): Question[] {
  const { definition, needs, filter } = input;
  const read = readResultsQuery(definition, filter);
  const chosen = typeof read === 'string' ? [] : read.where.map(({ segment }) => segment);
  const segments = new Set(segmentIds(definition).filter((id) => !chosen.includes(id)));
  const parts = new Set(Object.values(needs.roles));
  return definition.questions.filter(({ id }) => segments.has(id) && !parts.has(id));
}

function participants(reading: Reading): SentenceBlock[] {
  const { definition, tableResults } = reading.input;
  const question = definition.questions.find(({ id }) => reading.input.results[id])?.id;
  if (!question) return [];
  const n = participantsIn(reading);
  if (n === null) {
    const trace = resultsTrace(reading, { question }, []);
    return [
      sentence(reading, {
        statement: 'participants',
        certainty: 'too-few',
        said: said('participantsHeld'),
        trace,
      }),
    ];
  }
  const counted = (
    value: number,
    voice: 'individual' | 'table',
    others: readonly InRound[] = [],
  ): Trace =>
    resultsTrace(reading, { question, voice }, [
      { name: 'count', value, method: 'respondents', question: null, filter: { voice } },
      ...others.map(({ round, n: own }): TracedFigure => ({
        name: `round-${round}`,
        value: own,
        method: 'respondents' as const,
        question: null,
        filter: { voice, where: `@round:${round}` },
      })),
    ]);
  const tables = participantsIn({ input: { ...reading.input, results: tableResults } });
  const others = otherRounds(reading);
  const people = sentence(reading, {
    statement: 'participants',
    said: peopleSaid(reading, n, others),
    trace: counted(n, 'individual', others),
  });
  if (!tables) return [people];
  return [
    people,
    sentence(reading, {
      statement: 'tables',
      said:
        countedRounds(reading) > 1
          ? said('tablesRounds', {
              count: number(tables),
              rounds: number(countedRounds(reading)),
            })
          : said('tables', { count: number(tables) }),
      trace: counted(tables, 'table'),
    }),
  ];
}

/** How many took part, in which rounds; who answers in several is the same person again. */
function peopleSaid(
  { input }: Pick<Reading, 'input'>,
  n: number,
  others: readonly InRound[],
): Said {
  const named = roundsIn(input);
  const rounds = countedRounds({ input });
  const count = number(n);
  if (input.events.rounds < 2) return said('participants', { count });
  if (rounds > 1) return said('participantsRounds', { count, rounds: number(rounds) });
  const round = words(named?.[0] ?? '1');
  if (others.length === 0) return said('participantsRound', { count, round });
  return said('participantsRoundOf', {
    count,
    round,
    others: list(
      others.map((other) => ({
        is: 'said',
        said: said('roundHas', { n: number(other.n), round: words(other.round) }),
      })),
    ),
  });
}

/** How many rounds count here. */
function countedRounds({ input }: Pick<Reading, 'input'>): number {
  return roundsIn(input)?.length ?? input.events.rounds;
}

interface InRound {
  round: string;
  /** People who took part in it. */
  n: number;
}

/** The rounds beside the only one that counts, as far as their sizes may be shown. */
function otherRounds({ input }: Reading): InRound[] {
  const named = roundsIn(input);
  if (named?.length !== 1 || !input.byRound) return [];
  return input.byRound.slices.slice(1).flatMap((slice) => {
    const round = slice.key.slice('@round:'.length);
    return slice.suppressed || named.includes(round) ? [] : [{ round, n: everyoneIn(slice) }];
  });
}

/** The options of a profile question that somebody chose, with their counts. */
function partsOf(slice: ShownSlice): CountedOption[] {
  return allCounts(slice).filter(({ n }) => n > 0);
}

function profileBlocks(reading: Reading, question: Question): StrategyBlock[] {
  const { id } = question;
  const slice = shownAll(reading.input.results[id]);
  const parts = slice ? partsOf(slice) : [];
  if (!slice || parts.length === 0) {
    const trace = resultsTrace(reading, { question: id }, []);
    return [
      sentence(reading, {
        statement: 'profile',
        subject: id,
        certainty: 'too-few',
        said: said('profileHeld', { title: title(id) }),
        trace,
      }),
    ];
  }
  const { minCell } = reading.input.definition.privacy;
  const shown = namedCounts(slice, minCell).filter(({ n }) => n > 0);
  const most = shown.toSorted((a, b) => b.n - a.n).slice(0, 3);
  const figures = most.map(({ id: item, share }): TracedFigure => ({
    name: item,
    value: share,
    method: 'share',
    question: id,
    item,
  }));
  const trace = resultsTrace(reading, { question: id }, [
    ...figures,
    { name: 'n', value: slice.n, method: 'answers', question: id },
  ]);
  const told = most.map(({ id: item, share }) => ({ id: item, percent: Math.round(100 * share) }));
  const blocks: StrategyBlock[] = [];
  if (most.length > 0) {
    blocks.push(
      sentence(reading, {
        statement: 'profile',
        subject: id,
        said: said('profile', {
          title: title(id),
          shares: { is: 'shares', question: id, parts: told },
          n: number(slice.n),
        }),
        trace,
      }),
    );
  }
  if (shown.length > 0) blocks.push(profileTable(reading, id, slice.n, { shown, parts }));
  return blocks;
}

function profileTable(
  reading: Reading,
  question: string,
  n: number,
  { shown, parts }: { shown: CountedOption[]; parts: CountedOption[] },
): TableBlock {
  const known = new Set(shown.map(({ id }) => id));
  const rest = parts.filter(({ id }) => !known.has(id));
  const row = (label: string, count: number) => [
    label,
    reading.write(number(count)),
    reading.write(percent(count / n)),
  ];
  const others = rest.reduce((sum, part) => sum + part.n, 0);
  return {
    kind: 'table',
    id: `profile-table:${question}`,
    caption: reading.titleOf(question),
    columns: [
      { label: reading.say(said('columnGroup')), numeric: false },
      { label: reading.say(said('columnAnswers')), numeric: true },
      { label: reading.say(said('columnShare')), numeric: true },
    ],
    rows: [
      ...shown.map(({ id, n: count }) => row(reading.labelOf(question, id), count)),
      ...(rest.length > 0 ? [row(reading.say(said('rowSmallGroups')), others)] : []),
    ],
    trace: resultsTrace(
      reading,
      { question },
      shown.map(({ id, n: value }) => ({
        name: id,
        value,
        method: 'count',
        question,
        item: id,
      })),
    ),
  };
}

/** Between which shares the questions were answered, of those that everyone was asked. */
function completion(reading: Reading): SentenceBlock[] {
  const { definition, results } = reading.input;
  const asked = definition.questions.filter(
    ({ hidden, showIf, audience, kind }) =>
      !hidden && !showIf && audience.includes('individual') && !kind.endsWith('-text'),
  );
  const shares = asked.flatMap(({ id }) => {
    const slice = shownAll(results[id]);
    if (!slice) return [];
    const all = everyoneIn(slice);
    return [{ id, share: (all - (slice.leftOut.noAnswer ?? 0)) / all }];
  });
  if (shares.length < 2) return [];
  const sorted = shares.toSorted((a, b) => a.share - b.share);
  const [least, most] = [sorted[0]!, sorted.at(-1)!];
  const [low, high] = [percent(least.share), percent(most.share)];
  const isEqual = JSON.stringify(low) === JSON.stringify(high);
  const figure = (name: string, { id, share }: { id: string; share: number }): TracedFigure => ({
    name,
    value: share,
    method: 'answered-share',
    question: id,
  });
  return [
    sentence(reading, {
      statement: 'completion',
      said: isEqual
        ? said('completionEqual', { share: low })
        : said('completion', { low, high, title: title(least.id) }),
      trace: resultsTrace(reading, { question: least.id }, [
        figure('low', least),
        figure('high', most),
      ]),
    }),
  ];
}

function limits(reading: Reading, profile: readonly Question[]): SentenceBlock[] {
  const { definition, results } = reading.input;
  const n = participantsIn(reading);
  const question = definition.questions.find(({ id }) => results[id])?.id;
  if (!question || n === null) return [];
  const blocks = [
    sentence(reading, {
      statement: 'sample-limits',
      subject: 'chosen',
      said: said('sampleChosen'),
      trace: resultsTrace(reading, { question }, []),
    }),
  ];
  if (n < FEW) {
    blocks.push(
      sentence(reading, {
        statement: 'sample-limits',
        subject: 'small',
        said: said('sampleSmall', { limit: number(FEW) }),
        trace: resultsTrace(reading, { question }, [
          { name: 'n', value: n, method: 'respondents', question: null },
        ]),
      }),
    );
  }
  for (const { id } of profile) {
    const slice = shownAll(results[id]);
    const largest = slice && partsOf(slice).toSorted((a, b) => b.n - a.n)[0];
    if (!largest || largest.share <= 0.5 || largest.n < definition.privacy.minCell) continue;
    const { id: item, share } = largest;
    blocks.push(
      sentence(reading, {
        statement: 'sample-limits',
        subject: `leans-${id}`,
        n: slice.n,
        said: said('sampleLeans', {
          title: title(id),
          share: percent(share),
          items: items(id, [item]),
        }),
        trace: resultsTrace(reading, { question: id }, [
          { name: item, value: share, method: 'share', question: id, item },
        ]),
      }),
    );
  }
  return blocks;
}
