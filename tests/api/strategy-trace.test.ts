import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoStudy } from '../../src/cli/demo-study.ts';
import { findStudy, setStudyStatus } from '../../src/db/studies.ts';
import type { Definition } from '../../src/survey/definition.ts';
import { LANGUAGES } from '../../src/survey/language.ts';
import { priorFor } from '../../src/http/template-of.ts';
import { strategyInputOf } from '../../src/http/strategy-input.ts';
import { curriculumPlan } from '../../src/needs/curriculum.ts';
import { planStatements } from '../../src/needs/plan-statements.ts';
import type { PlanDocument } from '../../src/survey/needs/plan-document.ts';
import type { ChoiceFigures } from '../../src/survey/choice-results.ts';
import type { RankingFigures } from '../../src/survey/ranking-results.ts';
import type { ShownSlice } from '../../src/survey/results-document.ts';
import { FIGURE_METHODS } from '../../src/survey/strategy/figure-methods.ts';
import { strategyOf } from '../../src/survey/strategy/strategy-of.ts';
import type { StrategyInput } from '../../src/survey/strategy/strategy-input.ts';
import type {
  ChartBlock,
  SentenceBlock,
  StrategyBlock,
  StrategyDocument,
  Trace,
} from '../../src/survey/strategy/strategy-document.ts';
import { figureNames } from '../../web/pages/figure-names.ts';
import { type FreshApp, freshApp } from '../fresh-app.ts';
import {
  type ExportedStudy,
  type Figure,
  type PlanRulesOnly,
  recomputed,
} from '../strategy-figures.ts';

const now = new Date('2026-11-20T09:00:00Z');
let fresh: FreshApp;

afterAll(() => fresh.close());

const traced = ({ sections }: StrategyDocument): (StrategyBlock & { trace: Trace })[] =>
  sections.flatMap(({ blocks }) =>
    blocks.filter((block): block is StrategyBlock & { trace: Trace } => 'trace' in block),
  );

const sentencesOf = ({ sections }: StrategyDocument): SentenceBlock[] =>
  sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'sentence'));

async function json<T>(path: string): Promise<T> {
  const response = await fresh.designer(path);
  expect(response.status, path).toBe(200);
  return (await response.json()) as T;
}

/** Equal but for rounding in the last digits, or for what two sets of samples differ by. */
function isSame({ method, value: told }: Figure, own: Figure['value']): boolean {
  if (typeof told === 'number' && typeof own === 'number') {
    const most = method === 'plan-share-of-samples' ? 0.2 : 1e-6 * Math.max(1, Math.abs(own));
    return Math.abs(told - own) <= most;
  }
  const sorted = (value: Figure['value']) => String(value).split(',').toSorted().join();
  return sorted(told) === sorted(own);
}

/** Names and values of figures, as they are read, that hold an id of a method, option or question. */
function idsInNames(document: StrategyDocument, definition: Definition): string[] {
  const ids = JSON.stringify(definition).matchAll(/"id":"([^"]*-[^"]*)"/g);
  const known = [...Object.keys(FIGURE_METHODS), ...[...ids].map(([, id]) => id!)];
  const technical = new Set(known.filter((id) => id.includes('-')));
  const figures = traced(document).flatMap(({ trace }) => trace.figures);
  return LANGUAGES.flatMap((language) => {
    const names = figureNames(definition, language, document.filter);
    const told = figures.flatMap((figure) => [
      names.name(figure),
      ...(figure.method === 'template-version' ? [] : [names.value(figure, figure.value)]),
    ]);
    const words = (text: string) => text.split(/[\s,;:()]+/);
    return [...new Set(told)].filter(
      (text) => text === '' || words(text).some((word) => technical.has(word) || /[@_]/.test(word)),
    );
  });
}

