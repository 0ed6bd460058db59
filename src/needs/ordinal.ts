import betainc from '@stdlib/math-base-special-betainc';

/** A category of an ordered question with its value in the question's unit (hours, weeks, %). */
export interface OrdinalCategory {
  id: string;
  value: number;
}

/**
 * A middle (or quarter) of ordered answers. Both ends are the same category, unless an even number
 * of answers splits exactly between two: then it lies between them, and no category is it.
 */
export interface OrdinalQuantile {
  categories: [lower: string, upper: string];
  values: [lower: number, upper: number];
}

/** The answers to an ordered question. Everything but `n` is `null` without answers. */
export interface OrdinalSummary {
  n: number;
  median: OrdinalQuantile | null;
  lowerQuartile: OrdinalQuantile | null;
  upperQuartile: OrdinalQuantile | null;
  /** 95 % interval of the median from the order of the answers alone; `null` with n < 6. */
  medianInterval: OrdinalQuantile | null;
}

/**
 * Median and quartiles of counted ordinal categories. Never a mean of codes; a quantile that falls
 * between two answers names both (Hyndman & Fan 1996, type 2, without its averaging). The interval
 * of the median joins the k-th lowest and k-th highest answer, with the largest k that keeps 95 %
 * by the binomial distribution (Conover 1999, section 3.2). Categories may come in any order; they
 * are sorted by value. Throws a RangeError for a count of an unknown category or below 0.
 *
 * @example
 * ordinalSummary([{ id: 'day', value: 8 }, { id: 'week', value: 40 }], { day: 2, week: 2 }).median
 * // => { categories: ['day', 'week'], values: [8, 40] }
 */
export function ordinalSummary(
  categories: readonly OrdinalCategory[],
  counts: Readonly<Record<string, number>>,
): OrdinalSummary {
  const sorted = categories.toSorted((a, b) => a.value - b.value);
  const known = new Set(sorted.map(({ id }) => id));
  for (const [id, count] of Object.entries(counts)) {
    if (!known.has(id)) throw new RangeError(`${id} is not a category`);
    if (!Number.isInteger(count) || count < 0)
      throw new RangeError(`the count of ${id} is no count`);
  }
  const n = sorted.reduce((sum, { id }) => sum + (counts[id] ?? 0), 0);
  const at = (place: number): OrdinalCategory => {
    let seen = 0;
    for (const category of sorted) {
      seen += counts[category.id] ?? 0;
      if (seen >= place) return category;
    }
    return sorted.at(-1)!;
  };
  const between = (low: number, high: number): OrdinalQuantile => {
    const [lower, upper] = [at(low), at(high)];
    return { categories: [lower.id, upper.id], values: [lower.value, upper.value] };
  };
  if (n === 0) {
    return { n, median: null, lowerQuartile: null, upperQuartile: null, medianInterval: null };
  }
  const quantile = (share: number): OrdinalQuantile => {
    const place = n * share;
    return Number.isInteger(place)
      ? between(place, place + 1)
      : between(Math.ceil(place), Math.ceil(place));
  };
  const k = medianDepth(n);
  return {
    n,
    median: quantile(0.5),
    lowerQuartile: quantile(0.25),
    upperQuartile: quantile(0.75),
    medianInterval: k > 0 ? between(k, n + 1 - k) : null,
  };
}

/**
 * The same by group: one summary for everyone, which is the sum of the groups, and one for each.
 *
 * @example
 * ordinalByGroup(categories, { city: { day: 3 }, town: { week: 4 } }).all.n // => 7
 */
export function ordinalByGroup(
  categories: readonly OrdinalCategory[],
  groups: Readonly<Record<string, Readonly<Record<string, number>>>>,
): { all: OrdinalSummary; groups: Record<string, OrdinalSummary> } {
  const total: Record<string, number> = {};
  for (const counts of Object.values(groups)) {
    for (const [id, count] of Object.entries(counts)) total[id] = (total[id] ?? 0) + count;
  }
  const entries = Object.entries(groups).map(([group, counts]) => [
    group,
    ordinalSummary(categories, counts),
  ]);
  return { all: ordinalSummary(categories, total), groups: Object.fromEntries(entries) };
}

/**
 * The largest k for which the k-th lowest and highest of n answers enclose the median in at least
 * 95 % of samples: P(X < k) <= 2.5 % for X binomial with even odds. 0 with n < 6.
 */
function medianDepth(n: number): number {
  let k = 0;
  while (2 * (k + 1) <= n && betainc(0.5, n - k, k + 1, true, false) <= 0.025) k++;
  return k;
}
