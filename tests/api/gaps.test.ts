import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshApp, freshApp } from '../fresh-app.ts';
import { formBody } from '../first-owner.ts';
import { addTables, phone, run, type ToldEvent, WORKSHOP } from './room-study.ts';

let fresh: FreshApp;
let id: string;
let joinCode: string;
let tableCode: string;
let eventPath: string;
let eventId: string;

beforeAll(async () => {
  const often = { perSecond: 1e6, burst: 1e6 };
  fresh = await freshApp({ limits: { submissions: often, calls: often } });
  const made = await fresh.designer('/api/studies', {
    body: { template: 'rural-innovation-gaps' },
  });
  ({ id, joinCode } = (await made.json()) as { id: string; joinCode: string });
  await fresh.designer(`/api/studies/${id}/open`, { method: 'POST' });
  const body = { ...WORKSHOP, name: 'Alentejo Summit' };
  const answer = await fresh.designer(`/api/studies/${id}/events`, { body });
  const event = (await answer.json()) as ToldEvent;
  eventId = event.id;
  eventPath = `/api/studies/${id}/events/${event.id}`;
  tableCode = (await addTables(fresh, { path: eventPath }, 2))[0]!.code;
}, 60_000);
afterAll(() => fresh.close());

const send = (path: string, body: unknown) =>
  fresh.app.request(`/api/join/${joinCode}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

interface Told {
  ideas: { key: string; text: string; gap: string | null; table: string | null }[];
  gaps: { id: string; name: string; ideas: number; listed: boolean; mergedInto: string | null }[];
  log: { id: string; undoneAt: string | null; madeBy: string | null; into: string | null }[];
}

const read = async <Body>(path: string): Promise<Body> => {
  const answer = await fresh.designer(`/api/studies/${id}${path}`);
  expect(answer.status).toBe(200);
  return (await answer.json()) as Body;
};
const gaps = () => read<Told>('/gaps');
const step = (body: unknown) => fresh.designer(`/api/studies/${id}/gaps/steps`, { body });

/** Somebody checks all barriers and ranks those that they are offered. */
async function respond(
  votes: (row: string) => number | null,
  ranked: string[],
  more: Record<string, unknown> = {},
): Promise<Response> {
  const { rows } = await study();
  const every = <T>(value: (row: string) => T) =>
    Object.fromEntries(rows.map((row) => [row, value(row)]));
  return fresh.app.request(`/api/responses/${randomUUID()}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      joinCode,
      revision: 1,
      locale: 'en',
      answers: {
        role: 'student',
        'organisation-type': 'sme',
        country: 'PT',
        'area-type': 'rural',
        'observed-barrier': ['No fibre'],
        'barrier-validation': every(votes),
        'sme-coverage': every((row) => (row === 'digital-skills' ? 0 : 3)),
        'barrier-ranking': ranked.map((item) => [item]),
        ...more,
      },
    }),
  });
}

async function study(): Promise<{ rows: string[]; offered: string[] }> {
  const answer = await fresh.app.request(`/api/join/${joinCode}?lang=en`);
  const local = (await answer.json()) as {
    questions: { id: string; rows?: { id: string }[]; options?: { id: string }[] }[];
  };
  const of = (question: string) => local.questions.find((one) => one.id === question)!;
  return {
    rows: of('barrier-validation').rows!.map((row) => row.id),
    offered: of('barrier-ranking').options!.map((option) => option.id),
  };
}

const FIRST = ['digital-skills', 'maintenance', 'small-market'];

