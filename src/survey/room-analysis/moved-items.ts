import type { PairedRounds } from './paired-rounds.ts';

/** One item before and after: places of those present in both rounds, 1 the best. */
export interface MovedItem {
  item: number;
  before: number;
  after: number;
  isCertain: boolean;
}

/** The best items are shown whether they moved or not. */
const ALWAYS = 3;

/**
 * The items that a screen of so many rows shows of what changed: the three best, and of the others
 * those that moved most; in their new order.
 *
 * @example
 * movedItems(paired.items, 8).map(({ before, after }) => before - after) // places won
 */
export function movedItems(items: PairedRounds['items'], most: number): MovedItem[] {
  const all = items.map(({ placeBefore, placeAfter, isCertain }, item) => ({
    item,
    before: placeBefore,
    after: placeAfter,
    isCertain,
  }));
  const byPlace = (a: MovedItem, b: MovedItem) =>
    a.after - b.after || a.before - b.before || a.item - b.item;
  const inOrder = all.toSorted(byPlace);
  const moved = inOrder
    .slice(ALWAYS)
    .toSorted(
      (a, b) => Math.abs(b.before - b.after) - Math.abs(a.before - a.after) || byPlace(a, b),
    );
  return [...inOrder.slice(0, ALWAYS), ...moved].slice(0, most).toSorted(byPlace);
}
