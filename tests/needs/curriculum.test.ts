import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { curriculumPlan } from '../../src/needs/curriculum.ts';
import type { CurriculumPlan } from '../../src/needs/curriculum.ts';
import { largestRemainder } from '../../src/needs/largest-remainder.ts';
import { defaultPlanRules } from '../../src/needs/plan-input.ts';
import type { CourseModule, PlanRules } from '../../src/needs/plan-input.ts';
import { groupedReasons } from '../../src/needs/plan-reason.ts';
import { oneMoreDay, planVariants } from '../../src/needs/plan-variants.ts';
import { workloadOf } from '../../src/needs/workload.ts';
import { fixture } from './fixtures.ts';
import { linkedModules, plainModules, rulesOf } from './plan-arbitrary.ts';

interface Fixtures {
  'curriculum-75h': {
    weights: number[];
    totalHours: number;
    step: number;
    min: number;
    max: number;
    hours: number[];
  };
}

const worked = fixture<Fixtures>('statistics-fixtures.json')['curriculum-75h'];
const workedModules = worked.weights.map((weight, index) => ({ id: `m${index + 1}`, weight }));
const workedRules: PlanRules = {
  ...defaultPlanRules,
  hours: worked.totalHours,
  step: worked.step,
  min: worked.min,
  max: worked.max,
};

const hoursOf = (plan: CurriculumPlan) => plan.modules.map(({ hours }) => hours);
const codes = (plan: CurriculumPlan) => plan.reasons.map(({ code }) => code);
const ofWeights = (...weights: number[]): CourseModule[] =>
  weights.map((weight, index) => ({ id: String.fromCodePoint(97 + index), weight }));
const runs = {
  numRuns: Number(process.env.PLAN_RUNS ?? 1500),
  seed: Number(process.env.PLAN_SEED ?? 20181115),
};

describe('the worked case of 75 hours', () => {
  const plan = curriculumPlan(workedModules, workedRules);

  test('gives the published hours exactly', () => {
    expect(hoursOf(plan)).toEqual(worked.hours);
    expect(plan).toMatchObject({ hours: 75, unplaced: 0, reasons: [], possible: true });
  });

  test('states contact hours, total hours and credits', () => {
    expect(plan.workload).toEqual({
      contactHours: 30,
      totalHours: 75,
      credits: 3,
      hoursPerCredit: 25,
    });
    const contact = curriculumPlan(workedModules, { ...workedRules, hoursAre: 'contact' });
    expect(contact.workload).toMatchObject({ contactHours: 75, totalHours: 187.5, credits: 7.5 });
  });

  test('one more day brings hours, which modules gain is said, and the rest that no step takes', () => {
    const more = oneMoreDay(workedModules, workedRules);
    expect(more.addedHours).toBe(7.5);
    expect(more.plan.reasons).toEqual([{ code: 'step-leaves-rest', unplaced: 0.5 }]);
    expect(more.changes.reduce((sum, { change }) => sum + change, 0)).toBe(7.5);
    expect([...more.joined, ...more.left]).toEqual([]);
    const whole = oneMoreDay(workedModules, { ...workedRules, hours: 60, dayHours: 40 });
    expect(whole.joined.length).toBeGreaterThan(0);
  });

  test('variants of 40, 75 and 150 hours stand side by side, the longest no narrower', () => {
    const variants = planVariants(workedModules, workedRules, {
      short: 40,
      standard: 75,
      long: 150,
    });
    expect(variants.standard).toEqual(plan);
    expect([variants.short.hours, variants.long.hours]).toEqual([40, 150]);
    expect(variants.short.coverage).toBeLessThan(variants.long.coverage);
    expect(variants.long.workload.credits).toBe(6);
  });
});

