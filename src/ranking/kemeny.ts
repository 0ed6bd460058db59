import { majorityGroups } from './condorcet.ts';
import { branchAndBound, now } from './kemeny-branch.ts';
import type { Budget } from './kemeny-branch.ts';
import { cycleBound, kemenyCost } from './kemeny-cost.ts';
import { searchOrder } from './kemeny-search.ts';
import { maxSubsetItems, subsetOrders } from './kemeny-subsets.ts';
import { optimalCuts } from './kemeny-ties.ts';
import type { Order } from './order.ts';
import type { Pairwise } from './pairwise.ts';

/** The order that disagrees least with all ballots together. */
export type Kemeny = {
  /**
   * Items that change places between optimal orders are one tied group; inside a group they stand
   * as in one of the optimal orders, so reading the groups off gives such an order.
   */
  order: Order;
  /** Ballot pairs that agree with the order: sum of the head-to-head counts in its favour. */
  score: number;
  /** Ballot pairs that disagree with it. */
  disagreements: number;
  /** Whether no order can do better. */
  proved: boolean;
  /** How many disagreements fewer an order could have at most; 0 when proved. */
  gap: number;
  /** How many optimal orders there are; null where they were not counted. */
  optima: number | null;
  /** Whether every tie was found; false means that items shown in order might be tied. */
  tiesProved: boolean;
};

/**
 * How long to search: until one of the two is spent. `effort` alone decides where clocks stand still
 * during computation; 1,000 of it take some 20 to 100 milliseconds.
 */
export type KemenyBudget = { effort?: number; milliseconds?: number };

/**
 * Kemeny's order (Kemeny 1959), exact. Majorities that no cycle contradicts are settled first and
 * the rest group by group: by dynamic programming up to 13 items, by branch and bound above, within
 * the budget. When that is spent: the best order found, and its gap. Ballots that tie a pair, or
 * are silent about it, cost nothing either way.
 *
 * @example
 * kemeny(pairwise(tallyOf(2, [[[1], [0]]]), 'bottom')).order // => [[1], [0]]
 */
export function kemeny(pairs: Pairwise, limit: KemenyBudget = {}): Kemeny {
  const budget: Budget = {
    effort: limit.effort ?? 200_000,
    deadline: now() + (limit.milliseconds ?? 5_000),
  };
  const order: Order = [];
  let gap = 0;
  let optima: number | null = 1;
  let tiesProved = true;
  for (const group of majorityGroups(pairs)) {
    const part = orderGroup(pairs, group, budget);
    gap += part.gap;
    optima = optima === null || part.optima === null ? null : optima * part.optima;
    tiesProved &&= part.tiesProved;
    order.push(...part.order);
  }
  const { score, disagreements } = agreementOf(pairs, order.flat());
  return { order, score, disagreements, proved: gap === 0, gap, optima, tiesProved };
}

type Part = { order: Order; gap: number; optima: number | null; tiesProved: boolean };

function orderGroup(pairs: Pairwise, items: readonly number[], budget: Budget): Part {
  if (items.length === 1) return { order: [[...items]], gap: 0, optima: 1, tiesProved: true };
  const cost = kemenyCost(pairs, items);
  if (items.length <= maxSubsetItems) {
    const { order, optima, cuts } = subsetOrders(cost);
    return { order: cutInto(order, cuts, items), gap: 0, optima, tiesProved: true };
  }
  const start = searchOrder(cost, Math.min(200, Math.ceil(2e5 / items.length ** 2)));
  const search = branchAndBound(cost, budget);
  const bounds = search.solve(start.order, Infinity);
  const best = bounds.high < start.cost ? bounds.order : start.order;
  const high = Math.min(bounds.high, start.cost);
  const { cuts, optima } = optimalCuts(cost, best, high, search);
  const low = Math.max(bounds.low, cycleBound(cost, best));
  const gap = Math.max(0, high - low);
  return {
    order: cutInto(best, cuts, items),
    gap,
    optima: gap === 0 ? optima : null,
    tiesProved: gap === 0 && !cuts.includes(null),
  };
}

/** Tied groups of an order: it is cut where the cut is shared, or not known not to be. */
function cutInto(
  order: readonly number[],
  cuts: readonly (boolean | null)[],
  items: readonly number[],
): Order {
  const groups: Order = [];
  order.forEach((k, position) => {
    if (cuts[position] === false) groups.at(-1)!.push(items[k]!);
    else groups.push([items[k]!]);
  });
  return groups;
}

/**
 * Ballot pairs that agree and disagree with a strict order.
 *
 * @example
 * agreementOf(pairs, [2, 0, 1]) // => { score: 37, disagreements: 26 }
 */
export function agreementOf(
  { m, wins }: Pairwise,
  order: readonly number[],
): { score: number; disagreements: number } {
  let [score, disagreements] = [0, 0];
  for (let p = 0; p < order.length; p++) {
    for (let q = p + 1; q < order.length; q++) {
      score += wins[order[p]! * m + order[q]!]!;
      disagreements += wins[order[q]! * m + order[p]!]!;
    }
  }
  return { score, disagreements };
}
