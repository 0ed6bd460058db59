import { margin } from './pairwise.ts';
import type { Pairwise } from './pairwise.ts';

/**
 * What an order of `size` items costs beyond the unavoidable: `over[a * size + b]` is the majority
 * of b over a (0 if there is none), paid by every order that places a above b.
 */
export type KemenyCost = { size: number; over: Float64Array };

/**
 * The cost matrix of some items, renumbered in the given order.
 *
 * @example
 * kemenyCost(pairs, [4, 7]).over[0 * 2 + 1] // by how many ballots item 7 beats item 4
 */
export function kemenyCost(pairs: Pairwise, items: readonly number[]): KemenyCost {
  const size = items.length;
  const over = new Float64Array(size * size);
  items.forEach((above, a) => {
    items.forEach((below, b) => {
      over[a * size + b] = Math.max(0, margin(pairs, below, above));
    });
  });
  return { size, over };
}

/**
 * What an order costs.
 *
 * @example
 * orderCost(cost, [2, 0, 1]) // => 3
 */
export function orderCost({ size, over }: KemenyCost, order: readonly number[]): number {
  let sum = 0;
  for (let p = 0; p < order.length; p++) {
    for (let q = p + 1; q < order.length; q++) sum += over[order[p]! * size + order[q]!]!;
  }
  return sum;
}

/**
 * A lower bound on the cost of every order of some items: each cycle of three majorities costs at
 * least its smallest margin, and cycles that share no majority, or split its margin, add up
 * (after Davenport and Kalagnanam 2004). O(n^3).
 *
 * @example
 * cycleBound(cost, [0, 1, 2]) // => 1 for a cycle of margins 1, 2 and 3
 */
export function cycleBound({ size, over }: KemenyCost, items: readonly number[]): number {
  const count = items.length;
  const rest = new Float64Array(count * count);
  for (let a = 0; a < count; a++) {
    const row = items[a]! * size;
    for (let b = 0; b < count; b++) rest[a * count + b] = over[row + items[b]!]!;
  }
  let bound = 0;
  for (let a = 0; a < count; a++) {
    for (let b = a + 1; b < count; b++) {
      for (let c = b + 1; c < count; c++) {
        const [ab, bc, ca] = [a * count + b, b * count + c, c * count + a];
        const one = Math.min(rest[ab]!, rest[bc]!, rest[ca]!);
        if (one > 0) {
          bound += one;
          rest[ab]! -= one;
          rest[bc]! -= one;
          rest[ca]! -= one;
          continue;
        }
        const [ba, cb, ac] = [b * count + a, c * count + b, a * count + c];
        const other = Math.min(rest[ba]!, rest[cb]!, rest[ac]!);
        if (other > 0) {
          bound += other;
          rest[ba]! -= other;
          rest[cb]! -= other;
          rest[ac]! -= other;
        }
      }
    }
  }
  return bound;
}
