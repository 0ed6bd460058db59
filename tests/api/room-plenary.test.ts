import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roomFeed } from '../../src/db/room/room-feed.ts';
import type { ScreenDocument } from '../../src/http/room-screen-document.ts';
import { template } from '../../src/survey/templates.ts';
import { type FreshApp, freshApp } from '../fresh-app.ts';
import {
  addTables,
  newSeatCode,
  phone,
  run,
  type ToldEvent,
  workshop,
  WORKSHOP,
} from './room-study.ts';
import { smallDefinition } from './small-study.ts';

const often = { perSecond: 10_000, burst: 10_000 };
const SOON = { timeout: 60_000 };
const opening = new Date('2018-11-15T15:30:00Z');

let fresh: FreshApp;
let room: Awaited<ReturnType<typeof workshop>>;
beforeAll(async () => {
  fresh = await freshApp({ limits: { submissions: often, calls: often } });
  fresh.setNow(opening);
  room = await workshop(fresh, 3);
});
afterAll(() => fresh.close());

const definition = template('smart-city-programme-manager')!;
const competencies = definition.lists['competencies']!.map(({ id }) => id);
const rankedFrom = (from: number, count = 5) =>
  Array.from({ length: count }, (_, at) => [competencies[(from + at) % competencies.length]!]);

type Shown<Kind extends ScreenDocument['shows']> = Extract<ScreenDocument, { shows: Kind }>;

async function screen<Kind extends ScreenDocument['shows']>(kind: Kind): Promise<Shown<Kind>> {
  const response = await fresh.designer(`${room.path}/screen`);
  const shown = (await response.json()) as ScreenDocument;
  expect(shown.shows).toBe(kind);
  return shown as Shown<Kind>;
}

const act = async (action: Record<string, unknown>): Promise<number> =>
  (await run(fresh, room.path, action)).status;
const page = async (path: string) => (await fresh.designer(path)).text();
const bigScreen = () => page(`/studies/${room.id}/room/${room.event.id}/screen`);

