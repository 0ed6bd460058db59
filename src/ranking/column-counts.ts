import { chunkSize, unranked } from './ballot-columns.ts';
import type { Columns } from './ballot-columns.ts';
import type { Tally } from './tally.ts';

/**
 * Adds to the tally what the first `size` ballots of the columns say about every item and every
 * pair of items: who is ranked, who is above, mid-rank sums and products. One 32-bit word holds the
 * groups of four ballots, or the doubled mid-ranks of two.
 *
 * @example
 * countPairs(tally, columns, 1000)
 */
export function countPairs(tally: Tally, columns: Columns, size: number): void {
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
