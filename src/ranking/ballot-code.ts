import type { Ranking } from './ranking.ts';

/** The most items a coded ballot can hold: group numbers stay below 254 in one byte. */
export const maxCodedItems = 250;

/** Group numbers up to this one are printable ASCII from '0'; later ones go on at U+00A1. */
const lastAsciiGroup = 78;

/**
 * A ballot as text of one character per item: the number of the item's group, best group 1,
 * `'0'` for an unranked item. Groups 0..78 are the ASCII characters from `'0'` on (`'1'`..`'9'`,
 * then `':'`, `';'`, ... `'~'`), groups from 79 on the characters from U+00A1. Equal rankings of
 * the same items give equal text; ballots over the same items can be concatenated without a
 * separator and tallied by `tallyBatch`. Groups must not be empty.
 *
 * @example
 * encodeBallot(4, [[2], [0, 1]]) // => '2210'
 */
export function encodeBallot(m: number, ranking: Ranking): string {
  if (m > maxCodedItems) throw new RangeError(`a coded ballot holds ${maxCodedItems} items`);
  const codes = Array.from({ length: m }, () => characterOf(0));
  ranking.forEach((group, index) => {
    for (const item of group) codes[item] = characterOf(index + 1);
  });
  return String.fromCharCode(...codes);
}

/**
 * The ranking that `encodeBallot` wrote. Groups come in the order of their numbers, which need not
 * follow each other without a gap; items within a group in the order of the items.
 *
 * @example
 * decodeBallot('2210') // => [[2], [0, 1]]
 */
export function decodeBallot(code: string): Ranking {
  const groups: number[][] = [];
  for (let item = 0; item < code.length; item++) {
    const group = groupOf(code.charCodeAt(item));
    if (group > 0) (groups[group - 1] ??= []).push(item);
  }
  return groups.filter((group) => group.length > 0);
}

/** The group number that a character code stands for. */
export function groupOf(charCode: number): number {
  return charCode >= 161 ? charCode - 161 + lastAsciiGroup + 1 : charCode - 48;
}

function characterOf(group: number): number {
  return group <= lastAsciiGroup ? 48 + group : 161 + group - lastAsciiGroup - 1;
}
