import { describe, expect, it } from 'vitest';
import {
  answerIssues,
  type IssueCode,
  isAnswered,
  isShown,
  issueMessage,
  visibleAnswers,
} from '../../src/survey/answer.ts';
import type { LocalQuestion } from '../../src/survey/local-study.ts';

const ask = (question: Partial<LocalQuestion> & Pick<LocalQuestion, 'kind'>): LocalQuestion => ({
  id: 'q',
  section: 's',
  required: false,
  title: 'A question',
  ...question,
});

const options = ['a', 'b', 'c', 'd'].map((id) => ({ id, label: id.toUpperCase() }));
const points = [1, 2, 3].map((value) => ({ value, label: String(value) }));

/** The codes with their places inside the answer, such as `repeated 1.0`. */
function problems(question: LocalQuestion, answer: unknown): string[] {
  return answerIssues({ questions: [question] }, { [question.id]: answer }).map(({ code, path }) =>
    [code, path.slice(2).join('.')].filter(Boolean).join(' '),
  );
}

const sentence = (question: LocalQuestion, answer: unknown) =>
  answerIssues({ questions: [question] }, { q: answer }).map(issueMessage);

const ranking = (settings: Partial<LocalQuestion> = {}) =>
  ask({ kind: 'ranking', options, min: 2, max: 3, ties: false, ...settings });

type Case = [law: string, question: LocalQuestion, answer: unknown, expected: string[]];

const nested = JSON.parse('['.repeat(20_000) + ']'.repeat(20_000)) as unknown;

