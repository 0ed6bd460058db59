import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { generate, presetPlan } from '../../src/survey/generator/generate.ts';
import type { Respondent } from '../../src/survey/respondent.ts';
import type {
  LeftOut,
  ResultsDocument,
  ShownSlice,
  Slice,
} from '../../src/survey/results-document.ts';
import { readResultsQuery, type ResultsParameters } from '../../src/survey/results-query.ts';
import { gatherResults } from '../../src/survey/results.ts';
import { SYSTEM_SEGMENTS } from '../../src/survey/segment.ts';
import { template } from '../../src/survey/templates.ts';

const definition = template('smart-city-programme-manager')!;
const people: Respondent[] = generate(definition, presetPlan('demo', 7)).filter(
  ({ finished }) => finished,
);
const questions = definition.questions.map(({ id }) => id);

function resultsOf(
  respondents: readonly Respondent[],
  parameters: ResultsParameters,
  minCell = definition.privacy.minCell,
): ResultsDocument {
  const own = { ...definition, privacy: { minCell } };
  const query = readResultsQuery(own, parameters);
  if (typeof query === 'string') throw new Error(query);
  const results = gatherResults(own, query, 'en');
  for (const respondent of respondents) results.add(respondent);
  return results.document('study', 'v1');
}

function shown(slice: Slice): ShownSlice {
  if (slice.suppressed) throw new Error(`${slice.key} is held back: ${slice.suppressed}`);
  return slice;
}

const sum = (leftOut: LeftOut) => Object.values(leftOut).reduce((total, n) => total + n, 0);

describe('a results document', () => {
  test('does not depend on the order of the respondents', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...questions),
        fc.constantFrom(undefined, 'role', 'country', '@table'),
        fc.shuffledSubarray(people, { minLength: people.length, maxLength: people.length }),
        (question, by, shuffled) => {
          const parameters = { question, ...(by && { by }) };
          expect(resultsOf(shuffled, parameters)).toEqual(resultsOf(people, parameters));
        },
      ),
      { numRuns: 30 },
    );
  });

  test.each(questions)('accounts for every respondent: n + leftOut, %s', (question) => {
    for (const voice of ['individual', 'table'] as const) {
      const respondents = people.filter((person) => person.voice === voice);
      const [all] = resultsOf(people, { question, voice }, 0).slices;
      if (all.suppressed === 'personal') continue;
      expect(shown(all).n + sum(shown(all).leftOut)).toBe(respondents.length);
    }
  });

  test('divides everyone: the slices of a segment add up to the first', () => {
    for (const by of ['role', 'country', 'population', '@table', '@language', '@event']) {
      for (const question of ['competency-ranking', 'training-duration', 'role']) {
        const [all, ...parts] = resultsOf(people, { question, by }, 0).slices.map(shown);
        expect(parts.reduce((n, part) => n + part.n, 0)).toBe(all!.n);
        for (const reason of new Set(parts.flatMap(({ leftOut }) => Object.keys(leftOut)))) {
          const key = reason as keyof LeftOut;
          const total = parts.reduce((n, { leftOut }) => n + (leftOut[key] ?? 0), 0);
          expect(total).toBe(all!.leftOut[key]);
        }
      }
    }
  });

  test('adds up pairwise counts over the slices of a segment', () => {
    const document = resultsOf(people, { question: 'competency-ranking', by: 'role' }, 0);
    const [all, ...parts] = document.slices.map(shown);
    if (!all || !('items' in all)) throw new Error('no ranking');
    const total = all.pairwise.map((row, i) =>
      row.map((_, j) =>
        parts.reduce((n, part) => n + ('items' in part ? part.pairwise[i]![j]! : 0), 0),
      ),
    );
    expect(total).toEqual(all.pairwise);
  });

  test('keeps slices in the order of the definition', () => {
    const { slices } = resultsOf(people, { question: 'training-duration', by: 'role' }, 0);
    const role = definition.questions.find(({ id }) => id === 'role')!;
    const order = 'options' in role ? role.options!.map(({ id }) => `role:${id}`) : [];
    const keys = slices.slice(1).map(({ key }) => key);
    expect(keys).toEqual(order.filter((key) => keys.includes(key)));
  });

  test('never pools tables with individuals', () => {
    const alone = people.filter(({ voice }) => voice === 'individual');
    const tables = people.filter(({ voice }) => voice === 'table');
    const parameters = { question: 'competency-ranking' };
    expect(resultsOf(people, parameters)).toEqual(resultsOf(alone, parameters));
    const ofTables = { ...parameters, voice: 'table' };
    expect(resultsOf(people, ofTables)).toEqual(resultsOf(tables, ofTables));
    const both = resultsOf(people, { ...parameters, by: '@voice' }).slices;
    expect(both.map(({ key, n }) => [key, n])).toEqual([
      ['all', resultsOf(alone, parameters).slices[0].n],
      ['@voice:individual', resultsOf(alone, parameters).slices[0].n],
      ['@voice:table', resultsOf(tables, ofTables).slices[0].n],
    ]);
  });

  test('a filter gives what the division by its segment gives', () => {
    const question = 'competency-ranking';
    const { slices } = resultsOf(people, { question, by: 'area-type' });
    const city = slices.find(({ key }) => key === 'area-type:city')!;
    const [filtered] = resultsOf(people, { question, where: 'area-type:city' }).slices;
    expect({ ...filtered, key: city.key, label: city.label }).toEqual(city);
  });

  test('holds back a personal question whatever its answers', () => {
    const answered = people.map((person) => ({
      ...person,
      answers: { ...person.answers, 'table-presenter': 'Ada' },
    }));
    const [all] = resultsOf(answered, { question: 'table-presenter', voice: 'table' }).slices;
    expect(all.suppressed).toBe('personal');
    expect(JSON.stringify(all)).not.toContain('Ada');
  });

  test('shows a designer alone how many answers are there, and nothing else', () => {
    const three = people.filter(({ voice }) => voice === 'individual').slice(0, 3);
    const [all] = resultsOf(three, { question: 'competency-ranking' }).slices;
    const label = 'Everyone';
    expect(all).toEqual({ key: 'all', label, suppressed: 'too-few', n: 3, leftOut: null });
  });
});

