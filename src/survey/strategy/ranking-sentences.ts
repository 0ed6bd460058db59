import { agreementLevel } from '../../ranking/agreement-level.ts';
import type { Certainty, RankedList } from '../../needs/statement.ts';
import type { RankingFigures } from '../ranking-results.ts';
import type { ShownSlice } from '../results-document.ts';
import { type Reading, resultsTrace, sentence } from './reading.ts';
import type { SentenceBlock, TracedFigure } from './strategy-document.ts';
import { between, items, number, type Said, said, title, type Told } from './told.ts';

/** A ranking question with its published figures, and what it is a ranking of. */
export interface Ranked {
  list: RankedList | 'other';
  question: string;
  slice: ShownSlice<RankingFigures>;
}

/** What a ranking is of: a known list by its name, any other by its question. */
export function listTold({ list, question }: Pick<Ranked, 'list' | 'question'>): Told {
  return list === 'other' ? title(question) : { is: 'said', said: said(list) };
}

/** From so many leaders on, twice those behind, those behind are named instead. */
const MANY_LEADERS = 6;

/**
 * The leaders of a ranking: all that nothing is significantly above. When nothing can be told apart
 * there is no order to tell.
 */
export function leadersSentence(
  reading: Reading,
  ranked: Ranked,
  {
    n,
    certainty,
    leaders,
    isOrdered,
  }: { n: number; certainty: Certainty; leaders: readonly string[]; isOrdered: boolean },
): SentenceBlock {
  const { question, slice } = ranked;
  const ranks = leaders.map((id) => ({ id, rank: meanRankOf(slice, id) }));
  return sentence(reading, {
    statement: 'leaders',
    subject: ranked.list === 'other' ? question : ranked.list,
    n,
    certainty,
    said: leadersSaid(ranked, leaders, ranks, isOrdered),
    trace: resultsTrace(reading, { question }, [
      { name: 'leaders', value: leaders.join(), method: 'leading-group', question },
      { name: 'all', value: slice.items.length, method: 'item-count', question },
      ...ranks.flatMap(({ id, rank }): TracedFigure[] =>
        rank === null || !isOrdered
          ? []
          : [{ name: id, value: rank, method: 'mean-rank', question, item: id }],
      ),
    ]),
  });
}

function leadersSaid(
  ranked: Ranked,
  leaders: readonly string[],
  ranks: readonly { rank: number | null }[],
  isOrdered: boolean,
): Said {
  const list = listTold(ranked);
  const all = number(ranked.slice.items.length);
  if (!isOrdered) return said('leadersAll', { list, all });
  const behind = ranked.slice.items
    .map(({ id }) => String(id))
    .filter((id) => !leaders.includes(id));
  if (leaders.length >= MANY_LEADERS && leaders.length >= 2 * behind.length) {
    const some = number(leaders.length);
    return said('leadersMost', { list, all, some, items: items(ranked.question, behind) });
  }
  const named = { list, items: items(ranked.question, leaders), all };
  const known = ranks.flatMap(({ rank }) => rank ?? []);
  const isOne = leaders.length === 1;
  if (known.length < leaders.length) {
    return isOne ? said('leadersOnePlain', named) : said('leadersSomePlain', named);
  }
  const told = between(number(Math.min(...known), 1), number(Math.max(...known), 1));
  return isOne
    ? said('leadersOne', { ...named, ranks: told })
    : said('leadersSome', { ...named, ranks: told });
}

/** The mean rank of an item; `null` where ranks are not comparable. */
export function meanRankOf(slice: ShownSlice<RankingFigures>, id: string): number | null {
  return slice.meanRank?.[slice.items.findIndex((item) => String(item.id) === id)] ?? null;
}

/** Items that many place near the top and many near the bottom. */
export function dividedSentence(
  reading: Reading,
  ranked: Ranked,
  { n, certainty, divided }: { n: number; certainty: Certainty; divided: readonly string[] },
): SentenceBlock {
  const { question, list } = ranked;
  return sentence(reading, {
    statement: 'divided',
    subject: list === 'other' ? question : list,
    n,
    certainty,
    said: said('divided', { list: listTold(ranked), items: items(question, divided) }),
    trace: resultsTrace(reading, { question }, [
      { name: 'items', value: divided.join(), method: 'polarised-items', question },
    ]),
  });
}

const LEVELS = {
  none: 'wNone',
  'very-weak': 'wVeryWeak',
  weak: 'wWeak',
  moderate: 'wModerate',
  strong: 'wStrong',
  'very-strong': 'wVeryStrong',
} as const;

/** How far people agree; none where Kendall's W is not defined. */
export function agreementSentence(reading: Reading, ranked: Ranked): SentenceBlock[] {
  const { question, slice, list } = ranked;
  const { kendallW } = slice.agreement;
  if (kendallW === null) return [];
  return [
    sentence(reading, {
      statement: 'agreement',
      subject: list === 'other' ? question : list,
      said: said('agreement', {
        list: listTold(ranked),
        level: { is: 'said', said: said(LEVELS[agreementLevel(kendallW)]) },
        w: number(kendallW, 2),
      }),
      trace: resultsTrace(reading, { question }, [
        { name: 'w', value: kendallW, method: 'kendall-w', question },
      ]),
    }),
  ];
}
