import { groupOf, maxCodedItems } from './ballot-code.ts';
import { chunkSize, emptyColumns, placeBallot } from './ballot-columns.ts';
import type { Columns } from './ballot-columns.ts';
import { countPairs } from './column-counts.ts';
import { addBallot, emptyTally } from './tally.ts';
import type { Tally } from './tally.ts';

/** More items than this are counted ballot by ballot: their doubled mid-ranks pass two lanes. */
const maxColumns = 90;

/**
 * The tally of many ballots over `m` items at once, equal to adding them one by one but several
 * times faster: ballots are transposed chunk by chunk, then every pair of items is one tight loop
 * over two columns.
 *
 * `ballots` is the concatenation of coded ballots without separators: text as `encodeBallot`
 * writes it, or bytes that are the group numbers themselves (0 = unranked, 1 = best group; numbers
 * need not be consecutive, at most 254). Throws a RangeError when its length is not a multiple
 * of `m` or a character is not a group number.
 *
 * @example
 * tallyBatch(3, encodeBallot(3, [[2], [0]]) + encodeBallot(3, [[1], [0], [2]])).n // => 2
 */
export function tallyBatch(m: number, ballots: string | Uint8Array): Tally {
  if (m > maxCodedItems) throw new RangeError(`coded ballots hold ${maxCodedItems} items`);
  const tally = emptyTally(m);
  if (ballots.length === 0) return tally;
  if (m === 0 || ballots.length % m !== 0) {
    throw new RangeError(`the length of coded ballots must be a multiple of ${m}`);
  }
  const total = ballots.length / m;
  if (m > maxColumns) return tallyOneByOne(tally, ballots);
  const { columns, rows } = scratchOf(m);
  for (let start = 0; start < total; start += chunkSize) {
    const size = Math.min(chunkSize, total - start);
    readGroups(ballots, start * m, rows.subarray(0, size * m));
    columns.anyGap = false;
    columns.anyTie = false;
    for (let b = 0; b < size; b++) placeBallot(tally, columns, rows, b);
    countPairs(tally, columns, size);
  }
  tally.n = total;
  return tally;
}

/** Room to work in, by number of items: a batch leaves nothing in it that the next one reads. */
const scratch = new Map<number, { columns: Columns; rows: Uint8Array }>();

function scratchOf(m: number): { columns: Columns; rows: Uint8Array } {
  let own = scratch.get(m);
  if (!own)
    scratch.set(m, (own = { columns: emptyColumns(m), rows: new Uint8Array(m * chunkSize) }));
  return own;
}

/** Reads coded ballots from a character or byte on as group numbers, as many as fit. */
function readGroups(ballots: string | Uint8Array, from: number, groups: Uint8Array): void {
  let highest = 0;
  if (typeof ballots === 'string') {
    for (let k = 0; k < groups.length; k++) {
      const code = ballots.charCodeAt(from + k);
      const group = code >= 48 && code < 127 ? code - 48 : groupOf(code);
      groups[k] = group;
      if (group > highest || group < 0) highest = group < 0 ? 255 : group;
    }
  } else {
    for (let k = 0; k < groups.length; k++) {
      const group = ballots[from + k]!;
      groups[k] = group;
      if (group > highest) highest = group;
    }
  }
  if (highest > maxCodedItems) {
    throw new RangeError(`coded ballots from ${from} on hold what is not a group number`);
  }
}

/** The plain way, for questions with more items than fit the lanes. */
function tallyOneByOne(tally: Tally, ballots: string | Uint8Array): Tally {
  const row = new Uint8Array(tally.m);
  for (let from = 0; from < ballots.length; from += tally.m) {
    readGroups(ballots, from, row);
    const groups: number[][] = [];
    row.forEach((group, item) => {
      if (group > 0) (groups[group] ??= []).push(item);
    });
    addBallot(
      tally,
      groups.filter((group) => group.length > 0),
    );
  }
  return tally;
}
