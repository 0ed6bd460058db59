/**
 * A ranking with ties and gaps: tied groups of item indices, best group first.
 * Items are indices `0..m-1` into a list kept by the caller; an item in no group is unranked.
 *
 * @example
 * const ranking: Ranking = [[2], [0, 1]] // item 2 first, items 0 and 1 tied behind it
 */
export type Ranking = readonly (readonly number[])[];

/**
 * What a gap in a ranking means. A declared property of the question, never a hidden default:
 * `bottom`: all items were shown, the unranked ones are tied below every ranked one;
 * `ignore`: an unranked item gives no information.
 */
export type UnrankedMode = 'bottom' | 'ignore';
