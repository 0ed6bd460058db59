import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoStudy } from '../../src/cli/demo-study.ts';
import { findStudy, setStudyStatus } from '../../src/db/studies.ts';
import { strategyInputOf } from '../../src/http/strategy-input.ts';
import { strategyOf } from '../../src/survey/strategy/strategy-of.ts';
import type {
  StrategyBlock,
  StrategyDocument,
  Trace,
} from '../../src/survey/strategy/strategy-document.ts';
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

async function json<T>(path: string): Promise<T> {
  const response = await fresh.designer(path);
  expect(response.status, path).toBe(200);
  return (await response.json()) as T;
}

/** Equal but for rounding in the last digits; lists in any order. */
function isSame(told: Figure['value'], own: Figure['value']): boolean {
  if (typeof told === 'number' && typeof own === 'number') {
    return Math.abs(told - own) <= 1e-6 * Math.max(1, Math.abs(own));
  }
  const sorted = (value: Figure['value']) => String(value).split(',').toSorted().join();
  return sorted(told) === sorted(own);
}

describe('the strategy of a workshop', () => {
  let document: StrategyDocument;
  let recompute: ReturnType<typeof recomputed>;

  beforeAll(async () => {
    fresh = await freshApp();
    const options = { preset: 'workshop', seed: 9, now } as const;
    const templateId = 'smart-city-programme-manager';
    const { study } = await demoStudy(fresh.db, { ...options, templateId });
    await setStudyStatus(fresh.db, study.id, 'closed', now);
    const closed = (await findStudy(fresh.db, study.id))!;
    document = strategyOf(await strategyInputOf(fresh.db, closed, {}, now), 'en');
    const api = `/api/studies/${study.id}`;
    const exported = await json<ExportedStudy>(`${api}/export?format=json`);
    const needs = await json<Pick<PlanRulesOnly, 'roles'>>(`${api}/needs`);
    const plan = await json<{ settings: PlanRulesOnly }>(`${api}/plan`);
    const quality = await json<{ flagged: { n: number } }>(`${api}/quality`);
    const rules = { ...plan.settings, roles: needs.roles };
    recompute = recomputed(exported, rules, () => quality.flagged.n);
  }, 60_000);

  test('tells no number that the exported answers do not give again', () => {
    const figures = traced(document).flatMap(({ id: block, trace }) =>
      trace.figures.map((figure) => ({ block, ...figure, own: recompute(figure) })),
    );
    const known = figures.filter(({ own }) => own !== undefined);
    expect(known.filter(({ value, own }) => !isSame(value, own!))).toEqual([]);
    expect(known.length).toBeGreaterThan(0.95 * figures.length);
    expect(known.length).toBeGreaterThan(500);
  });

  test('links every sentence to a page and a document that are there', async () => {
    const links = new Set(traced(document).flatMap(({ trace }) => [trace.page, trace.api]));
    expect(links.size).toBeGreaterThan(30);
    const statuses = [];
    for (const link of links) statuses.push([link, (await fresh.designer(link)).status]);
    expect(statuses.filter(([, status]) => status !== 200)).toEqual([]);
  }, 60_000);

  test('has a trace in every sentence, and a figure behind every number that is not a rule', () => {
    const sentences = document.sections
      .flatMap(({ blocks }) => blocks)
      .filter((block) => block.kind === 'sentence');
    expect(sentences.length).toBeGreaterThan(60);
    for (const { id: own, certainty, trace } of sentences) {
      if (certainty === 'computed' || certainty === 'too-few') continue;
      expect(trace.figures.length, own).toBeGreaterThan(0);
    }
  });
});

test('names the method that nobody recomputes', () => {
  const nothing = { definition: {}, responses: [] } as unknown as ExportedStudy;
  const figure = { name: 'x', value: 1, method: 'crystal-ball', question: null };
  expect(() => recomputed(nothing, {} as never, () => 0)(figure)).toThrow('crystal-ball');
});
