import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { template } from '../../src/survey/templates.ts';
import { type FreshApp, freshApp } from '../fresh-app.ts';
import { newSeatCode, phone, run, seatIn, workshop } from './room-study.ts';

let fresh: FreshApp;
beforeAll(async () => {
  const often = { perSecond: 10_000, burst: 10_000 };
  fresh = await freshApp({ limits: { submissions: often, calls: often } });
});
afterAll(() => fresh.close());

interface Proposal {
  version: string;
  mixing: number;
  shared: number;
  byChance: number;
  experts: { fewest: number; most: number };
  tables: { id: string; name: string; people: string[] }[];
  unseated: string[];
}

interface Person {
  id: string;
  table: string | null;
  mark: string;
  role: string;
}

const definition = template('smart-city-programme-manager')!;
const roleIds = definition.questions.flatMap((question) =>
  question.id === 'role' && 'options' in question && Array.isArray(question.options)
    ? question.options.map(({ id }) => id)
    : [],
);

/** A hall whose people wait for a seat: every sixth an expert, roles in blocks as friends come. */
async function waitingHall(people: number, tables: number) {
  const room = await workshop(fresh, tables);
  const phones = Array.from({ length: people }, () => phone(fresh, room.joinCode));
  for (const [at, one] of phones.entries()) {
    const role = roleIds[Math.floor((at * 3) / people)]!;
    const mark = at % 6 === 0 ? 'expert' : 'participant';
    await seatIn(await one.join({ event: room.event.id, mark, answers: { role } }));
  }
  return { ...room, phones };
}

const told = async <T>(answer: Promise<Response>, status = 200): Promise<T> => {
  const response = await answer;
  if (response.status !== status) throw new Error(`${response.status}: ${await response.text()}`);
  return (await response.json()) as T;
};
const propose = (path: string, body: object = {}) =>
  told<Proposal>(fresh.designer(`${path}/seating/proposal`, { body }));
const peopleOf = async (path: string) =>
  (await told<{ people: Person[] }>(fresh.designer(`${path}/people`))).people;

