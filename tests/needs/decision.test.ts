import { describe, expect, test } from 'vitest';

import { curriculumPlan } from '../../src/needs/curriculum.ts';
import type { DecisionInput } from '../../src/needs/decision-input.ts';
import { decisionOf } from '../../src/needs/decision.ts';
import { formatAnswer } from '../../src/needs/format-answer.ts';
import { gapStatements } from '../../src/needs/gap-statements.ts';
import { gapsOf } from '../../src/needs/gaps.ts';
import { ordinalSummary } from '../../src/needs/ordinal.ts';
import { defaultPlanRules } from '../../src/needs/plan-input.ts';
import { planSampler } from '../../src/needs/plan-sampler.ts';
import { planStatements } from '../../src/needs/plan-statements.ts';
import { oneMoreDay } from '../../src/needs/plan-variants.ts';
import { quadrantsOf } from '../../src/needs/quadrant.ts';
import { rankingStatements } from '../../src/needs/ranking-statements.ts';
import { finished, planStability } from '../../src/needs/stability.ts';
import { certaintyOf } from '../../src/needs/statement.ts';
import type { Statement } from '../../src/needs/statement.ts';
import { worthSampler } from '../../src/needs/worth-sampler.ts';
import { fixture, tallyRatings } from './fixtures.ts';

const scale = (...values: number[]) => values.map((value) => ({ id: `v${value}`, value }));
const hours = scale(8, 20, 40, 75, 150);
const weeks = scale(1, 4, 13, 26);
const acceptance = scale(1, 2, 3, 4, 5);

const room: DecisionInput = {
  filter: { role: 'public-manager' },
  necessary: {
    question: 'training-necessary',
    answers: { necessary: 83, existingEnough: 7, otherCause: 6, dontKnow: 4 },
  },
  targets: {
    question: 'target-ranking',
    answers: { n: 90, tiers: [['managers'], ['mayors', 'ict']], kendallW: 0.3, polarised: ['ict'] },
  },
  challenges: {
    question: 'challenge-ranking',
    answers: { n: 90, tiers: [['funding', 'silos', 'privacy']], kendallW: 0.05, polarised: [] },
  },
  duration: {
    question: 'duration',
    answers: { categories: hours, counts: { v40: 10, v75: 60, v150: 10 } },
  },
  durationByGroup: { mayors: { categories: hours, counts: { v8: 3, v20: 3 } } },
  spread: { question: 'spread', answers: { categories: weeks, counts: { v1: 5, v4: 70 } } },
  acceptance: {
    question: 'acceptance',
    answers: { categories: acceptance, counts: { v2: 10, v3: 40, v4: 20 } },
  },
  onlineShare: {
    question: 'online',
    answers: { categories: scale(20, 50, 80), counts: { v20: 5, v50: 9 } },
  },
  mixing: {
    question: 'mixing',
    answers: [
      { row: 'cultures', agree: 60, neutral: 10, disagree: 10 },
      { row: 'schools', agree: 20, neutral: 30, disagree: 30 },
      { row: 'domains', agree: 42, neutral: 20, disagree: 18 },
    ],
  },
  handsOnShare: 0.2,
};

