import { encodeBallot } from './ballot-code.ts';
import type { Ranking } from './ranking.ts';
import { addBallot, emptyTally } from './tally.ts';
import type { Tally } from './tally.ts';

/** A ranking and the number of ballots that give it. */
export type CountedRanking = { count: number; ranking: Ranking };

/** The rankings of a question, each with the number of ballots that give it. */
export type Ballots = readonly CountedRanking[];

/**
 * Counts equal rankings together, in the order in which they first come. Takes single rankings,
 * counted ones, or both. Rankings are equal when their groups hold the same items.
 *
 * @example
 * countRankings(2, [[[0], [1]], [[0], [1]]]) // => [{ count: 2, ranking: [[0], [1]] }]
 */
export function countRankings(
  m: number,
  ballots: Iterable<Ranking | CountedRanking>,
): CountedRanking[] {
  const counted = new Map<string, CountedRanking>();
  for (const ballot of ballots) {
    const { count, ranking } = 'ranking' in ballot ? ballot : { count: 1, ranking: ballot };
    const key = encodeBallot(m, ranking);
    const known = counted.get(key);
    if (known) known.count += count;
    else counted.set(key, { count, ranking });
  }
  return [...counted.values()];
}

/**
 * The tally of counted ballots over `m` items.
 *
 * @example
 * tallyBallots(2, [{ count: 5, ranking: [[0], [1]] }]).n // => 5
 */
export function tallyBallots(m: number, ballots: Ballots): Tally {
  const tally = emptyTally(m);
  for (const { count, ranking } of ballots) addBallot(tally, ranking, count);
  return tally;
}
