import { strongComponents } from './components.ts';
import { cycleBound, orderCost } from './kemeny-cost.ts';
import type { KemenyCost } from './kemeny-cost.ts';
import { descend } from './kemeny-search.ts';
import { maxSubsetItems, subsetOrders } from './kemeny-subsets.ts';

/** Between which bounds the least cost of some items lies, and an order that costs `high`. */
export type Bounds = { low: number; high: number; order: readonly number[] };

/**
 * How much a search may do. `effort` is counted down, 1 for bounding the cost of up to 20 items and
 * more for more, as clocks stand still during computation on some platforms.
 */
export type Budget = { effort: number; deadline: number };

/** A search over orders of the items of one cost matrix that remembers what it has proved. */
export type BranchAndBound = {
  /**
   * Bounds on the least cost of `items`: either they meet, or `low` has reached `enough`, or the
   * budget is spent. `start` is any order of the items.
   */
  solve: (start: readonly number[], enough: number) => Bounds;
  budget: Budget;
};

/** Sets up to this size go straight to dynamic programming. */
const smallSet = Math.min(9, maxSubsetItems);

/**
 * Branch and bound for Kemeny orders: choose the first item, split what remains into the strong
 * components of its majorities (some optimal order keeps them together), bound from below by
 * cycles of three and from above by local search, and remember every set of items met.
 *
 * @example
 * branchAndBound(cost, { effort: 10_000, deadline: Infinity }).solve(order, Infinity).high
 */
export function branchAndBound(cost: KemenyCost, budget: Budget): BranchAndBound {
  const { size, over } = cost;
  const memo = new Map<number | string, Bounds>();

  const solve = (start: readonly number[], enough: number): Bounds => {
    if (start.length <= 1) return { low: 0, high: 0, order: start };
    const key = setKey(start);
    const known = memo.get(key);
    if (known && (known.low === known.high || known.low >= enough)) return known;
    if (budget.effort <= 0) return known ?? { low: 0, high: Infinity, order: start };
    const found = known ?? quick(start);
    let bounds = found;
    if (found.low < found.high && found.low < enough) {
      const deeper = split(found.order, enough) ?? branch(found, enough);
      const low = Math.max(found.low, Math.min(deeper.low, found.high));
      bounds = { ...(deeper.high < found.high ? deeper : found), low };
    }
    memo.set(key, bounds);
    return bounds;
  };

  /** Bounds without branching: exact for few items. */
  const quick = (start: readonly number[]): Bounds => {
    if (start.length <= smallSet) {
      const { cost: least, order } = subsetOrders(restricted(cost, start));
      return { low: least, high: least, order: order.map((k) => start[k]!) };
    }
    budget.effort -= Math.max(1, (start.length / 20) ** 3);
    if (now() > budget.deadline) budget.effort = 0;
    const order = Int32Array.from(start);
    descend(cost, order);
    const high = orderCost(cost, Array.from(order));
    return { low: high === 0 ? 0 : cycleBound(cost, start), high, order: Array.from(order) };
  };

  const split = (items: readonly number[], enough: number): Bounds | null => {
    const parts = strongComponents(items, (a, b) => over[b * size + a]! > 0);
    if (parts.length === 1) return null;
    const place = new Map(items.map((item, index) => [item, index]));
    const starts = parts.map((part) => part.sort((a, b) => place.get(a)! - place.get(b)!));
    const bounds = starts.map((part) => solve(part, 0));
    let low = bounds.reduce((sum, part) => sum + part.low, 0);
    for (let k = 0; k < parts.length && low < enough; k++) {
      const others = low - bounds[k]!.low;
      bounds[k] = solve(bounds[k]!.order, enough - others);
      low = others + bounds[k]!.low;
    }
    return {
      low,
      high: bounds.reduce((sum, part) => sum + part.high, 0),
      order: bounds.flatMap((part) => part.order),
    };
  };

  const branch = (found: Bounds, enough: number): Bounds => {
    let { high, order } = found;
    const firstCosts = found.order.map((first) => {
      let sum = 0;
      for (const other of found.order) sum += over[first * size + other]!;
      return { first, sum };
    });
    firstCosts.sort((a, b) => a.sum - b.sum);
    let lowest = Infinity;
    for (const { first, sum } of firstCosts) {
      const target = Math.min(enough, high);
      if (sum >= target) {
        lowest = Math.min(lowest, sum);
        break;
      }
      const rest = solve(
        order.filter((item) => item !== first),
        target - sum,
      );
      lowest = Math.min(lowest, sum + rest.low);
      if (sum + rest.high < high) {
        high = sum + rest.high;
        order = [first, ...rest.order];
      }
    }
    return { low: Math.min(lowest, high), high, order };
  };

  return { solve, budget };

  function setKey(items: readonly number[]): number | string {
    if (size > 52) return items.toSorted((a, b) => a - b).join();
    let key = 0;
    for (const item of items) key += 2 ** item;
    return key;
  }
}

function restricted({ size, over }: KemenyCost, items: readonly number[]): KemenyCost {
  const count = items.length;
  const part = new Float64Array(count * count);
  for (let a = 0; a < count; a++) {
    for (let b = 0; b < count; b++) part[a * count + b] = over[items[a]! * size + items[b]!]!;
  }
  return { size: count, over: part };
}

/** Milliseconds on a clock that only goes forward. */
export function now(): number {
  return performance.now();
}
