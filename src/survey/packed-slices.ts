import type { HeldCodes } from './held-codes.ts';
import {
  isEmptyTally,
  type PackedTally,
  packQuestionTally,
  type TallyShape,
  unpackQuestionTally,
} from './question-tally.ts';
import type { LedgerEntry, SteppedSlices } from './stepped-tally.ts';
import type { Voice } from './respondent.ts';

type PackedSlice = [...PackedTally, held?: Record<string, number>];

/** Slices as text, in a fixed order; those without anybody are left out. Null stays null. */
export function packSlices(slices: SteppedSlices): string | null {
  if (!slices) return null;
  const packed: Record<string, PackedSlice> = {};
  for (const [value, { shown, held }] of [...slices].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    if (isEmptyTally(shown) && held.size === 0) continue;
    const tally = packQuestionTally(shown);
    packed[value] = held.size > 0 ? [...tally, inOrder(held)] : tally;
  }
  return JSON.stringify(packed);
}

function inOrder(held: HeldCodes): Record<string, number> {
  return Object.fromEntries([...held].toSorted(([a], [b]) => (a < b ? -1 : 1)));
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
    Object.entries(packed).map(([value, [counts, rest, held = {}]]) => [
      value,
      {
        shown: unpackQuestionTally(shape, [counts, rest]),
        held: new Map(Object.entries(held)),
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
];

/** Waiting entries as text; null without any. */
export function packWaiting(waiting: readonly LedgerEntry[]): string | null {
  if (waiting.length === 0) return null;
  const packed = waiting.map(({ sign, locale, voice, table, round, event, code }): PackedEntry => [
    sign,
    locale,
    voice,
    table,
    round,
    event,
    code,
  ]);
  return JSON.stringify(packed);
}

/** The entries that `packWaiting` wrote. */
export function unpackWaiting(text: string | null): LedgerEntry[] {
  if (text === null) return [];
  return (JSON.parse(text) as PackedEntry[]).map(
    ([sign, locale, voice, table, round, event, code]) => ({
      sign,
      locale,
      voice,
      table,
      round,
      event,
      code,
    }),
  );
}
