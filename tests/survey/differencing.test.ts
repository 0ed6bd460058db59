import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerCoder } from '../../src/survey/answer-code.ts';
import { gatherCrossed } from '../../src/survey/crossed-results.ts';
import { Definition } from '../../src/survey/definition.ts';
import {
  addEntries,
  isStill,
  type LedgerEntry,
  steppedStudy,
} from '../../src/survey/stepped-tally.ts';
import type { Slice } from '../../src/survey/results-document.ts';
import { ENGLISH_NAMES } from '../../src/survey/segment.ts';
import { documentTallies, segmentsFor, tallyDocument } from '../../src/survey/tally-results.ts';
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

  it('learns about no few respondents from any two or three results, whatever their filters and times', () => {
    let [shown, combined] = [0, 0];
    fc.assert(
      fc.property(
        fc.array(crowds, { minLength: 2, maxLength: 8 }),
        fc.array(attacks, { minLength: 40, maxLength: 40 }),
        (batches, tries) => {
          const releases = growing(batches);
          for (const attack of tries) {
            const seen = attack.map(({ where, by, time, sign }) => {
              const release = releases[time % releases.length]!;
              return { sign, ...release.see(where, by) };
            });
            const known = seen.filter(({ people }) => people !== null);
            shown += known.filter(({ isCrossed }) => isCrossed).length;
            const sums = new Map<number, number>();
            for (const { sign, people } of known) {
              for (const person of people!) sums.set(person, (sums.get(person) ?? 0) + sign);
            }
            const concerned = [...sums.values()].filter((sum) => sum !== 0).length;
            if (known.length > 1) combined++;
            expect(
              concerned === 0 || concerned >= minCell,
              JSON.stringify([attack, concerned]),
            ).toBe(true);
          }
        },
      ),
      { numRuns: 150, seed: 20261122 },
    );
    // An attack that never sees anything proves nothing.
    expect(shown).toBeGreaterThan(300);
    expect(combined).toBeGreaterThan(300);
  });

  it('sees everything of every filter once the study is closed', () => {
    const crossed = gatherCrossed(definition, { ...query(null), where: bothFilters }, false);
    const people = Array.from({ length: 40 }, (_, place) => ({
      role: place % 2 ? 'student' : 'teacher',
      answered: true,
      language: place % 4 < 2 ? 'en' : 'es',
    }));
    crossed.add(groupsOf(people.map((one) => entryOf(one))));
    crossed.step(1);
    expect(crossed.tallies().all.n).toBe(10);
  });
});

const bothFilters = [
  { segment: 'role', values: ['student'] },
  { segment: '@language', values: ['en'] },
];

type Filters = { segment: string; values: string[] }[];

/** Many arrive at a time, so that results that cross segments are shown at all. */
const crowds = fc.array(
  fc.record({
    role: fc.constantFrom('student', 'student', 'teacher', null),
    answered: fc.constantFrom(true, true, true, false),
    language: fc.constantFrom('en', 'en', 'en', 'es'),
    round: fc.constantFrom(1, 1, 1, 1, 2),
  }),
  { minLength: 10, maxLength: 90 },
);

const chosen = (segment: string, values: string[]) =>
  fc.subarray(values, { minLength: 1 }).map((some) => ({ segment, values: some }));

/** Two or three results to add to or take from each other. */
const attacks = fc.array(
  fc.record({
    where: fc
      .tuple(
        chosen('role', ['student', 'teacher', '']),
        chosen('@language', ['en', 'es']),
        chosen('@round', ['1', '2']),
      )
      .chain((filters) => fc.subarray(filters)),
    by: fc.constantFrom(null, null, 'role', '@language'),
    time: fc.nat(20),
    sign: fc.constantFrom(1 as const, -1 as const),
  }),
  { minLength: 2, maxLength: 3 },
);

/**
 * A study that grows, and who is behind each result at each of its states: what is counted tells
 * the respondents apart by the number that each has answered.
 */
function growing(batches: readonly Iterable<Parameters<typeof entryOf>[0] & { round: number }>[]) {
  let id = 0;
  const entries = batches.map((batch) =>
    [...batch].map((one) => {
      const own = { ...(one.answered && { share: id++ }), ...(one.role && { role: one.role }) };
      return { ...entryOf(one), round: one.round, code: encode(own) };
    }),
  );
  const study = steppedStudy(definition);
  const states = entries.map((batch, time) => {
    addEntries(definition, study, groupsOf(batch), time === 0 ? 1 : minCell);
    const share = study.get('share')!;
    return { share: structuredClone(share), isAnchor: isStill(share) };
  });
  const stored = (where: Filters, by: string | null, time: number) =>
    segmentsFor(definition, { ...query(by), where }) &&
    documentTallies(definition, { ...query(by), where }, states[time]!.share);
  const crossed = (where: Filters, by: string | null, time: number) => {
    const gathered = gatherCrossed(definition, { ...query(by), where }, true);
    for (const [place, batch] of entries.slice(0, time + 1).entries()) {
      gathered.add(groupsOf(batch));
      if (!states.slice(place, time + 1).some(({ isAnchor }) => isAnchor)) break;
      if (states[place]!.isAnchor) gathered.step(minCell);
    }
    return gathered.tallies();
  };
  return entries.map((_, time) => ({
    see: (where: Filters, by: string | null): { people: number[] | null; isCrossed: boolean } => {
      const asked = { ...query(by), where };
      const own = stored(where, by, time);
      const tallies = own ?? crossed(where, by, time);
      const reader = { language: 'en' as const, names: ENGLISH_NAMES };
      const { slices } = tallyDocument(definition, asked, reader, tallies, new Map());
      // With a division, one of the slices that are shown; else everyone who matches.
      const slice = slices.find(({ key, suppressed }) => !suppressed && (!by || key !== 'all'));
      if (!slice) return { people: null, isCrossed: !own };
      const value = slice.key === 'all' ? null : slice.key.slice(by!.length + 1);
      const { values } = value === null ? tallies.all : tallies.slices.get(value)!.tally;
      return { people: [...values.keys()], isCrossed: !own };
    },
  }));
}
