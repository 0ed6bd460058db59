import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import type { Interval } from './wilson.ts';

/** A mean's error in one group: its standard error squared, and how many it stands on. */
export type MeanError = { squared: number; n: number };

/**
 * 95 % interval of the difference of two groups' means, by Student's t with Welch's degrees of
 * freedom: the normal distribution would be too narrow for groups of five to thirty people. `null`
 * when a group has fewer than two; of no width when neither group varies.
 * Source: Welch 1947, Biometrika 34, 28–35.
 *
 * @example
 * welchInterval(1, { squared: 0.2, n: 5 }, { squared: 0.2, n: 5 }) // => [-0.458, 2.458]
 */
export function welchInterval(difference: number, a: MeanError, b: MeanError): Interval | null {
  if (a.n < 2 || b.n < 2) return null;
  const squared = a.squared + b.squared;
  if (squared <= 0) return [difference, difference];
  const degrees = squared ** 2 / (a.squared ** 2 / (a.n - 1) + b.squared ** 2 / (b.n - 1));
  const half = tQuantile(0.975, degrees) * Math.sqrt(squared);
  return [difference - half, difference + half];
}
