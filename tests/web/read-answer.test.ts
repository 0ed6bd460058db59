import { describe, expect, test } from 'vitest';
import { answerIssues } from '../../src/survey/answer.ts';
import { localise, type LocalQuestion } from '../../src/survey/local-study.ts';
import { template } from '../../src/survey/templates.ts';
import { readAnswer } from '../../web/participant/read-answer.ts';
import { freshState, readRanking, readState, revisionOf } from '../../web/pages/plain-form.ts';

const study = localise(template('smart-city-programme-manager')!, 'en', 'individual');
const question = (id: string) => study.questions.find((candidate) => candidate.id === id)!;

function fields(entries: readonly (readonly [string, string])[]): FormData {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
}

const read = (id: string, ...entries: [string, string][]) =>
  readAnswer(question(id), fields(entries));

describe('what a form says becomes the answer', () => {
  test.each<[string, [string, string][], unknown]>([
    ['role', [['role', 'consultant']], 'consultant'],
    [
      'role',
      [
        ['role', 'other'],
        ['role.other', 'Archivist'],
      ],
      { id: 'other', writeIn: 'Archivist' },
    ],
    [
      'role',
      [
        ['role', 'other'],
        ['role.other', ' '],
      ],
      'other',
    ],
    [
      'own-discipline',
      [
        ['own-discipline', '+'],
        ['own-discipline.+', 'History'],
      ],
      { writeIn: 'History' },
    ],
    ['country', [['country', '']], undefined],
    ['online-share', [['online-share', '40 %']], 40],
    ['online-share', [['online-share', '37,5']], 37.5],
    ['online-share', [['online-share', 'half']], 'half'],
    ['mixing-benefit', [], undefined],
    ['comment', [['comment', 'Two\r\nlines']], 'Two\nlines'],
  ])('%s from %j', (id, entries, answer) => {
    expect(read(id, ...entries)).toEqual(answer);
  });

  test.each<[string, number | undefined, unknown]>([
    ['1,000', undefined, 1000],
    ['1.000', undefined, 1000],
    ['1 000', undefined, 1000],
    ['1’000', undefined, 1000],
    ['-1.500', undefined, -1500],
    ['1.000.000', undefined, 1_000_000],
    ['1.234,5', 0.5, 1234.5],
    ['1,234.5', 0.5, 1234.5],
    ['1.234,567', 0.001, 1234.567],
    ['1.234', 0.001, 1.234],
    ['0,125', 0.125, 0.125],
    ['12,5', 0.5, 12.5],
    ['1000.500', 0.5, 1000.5],
    ['1,000,5', 0.5, '1,000,5'],
    ['1,2,3', undefined, '1,2,3'],
  ])(
    '%s in steps of %s is %s: thousands may be grouped in any language’s way',
    (text, step, value) => {
      const asked = { ...question('online-share'), ...(step && { step }) };
      expect(readAnswer(asked, fields([['online-share', text]]))).toEqual(value);
    },
  );

  test('a row of a rating has a value, or nothing known, or is left out', () => {
    const [one, two] = question('mixing-benefit').rows!.map(({ id }) => `mixing-benefit.${id}`);
    const answer = read('mixing-benefit', [one!, '4'], [two!, '-']) as Record<string, unknown>;
    expect(Object.values(answer)).toEqual([4, null]);
  });
});

describe('a ranking by numbers', () => {
  const topics: LocalQuestion = question('target-ranking');
  const ids = topics.options!.map(({ id }) => id);
  const rank = (...entries: [string, string][]) => readRanking(topics, fields(entries));

  test('puts the lowest number first, whatever the gaps', () => {
    const answer = rank([`target-ranking.${ids[0]}`, '4'], [`target-ranking.${ids[3]}`, '2']);
    expect(answer).toEqual([[ids[3]], [ids[0]]]);
  });

  test('makes equal numbers a tie, for the check to refuse where it is not allowed', () => {
    const answer = rank([`target-ranking.${ids[0]}`, '1'], [`target-ranking.${ids[1]}`, '1']);
    expect(answer).toEqual([[ids[0], ids[1]]]);
    const codes = answerIssues(study, { 'target-ranking': answer }).map(({ code }) => code);
    expect(codes).toContain('tie');
  });

  test('takes an own item only with a number and a text', () => {
    expect(rank(['target-ranking.+1', 'Carers'])).toBeUndefined();
    expect(rank(['target-ranking.+1', 'Carers'], ['target-ranking.+1.number', '1'])).toEqual([
      [{ writeIn: 'Carers' }],
    ]);
  });
});

describe('the state that a form carries', () => {
  const now = new Date('2026-11-20T09:00:00Z');

  test('comes back as it went', () => {
    const state = { ...freshState(study, now), answers: { country: 'PT' } };
    expect(readState(JSON.stringify(state), study)).toEqual(state);
  });

  test('loses answers that nobody could have given, and keeps the rest', () => {
    const state = { ...freshState(study, now), answers: { role: { evil: [] }, country: 'PT' } };
    expect(readState(JSON.stringify(state), study)!.answers).toEqual({ country: 'PT' });
  });

  test.each(['', 'null', '[]', '{"id":"1"}', '{"id":5,"answers":{}}'])('is none for %s', (text) =>
    expect(readState(text, study)).toBeNull(),
  );

  test('a form sent again is the same revision, one changed later is newer', () => {
    const state = freshState(study, now);
    expect(revisionOf(state, now)).toBe(1);
    expect(revisionOf(state, new Date(now.getTime() + 90_000))).toBe(91);
    expect(revisionOf({ ...state, base: 1_000_000 }, now)).toBe(1_000_000);
  });
});
