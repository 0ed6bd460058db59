import { describe, expect, test } from 'vitest';
import { planStability, finished } from '../../src/needs/stability.ts';
import { lowerMedianSampler } from '../../src/needs/median-sampler.ts';
import { rankGap } from '../../src/needs/rank-gap.ts';
import { rankGapSampler } from '../../src/needs/rank-gap-sampler.ts';
import { blankStudy } from '../../src/survey/blank-study.ts';
import { DEFAULT_SETTINGS, PlanSettings } from '../../src/survey/needs/plan-settings.ts';
import { readPlanForm } from '../../src/survey/needs/plan-form.ts';
import { NEED_ROLES, needRoles } from '../../src/survey/needs/roles.ts';
import {
  type DrawnPlan,
  type StabilityTask,
  workStability,
} from '../../src/survey/needs/stability-task.ts';
import { tableClusters } from '../../src/survey/needs/table-clusters.ts';
import { template } from '../../src/survey/templates.ts';

describe('which question plays which part', () => {
  test('every part of the first template is found by what the study says', () => {
    const roles = needRoles(template('smart-city-programme-manager')!);
    expect(Object.values(roles).every((id) => id !== null)).toBe(true);
    expect(new Set(Object.values(roles)).size).toBe(NEED_ROLES.length);
  });

  test('renamed questions are found by their list, unit and number', () => {
    const definition = structuredClone(template('smart-city-programme-manager')!);
    const known = needRoles(definition);
    const renamed = new Map(Object.values(known).map((id, at) => [id!, `q-${at}`]));
    const questions = definition.questions.map((question) => ({
      ...question,
      id: renamed.get(question.id) ?? question.id,
    }));
    const roles = needRoles({ ...definition, questions, analyses: [] });
    for (const role of NEED_ROLES) {
      if (role === 'importance' || role === 'level') continue;
      expect([role, roles[role]]).toEqual([role, renamed.get(known[role]!)]);
    }
    // Both matrices of the list are told apart by the names of their scales.
    expect(roles.importance).toBe(renamed.get(known.importance!));
    expect(roles.level).toBe(renamed.get(known.level!));
  });

  test('a designer decides, but only for a question that fits, and no question plays two parts', () => {
    const definition = template('local-digital-skills')!;
    const chosen = needRoles(definition, {
      contents: 'topic-ranking',
      level: null,
      duration: 'role',
    });
    expect(chosen).toMatchObject({ contents: 'topic-ranking', level: null, duration: null });
    const twice = needRoles(definition, { contents: 'skill-ranking', targets: 'skill-ranking' });
    expect(twice).toMatchObject({ contents: 'skill-ranking', targets: null });
  });

  test('a study about something else has no part to play', () => {
    const roles = needRoles(blankStudy('en'));
    expect(roles.importance).toBeNull();
    expect(roles.duration).toBeNull();
  });
});

const task: StabilityTask = {
  modules: ['a', 'b', 'c', 'd'].map((id) => ({ id })),
  rules: { ...DEFAULT_SETTINGS.rules, hours: 20 },
  rankingPart: 0.5,
  items: 4,
  places: [0, 1, 2, 3],
  unranked: 'bottom',
  rankings: Array.from({ length: 40 }, (_, n) => (n % 3 ? [[0], [1]] : [[2], [3], [0]])),
  ratings: null,
  points: [0, 1, 2, 3],
  levels: Array.from({ length: 40 }, (_, n) => [n % 4, 1, n % 2 ? null : 3, 2]),
  hours: Array.from({ length: 40 }, (_, n) => (n % 2 ? 40 : 15)),
  respondents: 40,
  clusters: null,
  samples: 60,
};