describe('the strategy of a workshop', () => {
  let input: StrategyInput;
  let ofCities: StrategyDocument;
  let ofLatest: StrategyDocument;
  let document: StrategyDocument;
  let recompute: ReturnType<typeof recomputed>;

  beforeAll(async () => {
    fresh = await freshApp();
    const options = { preset: 'workshop', seed: 9, now } as const;
    const templateId = 'smart-city-programme-manager';
    const { study } = await demoStudy(fresh.db, { ...options, templateId });
    await setStudyStatus(fresh.db, study.id, 'closed', now);
    const closed = (await findStudy(fresh.db, study.id))!;
    const stability = `/api/studies/${study.id}/plan/stability`;
    let drawing = 202;
    while (drawing === 202) {
      drawing = (await fresh.designer(stability, { method: 'POST' })).status;
    }
    expect(drawing).toBe(200);
    input = await strategyInputOf(fresh.db, closed, {}, now);
    document = strategyOf(input, 'en');
    const cities = await strategyInputOf(fresh.db, closed, { where: 'area-type:city' }, now);
    ofCities = strategyOf(cities, 'en');
    const latest = await strategyInputOf(fresh.db, closed, { where: '@round:2' }, now);
    ofLatest = strategyOf(latest, 'en');
    const api = `/api/studies/${study.id}`;
    const exported = await json<ExportedStudy>(`${api}/export?format=json`);
    const needs = await json<Pick<PlanRulesOnly, 'roles'>>(`${api}/needs`);
    const plan = await json<{ settings: PlanRulesOnly & { where: string } }>(`${api}/plan`);
    expect(plan.settings.where).toBe('@round:2');
    const quality = await json<{ flagged: { n: number } }>(`${api}/quality`);
    const rules = { ...plan.settings, roles: needs.roles };
    const again = recomputed(exported, rules, () => quality.flagged.n);
    const responses = exported.responses.filter(({ round }) => round === 2);
    // The plan of a closed study counts its latest round.
    const ofPlan = recomputed({ ...exported, responses }, rules, () => quality.flagged.n);
    recompute = (figure) => (figure.method.startsWith('plan-') ? ofPlan : again)(figure);
  }, 240_000);

  test('S15: tells no number that the exported answers do not give again', () => {
    const figures = [document, ofCities, ofLatest]
      .flatMap(traced)
      .flatMap(({ id: block, trace }) =>
        trace.figures.map((figure) => ({ block, ...figure, own: recompute(figure) })),
      );
    const known = figures.filter(({ own }) => own !== undefined);
    expect(known.filter((figure) => !isSame(figure, figure.own!))).toEqual([]);
    expect(known.length).toBeGreaterThan(0.95 * figures.length);
    expect(known.length).toBeGreaterThan(500);
  });

  test('links every sentence to a page and a document that are there', async () => {
    const links = new Set(
      [document, ofLatest].flatMap(sentencesOf).flatMap(({ trace }) => [trace.page, trace.api]),
    );
    expect(links.size).toBeGreaterThan(30);
    const statuses = [];
    for (const link of links) statuses.push([link, (await fresh.designer(link)).status]);
    expect(statuses.filter(([, status]) => status !== 200)).toEqual([]);
  }, 240_000);

  test('has a figure behind every sentence that stands on answers', () => {
    const sentences = sentencesOf(document);
    expect(sentences.length).toBeGreaterThan(60);
    const bare = sentences.filter(
      ({ certainty, trace }) =>
        !['computed', 'too-few'].includes(certainty) && trace.figures.length === 0,
    );
    expect(bare.map(({ id }) => id)).toEqual([]);
  });

  test('counts only those whom the filter lets through, and says whom the plan counts', () => {
    const people = (one: StrategyDocument) =>
      sentencesOf(one).find(({ id }) => id === 'participants')!.trace.figures[0]!;
    expect(people(ofCities).filter).toEqual({ voice: 'individual', where: 'area-type:city' });
    expect(people(ofCities).value).toBeLessThan(Number(people(document).value));
    const told = sentencesOf(ofCities).map(({ id }) => id);
    expect(told).toContain('filtered');
    expect(told).toContain('plan-basis:answers');
    expect(told.filter((id) => id.startsWith('summary/plan'))).toEqual([]);
    expect(told).toContain('module-stability:tables');
  });

  test('counts the people of one round once, and names the others beside them', () => {
    const [all, last] = [document, ofLatest].map((one) =>
      sentencesOf(one).find(({ id }) => id === 'participants')!,
    );
    const [first, other] = last!.trace.figures;
    const sum = Number(first!.value) + Number(other!.value);
    expect(all!.trace.figures.map(({ value }) => value)).toEqual([sum]);
    expect(all!.text).toContain('counted in each');
    expect(last!.text).toContain(`Only round 2 counts here: ${first!.value} people`);
    expect(last!.text).toContain(`${other!.value} in round 1`);
    const results = (one: StrategyDocument) =>
      traced(one).flatMap(({ trace }) => (trace.page.includes('/results?') ? [trace.page] : []));
    const named = (part: string) => (page: string) => decodeURIComponent(page).includes(part);
    const isOwn = named('by=@round');
    expect(results(document).every((page) => named('round=all')(page) || isOwn(page))).toBe(true);
    expect(results(ofLatest).every((page) => named('@round:2')(page) || isOwn(page))).toBe(true);
    const told = sentencesOf(ofLatest).map(({ id }) => id);
    expect(told).toContain('group-leaders:@round:1');
    expect(told.some((id) => id.startsWith('difference:') || id === 'no-difference')).toBe(true);
    expect(told).not.toContain('plan-basis:answers');
    expect(ofLatest.answersOf).toBe('Round 2');
  });

  test('hands the latest round alone to the study after it', async () => {
    const study = (await findStudy(fresh.db, input.study.id))!;
    const { findings } = await priorFor(fresh.db, study, now);
    for (const role of ['contents', 'targets'] as const) {
      const question = input.needs.roles[role];
      const told = sentencesOf(ofLatest).find(({ id }) => id === `leaders:${role}`)!;
      expect(findings.find((one) => one.question === question)?.n).toBe(told.n);
    }
  });

  test('names every figure in words of every language, and none by its id', () => {
    for (const one of [document, ofCities]) expect(idsInNames(one, input.definition)).toEqual([]);
  });

  test('opens with one round on every page, and with all where somebody asks or has worked', async () => {
    const root = `/studies/${input.study.id}`;
    const page = async (path: string) => {
      const answer = await fresh.designer(`${root}/${path}`);
      expect(answer.status, path).toBe(200);
      return answer.text();
    };
    const note = (html: string) => /class="rounds-note">(.*?)<\/p>/s.exec(html)?.[1];
    const chosen = (html: string, name: string) =>
      new RegExp(`<select name="${name}".*?<option[^>]* selected[^>]*>(.*?)</option>`, 's').exec(
        html,
      )?.[1];
    const sizes = (html: string) =>
      [...html.matchAll(/<strong data-group="[ab]">(\d+)</g)].map(([, n]) => Number(n));

    const cities = 'where=area-type%3Acity';
    const [two, all] = await Promise.all(
      ['2', 'all'].map((round) => page(`results?lang=en&${cities}&compare=others&round=${round}`)),
    );
    const compared = await page(`results?lang=en&${cities}&compare=others`);
    expect(note(compared)).toContain('Round 2 is shown');
    expect(note(all!)).toContain('too narrow');
    expect(note(two!)).toBeUndefined();
    expect(sizes(compared)).toHaveLength(2);
    expect(sizes(compared)).toEqual(sizes(two!));
    for (const [at, n] of sizes(all!).entries()) expect(n).toBeGreaterThan(sizes(compared)[at]!);

    const answers = (html: string) => /<div class="needs-columns">.*?<\/main>/s.exec(html)?.[0];
    const needs = await page('needs?lang=en');
    expect(note(needs)).toContain('Round 2 counts here');
    expect(answers(needs)).toBe(answers(await page('needs?lang=en&round=2')));
    expect(answers(needs)).not.toBe(answers(await page('needs?lang=en&round=all')));
    const told = await json<{ rounds: object; rankings: { contents: { n: number } } }>(
      `/api${root}/needs`,
    );
    const one = await json<typeof told>(`/api${root}/needs?round=2`);
    expect([told.rounds, one.rounds]).toEqual([
      { counted: [1, 2], repeated: true },
      { counted: [2], repeated: false },
    ]);
    expect(told.rankings.contents.n).toBeGreaterThan(one.rankings.contents.n);

    const plan = await page('plan?lang=en');
    expect(note(plan)).toContain('Round 2 counts here');
    expect([chosen(plan, 'where'), chosen(plan, 'hoursWhere')]).toEqual(['Round 2', 'Round 2']);

    const strategy = await page('strategy?lang=en');
    expect(note(strategy)).toContain('Round 2 counts here');
    expect(chosen(strategy, 'where')).toBe('Round 2');
    expect(strategy).toContain('Only round 2 counts here');
    const asked = await page('strategy?lang=en&round=all');
    expect(asked).toContain('counted in each');
    expect(chosen(asked, 'where')).toBe('Everyone · All rounds');
    expect(asked).toContain(`/api${root}/strategy.docx?language=en&amp;round=all`);

    const sides = await page(`strategy/compare?lang=en&${cities}&with=area-type%3Atown-suburb`);
    expect([chosen(sides, 'where'), chosen(sides, 'with')]).toEqual([
      expect.stringContaining('Round 2'),
      expect.stringContaining('Round 2'),
    ]);
    expect(chosen(await page('strategy/compare?lang=en&where='), 'where')).toContain('All rounds');

    const changes = [{ do: 'title', text: 'Of all rounds' }];
    const body = { language: 'en', revision: 0, changes };
    const path = `/api${root}/strategy`;
    expect((await fresh.designer(path, { method: 'PATCH', body })).status).toBe(200);
    const worked = await page('strategy?lang=en');
    expect(worked).toContain('Of all rounds');
    expect(note(worked)).toContain('round=2');
  }, 60_000);

  test('is the same document each time, with every id once, in the fourteen sections', () => {
    expect(strategyOf(input, 'en')).toEqual(document);
    const ids = document.sections.flatMap(({ blocks }) => blocks.map(({ id }) => id));
    expect(ids.filter((own, index) => ids.indexOf(own) !== index)).toEqual([]);
    const sections = Array.from({ length: 14 }, (_, index) => index + 1);
    expect(document.sections.map(({ key }) => key)).toEqual([...sections, 'annex']);
    expect(document.sections.filter(({ blocks }) => blocks.length === 0)).toEqual([]);
    expect(document.sections[0]!.blocks.length).toBe(5);
  });

  test('says the same of the same figures in every language, in other words', () => {
    const shape = ({ sections }: StrategyDocument) =>
      sections.flatMap(({ blocks }) =>
        blocks.map((block) =>
          block.kind === 'sentence'
            ? [block.id, block.n, block.certainty, block.fingerprint, block.trace]
            : [block.id],
        ),
      );
    for (const language of LANGUAGES) {
      const own = strategyOf(input, language);
      expect(shape(own), language).toEqual(shape(document));
      expect(JSON.stringify(own)).not.toMatch(/\{\w+\}|undefined|NaN/);
      if (language === 'en') continue;
      const told = sentencesOf(own).map(({ text }) => text);
      const english = new Set(sentencesOf(document).map(({ text }) => text));
      expect(told.filter((text) => english.has(text))).toEqual([]);
    }
  });

  test('counts a table once a round, and says so where it counts several', () => {
    const tables = (one: StrategyDocument) => sentencesOf(one).find(({ id }) => id === 'tables')!;
    const [all, last] = [tables(document), tables(ofLatest)];
    expect(all.trace.figures[0]!.value).toBe(2 * Number(last.trace.figures[0]!.value));
    expect(all.text).toContain(
      `${all.trace.figures[0]!.value} answers came from tables in 2 rounds`,
    );
    expect(last.text).toContain(`${last.trace.figures[0]!.value} tables answered together`);
  });

  test('names leaders in the order of their ranking', () => {
    const found = traced(document).filter(({ id }) => id.startsWith('leaders:'));
    expect(found.length).toBeGreaterThan(4);
    for (const { trace } of found) {
      const { question, value } = trace.figures[0]!;
      const table = traced(document).find(({ id }) => id === `ranking:${question}`)!;
      const order = table.trace.figures.flatMap(({ name, method }) =>
        method === 'mean-rank' ? [name] : [],
      );
      const leaders = String(value).split(',');
      expect(leaders).toEqual(order.filter((id) => leaders.includes(id)));
    }
  });

  test('names those behind where nearly all may be first', () => {
    const question = input.needs.roles.contents!;
    const results = structuredClone(input.results);
    const slice = results[question]!.slices[0] as unknown as ShownSlice<RankingFigures>;
    const order = slice.consensus.order.flat();
    slice.consensus.tiers = [order.slice(0, -1), order.slice(-1)];
    const told = sentencesOf(strategyOf({ ...input, results }, 'en'));
    const { text } = told.find(({ id }) => id === 'leaders:contents')!;
    expect(text).toContain(`${order.length - 1} of ${order.length} items may be first`);
    expect(text).toMatch(/only “[^”]+” can be ruled out/);
  });

  test('draws and lists all answers of a question, those too few to be named together', () => {
    const results = structuredClone(input.results);
    const slice = results[input.needs.roles.necessary!]!.slices[0] as unknown as ChoiceFigures & {
      n: number;
    };
    const [few, many] = [slice.counts[0]!, slice.counts[1]!];
    many.n += few.n - 2;
    few.n = 2;
    for (const one of [few, many]) one.share = one.n / slice.n;
    const blocks = traced(strategyOf({ ...input, results }, 'en'));
    const cells = (text: string) => Number(text.replace('%', ''));
    const bars = blocks.filter(
      (block): block is ChartBlock & { trace: Trace } =>
        block.kind === 'chart' && block.chart === 'bars',
    );
    expect(bars.length).toBeGreaterThan(3);
    for (const { rows, trace } of bars) {
      expect(rows.reduce((sum, { x }) => sum + x!, 0)).toBeCloseTo(1, 9);
      const id = `full:${trace.figures[0]!.question}`;
      const table = blocks.find((block) => block.id === id);
      if (table?.kind !== 'table') continue;
      const shares = table.rows.map((row) => cells(row.at(-1)!));
      expect(Math.abs(shares.reduce((sum, share) => sum + share, 0) - 100)).toBeLessThan(4);
    }
    const unnamed = bars.flatMap(({ rows }) => rows.filter(({ low }) => low === null));
    expect(unnamed.map(({ label }) => label)).toContain('Groups too small to be named');
  });

  test('gives a module the credits that its hours are, as the page of the plan does', () => {
    const table = traced(document).find(({ id }) => id === 'curriculum')!;
    if (table.kind !== 'table') throw new Error('the curriculum is a table');
    const at = (label: string) => table.columns.findIndex((column) => column.label === label);
    const [hours, credits] = [at('Hours of work'), at('ECTS')];
    const told = table.rows.map((row) => Number(row[credits]));
    expect(told).toEqual(
      table.rows.map((row) => Math.round((100 * Number(row[hours])) / 25) / 100),
    );
    expect(Math.min(...told)).toBeGreaterThan(0);
  });

  test('claims no order among equals, and no fewest answers where all answered', () => {
    const results = structuredClone(input.results);
    for (const result of Object.values(results)) {
      const { leftOut } = result.slices[0] as unknown as ShownSlice;
      leftOut.noAnswer = 0;
    }
    const question = input.needs.roles.contents!;
    const slice = results[question]!.slices[0] as unknown as ShownSlice<RankingFigures>;
    slice.meanRank = slice.meanRank!.map(() => 6.5);
    const told = sentencesOf(strategyOf({ ...input, results }, 'en'));
    const guided = told.filter(({ statement }) => statement === 'guiding-question');
    const alone = input.definition.workshop.guidingQuestions.filter(
      ({ competencies }) => competencies.length === 1,
    );
    expect(guided.filter(({ text }) => text.includes('contents that belong'))).toHaveLength(
      alone.length,
    );
    const { text } = told.find(({ id }) => id === 'completion')!;
    expect(text).toMatch(/was answered by 100% of the participants\.$/);
  });

  describe('of a plan by other rules', () => {
    function planned(change: (made: PlanDocument) => Partial<PlanDocument>): SentenceBlock[] {
      const made = input.plan!;
      const whole = { ...made, ...change(made) };
      const evidence = { questions: [], filter: {} };
      const statements = whole.plan ? planStatements({ plan: whole.plan }, evidence) : [];
      return sentencesOf(strategyOf({ ...input, plan: { ...whole, statements } }, 'en'));
    }
    const textsOf = (sentences: SentenceBlock[], statement: string) =>
      sentences.filter((one) => one.statement === statement).map(({ text }) => text);

    test('says once that none is possible, and each reason once', () => {
      const told = planned(({ modules, rules }) => {
        const fixed = { ...rules!, sizing: 'fixed' as const };
        return { rules: fixed, plan: curriculumPlan(modules, fixed) };
      });
      expect(textsOf(told, 'plan-missing')).toEqual([
        'No curriculum is possible by the rules of the plan.',
      ]);
      const reasons = textsOf(told, 'plan-reason');
      expect(reasons).toHaveLength(1);
      expect(reasons[0]).toMatch(
        /^Modules are to have fixed sizes, and these have none: “.+” and “/,
      );
      expect(told.map(({ id }) => id)).not.toContain('roadmap:compare');
      expect(new Set(told.map(({ id }) => id)).size).toBe(told.length);
    });

    test('says that hours are to be set where nobody has set them, whatever people answered', () => {
      const hours = { ...input.plan!.hours, hours: null, from: 'typed' as const };
      const told = planned(() => ({ hours, rules: null, plan: null }));
      expect(textsOf(told, 'plan-missing')[0]).toContain('nobody has set them yet');
    });

    test('says which of two middle answers the limit is, and of equals that they weigh the same', () => {
      const told = (lower: number) =>
        planned((made) => {
          const hours = { ...made.hours, from: 'answers' as const, hours: lower, upper: 75 };
          const rules = { ...made.rules!, hours: lower };
          const modules = made.modules.map((module) => ({ ...module, weight: 1 }));
          return { hours, rules, plan: curriculumPlan(modules, rules) };
        })
          .map(({ text }) => text)
          .join('\n');
      expect(told(8)).toContain('as the median lies between 8 hours and 75 hours');
      expect(told(8)).toContain('7.5 hours of work (< 0.5 ECTS)');
      expect(told(8)).toMatch(/Pilot “[^”]+” first, which weighs most/);
      expect(told(60)).toContain('Pilot one of these first, which weigh most: “');
    });

    test('tells no variant that is the plan itself, and one module as one', () => {
      const only = (made: PlanDocument, hours: number) =>
        curriculumPlan(made.modules.slice(0, 1), { ...made.rules!, hours });
      const told = (short: number, long: number) =>
        textsOf(
          planned((made) => {
            const plan = only(made, 10);
            const variants = { short: only(made, short), standard: plan, long: only(made, long) };
            return { plan, variants };
          }),
          'variants',
        );
      expect(told(10, 15)).toEqual([
        'A short variant would be the same as this plan; a long one has 15 hours in one module.',
      ]);
      expect(told(5, 10)).toEqual([
        'A long variant would be the same as this plan; a short one has 5 hours in one module.',
      ]);
      expect(told(10, 10)).toEqual(['A short and a long variant would be the same as this plan.']);
    });
  });

  test('changes words and no fingerprint when options get other labels', () => {
    const text = JSON.stringify(input.definition).replaceAll('"en":"', '"en":"New ');
    const renamed = { ...input, definition: JSON.parse(text) as typeof input.definition };
    const [before, after] = [document, strategyOf(renamed, 'en')].map(sentencesOf);
    const prints = (sentences: SentenceBlock[]) => sentences.map(({ fingerprint }) => fingerprint);
    expect(prints(after!)).toEqual(prints(before!));
    expect(after!.find(({ id }) => id === 'leaders:contents')!.text).toContain('“New ');
  });
});