describe('small groups', () => {
  const person = (role: string, area: string, index: number): Respondent => ({
    answers: {
      role,
      'area-type': area,
      'training-duration': index % 2 ? '1-day' : '1-week',
      'competency-importance': index % 3 ? { 'data-analysis': 4 } : { 'data-analysis': null },
    },
    locale: 'en',
    voice: 'individual',
    table: null,
    round: 1,
    event: null,
  });

  test('cannot be had by subtracting the shown slices of a division from everyone', () => {
    const roles = ['student', 'elected-official', 'public-manager', 'company-manager', 'other'];
    fc.assert(
      fc.property(
        fc.array(fc.nat(30), { minLength: 5, maxLength: 5 }),
        fc.constantFrom('training-duration', 'competency-importance'),
        (sizes, question) => {
          const group = sizes.flatMap((size, k) =>
            Array.from({ length: size }, (_, i) => person(roles[k]!, 'city', i)),
          );
          const [all, ...parts] = resultsOf(group, { question, by: 'role' }).slices;
          if (all.suppressed) return parts.every(({ suppressed }) => suppressed);
          const rest = parts.reduce((n, part) => n - (part.suppressed ? 0 : part.n!), all.n);
          const hidden = parts.filter(({ suppressed }) => suppressed).length;
          for (const part of parts) if (!part.suppressed) expect(part.n).toBeGreaterThanOrEqual(5);
          return rest === 0 || (rest >= 5 && hidden >= 2);
        },
      ),
    );
  });

  test('rows of a matrix cannot be had by subtraction either', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(12), fc.nat(12)), { minLength: 3, maxLength: 3 }),
        (sizes) => {
          const roles = ['student', 'elected-official', 'other'];
          const group = sizes.flatMap(([rated, unsure], k) =>
            Array.from({ length: rated + unsure }, (_, i) => {
              const one = person(roles[k]!, 'city', 1);
              const level = i < rated ? 3 : null;
              one.answers['competency-importance'] = {
                'data-analysis': level,
                interoperability: 2,
              };
              return one;
            }),
          );
          const { slices } = resultsOf(group, { question: 'competency-importance', by: 'role' });
          const rowOf = (slice: Slice) =>
            !slice.suppressed && 'rows' in slice
              ? slice.rows.find(({ id }) => id === 'data-analysis')!
              : null;
          const ratings = (slice: Slice) => rowOf(slice)?.n ?? null;
          const [all, ...parts] = slices.map(ratings);
          if (all === null || all === undefined) return parts.every((n) => n === null);
          const rest = parts.reduce<number>((n, part) => n - (part ?? 0), all);
          return rest === 0 || rest >= 5;
        },
      ),
    );
  });

  test('cannot be had by subtracting a filtered result from everyone', () => {
    const group = [
      ...Array.from({ length: 20 }, (_, i) => person('student', 'city', i)),
      ...Array.from({ length: 3 }, (_, i) => person('other', 'city', i)),
    ];
    const question = 'training-duration';
    const [students] = resultsOf(group, { question, where: 'role:student' }).slices;
    expect(students).toMatchObject({ suppressed: 'by-subtraction', n: null, leftOut: null });
  });

  test('a filter that takes one of two groups held back is held back itself', () => {
    const group = [
      ...Array.from({ length: 20 }, (_, i) => person('student', 'city', i)),
      ...Array.from({ length: 9 }, (_, i) => person('elected-official', 'city', i)),
      ...Array.from({ length: 3 }, (_, i) => person('other', 'city', i)),
    ];
    const of = (where: string) =>
      resultsOf(group, { question: 'training-duration', where }).slices[0].suppressed;
    expect(of('role:other')).toBe('too-few');
    expect(of('role:elected-official')).toBe('by-subtraction');
    expect(of('role:student,other')).toBe('by-subtraction');
    expect(of('role:student')).toBeUndefined();
    expect(of('role:elected-official,other')).toBeUndefined();
  });

  test('two filters together do not single out the people outside both', () => {
    const group = [
      ...Array.from({ length: 10 }, (_, i) => person('student', 'city', i)),
      ...Array.from({ length: 10 }, (_, i) => person('student', 'rural', i)),
      ...Array.from({ length: 10 }, (_, i) => person('other', 'city', i)),
      ...Array.from({ length: 2 }, (_, i) => person('other', 'rural', i)),
    ];
    const where = 'role:student;area-type:city';
    const [both] = resultsOf(group, { question: 'training-duration', where }).slices;
    expect(both.suppressed).toBe('by-subtraction');
  });

  test('a held slice carries no figure at all', () => {
    for (const question of questions) {
      for (const by of ['role', ...SYSTEM_SEGMENTS]) {
        for (const slice of resultsOf(people, { question, by }).slices) {
          if (!slice.suppressed) continue;
          expect(Object.keys(slice).toSorted()).toEqual([
            'key',
            'label',
            'leftOut',
            'n',
            'suppressed',
          ]);
          expect(slice.leftOut).toBeNull();
        }
      }
    }
  });
});
