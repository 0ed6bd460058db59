import type { KemenyCost } from './kemeny-cost.ts';

/** All optimal orders of a few items, summed up. */
export type SubsetOrders = {
  cost: number;
  /** One optimal order. */
  order: number[];
  /** How many optimal orders there are. */
  optima: number;
  /** `cuts[t]`: every optimal order starts with the same t items (in some order). */
  cuts: boolean[];
};

/** The most items for dynamic programming over all subsets. */
export const maxSubsetItems = 13;

/**
 * Exact Kemeny for at most `maxSubsetItems` items, by dynamic programming over all sets of items
 * that can come first: O(2^n n). Knows every optimal order, not just one.
 *
 * @example
 * subsetOrders(cycleCost) // => { cost: 1, order: [2, 0, 1], optima: 3, cuts: [true, false, false, true] }
 */
export function subsetOrders({ size, over }: KemenyCost): SubsetOrders {
  if (size > maxSubsetItems) throw new RangeError(`more than ${maxSubsetItems} items`);
  const full = (1 << size) - 1;
  const least = new Float64Array(full + 1).fill(Infinity);
  const ways = new Float64Array(full + 1);
  const lastCost = columnSums(size, over);
  least[0] = 0;
  ways[0] = 1;
  for (let set = 1; set <= full; set++) {
    for (let last = 0; last < size; last++) {
      if (!(set & (1 << last))) continue;
      const before = set ^ (1 << last);
      const cost = least[before]! + lastCost(before, last);
      if (cost < least[set]!) {
        least[set] = cost;
        ways[set] = ways[before]!;
      } else if (cost === least[set]) ways[set]! += ways[before]!;
    }
  }

  const optimal = new Uint8Array(full + 1);
  const atSize = new Int32Array(size + 1);
  optimal[full] = 1;
  for (let set = full; set >= 0; set--) {
    if (!optimal[set]) continue;
    atSize[bitCount(set)]!++;
    for (let last = 0; last < size; last++) {
      if (!(set & (1 << last))) continue;
      const before = set ^ (1 << last);
      if (least[before]! + lastCost(before, last) === least[set]) optimal[before] = 1;
    }
  }

  const order: number[] = [];
  for (let set = full; set !== 0;) {
    for (let last = size - 1; ; last--) {
      const before = set ^ (1 << last);
      if (!(set & (1 << last))) continue;
      if (least[before]! + lastCost(before, last) !== least[set]) continue;
      order.unshift(last);
      set = before;
      break;
    }
  }
  const cuts = Array.from(atSize, (count) => count === 1);
  return { cost: least[full]!, order, optima: ways[full]!, cuts };
}

/** What an item costs below a set: the sums over half sets, added. */
function columnSums(size: number, over: Float64Array): (set: number, item: number) => number {
  const half = Math.ceil(size / 2);
  const width = 1 << half;
  const low = new Float64Array(size * width);
  const high = new Float64Array(size * width);
  for (let item = 0; item < size; item++) {
    for (let set = 1; set < width; set++) {
      const bit = 31 - Math.clz32(set);
      const rest = set ^ (1 << bit);
      low[item * width + set] = low[item * width + rest]! + over[bit * size + item]!;
      const upper = bit + half < size ? over[(bit + half) * size + item]! : 0;
      high[item * width + set] = high[item * width + rest]! + upper;
    }
  }
  return (set, item) =>
    low[item * width + (set & (width - 1))]! + high[item * width + (set >> half)]!;
}

function bitCount(set: number): number {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count++;
  return count;
}