describe('seating', () => {
  it('S4: seats everybody at once, mixed, as the proposal said', async () => {
    const { path } = await waitingHall(18, 3);
    const proposal = await propose(path, { seed: 7 });
    expect((await peopleOf(path)).every(({ table }) => table === null)).toBe(true);
    expect(proposal.tables.map(({ people }) => people.length)).toEqual([6, 6, 6]);
    expect(proposal.mixing).toBeGreaterThan(0);
    expect(proposal.shared).toBeLessThan(proposal.byChance);
    const body = { seed: 7, version: proposal.version };
    await told(fresh.designer(`${path}/seating`, { body }));
    for (const { id, people } of proposal.tables) {
      const there = (await peopleOf(path)).filter(({ table }) => table === id);
      expect(there.map((one) => one.id).toSorted()).toEqual(people.toSorted());
    }
    const again = await fresh.designer(`${path}/seating`, { body });
    expect(again.status).toBe(409);
    const other = await propose(path, { seed: 8 });
    const both = await Promise.all(
      [8, 9].map((seed) => {
        const asked = { seed, version: other.version };
        return fresh.designer(`${path}/seating`, { body: asked });
      }),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  it('S6: marked experts are spread evenly over the tables', async () => {
    const { path } = await waitingHall(18, 3);
    expect((await propose(path)).experts).toEqual({ fewest: 1, most: 1 });
  });

  it('S4: fixed seats and hosts stay, and late-comers move nobody', async () => {
    const { path, event, joinCode, tables } = await waitingHall(12, 3);
    const people = await peopleOf(path);
    const [first, second] = people as [Person, Person];
    const change = (id: string, body: object) =>
      told(fresh.designer(`${path}/people/${id}`, { method: 'PATCH', body }));
    await change(first.id, { table: tables[2]!.id, fixed: true });
    await change(second.id, { table: tables[2]!.id, role: 'host' });
    const { version, tables: proposed } = await propose(path);
    expect(proposed[2]!.people).toEqual(expect.arrayContaining([first.id, second.id]));
    await told(fresh.designer(`${path}/seating`, { body: { version } }));
    const before = await peopleOf(path);
    const late = phone(fresh, joinCode);
    await seatIn(await late.join({ event: event.id }));
    const changed = await fresh.designer(`${path}/seating`, { body: { version, keep: true } });
    expect(changed.status).toBe(409);
    const next = await propose(path, { keep: true });
    await told(fresh.designer(`${path}/seating`, { body: { version: next.version, keep: true } }));
    const after = await peopleOf(path);
    for (const { id, table } of before) {
      expect(after.find((one) => one.id === id)!.table).toBe(table);
    }
    expect(after.at(-1)!.table).not.toBeNull();
    const small = await propose(path, { max: 3 });
    expect(small.unseated).toHaveLength(13 - 9);
  });

  it('S4: travellers meet new people when a round begins, hosts stay', async () => {
    const { path, tables, joinCode, event, phones } = await waitingHall(9, 3);
    const { version } = await propose(path);
    await told(fresh.designer(`${path}/seating`, { body: { version } }));
    for (const { id } of tables) {
      const host = (await peopleOf(path)).find(({ table }) => table === id)!;
      const body = { role: 'host' };
      await told(fresh.designer(`${path}/people/${host.id}`, { method: 'PATCH', body }));
    }
    const body = { kind: 'travelling', rounds: 3 };
    const plan = await told<{
      kind: string;
      repeats: number;
      rounds: { round: number; seats: { person: string; table: string }[] }[];
    }>(fresh.designer(`${path}/rotation`, { method: 'PUT', body }));
    expect(plan).toMatchObject({ kind: 'travelling', repeats: 0 });
    expect(plan.rounds.map(({ round }) => round)).toEqual([1, 2, 3]);
    const before = await peopleOf(path);
    await run(fresh, path, { action: 'start' });
    const me = phones[4]!;
    const dashed = me.code.replace(/(.{4})(.{4})(.{4})/, '$1-$2-$3');
    const page = () => fresh.app.request(`/j/${joinCode}/seat/${event.id}?me=${dashed}`);
    const mine = before[4]!;
    const next = plan.rounds[1]!.seats.find(({ person }) => person === mine.id)!.table;
    const name = tables.find(({ id }) => id === next)!.name;
    if (mine.role !== 'host') expect(await (await page()).text()).toContain(name);
    await run(fresh, path, { action: 'round', round: 2 });
    for (const { id, table, role } of await peopleOf(path)) {
      const seat = plan.rounds[1]!.seats.find(({ person }) => person === id)!;
      expect(table).toBe(seat.table);
      const was = before.find((one) => one.id === id)!.table;
      if (role === 'host') expect(table).toBe(was);
      else expect(table).not.toBe(was);
    }
    await told(
      fresh.designer(`${path}/rotation`, { method: 'PUT', body: { kind: 'static', rounds: 3 } }),
    );
    const here = await peopleOf(path);
    await run(fresh, path, { action: 'round', round: 3 });
    expect((await peopleOf(path)).map(({ table }) => table)).toEqual(
      here.map(({ table }) => table),
    );
  });
});

const SESSIONS = [
  { id: 'skills', title: 'Digital skills', way: 'on-site', half: 'morning', capacity: 2 },
  { id: 'data', title: 'Data', way: 'either', half: 'morning', capacity: 1 },
  { id: 'online', title: 'Online panel', way: 'online', half: 'afternoon', capacity: 1 },
];
const PARTNERS = [
  { name: 'City of Évora', role: 'organiser', url: 'https://evora.example' },
  { name: 'A network of small firms', role: 'partner' },
];

async function openRegistration() {
  const room = await workshop(fresh);
  const facts = { isPublic: true, isOpen: true, partners: PARTNERS, sessions: SESSIONS };
  const body = { ...facts, revision: 0 };
  await told(fresh.designer(`${room.path}/public`, { method: 'PUT', body }));
  const at = `/api/join/${room.joinCode}/registrations/${room.event.id}`;
  const send = async (code: string, asked: object) =>
    fresh.app.request(at, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code, ...asked }),
    });
  const own = async (code: string, method = 'GET') =>
    fresh.app.request(at, { method, headers: { seat: code } });
  return { ...room, body, send, own };
}

interface Spots {
  version: string;
  dissatisfaction: number;
  wishes: number[];
  places: { number: number; session: string | null; confirmed: boolean }[];
  unplaced: string[];
}

