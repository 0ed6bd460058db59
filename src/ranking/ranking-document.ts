import type { Item } from './ballot-file.ts';
import { countRankings } from './ballots.ts';
import type { CountedRanking } from './ballots.ts';
import { bordaPoints } from './borda.ts';
import { concordance, meanTau } from './concordance.ts';
import type { Concordance } from './concordance.ts';
import { consensusOf } from './consensus.ts';
import type { Consensus } from './consensus.ts';
import type { KemenyBudget } from './kemeny.ts';
import { meanRanks } from './mean-rank.ts';
import { runMethods } from './methods.ts';
import { pairwise } from './pairwise.ts';
import { positionCounts } from './positions.ts';
import { meanRankErrors } from './rank-covariance.ts';
import { rankDifferences, rankRanges } from './rank-range.ts';
import type { Ranking, UnrankedMode } from './ranking.ts';
import type { Tally } from './tally.ts';

type Id = Item['id'];

/**
 * Everything that is computed from one question's ballots, as plain JSON. Arrays follow `items`;
 * orders are lists of tied groups of item ids, best first; null where a figure is not defined.
 *
 * Every method places every item. Under `ignore` an item that nobody ranked has no comparisons, so
 * methods place it anywhere; `consensus` leaves it out and `neverRanked` names it.
 */
export type RankingDocument = {
  n: number;
  items: Item[];
  mode: UnrankedMode;
  /** Ballots that rank the item. */
  rankedCount: number[];
  /** Items that nobody ranked; empty without ballots. */
  neverRanked: Id[];
  /** `pairwise[i][j]`: ballots that prefer item i to item j. */
  pairwise: number[][];
  positionCounts: number[][];
  meanRank: (number | null)[] | null;
  /** Standard error of the mean rank; null under `ignore`, unless every ballot ranks everything. */
  meanRankError: number[] | null;
  /** Mid-rank Borda points; null under `ignore`, unless every ballot ranks everything. */
  borda: number[] | null;
  bordaNet: number[];
  copelandNet: number[];
  condorcetWinner: Id | null;
  smithSet: Id[];
  minimax: { worstDefeat: number[]; winners: Id[] };
  schulze: { winners: Id[]; order: Id[][] };
  rankedPairs: { order: Id[][]; tieBreakMatters: boolean };
  kemeny: {
    order: Id[][];
    score: number;
    disagreements: number;
    proved: boolean;
    gap: number;
    optima: number | null;
    tiesProved: boolean;
  };
  /** Null without ballots at hand, or when a ballot ties items. */
  irv: {
    winners: Id[];
    rounds: { counts: (number | null)[]; exhausted: number; eliminated: Id[] }[];
    tieMet: boolean;
  } | null;
  /** W and its p-values are null under `ignore`, unless every ballot ranks everything. */
  agreement: Concordance & { meanTau: number | null };
  /** Ranks possible at 95 %, all items together; null as above and below two ballots. */
  rankRange: [number, number][] | null;
  /** Null without ballots at hand, when a ballot ties items, or with one item. */
  plackettLuce: { logWorth: number[]; standardError: number[] } | null;
  /** Null where no finite estimate exists. */
  bradleyTerry: { logWorth: number[] } | null;
  consensus: Consensus;
};

/** What to take an unranked item for, the ballots where a method needs them, and how hard to try. */
export type RankingOptions = {
  unranked: UnrankedMode;
  ballots?: Iterable<Ranking | CountedRanking>;
  kemeny?: KemenyBudget;
};

/** Enough for nearly every question of 30 items, little enough to wait for. */
const quickBudget: KemenyBudget = { effort: 5_000, milliseconds: 300 };

/**
 * Computes everything about a question from its tally alone, whatever the number of ballots; the
 * Plackett-Luce model and the instant run-off only when the ballots are given too.
 * Throws a RangeError when the tally counts another number of items.
 *
 * @example
 * rankingDocument(tallyOf(2, ballots), [{ id: 'a', name: 'A' }, { id: 'b', name: 'B' }], {
 *   unranked: 'bottom',
 *   ballots,
 * }).consensus.order // => [['b'], ['a']]
 */
export function rankingDocument(
  tally: Tally,
  items: readonly Item[],
  options: RankingOptions,
): RankingDocument {
  const { m, n } = tally;
  if (m !== items.length) throw new RangeError(`a tally of ${m} items, but ${items.length} items`);
  const mode = options.unranked;
  const budget = options.kemeny ?? quickBudget;
  const ballots = options.ballots && countRankings(m, options.ballots);
  const pairs = pairwise(tally, mode);
  const results = runMethods(pairs, mode, ballots, budget);
  const ranksKnown = mode === 'bottom' || tally.byDepth[m] === n;
  const better = ranksKnown ? rankDifferences(tally) : null;
  const id = (item: number): Id => items[item]!.id;
  const ids = (group: readonly number[]): Id[] => group.map(id);
  const { irv, kemeny, minimax, plackettLuce, rankedPairs, schulze } = results;
  return {
    n,
    items: items.map((item) => ({ id: item.id, name: item.name })),
    mode,
    rankedCount: Array.from(tally.ranked),
    neverRanked: n === 0 ? [] : items.flatMap((item, i) => (tally.ranked[i] ? [] : [item.id])),
    pairwise: rowsOf(pairs.wins, m),
    positionCounts: positionCounts(tally, mode),
    meanRank: meanRanks(tally, mode),
    meanRankError: ranksKnown ? meanRankErrors(tally) : null,
    borda: ranksKnown ? bordaPoints(tally) : null,
    bordaNet: results.bordaNet,
    copelandNet: results.copelandNet,
    condorcetWinner: results.condorcetWinner === null ? null : id(results.condorcetWinner),
    smithSet: ids(results.smithSet),
    minimax: { worstDefeat: minimax.worstDefeat, winners: ids(minimax.winners) },
    schulze: { winners: ids(schulze.winners), order: schulze.order.map(ids) },
    rankedPairs: {
      order: rankedPairs.order.map(ids),
      tieBreakMatters: rankedPairs.tieBreakMatters,
    },
    kemeny: { ...kemeny, order: kemeny.order.map(ids) },
    irv: irv && {
      winners: ids(irv.winners),
      rounds: irv.rounds.map((round) => ({ ...round, eliminated: ids(round.eliminated) })),
      tieMet: irv.tieMet,
    },
    agreement: { ...agreementOf(ranksKnown, tally), meanTau: meanTau(pairs, n) },
    rankRange: better && rankRanges(m, better),
    plackettLuce: plackettLuce && {
      logWorth: plackettLuce.logWorth,
      standardError: plackettLuce.standardError,
    },
    bradleyTerry: results.bradleyTerry && { logWorth: results.bradleyTerry },
    consensus: consensusOf({ tally, items, mode, ballots, budget, results }),
  };
}

function agreementOf(ranksKnown: boolean, tally: Tally): Concordance {
  if (ranksKnown) return concordance(tally);
  return { kendallW: null, chiSquare: null, pValue: null, fStatistic: null, fPValue: null };
}

function rowsOf(matrix: Float64Array, m: number): number[][] {
  return Array.from({ length: m }, (_, i) => Array.from(matrix.subarray(i * m, i * m + m)));
}
