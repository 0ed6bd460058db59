import { groupOf, maxCodedItems } from './ballot-code.ts';
import { addBallot, emptyTally, positionsOfSize } from './tally.ts';
import type { Tally } from './tally.ts';

/**
 * Ballots handled at a time: the columns of twelve items stay in the first-level cache, and 250
 * words of four ballots never overflow the one-byte counters of `countPairs`.
 */
const chunkSize = 1000;

/** Group number of an unranked item inside the columns: below every group, in seven bits. */
const unranked = 127;

/** More items than this are counted ballot by ballot: their doubled mid-ranks pass two lanes. */
const maxColumns = 90;

/**
 * One chunk of ballots, transposed. `groups[i * chunkSize + b]` is a group number 1..126 or
 * `unranked`; `doubled[i * chunkSize + b]` is 2 x the mid-rank.
 */
type Columns = {
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
  const columns: Columns = {
    groups: new Uint8Array(m * chunkSize),
    doubled: new Uint16Array(m * chunkSize),
    swapped: new Uint16Array(m * chunkSize),
    anyGap: false,
    anyTie: false,
    sizes: new Uint8Array(maxCodedItems + 1),
    starts: new Uint8Array(maxCodedItems + 1),
    numbers: new Uint8Array(maxCodedItems + 1),
  };
  const rows = new Uint8Array(m * chunkSize);
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

/** Writes ballot `b` into the columns and counts what concerns single items. */
function placeBallot(tally: Tally, columns: Columns, rows: Uint8Array, b: number): void {
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

/**
 * Counts every pair of items over the chunk: who is above, who is ranked, and outer products.
 * One 32-bit word holds the groups of four ballots, or the doubled mid-ranks of two.
 */
function countPairs(tally: Tally, columns: Columns, size: number): void {
  const { m } = tally;
  const { groups, doubled } = columns;
  const padded = Math.ceil(size / 4) * 4;
  const ranked = new Float64Array(m);
  for (let i = 0; i < m; i++) {
    const at = i * chunkSize;
    groups.fill(0, at + size, at + padded);
    doubled.fill(0, at + size, at + padded);
    ranked[i] = countItem(tally, columns, i, size);
  }
  const fours = new Int32Array(groups.buffer);
  const twos = new Int32Array(doubled.buffer);
  const swapped = new Int32Array(columns.swapped.buffer);
  for (let i = 0; i < m; i++) {
    const at = i * (chunkSize / 2);
    for (let k = at; k < at + padded / 2; k++) swapped[k] = (twos[k]! << 16) | (twos[k]! >>> 16);
  }
  const strict = !columns.anyGap && !columns.anyTie;
  const counts = new Int32Array(3);
  for (let i = 0; i < m; i++) {
    for (let j = i + 1; j < m; j++) {
      const [x, y] = [i * (chunkSize / 4), j * (chunkSize / 4)];
      let higher: number;
      let lower: number;
      let both = size;
      if (strict) {
        higher = countHigher(fours, x, y, padded / 4);
        lower = size - higher;
      } else {
        countLooser(fours, x, y, padded / 4, counts);
        higher = counts[0]!;
        lower = counts[1]!;
        both -= counts[2]!;
      }
      const product = sumProducts(
        twos,
        swapped,
        i * (chunkSize / 2),
        j * (chunkSize / 2),
        padded / 2,
      );
      const [ij, ji] = [i * m + j, j * m + i];
      const [iOnly, jOnly] = [ranked[i]! - both, ranked[j]! - both];
      tally.outer[ij]! += product;
      tally.outer[ji]! += product;
      tally.aboveUnranked[ij]! += iOnly;
      tally.aboveUnranked[ji]! += jOnly;
      tally.above[ij]! += higher - iOnly;
      tally.above[ji]! += lower - jOnly;
      tally.tied[ij]! += both - (higher - iOnly) - (lower - jOnly);
      tally.tied[ji] = tally.tied[ij]!;
    }
  }
}

/** Adds what one column says about its own item; returns how many ballots rank it. */
function countItem(tally: Tally, columns: Columns, item: number, size: number): number {
  const { groups, doubled } = columns;
  const at = item * chunkSize;
  let present = 0;
  let sum = 0;
  let square = 0;
  for (let b = at; b < at + size; b++) {
    const rank = doubled[b]!;
    present += (groups[b]! - unranked) >>> 31;
    sum += rank;
    square += rank * rank;
  }
  tally.ranked[item]! += present;
  tally.sum2Midrank[item]! += sum;
  tally.outer[item * tally.m + item]! += square;
  return present;
}

const high = 0x80808080 | 0;
const ones = 0x01010101;

/** Adds the four one-byte counters of a word. */
function foldBytes(word: number): number {
  return (word & 255) + ((word >>> 8) & 255) + ((word >>> 16) & 255) + (word >>> 24);
}

/**
 * Ballots with item x in a better (smaller) group than item y. With the top bit of every byte of x
 * set, subtracting y never borrows from the next byte and leaves the top bit where x >= y.
 */
function countHigher(words: Int32Array, x: number, y: number, length: number): number {
  let notHigher = 0;
  for (let k = 0; k < length; k++) {
    const difference = ((words[x + k]! | high) - words[y + k]!) | 0;
    notHigher = (notHigher + ((difference >>> 7) & ones)) | 0;
  }
  return length * 4 - foldBytes(notHigher);
}

/**
 * Where ties or gaps occur: ballots with x above y, with y above x, and that leave x or y unranked
 * (only 127 + 1 reaches the top bit of its byte), in one pass.
 */
function countLooser(
  words: Int32Array,
  x: number,
  y: number,
  length: number,
  counts: Int32Array,
): void {
  let notHigher = 0;
  let notLower = 0;
  let unrankedCount = 0;
  for (let k = 0; k < length; k++) {
    const a = words[x + k]!;
    const b = words[y + k]!;
    notHigher = (notHigher + ((((a | high) - b) >>> 7) & ones)) | 0;
    notLower = (notLower + ((((b | high) - a) >>> 7) & ones)) | 0;
    unrankedCount = (unrankedCount + ((((a + ones) | (b + ones)) >>> 7) & ones)) | 0;
  }
  counts[0] = length * 4 - foldBytes(notHigher);
  counts[1] = length * 4 - foldBytes(notLower);
  counts[2] = foldBytes(unrankedCount);
}

/**
 * Sum of products of two columns, two ballots at a time: with (a, b) in one word and (d, c), the
 * halves exchanged, in the other, the upper half of the 32-bit product is a x c + b x d.
 */
function sumProducts(
  words: Int32Array,
  swapped: Int32Array,
  x: number,
  y: number,
  length: number,
): number {
  let sum = 0;
  for (let k = 0; k < length; k++) {
    sum = (sum + (Math.imul(words[x + k]!, swapped[y + k]!) >>> 16)) | 0;
  }
  return sum;
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
