import { strongComponents } from './components.ts';
import { margin } from './pairwise.ts';
import type { Pairwise } from './pairwise.ts';

/**
 * The item that beats every other one head to head, or null. A single item has nobody to beat.
 *
 * @example
 * condorcetWinner(pairwise(tallyOf(3, [[[2], [0], [1]]]), 'bottom')) // => 2
 */
export function condorcetWinner(pairs: Pairwise): number | null {
  const { m } = pairs;
  if (m < 2) return null;
  for (let i = 0; i < m; i++) {
    let beaten = 0;
    for (let j = 0; j < m; j++) if (margin(pairs, i, j) > 0) beaten++;
    if (beaten === m - 1) return i;
  }
  return null;
}

/**
 * The groups of items that majorities cannot put in order, best first: every item of a group beats
 * every item of the later ones, and inside a group each can be reached from each by majorities
 * that are not lost. The first group is the Smith set; all of size one means no cycle and no tie.
 *
 * @example
 * majorityGroups(cyclePairs) // => [[0, 1, 2]]
 */
export function majorityGroups(pairs: Pairwise): number[][] {
  const items = Array.from({ length: pairs.m }, (_, item) => item);
  return strongComponents(items, (i, j) => margin(pairs, i, j) >= 0);
}

/**
 * The Smith set: the smallest set of items that each beat every item outside it.
 *
 * @example
 * smithSet(pairwise(tallyOf(2, [[[0, 1]]]), 'bottom')) // => [0, 1]
 */
export function smithSet(pairs: Pairwise): number[] {
  return majorityGroups(pairs)[0] ?? [];
}
