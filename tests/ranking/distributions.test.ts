import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import {
  chiSquareUpperTail,
  fUpperTail,
  normalTwoSided,
  signTest,
  standardNormalQuantile,
  studentTwoSided,
} from '../../src/ranking/distributions.ts';
import { benjaminiHochberg, holm } from '../../src/ranking/multiple-tests.ts';
import { wilsonInterval } from '../../src/ranking/wilson.ts';

type Expected = {
  chi2_sf: [number, number, number][];
  f_sf: [number, number, number, number][];
  norm_cdf: [number, number][];
  norm_ppf: [number, number][];
  t_sf: [number, number, number][];
  binom_two_sided: [number, number, number][];
  wilson95: [number, number, number, number][];
  holm: { p: number[]; adj: number[] };
  bh: { p: number[]; adj: number[] };
};

const file = new URL('../fixtures/golden/special-functions.json', import.meta.url);
const expected = JSON.parse(readFileSync(file, 'utf8')) as Expected;

function same(actual: number, value: number, relative = 1e-9): void {
  expect(Math.abs(actual - value)).toBeLessThanOrEqual(relative * Math.abs(value));
}

test.each(expected.chi2_sf)('chi-square: P(X >= %f), %f degrees of freedom', (x, df, p) => {
  same(chiSquareUpperTail(x, df), p);
});

test.each(expected.f_sf)('F: P(X >= %f), %f and %f degrees of freedom', (x, df1, df2, p) => {
  same(fUpperTail(x, df1, df2), p);
});

test.each(expected.t_sf)('t: P(X >= %f), %f degrees of freedom', (t, df, p) => {
  same(studentTwoSided(t, df) / 2, p);
  same(studentTwoSided(-t, df) / 2, p);
});

test.each(expected.norm_cdf)('normal: P(X < %f)', (z, p) => {
  same(normalTwoSided(z) / 2, Math.min(p, 1 - p), z > 3 ? 1e-6 : 1e-9);
});

test.each(expected.norm_ppf)('normal: value below which %f lie', (p, z) => {
  same(standardNormalQuantile(p), z, 1e-8);
});

test.each(expected.binom_two_sided)('sign test: %i of %i', (successes, trials, p) => {
  same(signTest(successes, trials), p);
  same(signTest(trials - successes, trials), p);
});

test.each(expected.wilson95)('Wilson interval: %i of %i', (successes, trials, low, high) => {
  const [from, to] = wilsonInterval(successes, trials)!;
  expect(Math.abs(from - low)).toBeLessThan(1e-12);
  expect(Math.abs(to - high)).toBeLessThan(1e-12);
});

test('nothing tried, nothing known', () => {
  expect(wilsonInterval(0, 0)).toBeNull();
  expect(signTest(0, 0)).toBe(1);
});

test('corrections for many tests', () => {
  holm(expected.holm.p).forEach((p, k) => same(p, expected.holm.adj[k]!));
  benjaminiHochberg(expected.bh.p).forEach((p, k) => same(p, expected.bh.adj[k]!));
  expect(holm([])).toEqual([]);
  expect(holm([0.6, 0.9])).toEqual([1, 1]);
});

test('an infinite statistic leaves no probability', () => {
  expect(fUpperTail(Infinity, 3, 9)).toBe(0);
  expect(studentTwoSided(-Infinity, 4)).toBe(0);
  expect(chiSquareUpperTail(0, 3)).toBe(1);
  expect(fUpperTail(0, 3, 3)).toBe(1);
});
