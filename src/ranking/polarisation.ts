import { positionCounts } from './positions.ts';
import type { UnrankedMode } from './ranking.ts';
import type { Tally } from './tally.ts';

/** An item that many place near the top and many near the bottom. */
export type PolarisedItem = { item: number; topShare: number; bottomShare: number };

/** An item is polarised when at least this share of ballots stands at either end. */
export const polarisedShare = 1 / 3;

/**
 * Items that at least a third of the ballots place in the top third of the list and at least a
 * third in the bottom third: an average in the middle would hide two camps. A third of the list is
 * rounded, at least one place. Only for three items or more; shares are of the ballots that place
 * the item.
 *
 * @example
 * polarisedItems(tally, 'bottom') // => [{ item: 0, topShare: 0.52, bottomShare: 0.48 }]
 */
export function polarisedItems(tally: Tally, mode: UnrankedMode): PolarisedItem[] {
  const { m, n } = tally;
  if (m < 3 || n === 0) return [];
  const third = Math.max(1, Math.round(m / 3));
  const add = (sum: number, count: number): number => sum + count;
  return positionCounts(tally, mode).flatMap((row, item) => {
    const base = mode === 'bottom' ? n : tally.ranked[item]!;
    if (base === 0) return [];
    const topShare = row.slice(0, third).reduce(add, 0) / base;
    const bottomShare = row.slice(m - third).reduce(add, 0) / base;
    const isPolarised = Math.min(topShare, bottomShare) >= polarisedShare;
    return isPolarised ? [{ item, topShare, bottomShare }] : [];
  });
}