describe('registration', () => {
  it('F1: an event has partners and organisers with roles, changed by one at a time', async () => {
    const { path, body, joinCode, event } = await openRegistration();
    const again = await fresh.designer(`${path}/public`, { method: 'PUT', body });
    expect(again.status).toBe(409);
    const page = await fresh.app.request(`/j/${joinCode}/event/${event.id}?lang=en`);
    const html = await page.text();
    expect(page.status).toBe(200);
    for (const words of ['City of Évora', 'Digital skills', 'CC1', '16:30', 'to be decided']) {
      expect(html).toContain(words);
    }
    const hidden = { ...body, isPublic: false, revision: 1 };
    await told(fresh.designer(`${path}/public`, { method: 'PUT', body: hidden }));
    expect((await fresh.app.request(`/j/${joinCode}/event/${event.id}`)).status).toBe(404);
  });

  it('F2: everybody gets the best spot there is, organisers confirm, capacity is respected', async () => {
    const { path, send, own } = await openRegistration();
    const codes = Array.from({ length: 5 }, newSeatCode);
    const morning = { way: 'on-site', half: 'morning' };
    const asked = [
      { ...morning, preferences: ['skills', 'data'] },
      { ...morning, preferences: ['skills'] },
      { ...morning, preferences: ['skills', 'data'], contact: 'ann@example.org' },
      { ...morning, preferences: ['data', 'skills'] },
      { way: 'online', half: 'morning', preferences: [] },
    ];
    for (const [at, code] of codes.entries()) await told(send(code, asked[at]!));
    const same = await told<{ number: number }>(send(codes[1]!, asked[1]!));
    expect(same.number).toBe(2);
    const spots = await told<Spots>(fresh.designer(`${path}/spots`));
    const count = (session: string) =>
      spots.places.filter((place) => place.session === session).length;
    expect([count('skills'), count('data'), count('online')]).toEqual([2, 1, 0]);
    expect(spots.dissatisfaction).toBe(0);
    expect(spots.unplaced).toHaveLength(2);
    expect(spots.unplaced[0]).toMatch(/^Registration \d: every session that suits them is full/);
    expect(spots.places.every(({ confirmed }) => !confirmed)).toBe(true);

    await told(send(newSeatCode(), { preferences: ['online'], way: 'online', half: 'afternoon' }));
    const { version } = spots;
    const stale = await fresh.designer(`${path}/spots`, { body: { version } });
    expect(stale.status).toBe(409);
    expect(await (await own(codes[3]!)).json()).toMatchObject({ session: null });
    const fresher = await told<Spots>(fresh.designer(`${path}/spots`));
    await told(fresh.designer(`${path}/spots`, { body: { version: fresher.version } }));
    for (const [at, code] of codes.entries()) {
      const place = fresher.places[at]!.session;
      expect(await (await own(code)).json()).toMatchObject({ number: at + 1, session: place });
    }
    const changed = await send(codes[3]!, { preferences: ['skills'] });
    expect(changed.status).toBe(409);
    expect((await own(newSeatCode())).status).toBe(404);
  });

  it('F2: a confirmed place stays, and one that is given back is free again', async () => {
    const { path, send, own } = await openRegistration();
    const [ann, ben] = [newSeatCode(), newSeatCode()];
    const wish = { preferences: ['online'], way: 'online', half: 'afternoon' };
    await told(send(ann, wish));
    const first = await told<Spots>(fresh.designer(`${path}/spots`));
    await told(fresh.designer(`${path}/spots`, { body: { version: first.version } }));
    await told(send(ben, wish));
    const full = await told<Spots>(fresh.designer(`${path}/spots`));
    expect(full.places.map(({ session }) => session)).toEqual(['online', null]);
    expect((await own(ann, 'DELETE')).status).toBe(204);
    expect((await own(ann)).status).toBe(404);
    const free = await told<Spots>(fresh.designer(`${path}/spots`));
    expect(free.places).toMatchObject([{ number: 2, session: 'online', confirmed: false }]);
  });

  it('F2: people who register at the same moment all have a number of their own', async () => {
    const { path, send } = await openRegistration();
    await Promise.all(Array.from({ length: 12 }, () => send(newSeatCode(), { preferences: [] })));
    const { places } = await told<Spots>(fresh.designer(`${path}/spots`));
    expect(places.map(({ number }) => number)).toEqual(Array.from({ length: 12 }, (_, n) => n + 1));
  });

  it('F2: a contact is kept apart, and gone with the registration', async () => {
    const { send, own } = await openRegistration();
    const code = newSeatCode();
    const contact = `${code.toLowerCase()}@example.org`;
    await told(send(code, { preferences: ['data'], contact }));
    expect(await (await own(code)).text()).not.toContain(contact);
    const kept = () =>
      fresh.db.selectFrom('room_contact').selectAll().where('contact', '=', contact).execute();
    expect(await kept()).toHaveLength(1);
    const rows = await fresh.db.selectFrom('room_registration').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(contact);
    expect(JSON.stringify(rows)).not.toContain(code);
    await own(code, 'DELETE');
    expect(await kept()).toHaveLength(0);
  });

  it('F2: registration closes, and works without script and without a name', async () => {
    const { path, body, joinCode, event, send } = await openRegistration();
    const page = `/j/${joinCode}/event/${event.id}`;
    const fields = new URLSearchParams({ 'wish.1': 'data', 'wish.2': 'skills', way: 'either' });
    const sent = await fresh.app.request(page, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: fields.toString(),
    });
    expect(sent.status).toBe(303);
    const link = sent.headers.get('location')!;
    const mine = await fresh.app.request(link);
    expect(mine.status).toBe(200);
    expect(await mine.text()).toContain('Data');
    const { version } = await told<Spots>(fresh.designer(`${path}/spots`));
    await told(fresh.designer(`${path}/spots`, { body: { version } }));
    expect(await (await fresh.app.request(link)).text()).toMatch(/Your place/);
    const closed = { ...body, isOpen: false, revision: 1 };
    await told(fresh.designer(`${path}/public`, { method: 'PUT', body: closed }));
    expect((await send(newSeatCode(), { preferences: [] })).status).toBe(409);
  });
});
