import { fUpperTail } from '../ranking/distributions.ts';

/** What the test needs of a group: how many, their mean, and the standard error of that mean. */
export interface MeanOfGroup {
  n: number;
  mean: number;
  error: number;
}

/** Do the means of several groups differ? */
export interface MeansTest {
  statistic: number;
  degreesOfFreedom: [number, number];
  pValue: number;
  /** Eta squared, 0..1: the share of the variance that lies between the groups. */
  effect: number;
}

/**
 * Welch's one-way analysis of means, which does not take the variances for equal; of two groups it
 * is the square of Welch's t. Null with fewer than two groups of two, or when nothing varies within
 * some group while means differ only by that.
 * Source: Welch 1951, Biometrika 38, 330–336.
 *
 * @example
 * welchAnova([{ n: 10, mean: 0.75, error: 0.566 }, { n: 10, mean: 2.33, error: 0.633 }])?.pValue
 */
export function welchAnova(groups: readonly MeanOfGroup[]): MeansTest | null {
  const k = groups.length;
  if (k < 2 || groups.some(({ n, error }) => n < 2 || !(error > 0))) return null;
  const weights = groups.map(({ error }) => 1 / error ** 2);
  const weight = weights.reduce((sum, own) => sum + own, 0);
  const centre = groups.reduce((sum, { mean }, g) => sum + weights[g]! * mean, 0) / weight;
  const between = groups.reduce((sum, { mean }, g) => sum + weights[g]! * (mean - centre) ** 2, 0);
  const lambda = groups.reduce(
    (sum, { n }, g) => sum + (1 - weights[g]! / weight) ** 2 / (n - 1),
    0,
  );
  const statistic = between / (k - 1) / (1 + (2 * (k - 2) * lambda) / (k ** 2 - 1));
  const degreesOfFreedom: [number, number] = [k - 1, (k ** 2 - 1) / (3 * lambda)];
  return {
    statistic,
    degreesOfFreedom,
    pValue: fUpperTail(statistic, ...degreesOfFreedom),
    effect: etaSquared(groups),
  };
}

function etaSquared(groups: readonly MeanOfGroup[]): number {
  const n = groups.reduce((sum, group) => sum + group.n, 0);
  const mean = groups.reduce((sum, group) => sum + group.n * group.mean, 0) / n;
  const between = groups.reduce((sum, group) => sum + group.n * (group.mean - mean) ** 2, 0);
  const within = groups.reduce((sum, g) => sum + (g.n - 1) * g.n * g.error ** 2, 0);
  return between + within > 0 ? between / (between + within) : 0;
}
