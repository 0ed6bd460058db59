import type { BranchAndBound } from './kemeny-branch.ts';
import type { KemenyCost } from './kemeny-cost.ts';

/** `cuts[t]`: every optimal order starts with the same t items; null where it was not decided. */
export type OptimalCuts = { cuts: (boolean | null)[]; optima: number | null };

/** Sets of items that optimal orders may leave over, looked at per level. */
const maxSets = 400;

/**
 * Places where two neighbouring stretches of an optimal order can change places at no cost, so that
 * no cut between them is shared by all optimal orders. O(n^3).
 *
 * @example
 * freeExchanges(cost, order) // => Uint8Array [0, 1, 0]: the cut after the first item is not shared
 */
export function freeExchanges({ size, over }: KemenyCost, order: readonly number[]): Uint8Array {
  const count = order.length;
  const open = new Uint8Array(count + 1);
  for (let first = 0; first < count; first++) {
    const perItem = new Float64Array(count);
    for (let middle = first; middle < count - 1; middle++) {
      let change = 0;
      for (let last = middle + 1; last < count; last++) {
        const [a, b] = [order[middle]!, order[last]!];
        perItem[last]! += over[b * size + a]! - over[a * size + b]!;
        change += perItem[last]!;
        if (change === 0) open.fill(1, first + 1, last + 1);
      }
    }
  }
  return open;
}

/**
 * Where all optimal orders agree, found by following every optimal choice of the next item. `order`
 * is an optimal order and `least` its cost. Undecided when there are too many optimal orders or the
 * search's budget is spent, except where free exchanges have already decided.
 *
 * @example
 * optimalCuts(cost, order, 17, search).cuts // => [true, true, false, true]
 */
export function optimalCuts(
  cost: KemenyCost,
  order: readonly number[],
  least: number,
  search: BranchAndBound,
): OptimalCuts {
  const { size, over } = cost;
  const open = freeExchanges(cost, order);
  const cuts = Array.from(open, (isOpen): boolean | null => (isOpen ? false : null));
  cuts[0] = true;
  cuts[order.length] = true;
  if (!cuts.includes(null)) return { cuts, optima: null };

  let level = new Map([['', { items: order, least, ways: 1 }]]);
  for (let taken = 1; taken <= order.length; taken++) {
    const next: typeof level = new Map();
    for (const { items, least: cheapest, ways } of level.values()) {
      for (const first of items) {
        let sum = 0;
        for (const other of items) sum += over[first * size + other]!;
        if (sum > cheapest) continue;
        const rest = items.filter((item) => item !== first);
        const bounds = search.solve(rest, cheapest - sum + 1);
        if (sum + bounds.low > cheapest) continue;
        if (bounds.low < bounds.high) return { cuts, optima: null };
        const key = rest.toSorted((a, b) => a - b).join();
        const known = next.get(key);
        if (known) known.ways += ways;
        else next.set(key, { items: rest, least: bounds.high, ways });
      }
    }
    if (next.size > maxSets) return { cuts, optima: null };
    cuts[taken] = next.size === 1;
    level = next;
  }
  return { cuts, optima: [...level.values()][0]!.ways };
}
