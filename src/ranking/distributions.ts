import betainc from '@stdlib/math-base-special-betainc';
import gammainc from '@stdlib/math-base-special-gammainc';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import studentCdf from '@stdlib/stats-base-dists-t-cdf';

/**
 * P(X >= x) for the chi-square distribution. Computed as an upper tail, so that tiny probabilities
 * keep their relative precision; 1 - cdf would give 0 below 1e-16.
 *
 * @example
 * chiSquareUpperTail(3.84, 1) // => 0.05004352124870519
 */
export function chiSquareUpperTail(x: number, degreesOfFreedom: number): number {
  if (x <= 0) return 1;
  return gammainc(x / 2, degreesOfFreedom / 2, true, true);
}

/**
 * P(X >= x) for the F distribution, with the relative precision of an upper tail. Infinite x
 * gives 0.
 *
 * @example
 * fUpperTail(1, 3, 10) // => 0.4323372030216972
 */
export function fUpperTail(x: number, df1: number, df2: number): number {
  if (x <= 0) return 1;
  if (x === Infinity) return 0;
  return betainc(df2 / (df2 + df1 * x), df2 / 2, df1 / 2, true, false);
}

/**
 * P(|X| >= |t|) for Student's t distribution: the two-sided p-value.
 *
 * @example
 * studentTwoSided(2.228, 10) // => 0.05001177181711132
 */
export function studentTwoSided(t: number, degreesOfFreedom: number): number {
  if (Math.abs(t) === Infinity) return 0;
  return Math.min(1, 2 * studentCdf(-Math.abs(t), degreesOfFreedom));
}

/**
 * P(|X| >= |z|) for the standard normal distribution, with relative precision in the tail:
 * z^2 has the chi-square distribution with one degree of freedom.
 *
 * @example
 * normalTwoSided(1.959963984540054) // => 0.05
 */
export function normalTwoSided(z: number): number {
  return chiSquareUpperTail(z * z, 1);
}

/**
 * The standard normal value that a share `p` of the distribution lies below, 0 < p < 1.
 *
 * @example
 * standardNormalQuantile(0.975) // => 1.959963984540054
 */
export function standardNormalQuantile(p: number): number {
  return normalQuantile(p, 0, 1);
}

/**
 * Two-sided exact p-value of the sign test: `successes` of `trials` at even odds. 1 without trials.
 *
 * @example
 * signTest(9, 10) // => 0.021484375
 */
export function signTest(successes: number, trials: number): number {
  const more = Math.max(successes, trials - successes);
  if (trials === 0 || 2 * more === trials) return 1;
  return Math.min(1, 2 * betainc(0.5, more, trials - more + 1, true, false));
}
