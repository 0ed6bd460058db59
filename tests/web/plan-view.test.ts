import { describe, expect, test } from 'vitest';
import { moduleSheets } from '../../src/needs/module-sheet.ts';
import { planned, type PlanBasis } from '../../src/survey/needs/planned.ts';
import { PlanSettings } from '../../src/survey/needs/plan-settings.ts';
import { sheetTexts } from '../../src/survey/needs/sheet-texts.ts';
import { figureWords } from '../../web/pages/figure-words.ts';
import { planView } from '../../web/plan/plan-view.ts';
import { planTexts } from '../../web/text/plan/texts.ts';

const ids = ['data', 'law', 'teams', 'trends'];
const items = ids.map((id) => ({ id, name: id, ecf: [], digcomp: [], esco: null }));
const nothing = { questions: [], n: 0, certainty: 'too-few', figures: null, missing: 'no-answers' };
const basis = {
  items,
  rankings: { methods: { ...nothing, figures: { order: [['lab'], ['talk'], ['video']] } } },
  acceptance: nothing,
  onlineShare: nothing,
  spread: nothing,
  duration: nothing,
  scores: {
    ...nothing,
    figures: { scores: { worthShares: [0.4, 0.3, 0.2, 0.1], gapShares: null } },
  },
} as unknown as PlanBasis;
const words = {
  say: planTexts('en'),
  figures: figureWords('en'),
  name: (id: string) => id,
};
const settingsOf = (hours: number | null, more: object = {}) =>
  PlanSettings.parse({ duration: { from: 'typed', hours }, ...more });
const viewOf = (settings: PlanSettings) => planView(planned(basis, settings), ids, settings, words);
const shownOf = (view: ReturnType<typeof viewOf>, part: string) =>
  ids.filter((id) => view.shown[`${part}.${id}`] === true);

describe('what the page of a plan says while its rules are changed', () => {
  test('methods and sheets are those of the modules in the plan, whatever the hours', () => {
    for (const hours of [5, 10, 20, 60]) {
      const settings = settingsOf(hours);
      const { plan } = planned(basis, settings);
      const view = viewOf(settings);
      const isIn = ids.filter((id) => plan!.order.includes(id));
      expect(shownOf(view, 'match')).toEqual(isIn);
      expect(shownOf(view, 'sheet')).toEqual(isIn);
      expect(view.orders.sheets.slice(0, plan!.order.length)).toEqual(plan!.order);
      expect(view.orders.sheets.toSorted()).toEqual(ids);
      for (const { id, workload } of plan!.modules.filter((module) => module.hours > 0)) {
        expect(view.texts[`sheetHead.${id}`]).toContain(`${workload.totalHours} h`);
      }
    }
    expect(shownOf(viewOf(settingsOf(5)), 'sheet').length).toBeLessThan(
      shownOf(viewOf(settingsOf(60)), 'sheet').length,
    );
  });

  test('neither is there without a plan', () => {
    const { shown, orders } = viewOf(settingsOf(null));
    expect(Object.values(shown).filter(Boolean)).toEqual([]);
    expect(orders.sheets).toEqual(ids);
  });

  test('a sheet misses what the document of the plan says it misses', () => {
    const sheets = { data: { eqfLevel: 5, country: 'ES', assessment: 'A report' } };
    const settings = settingsOf(60, { sheets, modules: { law: { prerequisites: ['data'] } } });
    const { plan, matches } = planned(basis, settings);
    const view = viewOf(settings);
    const texts = sheetTexts(items, settings.sheets);
    for (const { id, missing, position } of moduleSheets({ plan: plan!, matches, texts })) {
      const told = Object.keys(view.shown).filter((key) => key.startsWith(`missing.${id}.`));
      expect(told).toEqual(missing.map((element) => `missing.${id}.${element}`));
      expect(view.texts[`position.${id}`]).toBe(String(position));
    }
    expect(view.shown['missing.data.eqfLevel']).toBeUndefined();
    expect(view.texts['needs.law']).toBe('data');
    expect(view.texts['needs.data']).toBe('nothing');
  });

  test('methods follow the rules for methods, and say by which they are there', () => {
    const match = {
      ...settingsOf(60).match,
      methodsPerModule: 1,
      traits: { video: ['hands-on' as const] },
      affinities: [{ id: 'law', modules: ['law'], methods: ['talk'] }],
    };
    // Nobody has said that e-learning is accepted, so the hands-on rule applies.
    const strict = viewOf(settingsOf(60, { match })).texts;
    expect(strict['methods.data']).toBe('video (hands-on rule, place 3)');
    const none = { ...match, traits: {} };
    const { texts } = viewOf(settingsOf(60, { match: none }));
    expect(texts['methods.law']).toBe('talk (suits it, place 2)');
    expect(texts['methods.data']).toBe('lab (place 1)');
    expect(texts['methodsLead']).toContain('at least 20% of the hours');
  });
});
