/** Closer to a whole number than this is that whole number. */
const snap = 1e-9;

/**
 * Rounds shares to whole numbers with the given sum: everyone gets the whole part, and what is left
 * goes one each to the largest remainders, the earlier one of equals. Shares must add up to `total`
 * within rounding error; a whole share stays as it is. Larger shares never get less, provided that
 * larger ones come first among equal remainders.
 * Source: Hamilton's method of apportionment (Balinski & Young 1982, Fair Representation).
 *
 * @example
 * largestRemainder([5.5, 4.8, 4.7], 15) // => [5, 5, 5]
 */
export function largestRemainder(shares: readonly number[], total: number): number[] {
  const whole = shares.map((share) =>
    Math.abs(share - Math.round(share)) < snap ? Math.round(share) : Math.floor(share),
  );
  const left = total - whole.reduce((sum, part) => sum + part, 0);
  const byRemainder = shares
    .map((share, index) => ({ index, remainder: share - whole[index]! }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder.slice(0, left)) whole[index]!++;
  return whole;
}
