import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { curriculumPlan } from '../../src/needs/curriculum.ts';
import { defaultMatchRules } from '../../src/needs/match-rules.ts';
import { matchModules, needsHandsOn } from '../../src/needs/module-match.ts';
import type { FormatWishes } from '../../src/needs/module-match.ts';
import { moduleSheets } from '../../src/needs/module-sheet.ts';
import type { OrdinalQuantile } from '../../src/needs/ordinal.ts';
import { defaultPlanRules } from '../../src/needs/plan-input.ts';

const median = (low: number, high = low): OrdinalQuantile => ({
  categories: [String(low), String(high)],
  values: [low, high],
});
const methods = [
  ['case-studies'],
  ['live-online', 'peer-exchange'],
  ['self-paced'],
  ['classroom-lectures'],
  ['hands-on-lab'],
  ['own-project'],
];
const wishes = (acceptance: OrdinalQuantile | null, onlineShare: number | null = 0.4) =>
  ({ methods, acceptance, onlineShare }) satisfies FormatWishes;
const match = (id: string, given: FormatWishes, contactHours = 10) =>
  matchModules([{ id, contactHours }], given, defaultMatchRules)[0]!;

describe('methods of a module', () => {
  test('are the best-ranked ones, with their places', () => {
    expect(match('data-protection', wishes(median(5))).methods).toEqual([
      { id: 'case-studies', place: 1, reason: { rule: 'top-ranked' } },
      { id: 'live-online', place: 2, reason: { rule: 'top-ranked' } },
    ]);
  });

  test('that suit the module come first, if they reached the top places', () => {
    expect(match('citizen-engagement', wishes(median(5))).methods[0]).toEqual({
      id: 'peer-exchange',
      place: 2,
      reason: { rule: 'affinity', id: 'people-need-people' },
    });
    const lab = match('data-analysis', wishes(median(5))).methods.map(({ id }) => id);
    expect(lab).not.toContain('hands-on-lab');
  });

  test('include the best hands-on one as soon as e-learning is not fully accepted', () => {
    expect(match('data-protection', wishes(median(3))).methods).toEqual([
      { id: 'case-studies', place: 1, reason: { rule: 'top-ranked' } },
      { id: 'hands-on-lab', place: 6, reason: { rule: 'hands-on' } },
    ]);
    const none = { ...wishes(median(3)), methods: [['case-studies'], ['live-online']] };
    expect(match('data-protection', none).methods.map(({ id }) => id)).toEqual([
      'case-studies',
      'live-online',
    ]);
  });

  test('follow the rules that a designer changes', () => {
    const rules = {
      ...defaultMatchRules,
      methodsPerModule: 1,
      affinities: [{ id: 'own', modules: ['law'], methods: ['classroom-lectures'] }],
    };
    const [law] = matchModules([{ id: 'law', contactHours: 4 }], wishes(median(5)), rules);
    expect(law!.methods).toEqual([
      { id: 'classroom-lectures', place: 5, reason: { rule: 'affinity', id: 'own' } },
    ]);
  });
});

describe('the hands-on rule', () => {
  test('applies below 4, between 3 and 4, and when nobody answered', () => {
    expect(
      [median(3), median(3, 4), null].map((at) => needsHandsOn(at, defaultMatchRules)),
    ).toEqual([true, true, true]);
    expect([median(4), median(4, 5)].map((at) => needsHandsOn(at, defaultMatchRules))).toEqual([
      false,
      false,
    ]);
  });

  test('gives at least a fifth of the contact hours, and hours add up whatever is wished', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }).map((halves) => halves / 2),
        fc.integer({ min: 0, max: 100 }),
        fc.constantFrom(1, 2, 3, 4, 5),
        (contactHours, percent, acceptance) => {
          const { hours, onlineLimited } = match(
            'data-analysis',
            wishes(median(acceptance), percent / 100),
            contactHours,
          );
          expect(hours.online + hours.handsOn + hours.other).toBeCloseTo(contactHours, 9);
          for (const part of Object.values(hours)) expect(part).toBeGreaterThanOrEqual(0);
          if (acceptance < 4)
            expect(hours.handsOn).toBeGreaterThanOrEqual(0.2 * contactHours - 1e-9);
          else expect(hours.handsOn).toBe(0);
          if (!onlineLimited) {
            expect(Math.abs(hours.online - (percent / 100) * contactHours)).toBeLessThanOrEqual(
              0.25,
            );
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('keeps its hours when everything is wished online, and says that it does', () => {
    const all = match('data-analysis', wishes(median(3), 1));
    expect(all.hours).toEqual({ online: 8, handsOn: 2, other: 0 });
    expect(all.onlineLimited).toBe(true);
    expect(match('data-analysis', wishes(median(5), null)).hours).toEqual({
      online: 0,
      handsOn: 0,
      other: 10,
    });
  });
});

describe('module sheets', () => {
  const plan = curriculumPlan(
    [
      { id: 'a', weight: 3, prerequisites: ['b'] },
      { id: 'b', weight: 2 },
      { id: 'c', weight: 0 },
    ],
    { ...defaultPlanRules, hours: 25 },
  );
  const matches = matchModules(
    plan.modules.map(({ id, workload }) => ({ id, contactHours: workload.contactHours })),
    wishes(median(3)),
    defaultMatchRules,
  );

  test('come in teaching order for the modules of the plan, with workload in hours and credits', () => {
    const sheets = moduleSheets({ plan, matches, texts: {}, prerequisites: { a: ['b'] } });
    expect(sheets.map(({ id, position }) => [id, position])).toEqual([
      ['b', 1],
      ['a', 2],
    ]);
    expect(sheets[1]).toMatchObject({
      prerequisites: ['b'],
      participation: 'blended',
      workload: { totalHours: 15, contactHours: 6, credits: 0.5, hoursPerCredit: 25 },
    });
  });

  test('name the elements of a micro-credential that nobody has written yet', () => {
    const [sheet] = moduleSheets({
      plan,
      matches,
      texts: {
        b: { title: 'B', learningOutcomes: [], eqfLevel: 6, assessment: '', country: 'ES' },
      },
    });
    expect(sheet!.missing).toEqual([
      'learningOutcomes',
      'assessment',
      'qualityAssurance',
      'awardingBody',
    ]);
    expect(sheet).toMatchObject({ title: 'B', eqfLevel: 6, stability: null });
  });
});
