import { peelUndefeated } from './order.ts';
import type { Order } from './order.ts';
import { winStrengths } from './pairwise.ts';
import type { Pairwise, Strength } from './pairwise.ts';

/** Schulze's winners, the whole order, and the strengths of the strongest chains of wins. */
export type Schulze = { winners: number[]; order: Order; paths: Float64Array };

/**
 * Schulze's method (Schulze 2011): item i is above item j when the strongest chain of wins from i
 * to j (as strong as its weakest win) is stronger than the one from j to i. The order peels the
 * undefeated items again and again. O(m^3).
 *
 * @example
 * schulze(pairs).order // => [[4], [0], [2], [1], [3]]
 */
export function schulze(pairs: Pairwise, strength: Strength = 'margins'): Schulze {
  const { m } = pairs;
  const paths = winStrengths(pairs, strength);
  for (let via = 0; via < m; via++) {
    for (let i = 0; i < m; i++) {
      const first = paths[i * m + via]!;
      if (i === via || first === 0) continue;
      for (let j = 0; j < m; j++) {
        const weakest = Math.min(first, paths[via * m + j]!);
        if (j !== i && weakest > paths[i * m + j]!) paths[i * m + j] = weakest;
      }
    }
  }
  const order = peelUndefeated(m, (i, j) => paths[i * m + j]! > paths[j * m + i]!);
  return { winners: order[0] ?? [], order, paths };
}
