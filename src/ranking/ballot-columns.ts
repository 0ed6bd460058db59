import { maxCodedItems } from './ballot-code.ts';
import { positionsOfSize } from './tally.ts';
import type { Tally } from './tally.ts';

/**
 * Ballots handled at a time: the columns of twelve items stay in the first-level cache, and 250
 * words of four ballots never overflow the one-byte counters of `countPairs`.
 */
export const chunkSize = 1000;

/** Group number of an unranked item inside the columns: below every group, in seven bits. */
export const unranked = 127;

/**
 * One chunk of ballots, transposed. `groups[i * chunkSize + b]` is a group number 1..126 or
 * `unranked`; `doubled[i * chunkSize + b]` is 2 x the mid-rank.
 */
export type Columns = {
  groups: Uint8Array;
  doubled: Uint16Array;
  /** `doubled` with every two neighbours exchanged. */
  swapped: Uint16Array;
  anyGap: boolean;
  anyTie: boolean;
  /** Scratch space of one ballot, by group number: items in it, items above it, its rank. */
  sizes: Uint8Array;
  starts: Uint8Array;
  numbers: Uint8Array;
};

/**
 * Empty columns for one chunk of ballots over `m` items.
 *
 * @example
 * emptyColumns(12).groups.length // => 12 * chunkSize
 */
export function emptyColumns(m: number): Columns {
  return {
    groups: new Uint8Array(m * chunkSize),
    doubled: new Uint16Array(m * chunkSize),
    swapped: new Uint16Array(m * chunkSize),
    anyGap: false,
    anyTie: false,
    sizes: new Uint8Array(maxCodedItems + 1),
    starts: new Uint8Array(maxCodedItems + 1),
    numbers: new Uint8Array(maxCodedItems + 1),
  };
}

/**
 * Writes ballot `b` of `rows` (group numbers, ballot after ballot) into the columns and adds what
 * concerns single items to the tally.
 *
 * @example
 * placeBallot(tally, columns, Uint8Array.of(2, 1, 0), 0)
 */
export function placeBallot(tally: Tally, columns: Columns, rows: Uint8Array, b: number): void {
  const { m } = tally;
  const { groups, doubled } = columns;
  const from = b * m;
  let depth = 0;
  let last = 0;
  let seen = 0;
  for (let i = 0; i < m; i++) {
    const group = rows[from + i]!;
    if (group === 0) continue;
    depth++;
    seen |= 1 << (group & 31);
    if (group > last) last = group;
  }
  tally.byDepth[depth]!++;
  const plain = last === depth && depth < 31 && seen === (1 << (depth + 1)) - 2;
  if (!plain) {
    placeGroups(tally, columns, rows, b);
    return;
  }
  if (depth < m) columns.anyGap = true;
  for (let i = 0; i < m; i++) {
    const group = rows[from + i]!;
    const at = i * chunkSize + b;
    if (group === 0) {
      groups[at] = unranked;
      doubled[at] = depth + m + 1;
      tally.unrankedByDepth[i * m + depth]!++;
    } else {
      groups[at] = group;
      doubled[at] = 2 * group;
      tally.positions[i * m + group - 1]!++;
    }
  }
  tally.tieSum += (m - depth) ** 3 - (m - depth);
}

/** The general case: tied groups, numbers with gaps between them, or more than 30 items ranked. */
function placeGroups(tally: Tally, columns: Columns, rows: Uint8Array, b: number): void {
  const { m } = tally;
  const { sizes, starts, numbers } = columns;
  const from = b * m;
  let last = 0;
  for (let k = from; k < from + m; k++) {
    const group = rows[k]!;
    sizes[group]!++;
    if (group > last) last = group;
  }
  let depth = 0;
  let dense = 0;
  for (let group = 1; group <= last; group++) {
    const size = sizes[group]!;
    if (size === 0) continue;
    starts[group] = depth;
    numbers[group] = ++dense;
    depth += size;
    if (size > 1) tally.tieSum += size * size * size - size;
  }
  const left = m - depth;
  tally.tieSum += left * left * left - left;
  if (left > 0) columns.anyGap = true;
  if (dense < depth) columns.anyTie = true;
  for (let i = 0; i < m; i++) {
    const group = rows[from + i]!;
    const at = i * chunkSize + b;
    if (group === 0) {
      columns.groups[at] = unranked;
      columns.doubled[at] = depth + m + 1;
      tally.unrankedByDepth[i * m + depth]!++;
    } else {
      const size = sizes[group]!;
      columns.groups[at] = numbers[group]!;
      columns.doubled[at] = 2 * starts[group]! + size + 1;
      positionsOfSize(tally, size)[i * m + starts[group]!]!++;
    }
  }
  sizes.fill(0, 0, last + 1);
}