describe('laws of proportional plans', () => {
  test('hours add up exactly to the limit, or the reason and the missing hours are given', () => {
    fc.assert(
      fc.property(fc.oneof(plainModules, linkedModules), rulesOf, (modules, rules) => {
        const plan = curriculumPlan(modules, rules);
        const sum = hoursOf(plan).reduce((total, hours) => total + hours, 0);
        expect(plan.hours).toBeCloseTo(sum, 9);
        expect(plan.hours + plan.unplaced).toBeCloseTo(rules.hours, 9);
        if (plan.unplaced === 0) expect(plan.hours).toBe(rules.hours);
        if (plan.reasons.length === 0) expect(plan.unplaced).toBe(0);
        else if (plan.possible) {
          const said = plan.reasons.reduce(
            (total, reason) => total + ('unplaced' in reason ? reason.unplaced : NaN),
            0,
          );
          expect(said).toBeCloseTo(plan.unplaced, 9);
        } else {
          expect(plan.hours).toBe(0);
        }
      }),
      runs,
    );
  });

  test('a rest is left only for the step or because everything has its maximum', () => {
    fc.assert(
      fc.property(fc.oneof(plainModules, linkedModules), rulesOf, (modules, rules) => {
        const plan = curriculumPlan(modules, rules);
        if (!plan.possible) return;
        for (const reason of plan.reasons) {
          if (reason.code === 'step-leaves-rest') {
            expect(reason.unplaced).toBeLessThan(rules.step);
          } else {
            const isIn = plan.modules.filter(({ hours }) => hours > 0);
            const all = plan.modules.filter(({ share }) => share > 2e-9);
            for (const { share, bound } of isIn) if (share > 2e-9) expect(bound).toBe('maximum');
            if (reason.code === 'next-needs-more') {
              expect(all.some(({ hours }) => hours === 0)).toBe(true);
              const least =
                isIn.length * Math.max(1, Math.ceil(rules.min / rules.step - 1e-9)) * rules.step;
              expect(least + reason.needed).toBeGreaterThan(rules.hours - 1e-9);
            } else {
              expect(reason.code).toBe('maximum-reached');
              expect(all.every(({ hours }) => hours > 0)).toBe(true);
            }
          }
        }
      }),
      runs,
    );
  });

  test('a higher weight never gets fewer hours', () => {
    fc.assert(
      fc.property(plainModules, rulesOf, (modules, rules) => {
        const hours = hoursOf(curriculumPlan(modules, rules));
        for (const [a, { weight }] of modules.entries()) {
          for (const [b, other] of modules.entries()) {
            if (weight > other.weight) expect(hours[a]).toBeGreaterThanOrEqual(hours[b]!);
          }
        }
      }),
      runs,
    );
  });

  test('equal weights differ by at most one step while both are in, and the plan names them', () => {
    fc.assert(
      fc.property(plainModules, rulesOf, (modules, rules) => {
        const plan = curriculumPlan(modules, rules);
        const hours = hoursOf(plan);
        for (const [a, { id, weight }] of modules.entries()) {
          for (const [b, other] of modules.entries()) {
            if (weight !== other.weight || hours[a] === hours[b]) continue;
            expect(
              plan.tiesBroken.some((group) => group.includes(id) && group.includes(other.id)),
            ).toBe(true);
            if (hours[a]! > 0 && hours[b]! > 0) {
              expect(Math.abs(hours[a]! - hours[b]!)).toBeCloseTo(rules.step, 9);
            }
          }
        }
      }),
      runs,
    );
  });

  test('limits are kept by every module that is in', () => {
    fc.assert(
      fc.property(fc.oneof(plainModules, linkedModules), rulesOf, (modules, rules) => {
        for (const { hours } of curriculumPlan(modules, rules).modules) {
          if (hours === 0) continue;
          expect(hours).toBeGreaterThanOrEqual(rules.min - 1e-9);
          expect(hours).toBeLessThanOrEqual(rules.max + 1e-9);
          expect(Math.abs(hours / rules.step - Math.round(hours / rules.step))).toBeLessThan(1e-6);
        }
      }),
      runs,
    );
  });

  test('must-haves and what a module needs are in, and come before it', () => {
    fc.assert(
      fc.property(
        linkedModules,
        rulesOf,
        fc.constantFrom<PlanRules['sizing']>('proportional', 'fixed'),
        (modules, rules, sizing) => {
          const plan = curriculumPlan(modules, { ...rules, sizing });
          if (!plan.possible) return;
          for (const { id, mustHave } of modules) if (mustHave) expect(plan.order).toContain(id);
          for (const [place, id] of plan.order.entries()) {
            const { prerequisites } = modules.find((module) => module.id === id)!;
            for (const needed of prerequisites!) {
              const before = plan.order.indexOf(needed);
              expect(before).toBeGreaterThanOrEqual(0);
              expect(before).toBeLessThan(place);
            }
          }
        },
      ),
      runs,
    );
  });

  test('new names change nothing', () => {
    const renamed = (id: string) => `z${99 - Number(id.slice(1))}`;
    fc.assert(
      fc.property(linkedModules, rulesOf, (modules, rules) => {
        const others = modules.map((module) => ({
          ...module,
          id: renamed(module.id),
          prerequisites: module.prerequisites!.map(renamed),
        }));
        const plan = curriculumPlan(modules, rules);
        const other = curriculumPlan(others, rules);
        expect(hoursOf(other)).toEqual(hoursOf(plan));
        expect(other.order).toEqual(plan.order.map(renamed));
      }),
      runs,
    );
  });

  test('another order of the list changes nothing but who of equal modules comes first', () => {
    fc.assert(
      fc.property(plainModules, rulesOf, fc.integer(), (modules, rules, seed) => {
        const keys = modules.map((_, index) => Math.sin(seed + index * 12.9898));
        const shuffled = modules
          .map((module, index) => ({ module, key: keys[index]! }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ module }) => module);
        const plan = curriculumPlan(modules, rules);
        const other = curriculumPlan(shuffled, rules);
        const tied = new Set([...plan.tiesBroken, ...other.tiesBroken].flat());
        for (const { id, hours } of plan.modules) {
          const there = other.modules.find((module) => module.id === id)!;
          if (!tied.has(id)) expect(there.hours).toBe(hours);
        }
        const byWeight = (list: CourseModule[], { modules: planned }: CurriculumPlan) =>
          planned
            .map(({ hours }, index) => [list[index]!.weight, hours])
            .toSorted((a, b) => a[0]! - b[0]! || a[1]! - b[1]!);
        expect(byWeight(shuffled, other)).toEqual(byWeight(modules, plan));
      }),
      runs,
    );
  });

  test('the same input gives the same plan, and weights count by proportion only', () => {
    fc.assert(
      fc.property(linkedModules, rulesOf, (modules, rules) => {
        const plan = curriculumPlan(modules, rules);
        expect(curriculumPlan(structuredClone(modules), { ...rules })).toEqual(plan);
        const heavier = modules.map((module) => ({ ...module, weight: module.weight * 4 }));
        expect(hoursOf(curriculumPlan(heavier, rules))).toEqual(hoursOf(plan));
      }),
      runs,
    );
  });
});

