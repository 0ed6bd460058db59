import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { branchAndBound } from '../../src/ranking/kemeny-branch.ts';
import { cycleBound, orderCost } from '../../src/ranking/kemeny-cost.ts';
import type { KemenyCost } from '../../src/ranking/kemeny-cost.ts';
import { searchOrder } from '../../src/ranking/kemeny-search.ts';
import { maxSubsetItems, subsetOrders } from '../../src/ranking/kemeny-subsets.ts';
import { optimalCuts } from '../../src/ranking/kemeny-ties.ts';
import { seededRandom } from '../../src/ranking/random.ts';
import { runs } from './profiles.ts';

/** Majorities of random size and direction: far more circles than ballots of people have. */
function randomCost(size: number, most: number, seed: number): KemenyCost {
  const random = seededRandom(seed);
  const over = new Float64Array(size * size);
  for (let a = 0; a < size; a++) {
    for (let b = a + 1; b < size; b++) {
      const by = Math.floor(random() * (most + 1));
      over[random() < 0.5 ? a * size + b : b * size + a] = by;
    }
  }
  return { size, over };
}

const costs = (least: number, size: number) =>
  fc
    .record({
      size: fc.integer({ min: least, max: size }),
      most: fc.constantFrom(1, 2, 9, 100),
      seed: fc.integer(),
    })
    .map(({ size: items, most, seed }) => randomCost(items, most, seed));

const items = ({ size }: KemenyCost) => Array.from({ length: size }, (_, item) => item);

test('the bound by cycles never exceeds the least cost, and is exact for one cycle', () => {
  fc.assert(
    fc.property(costs(2, 9), (cost) => {
      expect(cycleBound(cost, items(cost))).toBeLessThanOrEqual(subsetOrders(cost).cost);
    }),
    runs,
  );
  const cycle = { size: 3, over: Float64Array.of(0, 0, 5, 2, 0, 0, 0, 3, 0) };
  expect(cycleBound(cycle, [0, 1, 2])).toBe(2);
  expect(subsetOrders(cycle)).toMatchObject({ cost: 2, optima: 1 });
});

test('local search never claims less than an order costs', () => {
  fc.assert(
    fc.property(costs(2, 12), (cost) => {
      const found = searchOrder(cost, 5);
      expect(found.order.toSorted((a, b) => a - b)).toEqual(items(cost));
      expect(found.cost).toBe(orderCost(cost, found.order));
      expect(found.cost).toBeGreaterThanOrEqual(subsetOrders(cost).cost);
    }),
    { numRuns: 200 },
  );
});

describe('branch and bound, on more items than it leaves to dynamic programming', () => {
  test('finds the least cost, an order that has it, and the shared cuts of all optimal orders', () => {
    fc.assert(
      fc.property(costs(10, maxSubsetItems), (cost) => {
        const exact = subsetOrders(cost);
        const search = branchAndBound(cost, { effort: Infinity, deadline: Infinity });
        const { low, high, order } = search.solve(items(cost), Infinity);
        expect([low, high]).toEqual([exact.cost, exact.cost]);
        expect(orderCost(cost, order)).toBe(exact.cost);
        const { cuts, optima } = optimalCuts(cost, order, high, search);
        cuts.forEach((cut, position) => {
          if (cut !== null) expect(cut).toBe(exact.cuts[position]);
        });
        if (optima !== null) {
          expect(cuts).toEqual(exact.cuts);
          expect(optima).toBe(exact.optima);
        }
      }),
      runs,
    );
  });

  test('its bounds hold wherever the budget ends', () => {
    fc.assert(
      fc.property(costs(10, maxSubsetItems), fc.nat(60), (cost, effort) => {
        const least = subsetOrders(cost).cost;
        const search = branchAndBound(cost, { effort, deadline: Infinity });
        const start = searchOrder(cost, 1).order;
        const { low, high, order } = search.solve(start, Infinity);
        expect(low).toBeLessThanOrEqual(least);
        expect(high).toBeGreaterThanOrEqual(least);
        if (high < Infinity) expect(orderCost(cost, order)).toBe(high);
      }),
      runs,
    );
  });

  test('a bound asked for is reached or the least cost is known', () => {
    fc.assert(
      fc.property(costs(10, 12), fc.nat(60), (cost, enough) => {
        const least = subsetOrders(cost).cost;
        const search = branchAndBound(cost, { effort: Infinity, deadline: Infinity });
        const { low, high } = search.solve(items(cost), enough);
        expect(low).toBeLessThanOrEqual(least);
        expect(low >= enough || (low === least && high === least)).toBe(true);
      }),
      runs,
    );
  });
});
