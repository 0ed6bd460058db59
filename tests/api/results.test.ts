import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoStudy } from '../../src/cli/demo-study.ts';
import { createStudy, setStudyStatus } from '../../src/db/studies.ts';
import { formatJoinCode } from '../../src/survey/join-code.ts';
import { template } from '../../src/survey/templates.ts';
import { type FreshApp, freshApp } from '../fresh-app.ts';
import { smallDefinition } from './small-study.ts';

interface Slice {
  key: string;
  label: string;
  n: number | null;
  suppressed?: string;
  leftOut: Record<string, number> | null;
  counts?: { id: string; n: number; share: number; interval: [number, number] }[];
}

interface Results {
  version: string;
  study: string;
  question: { id: string; kind: string; unranked?: string };
  rounds: { counted: number[]; repeated: boolean };
  slices: [Slice, ...Slice[]];
}

let fresh: FreshApp;
let demo: string;

beforeAll(async () => {
  fresh = await freshApp();
  const { study } = await demoStudy(fresh.db, {
    preset: 'demo',
    seed: 3,
    templateId: 'smart-city-programme-manager',
    now: new Date('2026-11-20T09:00:00Z'),
  });
  demo = study.id;
});

afterAll(() => fresh.close());

const ask = (id: string, query = '', headers: Record<string, string> = {}) =>
  fresh.app.request(`/api/studies/${id}/results?${query}`, {
    headers: { authorization: `Bearer ${fresh.token}`, ...headers },
  });

async function resultsOf(id: string, query = ''): Promise<Results> {
  const answer = await ask(id, query);
  expect(answer.status, await answer.clone().text()).toBe(200);
  return (await answer.json()) as Results;
}