describe('how proportional plans decide', () => {
  const rules: PlanRules = { ...defaultPlanRules, hours: 20 };

  test('the hours that a capped module can not take go to the others', () => {
    expect(hoursOf(curriculumPlan(ofWeights(9, 1), rules))).toEqual([15, 5]);
  });

  test('a light module stays at its minimum when the others could not hold the hours', () => {
    const plan = curriculumPlan(ofWeights(99, 1), rules);
    expect(hoursOf(plan)).toEqual([15, 5]);
    expect(plan.modules[1]).toMatchObject({ bound: 'minimum', standing: 'by-weight' });
  });

  test('a must-have without weight gets its minimum, a prerequisite follows its module', () => {
    const modules: CourseModule[] = [
      { id: 'a', weight: 8, prerequisites: ['c'] },
      { id: 'b', weight: 2 },
      { id: 'c', weight: 0 },
      { id: 'd', weight: 0, mustHave: true },
    ];
    const plan = curriculumPlan(modules, rules);
    expect(plan.modules.map(({ hours, standing }) => [hours, standing])).toEqual([
      [10, 'by-weight'],
      [0, 'left-out'],
      [5, 'prerequisite'],
      [5, 'must-have'],
    ]);
    expect(plan.order).toEqual(['c', 'a', 'd']);
  });

  test('modules may have limits of their own', () => {
    const modules = [
      { id: 'a', weight: 1, max: 5 },
      { id: 'b', weight: 1, min: 12.5 },
    ];
    expect(hoursOf(curriculumPlan(modules, rules))).toEqual([5, 15]);
  });

  test('a module that left comes back when the hours would otherwise stay unused', () => {
    const modules = [
      { id: 'a', weight: 10, min: 5, max: 5 },
      { id: 'b', weight: 3, min: 20, max: 20 },
      { id: 'c', weight: 1, min: 5, max: 15 },
    ];
    expect(hoursOf(curriculumPlan(modules, rules))).toEqual([5, 0, 15]);
    expect(codes(curriculumPlan(modules, rules))).toEqual([]);
  });
});

