import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { qualityOf } from '../../src/db/quality-of.ts';
import { findStudy, setStudyStatus } from '../../src/db/studies.ts';
import type { Answers } from '../../src/survey/answer.ts';
import type { NeedsDocument } from '../../src/survey/needs/needs-document.ts';
import type { PlanDocument, PlanStability } from '../../src/survey/needs/plan-document.ts';
import type { StrategyDocument } from '../../src/survey/strategy/strategy-document.ts';
import { template } from '../../src/survey/templates.ts';
import { type FreshApp, freshApp } from '../fresh-app.ts';
import { elementsOf } from '../markup.ts';
import { fixture } from '../needs/fixtures.ts';
import type { PlanPageData } from '../../web/plan/page-data.ts';
import { answeredStudy, peopleOf } from './needs-study.ts';

const SMART_CITY = 'smart-city-programme-manager';
const people = peopleOf(SMART_CITY, { n: 60 });

let fresh: FreshApp;
let id: string;

beforeAll(async () => {
  fresh = await freshApp();
  ({ id } = await answeredStudy(fresh, SMART_CITY, people));
  await setStudyStatus(fresh.db, id, 'closed', new Date());
}, 60_000);
afterAll(() => fresh.close());

const read = async (study = id): Promise<PlanDocument> => {
  const answer = await fresh.designer(`/api/studies/${study}/plan`);
  expect(answer.status).toBe(200);
  return (await answer.json()) as PlanDocument;
};
const put = (study: string, body: unknown) =>
  fresh.designer(`/api/studies/${study}/plan`, { method: 'PUT', body });
const save = async (settings: object, study = id): Promise<PlanDocument> => {
  const { revision } = await read(study);
  const answer = await put(study, { revision, settings });
  expect(answer.status).toBe(200);
  return (await answer.json()) as PlanDocument;
};
const typed = (hours: number) => ({ duration: { from: 'typed', hours } });
const codes = ({ plan }: PlanDocument) => plan!.reasons.map(({ code }) => code);

describe('the worked case of 75 hours', () => {
  const worked = fixture<{
    'curriculum-75h': {
      weights: number[];
      totalHours: number;
      step: number;
      min: number;
      max: number;
      hours: number[];
    };
  }>('statistics-fixtures.json')['curriculum-75h'];

  it('comes out exactly of answers whose gaps have its weights', async () => {
    // With a part of 0 the weights are the gaps; each person rates importance 5 and level 4 for so
    // many contents that the mean gap of a content is proportional to its weight.
    const items = template(SMART_CITY)!.lists['competencies']!.map((item) => item.id);
    const total = worked.weights.reduce((sum, weight) => sum + weight, 0);
    const shares = worked.weights.map((weight) => weight / total);
    const most = Math.max(...shares);
    const n = 100;
    const lacking = shares.map((share) => Math.round((share / most) * n));
    const answers = Array.from({ length: n }, (_, person): Answers => {
      const ratings = (value: (item: number) => number) =>
        Object.fromEntries(items.slice(0, shares.length).map((item, at) => [item, value(at)]));
      return {
        role: 'student',
        'training-duration': '75-hours',
        'competency-importance': ratings(() => 5),
        'competency-level': ratings((at) => (person < lacking[at]! ? 4 : 5)),
      };
    });
    const study = await answeredStudy(fresh, SMART_CITY, answers);
    await setStudyStatus(fresh.db, study.id, 'closed', new Date());
    const { step, min, max } = worked;
    const rules = { ...(await read(study.id)).settings.rules, step, min, max };
    const document = await save({ rankingPart: 0, rules }, study.id);
    expect(document.hours).toMatchObject({ hours: 75, from: 'answers', n, certainty: 'firm' });
    const hours = document.plan!.modules.map((module) => module.hours);
    expect(hours.slice(0, worked.hours.length)).toEqual(worked.hours);
    expect(document.plan!.workload).toEqual({
      contactHours: 30,
      totalHours: 75,
      credits: 3,
      hoursPerCredit: 25,
    });
  });
});