const CASES: Case[] = [
  ['takes a top list', ranking(), [['a'], ['c']], []],
  ['refuses an item that is not there', ranking(), [['a'], ['x']], ['unknown-option 1.0']],
  ['refuses an item that is not an id', ranking(), [['a'], [3]], ['unknown-option 1.0']],
  [
    'refuses an inherited name as an item',
    ranking(),
    [['a'], ['constructor']],
    ['unknown-option 1.0'],
  ],
  ['refuses an item in two places', ranking(), [['a'], ['b'], ['a']], ['repeated 2.0']],
  ['refuses an item twice in one group', ranking({ ties: true }), [['a', 'a']], ['repeated 0.1']],
  ['refuses ties where there are none', ranking(), [['a', 'b']], ['tie 0']],
  ['takes ties where they are allowed', ranking({ ties: true }), [['a', 'b']], []],
  ['refuses fewer items than the least', ranking(), [['a']], ['too-few']],
  ['counts tied items for the least', ranking({ ties: true, min: 3 }), [['a', 'b'], ['c']], []],
  ['refuses more items than the most', ranking(), [['a'], ['b'], ['c'], ['d']], ['too-many']],
  ['refuses an empty group', ranking(), [['a'], [], ['b']], ['empty-group 1']],
  [
    'refuses items outside groups',
    ranking(),
    ['a', 'b'],
    ['wrong-kind 0', 'wrong-kind 1', 'too-few'],
  ],
  ['refuses an object for a ranking', ranking(), { a: 1 }, ['wrong-kind']],
  ['refuses another word for a ranking', ranking({ noOpinion: true }), 'none', ['wrong-kind']],
  ['takes no opinion where it is allowed', ranking({ noOpinion: true }), 'no-opinion', []],
  ['refuses no opinion elsewhere', ranking(), 'no-opinion', ['no-opinion']],
  [
    'wants every item of a complete ranking',
    ask({ kind: 'ranking', options, complete: true, ties: true }),
    [['a'], ['b', 'c']],
    ['incomplete'],
  ],
  [
    'takes a complete ranking with a write-in',
    ask({ kind: 'ranking', options, complete: true, ties: true, writeIns: 1 }),
    [['a'], ['b', 'c', { writeIn: 'More' }], ['d']],
    [],
  ],
  [
    'does not count a write-in as one of the items of a complete ranking',
    ask({ kind: 'ranking', options, complete: true, writeIns: 1 }),
    [['a'], ['b'], ['c'], [{ writeIn: 'More' }]],
    ['incomplete'],
  ],
  ['takes a write-in', ranking({ writeIns: 1 }), [['a'], [{ writeIn: 'Law' }]], []],
  [
    'refuses a write-in where there is none',
    ranking(),
    [['a'], [{ writeIn: 'Law' }]],
    ['write-in 1.0'],
  ],
  [
    'refuses more write-ins than allowed',
    ranking({ writeIns: 1 }),
    [[{ writeIn: 'Law' }], [{ writeIn: 'Art' }]],
    ['write-in 1.0'],
  ],
  [
    'refuses a write-in of spaces',
    ranking({ writeIns: 1 }),
    [['a'], [{ writeIn: '  ' }]],
    ['write-in-blank 1.0'],
  ],
  [
    'refuses the same write-in in other letters',
    ranking({ writeIns: 2 }),
    [[{ writeIn: 'Law' }], [{ writeIn: ' LAW ' }]],
    ['repeated 1.0'],
  ],
  [
    'takes a write-in of 80 characters',
    ranking({ writeIns: 1 }),
    [['a'], [{ writeIn: '😀'.repeat(80) }]],
    [],
  ],
  [
    'refuses a write-in of 81 characters',
    ranking({ writeIns: 1 }),
    [['a'], [{ writeIn: 'é'.repeat(81) }]],
    ['write-in-long 1.0'],
  ],
  [
    'refuses a write-in with other keys',
    ranking({ writeIns: 1 }),
    [['a'], [{ writeIn: 'Law', id: 'b' }]],
    ['unknown-option 1.0'],
  ],
  [
    'refuses a text that a database cannot keep',
    ranking({ writeIns: 1 }),
    [['a'], [{ writeIn: 'a\0b' }]],
    ['bad-character 1.0'],
  ],
  [
    'stops at once in a ranking of a million items',
    ranking(),
    Array.from({ length: 1e6 }, () => ['a', 'b']),
    ['tie 0', 'tie 1', 'too-many'],
  ],
  ['survives lists twenty thousand deep', ranking(), nested, ['unknown-option 0.0', 'too-few']],

  ['takes an option', ask({ kind: 'single', options }), 'b', []],
  ['refuses an unknown option', ask({ kind: 'single', options }), 'x', ['unknown-option']],
  ['refuses a list for a single choice', ask({ kind: 'single', options }), ['a'], ['wrong-kind']],
  [
    'takes a text beside an option that asks for one',
    ask({ kind: 'single', options: [{ id: 'other', label: 'Other', writeIn: true }] }),
    { id: 'other', writeIn: 'Poet' },
    [],
  ],
  [
    'refuses a text beside an option that asks for none',
    ask({ kind: 'single', options }),
    { id: 'a', writeIn: 'Poet' },
    ['write-in writeIn'],
  ],
  [
    'refuses a text beside an unknown option',
    ask({ kind: 'single', options, writeIns: 1 }),
    { id: 'x', writeIn: 'Poet' },
    ['unknown-option id'],
  ],
  [
    'takes a text in place of an option',
    ask({ kind: 'single', options, writeIns: 1 }),
    { writeIn: 'Poet' },
    [],
  ],
  [
    'refuses a text in place of an option elsewhere',
    ask({ kind: 'single', options }),
    { writeIn: 'Poet' },
    ['write-in writeIn'],
  ],
  [
    'refuses an option with unknown keys',
    ask({ kind: 'single', options, writeIns: 1 }),
    { writeIn: 'Poet', x: 1 },
    ['wrong-kind'],
  ],
  ['takes a country', ask({ kind: 'single', countries: true }), 'PT', []],
  [
    'refuses a code that is no country',
    ask({ kind: 'single', countries: true }),
    'ZZ',
    ['unknown-option'],
  ],
  [
    'refuses a country in small letters',
    ask({ kind: 'single', countries: true }),
    'pt',
    ['unknown-option'],
  ],

  ['takes several options', ask({ kind: 'multiple', options }), ['a', 'd'], []],
  ['refuses a word for several options', ask({ kind: 'multiple', options }), 'a', ['wrong-kind']],
  ['refuses an option twice', ask({ kind: 'multiple', options }), ['a', 'a'], ['repeated 1']],
  [
    'refuses an unknown one of several',
    ask({ kind: 'multiple', options }),
    ['a', 'x'],
    ['unknown-option 1'],
  ],
  ['refuses too few options', ask({ kind: 'multiple', options, min: 2 }), ['a'], ['too-few']],
  [
    'refuses too many options',
    ask({ kind: 'multiple', options, max: 2 }),
    ['a', 'b', 'c'],
    ['too-many'],
  ],

  ['takes the option of a scale', ask({ kind: 'scale', options }), 'c', []],
  [
    'refuses an unknown option of a scale',
    ask({ kind: 'scale', options }),
    'x',
    ['unknown-option'],
  ],
  [
    'refuses a number for the option of a scale',
    ask({ kind: 'scale', options }),
    2,
    ['wrong-kind'],
  ],
  ['takes a point of a scale', ask({ kind: 'scale', points }), 3, []],
  ['refuses a value that is no point', ask({ kind: 'scale', points }), 4, ['not-a-point']],

  ['takes some rows', ask({ kind: 'rating-matrix', rows: options, points }), { a: 1, c: 3 }, []],
  [
    'refuses an unknown row',
    ask({ kind: 'rating-matrix', rows: options, points }),
    { x: 1 },
    ['unknown-row x'],
  ],
  [
    'refuses an inherited name as a row',
    ask({ kind: 'rating-matrix', rows: options, points }),
    JSON.parse('{"__proto__": 1, "a": 1}'),
    ['unknown-row __proto__'],
  ],
  [
    'refuses a value off the scale',
    ask({ kind: 'rating-matrix', rows: options, points }),
    { a: 2.5 },
    ['not-a-point a'],
  ],
  [
    'refuses a list for rows',
    ask({ kind: 'rating-matrix', rows: options, points }),
    [1, 2],
    ['wrong-kind'],
  ],
  [
    'takes don’t know where it is allowed',
    ask({ kind: 'rating-matrix', rows: options, points, dontKnow: true }),
    { a: null },
    [],
  ],
  [
    'refuses don’t know elsewhere',
    ask({ kind: 'rating-matrix', rows: options, points }),
    { a: null },
    ['dont-know a'],
  ],

  ['takes a number', ask({ kind: 'number', min: 0, max: 100, step: 10 }), 30, []],
  ['refuses a number in quotes', ask({ kind: 'number' }), '30', ['wrong-kind']],
  ['refuses infinity', ask({ kind: 'number' }), Number.POSITIVE_INFINITY, ['wrong-kind']],
  ['refuses a number below the least', ask({ kind: 'number', min: 0 }), -1, ['too-small']],
  ['refuses a number above the most', ask({ kind: 'number', max: 100 }), 101, ['too-large']],
  ['refuses a number between the steps', ask({ kind: 'number', min: 5, step: 10 }), 20, ['step']],
  ['counts steps of a tenth exactly', ask({ kind: 'number', step: 0.1 }), 0.7, []],

  ['takes a text of the greatest length', ask({ kind: 'long-text', maxLength: 5 }), ' años! ', []],
  ['refuses a longer text', ask({ kind: 'long-text', maxLength: 5 }), 'años!!', ['too-long']],
  ['counts characters, not code units', ask({ kind: 'short-text', maxLength: 3 }), '😀😀😀', []],
  ['refuses a huge text', ask({ kind: 'long-text', maxLength: 5 }), 'x'.repeat(5e6), ['too-long']],
  [
    'refuses half a character',
    ask({ kind: 'long-text', maxLength: 5 }),
    '\ud800',
    ['bad-character'],
  ],
  ['refuses a number for a text', ask({ kind: 'long-text' }), 7, ['wrong-kind']],
  [
    'refuses several texts where one is asked',
    ask({ kind: 'long-text' }),
    ['a', 'b'],
    ['wrong-kind'],
  ],
  [
    'takes several texts where they are asked',
    ask({ kind: 'long-text', repeat: 2 }),
    ['a', 'b'],
    [],
  ],
  [
    'refuses more texts than asked',
    ask({ kind: 'long-text', repeat: 2 }),
    ['a', 'b', 'c'],
    ['too-many'],
  ],
  [
    'refuses one of several texts by its place',
    ask({ kind: 'long-text', repeat: 2, maxLength: 1 }),
    ['a', 'bb'],
    ['too-long 1'],
  ],
];

