/** How often each value was given. */
export type ValueCounts = ReadonlyMap<number, number>;

/** The middle of ordered answers; on a scale of categories it can fall between two of them. */
export interface Quartiles {
  median: number | null;
  /** The two middle answers: equal, unless an even number of answers splits between them. */
  medianBetween: [number, number] | null;
  /** First and third quartile. */
  quartiles: [number, number] | null;
}

/**
 * Median and quartiles of counted values. A quartile that falls between two answers is the middle
 * of the two (Hyndman & Fan 1996, type 2), as for the median; `medianBetween` names the two, because
 * the middle of two categories is not itself a category. All `null` without answers.
 *
 * @example
 * quartilesOf(new Map([[40, 2], [75, 2]]))
 * // => { median: 57.5, medianBetween: [40, 75], quartiles: [40, 75] }
 */
export function quartilesOf(counts: ValueCounts): Quartiles {
  const sorted = [...counts].filter(([, n]) => n > 0).toSorted(([a], [b]) => a - b);
  const n = sorted.reduce((sum, [, count]) => sum + count, 0);
  if (n === 0) return { median: null, medianBetween: null, quartiles: null };
  const around = (share: number): [number, number] => {
    const place = n * share;
    return Number.isInteger(place)
      ? [valueAt(sorted, place), valueAt(sorted, place + 1)]
      : [valueAt(sorted, Math.ceil(place)), valueAt(sorted, Math.ceil(place))];
  };
  const middle = ([low, high]: [number, number]) => (low + high) / 2;
  return {
    median: middle(around(0.5)),
    medianBetween: around(0.5),
    quartiles: [middle(around(0.25)), middle(around(0.75))],
  };
}

/** The value of the answer at a place, counted from 1. */
function valueAt(sorted: readonly (readonly [number, number])[], place: number): number {
  let seen = 0;
  for (const [value, count] of sorted) {
    seen += count;
    if (seen >= place) return value;
  }
  return sorted.at(-1)![0];
}
