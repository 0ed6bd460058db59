import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../src/app.ts';
import { roomFeed } from '../../src/db/room/room-feed.ts';
import { changeState, findEvent } from '../../src/db/room/events.ts';
import { template } from '../../src/survey/templates.ts';
import { type FreshApp, freshApp } from '../fresh-app.ts';
import { openSmallStudy, validAnswers } from './small-study.ts';
import { eventNow, phone, run, seatIn, type ToldEvent, workshop, WORKSHOP } from './room-study.ts';

let fresh: FreshApp;
beforeAll(async () => {
  fresh = await freshApp({
    limits: {
      submissions: { perSecond: 10_000, burst: 10_000 },
      calls: { perSecond: 10_000, burst: 10_000 },
    },
  });
});
afterAll(() => fresh.close());

/** Long enough for a machine that is busy with other things. */
const SOON = { timeout: 60_000 };
const opening = new Date('2018-11-15T15:30:00Z');

interface Overview {
  left: number | null;
  joined: number;
  active: number;
  sentAlone: number;
  tables: {
    id: string;
    name: string;
    key: string;
    people: number;
    hasWriter: boolean;
    sentAlone: number;
    answered: number;
    asked: number;
    isSent: boolean;
    quiet: { minutes: number; why: string } | null;
    cards: string[];
  }[];
}

const overview = async (path: string) =>
  (await (await fresh.designer(`${path}/overview`)).json()) as Overview;

const definition = template('smart-city-programme-manager')!;
const competencies = definition.lists['competencies']!.map(({ id }) => id);
const namesOf = async (path: string) => (await overview(path)).tables.map(({ name }) => name);
const consoleOf = async (study: string, event: string) =>
  (await fresh.designer(`/studies/${study}/room/${event}`)).text();