describe('the strategy of a study with little to say', () => {
  async function strategyFor(templateId: string, preset: 'tiny' | 'polarised') {
    const options = { preset, seed: 7, templateId, now } as const;
    const { study } = await demoStudy(fresh.db, options);
    const input = await strategyInputOf(fresh.db, study, {}, now);
    return { input, document: strategyOf(input, 'en') };
  }

  test('claims nothing of three people and shows no number of them', async () => {
    const { document } = await strategyFor('smart-city-programme-manager', 'tiny');
    const sentences = sentencesOf(document);
    expect(sentences.filter(({ n }) => n > 0)).toEqual([]);
    const figures = sentences.flatMap(({ trace }) => trace.figures);
    const about = figures.filter(({ question }) => question !== null);
    expect(about).toEqual([]);
    expect(document.sections.flatMap(({ blocks }) => blocks.filter(isCountless))).toEqual([]);
    expect(sentences[0]!.statement).toBe('summary-short');
    const told = sentences.map(({ id }) => id);
    expect(told).toContain('roadmap:collect');
    for (const id of ['roadmap:decide', 'roadmap:compare', 'sample-limits:chosen']) {
      expect(told).not.toContain(id);
    }
    const few = sentences.filter(({ certainty }) => certainty === 'too-few');
    expect(few.length).toBeGreaterThan(15);
  }, 240_000);

  test.each(['rural-innovation-gaps', 'local-digital-skills'])(
    'says of %s what the study does not ask, instead of guessing it',
    async (templateId) => {
      const { input, document } = await strategyFor(templateId, 'tiny');
      const missing = sentencesOf(document).filter(({ statement }) => statement === 'not-asked');
      expect(missing.length).toBeGreaterThan(3);
      expect(document.sections.filter(({ blocks }) => blocks.length === 0)).toEqual([]);
      expect(input.needs.roles.duration).toBe(null);
      expect(sentencesOf(document).map(({ id }) => id)).toContain('plan-missing');
    },
    240_000,
  );

  const isOnPglite = process.env['TEST_DATABASE'] !== 'postgres';
  const title = 'says that opinions are divided where an average would hide two camps';
  test.runIf(isOnPglite)(
    title,
    async () => {
      const { input, document } = await strategyFor('smart-city-programme-manager', 'polarised');
      expect(idsInNames(document, input.definition)).toEqual([]);
      const told = sentencesOf(document).map(({ id }) => id);
      expect(told).toContain('divided:contents');
      expect(told).toContain('risk:agreement');
    },
    240_000,
  );

  /** Charts, and tables of counts: only those of the questionnaire and of methods may be there. */
  function isCountless(block: StrategyBlock): boolean {
    const ofStudy = ['questionnaire', 'methods', 'dictionary'];
    return block.kind === 'chart' || (block.kind === 'table' && !ofStudy.includes(block.id));
  }
});

test('names the method that nobody recomputes', () => {
  const nothing = { definition: {}, responses: [] } as unknown as ExportedStudy;
  const figure = { name: 'x', value: 1, method: 'crystal-ball', question: null };
  expect(() => recomputed(nothing, {} as never, () => 0)(figure)).toThrow('crystal-ball');
});
