import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyTallies } from '../../src/db/verify-tallies.ts';
import { findStudy } from '../../src/db/studies.ts';
import { printedNumber } from '../../src/survey/paper/sheet-number.ts';
import { template } from '../../src/survey/templates.ts';
import { type FreshApp, freshApp } from '../fresh-app.ts';
import { phone, run, workshop } from './room-study.ts';

const items = template('smart-city-programme-manager')!.lists['competencies']!.map(({ id }) => id);
const from = (start: number, count = 6) =>
  Array.from({ length: count }, (_, at) => [items[(start + at) % items.length]!]);

/** The printed number of a person's sheet. */
const person = (serial: number, round = 1) => printedNumber({ voice: 'individual', round, serial });

let fresh: FreshApp;
let room: Awaited<ReturnType<typeof workshop>>;

beforeAll(async () => {
  fresh = await freshApp();
  room = await workshop(fresh, 2);
  await run(fresh, room.path, { action: 'start' });
});
afterAll(() => fresh.close());

interface Outcome {
  receipt: string;
  changed: boolean;
  error: string;
}

async function type(sheet: string, body: Record<string, unknown>): Promise<[number, Outcome]> {
  const path = `${room.path}/sheets/${sheet}`;
  const answer = await fresh.designer(path, { method: 'PUT', body });
  return [answer.status, (await answer.json()) as Outcome];
}

const ranked = (start: number, count = 6) => ({
  answers: { 'competency-ranking': from(start, count) },
});

const n = async (voice = 'individual') => {
  const path = `/api/studies/${room.id}/results?question=competency-ranking&voice=${voice}`;
  const { slices } = (await (await fresh.designer(path)).json()) as { slices: { n: number }[] };
  return slices[0]!.n;
};

const file = async (format: string) =>
  (await fresh.designer(`/api/studies/${room.id}/export?format=${format}`)).text();

