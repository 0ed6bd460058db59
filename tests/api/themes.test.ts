import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshApp, freshApp } from '../fresh-app.ts';
import { openSmallStudy, own, put, receiptIn } from './small-study.ts';

let fresh: FreshApp;
beforeAll(async () => {
  fresh = await freshApp();
});
afterAll(() => fresh.close());

const TEXTS = ['No money.', 'No  money.', 'There is no money here', 'No staff', 'Old rules'];

/** Twelve people: six students and six teachers, each with a problem. */
async function writtenStudy(): Promise<{ id: string; receipts: [string, string][] }> {
  const { id, joinCode } = await openSmallStudy(fresh);
  const receipts: [string, string][] = [];
  for (let k = 0; k < 12; k++) {
    const answers = {
      topics: [['law'], ['data']],
      problem: TEXTS[k % TEXTS.length],
      name: `Ann ${k}`,
      role: k < 6 ? 'student' : 'teacher',
    };
    const response = randomUUID();
    const sent = await put(fresh, response, { joinCode, answers });
    expect(sent.status).toBe(201);
    receipts.push([response, await receiptIn(sent)]);
  }
  return { id, receipts };
}

interface Text {
  key: string;
  text: string;
  n: number;
  themes: string[];
  group: number;
}
interface List {
  suppressed?: string;
  answered: number | null;
  texts: Text[];
  log: { id: string; adds: boolean; texts: number; madeBy: string; undoneAt: string | null }[];
}

const list = async (id: string, question = 'problem') =>
  (await (await fresh.designer(`/api/studies/${id}/texts?question=${question}`)).json()) as List;

const post = async <T>(id: string, path: string, body: Record<string, unknown> = {}) => {
  const answer = await fresh.designer(`/api/studies/${id}/themes${path}`, { body });
  return { status: answer.status, body: (await answer.json()) as T };
};

interface Counts {
  coded: boolean;
  slices: {
    key: string;
    n: number | null;
    suppressed?: string;
    counts?: { id: string; n: number; interval: [number, number] }[];
  }[];
}

const counts = async (id: string, query = '') =>
  (await (
    await fresh.designer(`/api/studies/${id}/themes?question=problem${query}`)
  ).json()) as Counts;

const byId = (slice: Counts['slices'][number] | undefined) =>
  Object.fromEntries((slice?.counts ?? []).map(({ id, n }) => [id, n]));

describe('coding texts into themes', () => {
  it('reads each text once, near ones together, and never a personal answer', async () => {
    const { id } = await writtenStudy();
    const { texts, answered } = await list(id);
    expect(answered).toBe(12);
    expect(texts.map(({ text, n }) => [text, n])).toContainEqual(['No money.', 6]);
    const refused = await fresh.designer(`/api/studies/${id}/texts?question=name`);
    expect(refused.status).toBe(422);
    expect(JSON.stringify(texts)).not.toContain('Ann');
  });

  it('shows no text while fewer than minCell have answered', async () => {
    const { id, joinCode } = await openSmallStudy(fresh);
    for (let k = 0; k < 4; k++) await put(fresh, randomUUID(), { joinCode });
    expect(await list(id)).toMatchObject({ suppressed: 'too-few', answered: null, texts: [] });
  });

  it('counts people by theme, whole and by segment, and undoes exactly what a step did', async () => {
    const { id } = await writtenStudy();
    const money = await post<{ id: string }>(id, '', { question: 'problem', label: 'Money' });
    expect(money.status).toBe(201);
    const again = await post<{ id: string }>(id, '', { question: 'problem', label: ' money ' });
    expect(again.body.id).toBe(money.body.id);
    const staff = await post<{ id: string }>(id, '', { question: 'problem', label: 'Staff' });
    const code = (theme: string, texts: string[], adds = true) =>
      post<{ id: string; changed: number }>(id, '/steps', {
        question: 'problem',
        theme,
        texts,
        adds,
      });
    expect((await counts(id)).coded).toBe(false);
    expect((await code(money.body.id, ['no money.'])).body.changed).toBe(1);
    const both = await code(money.body.id, ['No money.', 'There is no money here', 'No staff']);
    expect(both.body.changed).toBe(2);
    await code(staff.body.id, ['No staff']);
    const [all, ...roles] = (await counts(id, '&by=role')).slices;
    expect(all!.n).toBe(12);
    expect(byId(all)).toEqual({ 'theme-money': 10, 'theme-staff': 2, 'not-coded': 2 });
    expect(all!.counts![0]!.interval[0]).toBeGreaterThan(0.5);
    expect(roles.map(byId)).toEqual([
      { 'theme-money': 5, 'theme-staff': 1, 'not-coded': 1 },
      { 'theme-money': 5, 'theme-staff': 1, 'not-coded': 1 },
    ]);
    const undone = await post<{ changed: number }>(id, `/steps/${both.body.id}/undo`);
    expect(undone.body.changed).toBe(2);
    expect(byId((await counts(id)).slices[0])['theme-money']).toBe(6);
    expect((await post(id, `/steps/${both.body.id}/undo`)).status).toBe(404);
    const { log } = await list(id);
    expect(log.map(({ texts, madeBy, undoneAt }) => [texts, madeBy, undoneAt !== null])).toEqual([
      [1, 'Test', false],
      [2, 'Test', true],
      [1, 'Test', false],
    ]);
    expect((await code('nothing', ['No staff'])).status).toBe(422);
  });

  it('holds back the themes of a group that is too small', async () => {
    const { id, receipts } = await writtenStudy();
    const theme = await post<{ id: string }>(id, '', { question: 'problem', label: 'Money' });
    await post(id, '/steps', {
      question: 'problem',
      theme: theme.body.id,
      texts: ['No money.'],
    });
    for (const [response, receipt] of receipts.slice(0, 2))
      await own(fresh, response, receipt, 'DELETE');
    const { slices } = await counts(id, '&by=role');
    expect(slices.map(({ suppressed }) => suppressed)).toEqual([
      undefined,
      'too-few',
      'by-subtraction',
    ]);
  });

  it('exports the themes with their texts as JSON, and nothing where none were given', async () => {
    const { id } = await writtenStudy();
    const read = async () =>
      (await (await fresh.designer(`/api/studies/${id}/export?format=json`)).json()) as {
        themes?: unknown[];
      };
    expect(await read()).not.toHaveProperty('themes');
    const theme = await post<{ id: string }>(id, '', { question: 'problem', label: 'Rules' });
    await post(id, '/steps', { question: 'problem', theme: theme.body.id, texts: ['Old rules'] });
    expect((await read()).themes).toEqual([
      { question: 'problem', text: 'Old rules', n: 2, theme: 'theme-rules', label: 'Rules' },
    ]);
  });
});
