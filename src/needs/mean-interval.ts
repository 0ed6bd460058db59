import tQuantile from '@stdlib/stats-base-dists-t-quantile';

/** Lower and upper end, in the unit of the figure. */
export type Interval = [low: number, high: number];

/**
 * 95 % interval of a mean by Student's t with n - 1 degrees of freedom; `variance` is the sample
 * variance (divisor n - 1) of one observation. `null` with n < 2; of no width when all agree.
 *
 * @example
 * meanInterval(4, 1, 25) // => [3.587, 4.413]
 */
export function meanInterval(mean: number, variance: number, n: number): Interval | null {
  if (n < 2) return null;
  const half = tQuantile(0.975, n - 1) * Math.sqrt(Math.max(0, variance) / n);
  return [mean - half, mean + half];
}