describe('stability', () => {
  test('comes out the same in slices as in one go', () => {
    const whole = workStability(task, [], () => true)!;
    const drawn: DrawnPlan[] = [];
    let slices = 0;
    let result = null;
    while (!result) {
      const most = drawn.length + 7;
      result = workStability(task, drawn, (done) => done < most);
      slices++;
    }
    expect(slices).toBeGreaterThan(5);
    expect(result).toEqual(whole);
    expect(drawn).toHaveLength(task.samples);
    const kept = JSON.parse(JSON.stringify(drawn.slice(0, 20))) as DrawnPlan[];
    expect(workStability(task, kept, () => true)).toEqual(whole);
    expect(whole.modules.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
    expect(new Set(drawn.map(String)).size).toBeGreaterThan(1);
  });

  test('draws as planStability does', () => {
    const seen: number[][] = [];
    const plan = { possible: true, modules: [] } as never;
    finished(
      planStability({
        respondents: 3,
        samples: 2,
        planOf: (drawn) => {
          seen.push([...(drawn as Uint16Array)]);
          return plan;
        },
      }),
    );
    for (const drawn of seen) expect(drawn.reduce((sum, times) => sum + times, 0)).toBe(3);
  });
});

describe('tables are drawn in place of people', () => {
  const at = (table: string | null, event: string | null = null) => ({ table, event });
  const people = (...tables: (string | null)[]) => tables.map((table) => at(table));

  test('where nearly all sat at one of two or more, and each event has its own', () => {
    expect(tableClusters(people('1', '2', '1'))).toHaveLength(3);
    expect(tableClusters(people('1', '1', '1'))).toBeNull();
    expect(tableClusters(people(null, null, null))).toBeNull();
    expect(tableClusters([])).toBeNull();
    const clusters = tableClusters([at('1', 'oslo'), at('1', 'turin'), at('1', 'oslo')])!;
    expect(clusters[0]).toBe(clusters[2]);
    expect(clusters[0]).not.toBe(clusters[1]);
    const nine = people('1', '2', '3', '1', '2', '3', '1', '2', '3');
    expect(tableClusters([...nine, at(null)])!.at(-1)).toBeNull();
    expect(tableClusters([...nine, at(null), at('')])).toBeNull();
  });

  test('by a task as by the mathematics, in slices too', () => {
    const seated: StabilityTask = {
      ...task,
      clusters: Array.from({ length: 40 }, (_, n) => `table ${n % 5}`),
    };
    const whole = workStability(seated, [], () => true)!;
    expect(whole.tables).toBe(5);
    expect(whole.modules).not.toEqual(workStability(task, [], () => true)!.modules);
    const drawn: DrawnPlan[] = [];
    expect(workStability(seated, drawn, (done) => done < 20)).toBeNull();
    expect(workStability(seated, drawn, () => true)).toEqual(whole);
  });
});

test('the lower median of a sample is a value that somebody gave', () => {
  const median = lowerMedianSampler([75, 40, null, 150, 40]);
  expect(median([1, 1, 5, 1, 1])).toBe(40);
  expect(median([1, 0, 0, 1, 0])).toBe(75);
  expect(median([1, 0, 0, 2, 0])).toBe(150);
  expect(median([0, 0, 9, 0, 0])).toBeNull();
});

test('gaps of a sample are those of the people in it', () => {
  const rankings = [[[0], [1], [2]], [[2], [0]], null];
  const levels = [
    [1, 2, 3],
    [0, null, 1],
    [3, 3, null],
  ];
  const sample = rankGapSampler(3, rankings, levels, [0, 1, 2, 3]);
  const [first, second] = sample([2, 1, 0])!;
  const gap = (meanRank: number, level: number) =>
    rankGap({ meanRank, items: 3, level, lowest: 0, highest: 3 })!;
  expect(first).toBeCloseTo(gap((2 * 1 + 2) / 3, (2 * 1 + 0) / 3), 12);
  expect(second).toBeCloseTo(gap((2 * 2 + 3) / 3, 2), 12);
  expect(sample([0, 0, 1])).toEqual([null, null, null]);
});

describe('the form of a plan', () => {
  const items = { modules: ['a', 'b'], methods: ['lab', 'talk'] };

  test('a form without a field leaves what it stands for as it was', () => {
    const before = PlanSettings.parse({
      modules: { a: { mustHave: true } },
      sheets: { b: { title: 'B' } },
      roles: { contents: 'topics' },
    });
    const read = readPlanForm(new FormData(), items, before);
    expect(PlanSettings.parse(read)).toMatchObject({
      modules: before.modules,
      sheets: before.sheets,
      roles: before.roles,
      match: before.match,
      rules: before.rules,
      rankingPart: before.rankingPart,
    });
  });

  test('reads modules, methods and sheets, and numbers with a comma', () => {
    const form = new FormData();
    const fields: [string, string][] = [
      ['part', '12,5'],
      ['has.modules', '1'],
      ['m.a.in', '1'],
      ['m.a.min', '7.5'],
      ['m.a.pre', 'b'],
      ['m.a.pre', ''],
      ['has.match', '1'],
      ['t.lab.hands-on', '1'],
      ['a.a', 'lab'],
      ['has.sheet.a', '1'],
      ['s.a.learningOutcomes', 'One\r\n\r\n Two '],
      ['s.a.country', 'es'],
      ['s.a.ecf', 'D.7, E.2'],
      ['has.roles', '1'],
      ['role.contents', 'topics'],
      ['role.level', '-'],
    ];
    for (const [name, value] of fields) form.append(name, value);
    const read = PlanSettings.parse(readPlanForm(form, items, DEFAULT_SETTINGS));
    expect(read.rankingPart).toBe(0.125);
    expect(read.modules).toEqual({ a: { min: 7.5, prerequisites: ['b'] }, b: { excluded: true } });
    expect(read.match.traits['lab']).toEqual(['hands-on']);
    expect(read.match.affinities.at(-1)).toEqual({ id: 'a', modules: ['a'], methods: ['lab'] });
    expect(read.sheets['a']).toMatchObject({
      learningOutcomes: ['One', 'Two'],
      country: 'ES',
      ecf: ['D.7', 'E.2'],
    });
    expect(read.roles).toEqual({ contents: 'topics', level: null });
  });
});