describe('a plan that can not be made says why', () => {
  const rules: PlanRules = { ...defaultPlanRules, hours: 20 };
  const cases: [string, CourseModule[], Partial<PlanRules>, CurriculumPlan['reasons']][] = [
    ['no modules', [], {}, [{ code: 'no-modules' }]],
    ['nothing has a weight', ofWeights(0, 0), {}, [{ code: 'no-weights' }]],
    [
      'the limit is below one module',
      ofWeights(2, 1),
      { hours: 2.5 },
      [{ code: 'limit-below-one-module', needed: 5, available: 2.5 }],
    ],
    [
      'must-haves need more than the limit',
      ofWeights(1, 1, 1).map((module) => ({ ...module, mustHave: true })),
      { hours: 12.5 },
      [
        {
          code: 'must-haves-exceed-limit',
          needed: 15,
          available: 12.5,
          modules: ['a', 'b', 'c'],
        },
      ],
    ],
    [
      'prerequisites go in a circle',
      [
        { id: 'a', weight: 1, prerequisites: ['b'] },
        { id: 'b', weight: 1, prerequisites: ['a'] },
        { id: 'c', weight: 1, prerequisites: ['a'] },
      ],
      {},
      [{ code: 'prerequisite-cycle', modules: ['a', 'b'] }],
    ],
    [
      'a prerequisite does not exist',
      [{ id: 'a', weight: 1, prerequisites: ['x'] }],
      {},
      [{ code: 'unknown-prerequisite', module: 'a', prerequisite: 'x' }],
    ],
    [
      'no step lies within the limits',
      ofWeights(1),
      { min: 6, max: 7 },
      [{ code: 'limits-contradict', module: 'a' }],
    ],
    [
      'a rule is out of range',
      ofWeights(1),
      { hoursPerCredit: 24 },
      [{ code: 'invalid-rule', field: 'hoursPerCredit' }],
    ],
    [
      'a weight is no number',
      ofWeights(Number.NaN),
      {},
      [{ code: 'invalid-module', module: 'a', field: 'weight' }],
    ],
    [
      'two modules have one name',
      [...ofWeights(1), ...ofWeights(1)],
      {},
      [{ code: 'duplicate-module', module: 'a' }],
    ],
    [
      'a fixed size is missing',
      ofWeights(1),
      { sizing: 'fixed' },
      [{ code: 'invalid-module', module: 'a', field: 'size' }],
    ],
    [
      'no fixed size fits',
      [{ id: 'a', weight: 1, size: 25 }],
      { sizing: 'fixed' },
      [{ code: 'limit-below-one-module', needed: 25, available: 20 }],
    ],
    [
      'fixed must-haves and what they need do not fit',
      [
        { id: 'a', weight: 1, size: 15, mustHave: true, prerequisites: ['b'] },
        { id: 'b', weight: 0, size: 10 },
      ],
      { sizing: 'fixed' },
      [{ code: 'must-haves-exceed-limit', needed: 25, available: 20, modules: ['a', 'b'] }],
    ],
  ];

  test.each(cases)('%s', (_, modules, change, reasons) => {
    const plan = curriculumPlan(modules, { ...rules, ...change });
    expect(plan.reasons).toEqual(reasons);
    expect(plan).toMatchObject({ possible: false, hours: 0, order: [] });
    expect(hoursOf(plan)).toEqual(modules.map(() => 0));
  });

  test('the rest that is too little for one more module is counted', () => {
    const plan = curriculumPlan(ofWeights(1, 1), {
      ...rules,
      hours: 16,
      step: 4,
      min: 12,
      max: 12,
    });
    expect(plan.reasons).toEqual([{ code: 'next-needs-more', unplaced: 4, needed: 12 }]);
    expect(hoursOf(plan)).toEqual([12, 0]);
    expect(plan.tiesBroken).toEqual([['a', 'b']]);
  });

  test('a limit above all maxima is filled as far as they go', () => {
    const plan = curriculumPlan(ofWeights(3, 1), { ...rules, hours: 76 });
    expect(hoursOf(plan)).toEqual([15, 15]);
    expect(plan.reasons).toEqual([
      { code: 'maximum-reached', unplaced: 45 },
      { code: 'step-leaves-rest', unplaced: 1 },
    ]);
    expect(plan.unplaced).toBe(46);
  });
});

