import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerCoder } from '../../src/survey/answer-code.ts';
import { gatherCrossed } from '../../src/survey/crossed-results.ts';
import { Definition } from '../../src/survey/definition.ts';
import { addEntries, type LedgerEntry, steppedStudy } from '../../src/survey/stepped-tally.ts';
import type { Slice } from '../../src/survey/results-document.ts';
import { ENGLISH_NAMES } from '../../src/survey/segment.ts';
import { documentTallies, tallyDocument } from '../../src/survey/tally-results.ts';
import { smallDefinition } from '../api/small-study.ts';

const definition = Definition.parse(smallDefinition);
const { minCell } = definition.privacy;
const { encode } = answerCoder(definition);

/** The roles of those who answer between two looks, and whether they answered the question. */
const arrivals = fc.array(
  fc.record({
    role: fc.constantFrom('student', 'student', 'student', 'teacher', null),
    answered: fc.boolean(),
    language: fc.constantFrom('en', 'es'),
  }),
  { maxLength: 12 },
);

function entryOf(
  { role, answered, language }: { role: string | null; answered: boolean; language: string },
  sign: 1 | -1 = 1,
): LedgerEntry {
  const code = encode({ ...(answered && { share: 25 }), ...(role && { role }) });
  return { sign, locale: language, voice: 'individual', table: null, round: 1, event: null, code };
}

const groupsOf = (entries: readonly LedgerEntry[]) =>
  entries.map(({ code, ...group }) => ({ ...group, codes: [code] }));

const query = (by: string | null) => ({
  question: 'share',
  by,
  where: [],
  voice: 'individual' as const,
});

/** What a viewer who looks after each arrival sees: everyone, and the slices with their whole. */
function looks(batches: readonly LedgerEntry[][]) {
  const study = steppedStudy(definition);
  let isShown = false;
  let counted = 0;
  return batches.map((batch) => {
    const after = counted + batch.length;
    addEntries(definition, study, groupsOf(batch), isShown && after >= minCell ? minCell : 1);
    counted = after;
    isShown = counted >= minCell;
    const all = documentTallies(definition, query(null), study.get('share')!)!.all.n;
    const tallies = documentTallies(definition, query('role'), study.get('share')!)!;
    const reader = { language: 'en' as const, names: ENGLISH_NAMES };
    const [whole, ...slices] = tallyDocument(
      definition,
      query('role'),
      reader,
      tallies,
      new Map(),
    ).slices;
    const shownOf = (slice: Slice) => (slice.suppressed ? null : slice.n);
    return {
      all: visible(all),
      whole: shownOf(whole),
      slices: new Map(slices.map((slice) => [slice.key, shownOf(slice)])),
    };
  });
}

const visible = (n: number) => (n >= minCell ? n : null);

/** A difference of two shown numbers of answers that is somebody's, or too few people's. */
const isLeak = (a: number | null, b: number | null) =>
  a !== null && b !== null && a !== b && Math.abs(a - b) < minCell;

describe('somebody who looks again and again at a running study', () => {
  it('never sees everyone or a slice move by fewer than minCell answers', () => {
    fc.assert(
      fc.property(fc.array(arrivals, { minLength: 2, maxLength: 12 }), (batches) => {
        const seen = looks(batches.map((batch) => batch.map((one) => entryOf(one))));
        for (const [place, now] of seen.entries()) {
          for (const before of seen.slice(0, place)) {
            expect(isLeak(before.all, now.all)).toBe(false);
            for (const [value, n] of now.slices) {
              const old = before.slices.get(value) ?? null;
              expect(isLeak(old, n), `${value}: ${old} to ${n}`).toBe(false);
            }
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('never gets a few answers as a whole less its slices, at one look or between any two', () => {
    fc.assert(
      fc.property(fc.array(arrivals, { minLength: 2, maxLength: 12 }), (batches) => {
        const seen = looks(batches.map((batch) => batch.map((one) => entryOf(one))));
        const rest = ({ whole, slices }: (typeof seen)[number], shown: readonly string[]) =>
          shown.reduce((sum, value) => sum - slices.get(value)!, whole!);
        for (const [place, now] of seen.entries()) {
          // The whole of the slices is a state that everyone's figures have had.
          expect(isLeak(now.whole, now.all)).toBe(false);
          if (now.whole === null) continue;
          const shown = [...now.slices].flatMap(([value, n]) => (n === null ? [] : [value]));
          expect(
            [0, minCell].some((n) => rest(now, shown) === n) || rest(now, shown) > minCell,
          ).toBe(true);
          for (const before of seen.slice(0, place)) {
            if (before.whole === null) continue;
            const both = shown.filter((value) => (before.slices.get(value) ?? null) !== null);
            const moved = Math.abs(rest(now, both) - rest(before, both));
            expect(moved === 0 || moved >= minCell, `${moved}`).toBe(true);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('learns nothing from one person who edits while nobody else does', () => {
    const first = Array.from({ length: 20 }, () =>
      entryOf({ role: 'student', answered: true, language: 'en' }),
    );
    const study = steppedStudy(definition);
    addEntries(definition, study, groupsOf(first), 1);
    const shown = () =>
      JSON.stringify([
        [...study.get('topics')!.segments.get('@all')!.get('individual:')!.shown.cells],
        [...study.get('share')!.segments.get('role')!.values()].map((slice) => [
          ...slice.shown.values,
        ]),
      ]);
    const before = shown();
    let old = first[0]!;
    for (let edit = 0; edit < 30; edit++) {
      const fresh = { ...old, code: encode({ share: 5 * (edit % 20), role: 'student' }) };
      addEntries(definition, study, groupsOf([{ ...old, sign: -1 }, fresh]), minCell);
      old = fresh;
      expect(shown()).toBe(before);
    }
  });

  it('never sees a filtered group or what the filter keeps out move by a few', () => {
    fc.assert(
      fc.property(fc.array(arrivals, { minLength: 2, maxLength: 10 }), (batches) => {
        const where = [
          { segment: 'role', values: ['student'] },
          { segment: '@language', values: ['en'] },
        ];
        const crossed = gatherCrossed(definition, { ...query(null), where });
        const pairs: [number, number][] = [];
        for (const batch of batches) {
          crossed.add(
            batch.map((one) => entryOf(one)).map(({ code, ...g }) => ({ ...g, codes: [code] })),
          );
          crossed.step(minCell);
          const { all, beside } = crossed.tallies();
          pairs.push([all.n, [...beside.values()].reduce((sum, n) => sum + n, 0)]);
        }
        for (const [place, [passed]] of pairs.entries()) {
          for (const [old] of pairs.slice(0, place)) {
            expect(isLeak(visible(old), visible(passed))).toBe(false);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
