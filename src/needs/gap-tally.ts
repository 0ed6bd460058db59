/**
 * How often each pair of ratings was given, item by item: everything that gap figures need, without
 * a single raw answer. All entries are whole numbers, so tallies of two groups add and the tally of
 * a withdrawn answer subtracts.
 *
 * Both ratings use the same points (1..5, 1..7, …). `counts` holds, per item, a square table of
 * `side = points + 1` rows and columns: `[item * side * side + importance * side + level]`, each an
 * index into `points` or `points.length` where that one rating was not given. Nothing is counted
 * for an item that has neither.
 */
export interface GapTally {
  items: number;
  /** The values of the rating scale, ascending. */
  points: readonly number[];
  counts: Float64Array;
}

/** One respondent's ratings in the order of the items; `null` or `undefined` where not given. */
export type Ratings = readonly (number | null | undefined)[];

/**
 * The tally of no answers over `items` items. Throws a RangeError unless `points` are at least two
 * finite values in ascending order.
 *
 * @example
 * emptyGapTally(8, [1, 2, 3, 4, 5]).counts.length // => 288
 */
export function emptyGapTally(items: number, points: readonly number[]): GapTally {
  const ascending = points.every(
    (point, index) => Number.isFinite(point) && (index === 0 || point > points[index - 1]!),
  );
  if (points.length < 2 || !ascending)
    throw new RangeError('points must be two or more, ascending');
  return { items, points: [...points], counts: new Float64Array(items * (points.length + 1) ** 2) };
}

/**
 * Counts one respondent's two ratings of every item into a tally, in place; weight -1 takes them
 * out again. Throws a RangeError for a rating that is not one of the points.
 *
 * @example
 * addRatings(emptyGapTally(2, [1, 2, 3]), [3, null], [1, 2])
 */
export function addRatings(
  tally: GapTally,
  importance: Ratings,
  level: Ratings,
  weight = 1,
): GapTally {
  const side = tally.points.length + 1;
  for (let item = 0; item < tally.items; item++) {
    const row = pointIndex(tally, importance[item]);
    const column = pointIndex(tally, level[item]);
    if (row === side - 1 && column === side - 1) continue;
    tally.counts[(item * side + row) * side + column]! += weight;
  }
  return tally;
}

/**
 * The place of a rating among the points of a tally; `points.length` for a rating not given. Throws
 * a RangeError for a value between or outside the points.
 *
 * @example
 * pointIndex(emptyGapTally(1, [1, 2, 3]), 3) // => 2
 */
export function pointIndex({ points }: GapTally, rating: number | null | undefined): number {
  if (rating === null || rating === undefined) return points.length;
  const index = points.indexOf(rating);
  if (index < 0) throw new RangeError(`${rating} is not a point of the scale ${points.join(', ')}`);
  return index;
}

/**
 * The tally of both groups together; neither argument changes. Throws a RangeError when items or
 * points differ.
 *
 * @example
 * mergeGapTallies(small, large).counts[0] // => small.counts[0] + large.counts[0]
 */
export function mergeGapTallies(a: GapTally, b: GapTally): GapTally {
  return combine(a, b, 1);
}

/**
 * The tally of `a` without the answers of `b`: undoes `mergeGapTallies`.
 *
 * @example
 * subtractGapTallies(mergeGapTallies(a, b), b) // equals a
 */
export function subtractGapTallies(a: GapTally, b: GapTally): GapTally {
  return combine(a, b, -1);
}

function combine(a: GapTally, b: GapTally, sign: 1 | -1): GapTally {
  if (a.items !== b.items || a.points.join() !== b.points.join()) {
    throw new RangeError('gap tallies of other items or scales can not be combined');
  }
  return { ...a, counts: a.counts.map((count, index) => count + sign * b.counts[index]!) };
}
