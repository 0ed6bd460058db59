import { describe, expect, test } from 'vitest';
import { compareInRound } from '../../src/survey/compare-in-round.ts';
import {
  type AnswersByRound,
  countedRounds,
  defaultRound,
  inRound,
  shownRounds,
} from '../../src/survey/default-round.ts';
import {
  pageParameters,
  readResultsQuery,
  type ResultsQuery,
  resultsParameters,
} from '../../src/survey/results-query.ts';
import { template } from '../../src/survey/templates.ts';

const definition = template('smart-city-programme-manager')!;
const byRound = (...counts: number[]): AnswersByRound =>
  new Map(counts.flatMap((n, at) => (n > 0 ? [[at + 1, n]] : [])));

describe('the round that stands for a study', () => {
  test.each([
    ['is the latest of two', [byRound(40, 38)], 2],
    ['is the latest that can be shown beside all', [byRound(40, 38, 3)], 1],
    ['is an earlier one where too few answered again', [byRound(40, 39, 38, 4, 2)], 3],
    ['is the only one in which a question was asked', [byRound(40, 0)], 1],
    ['is the latest in which all was asked', [byRound(40, 38), byRound(39, 0)], 1],
    ['does not wait for what hardly anybody answers', [byRound(40, 38), byRound(4, 0)], 2],
    ['asks a question that only few answered again', [byRound(40, 38), byRound(9, 2)], 2],
    ['is none where a round would give a small one away', [byRound(3, 40)], null],
    ['is none where each round asked something else', [byRound(40, 0), byRound(0, 40)], null],
    ['is none without answers', [byRound(0, 0)], null],
  ])('%s', (_, questions, round) => {
    const rounds = [1, 2, 3, 4, 5].slice(0, Math.max(2, ...questions[0]!.keys()));
    expect(defaultRound({ rounds, questions }, 5)).toBe(round);
  });

  test('is none in a study of one round', () => {
    expect(defaultRound({ rounds: [1], questions: [byRound(40)] }, 5)).toBeNull();
    expect(defaultRound({ rounds: [], questions: [] }, 5)).toBeNull();
  });

  test('leaves no event out, but one that hardly anybody came to', () => {
    const among = (...events: AnswersByRound[]) =>
      defaultRound({ rounds: [1, 2], questions: [byRound(60, 38)], events }, 5);
    expect(among(byRound(40, 38), byRound(20, 0))).toBe(1);
    expect(among(byRound(40, 30), byRound(20, 8))).toBe(2);
    expect(among(byRound(56, 38), byRound(4, 0))).toBe(2);
    expect(among(byRound(60, 0), byRound(0, 38))).toBeNull();
  });

  test('is one whose number the others do not give away', () => {
    expect(shownRounds(byRound(40, 38), 5)).toEqual([1, 2]);
    expect(shownRounds(byRound(40, 38, 3), 5)).toEqual([1]);
  });
});

describe('a page that takes a round by itself', () => {
  const plain: ResultsQuery = {
    question: 'competency-ranking',
    by: null,
    where: [],
    voice: 'individual',
  };
  const round = (value: string) => ({ segment: '@round', values: [value] });
  const read = (parameters: Record<string, string>) =>
    readResultsQuery(definition, parameters) as ResultsQuery;

  test('counts it and leaves it out of its addresses', () => {
    const taken = inRound({ ...plain, by: 'role' }, 2);
    expect(taken.where).toEqual([round('2')]);
    expect(resultsParameters(taken).get('where')).toBe('@round:2');
    expect(read(Object.fromEntries(pageParameters(taken)))).toEqual({ ...plain, by: 'role' });
  });

  test.each([{ round: '1' }, { round: 'all' }, { where: '@round:1,2' }, { by: '@round' }])(
    'leaves %j as it is, and so do its addresses',
    (parameters) => {
      const asked = read(parameters);
      expect(inRound(asked, 2)).toEqual(asked);
      expect(read(Object.fromEntries(pageParameters(asked)))).toEqual(asked);
    },
  );

  test('round=all is no filter, and no answer to which round', () => {
    expect(read({ round: 'all' })).toEqual({ ...plain, rounds: 'all' });
    expect(readResultsQuery(definition, { round: 'all', where: '@round:1' })).toContain('twice');
    expect(countedRounds([1, 2], read({ round: 'all' }).where)).toEqual([1, 2]);
    expect(countedRounds([1, 2], read({ round: '2' }).where)).toEqual([2]);
  });

  test('compares with people of the same round, unless somebody names another', () => {
    const values = new Map([['role', ['student', 'other', '']]]);
    const students = read({ where: 'role:student' });
    const of = { values, round: 2 };
    expect(compareInRound('all', students, of)).toEqual({
      where: [round('2')],
      voice: 'individual',
    });
    expect(compareInRound('others', students, of)).toEqual({
      where: [{ segment: 'role', values: ['other', ''] }, round('2')],
      voice: 'individual',
    });
    const first = { where: [round('1')], voice: 'individual' } as const;
    expect(compareInRound(first, students, of)).toEqual(first);
    expect(compareInRound('others', read({ round: '1' }), of)).toBe('others');
    expect(compareInRound('all', read({ round: 'all' }), of)).toBe('all');
    expect(compareInRound('all', students, { values, round: null })).toBe('all');
  });
});
