/** The 97.5 % point of the normal distribution: 95 % of it lies within ±Z95. */
const Z95 = 1.959963984540054;

/** Lower and upper end of an interval, in the unit of the figure that it belongs to. */
export type Interval = [number, number];

/**
 * Wilson's 95 % interval of a share: `hits` of `n`, as shares of 1. It stays within 0..1 and has a
 * width for 0 of n and n of n too. `null` for n = 0.
 * Source: Wilson 1927, J. Am. Stat. Assoc. 22, 209–212 (score interval without continuity correction).
 *
 * @example
 * wilson(10, 20) // => [0.2993, 0.7007]
 */
export function wilson(hits: number, n: number): Interval | null {
  if (n === 0) return null;
  const share = hits / n;
  const z2 = Z95 ** 2;
  const centre = (share + z2 / (2 * n)) / (1 + z2 / n);
  const half = (Z95 / (1 + z2 / n)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  return [hits === 0 ? 0 : centre - half, hits === n ? 1 : centre + half];
}