describe('a plan', () => {
  it('takes its limit from the median and its weights from the needs', async () => {
    const { plan, hours, modules, scores, variants, sheets, revision } = await read();
    expect(revision).toBe(0);
    expect(hours.from).toBe('answers');
    expect(plan!.hours + plan!.unplaced).toBeCloseTo(hours.hours!, 9);
    modules.forEach(({ weight }, at) =>
      expect(weight).toBeCloseTo(scores.figures!.scores.weights![at]!, 9),
    );
    expect(variants.standard).toEqual(plan);
    expect(variants.short!.hours).toBeLessThanOrEqual(variants.long!.hours);
    expect(sheets.map((sheet) => sheet.id)).toEqual(plan!.order);
    expect(sheets[0]!.missing).toContain('learningOutcomes');
  });

  it('follows the rules: must-haves, prerequisites, what is excluded, fixed sizes', async () => {
    const document = await save({
      ...typed(60),
      modules: {
        'value-from-data': { mustHave: true, prerequisites: ['data-analysis'] },
        'technology-trends': { excluded: true },
      },
      sheets: { 'data-analysis': { title: 'Data', ecf: ['D.7'], country: 'ES' } },
    });
    const standing = new Map(document.plan!.modules.map((module) => [module.id, module.standing]));
    expect(standing.get('value-from-data')).toBe('must-have');
    expect(standing.get('data-analysis')).not.toBe('left-out');
    expect(standing.has('technology-trends')).toBe(false);
    const { order } = document.plan!;
    expect(order.indexOf('data-analysis')).toBeLessThan(order.indexOf('value-from-data'));
    const sheet = document.sheets.find((one) => one.id === 'data-analysis')!;
    expect(sheet).toMatchObject({ title: 'Data', ecf: ['D.7'], country: 'ES' });
    const weights = document.modules.reduce((sum, { weight }) => sum + weight, 0);
    expect(weights).toBeCloseTo(1, 9);
    const sizes = Object.fromEntries(document.items.map((item) => [item.id, { size: 20 }]));
    const fixed = await save({
      ...typed(50),
      rules: { ...document.settings.rules, sizing: 'fixed' },
      modules: sizes,
    });
    expect(fixed.plan!.hours).toBe(40);
    expect(codes(fixed)).toContain('sizes-leave-rest');
  });

  it('says in so many words when it cannot be done', async () => {
    const small = await save(typed(2));
    expect(small.plan).toMatchObject({ possible: false, hours: 0 });
    expect(codes(small)).toEqual(['limit-below-one-module']);
    const crowded = await save({
      ...typed(8),
      modules: { 'data-analysis': { mustHave: true }, interoperability: { mustHave: true } },
    });
    expect(codes(crowded)).toEqual(['must-haves-exceed-limit']);
    const page = await fresh.designer(`/studies/${id}/plan?lang=en`);
    expect(await page.text()).toContain('and the limit is 8\u00a0h');
    const { settings } = await read();
    await save({ ...settings, modules: {}, rules: { ...settings.rules, sizing: 'fixed' } });
    const shown = async () => {
      const answer = await fresh.designer(`/studies/${id}/plan?lang=en`);
      return (await answer.text()).replaceAll(/<script[^>]*>.*?<\/script>/gs, '');
    };
    expect((await shown()).split('Sizes are fixed, and these modules have none')).toHaveLength(2);
    await save({ ...settings, duration: { from: 'typed', hours: null } });
    expect((await shown()).split('There is no plan without a number of hours')).toHaveLength(2);
    const nothing = await answeredStudy(fresh, SMART_CITY, []);
    const empty = await read(nothing.id);
    expect(empty).toMatchObject({ plan: null, hours: { hours: null, missing: 'no-answers' } });
    expect((await save(typed(75), nothing.id)).plan!.reasons).toEqual([{ code: 'no-weights' }]);
  });

  it('takes settings only from who has read the latest, and only what the study has', async () => {
    const { revision } = await read();
    expect((await put(id, { revision: revision - 1, settings: {} })).status).toBe(409);
    expect((await put(id, { revision, settings: { where: 'role:nobody' } })).status).toBe(422);
    expect((await put(id, { revision, settings: { rankingPart: 2 } })).status).toBe(422);
    const roles = { contents: 'training-duration' };
    expect((await put(id, { revision, settings: { roles } })).status).toBe(422);
    const now = await save({ roles: { level: null } });
    expect(now.revision).toBe(revision + 1);
    expect(now.changed!.by).toBe('Test');
    expect(now.scores.figures!.scores.gapShares).toBeNull();
    expect((await save({ rankingPart: 0.25 })).scores.figures!.scores.rankingPart).toBe(0.25);
  });
});

