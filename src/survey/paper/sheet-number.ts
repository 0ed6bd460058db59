import type { Voice } from '../respondent.ts';

/** What a sheet of paper is for: a person's answers, or a table's, in one round of an event. */
export interface Sheet {
  voice: Voice;
  /** From 1 to 20. */
  round: number;
  /** A person's number, the same in each round, or the number of a table; from 1 to 999. */
  serial: number;
}

export const MOST_SERIAL = 999;
const MOST_ROUND = 20;

/**
 * The number of a sheet without its check digit: the round, and three digits for the person or
 * table; a table's begins with T.
 *
 * @example
 * sheetNumber({ voice: 'individual', round: 1, serial: 17 }) // '1017'
 */
export function sheetNumber({ voice, round, serial }: Sheet): string {
  return `${voice === 'table' ? 'T' : ''}${round * 1000 + serial}`;
}

/**
 * The number of a sheet as it is printed, with a check digit: one wrong digit, or two neighbours
 * changed round, never make the number of another sheet.
 *
 * @example
 * printedNumber({ voice: 'individual', round: 1, serial: 17 }) // '1017-6'
 */
export function printedNumber(sheet: Sheet): string {
  const number = sheetNumber(sheet);
  return `${number}-${checkDigit(number)}`;
}

/**
 * Reads a printed number as somebody types it: with or without dash and spaces, in any case. Null
 * for what is no sheet's number.
 *
 * @example
 * readSheetNumber('1017 6') // { voice: 'individual', round: 1, serial: 17 }
 */
export function readSheetNumber(text: string): Sheet | null {
  const match = /^(T?)(\d{1,2})(\d{3})(\d)$/.exec(
    text
      .slice(0, 30)
      .toUpperCase()
      .replace(/[\s\-‐-―]/g, ''),
  );
  if (!match) return null;
  const sheet: Sheet = {
    voice: match[1] === 'T' ? 'table' : 'individual',
    round: Number(match[2]),
    serial: Number(match[3]),
  };
  const isInRange = sheet.round >= 1 && sheet.round <= MOST_ROUND && sheet.serial >= 1;
  // A round with a zero before it is the same number written longer.
  const number = sheetNumber(sheet);
  if (!isInRange || number !== match.slice(1, 4).join('')) return null;
  return checkDigit(number) === match[4] ? sheet : null;
}

/** A quasigroup of order ten in which x∘y = y∘x and (c∘x)∘y = (c∘y)∘x only where x = y (H. M. Damm). */
const DAMM = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
] as const;

/** Tables begin elsewhere, so that the number of a person is not one of a table. */
function checkDigit(number: string): string {
  let interim = number.startsWith('T') ? '1' : '0';
  for (const digit of number.replace('T', '')) interim = DAMM[Number(interim)]![Number(digit)]!;
  return interim;
}
