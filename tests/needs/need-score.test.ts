import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { needScores, orderChanges } from '../../src/needs/need-score.ts';

const worths = fc.array(fc.double({ min: 0.01, max: 5, noNaN: true }), {
  minLength: 2,
  maxLength: 8,
});
const both = worths.chain((list) =>
  fc.tuple(
    fc.constant(list),
    fc.array(fc.option(fc.double({ min: -20, max: 20, noNaN: true }), { nil: null }), {
      minLength: list.length,
      maxLength: list.length,
    }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  ),
);

describe('need scores', () => {
  test('sum to 1 and are never negative', () => {
    fc.assert(
      fc.property(both, ([list, gaps, part]) => {
        const { weights } = needScores(list, gaps, part);
        expect(weights!.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
        for (const weight of weights!) expect(weight).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('lie between the shares of worth and gap where every gap is known', () => {
    fc.assert(
      fc.property(both, ([list, gaps, part]) => {
        const known = gaps.map((gap) => gap ?? 1);
        const { weights, worthShares, gapShares } = needScores(list, known, part);
        if (gapShares === null) return;
        weights!.forEach((weight, item) => {
          const ends = [worthShares![item]!, gapShares[item]!];
          expect(weight).toBeGreaterThanOrEqual(Math.min(...ends) - 1e-12);
          expect(weight).toBeLessThanOrEqual(Math.max(...ends) + 1e-12);
        });
      }),
    );
  });

  test('join 60 of ranking and 40 of gap unless told, a negative gap counting as none', () => {
    const { weights, gapShares, rankingPart } = needScores([3, 1], [-4, 6]);
    expect(gapShares).toEqual([0, 1]);
    expect(rankingPart).toBe(0.6);
    expect(weights![0]).toBeCloseTo(0.45, 12);
    expect(weights![1]).toBeCloseTo(0.55, 12);
  });

  test('stand on one source when the other says nothing, and say so', () => {
    expect(needScores([3, 1], [-1, 0])).toMatchObject({ weights: [0.75, 0.25], rankingPart: 1 });
    expect(needScores([3, 1], null)).toMatchObject({ weights: [0.75, 0.25], rankingPart: 1 });
    expect(needScores(null, [1, 3])).toMatchObject({ weights: [0.25, 0.75], rankingPart: 0 });
    expect(needScores(null, [null, 3])).toMatchObject({ weights: [0, 1], withoutGap: [0] });
    expect(needScores(null, [0, -1]).weights).toBeNull();
    expect(needScores(null, null).weights).toBeNull();
  });

  test('an item whose gap nobody rated keeps the share that the ranking gives it', () => {
    const { weights, withoutGap } = needScores([2, 1, 1], [null, 3, 1], 0.5);
    expect(withoutGap).toEqual([0]);
    expect(weights![0]).toBeCloseTo(0.5 / (0.5 + 0.5 + 0.25), 12);
  });

  test('refuse a part outside 0..1, negative worths and lists of unequal length', () => {
    expect(() => needScores([1, 1], null, 1.1)).toThrow(RangeError);
    expect(() => needScores([1, -1], null)).toThrow(RangeError);
    expect(() => needScores([1, 1], [1])).toThrow(RangeError);
  });
});

describe('the slider between gap and ranking', () => {
  test('between two changes the order stays, at a change the two named items pass each other', () => {
    fc.assert(
      fc.property(both, ([list, gaps]) => {
        const known = gaps.map((gap) => gap ?? 1);
        const { worthShares, gapShares } = needScores(list, known);
        if (!gapShares) return;
        const changes = orderChanges(worthShares!, gapShares);
        for (const { part, above, below } of changes) {
          const lead = (at: number) =>
            at * (worthShares![above]! - worthShares![below]!) +
            (1 - at) * (gapShares[above]! - gapShares[below]!);
          expect(part).toBeGreaterThan(0);
          expect(part).toBeLessThan(1);
          expect(Math.abs(lead(part))).toBeLessThan(1e-11);
          expect(lead(1)).toBeGreaterThan(0);
          expect(lead(0)).toBeLessThan(0);
        }
        const pairs = worthShares!.flatMap((worth, a) =>
          worthShares!.map(
            (other, b) => worth - other >= 1e-12 && gapShares[b]! - gapShares[a]! >= 1e-12,
          ),
        );
        expect(changes).toHaveLength(pairs.filter(Boolean).length);
      }),
    );
  });

  test('no change at all when ranking and gap agree', () => {
    expect(orderChanges([0.5, 0.3, 0.2], [0.6, 0.3, 0.1])).toEqual([]);
    expect(orderChanges([0.75, 0.25], [0, 1])).toEqual([{ part: 2 / 3, above: 0, below: 1 }]);
  });
});
