/** A source of random numbers: uniform on [0, 1), the same sequence for the same seed. */
export type Random = () => number;

/**
 * xoshiro128** started from one 32-bit seed by splitmix32 (Blackman and Vigna 2018). Integer
 * arithmetic only, so every machine and every locale gets the same sequence.
 *
 * @example
 * const random = randomFrom(20181115);
 * random(); // the same number on every run
 */
export function randomFrom(seed: number): Random {
  let mixed = seed | 0;
  const next = (): number => {
    mixed = (mixed + 0x9e3779b9) | 0;
    let z = mixed ^ (mixed >>> 16);
    z = Math.imul(z, 0x21f0aaad);
    z ^= z >>> 15;
    z = Math.imul(z, 0x735a2d97);
    return z ^ (z >>> 15);
  };
  let [a, b, c, d] = [next(), next(), next(), next()];
  return () => {
    const times5 = Math.imul(b, 5);
    const result = Math.imul((times5 << 7) | (times5 >>> 25), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return result / 2 ** 32;
  };
}

/**
 * An own sequence for a part of the data, so that more of one part never changes another.
 *
 * @example
 * const person = substream(20181115, 'person', 7);
 */
export function substream(seed: number, ...path: (string | number)[]): Random {
  return randomFrom(hash(`${seed}/${path.join('/')}`));
}

/** FNV-1a of a text with a final mix: an unsigned 32-bit integer. */
export function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let k = 0; k < text.length; k++) h = Math.imul(h ^ text.charCodeAt(k), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d);
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
  return (h ^ (h >>> 16)) >>> 0;
}

/** A number on [0, 1) that belongs to a name and never to a seed. */
export function unitOf(name: string): number {
  return hash(name) / 2 ** 32;
}

/** A whole number from `low` to `high`, both included. */
export function integer(random: Random, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1));
}

/** A whole number from the first to the last of a span `[low, high]`, both included. */
export function within(random: Random, span: readonly number[]): number {
  return integer(random, span[0] ?? 0, span.at(-1) ?? 0);
}

/** A draw from the standard normal distribution (Box and Muller). */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** A draw from the standard Gumbel distribution: sorting log-worths plus such draws is Plackett-Luce. */
export function gumbel(random: Random): number {
  return -Math.log(-Math.log(random() + 2 ** -33));
}

/** A draw from the lognormal distribution with the given median. */
export function lognormal(random: Random, median: number, sigma: number): number {
  return median * Math.exp(sigma * normal(random));
}

/**
 * One key of a table of weights, in proportion to its weight; weights need not sum to 1.
 * Throws a RangeError when no weight is positive.
 *
 * @example
 * weighted(random, { yes: 3, no: 1 }) // 'yes' three times out of four
 */
export function weighted(random: Random, weights: Readonly<Record<string, number>>): string {
  const entries = Object.entries(weights).filter(([, weight]) => weight > 0);
  let left = random() * entries.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [key, weight] of entries) {
    left -= weight;
    if (left < 0) return key;
  }
  const last = entries.at(-1);
  if (!last) throw new RangeError('no positive weight to draw from');
  return last[0];
}

/** One element of a list, each as likely; throws a RangeError for an empty list. */
export function oneOf<T>(random: Random, list: readonly T[]): T {
  if (list.length === 0) throw new RangeError('nothing to draw from');
  return list[Math.floor(random() * list.length)]!;
}

/** A shuffled copy (Fisher and Yates). */
export function shuffled<T>(random: Random, list: readonly T[]): T[] {
  const copy = [...list];
  for (let k = copy.length - 1; k > 0; k--) {
    const other = Math.floor(random() * (k + 1));
    [copy[k], copy[other]] = [copy[other]!, copy[k]!];
  }
  return copy;
}

/** A version-4-shaped UUID made of the sequence's own bits. */
export function uuid(random: Random): string {
  const hex = Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16));
  hex[12] = '4';
  hex[16] = (8 + (parseInt(hex[16]!, 16) % 4)).toString(16);
  const text = hex.join('');
  return [0, 8, 12, 16, 20].map((at, k, all) => text.slice(at, all[k + 1] ?? 32)).join('-');
}