describe('an answer', () => {
  it.each(CASES)('%s', (_law, question, answer, expected) => {
    expect(problems(question, answer)).toEqual(expected);
  });

  it.each([[''], ['  '], [[]], [[[]]], [{}], [null]])(
    '%j to an optional question is no answer',
    (blank) => {
      expect(problems(ranking(), blank)).toEqual([]);
      expect(visibleAnswers({ questions: [ranking()] }, { q: blank })).toEqual({});
    },
  );

  it.each([[''], ['  '], [[]], [[[]]], [{}], [null], [undefined]])(
    '%j to a required question is missing',
    (blank) => {
      expect(problems(ranking({ required: true }), blank)).toEqual(['required']);
    },
  );

  it('of no opinion or don’t know meets a required question', () => {
    expect(problems(ranking({ required: true, noOpinion: true }), 'no-opinion')).toEqual([]);
    const matrix = ask({ kind: 'rating-matrix', rows: options, points, dontKnow: true });
    expect(problems({ ...matrix, required: true }, { a: null })).toEqual([]);
  });

  it('to unknown rows only does not meet a required matrix', () => {
    const matrix = ask({ kind: 'rating-matrix', rows: options, points, required: true });
    expect(isAnswered(matrix, { x: 1 })).toBe(false);
    expect(problems(matrix, { x: 1 })).toEqual(['unknown-row x', 'required']);
  });

  it('to a question that the study does not have is refused, whatever its name', () => {
    const answers = JSON.parse('{"__proto__": 1, "constructor": 2, "x": 3}') as object;
    const issues = answerIssues({ questions: [ranking()] }, { ...answers });
    const raw = answerIssues({ questions: [] }, answers as Record<string, unknown>);
    expect(issues.every(({ code }) => code === 'unknown-question')).toBe(true);
    expect(raw.map(({ path }) => path)).toEqual([
      ['answers', '__proto__'],
      ['answers', 'constructor'],
      ['answers', 'x'],
    ]);
  });

  it('with a hundred thousand faults is reported in at most 50', () => {
    const answers = Object.fromEntries(Array.from({ length: 1e5 }, (_, index) => [`x${index}`, 1]));
    expect(answerIssues({ questions: [] }, answers)).toHaveLength(50);
  });
});