describe('a sheet of paper', () => {
  it('counts once however often it is typed in, and the last time corrects the others', async () => {
    const table = room.tables[0]!.id;
    for (let serial = 1; serial <= 6; serial += 1) {
      expect(await type(person(serial), { ...ranked(serial), table })).toMatchObject([
        201,
        { changed: true },
      ]);
    }
    expect(await n()).toBe(6);
    expect(await type(person(3), { ...ranked(3), table })).toMatchObject([200, { changed: false }]);
    const [status, { changed, receipt }] = await type(person(3), { ...ranked(8), table });
    expect([status, changed]).toEqual([200, true]);
    expect(receipt).toMatch(/^\w{4}-\w{4}-\w{4}$/);
    expect(await n()).toBe(6);
    const stored = await fresh.designer(`${room.path}/sheets/${person(3)}`);
    expect(await stored.json()).toMatchObject({
      ...ranked(8),
      sheet: person(3),
      table: room.tables[0]!.key,
      revision: 2,
      by: 'Test',
    });
  });

  it('is part of a table’s progress, as what its people send themselves is', async () => {
    const seen = (await (await fresh.designer(`${room.path}/overview`)).json()) as {
      sentAlone: number;
      tables: { sentAlone: number }[];
    };
    expect([seen.sentAlone, ...seen.tables.map(({ sentAlone }) => sentAlone)]).toEqual([6, 6, 0]);
  });

  it('of two who type it at once, tells the second what is stored, and counts it once', async () => {
    const before = await n();
    const both = await Promise.all(
      [0, 5].map((start) => type(person(20), { ...ranked(start), revision: 0 })),
    );
    expect(both.map(([status]) => status).toSorted()).toEqual([201, 409]);
    expect(both.find(([status]) => status === 409)![1].error).toContain('typed in already');
    const sheets = await Promise.all([1, 1, 1].map(() => type(person(21), ranked(2))));
    expect(sheets.filter(([, { changed }]) => changed)).toHaveLength(1);
    for (const serial of [22, 23, 24]) await type(person(serial), ranked(serial));
    expect(await n()).toBe(before + 5);
  });

  it('of two who correct it at once, tells the second what is stored', async () => {
    const sheet = person(22);
    const both = await Promise.all(
      [6, 7].map((start) => type(sheet, { ...ranked(start), revision: 1 })),
    );
    expect(both.map(([status]) => status).toSorted()).toEqual([200, 409]);
    const taken = both.findIndex(([status]) => status === 200);
    const stored = await (await fresh.designer(`${room.path}/sheets/${sheet}`)).json();
    expect(stored).toMatchObject({ ...ranked(6 + taken), revision: 2 });
  });

  it('passes the checks that every answer passes, and no others', async () => {
    const [status, { error }] = await type(person(30), {
      answers: { 'competency-ranking': [[items[0]], [items[0]]] },
    });
    expect([status, error]).toEqual([422, expect.stringContaining('there twice')]);
    expect((await type(person(30), { answers: { nothing: 1 } }))[0]).toBe(422);
    // Not everything that a phone requires is on a sheet.
    expect((await type(person(30), { answers: { role: 'student' } }))[0]).toBe(201);
  });

  it('has a number that a slip of the finger does not make into another sheet’s', async () => {
    const wrong = person(1).replace(/\d$/, (digit) => String((Number(digit) + 1) % 10));
    expect((await type(wrong, ranked(1)))[0]).toBe(404);
  });

  it('belongs to its author: the printed receipt changes and withdraws it', async () => {
    const [, { receipt }] = await type(person(40), ranked(0));
    const { rows } = { rows: await storedAs('1040') };
    const own = (method: string) =>
      fresh.app.request(`/api/responses/${rows[0]!.id}`, { method, headers: { receipt } });
    expect(await (await own('GET')).json()).toMatchObject(ranked(0));
    expect((await own('DELETE')).status).toBe(204);
    expect((await type(person(40), ranked(0)))[0]).toBe(410);
    expect(await storedAs('1040')).toEqual([]);
  });

  it('that its author changes stays where it was written, and is no paper any more', async () => {
    const { id: table, key } = room.tables[1]!;
    const [, { receipt }] = await type(person(43), { ...ranked(0), table, mark: 'expert' });
    const [stored] = await storedAs('1043');
    const change = (revision: number) =>
      fresh.app.request(`/api/responses/${stored!.id}`, {
        method: 'PUT',
        headers: { receipt, 'content-type': 'application/json' },
        body: JSON.stringify({ ...ranked(5), joinCode: room.joinCode, revision, locale: 'en' }),
      });
    expect((await change(7)).status).toBe(200);
    const now = await fresh.db
      .selectFrom('response')
      .select(['event', 'table_name', 'mark', 'channel', 'sheet'])
      .where('id', '=', stored!.id)
      .execute();
    const place = { event: room.event.key, table_name: key, mark: 'expert' };
    expect(now).toEqual([{ ...place, channel: null, sheet: '1043' }]);
    const lock = (locked: boolean) =>
      fresh.designer(`${room.path}/tables/${table}`, { method: 'PATCH', body: { locked } });
    await lock(true);
    expect((await change(8)).status).toBe(403);
    await lock(false);
    expect((await change(9)).status).toBe(200);
    const sheet = `${room.path}/sheets/${person(43)}`;
    expect((await fresh.designer(sheet, { method: 'DELETE' })).status).toBe(204);
  });

  it('can be taken back by who typed it in', async () => {
    await type(person(41), ranked(0));
    const path = `${room.path}/sheets/${person(41)}`;
    expect((await fresh.designer(path, { method: 'DELETE' })).status).toBe(204);
    expect((await fresh.designer(path, { method: 'DELETE' })).status).toBe(204);
    expect((await fresh.designer(path)).status).toBe(410);
    const never = `${room.path}/sheets/${person(42)}`;
    expect((await fresh.designer(never, { method: 'DELETE' })).status).toBe(404);
  });

  it('keeps its round: a correction in a later round is no answer of that round', async () => {
    await run(fresh, room.path, { action: 'round', round: 2 });
    await type(person(1), ranked(9));
    await type(person(1, 2), ranked(1));
    const rounds = (await storedAs('1001')).concat(await storedAs('2001'));
    expect(rounds.map(({ round }) => round)).toEqual([1, 2]);
    await run(fresh, room.path, { action: 'round', round: 1 });
  });
});

