/**
 * Holm's correction: p-values adjusted so that the chance of even one false alarm among all of
 * them stays at the level that they are compared with. Same order as given.
 *
 * @example
 * holm([0.01, 0.04, 0.03, 0.005]) // => [0.03, 0.06, 0.06, 0.02]
 */
export function holm(pValues: ArrayLike<number>): number[] {
  const count = pValues.length;
  const adjusted = Array.from(pValues);
  let highest = 0;
  ascending(pValues).forEach((index, rank) => {
    highest = Math.max(highest, Math.min(1, (count - rank) * pValues[index]!));
    adjusted[index] = highest;
  });
  return adjusted;
}

/**
 * Benjamini and Hochberg's correction: keeps the expected share of false alarms among the alarms
 * at the level; for many comparisons, such as all items over all segments.
 *
 * @example
 * benjaminiHochberg([0.01, 0.04, 0.03, 0.005, 0.5]) // => [0.025, 0.05, 0.05, 0.025, 0.5]
 */
export function benjaminiHochberg(pValues: ArrayLike<number>): number[] {
  const count = pValues.length;
  const adjusted = Array.from(pValues);
  let lowest = 1;
  ascending(pValues)
    .toReversed()
    .forEach((index, fromLast) => {
      lowest = Math.min(lowest, (count / (count - fromLast)) * pValues[index]!);
      adjusted[index] = lowest;
    });
  return adjusted;
}

function ascending(values: ArrayLike<number>): number[] {
  const indices = Array.from({ length: values.length }, (_, index) => index);
  return indices.sort((a, b) => values[a]! - values[b]!);
}
