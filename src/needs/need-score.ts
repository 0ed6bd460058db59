/** Priority weights of the items, and what they stand on. */
export interface NeedScores {
  /** Sum to 1, in the order of the items; all `null` when neither source says anything. */
  weights: number[] | null;
  /** The shares that were joined, each summing to 1; `null` where that source says nothing. */
  worthShares: number[] | null;
  gapShares: (number | null)[] | null;
  /** Weight given to the ranking: as asked, or 1 or 0 when only one source says anything. */
  rankingPart: number;
  /** Items whose gap nobody rated: their weight comes from the ranking alone. */
  withoutGap: number[];
}

/** The part of the ranking that is used unless the designer moves the slider. */
export const defaultRankingPart = 0.6;

/**
 * Joins ranking and gap into one weight an item: `part` x share of worth + (1 - part) x share of
 * gap, scaled to sum 1. Worths are on a ratio scale (Plackett–Luce: the chance of being named
 * first; Borda points where that does not exist); gaps are mean weighted discrepancies, negative
 * ones count as 0. An unrated gap (`null`) leaves its item with the ranking's share. Where all
 * worths or all gaps are 0 or unknown, the other source decides alone. Throws a RangeError for a
 * part outside 0..1, a negative or infinite worth, or lists of unequal length.
 *
 * @example
 * needScores([3, 1], [0, 4], 0.5).weights // => [0.375, 0.625]
 */
export function needScores(
  worths: readonly number[] | null,
  gaps: readonly (number | null)[] | null,
  part = defaultRankingPart,
): NeedScores {
  if (!(part >= 0 && part <= 1)) throw new RangeError('the part of the ranking must be 0..1');
  if (worths && gaps && worths.length !== gaps.length) {
    throw new RangeError('worths and gaps must be of the same items');
  }
  if (worths?.some((worth) => !(worth >= 0 && worth < Infinity))) {
    throw new RangeError('a worth must be a number from 0 up');
  }
  const worthShares = worths && toShares(worths);
  const gapShares = gaps && toShares(gaps.map((gap) => gap && Math.max(0, gap)));
  const withoutGap = gapShares ? indices(gapShares, (share) => share === null) : [];
  const base = { worthShares, gapShares, withoutGap };
  if (!worthShares && !gapShares) return { ...base, weights: null, rankingPart: part };
  if (!worthShares) {
    return { ...base, weights: gapShares!.map((share) => share ?? 0), rankingPart: 0 };
  }
  if (!gapShares) return { ...base, weights: worthShares as number[], rankingPart: 1 };
  const joined = worthShares.map((worth, item) => {
    const gap = gapShares[item];
    return gap === null || gap === undefined ? worth! : part * worth! + (1 - part) * gap;
  });
  const weights = toShares(joined) as number[] | null;
  return { ...base, worthShares: worthShares as number[], weights, rankingPart: part };
}

function toShares(values: readonly (number | null)[]): number[] | null;
function toShares(values: readonly (number | null)[]): (number | null)[] | null {
  const total = values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
  return total > 0 ? values.map((value) => (value === null ? null : value / total)) : null;
}

function indices<T>(list: readonly T[], holds: (value: T) => boolean): number[] {
  return list.flatMap((value, index) => (holds(value) ? [index] : []));
}

/** Shares closer than this are level. */
const level = 1e-12;

/** A position of the slider at which two items change places. */
export interface OrderChange {
  /** Part of the ranking, strictly between 0 and 1. */
  part: number;
  /** `above` has the higher weight for larger parts, `below` for smaller ones. */
  above: number;
  below: number;
}

/**
 * Where on the slider between gap (0) and ranking (1) the order of two items turns, ascending: none
 * means that the choice of the weighting does not matter. Weights are linear in the part, so each
 * pair turns at most once. Only for items with both shares; shares closer than 1e-12 are equal.
 *
 * @example
 * orderChanges([0.75, 0.25], [0, 1]) // => [{ part: 0.6666666666666666, above: 0, below: 1 }]
 */
export function orderChanges(
  worthShares: readonly number[],
  gapShares: readonly (number | null)[],
): OrderChange[] {
  const changes: OrderChange[] = [];
  worthShares.forEach((worth, above) => {
    worthShares.forEach((other, below) => {
      const [gap, otherGap] = [gapShares[above] ?? null, gapShares[below] ?? null];
      if (gap === null || otherGap === null || worth - other < level) return;
      if (otherGap - gap < level) return;
      const part = (otherGap - gap) / (worth - other + otherGap - gap);
      changes.push({ part, above, below });
    });
  });
  return changes.sort((a, b) => a.part - b.part);
}
