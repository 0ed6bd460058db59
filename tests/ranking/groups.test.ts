import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { tallyBallots } from '../../src/ranking/ballots.ts';
import { groupTest, itemDifferences } from '../../src/ranking/compare-groups.ts';
import { orderDistance } from '../../src/ranking/order-distance.ts';
import { permutationTest } from '../../src/ranking/permutation-test.ts';
import { readPreflib } from '../../src/ranking/preflib.ts';
import { emptyTally, tallyOf } from '../../src/ranking/tally.ts';
import { welchInterval } from '../../src/ranking/welch.ts';
import { rankings } from './plenary-rank.ts';

// Expected results of other tools.
// oxlint-disable-next-line typescript/no-explicit-any
type Golden = any;

const golden = (name: string): Golden =>
  JSON.parse(readFileSync(new URL(`../fixtures/golden/${name}.json`, import.meta.url), 'utf8'));

const close = (actual: number, expected: number, relative: number): void => {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(relative * Math.abs(expected));
};

describe.each<{ source: string; expected: Golden }>(
  golden('group-compare').sets.map((expected: Golden) => ({ source: expected.source, expected })),
)('two halves of $source', ({ source, expected }) => {
  const { items, ballots } = readPreflib(readFileSync(`${rankings}${source}`, 'utf8'), source);
  const halves = (expected.split as string).includes('first 200')
    ? [ballots.slice(0, 200), ballots.slice(-200)]
    : [0, 1].map((half) => ballots.filter((_, line) => line % 2 === half));
  const [a, b] = halves.map((half) => tallyBallots(items.length, half)) as [
    ReturnType<typeof emptyTally>,
    ReturnType<typeof emptyTally>,
  ];

  test("Wald's test from the tallies alone", () => {
    expect([a.n, b.n]).toEqual([expected.n_A, expected.n_B]);
    const { statistic, degreesOfFreedom, pValue } = groupTest(a, b)!;
    close(statistic, expected.wald_X2, 1e-9);
    expect(degreesOfFreedom).toBe(expected.wald_df);
    close(pValue, expected.wald_p, 1e-6);
  });

  test('permutation test', () => {
    const respondents = halves.flatMap((half, k) =>
      half.flatMap(({ count, ranking }) =>
        Array.from({ length: count }, () => ({ ranking, inFirst: k === 0 })),
      ),
    );
    const options = { replicates: 4999, seed: 7 };
    const result = permutationTest(items.length, respondents, options)!;
    close(result.statistic, expected.perm_stat_sum_sq_mean_rank_diff, 1e-9);
    expect(Math.abs(result.pValue - expected.perm_p_4999)).toBeLessThan(0.02);
    expect(permutationTest(items.length, respondents, options)).toEqual(result);
  });

  test('item by item', () => {
    itemDifferences(a, b)!.forEach((item, k) => {
      const other = expected.items[k];
      close(item.meanRankA, other.mean_rank_A, 1e-9);
      close(item.meanRankB, other.mean_rank_B, 1e-9);
      close(item.standardError, other.diff_se, 1e-9);
      close(item.u, other.U_A, 1e-12);
      close(item.higherInA, other.prob_A_ranks_higher_plus_half_ties, 1e-9);
      if (other.p_mann_whitney_two_sided_ties_nocc === null) expect(item.pValue).toBe(1);
      else close(item.pValue, other.p_mann_whitney_two_sided_ties_nocc, 1e-6);
      expect(item.adjustedPValue).toBeGreaterThanOrEqual(item.pValue);
    });
  });
});

test('tables are dealt whole, and a table in both groups is refused', () => {
  const forth = [[0], [1], [2]];
  const back = forth.toReversed();
  const seat = (table: string, inFirst: boolean, ranking: number[][]) =>
    Array.from({ length: 6 }, () => ({ ranking, inFirst, table }));
  const seats = [...seat('1', true, forth), ...seat('2', false, back)];
  const alone = seats.map(({ ranking, inFirst }) => ({ ranking, inFirst }));
  expect(permutationTest(3, alone)!.pValue).toBeLessThan(0.01);
  expect(permutationTest(3, seats)!.pValue).toBe(1);
  expect(() => permutationTest(3, [...seats, ...seat('1', false, back)])).toThrow(RangeError);
});

test('the interval of a difference is Welch’s: R’s t.test of sleep (Student 1908)', () => {
  const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
  const second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
  const [a, b] = [first, second].map((values) => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    return { mean, squared: squares / (values.length - 1) / values.length, n: values.length };
  });
  const [low, high] = welchInterval(a!.mean - b!.mean, a!, b!)!;
  expect(low).toBeCloseTo(-3.3654832, 7);
  expect(high).toBeCloseTo(0.2054832, 7);
  expect(welchInterval(1, { squared: 0, n: 5 }, { squared: 0, n: 5 })).toEqual([1, 1]);
  expect(welchInterval(1, { squared: 0, n: 1 }, a!)).toBeNull();
});

test('the interval of a difference of mean ranks is Welch’s, not the normal distribution’s', () => {
  const five = [
    [[0], [1]],
    [[0], [1]],
    [[0], [1]],
    [[1], [0]],
    [[1], [0]],
  ];
  const [item] = itemDifferences(tallyOf(2, five), tallyOf(2, five))!;
  // Two variances of 0.06 each: 8 degrees of freedom, t = 2.306.
  expect(item!.standardError).toBeCloseTo(Math.sqrt(0.12), 12);
  expect(item!.interval![1]).toBeCloseTo(2.306004135 * Math.sqrt(0.12), 8);
  expect(item!.interval![0]).toBe(-item!.interval![1]);
});

test('nothing to compare gives null', () => {
  const some = tallyOf(2, [
    [[0], [1]],
    [[1], [0]],
  ]);
  expect(groupTest(emptyTally(2), some)).toBeNull();
  expect(
    groupTest(
      tallyOf(2, [
        [[0], [1]],
        [[0], [1]],
      ]),
      tallyOf(2, [[[0]], [[0]]]),
    ),
  ).toBeNull();
  expect(itemDifferences(some, emptyTally(2))).toBeNull();
  expect(permutationTest(2, [{ ranking: [[0]], inFirst: true }])).toBeNull();
});

test.each<Golden>(golden('rank-correlations').cases)('distance of $a and $b', (expected) => {
  const distance = orderDistance(expected.a, expected.b);
  expect(distance.concordant).toBe(expected.concordant);
  expect(distance.discordant).toBe(expected.discordant);
  expect(distance.kemenySnell).toBe(expected.kemeny_snell_distance);
  expect(distance.discordant + distance.tiedInOne / 2).toBe(expected.kendall_p_half_distance);
  for (const [mine, other] of [
    [distance.tauA, expected.tau_a],
    [distance.tauB, expected.tau_b],
    [distance.tauX, expected.tau_x],
    [distance.spearman, expected.spearman],
  ]) {
    if (other === null) expect(mine).toBeNull();
    else expect(mine).toBeCloseTo(other, 12);
  }
});