/** Sends a form of the console, or of one of its pages. */
const sendForm = (study: string, event: string, fields: Record<string, string>, page = '') =>
  fresh.app.request(`/studies/${study}/room/${event}${page}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${fresh.token}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams(fields).toString(),
  });
type Phone = ReturnType<typeof phone>;
const ranked = (from: number, count = 6) =>
  Array.from({ length: count }, (_, at) => [competencies[(from + at) % competencies.length]!]);

describe('an event of a study', () => {
  it('S1: has a name, a room, a day, a start, an end and a time zone', async () => {
    const { path, event } = await workshop(fresh);
    expect(event).toMatchObject({
      name: WORKSHOP.name,
      room: 'CC1 – 1.3',
      startsAt: '2018-11-15T15:30:00.000Z',
      endsAt: '2018-11-15T17:30:00.000Z',
      timeZone: 'Europe/Madrid',
    });
    const wrong = { ...WORKSHOP, endsAt: WORKSHOP.startsAt };
    const refused = await fresh.designer(path.replace(/\/[^/]+$/, ''), { body: wrong });
    expect(refused.status).toBe(422);
    const nowhere = { ...WORKSHOP, timeZone: 'Europe/Nowhere' };
    const other = await fresh.designer(path.replace(/\/[^/]+$/, ''), { body: nowhere });
    expect(other.status).toBe(422);
  });

  it('S2: follows its agenda: now, next, and a countdown by the server’s clock', async () => {
    const { path, event } = await workshop(fresh);
    expect(event.agenda.map(({ start, kind, minutes }) => [start, kind, minutes])).toEqual([
      ['16:30', 'plenary', 10],
      ['16:40', 'plenary', 20],
      ['17:00', 'tables', 60],
      ['18:00', 'plenary', 30],
    ]);
    fresh.setNow(opening);
    await run(fresh, path, { action: 'start' });
    expect((await overview(path)).left).toBe(600);
    fresh.setNow(new Date(opening.getTime() + 4 * 60_000));
    expect((await overview(path)).left).toBe(360);
    await run(fresh, path, { action: 'add', seconds: 120 });
    await run(fresh, path, { action: 'pause' });
    fresh.setNow(new Date(opening.getTime() + 60 * 60_000));
    expect((await overview(path)).left).toBe(480);
    await run(fresh, path, { action: 'resume' });
    expect((await overview(path)).left).toBe(480);
    await run(fresh, path, { action: 'next' });
    expect((await eventNow(fresh, path)).state.phase).toBe('keynote');
    for (let step = 0; step < 3; step += 1) await run(fresh, path, { action: 'next' });
    expect((await eventNow(fresh, path)).state).toMatchObject({ stage: 'ended', phase: null });
    expect((await run(fresh, path, { action: 'pause' })).status).toBe(409);
  });

  it('S2: its agenda begins with it, also when it is moved or ends after midnight', async () => {
    const { id, path, event } = await workshop(fresh);
    const startsOf = async (at: string) =>
      (await eventNow(fresh, at)).agenda.map(({ start }) => start);
    const late = {
      ...WORKSHOP,
      startsAt: '2026-11-22T23:30:00+09:00',
      endsAt: '2026-11-23T01:30:00+09:00',
      timeZone: 'Asia/Tokyo',
    };
    const made = await fresh.designer(path.replace(/\/[^/]+$/, ''), { body: late });
    expect(((await made.json()) as ToldEvent).agenda.map(({ start }) => start)).toEqual([
      '23:30',
      '23:40',
      '00:00',
      '01:00',
    ]);
    const facts = { name: 'Moved', timeZone: 'Europe/Madrid', endsAt: '2018-11-15T19:30' };
    const move = async (startsAt: string, more: Record<string, string> = {}) => {
      const { edition } = await eventNow(fresh, path);
      const fields = { ...facts, startsAt, edition: String(edition), ...more };
      return (await sendForm(id, event.id, fields, '/edit')).status;
    };
    expect(await move('2018-11-15T17:15')).toBe(303);
    expect(await startsOf(path)).toEqual(['17:15', '17:25', '17:45', '18:45']);
    expect(
      await move('2018-11-15T09:00', { 'item.3.id': 'conclusions', 'item.3.start': '11:00' }),
    ).toBe(303);
    expect(await startsOf(path)).toEqual(['17:15', '17:25', '17:45', '11:00']);
  });

  it('S23: may have a speaker who is still to be decided', async () => {
    const { path, event } = await workshop(fresh);
    expect(event.agenda[1]!.speakers).toEqual([{ name: null, organisation: null, role: null }]);
    const {
      id: _,
      key: __,
      state: ___,
      revision: ____,
      organiser: _____,
      ...facts
    } = event as ToldEvent & Record<string, unknown>;
    const agenda = event.agenda.map((item, at) =>
      at === 0 ? { ...item, speakers: [{ name: 'Mark De Colvenaer' }] } : item,
    );
    const body = { ...facts, agenda };
    expect((await fresh.designer(path, { method: 'PATCH', body })).status).toBe(200);
    expect((await eventNow(fresh, path)).agenda[0]!.speakers).toEqual([
      { name: 'Mark De Colvenaer', organisation: null, role: null },
    ]);
    const again = await fresh.designer(path, { method: 'PATCH', body });
    expect(again.status).toBe(409);
    const unknown = agenda.map((item) => ({ ...item, questions: ['nothing'] }));
    const refused = await fresh.designer(path, {
      method: 'PATCH',
      body: { ...body, edition: 2, agenda: unknown },
    });
    expect(refused.status).toBe(422);
  });

  it('is for those who may run the study', async () => {
    const { path } = await workshop(fresh);
    for (const [method, end] of [
      ['GET', ''],
      ['GET', '/overview'],
      ['GET', '/people'],
      ['GET', '/live'],
      ['POST', '/actions'],
      ['POST', '/tables'],
      ['POST', '/deal'],
    ]) {
      const answer = await fresh.app.request(path + end, { method: method! });
      expect.soft(answer.status, `${method} ${end}`).toBe(401);
    }
  });
});

describe('people and tables', () => {
  it('S4: tables come by number or by size; people join by code, move, merge and find closed doors', async () => {
    const { path, event, joinCode, tables } = await workshop(fresh, 2);
    const more = await fresh.designer(`${path}/tables`, { body: { people: 13, size: 6 } });
    expect(((await more.json()) as { tables: unknown[] }).tables).toHaveLength(3);
    const [first, second] = tables as [(typeof tables)[0], (typeof tables)[0]];

    const ann = phone(fresh, joinCode);
    const seat = await seatIn(await ann.join({ table: first.code }));
    expect(seat.person.number).toBe(1);
    expect(seat.table).toMatchObject({ name: 'Table 1', writer: 1, mayAnswer: true });
    expect((await seatIn(await ann.join({ table: first.code }))).person.number).toBe(1);
    const ben = phone(fresh, joinCode);
    expect((await seatIn(await ben.join({ table: first.code.toLowerCase() }))).table).toMatchObject(
      {
        people: 2,
        writer: 1,
        mayAnswer: false,
      },
    );
    const people = (await (await fresh.designer(`${path}/people`)).json()) as {
      people: { id: string; number: number }[];
    };
    const annId = people.people.find(({ number }) => number === 1)!.id;
    await fresh.designer(`${path}/people/${annId}`, {
      method: 'PATCH',
      body: { table: second.id },
    });
    expect((await seatIn(await ann.see(event.id))).table).toMatchObject({
      name: 'Table 2',
      writer: 1,
    });
    expect((await seatIn(await ben.see(event.id))).table).toMatchObject({
      writer: 2,
      mayAnswer: true,
    });

    const name = { method: 'PATCH', body: { name: 'Harbour' } };
    await fresh.designer(`${path}/tables/${second.id}`, name);
    expect((await seatIn(await ann.see(event.id))).table!.name).toBe('Harbour');
    await fresh.designer(`${path}/tables/${second.id}/merge`, { body: { into: first.id } });
    expect((await seatIn(await ann.see(event.id))).table).toMatchObject({
      name: 'Table 1',
      people: 2,
    });
    const cora = phone(fresh, joinCode);
    expect((await seatIn(await cora.join({ table: second.code }))).table!.name).toBe('Table 1');
    await fresh.designer(`${path}/tables/${first.id}`, { method: 'PATCH', body: { closed: true } });
    expect((await phone(fresh, joinCode).join({ table: first.code })).status).toBe(409);
    expect((await phone(fresh, joinCode).join({ table: 'ZZZZ' })).status).toBe(404);
    expect((await phone(fresh, joinCode, 'no code').join({ event: event.id })).status).toBe(422);
  });

  it('S4: a table without a name of its own is called as readers call it, and stored as it was made', async () => {
    const { id, path, event, joinCode, tables } = await workshop(fresh, 2);
    const [first, second] = tables as [(typeof tables)[0], (typeof tables)[0]];
    const harbour = { method: 'PATCH', body: { name: 'Harbour' } };
    await fresh.designer(`${path}/tables/${second.id}`, harbour);
    const console = `/studies/${id}/room/${event.id}`;
    const form = new URLSearchParams({ do: 'tables', count: '1', kind: 'online', revision: '1' });
    const sent = await fresh.app.request(`${console}?lang=es`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${fresh.token}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: form.toString(),
    });
    expect(sent.status).toBe(303);
    await run(fresh, path, { action: 'start' });
    const ann = phone(fresh, joinCode);
    expect((await seatIn(await ann.join({ table: first.code }))).table!.name).toBe('Table 1');
    const seat = await fresh.app.request(`/j/${joinCode}/seat/${event.id}?me=${ann.code}&lang=de`);
    expect(await seat.text()).toContain('<h1>Tisch 1</h1>');
    const door = await fresh.app.request(`/j/${joinCode}/room?lang=it`);
    const names = (await door.text()).match(/Tavolo \d|Stanza \d|Harbour/g);
    expect(names).toEqual(['Tavolo 1', 'Harbour', 'Stanza 3']);
    for (const [page, name] of [
      ['', 'Tafel 1'],
      ['/seating', 'Tafel 1'],
      ['/print/codes', 'Tafel 1'],
      ['/print/cards', 'Mesa 1'],
    ] as const) {
      const text = await (await fresh.designer(`${console}${page}?lang=nl&in=es`)).text();
      expect(text).toContain(name);
      expect(text).not.toContain('Table 1');
    }
    const { tables: stored } = await overview(path);
    expect(stored.map(({ name, key }) => [name, key])).toEqual([
      ['Table 1', 'Table 1'],
      ['Harbour', 'Table 2'],
      ['Sala 3', 'Sala 3'],
    ]);
  });

  it('S4: a form that is sent twice makes its tables once, and a table that nobody used goes away', async () => {
    const { id, path, event, joinCode, tables } = await workshop(fresh, 3);
    const twice = { do: 'tables', count: '2', seen: '3' };
    const sent = [await sendForm(id, event.id, twice), await sendForm(id, event.id, twice)];
    expect(sent.map(({ status }) => status)).toEqual([303, 303]);
    expect(await namesOf(path)).toEqual(['Table 1', 'Table 2', 'Table 3', 'Table 4', 'Table 5']);
    await phone(fresh, joinCode).join({ table: tables[1]!.code });
    const remove = async (at: number) => {
      const { tables: now } = await overview(path);
      const answer = await sendForm(id, event.id, { do: 'remove', table: now[at]!.id });
      return answer.headers.get('location')!.includes('unfit');
    };
    expect(await remove(1)).toBe(true);
    expect([await remove(4), await remove(0)]).toEqual([false, false]);
    expect(await namesOf(path)).toEqual(['Table 2', 'Table 3', 'Table 4']);
    const removable = (await consoleOf(id, event.id)).match(/value="remove"/g);
    expect(removable).toHaveLength(2);
  });

  it('S4: the console says who has no seat, and that nobody can join a study that is not open', async () => {
    const { id, event, joinCode, tables } = await workshop(fresh, 1);
    const seatless = async () =>
      />([^<]*) no seat yet/.exec(await consoleOf(id, event.id))?.[1] ?? null;
    await phone(fresh, joinCode).join({ table: tables[0]!.code });
    expect(await seatless()).toBeNull();
    for (let n = 0; n < 2; n += 1) await phone(fresh, joinCode).join({ event: event.id });
    expect(await seatless()).toBe('2 people have');
    expect(await consoleOf(id, event.id)).not.toContain('id="not-open"');
    await fresh.designer(`/api/studies/${id}/close`, { method: 'POST' });
    expect(await consoleOf(id, event.id)).toContain('The study is closed: nobody can join');
  });

  it('S4: a return code leads back to its seat from another phone, and an unknown one is told', async () => {
    const { path, event, joinCode, tables } = await workshop(fresh, 1);
    await run(fresh, path, { action: 'start' });
    const ann = phone(fresh, joinCode);
    await ann.join({ table: tables[0]!.code });
    const come = (me: string) =>
      fresh.app.request(`/j/${joinCode}/room?${new URLSearchParams({ lang: 'en', me })}`);
    const { code } = ann;
    const typed = [code.slice(0, 4), code.slice(4, 8), code.slice(8)].join(' ').toLowerCase();
    const back = await come(typed);
    expect(back.status).toBe(303);
    expect(back.headers.get('location')).toContain(`/seat/${event.id}?me=`);
    const seat = await fresh.app.request(back.headers.get('location')!);
    expect(await seat.text()).toContain('You are number 1');
    for (const me of ['0000 0000 0000', 'no code']) {
      expect(await (await come(me)).text()).toContain('There is no seat with this code.');
    }
    expect(await (await come('')).text()).not.toContain('There is no seat with this code.');
  });

  it('S4: what a table has decided and not sent counts when it is merged', async () => {
    const { id, path, event, joinCode, tables } = await workshop(fresh, 2);
    fresh.setNow(opening);
    await run(fresh, path, { action: 'start' });
    await run(fresh, path, { action: 'go-to', phase: 'interactive' });
    const ann = phone(fresh, joinCode);
    await ann.join({ table: tables[1]!.code });
    await ann.write(event.id, 'answer:competency-ranking', ranked(0), 0);
    await ann.write(event.id, 'conclusion-1', 'Start with data.', 0);
    const merge = { do: 'merge', table: tables[1]!.id, into: tables[0]!.id };
    expect((await sendForm(id, event.id, merge)).status).toBe(303);
    const sent = await fresh.db
      .selectFrom('response')
      .select(['table_name', 'texts'])
      .where('study_id', '=', id)
      .where('voice', '=', 'table')
      .execute();
    expect(sent.map(({ table_name: table }) => table)).toEqual(['Table 2']);
    expect(JSON.stringify(sent)).toContain('Start with data.');
  });

  it('S6: people come as participants, as the project team or as invited experts', async () => {
    const { path, joinCode, tables } = await workshop(fresh, 1);
    for (const mark of ['participant', 'team', 'expert']) {
      await phone(fresh, joinCode).join({
        table: tables[0]!.code,
        mark,
        answers: { role: 'programme-manager', 'own-problem': 'A name', nothing: 1 },
      });
    }
    const { people } = (await (await fresh.designer(`${path}/people`)).json()) as {
      people: { mark: string; answers: Record<string, unknown> }[];
    };
    expect(people.map(({ mark }) => mark)).toEqual(['participant', 'team', 'expert']);
    expect(Object.keys(people[0]!.answers).every((id) => id === 'role')).toBe(true);
  });

  it('S5: challenge cards go round the tables or to one by hand, and each table sees its own', async () => {
    const { path, event, joinCode, tables } = await workshop(fresh, 4);
    await fresh.designer(`${path}/deal`, { body: { how: 'round-robin' } });
    const dealt = (await overview(path)).tables.map(({ cards }) => cards);
    expect(dealt.map((cards) => cards.length)).toEqual([2, 2, 1, 1]);
    expect(new Set(dealt.flat()).size).toBe(6);
    const ann = phone(fresh, joinCode);
    const seat = await seatIn(await ann.join({ table: tables[3]!.code }));
    expect(seat.table!.cards).toEqual(dealt[3]);
    const byHand = { how: 'by-hand', table: tables[3]!.id, cards: ['parking-data'] };
    await fresh.designer(`${path}/deal`, { body: byHand });
    expect((await seatIn(await ann.see(event.id))).table!.cards).toEqual(['parking-data']);
    const unknown = await fresh.designer(`${path}/deal`, { body: { ...byHand, cards: ['none'] } });
    expect(unknown.status).toBe(422);
    const { entries } = (await (await fresh.designer(`${path}/log`)).json()) as {
      entries: { action: string; by: string }[];
    };
    expect(entries.map(({ action, by }) => [action, by])).toEqual([
      ['deal', 'Test'],
      ['deal', 'Test'],
    ]);
  });
});

describe('work at a table', () => {
  const atWork = async (people = 2) => {
    const room = await workshop(fresh, 1);
    fresh.setNow(opening);
    await run(fresh, room.path, { action: 'start' });
    await run(fresh, room.path, { action: 'go-to', phase: 'interactive' });
    const phones = Array.from({ length: people }, () => phone(fresh, room.joinCode));
    for (const one of phones) await seatIn(await one.join({ table: room.tables[0]!.code }));
    return { ...room, phones };
  };

  it('S3: begins with a brief that everybody can read', async () => {
    const { path, joinCode, event, phones } = await atWork(1);
    const told = await seatIn(await phones[0]!.see(event.id));
    expect(told).toMatchObject({ stage: 'running', phase: 'interactive', left: 3600 });
    const { code } = phones[0]!;
    const me = [code.slice(0, 4), code.slice(4, 8), code.slice(8)].join('-');
    const seat = async () => {
      const answer = await fresh.app.request(`/j/${joinCode}/seat/${event.id}?me=${me}&lang=en`);
      const page = await answer.text();
      return { brief: page.indexOf('What to read first'), page };
    };
    const { brief, page } = await seat();
    expect(page).toContain(definition.intro.en!.replaceAll('&', '&amp;').slice(0, 40));
    expect(brief).toBeGreaterThan(0);
    expect(brief).toBeLessThan(page.indexOf('id="table-work"'));

    const { edition, agenda } = await eventNow(fresh, path);
    const written = agenda.map((item) => ({ ...item, brief: { en: 'Who needs to be involved?' } }));
    const body = { ...WORKSHOP, series: null, edition, agenda: written };
    expect((await fresh.designer(path, { method: 'PATCH', body })).status).toBe(200);
    expect((await seat()).page).toContain('Who needs to be involved?');
  });

  it('S7: keeps the concrete problem, faced now or in the past, of two writers the first', async () => {
    const { event, phones } = await atWork();
    const [ann, ben] = phones;
    const problem = { text: 'Two people run all sensors.', when: 'now' };
    expect((await ann!.write(event.id, 'problem', problem, 0)).status).toBe(200);
    expect((await ann!.write(event.id, 'problem', problem, 0)).status).toBe(200);
    const other = await ben!.write(event.id, 'problem', { text: 'Else.', when: 'past' }, 0);
    expect(other.status).toBe(409);
    expect(await other.json()).toMatchObject({ current: { value: problem, revision: 1 } });
    const wrong = await ben!.write(event.id, 'problem', { text: 'Else.', when: 'soon' }, 1);
    expect(wrong.status).toBe(422);
    expect((await ben!.write(event.id, 'nothing', 'x', 0)).status).toBe(404);
  });

  it.each([
    ['S8', 'competency-ranking', ranked(0, 5)],
    ['S9', 'method-ranking', null],
    ['S11', 'framework-ranking', null],
    ['S12', 'target-ranking', null],
  ])(
    '%s: a table ranks (%s); its writer alone, and whoever takes over',
    async (_, question, list) => {
      const { event, phones } = await atWork();
      const [ann, ben] = phones as [(typeof phones)[0], (typeof phones)[0]];
      const { lists, questions } = template('smart-city-programme-manager')!;
      const asked = questions.find(({ id }) => id === question)!;
      const own = 'optionsFrom' in asked ? lists[asked.optionsFrom!]! : [];
      const value = list ?? own.slice(0, 3).map(({ id }) => [id]);
      const field = `answer:${question}`;
      expect((await ben.write(event.id, field, value, 0)).status).toBe(403);
      expect((await ann.write(event.id, field, value, 0)).status).toBe(200);
      expect((await ann.write(event.id, field, [['nothing']], 1)).status).toBe(422);
      expect((await seatIn(await ben.see(event.id))).table!.work[field]!.value).toEqual(value);
      expect((await seatIn(await ben.takeOver(event.id))).table!.mayAnswer).toBe(true);
      expect((await ann.write(event.id, field, value.toReversed(), 1)).status).toBe(403);
      expect((await ben.write(event.id, field, value.toReversed(), 1)).status).toBe(200);
    },
  );

  it('S8: one table ranking stands beside its members’ own, each counted once, apart', async () => {
    const { id, path, event, joinCode, phones } = await atWork(6);
    for (const [at, one] of phones.entries()) {
      const answers = { 'competency-ranking': ranked(at) };
      const sent = await one.answer(event.id, randomUUID(), {
        answers,
        table: 'A table of my own',
        round: 7,
      });
      expect(sent.status, JSON.stringify(await sent.clone().json())).toBe(201);
    }
    expect(await overview(path)).toMatchObject({ joined: 6, sentAlone: 6 });
    await phones[0]!.write(event.id, 'answer:competency-ranking', ranked(3), 0);
    expect((await overview(path)).tables[0]).toMatchObject({ answered: 1, isSent: false });
    const sent = await seatIn(await phones[0]!.send(event.id));
    expect(sent.table!.isSent).toBe(true);
    await phones[0]!.send(event.id);
    expect((await phones[1]!.send(event.id)).status).toBe(403);
    const rows = await fresh.db
      .selectFrom('response')
      .select(['voice', 'table_name', 'event', 'round'])
      .where('study_id', '=', id)
      .orderBy('voice')
      .execute();
    expect(rows).toHaveLength(7);
    expect(rows.filter(({ voice }) => voice === 'table')).toHaveLength(1);
    for (const row of rows) {
      expect(row).toMatchObject({ table_name: 'Table 1', event: WORKSHOP.name, round: 1 });
    }
    const results = await fresh.designer(
      `/api/studies/${id}/results?question=competency-ranking&event=${encodeURIComponent(WORKSHOP.name)}`,
    );
    expect(((await results.json()) as { slices: { n: number }[] }).slices[0]!.n).toBe(6);
    expect(joinCode).toMatch(/-/);
  });

  it('a phone cannot answer for a table by saying so', async () => {
    const { event, phones, joinCode } = await atWork(2);
    const body = { voice: 'table', answers: { 'competency-ranking': ranked(0) } };
    const bare = await fresh.app.request(`/api/responses/${randomUUID()}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ joinCode, revision: 1, locale: 'en', ...body }),
    });
    expect(bare.status).toBe(403);
    expect((await phones[1]!.answer(event.id, randomUUID(), body)).status).toBe(403);
    expect((await phones[0]!.answer(event.id, randomUUID(), body)).status).toBe(201);
    const { joinCode: code } = await openSmallStudy(fresh);
    const paper = { joinCode: code, revision: 1, locale: 'en', answers: validAnswers };
    const typed = await fresh.designer(`/api/responses/${randomUUID()}`, {
      method: 'PUT',
      body: { ...paper, voice: 'table', table: 'Blue' },
    });
    expect(typed.status).toBe(201);
  });

  it('S13: a table brings up to three conclusions and who presents them; the name goes with the event', async () => {
    const { id, path, event, phones } = await atWork();
    const [ann, ben] = phones as [(typeof phones)[0], (typeof phones)[0]];
    expect((await ann.write(event.id, 'conclusion-1', 'Train teams, not people.', 0)).status).toBe(
      200,
    );
    expect((await ben.write(event.id, 'conclusion-2', 'Start with data.', 0)).status).toBe(200);
    expect((await ben.write(event.id, 'conclusion-4', 'One more.', 0)).status).toBe(404);
    expect((await ben.write(event.id, 'presenter', 'Carla', 0)).status).toBe(200);
    const names = () =>
      fresh.db.selectFrom('room_presenter').select('name').where('study_id', '=', id).execute();
    expect(await names()).toEqual([{ name: 'Carla' }]);
    await run(fresh, path, { action: 'next' });
    const response = await fresh.db
      .selectFrom('response')
      .select('texts')
      .where('study_id', '=', id)
      .executeTakeFirstOrThrow();
    expect(JSON.stringify(response.texts)).toContain('Train teams, not people.');
    expect(JSON.stringify(response.texts)).not.toContain('Carla');
    expect((await fresh.designer(path, { method: 'DELETE' })).status).toBe(204);
    expect(await names()).toEqual([]);
  });

  it('a phone that was offline answers for the round in which it was asked', async () => {
    const { id, path, event, phones } = await atWork(1);
    await run(fresh, path, { action: 'round', round: 2 });
    const answers = { 'competency-ranking': ranked(0) };
    await phones[0]!.answer(event.id, randomUUID(), { answers, round: 1 });
    await phones[0]!.answer(event.id, randomUUID(), { answers, round: 2 });
    const rows = await fresh.db
      .selectFrom('response')
      .select('round')
      .where('study_id', '=', id)
      .orderBy('round')
      .execute();
    expect(rows.map(({ round }) => round)).toEqual([1, 2]);
  });

  it('a question closed by hand takes what was on its way for two minutes, then nothing, and nothing twice', async () => {
    const { id, path, event, joinCode, phones } = await atWork(3);
    const [ann, ben, cora] = phones as [Phone, Phone, Phone];
    const open = (...questions: string[]) =>
      run(fresh, path, { action: 'open', to: 'individual', questions });
    const at = (seconds: number) => fresh.setNow(new Date(opening.getTime() + seconds * 1000));
    const told = async (sent: Response | Promise<Response>) => {
      const answer = await sent;
      const body = (await answer.json()) as { receipt?: string; late?: string[] };
      return [answer.status, body.late ?? []] as const;
    };
    const send = (who: Phone, response: string, revision: number, answers: object) =>
      told(who.answer(event.id, response, { revision, answers }));
    const [one, two, three] = [randomUUID(), randomUUID(), randomUUID()];
    const late = ['competency-ranking'];
    const first = { 'competency-ranking': ranked(0) };
    const other = { 'competency-ranking': ranked(3) };
    const kept = async () => {
      const rows = await fresh.db
        .selectFrom('response')
        .select(['id', 'entry'])
        .where('study_id', '=', id)
        .execute();
      return rows.map((row) => [row.id, row.entry!['competency-ranking'] ?? null]);
    };
    await open('competency-ranking', 'role');
    at(10);
    await open('role');
    const console = `/studies/${id}/room/${event.id}`;
    expect(await (await fresh.designer(console)).text()).toMatch(
      /Closed at 16:30\. What was on its way counts until 16:32\./,
    );
    at(130);
    expect(await send(ann, one, 1, first)).toEqual([201, []]);
    const [[, inTime]] = (await kept()) as [[string, unknown]];
    at(131);
    expect(await send(ann, one, 1, first)).toEqual([200, []]);
    expect(await send(ann, one, 2, { ...other, role: 'student' })).toEqual([200, late]);
    expect(await send(ben, two, 1, first)).toEqual([403, []]);
    for (const status of [201, 200, 200]) {
      expect(await send(cora, three, 1, { ...first, role: 'student' })).toEqual([status, late]);
    }
    const again = await ann.answer(event.id, one, { revision: 2, answers: first });
    const { receipt } = (await again.json()) as { receipt: string };
    const edit = (revision: number, answers: object) =>
      told(
        fresh.app.request(`/api/responses/${one}`, {
          method: 'PUT',
          headers: { 'content-type': 'application/json', receipt },
          body: JSON.stringify({ joinCode, revision, locale: 'en', answers }),
        }),
      );
    expect(await edit(3, { ...other, role: 'student' })).toEqual([200, late]);
    expect(await edit(4, { role: 'student' })).toEqual([200, []]);
    expect((await kept()).toSorted()).toEqual(
      [
        [one, inTime],
        [three, null],
      ].toSorted(),
    );
    await open('competency-ranking', 'role');
    expect(await send(ben, two, 1, first)).toEqual([201, []]);
    await run(fresh, path, { action: 'next' });
    at(3600);
    expect(await send(cora, three, 2, first)).toEqual([200, []]);
  });

  it('a table’s question closed by hand takes what was on its way for two minutes, then says so', async () => {
    const { id, path, event, joinCode, phones } = await atWork(1);
    const [ann] = phones as [Phone];
    const close = { action: 'open', to: 'table', questions: [] };
    const write = async (revision: number) =>
      (await ann.write(event.id, 'answer:competency-ranking', ranked(revision), revision)).status;
    expect(await write(0)).toBe(200);
    await run(fresh, path, close);
    fresh.setNow(new Date(opening.getTime() + 120_000));
    expect(await write(1)).toBe(200);
    fresh.setNow(new Date(opening.getTime() + 120_001));
    expect(await write(2)).toBe(403);
    const form = { me: ann.code, lang: 'en', q: 'competency-ranking', do: 'rank', op: 'down:x' };
    const page = await fresh.app.request(`/j/${joinCode}/seat/${event.id}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(form).toString(),
    });
    expect([page.status, (await page.text()).includes('This question is closed')]).toEqual([
      409,
      true,
    ]);
    expect((await ann.send(event.id)).status).toBe(200);
    const rows = await fresh.db
      .selectFrom('response')
      .select(['voice', 'entry'])
      .where('study_id', '=', id)
      .execute();
    expect(rows.map(({ voice, entry }) => [voice, Object.keys(entry!)])).toEqual([
      ['table', ['competency-ranking']],
    ]);
  });

  it('answers that come in parts add up to one response', async () => {
    const { id, event, phones } = await atWork(1);
    const response = randomUUID();
    await phones[0]!.answer(event.id, response, { answers: { role: 'student' } });
    const more = { revision: 2, answers: { 'competency-ranking': ranked(0) } };
    expect((await phones[0]!.answer(event.id, response, more)).status).toBe(200);
    // A part that was on its way when this page was opened has the same revision.
    const also = { revision: 2, answers: { 'organisation-type': 'municipality' } };
    for (const part of [also, also, more]) {
      expect((await phones[0]!.answer(event.id, response, part)).status).toBe(200);
    }
    const other = { revision: 2, answers: { 'organisation-type': 'sme' } };
    expect((await phones[0]!.answer(event.id, response, other)).status).toBe(409);
    const row = await fresh.db
      .selectFrom('response')
      .select('entry')
      .where('study_id', '=', id)
      .executeTakeFirstOrThrow();
    const all = ['competency-ranking', 'organisation-type', 'role'];
    expect(Object.keys(row.entry!).toSorted()).toEqual(all);
  });

  it('S8: one’s own answers go without a script too, and come back to the table', async () => {
    const { path, event, joinCode, phones } = await atWork(1);
    const { code } = phones[0]!;
    const me = [code.slice(0, 4), code.slice(4, 8), code.slice(8)].join('-');
    const alone = `/j/${joinCode}/seat/${event.id}/alone?me=${me}`;
    const send = async (answers: Record<string, unknown>) => {
      const page = await (await fresh.app.request(alone)).text();
      const written = /name="state" value="([^"]*)"/.exec(page)![1]!.replaceAll('&quot;', '"');
      const state = { ...(JSON.parse(written) as object), answers };
      const body = new URLSearchParams({ state: JSON.stringify(state), go: 'send', lang: 'en' });
      return fresh.app.request(alone, { method: 'POST', body });
    };
    const missing = await send({ 'competency-ranking': ranked(1) });
    expect(missing.status).toBe(303);
    expect(missing.headers.get('location')).toBe(
      `/j/${joinCode}/seat/${event.id}?me=${me}&lang=en`,
    );
    expect((await overview(path)).tables[0]).toMatchObject({ sentAlone: 1 });
    fresh.setNow(new Date(opening.getTime() + 60_000));
    await send({ 'competency-ranking': ranked(2) });
    const rows = await fresh.db
      .selectFrom('response')
      .select(['revision', 'entry', 'table_name'])
      .where('event', '=', event.key)
      .where('id', 'in', (query) =>
        query.selectFrom('room_answer').select('response_id').where('event_id', '=', event.id),
      )
      .execute();
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      table_name: 'Table 1',
      entry: { 'competency-ranking': ranked(2) },
    });
  });

  it('a table that gives no sign for four minutes is called quiet, and no longer when it does', async () => {
    const { path, event, phones } = await atWork();
    const at = (minutes: number) => fresh.setNow(new Date(opening.getTime() + minutes * 60_000));
    at(3.9);
    expect((await overview(path)).tables[0]!.quiet).toBeNull();
    at(5);
    expect((await overview(path)).tables[0]!.quiet).toEqual({ minutes: 5, why: 'silent' });
    await phones[1]!.write(event.id, 'notes', 'We began.', 0);
    expect((await overview(path)).tables[0]!.quiet).toBeNull();
  });
});

describe('the way into a room', () => {
  it('S4: a printed card leads to its table while a room runs, and else only names the table', async () => {
    const { path, joinCode, tables, event } = await workshop(fresh, 2);
    const open = (query: string) => fresh.app.request(`/j/${joinCode}${query}`);
    const before = await open('?table=Table%202');
    expect(before.status).toBe(200);
    expect(await before.text()).toContain('"table":"Table 2"');
    await run(fresh, path, { action: 'start' });
    for (const name of ['Table%202', 'Mesa%202', 'tisch%202', '2', tables[1]!.code]) {
      const { status, headers } = await open(`?table=${name}`);
      expect([status, headers.get('location')]).toEqual([
        303,
        `/j/${joinCode}/t/${tables[1]!.code}`,
      ]);
    }
    expect((await open('')).headers.get('location')).toBe(`/j/${joinCode}/room`);
    expect((await open('?alone')).status).toBe(200);
    await run(fresh, path, { action: 'end' });
    expect((await open('?table=2')).status).toBe(200);
    expect((await phone(fresh, joinCode).join({ event: event.id })).status).toBe(409);
  });
});

describe('screens of a room', () => {
  it('hear of what changes where they look, and of nothing else', async () => {
    const rooms = roomFeed(fresh.db, 50);
    const app = createApp({ config: { ...fresh.config, rooms }, openDb: () => ({ db: fresh.db }) });
    const { path, joinCode, event, tables } = await workshop(fresh, 2);
    const [ann, ben] = [phone(fresh, joinCode), phone(fresh, joinCode)];
    await ann.join({ table: tables[0]!.code });
    await ben.join({ table: tables[1]!.code });
    const headers = { authorization: `Bearer ${fresh.token}` };
    const listen = async (address: string) => {
      const answer = await app.request(address, { headers });
      const reader = answer.body!.getReader();
      let text = '';
      const read = async (): Promise<void> => {
        const { value, done } = await reader.read();
        if (done) return;
        text += new TextDecoder().decode(value);
        return read();
      };
      const ended = read().catch(() => {});
      return { told: () => [...text.matchAll(/^data: /gm)].length, ended };
    };
    const whole = await listen(`${path}/live`);
    const table = (at: number) => `/api/join/${joinCode}/room/tables/${tables[at]!.id}/live`;
    const [first, second] = [await listen(table(0)), await listen(table(1))];
    const all = [whole, first, second];
    await expect.poll(() => all.map(({ told }) => told()), SOON).toEqual([1, 1, 1]);
    await ann.write(event.id, 'notes', 'We began.', 0);
    await expect.poll(() => all.map(({ told }) => told()), SOON).toEqual([2, 2, 1]);
    await run(fresh, path, { action: 'start' });
    await expect.poll(() => all.map(({ told }) => told()), SOON).toEqual([3, 3, 2]);
    expect(rooms.size()).toBe(3);
    await fresh.designer(path, { method: 'DELETE' });
    await Promise.all(all.map(({ ended }) => ended));
    rooms.close();
  });
});

describe('many at once', () => {
  it('of two facilitators who act on the same moment one is told what the other did', async () => {
    const { id, path, event } = await workshop(fresh);
    fresh.setNow(opening);
    await run(fresh, path, { action: 'start' });
    const { revision } = await eventNow(fresh, path);
    const both = await Promise.all(
      [1, 2].map(() => fresh.designer(`${path}/actions`, { body: { action: 'next', revision } })),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const refused = (await both.find(({ status }) => status === 409)!.json()) as {
      event: ToldEvent;
    };
    expect(refused.event.revision).toBe(revision + 1);
    expect((await eventNow(fresh, path)).state.phase).toBe('keynote');
    expect(event.state.phase).toBeNull();

    const seen = (await findEvent(fresh.db, id, event.id))!;
    const change = (round: number) => changeState(fresh.db, seen, { ...seen.state, round });
    expect([await change(2), await change(3)]).toEqual([true, false]);
    expect((await eventNow(fresh, path)).state.round).toBe(2);
  });

  it('a hundred people who write at one table lose nothing and double nothing', async () => {
    const { event, joinCode, tables } = await workshop(fresh, 1);
    const phones = Array.from({ length: 100 }, () => phone(fresh, joinCode));
    const seats = await Promise.all(
      phones.map(async (one) =>
        seatIn(await one.join({ table: tables[0]!.code, event: event.id })),
      ),
    );
    expect(new Set(seats.map(({ person }) => person.number)).size).toBe(100);
    const last = await seatIn(await phones[0]!.see(event.id));
    expect(last.table).toMatchObject({ people: 100 });
    // All at once first; those who were too late try again ten at a time, with what they were told.
    const fields = new Map<string, { value: unknown; revision: number }>();
    const late = async (n: number): Promise<boolean> => {
      const field = FIELDS[n % 5]!;
      const { value, revision } = fields.get(field) ?? { value: '', revision: 0 };
      const wrote = await phones[n]!.write(event.id, field, `${String(value)} ${n}.`, revision);
      const told = (await wrote.json()) as { value: unknown; revision: number } & {
        current?: { value: unknown; revision: number };
      };
      const known = told.current ?? told;
      if (known.revision >= (fields.get(field)?.revision ?? 0)) fields.set(field, known);
      expect([200, 409]).toContain(wrote.status);
      return wrote.status === 409;
    };
    let waiting = Array.from({ length: 100 }, (_, n) => n);
    for (let size = 100; waiting.length > 0; size = 10) {
      const now = waiting.slice(0, size);
      const isLate = await Promise.all(now.map(late));
      waiting = [...waiting.slice(size), ...now.filter((_, at) => isLate[at])];
    }
    const { table } = await seatIn(await phones[0]!.see(event.id));
    const written = FIELDS.flatMap((field) => {
      const { value, revision } = table!.work[field]!;
      expect(revision).toBe(20);
      return String(value).trim().split(/\s+/).map(Number);
    });
    expect(written.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, n) => n));
  });
});

const FIELDS = ['solution', 'notes', 'conclusion-1', 'conclusion-2', 'conclusion-3'];