describe('the sheet of a table', () => {
  const sheet = printedNumber({ voice: 'table', round: 1, serial: 2 });

  it('is the same response as what the table sends itself', async () => {
    const [writer] = [phone(fresh, room.joinCode)];
    await writer.join({ table: room.tables[1]!.code });
    await writer.write(room.event.id, 'answer:competency-ranking', from(0, 12), 0);
    expect((await writer.send(room.event.id)).status).toBe(200);
    expect(await type(sheet, ranked(4, 12))).toMatchObject([200, { changed: true }]);
    expect(await n('table')).toBe(1);
    const seen = (await (await writer.see(room.event.id)).json()) as {
      table: { isSent: boolean; work: Record<string, { value: unknown }> };
    };
    expect(seen.table.isSent).toBe(true);
    expect(seen.table.work['answer:competency-ranking']!.value).toEqual(from(4, 12));
    expect(await storedAs('T1002')).toMatchObject([{ channel: 'paper', voice: 'table' }]);
    const none = printedNumber({ voice: 'table', round: 1, serial: 9 });
    expect((await type(none, ranked(4, 12)))[0]).toBe(404);
  });
});

describe('what came on paper', () => {
  it('is marked in every export, and nobody’s name or number is', async () => {
    const csv = await file('csv');
    const [head, ...rows] = csv
      .trim()
      .split('\r\n')
      .map((line) => line.split(','));
    const column = head!.indexOf('channel');
    expect(rows.filter((row) => row[column] === 'paper').length).toBeGreaterThan(9);
    const { responses } = JSON.parse(await file('json')) as { responses: { channel: string }[] };
    expect(responses.filter(({ channel }) => channel === 'paper')).toHaveLength(rows.length);
    expect(await file('dictionary')).toMatch(/channel,category,.*paper = Written on paper/);
    expect(await file('r')).toContain('"paper" = "Written on paper');
    const quality = await fresh.designer(`/studies/${room.id}/data/quality`);
    expect(await quality.text()).toMatch(/\d+ answers were written on paper/);
    for (const text of [csv, JSON.stringify(responses)]) {
      expect(text).not.toContain('Test');
      expect(text).not.toContain('1003');
    }
  });

  it('stands in the room’s log, with who typed it in and never what', async () => {
    const answer = await fresh.designer(`${room.path}/log`);
    const { entries } = (await answer.json()) as {
      entries: { action: string; by: string; detail: Record<string, unknown> }[];
    };
    const typed = entries.filter(({ action }) => action.startsWith('paper'));
    expect(typed.map(({ action }) => action)).toContain('paper-corrected');
    expect(typed.map(({ action }) => action)).toContain('paper-withdrawn');
    for (const { by, detail } of typed) {
      expect(by).toBe('Test');
      expect(Object.keys(detail).toSorted()).toEqual(['sheet', 'table']);
    }
    const list = await fresh.designer(`${room.path}/sheets`);
    const { sheets } = (await list.json()) as { sheets: { sheet: string }[] };
    expect(sheets.map((one) => one.sheet)).toContain(person(6));
    expect(sheets.map((one) => one.sheet)).not.toContain(person(41));
  });

  it('waits for a closed study to be opened again, and then counts', async () => {
    const study = `/api/studies/${room.id}`;
    await fresh.designer(`${study}/close`, { method: 'POST' });
    const [status, { error }] = await type(person(50), ranked(0));
    expect([status, error]).toEqual([410, expect.stringContaining('Open it again')]);
    await fresh.designer(`${study}/open`, { method: 'POST' });
    expect((await type(person(50), ranked(0)))[0]).toBe(201);
  });

  it('leaves tallies that a recount confirms', async () => {
    await n();
    const study = (await findStudy(fresh.db, room.id))!;
    expect((await verifyTallies(fresh.db, study)).wrong).toEqual([]);
  });
});

