/** A source of numbers uniform on [0, 1). */
export type Random = () => number;

/**
 * A seeded source of uniform numbers (Mulberry32): the same seed gives the same numbers everywhere,
 * so every resampled figure can be computed again.
 *
 * @example
 * seededRandom(7)() === seededRandom(7)() // => true
 */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Shuffles an array in place, every order equally likely (Fisher-Yates).
 *
 * @example
 * shuffle([1, 2, 3], seededRandom(1)).length // => 3
 */
export function shuffle<T extends { length: number; [index: number]: unknown }>(
  items: T,
  random: Random,
): T {
  for (let last = items.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [items[last], items[other]] = [items[other], items[last]];
  }
  return items;
}
