import {
  isEmptyTally,
  type PackedTally,
  packQuestionTally,
  type TallyShape,
  unpackQuestionTally,
} from './question-tally.ts';
import type { LedgerEntry, SteppedSlices } from './stepped-tally.ts';
import type { ResponseMark, Voice } from './respondent.ts';

type PackedSlice = [...PackedTally, ...([] | [held: [...PackedTally, number, number]])];

/** Slices as text, in a fixed order; those without anybody are left out. Null stays null. */
export function packSlices(slices: SteppedSlices): string | null {
  if (!slices) return null;
  const packed: Record<string, PackedSlice> = {};
  for (const [value, { shown, held }] of [...slices].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    if (isEmptyTally(shown) && !held) continue;
    const tally = packQuestionTally(shown);
    packed[value] = held
      ? [...tally, [...packQuestionTally(held.tally), held.added, held.taken]]
      : tally;
  }
  return JSON.stringify(packed);
}

/**
 * The slices that `packSlices` wrote.
 *
 * @example
 * unpackSlices(shape, packSlices(slices)) // equals slices
 */
export function unpackSlices(shape: TallyShape, text: string | null): SteppedSlices {
  if (text === null) return null;
  const packed = JSON.parse(text) as Record<string, PackedSlice>;
  return new Map(
    Object.entries(packed).map(([value, [counts, rest, held]]) => [
      value,
      {
        shown: unpackQuestionTally(shape, [counts, rest]),
        held: held
          ? {
              tally: unpackQuestionTally(shape, [held[0], held[1]]),
              added: held[2],
              taken: held[3],
            }
          : null,
      },
    ]),
  );
}

type PackedEntry = [
  sign: 1 | -1,
  locale: string,
  voice: Voice,
  table: string | null,
  round: number,
  event: string | null,
  code: string,
  mark?: ResponseMark | null,
];

/** Waiting entries as text; null without any. */
export function packWaiting(waiting: readonly LedgerEntry[]): string | null {
  if (waiting.length === 0) return null;
  const packed = waiting.map(
    ({ sign, locale, voice, table, round, event, code, mark }): PackedEntry => [
      sign,
      locale,
      voice,
      table,
      round,
      event,
      code,
      mark ?? null,
    ],
  );
  return JSON.stringify(packed);
}

/** The entries that `packWaiting` wrote. */
export function unpackWaiting(text: string | null): LedgerEntry[] {
  if (text === null) return [];
  return (JSON.parse(text) as PackedEntry[]).map(
    ([sign, locale, voice, table, round, event, code, mark]) => ({
      sign,
      locale,
      voice,
      table,
      round,
      event,
      ...(mark && { mark }),
      code,
    }),
  );
}