/** A new open study with one question of each kind, and a way to answer it. */
async function openStudy() {
  const now = new Date();
  const made = await fresh.designer('/api/studies', { body: { definition: smallDefinition } });
  const { id, joinCode } = (await made.json()) as { id: string; joinCode: string };
  await setStudyStatus(fresh.db, id, 'open', now);
  const send = async (answers: Record<string, unknown>, response = crypto.randomUUID()) => {
    const answer = await fresh.app.request(`/api/responses/${response}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ joinCode, revision: 1, locale: 'en', answers, shown: {} }),
    });
    expect(answer.status, await answer.clone().text()).toBe(201);
    return { response, receipt: ((await answer.json()) as { receipt: string }).receipt };
  };
  return { id, joinCode, send };
}

describe('results', () => {
  test('open with the primary question and everyone', async () => {
    const results = await resultsOf(demo);
    expect(results.study).toBe(demo);
    expect(results.question).toEqual({
      id: 'competency-ranking',
      kind: 'ranking',
      unranked: 'bottom',
    });
    expect(results.slices).toHaveLength(1);
    expect(results.slices[0]).toMatchObject({ key: 'all', label: 'Everyone' });
  });

  test('of one round are the same with and without asking for all of them', async () => {
    const results = await resultsOf(demo);
    expect(results.rounds).toEqual({ counted: [1], repeated: false });
    expect(await resultsOf(demo, 'round=all')).toEqual(results);
    const tables = await resultsOf(demo, 'voice=table');
    expect(tables.rounds).toEqual({ counted: [1, 2], repeated: true });
    expect((await ask(demo, 'round=all&where=@round:1')).status).toBe(422);
    const page = async (query: string) =>
      (await fresh.designer(`/studies/${demo}/results?lang=en&${query}`)).text();
    expect(await page('')).not.toContain('rounds-note');
    expect(await page('voice=table')).toContain('rounds-note');
  });

  test('answer every question of the template, whole and divided', async () => {
    for (const { id } of template('smart-city-programme-manager')!.questions) {
      for (const by of ['', 'role', 'country', '@table', '@language', '@round', '@event']) {
        const { slices } = await resultsOf(demo, `question=${id}&by=${by}`);
        expect(slices[0].key).toBe('all');
        for (const { key } of slices.slice(1)) expect(key).toMatch(new RegExp(`^${by}:`));
      }
    }
  });

  test('name a question, segment or value that the study has not', async () => {
    for (const [query, sentence] of [
      ['question=nope', 'The study has no question "nope".'],
      ['by=nope', 'The study cannot be divided by "nope".'],
      ['where=role:nope', 'The segment "role" has no value "nope".'],
      ['voice=nope', 'There is no voice "nope": ask for individual or table.'],
    ] as const) {
      const answer = await ask(demo, query);
      expect(answer.status).toBe(422);
      expect(await answer.json()).toEqual({ error: sentence });
    }
  });

  test('are for designers only, and of studies that exist', async () => {
    expect((await fresh.app.request(`/api/studies/${demo}/results`)).status).toBe(401);
    expect((await ask(crypto.randomUUID())).status).toBe(404);
  });

  test('are not sent again while nothing has changed', async () => {
    const { id, send } = await openStudy();
    for (let k = 0; k < 5; k++) await send({ topics: [['law'], ['data']] });
    const first = await ask(id);
    const etag = first.headers.get('etag')!;
    const again = await ask(id, '', { 'if-none-match': etag });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
    expect(again.headers.get('etag')).toBe(etag);
    for (let k = 0; k < 5; k++) await send({ topics: [['data'], ['law']] });
    const changed = await ask(id, '', { 'if-none-match': etag });
    expect(changed.status).toBe(200);
    expect(((await changed.json()) as Results).slices[0].n).toBe(10);
  });

  test('wait for five answers, count them, and take a withdrawal back', async () => {
    const { id, send } = await openStudy();
    const sent = [];
    for (let k = 0; k < 4; k++) sent.push(await send({ topics: [['law'], ['roads']] }));
    const [few] = (await resultsOf(id)).slices;
    expect(few).toEqual({
      key: 'all',
      label: 'Everyone',
      suppressed: 'too-few',
      n: 4,
      leftOut: null,
    });
    const fifth = await send({ topics: [['roads'], ['law']] });
    expect((await resultsOf(id)).slices[0]).toMatchObject({
      n: 5,
      firstShare: [0.8, 0, 0, 0, 0.2],
      topShare: [1, 0, 0, 0, 1],
      topCount: 2,
    });
    const gone = await fresh.app.request(`/api/responses/${fifth.response}`, {
      method: 'DELETE',
      headers: { receipt: fifth.receipt },
    });
    expect(gone.ok).toBe(true);
    expect((await resultsOf(id)).slices[0]).toMatchObject({ suppressed: 'too-few', n: 4 });
  });

  test('count write-ins apart and never in the ranking', async () => {
    const { id, send } = await openStudy();
    for (let k = 0; k < 5; k++) {
      await send({ topics: [[{ writeIn: k > 2 ? 'GIS' : 'gis ' }], ['law'], ['data']] });
    }
    expect((await resultsOf(id)).slices[0]).toMatchObject({
      n: 5,
      firstShare: [1, 0, 0, 0, 0],
      writeIns: [{ text: 'GIS', n: 5 }],
    });
  });

  test('give a choice with Wilson intervals on the base that is named', async () => {
    const [all] = (await resultsOf(demo, 'question=training-necessary')).slices;
    const total = all.counts!.reduce((n, count) => n + count.n, 0);
    expect(total).toBe(all.n);
    expect(all.counts!.map(({ id }) => id)).not.toContain('dont-know');
    for (const { n, share, interval } of all.counts!) {
      expect(share).toBe(n / all.n!);
      expect(interval[0]).toBeLessThanOrEqual(share);
      expect(interval[1]).toBeGreaterThanOrEqual(share);
    }
  });

  test('S10: give the median duration in hours, and no mean of categories', async () => {
    const [all] = (await resultsOf(demo, 'question=training-duration')).slices;
    const hours = [8, 20, 40, 75, 150, 300, 750];
    const figures = all as unknown as {
      median: number;
      medianBetween: [number, number];
      mean: null;
      unit: string;
      histogram: { value: number; n: number }[];
    };
    expect(figures.histogram.map(({ value }) => value)).toEqual(hours);
    const answers = figures.histogram.flatMap(({ value, n }) =>
      Array.from({ length: n }, () => value),
    );
    const half = answers.length / 2;
    expect(figures.medianBetween).toEqual([
      answers[Math.ceil(half) - 1],
      answers[Math.floor(half)],
    ]);
    expect(figures).toMatchObject({ mean: null, unit: 'hours' });
  });
});

describe('the results page', () => {
  const page = async (path: string, headers: Record<string, string> = {}) =>
    fresh.app.request(path, {
      headers: { authorization: `Bearer ${fresh.token}`, ...headers },
    });

  test('renders every question in every language without script', async () => {
    const { questions } = template('smart-city-programme-manager')!;
    for (const lang of ['en', 'es', 'ca', 'pt', 'fr', 'de', 'it', 'nl']) {
      for (const { id } of lang === 'en' ? questions : questions.slice(9, 17)) {
        const path = `/studies/${demo}/results?question=${id}&by=area-type&lang=${lang}`;
        const answer = await page(path);
        expect(answer.status, path).toBe(200);
        const text = await answer.text();
        expect(text).toContain(`<html lang="${lang}">`);
        expect(text).not.toMatch(/undefined|NaN|\[object|\{\w+\}(?![^<]*<\/script>)/);
      }
    }
  });

  test('shows the published figures of the AGH course selection', async () => {
    const text = readFileSync(
      new URL('../fixtures/rankings/00009-00000001.soc', import.meta.url),
      'utf8',
    );
    const made = await fresh.app.request('/api/studies/import?file=agh.soc', {
      method: 'POST',
      headers: { authorization: `Bearer ${fresh.token}`, 'content-type': 'text/plain' },
      body: text,
    });
    const { id } = (await made.json()) as { id: string };
    const html = await (await page(`/studies/${id}/results?lang=en`)).text();
    expect(html).toContain('<strong data-n="146">146</strong>');
    const w = /data-w="([\d.]+)">([\d.]+)/.exec(html)!;
    expect(Number(w[1])).toBeCloseTo(0.4556, 4);
    expect(w[2]).toBe('0.46');
  });

  test('answers 304 to a reader who has the page already', async () => {
    const path = `/studies/${demo}/results`;
    const etag = (await page(path)).headers.get('etag')!;
    expect((await page(path, { 'if-none-match': etag })).status).toBe(304);
  });

  test('marks synthetic answers', async () => {
    const text = await (await page(`/studies/${demo}/results?lang=en`)).text();
    expect(text).toContain('Synthetic data');
  });

  test('says how to get in to somebody who is not signed in', async () => {
    const answer = await fresh.app.request(`/studies/${demo}/results`);
    expect(answer.status).toBe(401);
    const text = await answer.text();
    expect(text).toContain('action="/sign-in"');
    expect(text).not.toContain('competency');
  });
});

describe('a designer without script', () => {
  let cookie: string;

  beforeAll(async () => {
    const signedIn = await form('/sign-in', { token: fresh.token });
    expect(signedIn.status).toBe(303);
    cookie = signedIn.headers.get('set-cookie')!.split(';')[0]!;
  });

  const form = (path: string, fields: Record<string, string>, origin = 'http://localhost') =>
    fresh.app.request(path, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin,
        ...(cookie && { cookie }),
      },
      body: new URLSearchParams(fields).toString(),
    });
  const read = async (path: string) =>
    (await fresh.app.request(path, { headers: { cookie } })).text();

  test('starts a study from a template, opens it, closes it and deletes it', async () => {
    const made = await form('/studies', { template: 'local-digital-skills' });
    expect(made.status).toBe(303);
    const path = made.headers.get('location')!;
    const draft = await read(path);
    expect(draft).toContain('Nobody can answer yet.');
    const code = /<a lang="en" href="\/j\/([^?]+)/.exec(draft)![1]!;
    expect((await form(`${path}/open`, {})).headers.get('location')).toBe(path);
    expect(await read(path)).toContain('Answers are coming in');
    expect(await read(`${path}/poster`)).toContain('<svg');
    expect((await form(`${path}/close`, {})).status).toBe(303);
    expect(await read(path)).toContain('No more answers are taken.');
    expect((await form(`${path}/delete`, { code: 'AAA-AAA' })).status).toBe(422);
    expect((await form(`${path}/delete`, { code: code.toLowerCase() })).status).toBe(303);
    expect((await fresh.app.request(path, { headers: { cookie } })).status).toBe(404);
  });

  test('refuses a form that another site sends', async () => {
    const { id } = await createStudy(fresh.db, {
      definition: template('local-digital-skills')!,
      now: new Date(),
    });
    const answer = await form(`/studies/${id}/open`, {}, 'https://elsewhere.example');
    expect(answer.status).toBe(403);
    expect(await read(`/studies/${id}`)).toContain('Nobody can answer yet.');
  });

  test('sees a study that somebody names <script> as text', async () => {
    const title = '<script>alert(1)</script>';
    const definition = { ...template('local-digital-skills')!, title: { en: title } };
    for (const other of ['es', 'ca', 'pt', 'fr', 'de', 'it', 'nl'] as const) {
      Object.assign(definition.title, { [other]: title });
    }
    const study = await createStudy(fresh.db, { definition, now: new Date() });
    for (const path of ['/studies', `/studies/${study.id}`, `/studies/${study.id}/results`]) {
      expect(await read(path)).not.toContain('<script>alert');
    }
    expect(await read(`/studies/${study.id}`)).toContain(formatJoinCode(study.joinCode));
  });
});