describe('the plenary of a workshop', () => {
  const writers: ReturnType<typeof phone>[] = [];

  it('A3 shows what to do in rooms before they open: the brief of the part, else steps from the agenda', async () => {
    await act({ action: 'start' });
    expect(await act({ action: 'screen', screen: 'instructions' })).toBe(200);
    const steps = await screen('instructions');
    expect(steps).toMatchObject({ minutes: 60, back: '18:00', brief: null });
    expect(steps.steps.map(({ kind }) => kind)).toEqual([
      'seat',
      'alone',
      'cards',
      'together',
      'conclusions',
    ]);
    const now = (await (await fresh.designer(room.path)).json()) as ToldEvent &
      Record<string, unknown>;
    const said = ['name', 'place', 'room', 'series', 'startsAt', 'endsAt', 'timeZone'];
    const facts = Object.fromEntries(said.map((field) => [field, now[field]]));
    const agenda = now.agenda.map((item) =>
      item.kind === 'tables'
        ? { ...item, brief: { en: 'Speak in turns.', es: 'Por turnos.' } }
        : item,
    );
    const body = { ...facts, agenda, edition: now.edition };
    const patched = await fresh.designer(room.path, { method: 'PATCH', body });
    expect(await patched.json()).toMatchObject({ edition: now.edition + 1 });
    expect((await screen('instructions')).brief).toBe('Speak in turns.');
    expect(await bigScreen()).toContain('Speak in turns.');
    await act({ action: 'go-to', phase: 'interactive' });
    await screen('join');
  });

  it('S13 lets tables present in their order: conclusions at once, orders once they are revealed', async () => {
    const { event, joinCode, tables } = room;
    const orders = [0, 0, 4];
    for (const [at, table] of tables.entries()) {
      const writer = phone(fresh, joinCode);
      writers.push(writer);
      await writer.join({ table: table.code });
      await writer.write(event.id, 'answer:competency-ranking', rankedFrom(orders[at]!), 0);
      await writer.write(event.id, 'conclusion-2', `Second of ${table.name}`, 0);
      await writer.write(event.id, 'conclusion-1', `First of ${table.name}`, 0);
      await writer.write(event.id, 'presenter', 'Wilhelmina', 0);
    }
    await act({ action: 'go-to', phase: 'conclusions' });
    expect(await act({ action: 'screen', screen: 'tables', question: 'competency-ranking' })).toBe(
      200,
    );
    expect(await screen('table')).toMatchObject({
      table: { name: 'Table 1' },
      place: 1,
      of: 3,
      conclusions: ['First of Table 1', 'Second of Table 1'],
      rows: null,
      reason: 'hidden',
    });
    expect(await act({ action: 'step', by: -1 })).toBe(409);
    expect(await act({ action: 'step', by: 1 })).toBe(200);
    expect(await act({ action: 'step', by: 1 })).toBe(200);
    expect(await act({ action: 'step', by: 1 })).toBe(409);
    expect((await screen('table')).table.name).toBe('Table 3');
    const [, second] = tables;
    const elsewhere = { action: 'screen', screen: 'tables', table: randomUUID() };
    expect(await act(elsewhere)).toBe(422);
    await act({ ...elsewhere, table: second!.id, question: 'competency-ranking' });
    await act({ action: 'reveal' });
    const shown = await screen('table');
    expect(shown.table.name).toBe('Table 2');
    expect(shown.rows?.map(({ id, own, room: whole }) => [id, own, whole])).toEqual(
      competencies.slice(0, 5).map((id, at) => [id, at + 1, null]),
    );
    expect(shown.isRoomShown).toBe(false);
  });

  it('S13 tells who presents on the console of those who run the room, and never on the big screen', async () => {
    await act({ action: 'screen', screen: 'tables' });
    expect(await bigScreen()).not.toContain('Wilhelmina');
    expect(JSON.stringify(await screen('table'))).not.toContain('Wilhelmina');
    expect(await page(`/studies/${room.id}/room/${room.event.id}`)).toContain('Wilhelmina');
    const named = await fresh.designer('/api/tokens', { body: { name: 'V', role: 'viewer' } });
    const { token } = (await named.json()) as { token: string };
    const seen = await fresh.app.request(`/studies/${room.id}/room/${room.event.id}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(seen.status).toBe(200);
    expect(await seen.text()).not.toContain('Wilhelmina');
  });

  it('S13 lets tables present their conclusions also where nothing is ranked', async () => {
    const questions = smallDefinition.questions.filter(({ kind }) => kind === 'long-text');
    const plain = { ...smallDefinition, questions, segments: [], analyses: [] };
    const body = { definition: plain };
    const study = (await (await fresh.designer('/api/studies', { body })).json()) as {
      id: string;
      joinCode: string;
    };
    await fresh.designer(`/api/studies/${study.id}/open`, { method: 'POST' });
    const events = `/api/studies/${study.id}/events`;
    const made = await fresh.designer(events, { body: WORKSHOP });
    const { id } = (await made.json()) as { id: string };
    const [table] = await addTables(fresh, { path: `${events}/${id}` }, 1);
    const one = phone(fresh, study.joinCode);
    await one.join({ table: table!.code });
    await one.write(id, 'conclusion-1', 'Nothing to rank here.', 0);
    await run(fresh, `${events}/${id}`, { action: 'screen', screen: 'tables' });
    const shown = async () => (await fresh.designer(`${events}/${id}/screen`)).json();
    const told = { shows: 'table', conclusions: ['Nothing to rank here.'], rows: null };
    expect(await shown()).toMatchObject({ ...told, reason: 'hidden' });
    await run(fresh, `${events}/${id}`, { action: 'reveal' });
    expect(await shown()).toMatchObject({ ...told, reason: 'no-ranking' });
  });

  it('S14 puts tables side by side, what they differ most about first', async () => {
    await act({ action: 'hide' });
    await act({ action: 'screen', screen: 'compare', question: 'competency-ranking' });
    expect((await screen('held')).reason).toBe('hidden');
    await act({ action: 'reveal' });
    const shown = await screen('compare');
    expect(shown.tables.map(({ name }) => name)).toEqual(['Table 1', 'Table 2', 'Table 3']);
    expect(shown.rows).toHaveLength(8);
    const spreads = shown.rows.map(({ spread }) => spread!);
    expect(spreads).toEqual(spreads.toSorted((a, b) => b - a));
    const first = shown.rows.find(({ id }) => id === competencies[0])!;
    expect(first.places).toEqual([1, 1, null]);
    expect(shown.rows.at(-1)!.spread).toBeLessThan(shown.rows[0]!.spread!);

    const { event } = room;
    await writers[0]!.write(event.id, 'answer:competency-ranking', rankedFrom(2), 1);
    const heard: (string | null)[] = [];
    const feed = roomFeed(fresh.db, 20);
    feed.watch({ studyId: room.id, eventId: event.id, tableId: null }, (now) => heard.push(now));
    await expect.poll(() => heard.length, SOON).toBe(1);
    expect((await writers[0]!.send(event.id)).status).toBe(200);
    await expect.poll(() => heard.length, SOON).toBe(2);
    feed.close();
    const again = (await screen('compare')).rows.find(({ id }) => id === competencies[2])!;
    expect(again.places[0]).toBe(1);
  });

  it('S14 keeps the rows of tables side by side in their places until the screen is sent again', async () => {
    const { event } = room;
    const idsOf = ({ rows }: Shown<'compare'>) => rows.map(({ id }) => id);
    const spreadsOf = ({ rows }: Shown<'compare'>) => rows.map(({ spread }) => spread!);
    const before = await screen('compare');
    await writers[1]!.write(event.id, 'answer:competency-ranking', rankedFrom(6), 1);
    await writers[1]!.send(event.id);
    const after = await screen('compare');
    expect(idsOf(after)).toEqual(idsOf(before));
    expect(spreadsOf(after)).not.toEqual(spreadsOf(after).toSorted((a, b) => b - a));
    await act({ action: 'step', by: 1 });
    expect(idsOf(await screen('compare'))).toEqual(idsOf(before));
    expect(await page(`/studies/${room.id}/room/${event.id}`)).toContain('Rows keep their places');
    await act({ action: 'screen', screen: 'compare', question: 'competency-ranking' });
    const sorted = await screen('compare');
    expect(idsOf(sorted)).not.toEqual(idsOf(before));
    expect(spreadsOf(sorted)).toEqual(spreadsOf(sorted).toSorted((a, b) => b - a));
    expect(await screen('compare')).toEqual(sorted);
    await writers[1]!.write(event.id, 'answer:competency-ranking', rankedFrom(0), 2);
    await writers[1]!.send(event.id);
  });

  it('A8 sets a table beside the room as soon as enough people have answered, not before', async () => {
    const { event, joinCode, tables } = room;
    const seen: boolean[] = [];
    for (let n = 1; n <= 5; n += 1) {
      const one = phone(fresh, joinCode);
      await one.join({ table: tables[0]!.code });
      const answers = { 'competency-ranking': rankedFrom(n % 2) };
      expect((await one.answer(event.id, randomUUID(), { answers })).status).toBe(201);
      if (n >= 4) seen.push((await screen('compare')).isRoomShown);
    }
    expect(seen).toEqual([false, true]);
    await act({ action: 'screen', screen: 'tables', table: tables[2]!.id });
    const shown = await screen('table');
    expect(shown.isRoomShown).toBe(true);
    const places = new Map(shown.rows!.map(({ id, own, room: whole }) => [id, [own, whole]]));
    expect(places.get(competencies[4]!)?.[0]).toBe(1);
    expect(places.get(competencies[1]!)?.[0]).toBeNull();
    expect(places.get(competencies[1]!)?.[1]).toBeLessThanOrEqual(2);
    expect((await bigScreen()).includes('Table 3')).toBe(true);
  });

  it('S14 shows what changed between rounds by those present in both, and who left', async () => {
    const { path, event, joinCode } = await workshop(fresh);
    const twice = Array.from({ length: 7 }, () => phone(fresh, joinCode));
    await run(fresh, path, { action: 'start' });
    // Their order is that in which they answered.
    for (const [at, one] of twice.entries()) {
      fresh.setNow(new Date(opening.getTime() + at * 1000));
      await one.join({ event: event.id });
      const answers = { 'competency-ranking': rankedFrom(0) };
      await one.answer(event.id, randomUUID(), { answers });
    }
    const shown = async () => (await (await fresh.designer(`${path}/screen`)).json()) as unknown;
    await run(fresh, path, { action: 'round', round: 2 });
    await run(fresh, path, { action: 'screen', screen: 'changed' });
    await run(fresh, path, { action: 'reveal' });
    expect(await shown()).toEqual({ shows: 'held', reason: 'one-round' });
    for (const [at, one] of twice.slice(0, 6).entries()) {
      fresh.setNow(new Date(opening.getTime() + (100 + at) * 1000));
      const body = { answers: { 'competency-ranking': rankedFrom(1) }, round: 2 };
      expect((await one.answer(event.id, randomUUID(), body)).status).toBe(201);
      if (at === 3) expect(await shown()).toEqual({ shows: 'held', reason: 'one-round' });
    }
    const changed = (await shown()) as Shown<'changed'>;
    // While people answer, they count in whole steps of five.
    expect(changed).toMatchObject({ shows: 'changed', before: 1, after: 2, n: 5, leavers: 0 });
    await fresh.designer(`/api/studies/${event.id}/close`, { method: 'POST' });
    await run(fresh, path, { action: 'end' });
    const whole = (await shown()) as Shown<'changed'>;
    expect(whole).toMatchObject({ n: 6, leavers: 1, newcomers: 0, isCoarse: true });
    expect(whole.rows[0]).toMatchObject({ id: competencies[1], before: 2, after: 1 });
    expect(whole.rows.find(({ id }) => id === competencies[0])!.before).toBe(1);
    await run(fresh, path, { action: 'hide' });
    expect(await shown()).toEqual({ shows: 'held', reason: 'hidden' });
  });
});

interface Queued {
  id: string;
  number: number;
  text: string;
  status: string;
  support: number;
  revision: number;
}

describe('questions from the floor', () => {
  const floor = (code: string) => {
    const path = () => `/api/join/${room.joinCode}/room/${room.event.id}/floor`;
    const send = (method: string, end = '', body?: unknown) =>
      fresh.app.request(path() + end, {
        method,
        headers: { seat: code, ...(body !== undefined && { 'content-type': 'application/json' }) },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
    return {
      see: async () => (await (await send('GET')).json()) as { open: boolean; questions: Queued[] },
      ask: (text: string, id: string = randomUUID()) => send('POST', '', { id, text }),
      support: (id: string) => send('POST', `/${id}/support`),
    };
  };
  const queue = async () =>
    ((await (await fresh.designer(`${room.path}/floor`)).json()) as { questions: Queued[] })
      .questions;
  const moderate = (id: string, body: Record<string, unknown>) =>
    fresh.designer(`${room.path}/floor/${id}`, { body });
  const turn = async (id: string, to: string): Promise<number> => {
    const { revision } = (await queue()).find((one) => one.id === id)!;
    return (await moderate(id, { to, revision })).status;
  };
  const asked = async (text: string): Promise<string> => {
    const id = randomUUID();
    expect((await floor(newSeatCode()).ask(text, id)).status).toBe(201);
    return id;
  };

  it('A9 takes a question from anybody with a phone, once however often it is sent', async () => {
    const id = randomUUID();
    const ann = floor(newSeatCode());
    expect((await ann.ask('  Who pays\nfor it? ', id)).status).toBe(201);
    expect((await ann.ask('Who pays for it?', id)).status).toBe(200);
    expect((await ann.see()).questions).toMatchObject([
      { id, text: 'Who pays for it?', status: 'new', own: true },
    ]);
    expect((await floor(newSeatCode()).see()).questions).toEqual([]);
    expect((await ann.ask('?')).status).toBe(422);
    expect((await ann.ask('a\0b c')).status).toBe(422);
    expect((await ann.ask('x'.repeat(241))).status).toBe(422);
    expect((await ann.ask('x'.repeat(5000))).status).toBe(413);
    expect((await floor('no code').ask('Who pays for it?')).status).toBe(422);
    expect((await ann.ask('A second one?')).status).toBe(201);
    expect((await ann.ask('A third one?')).status).toBe(201);
    expect((await ann.ask('A fourth one?')).status).toBe(409);
  });

  it('A9 works as a plain form, without a seat and without a script', async () => {
    const path = `/j/${room.joinCode}/floor/${room.event.id}`;
    const open = await fresh.app.request(path);
    expect(open.status).toBe(303);
    const own = open.headers.get('location')!;
    const form = await (await fresh.app.request(own)).text();
    const value = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(form)![1]!;
    const send = (fields: Record<string, string>) =>
      fresh.app.request(path, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ me: value('me'), lang: 'en', ...fields }).toString(),
      });
    const question = { do: 'ask', id: value('id'), text: 'Is there coffee & tea?' };
    const sent = await send(question);
    expect(sent.status).toBe(303);
    await send(question);
    const after = await (await fresh.app.request(sent.headers.get('location')!)).text();
    expect(after.match(/Is there coffee &amp; tea\?/g)).toHaveLength(1);
    const other = await (
      await fresh.app.request(
        open.headers.get('location')!.replace(/me=[^&]+/, 'me=0000-0000-0000'),
      )
    ).text();
    expect(other).not.toContain('coffee');
    expect((await send({ ...question, id: randomUUID(), text: 'x' })).status).toBe(422);
    const { questions } = (await (await fresh.designer(`${room.path}/floor`)).json()) as {
      questions: Queued[];
    };
    expect(questions.filter(({ text }) => text.includes('coffee'))).toHaveLength(1);
    const short = await fresh.app.request(`/j/${room.joinCode}/floor`);
    expect(short.headers.get('location')).toContain(room.event.id);
  });

  it('A9 shows nothing before it was accepted, and one question at a time', async () => {
    const [first, second] = [await asked('Who owns the data?'), await asked('Who maintains it?')];
    expect((await moderate(first, { to: 'shown', revision: 1 })).status).toBe(409);
    await act({ action: 'screen', screen: 'questions' });
    expect((await screen('questions')).question).toBeNull();
    expect(await bigScreen()).not.toContain('Who owns the data?');
    expect(await turn(first, 'accepted')).toBe(200);
    expect(await turn(second, 'accepted')).toBe(200);
    expect(await screen('questions')).toMatchObject({ question: null, waiting: 2 });
    await act({ action: 'screen', screen: 'join' });
    expect(await turn(first, 'shown')).toBe(200);
    expect((await screen('questions')).question?.text).toBe('Who owns the data?');
    expect(await bigScreen()).toContain('Who owns the data?');
    expect(await turn(second, 'shown')).toBe(200);
    expect((await queue()).slice(0, 2).map(({ id, status }) => [id, status])).toEqual([
      [second, 'shown'],
      [first, 'accepted'],
    ]);
    expect(await turn(second, 'answered')).toBe(200);
    expect((await screen('questions')).question).toBeNull();
    expect(await turn(first, 'aside')).toBe(200);
    const hidden = (await floor(newSeatCode()).see()).questions.map(({ id }) => id);
    expect(hidden).toEqual([second]);
  });

  /** A code as the server gives it to a phone without a seat. */
  const givenCode = async ({ joinCode, event } = room): Promise<string> => {
    const path = `/api/join/${joinCode}/room/${event.id}/floor/codes`;
    const given = await fresh.app.request(path, { method: 'POST' });
    return ((await given.json()) as { code: string }).code;
  };

  it('A9 counts “me too” once for each person, of the asker not at all', async () => {
    const code = await givenCode();
    const id = randomUUID();
    await floor(code).ask('How long does it take?', id);
    const ben = floor(await givenCode());
    expect((await ben.support(id)).status).toBe(404);
    await turn(id, 'accepted');
    const seated = phone(fresh, room.joinCode);
    await seated.join({ event: room.event.id });
    for (const one of [ben, ben, floor(code), floor(await givenCode()), floor(seated.code)]) {
      expect((await one.support(id)).status).toBe(200);
    }
    const seen = (await ben.see()).questions.find((one) => one.id === id);
    expect(seen).toMatchObject({ support: 3, supported: true, own: false });
    await turn(id, 'answered');
    expect((await floor(await givenCode()).support(id)).status).toBe(404);
  });

  it('A9 takes “me too” of nobody who makes up codes, by the page or by the API', async () => {
    const id = await asked('Who counts this?');
    await turn(id, 'accepted');
    const other = await workshop(fresh);
    const elsewhere = await givenCode(other);
    const own = await givenCode();
    const last = own.endsWith('0') ? '1' : '0';
    for (const code of [newSeatCode(), elsewhere, own.slice(0, -1) + last]) {
      expect((await floor(code).support(id)).status).toBe(403);
    }
    const path = `/j/${room.joinCode}/floor/${room.event.id}`;
    const sent = (me: string) =>
      fresh.app.request(path, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ me, lang: 'en', do: 'support', question: id }).toString(),
      });
    expect((await sent(newSeatCode())).status).toBe(303);
    const made = await (await fresh.app.request(`${path}?me=${newSeatCode()}`)).text();
    expect(made).not.toContain('value="support"');
    expect(made).toContain('Who takes a seat can say “Me too”.');
    const given = await (await fresh.app.request(`${path}?me=${own}`)).text();
    expect(given).toContain('value="support"');
    const find = async () => (await queue()).find((one) => one.id === id)!;
    expect((await find()).support).toBe(0);
    await sent(own);
    await sent(own);
    expect((await find()).support).toBe(1);
  });

  it('A9 says that a question is on the screen only while the screen shows questions', async () => {
    const id = await asked('What is on the screen?');
    await turn(id, 'accepted');
    await turn(id, 'shown');
    const console = () => page(`/studies/${room.id}/room/${room.event.id}`);
    const seen = async () =>
      (await floor(newSeatCode()).see()).questions.find((one) => one.id === id)!.status;
    expect([await seen(), (await console()).includes('Chosen, not on the screen')]).toEqual([
      'shown',
      false,
    ]);
    await act({ action: 'screen', screen: 'join' });
    expect([await seen(), (await console()).includes('Chosen, not on the screen')]).toEqual([
      'accepted',
      true,
    ]);
    expect(await bigScreen()).not.toContain('What is on the screen?');
    await act({ action: 'screen', screen: 'questions' });
    expect((await screen('questions')).question?.id).toBe(id);
    expect(await seen()).toBe('shown');
    expect(await turn(id, 'answered')).toBe(200);
  });

  it('A9 never loses what one of two moderators did at the same moment', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 4; n += 1) ids.push(await asked(`Question of two moderators ${n}?`));
    for (const id of ids) await turn(id, 'accepted');
    const [a, b, c, d] = ids as [string, string, string, string];
    const order = async () =>
      (await queue()).flatMap(({ id, status }) =>
        status === 'accepted' && ids.includes(id) ? [id] : [],
      );
    expect(await order()).toEqual([a, b, c, d]);
    const at = async (id: string) => (await queue()).find((one) => one.id === id)!.revision;
    const revision = await at(c);
    const both = await Promise.all([
      moderate(c, { move: 'up', revision }),
      moderate(c, { move: 'up', revision }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(await order()).toEqual([a, c, b, d]);
    const shown = await Promise.all([
      moderate(a, { to: 'shown', revision: await at(a) }),
      moderate(d, { to: 'shown', revision: await at(d) }),
    ]);
    expect(shown.map(({ status }) => status)).toEqual([200, 200]);
    const on = (await queue()).filter(({ status }) => status === 'shown');
    expect(on).toHaveLength(1);
    const refused = await moderate(b, { to: 'aside', revision: 1 });
    expect(refused.status).toBe(409);
    expect(((await refused.json()) as { question: Queued }).question.status).toBe('accepted');
    expect((await moderate(randomUUID(), { to: 'aside', revision: 1 })).status).toBe(404);
  });

  it('A9 is told live, noted in the log without words, and can be closed', async () => {
    const feed = roomFeed(fresh.db, 20);
    const [heard, phones]: [string[], string[]] = [[], []];
    const place = { studyId: room.id, eventId: room.event.id };
    feed.watch({ ...place, tableId: null }, (version) => heard.push(String(version)));
    feed.watch({ ...place, tableId: 'floor' }, (version) => phones.push(String(version)));
    await expect.poll(() => [heard.length, phones.length], SOON).toEqual([1, 1]);
    const id = await asked('Is this heard at once?');
    await expect.poll(() => heard.length, SOON).toBe(2);
    expect(phones).toHaveLength(1);
    await turn(id, 'accepted');
    await expect.poll(() => [heard.length, phones.length], SOON).toEqual([3, 2]);
    feed.close();
    const { entries } = (await (await fresh.designer(`${room.path}/log`)).json()) as {
      entries: { action: string; by: string | null; detail: { to?: string; number?: number } }[];
    };
    expect(entries[0]).toMatchObject({
      action: 'floor-question',
      by: 'Test',
      detail: { from: 'new', to: 'accepted' },
    });
    expect(entries.some(({ action, by }) => action === 'floor-asked' && by === null)).toBe(true);
    expect(JSON.stringify(entries)).not.toContain('Is this heard');
    expect(await act({ action: 'floor', open: false })).toBe(200);
    const ben = floor(newSeatCode());
    expect((await ben.ask('May I still ask?')).status).toBe(409);
    expect((await ben.see()).open).toBe(false);
    await act({ action: 'floor', open: true });
    const asking = phone(fresh, room.joinCode, newSeatCode());
    await asking.join({ event: room.event.id });
    expect((await floor(asking.code).ask('With the code of a seat?')).status).toBe(201);
    const rows = await fresh.db
      .selectFrom('floor_question as q')
      .innerJoin('room_person as p', 'p.key_hash', 'q.asker_hash')
      .select('q.id')
      .execute();
    expect(rows).toEqual([]);
  });

  it('A9 waits no longer than a hall can hear: one address is held up when it asks too often', async () => {
    const few = { perSecond: 0.001, burst: 2 };
    const slow = await freshApp({ limits: { submissions: few, codes: few } });
    try {
      slow.setNow(opening);
      const { joinCode, event } = await workshop(slow);
      const ask = () =>
        slow.app.request(`/api/join/${joinCode}/room/${event.id}/floor`, {
          method: 'POST',
          headers: { seat: newSeatCode(), 'content-type': 'application/json' },
          body: JSON.stringify({ id: randomUUID(), text: 'Again and again?' }),
        });
      expect([(await ask()).status, (await ask()).status]).toEqual([201, 201]);
      const held = await ask();
      expect(held.status).toBe(429);
      expect(held.headers.get('retry-after')).not.toBeNull();
      const first = await slow.app.request(`/j/${joinCode}/floor/${event.id}`);
      expect(first.status).toBe(303);
      const codes = `/api/join/${joinCode}/room/${event.id}/floor/codes`;
      expect((await slow.app.request(codes, { method: 'POST' })).status).toBe(201);
      const third = await slow.app.request(codes, { method: 'POST' });
      expect([third.status, third.headers.has('retry-after')]).toEqual([429, true]);
      expect((await slow.app.request(first.headers.get('location')!)).status).toBe(200);
    } finally {
      await slow.close();
    }
  });
});
