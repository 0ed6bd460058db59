import type { Tally } from './tally.ts';

/**
 * Share of the ballots that rank each item in each place, `[item][place]`, 0..1. A group of t tied
 * items gives each of them a t-th of each of its places. Unlike position counts, an item that a
 * ballot leaves out is in no place. `null` without ballots.
 *
 * @example
 * placeShares(tallyOf(2, [[[0]], [[1], [0]]])) // => [[0.5, 0.5], [0.5, 0]]
 */
export function placeShares(tally: Tally): number[][] | null {
  const { m, n, positions, tiedPositions } = tally;
  if (n === 0) return null;
  return Array.from({ length: m }, (_, item) => {
    const places = Array.from(positions.subarray(item * m, (item + 1) * m));
    for (const [size, counts] of Object.entries(tiedPositions)) {
      for (let first = 0; first < m; first++) {
        const each = counts[item * m + first]! / Number(size);
        const last = Math.min(m, first + Number(size));
        for (let place = first; place < last; place++) places[place]! += each;
      }
    }
    return places.map((ballots) => ballots / n);
  });
}
