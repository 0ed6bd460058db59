import type { Item } from './ballot-file.ts';
import type { Ballots } from './ballots.ts';
import { strongComponents } from './components.ts';
import { concordance, meanTau } from './concordance.ts';
import { consensusNotes } from './consensus-notes.ts';
import type { Note } from './note.ts';
import type { KemenyBudget } from './kemeny.ts';
import { leadersByMethod, runMethods } from './methods.ts';
import type { Method, MethodResults } from './methods.ts';
import { pairDifferences } from './pair-significance.ts';
import { margin, pairwise } from './pairwise.ts';
import { rankDifferences, rankRanges, significanceTiers } from './rank-range.ts';
import type { UnrankedMode } from './ranking.ts';
import { restrictRanking, restrictTally } from './restrict.ts';
import type { Tally } from './tally.ts';

type Id = Item['id'];

/** What the ballots say together, and how far that can be relied on; items by id. */
export type Consensus = {
  /** Kemeny's order in tied groups, best first, without items that nobody compared. */
  order: Id[][];
  /** Groups that the data can't tell apart; the first are the contenders for first place. */
  tiers: Id[][];
  agreement: { kendallW: number | null; meanTau: number | null };
  /** Who leads under which method. */
  methods: { method: Method; leaders: Id[] }[];
  /** Whether all methods name the same leaders. */
  methodsAgree: boolean;
  /** Items that majorities put in a circle: each can be reached from each by head-to-head wins. */
  cycles: Id[][];
  /** By item of `order`, flattened: the ranks that it can have at 95 %; null where not testable. */
  ranges: { item: Id; range: [number, number] | null }[];
  /** Statements in machine-readable form, most important first. */
  notes: Note[];
};

/** What the consensus is drawn from. */
export type ConsensusInput = {
  tally: Tally;
  items: readonly Item[];
  mode: UnrankedMode;
  ballots?: Ballots | undefined;
  budget?: KemenyBudget | undefined;
  /** The methods' results on these very items, if already computed. */
  results?: MethodResults;
};

/**
 * Draws the conclusion of a question: the order that disagrees least with everyone, which items
 * cannot be told apart, whether the method decides, and what must be said beside it. Where
 * unranked means nothing, items that nobody ranked are taken out first and named in a note: nobody
 * compared them, so no method could place them.
 *
 * @example
 * consensusOf({ tally, items, mode: 'bottom' }).order // => [['data'], ['iot', 'finance']]
 */
export function consensusOf(input: ConsensusInput): Consensus {
  const { tally, items, mode, ballots, budget } = input;
  const silent = mode === 'ignore' && tally.n > 0;
  const kept = items.flatMap((_, i) => (silent && tally.ranked[i] === 0 ? [] : [i]));
  const complete = kept.length === items.length;
  const pairs = pairwise(complete ? tally : restrictTally(tally, kept), mode);
  const results =
    complete && input.results
      ? input.results
      : runMethods(pairs, mode, complete ? ballots : restrictBallots(ballots, kept), budget);
  const ids = kept.map((i) => items[i]!.id);
  const name = (indices: readonly number[]): Id[] => indices.map((i) => ids[i]!);

  const ranksKnown = mode === 'bottom' || tally.byDepth[tally.m] === tally.n;
  const byRank = ranksKnown ? rankDifferences(tally) : null;
  const better = byRank ?? (ranksKnown ? () => false : pairDifferences(pairs));
  const tiers = significanceTiers(kept.length, better);
  const ranges = byRank && rankRanges(kept.length, byRank);
  const order = results.kemeny.order;
  const leaders = leadersByMethod(results);
  const cycles = strongComponents(
    kept.map((_, i) => i),
    (i, j) => margin(pairs, i, j) > 0,
  ).filter((group) => group.length > 1);
  const agreement = {
    kendallW: ranksKnown ? concordance(tally).kendallW : null,
    meanTau: meanTau(pairs, tally.n),
  };
  const methodsAgree = leaders.every(
    (entry) => entry.leaders.join() === leaders[0]!.leaders.join(),
  );
  return {
    order: order.map(name),
    tiers: tiers.map(name),
    agreement,
    methods: leaders.map(({ method, leaders: first }) => ({ method, leaders: name(first) })),
    methodsAgree,
    cycles: cycles.map(name),
    ranges: order.flat().map((i) => ({ item: ids[i]!, range: ranges?.[i] ?? null })),
    notes: consensusNotes({
      tally,
      items,
      kept,
      mode,
      pairs,
      results,
      leaders,
      tiers,
      tested: byRank !== null || (!ranksKnown && tally.n > 1),
      cycles,
      kendallW: agreement.kendallW,
    }),
  };
}

function restrictBallots(
  ballots: Ballots | undefined,
  kept: readonly number[],
): Ballots | undefined {
  return ballots?.map(({ count, ranking }) => ({ count, ranking: restrictRanking(ranking, kept) }));
}