describe('stability', () => {
  const ask = async (method: 'GET' | 'POST', study = id) => {
    const answer = await fresh.designer(`/api/studies/${study}/plan/stability`, { method });
    return { status: answer.status, body: (await answer.json()) as PlanStability };
  };
  const finish = async (study = id): Promise<PlanStability> => {
    for (;;) {
      const { status, body } = await ask('POST', study);
      if (status === 200) return body;
      expect(body.state).toBe('running');
    }
  };

  it('is worked out once for the same answers and settings, and again for others', async () => {
    await save(typed(75));
    expect((await ask('GET')).body).toMatchObject({ state: 'none', done: 0, samples: 500 });
    const done = await finish();
    expect(done.result).toMatchObject({ samples: 500, respondents: people.length, failed: 0 });
    expect(done).toMatchObject({ resampled: 'respondents', tables: null });
    const { rows } = await counted();
    expect(await finish()).toEqual(done);
    expect((await ask('GET')).body).toEqual(done);
    expect((await counted()).rows).toEqual(rows);
    const { plan, sheets, stability, statements } = await read();
    expect(stability).toEqual(done);
    for (const module of done.result!.modules) {
      if (module.hours) expect(module.hours[0]).toBeLessThanOrEqual(module.hours[1]);
      expect(module.role === 'core').toBe(module.share >= 0.8);
    }
    const first = plan!.order[0]!;
    const shown = sheets.find((sheet) => sheet.id === first)!.stability;
    expect(shown).toEqual(done.result!.modules.find((module) => module.id === first));
    expect(statements.filter(({ kind }) => kind === 'module-stability').length).toBe(
      done.result!.modules.length,
    );
    const other = await save(typed(40));
    expect(other.stability).toMatchObject({ state: 'none', result: null });
    expect(other.stability.basis).not.toBe(done.basis);
    await save(typed(75));
    expect((await ask('GET')).body).toEqual(done);
  });

  const counted = async () => ({
    rows: await fresh.db
      .selectFrom('plan_stability')
      .select(['basis', 'run', 'worked_at'])
      .where('study_id', '=', id)
      .execute(),
  });

  it('draws tables where people sat at tables, and says when they are few', async () => {
    const study = await answeredStudy(fresh, SMART_CITY, people, (person) => `${person % 5}`);
    await setStudyStatus(fresh.db, study.id, 'closed', new Date());
    await save(typed(75), study.id);
    const before = (await ask('GET', study.id)).body;
    expect(before).toMatchObject({ state: 'none', resampled: null, tables: null });
    const done = await finish(study.id);
    expect(done).toMatchObject({ resampled: 'tables', tables: 5 });
    expect(done.result!.modules).not.toEqual((await finish()).result!.modules);
    expect((await read(study.id)).stability).toEqual(done);
    const page = await (await fresh.designer(`/studies/${study.id}/plan?lang=en`)).text();
    expect(page).toContain('samples of 5 tables with 60 respondents');
    expect(page).toContain('fewer than 8 tables');
    const strategy = await fresh.designer(`/api/studies/${study.id}/strategy`);
    const told = await strategy.text();
    expect(told).toContain('other samples of the same tables');
    expect(told).toContain('with 5 of them, fewer than 8');
    const others = await (await fresh.designer(`/studies/${id}/plan?lang=en`)).text();
    expect(others).toContain('samples of 60 respondents');
    expect(others).not.toContain('fewer than 8 tables');
  });

  it('is not told of too few answers, nor of what a running study holds back', async () => {
    const tiny = await answeredStudy(fresh, SMART_CITY, people.slice(0, 3));
    await save(typed(75), tiny.id);
    const refused = await ask('POST', tiny.id);
    expect(refused.status).toBe(409);
    expect((await ask('GET', tiny.id)).body.state).toBe('too-few');
  });
});

