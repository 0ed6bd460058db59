import { orderCost } from './kemeny-cost.ts';
import type { KemenyCost } from './kemeny-cost.ts';
import { seededRandom } from './random.ts';
import type { Random } from './random.ts';

/**
 * Improves an order in place by moving single items to where they cost least, until no such move
 * helps. Returns how much was saved.
 *
 * @example
 * descend(cost, order) // => 12
 */
export function descend({ size, over }: KemenyCost, order: Int32Array): number {
  const count = order.length;
  let saved = 0;
  for (let improved = true; improved;) {
    improved = false;
    for (let from = 0; from < count; from++) {
      const item = order[from]!;
      let best = 0;
      let target = from;
      let change = 0;
      for (let to = from - 1; to >= 0; to--) {
        const other = order[to]!;
        change += over[item * size + other]! - over[other * size + item]!;
        if (change < best) [best, target] = [change, to];
      }
      change = 0;
      for (let to = from + 1; to < count; to++) {
        const other = order[to]!;
        change += over[other * size + item]! - over[item * size + other]!;
        if (change < best) [best, target] = [change, to];
      }
      if (target === from) continue;
      if (target < from) order.copyWithin(target + 1, target, from);
      else order.copyWithin(from, from + 1, target + 1);
      order[target] = item;
      saved -= best;
      improved = true;
    }
  }
  return saved;
}

/**
 * A good order of all items: local search from the order by net majority, then from seeded
 * perturbations of the best order found. Not proved optimal, but in practice it mostly is.
 *
 * @example
 * searchOrder(cost).cost // an upper bound on the least cost
 */
export function searchOrder(cost: KemenyCost, rounds = 200): { order: number[]; cost: number } {
  const { size, over } = cost;
  const net = Array.from({ length: size }, (_, a) => {
    let sum = 0;
    for (let b = 0; b < size; b++) sum += over[b * size + a]! - over[a * size + b]!;
    return sum;
  });
  const start = net.map((_, item) => item).sort((a, b) => net[b]! - net[a]! || a - b);
  let best = Int32Array.from(start);
  descend(cost, best);
  let bestCost = orderCost(cost, Array.from(best));
  const random = seededRandom(size);
  for (let round = 0; round < rounds && bestCost > 0; round++) {
    const order = best.slice();
    perturb(order, random);
    descend(cost, order);
    const reached = orderCost(cost, Array.from(order));
    if (reached > bestCost) continue;
    best = order;
    bestCost = reached;
  }
  return { order: Array.from(best), cost: bestCost };
}

/** Moves a few random items to random places. */
function perturb(order: Int32Array, random: Random): void {
  const moves = 2 + Math.floor((random() * order.length) / 4);
  for (let move = 0; move < moves; move++) {
    const from = Math.floor(random() * order.length);
    const to = Math.floor(random() * order.length);
    const item = order[from]!;
    if (to < from) order.copyWithin(to + 1, to, from);
    else order.copyWithin(from, from + 1, to + 1);
    order[to] = item;
  }
}
