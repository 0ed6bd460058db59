import type { Ballots } from './ballots.ts';
import { netBorda } from './borda.ts';
import { bradleyTerry } from './bradley-terry.ts';
import type { Worths } from './choice-model.ts';
import { condorcetWinner, smithSet } from './condorcet.ts';
import { netCopeland } from './copeland.ts';
import { instantRunoff } from './instant-runoff.ts';
import type { InstantRunoff } from './instant-runoff.ts';
import { kemeny } from './kemeny.ts';
import type { Kemeny, KemenyBudget } from './kemeny.ts';
import { minimax } from './minimax.ts';
import type { Minimax } from './minimax.ts';
import { orderByScore } from './order.ts';
import type { Pairwise } from './pairwise.ts';
import { plackettLuce } from './plackett-luce.ts';
import { rankedPairs } from './ranked-pairs.ts';
import type { RankedPairs } from './ranked-pairs.ts';
import type { UnrankedMode } from './ranking.ts';
import { schulze } from './schulze.ts';
import type { Schulze } from './schulze.ts';

/** The name of a method, as results spell it. */
export type Method =
  | 'kemeny'
  | 'schulze'
  | 'ranked-pairs'
  | 'minimax'
  | 'copeland'
  | 'borda'
  | 'plackett-luce'
  | 'bradley-terry'
  | 'irv';

/** What every method makes of the same ballots; items by index. */
export type MethodResults = {
  bordaNet: number[];
  copelandNet: number[];
  condorcetWinner: number | null;
  smithSet: number[];
  minimax: Minimax;
  schulze: Schulze;
  rankedPairs: RankedPairs;
  kemeny: Kemeny;
  bradleyTerry: number[] | null;
  /** Null without ballots at hand. */
  plackettLuce: Worths | null;
  irv: InstantRunoff | null;
};

/**
 * Runs every method. Those that pairs of items do not decide need the ballots themselves.
 *
 * @example
 * runMethods(pairs, 'bottom').schulze.winners // => [8]
 */
export function runMethods(
  pairs: Pairwise,
  mode: UnrankedMode,
  ballots?: Ballots,
  budget?: KemenyBudget,
): MethodResults {
  return {
    bordaNet: netBorda(pairs),
    copelandNet: netCopeland(pairs),
    condorcetWinner: condorcetWinner(pairs),
    smithSet: smithSet(pairs),
    minimax: minimax(pairs),
    schulze: schulze(pairs),
    rankedPairs: rankedPairs(pairs),
    kemeny: kemeny(pairs, budget),
    bradleyTerry: bradleyTerry(pairs),
    plackettLuce: ballots ? plackettLuce(pairs.m, ballots, mode) : null,
    irv: ballots ? instantRunoff(pairs.m, ballots) : null,
  };
}

/**
 * Which items lead under which method; methods that are not defined for these ballots are left out.
 *
 * @example
 * leadersByMethod(results)[0] // => { method: 'kemeny', leaders: [8] }
 */
export function leadersByMethod(results: MethodResults): { method: Method; leaders: number[] }[] {
  const best = (scores: ArrayLike<number>): number[] => orderByScore(scores)[0] ?? [];
  const leaders: [Method, number[] | null][] = [
    ['kemeny', results.kemeny.order[0] ?? []],
    ['schulze', results.schulze.winners],
    ['ranked-pairs', results.rankedPairs.order[0] ?? []],
    ['minimax', results.minimax.winners],
    ['copeland', best(results.copelandNet)],
    ['borda', best(results.bordaNet)],
    ['plackett-luce', results.plackettLuce && best(results.plackettLuce.logWorth)],
    ['bradley-terry', results.bradleyTerry && best(results.bradleyTerry)],
    ['irv', results.irv && results.irv.winners],
  ];
  return leaders.flatMap(([method, items]) =>
    items === null ? [] : [{ method, leaders: items.toSorted((a, b) => a - b) }],
  );
}
