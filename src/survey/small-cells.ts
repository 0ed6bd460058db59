/** Why a group's figures are held back. */
export type Suppression = 'too-few' | 'by-subtraction' | 'personal';

/**
 * Which of several groups of people to hold back, when their total is shown: groups of fewer than
 * `minCell`, and beside them the next smallest ones, until those held back are at least two and
 * `minCell` people together. So what the total and the shown groups leave is never a single group
 * and never fewer than `minCell` people. Empty groups are shown: they hold no one.
 *
 * `held` are groups that something else holds back already. Groups may overlap.
 *
 * @example
 * smallCells([40, 17, 3], 5) // => [undefined, 'by-subtraction', 'too-few']
 */
export function smallCells(
  sizes: readonly number[],
  minCell: number,
  held: readonly boolean[] = [],
): (Suppression | undefined)[] {
  const reasons = sizes.map((size, index): Suppression | undefined => {
    if (size > 0 && size < minCell) return 'too-few';
    return held[index] ? 'by-subtraction' : undefined;
  });
  const bySize = sizes.map((_, index) => index).filter((index) => sizes[index]! > 0);
  bySize.sort((a, b) => sizes[a]! - sizes[b]! || a - b);
  const isHeld = (index: number) => reasons[index] !== undefined;
  for (const index of bySize) {
    const hidden = bySize.filter(isHeld);
    const people = hidden.reduce((sum, other) => sum + sizes[other]!, 0);
    if (hidden.length === 0 || (hidden.length > 1 && people >= minCell)) break;
    reasons[index] ??= 'by-subtraction';
  }
  return reasons;
}