describe('a question under a condition', () => {
  const questions = [
    ask({ id: 'problem', kind: 'long-text' }),
    ask({
      id: 'solution',
      kind: 'long-text',
      required: true,
      maxLength: 5,
      showIf: { question: 'problem', answered: true },
    }),
    ask({ id: 'cost', kind: 'number', showIf: { question: 'solution', answered: true } }),
  ];

  const codes = (answers: Record<string, unknown>) =>
    answerIssues({ questions }, answers).map(({ code }) => code);

  it('is not required while hidden, and its answer is neither checked nor kept', () => {
    const answers = { problem: ' ', solution: 'far too long' };
    expect(answerIssues({ questions }, answers)).toEqual([]);
    expect(visibleAnswers({ questions }, answers)).toEqual({});
  });

  it('is required and checked once shown', () => {
    expect(codes({ problem: 'Yes' })).toEqual(['required']);
    expect(codes({ problem: 'Yes', solution: 'far too long' })).toEqual(['too-long']);
  });

  it('stays hidden behind a hidden question', () => {
    const answers = { solution: 'Talk', cost: 3 };
    expect(visibleAnswers({ questions }, answers)).toEqual({});
    expect(isShown(questions[2]!, answers)).toBe(true);
  });
});

describe('the order shown', () => {
  const study = {
    questions: [ranking(), ask({ id: 'm', kind: 'rating-matrix', rows: options, points })],
  };
  const codes = (shown: Record<string, unknown>) =>
    answerIssues(study, {}, shown).map(({ code, path }) => `${code} ${path.join('.')}`);

  it('may be any order of some of the options or rows', () => {
    expect(codes({ q: ['d', 'a', 'b', 'c'], m: ['b', 'a'] })).toEqual([]);
  });

  it.each([
    [{ q: ['a', 'x'] }, 'unknown-option shown.q.1'],
    [{ q: ['a', 'a'] }, 'repeated shown.q.1'],
    [{ q: 'abc' }, 'wrong-kind shown.q'],
    [{ q: ['a', 'b', 'c', 'd', 'a'] }, 'too-many shown.q'],
    [{ x: ['a'] }, 'unknown-question shown.x'],
  ])('%j is refused', (shown, issue) => {
    expect(codes(shown)).toEqual([issue]);
  });
});

describe('the answers to keep', () => {
  it('stand in the order of the study with the space around texts removed', () => {
    const questions = [
      ask({ id: 't', kind: 'long-text', repeat: 3 }),
      ask({ id: 's', kind: 'single', options, writeIns: 1 }),
      ask({ id: 'r', kind: 'ranking', options, writeIns: 1 }),
      ask({ id: 'n', kind: 'number' }),
    ];
    const kept = visibleAnswers(
      { questions },
      {
        n: 0,
        r: [['a'], [{ writeIn: ' Law ' }]],
        s: { writeIn: ' Poet' },
        t: [' one ', '', 'two'],
        x: 1,
      },
    );
    expect(JSON.stringify(kept)).toBe(
      JSON.stringify({
        t: ['one', 'two'],
        s: { writeIn: 'Poet' },
        r: [['a'], [{ writeIn: 'Law' }]],
        n: 0,
      }),
    );
  });
});

describe('the sentence about an issue', () => {
  it('names the question and the reason', () => {
    expect(sentence(ranking(), [['a']])).toEqual(['Question "q": give at least 2.']);
    expect(sentence(ranking(), [['a'], ['zz']])).toEqual([
      'Question "q": there is no option "zz".',
    ]);
    expect(sentence(ranking({ required: true }), null)).toEqual([
      'Question "q": an answer is required.',
    ]);
  });

  it('exists for every code without an unfilled place', () => {
    const sentences = CASES.flatMap(([, question, answer]) => sentence(question, answer));
    expect(sentences.length).toBeGreaterThan(40);
    expect(sentences.filter((text) => /undefined|NaN|\[object/.test(text))).toEqual([]);
    const codes = new Set<IssueCode>(
      CASES.flatMap(([, question, answer]) =>
        answerIssues({ questions: [question] }, { q: answer }).map(({ code }) => code),
      ),
    );
    expect(codes.size).toBe(20);
  });

  it('quotes at most 40 characters of what was sent', () => {
    const [text] = sentence(ranking(), [['a'], ['z'.repeat(1e5)]]);
    expect(text).toHaveLength('Question "q": there is no option "".'.length + 40);
  });
});