describe('gaps and barriers', () => {
  it('A4: takes ideas while an event runs, each once however often it is sent', async () => {
    const idea = { id: randomUUID(), text: '  No broadband in the valley ', table: tableCode };
    expect((await send('/ideas', idea)).status).toBe(409);
    await run(fresh, eventPath, { action: 'start' });
    const twice = await Promise.all([send('/ideas', idea), send('/ideas', idea)]);
    expect(twice.map(({ status }) => status).toSorted()).toEqual([200, 201]);
    expect((await send('/ideas', { id: randomUUID(), text: 'Bad roads' })).status).toBe(201);
    expect((await send('/ideas', { ...idea, id: randomUUID(), table: 'ZZZZ' })).status).toBe(404);
    expect((await send('/ideas', { id: randomUUID(), text: ' ' })).status).toBe(422);
    expect((await send('/ideas', { id: 'no', text: 'x' })).status).toBe(422);
    const { ideas } = await gaps();
    expect(ideas.map(({ text, table }) => [text, table])).toEqual([
      ['No broadband in the valley', 'Table 1'],
      ['Bad roads', null],
    ]);
  });

  it('A4: merges ideas into gaps of the list and new ones; undoing restores, nothing goes', async () => {
    const { ideas } = await gaps();
    const [broadband, roads] = ideas.map(({ key }) => key);
    const path = `/api/studies/${id}/gaps`;
    const made = await fresh.designer(path, { body: { label: 'Bad roads' } });
    const { id: own } = (await made.json()) as { id: string };
    const again = await fresh.designer(path, { body: { label: ' bad  ROADS' } });
    expect(await again.json()).toMatchObject({ id: own });
    expect((await step({ ideas: [broadband], into: 'digital-infrastructure' })).status).toBe(201);
    expect((await step({ ideas: [roads], into: own })).status).toBe(201);
    const count = async () =>
      (await gaps()).gaps.filter((gap) => gap.ideas > 0).map((gap) => [gap.id, gap.ideas]);
    const before = await count();
    expect(before).toEqual([
      ['digital-infrastructure', 1],
      [own, 1],
    ]);
    const whole = await step({ gap: own, into: 'digital-infrastructure' });
    const { id: last } = (await whole.json()) as { id: string };
    expect(await count()).toEqual([['digital-infrastructure', 2]]);
    expect((await step({ gap: 'digital-infrastructure', into: own })).status).toBe(409);
    expect((await step({ ideas: ['idea:none'], into: own })).status).toBe(422);
    expect((await step({ ideas: [roads], into: 'none' })).status).toBe(422);
    const undo = () => fresh.designer(`${path}/steps/${last}/undo`, { method: 'POST' });
    expect((await undo()).status).toBe(204);
    expect((await undo()).status).toBe(404);
    expect(await count()).toEqual(before);
    const { log, ideas: kept } = await gaps();
    expect(kept).toHaveLength(2);
    expect(log.map(({ undoneAt }) => undoneAt !== null)).toEqual([true, false, false]);
    expect(log.every(({ madeBy }) => madeBy === 'Test')).toBe(true);
  });

  it('A11: puts a new gap behind the twelve of the list, for everybody to check', async () => {
    const listed = await fresh.designer(`/api/studies/${id}/gaps/list`, { body: {} });
    expect(await listed.json()).toEqual({ added: ['gap-bad-roads'] });
    const { rows, offered } = await study();
    expect(rows).toHaveLength(13);
    expect(rows.at(-1)).toBe('gap-bad-roads');
    expect(offered).toHaveLength(13);
  });

  it('A5: confirms by the rule from the votes, and holds back what few have voted', async () => {
    const vote = (row: string) => {
      if (FIRST.includes(row)) return 2;
      return row === 'data-trust' ? 0 : 1;
    };
    type Verdicts = {
      slices: { gaps: { id: string; name: string; state: string; n: number | null }[] }[];
    };
    const namesNow = async () =>
      (await read<Verdicts>('/gaps/validation')).slices[0]!.gaps.map(({ name }) => name);
    const names = (await gaps()).gaps.map(({ name }) => name);
    expect(await namesNow()).toEqual(names);
    const stateOf = async (gap: string, query = '') => {
      const { slices } = await read<Verdicts>(`/gaps/validation${query}`);
      return slices.map((slice) => slice.gaps.find((one) => one.id === gap)!);
    };
    for (let n = 0; n < 4; n += 1) await respond(vote, FIRST);
    expect(await stateOf('maintenance')).toMatchObject([{ state: 'proposed', n: null }]);
    for (let n = 0; n < 2; n += 1) await respond(vote, FIRST);
    expect(await stateOf('maintenance')).toMatchObject([{ state: 'confirmed', n: 6 }]);
    expect(await stateOf('data-trust')).toMatchObject([{ state: 'rejected' }]);
    expect(await namesNow()).toEqual(names);
    expect(await stateOf('small-market', '?by=country')).toMatchObject([
      { state: 'confirmed' },
      { state: 'confirmed' },
    ]);
    expect(await stateOf('low-awareness')).toMatchObject([{ state: 'partly-contested' }]);
    const rule = { minShare: 0.5, value: 1, minAnswers: 5 };
    const path = `/api/studies/${id}/gaps/rule`;
    expect((await fresh.designer(path, { method: 'PUT', body: rule })).status).toBe(204);
    expect(await stateOf('low-awareness')).toMatchObject([{ state: 'confirmed' }]);
    const wrong = { ...rule, value: 7 };
    expect((await fresh.designer(path, { method: 'PUT', body: wrong })).status).toBe(422);
    const back = { minShare: 0.7, value: 2, minAnswers: 5 };
    expect((await fresh.designer(path, { method: 'PUT', body: back })).status).toBe(204);
    const { status } = await fresh.designer(`/api/studies/${id}/gaps/validation?by=nothing`);
    expect(status).toBe(422);
  });

  it('A5: the ranking offers what was confirmed when the list was fixed', async () => {
    const path = `/api/studies/${id}/gaps/shown`;
    const before = await read<unknown>('/results?question=barrier-ranking');
    const fixed = await fresh.designer(path, { method: 'PUT', body: {} });
    expect(((await fixed.json()) as { shown: string[] }).shown.toSorted()).toEqual(FIRST);
    expect((await study()).offered.toSorted()).toEqual(FIRST);
    const after = await read<Record<string, unknown>>('/results?question=barrier-ranking');
    expect(after['slices']).toEqual((before as Record<string, unknown>)['slices']);
    const short = { method: 'PUT', body: { items: ['maintenance'] } };
    expect((await fresh.designer(path, short)).status).toBe(422);
    expect((await respond(() => 2, FIRST)).status).toBe(201);
    expect((await fresh.designer(path, { method: 'DELETE' })).status).toBe(204);
    expect((await study()).offered).toHaveLength(13);
  });

  it('A6: lists what is ranked high and covered little, also as CSV', async () => {
    const { gaps: found } = await read<{ gaps: { id: string; need: string | null }[] }>(
      '/gaps/coverage',
    );
    expect(found.filter(({ need }) => need !== null).map((gap) => gap.id)).toEqual([
      'digital-skills',
    ]);
    const file = await fresh.designer(`/api/studies/${id}/gaps/coverage.csv`);
    const lines = (await file.text()).trim().split('\r\n');
    expect(lines).toHaveLength(14);
    expect(lines[1]).toMatch(/^digital-skills,Low digital skills,clearly,/);
  });

  it('A4: reads the answers to the study’s own question with the ideas', async () => {
    const { ideas } = await gaps();
    expect(ideas.find(({ text }) => text === 'No fibre')?.key).toMatch(/^text:observed-barrier:/);
  });

  it('A7, F3, F8: keeps a register of practices, public once they are published', async () => {
    const path = `/api/studies/${id}/practices`;
    const facts = {
      title: 'Digital Village Programme',
      owner: '=Digital Success',
      what: 'Trainers in every village',
      scaleNow: '12 villages',
      reached: 3000,
      factors: 'A room and a trainer',
      replicability: 4,
      replicabilityEvidence: 'Repeated in two regions',
      scalability: 3,
    };
    const made = await fresh.designer(path, { body: facts });
    expect(made.status).toBe(201);
    const practice = (await made.json()) as { id: string; revision: number; status: string };
    expect(practice.status).toBe('proposed');
    const shown = async () =>
      (await (await fresh.app.request(`/api/join/${joinCode}/practices`)).json()) as unknown;
    expect(await shown()).toEqual({ practices: [] });
    const change = (revision: number) => {
      const body = { ...facts, status: 'published', revision };
      return fresh.designer(`${path}/${practice.id}`, { method: 'PATCH', body });
    };
    expect((await change(1)).status).toBe(200);
    expect((await change(1)).status).toBe(409);
    expect(await shown()).toMatchObject({ practices: [{ ...facts, id: practice.id }] });
    const csv = await fresh.app.request(`/api/join/${joinCode}/practices.csv`);
    expect(await csv.text()).toContain("Digital Village Programme,'=Digital Success,");
    const wrong = await fresh.designer(path, { body: { ...facts, scalability: 6 } });
    expect(wrong.status).toBe(422);
    expect((await read<{ practices: unknown[] }>('/practices')).practices).toHaveLength(1);
  });

  it('F8, A7: takes what people named over into the register with one click, once', async () => {
    const path = `/api/studies/${id}/practices/answers`;
    const named = async () => {
      const { questions } = await read<{
        questions: { held: boolean; answers: { key: string; facts: { title: string } }[] }[];
      }>('/practices/answers');
      return questions[0]!;
    };
    const tell = async (text: string) => {
      const kind = { 'organisation-type': 'large-company' };
      const more = { ...kind, 'best-practice': text, 'practice-replicable': 'easy' };
      const sent = await respond(() => 2, FIRST, more);
      expect(sent.status, await sent.clone().text()).toBe(201);
    };
    const bus = 'A digital bus. It stops in each village.';
    for (let k = 0; k < 4; k += 1) await tell(bus);
    expect(await named()).toMatchObject({ held: true, answers: [] });
    await tell('Evening classes');
    const { answers } = await named();
    expect(answers.map(({ facts }) => facts.title).toSorted()).toEqual([
      'A digital bus',
      'Evening classes',
    ]);
    const first = answers.find(({ facts }) => facts.title === 'A digital bus')!;
    const taking = { question: 'best-practice', key: first.key };
    const twice = await Promise.all([1, 2].map(() => fresh.designer(path, { body: taking })));
    expect(twice.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect((await named()).answers).toHaveLength(1);
    const { practices } = await read<{ practices: Record<string, unknown>[] }>('/practices');
    const taken = { title: 'A digital bus', what: bus, replicability: 4, status: 'proposed' };
    expect(practices.find(({ title }) => title === 'A digital bus')).toMatchObject(taken);
    const page = await fresh.designer(`/studies/${id}/gaps?lang=en`);
    expect(await page.text()).toContain('Evening classes');
    const file = await fresh.designer(`/api/studies/${id}/export?format=json`);
    const exported = (await file.json()) as { practices: unknown[] };
    expect(exported.practices).toHaveLength(2);
    expect(exported.practices).toContainEqual(expect.objectContaining(taken));
  });

  it('A4: leads from a table’s page to the ideas and back, and says what is wrong with one', async () => {
    const seat = phone(fresh, joinCode);
    await seat.join({ table: tableCode });
    const page = await fresh.app.request(`/j/${joinCode}/seat/${eventId}?me=${seat.code}&lang=en`);
    const [, there] = /href="([^"]*\/ideas\?[^"]*)"/.exec(await page.text())!;
    expect(there).toContain(`table=${tableCode}`);
    const ideas = async (address: string) => (await fresh.app.request(address)).text();
    const [, back] = /href="([^"]*\/seat\/[^"]*)"/.exec(
      await ideas(there!.replaceAll('&amp;', '&')),
    )!;
    expect(await ideas(back!.replaceAll('&amp;', '&'))).toContain('You are number');
    expect(await ideas(`/j/${joinCode}/ideas?lang=en`)).not.toContain('/seat/');
    const post = async (fields: Record<string, string>) => {
      const answer = await fresh.app.request(`/j/${joinCode}/ideas?lang=en`, formBody(fields));
      return [answer.status, await answer.text()] as const;
    };
    const idea = { id: randomUUID(), text: 'Buses', table: 'ZZZZ' };
    const [status, html] = await post(idea);
    expect(status).toBe(404);
    expect(html).toContain('There is no such table');
    expect(html).toContain('Buses');
    const fromSeat = { ...idea, text: '', event: eventId, me: seat.code };
    const [, refused] = await post(fromSeat);
    expect(refused).toContain('at most 300 characters');
    expect(refused).toContain(`/seat/${eventId}?me=`);
    await run(fresh, eventPath, { action: 'end' });
    expect((await post({ ...idea, table: tableCode }))[0]).toBe(409);
    expect((await post({ ...idea, table: '' }))[1]).toContain('while an event runs');
  });

  it('A6: takes the coverage as small and medium enterprises see it, when asked', async () => {
    interface Coverage {
      ranked: number;
      covered: number;
    }
    await fresh.designer(`/api/studies/${id}/close`, { method: 'POST' });
    const all = await read<Coverage>('/gaps/coverage');
    const smes = await read<Coverage>('/gaps/coverage?by=smes');
    expect(smes.ranked).toBe(all.ranked);
    expect(smes.covered).toBe(all.covered - 5);
    const page = await fresh.designer(`/studies/${id}/gaps?lang=en&coverage=smes`);
    const html = await page.text();
    expect(html).toContain('small and medium-sized enterprises only');
    expect(html).toContain('coverage.csv?by=smes');
    expect(html).toContain('class="gaps-chart"');
  });
});
