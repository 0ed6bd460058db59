import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrations } from '../../migrations/index.ts';
import { findStudy } from '../../src/db/studies.ts';
import { verifyTallies } from '../../src/db/verify-tallies.ts';
import { printedNumber } from '../../src/survey/paper/sheet-number.ts';
import { template } from '../../src/survey/templates.ts';
import { type FreshApp, freshApp } from '../fresh-app.ts';
import { phone, run, workshop } from './room-study.ts';

const definition = template('smart-city-programme-manager')!;
const items = definition.lists['competencies']!.map(({ id }) => id);
const straight = items.map((id) => [id]);
const reversed = straight.toReversed();
const EXPERTS = 6;
const PEOPLE = 14;

let fresh: FreshApp;
let room: Awaited<ReturnType<typeof workshop>>;
const phones: ReturnType<typeof phone>[] = [];

/** Fourteen people who rank as the list has it, and six experts who rank the other way round. */
beforeAll(async () => {
  fresh = await freshApp();
  room = await workshop(fresh, 2);
  await run(fresh, room.path, { action: 'start' });
  for (let at = 0; at < EXPERTS + PEOPLE; at += 1) {
    const one = phone(fresh, room.joinCode);
    phones.push(one);
    const isExpert = at < EXPERTS;
    await one.join({ table: room.tables[at % 2]!.code, mark: isExpert ? 'expert' : 'participant' });
    const sent = await one.answer(room.event.id, randomUUID(), {
      answers: { 'competency-ranking': isExpert ? reversed : straight },
    });
    expect(sent.status).toBe(201);
  }
  // One who has no seat, here on a sheet of paper, is the audience.
  const sheet = printedNumber({ voice: 'individual', round: 1, serial: 1 });
  const typed = await fresh.designer(`${room.path}/sheets/${sheet}`, {
    method: 'PUT',
    body: { answers: { 'competency-ranking': straight }, table: room.tables[0]!.id },
  });
  expect(typed.status).toBe(201);
  await fresh.designer(`/api/studies/${room.id}/close`, { method: 'POST' });
});
afterAll(() => fresh.close());

interface Slice {
  key: string;
  label: string;
  n: number | null;
  suppressed?: string;
  borda?: number[];
}

async function slices(query: string): Promise<Slice[]> {
  const path = `/api/studies/${room.id}/results?question=competency-ranking&${query}`;
  const answer = await fresh.designer(path);
  expect(answer.status, await answer.clone().text()).toBe(200);
  return ((await answer.json()) as { slices: Slice[] }).slices;
}

const sizes = async (query: string) =>
  Object.fromEntries((await slices(query)).map(({ key, n }) => [key, n]));