describe('the pages about paper', () => {
  const page = `/studies/ID/room/EVENT`;
  const open = (path: string) =>
    fresh.designer(page.replace('ID', room.id).replace('EVENT', room.event.id) + path);
  const send = (fields: Record<string, string>) =>
    fresh.app.request(page.replace('ID', room.id).replace('EVENT', room.event.id) + '/paper', {
      method: 'POST',
      headers: {
        authorization: `Bearer ${fresh.token}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({ voice: 'individual', do: 'save', ...fields }),
    });

  it('take what is typed in the numbers of the sheet, and read it back', async () => {
    const fields = { sheet: person(60).replace('-', ''), 'a.competency-ranking': '3 1 7 2 9' };
    const stored = await send({ ...fields, revision: '0', mark: 'expert' });
    expect(stored.status).toBe(303);
    const told = await fresh.designer(stored.headers.get('location')!);
    expect(await told.text()).toContain(`Sheet ${person(60)} is stored.`);
    expect(await storedAs('1060')).toMatchObject([{ channel: 'paper' }]);
    const again = await send({ ...fields, 'a.competency-ranking': '1 2 3 4 5', revision: '0' });
    expect(again.status).toBe(422);
    const shown = await again.text();
    expect(shown).toContain('Somebody has typed in sheet');
    expect(shown).toContain('value="1 2 3 4 5"');
    const correcting = await (await open(`/paper?sheet=${person(60)}`)).text();
    expect(correcting).toContain('value="3 1 7 2 9"');
    expect(correcting).toContain('was typed in before');
    const corrected = await send({ ...fields, 'a.competency-ranking': '1 2 3 4 5', revision: '1' });
    expect(corrected.headers.get('location')).toContain('done=correctedNow');
  });

  it('say beside the field what they cannot read', async () => {
    const wrong = await send({ sheet: person(61), 'a.competency-ranking': '3 44' });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('44 is none of the numbers from 1 to 12.');
    const few = await send({ sheet: person(61), 'a.competency-ranking': '3 1 3 1 2' });
    expect([few.status, await few.text()]).toEqual([422, expect.stringContaining('twice')]);
    const none = await send({ sheet: '1061-9', 'a.competency-ranking': '3 1 7 2 9' });
    expect(await none.text()).toContain('No sheet has this number');
    expect(await storedAs('1061')).toEqual([]);
  });

  it('print sheets with their numbers, receipts and the study’s words, and what a host needs', async () => {
    const sheets = await (await open('/print/sheets?count=3&first=7&in=de')).text();
    for (const serial of [7, 8, 9]) expect(sheets).toContain(person(serial));
    expect(sheets).toContain('Schreiben Sie die Nummern von');
    const [, { receipt }] = await type(person(7), ranked(2));
    expect(sheets).toContain(receipt);
    const table = await (await open('/print/sheets?for=tables')).text();
    expect(table).toContain(printedNumber({ voice: 'table', round: 1, serial: 2 }));
    const host = await (await open('/print/host')).text();
    for (const part of ['16:30', '17:00', 'Stay neutral']) expect(host).toContain(part);
    const codes = await (await open('/print/codes')).text();
    for (const { code } of room.tables) expect(codes).toContain(`/t/${code}`);
    expect(await (await open('/print/cards?per=4')).text()).toContain(room.tables[0]!.name);
    expect((await open('/print/sheets?count=5000')).status).toBe(422);
  });
});

describe('a locked table', () => {
  it('takes nothing new from itself and its people, and says so, until it is unlocked', async () => {
    const [table] = room.tables;
    const one = phone(fresh, room.joinCode);
    await one.join({ table: table!.code });
    const id = randomUUID();
    const send = (revision: number, start: number) =>
      one.answer(room.event.id, id, { ...ranked(start), revision });
    expect((await send(1, 0)).status).toBe(201);
    const lock = (locked: boolean) =>
      fresh.designer(`${room.path}/tables/${table!.id}`, { method: 'PATCH', body: { locked } });
    expect(await (await lock(true)).json()).toMatchObject({ locked: true });
    const refused = await send(2, 3);
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({
      error: expect.stringContaining('This table is locked'),
      issues: [{ path: 'locked' }],
    });
    const turned = await fresh.app.request(`/j/${room.joinCode}/turned/locked`);
    expect([turned.status, await turned.text()]).toEqual([
      403,
      expect.stringContaining('This table is locked'),
    ]);
    // What arrived before is acknowledged again: a lost answer is no second one.
    expect((await send(1, 0)).status).toBe(200);
    const wrote = await one.write(room.event.id, 'answer:competency-ranking', from(0), 0);
    expect([wrote.status, (await one.send(room.event.id)).status]).toEqual([403, 403]);
    await lock(false);
    expect((await send(3, 3)).status).toBe(200);
  });
});

function storedAs(sheet: string) {
  return fresh.db
    .selectFrom('response')
    .select(['id', 'round', 'channel', 'voice'])
    .where('study_id', '=', room.id)
    .where('sheet', '=', sheet)
    .execute();
}