describe('the five questions of a full room', () => {
  const { answers, filter } = decisionOf(room);

  test('are all answered, in order', () => {
    expect(
      answers.map(({ question, answer, certainty }) => ({ question, answer, certainty })),
    ).toEqual([
      {
        question: 1,
        answer: { verdict: 'training-needed', targets: ['managers'] },
        certainty: 'firm',
      },
      { question: 2, answer: { challenges: ['funding', 'silos', 'privacy'] }, certainty: 'open' },
      { question: 3, answer: { hours: [75, 75], weeks: [4, 4] }, certainty: 'firm' },
      {
        question: 4,
        answer: { format: 'half-and-half', onlinePercent: [50, 50] },
        certainty: 'firm',
      },
      { question: 5, answer: { benefit: 'partly' }, certainty: 'open' },
    ]);
  });

  test('every statement carries n, certainty, the filter and the questions it stands on', () => {
    expect(filter).toBe(room.filter);
    for (const { n, certainty, evidence } of answers.flatMap(({ statements }) => statements)) {
      expect(evidence.filter).toEqual({ role: 'public-manager' });
      expect(evidence.questions.length).toBeGreaterThan(0);
      expect(n).toBeGreaterThan(0);
      expect(certainty).not.toBe('too-few');
    }
  });

  test('the answer of a group too small to be sure is tentative or open, never firm', () => {
    const group = answers[2]!.statements.find(
      (one) => one.kind === 'duration' && one.figures.group === 'mayors',
    );
    expect(group).toMatchObject({ n: 6, certainty: 'open' });
    expect(answers[3]!.statements[1]).toMatchObject({ kind: 'online-share', n: 14 });
    expect([4, 5, 14, 15].map((n) => certaintyOf(n, true))).toEqual([
      'too-few',
      'tentative',
      'tentative',
      'firm',
    ]);
  });

  test('75 hours in 4 weeks fit a full working week, and what fits a limit is counted', () => {
    expect(answers[2]!.statements.at(-1)).toMatchObject({
      kind: 'weekly-load',
      certainty: 'computed',
      figures: { hours: 75, weeks: 4, hoursPerWeek: 18.75, feasible: true, weeksNeeded: 2 },
    });
  });

  test('the hands-on share is part of the format while acceptance is below 4', () => {
    expect(answers[3]!.statements[0]).toMatchObject({
      figures: { handsOnShare: 0.2, accept: { count: 20, n: 70 } },
    });
    const keen = decisionOf({
      ...room,
      acceptance: {
        question: 'acceptance',
        answers: { categories: acceptance, counts: { v5: 30 } },
      },
    }).answers[3]!;
    expect(keen.answer).toMatchObject({ format: 'mainly-online' });
    expect(keen.statements[0]).toMatchObject({ figures: { handsOnShare: null } });
  });

  test('a minority for mixing is a firm no only when its interval stays below a half', () => {
    const rows = [
      { row: 'clear', agree: 10, neutral: 10, disagree: 20 },
      { row: 'close', agree: 18, neutral: 10, disagree: 12 },
    ];
    const [, , , , last] = decisionOf({
      ...room,
      mixing: { question: 'mixing', answers: rows },
    }).answers;
    expect(last).toMatchObject({ answer: { benefit: 'no' }, certainty: 'open' });
    expect(last!.statements.map(({ certainty }) => certainty)).toEqual(['firm', 'open']);
  });

  test('survives being written as JSON', () => {
    expect(JSON.parse(JSON.stringify(decisionOf(room)))).toEqual(decisionOf(room));
  });
});

describe('what can not be said is said', () => {
  const nobody: DecisionInput = {
    ...room,
    durationByGroup: {},
    necessary: { question: 'training-necessary', answers: null },
    targets: { question: 'target-ranking', answers: null },
    challenges: { question: 'challenge-ranking', answers: null },
    duration: { question: 'duration', answers: null },
    spread: { question: 'spread', answers: null },
    acceptance: { question: 'acceptance', answers: null },
    onlineShare: { question: 'online', answers: null },
    mixing: { question: 'mixing', answers: null },
  };

  test('an empty study has five unanswered questions and no figure', () => {
    const { answers } = decisionOf(nobody);
    expect(answers.map(({ answer }) => answer)).toEqual([
      { verdict: null, targets: [] },
      { challenges: [] },
      { hours: null, weeks: null },
      { format: null, onlinePercent: null },
      { benefit: null },
    ]);
    for (const { certainty, statements } of answers) {
      expect(certainty).toBe('too-few');
      expect(statements.map(({ kind }) => kind)).toEqual(statements.map(() => 'unanswered'));
    }
  });

  test('three people are too few for any claim', () => {
    const { answers } = decisionOf({
      ...nobody,
      necessary: {
        question: 'training-necessary',
        answers: { necessary: 3, existingEnough: 0, otherCause: 0, dontKnow: 0 },
      },
      targets: {
        question: 'target-ranking',
        answers: { n: 3, tiers: [['a'], ['b']], kendallW: 1, polarised: [] },
      },
      duration: { question: 'duration', answers: { categories: hours, counts: { v75: 3 } } },
      mixing: {
        question: 'mixing',
        answers: [{ row: 'cultures', agree: 3, neutral: 0, disagree: 0 }],
      },
    });
    expect(answers.map(({ certainty }) => certainty)).toEqual(answers.map(() => 'too-few'));
    for (const { kind, n } of answers.flatMap(({ statements }) => statements)) {
      expect(kind).toBe('unanswered');
      expect([0, 3]).toContain(n);
    }
  });

  test('a divided room is called divided, and its order stays open when nothing is apart', () => {
    const findings = { n: 60, tiers: [['a', 'b', 'c']], kendallW: 0.02, polarised: ['a', 'c'] };
    const [leaders, divided] = rankingStatements('contents', findings, 6, {
      questions: ['ranking'],
      filter: {},
    });
    expect(leaders).toMatchObject({ certainty: 'open', figures: { behind: [] } });
    expect(divided).toMatchObject({ kind: 'divided', figures: { items: ['a', 'c'] } });
  });

  test('other causes are named beside a verdict that training is needed', () => {
    const [first] = decisionOf({
      ...room,
      necessary: {
        question: 'training-necessary',
        answers: { necessary: 75, existingEnough: 5, otherCause: 20, dontKnow: 0 },
      },
    }).answers;
    expect(first!.statements.map(({ kind }) => kind)).toEqual([
      'training-verdict',
      'other-causes',
      'leaders',
      'divided',
    ]);
  });
});