describe('without flagged answers', () => {
  let study: string;
  let clean: string;
  /** Who answered with care, and how many copies of one of them came after. */
  let left: Answers[];
  const out = 12;

  beforeAll(async () => {
    const { flagged } = (await qualityOf(fresh.db, (await findStudy(fresh.db, id))!))!;
    const stored = await fresh.db
      .selectFrom('response')
      .select(['id', 'entry'])
      .where('study_id', '=', id)
      .execute();
    left = stored.filter((one) => !flagged.has(one.id)).map(({ entry }) => entry as Answers);
    const written = (one: Answers) => JSON.stringify(one);
    const [longest] = left.toSorted((a, b) => written(b).length - written(a).length);
    const copies = Array.from({ length: out }, () => longest!);
    study = (await answeredStudy(fresh, SMART_CITY, [...left, ...copies])).id;
    clean = (await answeredStudy(fresh, SMART_CITY, left)).id;
  }, 60_000);

  const json = async <T>(path: string): Promise<T> => {
    const answer = await fresh.designer(path);
    expect(answer.status, path).toBe(200);
    return (await answer.json()) as T;
  };
  /** What does not depend on which study it is, nor on how it was asked. */
  const figures = (document: object) => {
    const own = ['version', 'study', 'filter', 'leftOut', 'basis', 'revision', 'changed'];
    const beside = new Set([...own, 'settings', 'evidence', 'stability']);
    return JSON.parse(
      JSON.stringify(document, (key, value: unknown) => {
        if (beside.has(key)) return undefined;
        return typeof value === 'number' ? Number(value.toPrecision(9)) : value;
      }),
    ) as unknown;
  };

  it('a running study counts them all, and a plan says so', async () => {
    expect((await fresh.designer(`/api/studies/${study}/needs?quality=clean`)).status).toBe(422);
    const plan = await save({ ...typed(75), quality: 'clean' }, study);
    expect(plan).toMatchObject({ settings: { quality: 'clean' }, leftOut: null });
    const page = await (await fresh.designer(`/studies/${study}/plan?lang=en`)).text();
    expect(page).toContain('can be left out once the study is closed');
    const { revision } = plan;
    const filtered = await put(study, { revision, settings: { where: '@quality:clean' } });
    expect(filtered.status).toBe(422);
  });

  it('needs, by group too, and the plan are those of a study that never had them', async () => {
    for (const one of [study, clean]) await setStudyStatus(fresh.db, one, 'closed', new Date());
    await save(typed(75), clean);
    for (const where of ['', 'where=area-type:city']) {
      const needs = await json<NeedsDocument>(`/api/studies/${study}/needs?quality=clean&${where}`);
      expect(needs).toMatchObject({ leftOut: { n: out }, filter: { quality: 'clean' } });
      const own = await json<NeedsDocument>(`/api/studies/${clean}/needs?${where}`);
      expect(own.leftOut).toBeNull();
      const all = await json<NeedsDocument>(`/api/studies/${study}/needs?${where}`);
      if (where === '') {
        expect(figures(needs)).toEqual(figures(own));
        expect(needs.scores.figures!.order.length).toBeGreaterThan(5);
        expect(needs.gaps.figures).not.toBeNull();
        expect(figures(all)).not.toEqual(figures(own));
      } else {
        expect(needs.rankings.contents.n).toBe(own.rankings.contents.n);
      }
    }
    const plan = await read(study);
    expect(plan.leftOut).toEqual({ n: out });
    expect(figures(plan)).toEqual(figures(await read(clean)));
    const page = await (await fresh.designer(`/studies/${study}/plan?lang=en`)).text();
    expect(page).toContain(`${out} flagged answers of the study are left out.`);
    const needs = await fresh.designer(`/studies/${study}/needs?lang=en&quality=clean`);
    expect(await needs.text()).toContain(`${out} flagged answers of the study are left out.`);
  });

  it('a strategy says what theirs does, and that they are left out', async () => {
    const told = async (of: string, query: string) => {
      const path = `/api/studies/${of}/strategy${query}`;
      const { document } = await json<{ document: StrategyDocument }>(path);
      const sentences = document.sections.flatMap(({ blocks }) =>
        blocks.flatMap((block) => (block.kind === 'sentence' ? block : [])),
      );
      return new Map(sentences.map(({ id: sentence, text }) => [sentence, text]));
    };
    const own = await told(clean, '?quality=all');
    const without = await told(study, '?quality=clean');
    expect(without.get('flagged')).toContain(`${out} responses; they are left out`);
    expect(without.get('filtered')).toContain('without those that several signs speak against');
    const differs = [...without].filter(([key, text]) => own.get(key) !== text);
    expect(differs.map(([key]) => key)).toEqual(['filtered', 'flagged', 'no-difference:filtered']);
    expect(own.size).toBeGreaterThan(40);
    const all = await told(study, '');
    expect(all.get('plan-basis:answers')).toContain('without those that several signs speak');
    expect(without.has('plan-basis:answers')).toBe(false);
    const answer = await fresh.designer(`/studies/${study}/strategy?lang=en&quality=clean`);
    const page = await answer.text();
    expect(page).toContain('without those that several signs speak against');
    expect(page).toMatch(/<option value="clean" selected/);
  });

  it('the stability is that of their plan, and another once they count', async () => {
    const drawn = async (of: string): Promise<PlanStability> => {
      for (;;) {
        const path = `/api/studies/${of}/plan/stability`;
        const answer = await fresh.designer(path, { method: 'POST' });
        if (answer.status === 200) return (await answer.json()) as PlanStability;
        expect(answer.status).toBe(202);
      }
    };
    const { result } = await drawn(study);
    expect(result!.respondents).toBe(left.length);
    await save({ ...typed(75), quality: 'all' }, study);
    expect((await drawn(study)).result!.respondents).toBe(left.length + out);
  });
});

