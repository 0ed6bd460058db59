import type { Item } from './ballot-file.ts';
import type { Ballots } from './ballots.ts';
import { bordaVariants } from './borda.ts';
import type { BordaVariants } from './borda.ts';
import { majorityGroups } from './condorcet.ts';
import { headToHead } from './copeland.ts';
import type { HeadToHead } from './copeland.ts';
import { minimax } from './minimax.ts';
import { pairwise } from './pairwise.ts';
import { plainPlackettLuce } from './plackett-luce.ts';
import { rankedPairs } from './ranked-pairs.ts';
import type { UnrankedMode } from './ranking.ts';
import { schulze } from './schulze.ts';
import type { Tally } from './tally.ts';

type Id = Item['id'];

/** The less usual forms of the methods, for comparison with other tools; arrays follow the items. */
export type RankingVariants = {
  borda: BordaVariants | null;
  headToHead: HeadToHead[];
  majorityGroups: Id[][];
  minimax: Record<'winningVotes' | 'opposition', { worstDefeat: number[]; winners: Id[] }>;
  schulze: {
    paths: number[][];
    winningVotes: { winners: Id[]; order: Id[][]; paths: number[][] };
  };
  rankedPairs: { winningVotes: { order: Id[][]; tieBreakMatters: boolean } };
  /** Plackett-Luce without regularisation; `groups` says why where there is no such fit. */
  plackettLuce: {
    logWorth: number[] | null;
    standardError: number[] | null;
    logLikelihood: number | null;
    groups: Id[][];
  } | null;
};

/**
 * Computes the variants of the methods of one question.
 *
 * @example
 * rankingVariants(tally, items, 'bottom', ballots).borda?.dowdall // => [26.5, 37.8, 46.9]
 */
export function rankingVariants(
  tally: Tally,
  items: readonly Item[],
  mode: UnrankedMode,
  ballots: Ballots,
): RankingVariants {
  const { m } = tally;
  const pairs = pairwise(tally, mode);
  const ids = (group: readonly number[]): Id[] => group.map((item) => items[item]!.id);
  const rows = (matrix: Float64Array): number[][] =>
    items.map((_, i) => Array.from(matrix.subarray(i * m, i * m + m)));
  const worst = (measure: 'winning-votes' | 'opposition') => {
    const { worstDefeat, winners } = minimax(pairs, measure);
    return { worstDefeat, winners: ids(winners) };
  };
  const byVotes = schulze(pairs, 'winning-votes');
  const lockedByVotes = rankedPairs(pairs, 'winning-votes');
  const plain = plainPlackettLuce(m, ballots, mode);
  return {
    borda: mode === 'bottom' ? bordaVariants(tally) : null,
    headToHead: headToHead(pairs),
    majorityGroups: majorityGroups(pairs).map(ids),
    minimax: { winningVotes: worst('winning-votes'), opposition: worst('opposition') },
    schulze: {
      paths: rows(schulze(pairs).paths),
      winningVotes: {
        winners: ids(byVotes.winners),
        order: byVotes.order.map(ids),
        paths: rows(byVotes.paths),
      },
    },
    rankedPairs: { winningVotes: { ...lockedByVotes, order: lockedByVotes.order.map(ids) } },
    plackettLuce: plain && {
      logWorth: plain.worths?.logWorth ?? null,
      standardError: plain.worths?.standardError ?? null,
      logLikelihood: plain.worths?.logLikelihood ?? null,
      groups: plain.groups.map(ids),
    },
  };
}