describe('marks of people', () => {
  it('S6: experts are shown apart, and left out', async () => {
    const [all, people, experts] = await slices('by=@mark');
    expect([people!.label, experts!.label]).toEqual(['Participants', 'Invited experts']);
    expect([all!.n, people!.n, experts!.n]).toEqual([21, 15, 6]);
    expect(experts!.borda!.indexOf(Math.max(...experts!.borda!))).toBe(items.length - 1);
    const [without] = await slices('where=@mark:participant,team');
    expect(without!.n).toBe(15);
    expect(without!.borda!.indexOf(Math.max(...without!.borda!))).toBe(0);
    // The name that templates use is another name of the same.
    expect(await sizes('by=@invited-expert')).toEqual(await sizes('by=@mark'));
    expect(await sizes('where=@invited-expert:expert')).toEqual({ all: 6 });
  });

  it('S6: a group of experts that is too small is not shown, nor what would give it away', async () => {
    const few = await slices('by=@mark&where=@table:Table%201');
    expect(few.map(({ key, suppressed }) => [key, Boolean(suppressed)])).toEqual([
      ['all', false],
      ['@mark:participant', true],
      ['@mark:expert', true],
    ]);
  });

  it('S6: the headline says whether it holds without them', async () => {
    const path = `/studies/${room.id}/results?question=competency-ranking`;
    const page = await (await fresh.designer(path)).text();
    expect(page).toContain('Without invited experts the order stays the same');
    expect(page).toContain('6 are left out, 15 stay.');
    expect(page).toContain('Invited experts against the others');
    const only = await (await fresh.designer(`${path}&where=@mark:expert`)).text();
    expect(only).not.toContain('are left out,');
  });

  it('cross with other filters, and compare', async () => {
    const path = `/api/studies/${room.id}/compare?question=competency-ranking`;
    const answer = await fresh.designer(`${path}&where=@mark:expert&compare=others`);
    expect(answer.status, await answer.clone().text()).toBe(200);
    const { a, b, comparison } = (await answer.json()) as {
      a: Slice;
      b: Slice;
      comparison: { orders: { tauX: number } };
    };
    expect([a.n, b.n, comparison.orders.tauX]).toEqual([6, 15, -1]);
  });

  it('stand in exports, where enough people share them', async () => {
    const read = async (format: string) =>
      (await fresh.designer(`/api/studies/${room.id}/export?format=${format}`)).text();
    const [head, ...rows] = (await read('csv'))
      .trim()
      .split('\r\n')
      .map((line) => line.split(','));
    const column = head!.indexOf('mark');
    expect(rows.filter((row) => row[column] === 'expert')).toHaveLength(EXPERTS);
    expect(await read('dictionary')).toMatch(/mark,category,.*expert = Invited experts/);
    const { responses } = JSON.parse(await read('json')) as { responses: { mark: string }[] };
    expect(responses.filter(({ mark }) => mark === 'expert')).toHaveLength(EXPERTS);
    // The file brings them along.
    const copied = await fresh.designer('/api/studies', { body: { definition } });
    const { id } = (await copied.json()) as { id: string };
    const imported = await fresh.app.request(`/api/studies/${id}/import`, {
      method: 'POST',
      headers: { authorization: `Bearer ${fresh.token}`, 'content-type': 'text/csv' },
      body: await read('csv'),
    });
    expect(imported.status, await imported.clone().text()).toBeLessThan(300);
    const marks = await fresh.db
      .selectFrom('response')
      .select('mark')
      .where('study_id', '=', id)
      .where('mark', 'is not', null)
      .execute();
    expect(marks).toHaveLength(EXPERTS);
  });

  it('that change later take all that somebody has answered along', async () => {
    const people = async () => {
      const answer = await fresh.designer(`${room.path}/people`);
      return ((await answer.json()) as { people: { id: string; mark: string }[] }).people;
    };
    const some = (await people()).filter(({ mark }) => mark === 'participant').slice(0, 5);
    const change = (mark: string) =>
      Promise.all(
        some.map(({ id }) =>
          fresh.designer(`${room.path}/people/${id}`, { method: 'PATCH', body: { mark } }),
        ),
      );
    await change('team');
    expect(await sizes('by=@mark')).toEqual({
      all: 21,
      '@mark:participant': 10,
      '@mark:team': 5,
      '@mark:expert': 6,
    });
    const study = (await findStudy(fresh.db, room.id))!;
    expect((await verifyTallies(fresh.db, study)).wrong).toEqual([]);
    await change('participant');
    expect(await sizes('by=@mark')).toMatchObject({ '@mark:participant': 15, '@mark:expert': 6 });
    expect((await verifyTallies(fresh.db, study)).wrong).toEqual([]);
  });

  it('that were known from seats only become part of the answers when a database is brought up to date', async () => {
    // As it was before: marks with the seats, none with the answers or in the ledger.
    await sql`update response set mark = null where study_id = ${room.id}`.execute(fresh.db);
    await sql`
      delete from ledger where study_id = ${room.id}`.execute(fresh.db);
    await sql`
      insert into ledger (study_id, sign, locale, voice, table_name, round, event, code, entry)
      select study_id, 1, locale, voice, table_name, round, event, code,
        case when code is null then entry end
      from response where study_id = ${room.id} and withdrawn_at is null`.execute(fresh.db);
    await sql`delete from tally_head where study_id = ${room.id}`.execute(fresh.db);
    for (const column of ['mark', 'channel', 'entered_by', 'sheet']) {
      await sql`alter table response drop column ${sql.ref(column)}`.execute(fresh.db);
    }
    await sql`alter table ledger drop column mark`.execute(fresh.db);
    await sql`alter table room_table drop column locked_at`.execute(fresh.db);
    await migrations['0014_paper_and_marks']!.up(fresh.db);
    const { rows } = await sql<{ mark: string | null; n: number }>`
      select mark, sum(sign)::integer as n from ledger where study_id = ${room.id}
      group by mark order by mark nulls first`.execute(fresh.db);
    expect(rows).toEqual([
      { mark: null, n: 15 },
      { mark: 'expert', n: EXPERTS },
    ]);
    expect(await sizes('by=@mark')).toMatchObject({ '@mark:participant': 15, '@mark:expert': 6 });
    const study = (await findStudy(fresh.db, room.id))!;
    expect((await verifyTallies(fresh.db, study)).wrong).toEqual([]);
  });
});
