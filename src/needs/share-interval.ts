import { wilsonInterval } from '../ranking/wilson.ts';
import type { Interval } from './mean-interval.ts';

/** A share of a base with the interval that goes with it. */
export interface Share {
  count: number;
  n: number;
  /** 0..1; `null` for n = 0. */
  share: number | null;
  /** Wilson's 95 % interval within 0..1; `null` for n = 0. */
  interval: Interval | null;
}

/**
 * `count` of `n` as a share with Wilson's 95 % score interval, which keeps a width at 0 of n and at
 * n of n. Source: Wilson 1927, J. Am. Stat. Assoc. 22, 209–212, without continuity correction.
 *
 * @example
 * shareOf(10, 20) // => { count: 10, n: 20, share: 0.5, interval: [0.2993, 0.7007] }
 */
export function shareOf(count: number, n: number): Share {
  if (n === 0) return { count, n, share: null, interval: null };
  return { count, n, share: count / n, interval: wilsonInterval(count, n) };
}
