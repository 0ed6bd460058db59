import { describe, expect, test } from 'vitest';
import { independenceTest } from '../../src/survey/independence-test.ts';
import { kruskalWallis } from '../../src/survey/kruskal-wallis.ts';
import { shareDifference } from '../../src/survey/share-difference.ts';

/** Counted values. */
function counts(values: readonly number[]): Map<number, number> {
  const counted = new Map<number, number>();
  for (const value of values) counted.set(value, (counted.get(value) ?? 0) + 1);
  return counted;
}

const close = (actual: number | undefined, expected: number, relative = 1e-9) =>
  expect(Math.abs(actual! - expected)).toBeLessThanOrEqual(relative * Math.abs(expected));

describe('choices by group', () => {
  test('party by gender (Agresti 2007, p. 39) as R’s chisq.test has it', () => {
    const found = independenceTest([
      [762, 327, 468],
      [484, 239, 477],
    ]);
    expect(found).toMatchObject({ degreesOfFreedom: 2, permuted: false });
    close(found?.statistic, 30.0701490957547);
    close(found?.pValue, 2.95358918321176e-7);
    close(found?.effect, 30.0701490957547 / 2757);
  });

  test('a thin table is dealt anew: the same p-value as a million replicates in R', () => {
    const table = [
      [3, 1, 0],
      [0, 2, 4],
      [1, 4, 2],
    ];
    const found = independenceTest(table, { replicates: 19_999 });
    close(found?.statistic, 10.1214569160998);
    expect(found?.permuted).toBe(true);
    expect(Math.abs(found!.pValue - 0.03664)).toBeLessThan(0.005);
    expect(independenceTest(table)).toEqual(independenceTest(table));
  });

  test('options and groups of nobody change nothing; nothing to compare is null', () => {
    const bare = independenceTest([
      [30, 10],
      [12, 25],
    ]);
    const padded = independenceTest([
      [30, 0, 10],
      [0, 0, 0],
      [12, 0, 25],
    ]);
    expect(padded).toEqual(bare);
    expect(independenceTest([[3, 4]])).toBeNull();
    expect(
      independenceTest([
        [3, 0],
        [4, 0],
      ]),
    ).toBeNull();
    expect(independenceTest([])).toBeNull();
  });
});

describe('ordered answers by group', () => {
  test('mucociliary efficiency (Hollander & Wolfe 1973, p. 116) as R’s kruskal.test has it', () => {
    const found = kruskalWallis(
      [
        [2.9, 3.0, 2.5, 2.6, 3.2],
        [3.8, 2.7, 4.0, 2.4],
        [2.8, 3.4, 3.7, 2.2, 2.0],
      ].map(counts),
    );
    close(found?.statistic, 0.771428571428572);
    close(found?.pValue, 0.679964773578894);
    expect(found?.degreesOfFreedom).toBe(2);
  });

  test('ozone by month in New York 1973, with ties, as R’s kruskal.test has it', () => {
    const months = [
      '41,36,12,18,28,23,19,8,7,16,11,14,18,14,34,6,30,11,1,11,4,32,23,45,115,37',
      '29,71,39,23,21,37,20,12,13',
      '135,49,32,64,40,77,97,97,85,10,27,7,48,35,61,79,63,16,80,108,20,52,82,50,64,59',
      '39,9,16,78,35,66,122,89,110,44,28,65,22,59,23,31,44,21,9,45,168,73,76,118,84,85',
      '96,78,73,91,47,32,20,23,21,24,44,21,28,9,13,46,18,13,24,16,13,23,36,7,14,30,14,18,20',
    ];
    const found = kruskalWallis(months.map((month) => counts(month.split(',').map(Number))));
    close(found?.statistic, 29.2665763061169);
    close(found?.pValue, 6.90071411854678e-6);
    close(found?.effect, 29.2665763061169 / 115);
  });

  test('of two groups it is Wilcoxon’s rank-sum test, as R’s wilcox.test has it', () => {
    const found = kruskalWallis([
      counts([1, 1, 1, 2, 2, 3, 4, 4]),
      counts([2, 3, 3, 3, 4, 4, 5, 5, 5]),
    ]);
    close(found?.pValue, 0.0271880968243514);
    expect(found!.meanRanks[0]).toBeLessThan(found!.meanRanks[1]!);
  });

  test('equal answers, one group, or none are no comparison', () => {
    expect(kruskalWallis([counts([2, 2]), counts([2])])).toBeNull();
    expect(kruskalWallis([counts([1, 2, 3])])).toBeNull();
    expect(kruskalWallis([counts([1, 2, 3]), new Map()])).toBeNull();
    expect(kruskalWallis([])).toBeNull();
  });
});

describe('the difference of two shares', () => {
  test.each([
    // Newcombe 1998, table II, method 10.
    [[56, 70], [48, 80], 0.0524, 0.3339],
    [[9, 10], [3, 10], 0.1705, 0.809],
    [[10, 10], [0, 10], 0.6075, 1],
  ] as const)('%j against %j', (a, b, low, high) => {
    const [least, most] = shareDifference(a, b)!;
    expect(least).toBeCloseTo(low, 4);
    expect(most).toBeCloseTo(high, 4);
  });

  test('has no interval without answers', () => {
    expect(shareDifference([0, 0], [3, 4])).toBeNull();
  });
});
