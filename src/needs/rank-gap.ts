/**
 * A gap where importance was ranked and not rated: (1 - (mean rank - 1) / (m - 1)) x
 * (1 - level / highest), each part 0..1, so 1 = first for everyone and not mastered at all. With
 * `lowest` the level counts from the scale's lower end (a scale of 1..5 has lowest 1), without it
 * from zero. `null` for a mean rank or a level that is not known, and for fewer than two items.
 *
 * @example
 * rankGap({ meanRank: 2, items: 5, level: 2, highest: 5 }) // => 0.45
 */
export function rankGap(given: {
  meanRank: number | null;
  items: number;
  level: number | null;
  lowest?: number;
  highest: number;
}): number | null {
  const { meanRank, items, level, lowest = 0, highest } = given;
  if (meanRank === null || level === null || items < 2 || highest <= lowest) return null;
  const importance = 1 - (meanRank - 1) / (items - 1);
  return importance * ((highest - level) / (highest - lowest));
}