describe('the page without script', () => {
  const post = (path: string, fields: Record<string, string> | [string, string][]) =>
    fresh.app.request(path, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${fresh.token}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams(fields),
    });

  it('saves what its form says and keeps what it does not show', async () => {
    const before = await save({
      ...typed(75),
      sheets: { 'data-analysis': { assessment: 'A report' } },
      modules: { interoperability: { mustHave: true } },
    });
    const fields = {
      revision: String(before.revision),
      part: '35',
      hoursFrom: 'typed',
      hours: '50',
      hoursAre: 'contact',
      sizing: 'proportional',
      step: '5',
      min: '5',
      max: '20',
      hoursPerCredit: '30',
      contactShare: '50',
    };
    const answer = await post(`/studies/${id}/plan`, fields);
    expect(answer.status).toBe(303);
    const { settings, plan } = await read();
    expect(settings).toMatchObject({
      rankingPart: 0.35,
      duration: { from: 'typed', hours: 50 },
      rules: { hoursAre: 'contact', step: 5, max: 20, hoursPerCredit: 30, contactShare: 0.5 },
      sheets: { 'data-analysis': { assessment: 'A report' } },
      modules: { interoperability: { mustHave: true } },
    });
    expect(plan!.workload).toMatchObject({ contactHours: 50, totalHours: 100, credits: 3 });
    const late = await post(`/studies/${id}/plan`, fields);
    expect(late.status).toBe(409);
    expect((await post(`/studies/${id}/plan`, { ...fields, step: '0' })).status).toBe(422);
    const page = await (await fresh.designer(`/studies/${id}/plan?lang=de`)).text();
    expect(page).not.toMatch(/NaN|undefined|\[object/);
  });

  it('shows what it would be for other people without saving it', async () => {
    const dataIn = (text: string) => {
      const found = elementsOf(text).find(({ attributes }) => attributes['id'] === 'data');
      return JSON.parse(found!.script) as PlanPageData;
    };
    const before = await save({ ...typed(60), where: '' });
    const fields = { hoursFrom: 'typed', hours: '60', where: 'area-type:city', do: 'look' };
    const answer = await post(`/studies/${id}/plan`, fields);
    expect(answer.status).toBe(200);
    const { basis, settings } = dataIn(await answer.text());
    expect(settings.where).toBe('area-type:city');
    const after = await read();
    expect(after.revision).toBe(before.revision);
    expect(after.settings).toEqual(before.settings);
    const saved = await save({ ...typed(60), where: 'area-type:city' });
    expect(basis.scores).toEqual(saved.scores);
    expect(basis.scores).not.toEqual(before.scores);
    const asked = { ...fields, 'has.roles': '1', 'role.duration': '-' };
    const unasked = dataIn(await (await post(`/studies/${id}/plan`, asked)).text());
    expect([basis.duration.missing, unasked.basis.duration.missing]).toEqual([null, 'not-asked']);
    const nobody = { ...fields, where: 'area-type:moon' };
    expect((await post(`/studies/${id}/plan`, nobody)).status).toBe(422);
  });

  it('changes nothing where it is sent as it is shown, also what it hides', async () => {
    const { settings, plan, items } = await save({
      ...typed(30),
      sheets: { interoperability: { assessment: 'A report', ecf: ['A.5'] } },
      modules: { interoperability: { excluded: true }, 'data-analysis': { mustHave: true } },
    });
    expect(plan!.order.length).toBeLessThan(items.length);
    const page = await (await fresh.designer(`/studies/${id}/plan?lang=fr`)).text();
    const fields = fieldsOf(page);
    expect(fields.filter(([name]) => name.endsWith('.title'))).toHaveLength(items.length);
    expect((await post(`/studies/${id}/plan?lang=fr`, fields)).status).toBe(303);
    const { settings: after } = await read();
    expect(after).toEqual(settings);
  });

  /** What a browser would send of a page's form. */
  function fieldsOf(page: string): [string, string][] {
    const fields: [string, string][] = [];
    let select = '';
    for (const { name: element, attributes } of elementsOf(page)) {
      const { name = '', value = '', type } = attributes;
      const isChosen = type === 'checkbox' ? 'checked' in attributes : true;
      if (element === 'select') select = name;
      if (element === 'option' && 'selected' in attributes) fields.push([select, value]);
      if (element === 'input' && name !== '' && isChosen) fields.push([name, value]);
    }
    for (const [, name, text] of page.matchAll(/<textarea name="([^"]+)"[^>]*>([^<]*)</g)) {
      fields.push([name!, text!]);
    }
    return fields;
  }
});