describe('the format that acceptance points to', () => {
  const answer = (counts: Record<string, number>) =>
    formatAnswer(ordinalSummary(acceptance, counts));

  test('is borne out only when the whole interval of the median points there', () => {
    expect(answer({ v4: 20, v5: 20 })).toEqual({ format: 'mainly-online', borne: true });
    expect(answer({ v1: 20, v2: 9 })).toEqual({ format: 'face-to-face', borne: true });
    expect(answer({ v3: 11, v4: 10 })).toEqual({ format: 'half-and-half', borne: false });
    expect(answer({ v4: 3 })).toEqual({ format: 'mainly-online', borne: false });
    expect(answer({ v2: 10, v4: 10 })).toEqual({ format: 'half-and-half', borne: false });
    expect(answer({})).toBeNull();
  });
});

describe('statements about gaps and plans', () => {
  const evidence = { questions: ['importance', 'level'], filter: {} };
  const golden = fixture<{ importance: (number | null)[][]; ability: (number | null)[][] }>(
    'golden/tna-example.json',
  );
  const tally = tallyRatings(golden.importance, golden.ability);

  test('an item lacks or exceeds only what the corrected test bears out', () => {
    const ids = 'abcdefgh'.split('');
    const said = gapStatements(gapsOf(tally), ids, quadrantsOf(tally, 'grand-means'), evidence);
    const found = said.map((one) =>
      one.kind === 'gap' ? [one.figures.item, one.figures.direction, one.certainty] : [],
    );
    expect(found).toEqual([
      ['a', 'lacking', 'firm'],
      ['b', 'lacking', 'firm'],
      ['c', 'none', 'open'],
      ['d', 'lacking', 'firm'],
      ['e', 'none', 'open'],
      ['f', 'none', 'open'],
      ['g', 'lacking', 'firm'],
      ['h', 'exceeding', 'firm'],
    ]);
    const few = tallyRatings([[5], [5]], [[1], [1]]);
    expect(gapStatements(gapsOf(few), ['a'], quadrantsOf(few, 'midpoint'), evidence)).toMatchObject(
      [{ kind: 'unanswered', n: 2 }],
    );
  });

  test('a plan says its workload, its rests, its ties, its stability and one more day', () => {
    const modules = ['a', 'b', 'c'].map((id) => ({ id, weight: 1 }));
    const rules = { ...defaultPlanRules, hours: 41 };
    const order = [[0], [1], [2]];
    const stability = finished(
      planStability({
        respondents: 20,
        samples: 20,
        planOf: planSampler({
          modules,
          rules,
          worths: worthSampler(
            3,
            Array.from({ length: 20 }, () => order),
            'bottom',
          ).sample,
        }),
      }),
    );
    const said: Statement[] = planStatements(
      {
        plan: curriculumPlan(modules, rules),
        stability,
        more: { ...oneMoreDay(modules, rules), dayHours: rules.dayHours },
      },
      evidence,
    );
    expect(said.map(({ kind }) => kind)).toEqual([
      'plan',
      'plan-reason',
      'plan-tie',
      'module-stability',
      'module-stability',
      'module-stability',
      'one-more-day',
    ]);
    expect(said[0]).toMatchObject({
      figures: { workload: { totalHours: 40, contactHours: 16, credits: 1.5 }, unplaced: 1 },
    });
    expect(said[3]).toMatchObject({ n: 20, certainty: 'firm' });
    expect(said.at(-1)).toMatchObject({ figures: { addedHours: 5, joined: [] } });
  });

  test('a plan that is impossible has its reasons and nothing else', () => {
    const plan = curriculumPlan([{ id: 'a', weight: 1 }], { ...defaultPlanRules, hours: 2 });
    expect(planStatements({ plan }, evidence)).toMatchObject([
      {
        kind: 'plan-reason',
        figures: { possible: false, reason: { code: 'limit-below-one-module', needed: 5 } },
      },
    ]);
  });
});