describe('modules of fixed size', () => {
  const rules: PlanRules = { ...defaultPlanRules, sizing: 'fixed', hours: 0 };

  /** The best weight of any selection that keeps the rules, by trying all of them. */
  function bruteForce(modules: readonly CourseModule[], hours: number): number | null {
    const at = new Map(modules.map(({ id }, index) => [id, index]));
    let best: number | null = null;
    for (let set = 0; set < 2 ** modules.length; set++) {
      const isIn = (index: number) => ((set >> index) & 1) === 1;
      let [size, value, legal] = [0, 0, true];
      modules.forEach((module, index) => {
        if (!isIn(index)) {
          if (module.mustHave) legal = false;
          return;
        }
        size += module.size!;
        value += module.weight;
        if (module.prerequisites!.some((id) => !isIn(at.get(id)!))) legal = false;
      });
      if (legal && size <= hours + 1e-9 && (best === null || value > best)) best = value;
    }
    return best;
  }

  test('the choice is worth exactly what trying all of them finds', () => {
    const limit = fc.integer({ min: 0, max: 200 });
    fc.assert(
      fc.property(linkedModules, limit, (modules, hours) => {
        const best = bruteForce(modules, hours);
        const plan = curriculumPlan(modules, { ...rules, hours });
        if (best === null) {
          expect(codes(plan)).toEqual(['must-haves-exceed-limit']);
          return;
        }
        const value = modules.reduce(
          (sum, { weight }, index) => sum + (plan.modules[index]!.hours > 0 ? weight : 0),
          0,
        );
        expect(Math.abs(value - best)).toBeLessThan(1e-7);
        expect(plan.hours).toBeLessThanOrEqual(hours);
      }),
      { numRuns: 400 },
    );
  });

  test('fifteen modules with prerequisites match trying all 32,768 selections', () => {
    const modules: CourseModule[] = Array.from({ length: 15 }, (_, index) => ({
      id: `m${index}`,
      weight: ((index * 7919) % 23) + 1,
      size: ((index * 104729) % 11) + 2.5,
      mustHave: index === 4,
      prerequisites: index % 3 === 2 ? [`m${index - 1}`] : [],
    }));
    for (const hours of [10, 25, 40, 62.5, 90]) {
      const plan = curriculumPlan(modules, { ...rules, hours });
      const value = modules.reduce(
        (sum, { weight }, index) => sum + (plan.modules[index]!.hours > 0 ? weight : 0),
        0,
      );
      expect(value).toBe(bruteForce(modules, hours) ?? 0);
    }
  });

  test('of choices worth the same the shorter is taken, and a draw is said', () => {
    const modules = [
      { id: 'a', weight: 2, size: 10 },
      { id: 'b', weight: 1, size: 5 },
      { id: 'c', weight: 1, size: 2.5 },
    ];
    const shorter = curriculumPlan(modules, { ...rules, hours: 15 });
    expect(shorter.order).toEqual(['a', 'c']);
    expect(shorter.unique).toBe(true);
    const draw = curriculumPlan(
      ofWeights(1, 1).map((one) => ({ ...one, size: 5 })),
      {
        ...rules,
        hours: 5,
      },
    );
    expect(draw).toMatchObject({ order: ['a'], unique: false, tiesBroken: [['a', 'b']] });
  });

  test('hours that nothing better fills are counted', () => {
    const plan = curriculumPlan([{ id: 'a', weight: 1, size: 12.5 }], { ...rules, hours: 20 });
    expect(plan.reasons).toEqual([{ code: 'sizes-leave-rest', unplaced: 7.5 }]);
  });

  test('forty modules are decided, of whose sets there are 2^40', () => {
    const modules = Array.from({ length: 40 }, (_, index) => ({
      id: `m${index}`,
      weight: ((index * 7919) % 97) + 1,
      size: (((index * 104729) % 13) + 1) * 2.5,
    }));
    expect(curriculumPlan(modules, { ...rules, hours: 300 }).possible).toBe(true);
  });
});

describe('rounding to whole steps', () => {
  test('gives the larger remainder its step first, and the earlier of equals', () => {
    expect(largestRemainder([2.2, 1.8, 1], 5)).toEqual([2, 2, 1]);
    expect(largestRemainder([1.5, 1.5, 1], 4)).toEqual([2, 1, 1]);
    expect(largestRemainder([2.9999999999, 1.0000000001], 4)).toEqual([3, 1]);
  });
});

describe('credits', () => {
  test('are rounded down to halves of the total workload', () => {
    const credits = (hours: number, hoursPerCredit: number) =>
      workloadOf(hours, { hoursAre: 'total', contactShare: 0.4, hoursPerCredit }).credits;
    expect([75, 87.4, 87.5, 12.4, 0].map((hours) => credits(hours, 25))).toEqual([3, 3, 3.5, 0, 0]);
    expect([75, 750].map((hours) => credits(hours, 30))).toEqual([2.5, 25]);
  });
});

test('a reason that modules share is told once with all of them, and others stay apart', () => {
  const wrong = (module: string, field: 'size' | 'weight') =>
    ({ code: 'invalid-module', module, field }) as const;
  const reasons = [wrong('law', 'size'), wrong('law', 'weight'), wrong('data', 'size')];
  expect(groupedReasons([...reasons, reasons[0]!, { code: 'no-weights' }])).toEqual([
    { kind: 'invalid-module-size', reason: reasons[0], modules: ['law', 'data'] },
    { kind: 'invalid-module-weight', reason: reasons[1], modules: ['law'] },
    { kind: 'no-weights', reason: { code: 'no-weights' }, modules: [] },
  ]);
});
