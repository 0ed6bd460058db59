import { standardNormalQuantile } from './distributions.ts';

/** Lower and upper end of an interval, in the unit of the figure that it belongs to. */
export type Interval = [number, number];

/**
 * Wilson's interval for a share: `successes` of `trials`, as shares of 1. Stays inside 0..1, keeps
 * its level for small numbers, and has a width for none and for all too. Null without trials.
 * Source: Wilson 1927, J. Am. Stat. Assoc. 22, 209–212 (score interval without continuity correction).
 *
 * @example
 * wilsonInterval(9, 10) // => [0.5958499732047615, 0.9821237869049271]
 */
export function wilsonInterval(
  successes: number,
  trials: number,
  confidence = 0.95,
): Interval | null {
  if (trials === 0) return null;
  const z = standardNormalQuantile((1 + confidence) / 2);
  const share = successes / trials;
  const width = 1 + (z * z) / trials;
  const centre = (share + (z * z) / (2 * trials)) / width;
  const half =
    (z / width) * Math.sqrt((share * (1 - share)) / trials + (z * z) / (4 * trials * trials));
  return [
    successes === 0 ? 0 : Math.max(0, centre - half),
    successes === trials ? 1 : Math.min(1, centre + half),
  ];
}
