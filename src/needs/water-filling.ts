/** What one share of a total may be at least and at most. */
export interface Bounds {
  low: number;
  high: number;
}

/**
 * Splits a total in proportion to weights within bounds: share = clamp(level x weight, low, high)
 * with the one level at which the shares add up. A weight of 0 gets its low bound. When the low
 * bounds alone are more than the total, or all high bounds less, those bounds are what comes back,
 * so the sum tells.
 *
 * @example
 * waterFilling([3, 1], [{ low: 0, high: 2 }, { low: 0, high: 9 }], 4) // => [2, 2]
 */
export function waterFilling(
  weights: readonly number[],
  bounds: readonly Bounds[],
  total: number,
): number[] {
  const at = (level: number) =>
    weights.map((weight, i) => {
      const { low, high } = bounds[i]!;
      return weight === 0 ? low : Math.min(high, Math.max(low, level * weight));
    });
  const turns = weights
    .flatMap((weight, i) => (weight > 0 ? [bounds[i]!.low / weight, bounds[i]!.high / weight] : []))
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  let reached = 0;
  for (const turn of turns) {
    if (sumOf(at(turn)) > total) break;
    reached = turn;
  }
  let [fixed, moving] = [0, 0];
  weights.forEach((weight, i) => {
    const { low, high } = bounds[i]!;
    if (low / weight <= reached && reached < high / weight) moving += weight;
    else fixed += weight === 0 ? low : Math.min(high, Math.max(low, reached * weight));
  });
  return at(moving > 0 ? Math.max(reached, (total - fixed) / moving) : reached);
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
