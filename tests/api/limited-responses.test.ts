import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeDistribution } from '../../src/db/distribution.ts';
import { addInvitations, countInvitations } from '../../src/db/study-invitations.ts';
import { countResponses } from '../../src/db/studies.ts';
import { submissionQueue } from '../../src/db/submission-queue.ts';
import { invitationHash, invitationToken } from '../../src/http/invitation-token.ts';
import { createApp } from '../../src/app.ts';
import { type FreshApp, freshApp } from '../fresh-app.ts';
import { openSmallStudy, put, receiptIn, validAnswers } from './small-study.ts';

let fresh: FreshApp;
beforeAll(async () => {
  fresh = await freshApp();
});
afterAll(() => fresh.close());

const as = (role: string) => ({ answers: { ...validAnswers, role } });

/** Sends one response from each of many phones at the same moment. */
async function crowd(n: number, body: (index: number) => Record<string, unknown>, app = fresh.app) {
  const sent = Array.from({ length: n }, (_, index) => put({ app }, randomUUID(), body(index)));
  return (await Promise.all(sent)).map(({ status }) => status);
}

const count = (statuses: number[], status: number) =>
  statuses.filter((candidate) => candidate === status).length;

/** Two more servers on the same database: one that groups submissions and one that does not. */
function servers() {
  const submissions = submissionQueue(fresh.db);
  const openDb = () => ({ db: fresh.db });
  return [
    fresh.app,
    createApp({ config: { ...fresh.config, submissions }, openDb }),
    createApp({ config: fresh.config, openDb }),
  ];
}

describe('a quota', () => {
  it('of 20 takes exactly 20 of 50 answers that arrive at once on three servers', async () => {
    const { id, joinCode } = await openSmallStudy(fresh);
    await changeDistribution(fresh.db, id, { quotas: { total: 20, segment: null } });
    const sent = await Promise.all(
      servers().map((app, server) => crowd([20, 20, 10][server]!, () => ({ joinCode }), app)),
    );
    expect(count(sent.flat(), 201)).toBe(20);
    expect(count(sent.flat(), 403)).toBe(30);
    expect(await countResponses(fresh.db, id)).toBe(20);
  });

  it('that is set while a study is open holds at once, also where the study was just read', async () => {
    const { id, joinCode } = await openSmallStudy(fresh);
    const submissions = submissionQueue(fresh.db, { knownFor: 60_000 });
    const openDb = () => ({ db: fresh.db });
    const app = createApp({ config: { ...fresh.config, submissions }, openDb });
    expect(await crowd(1, () => ({ joinCode }), app)).toEqual([201]);
    await changeDistribution(fresh.db, id, { quotas: { total: 2, segment: null } });
    expect((await crowd(3, () => ({ joinCode }), app)).toSorted()).toEqual([201, 403, 403]);
    await changeDistribution(fresh.db, id, { quotas: null });
    expect(await crowd(1, () => ({ joinCode }), app)).toEqual([201]);
    await changeDistribution(fresh.db, id, { access: 'invited' });
    expect(await crowd(1, () => ({ joinCode }), app)).toEqual([403]);
  });

  it('of one group refuses that group only, and names no number', async () => {
    const { id, joinCode } = await openSmallStudy(fresh);
    const segment = { question: 'role', limits: { student: 3 } };
    await changeDistribution(fresh.db, id, { quotas: { total: 9, segment } });
    const sent = await crowd(12, (index) => ({
      joinCode,
      ...as(index % 2 ? 'teacher' : 'student'),
    }));
    expect(count(sent, 201)).toBe(9);
    const refused = await put(fresh, randomUUID(), { joinCode, ...as('student') });
    expect(refused.status).toBe(403);
    const { error, issues } = (await refused.json()) as {
      error: string;
      issues: { path: string }[];
    };
    expect(issues.map(({ path }) => path)).toEqual(['full']);
    expect(error).not.toMatch(/\d/);
  });

  it('lets people change their answers, but not into a group that is full', async () => {
    const { id, joinCode } = await openSmallStudy(fresh);
    const segment = { question: 'role', limits: { student: 1 } };
    await changeDistribution(fresh.db, id, { quotas: { total: 2, segment } });
    const [student, teacher] = [randomUUID(), randomUUID()];
    const send = async (who: string, revision: number, role: string) =>
      (await put(fresh, who, { joinCode, revision, ...as(role) })).status;
    expect(await send(student, 1, 'student')).toBe(201);
    expect(await send(teacher, 1, 'teacher')).toBe(201);
    expect(await send(student, 2, 'student')).toBe(200);
    expect(await send(teacher, 2, 'student')).toBe(403);
    expect(await send(student, 3, 'teacher')).toBe(200);
    expect(await send(teacher, 2, 'student')).toBe(200);
    expect(await send(teacher, 2, 'student')).toBe(200);
  });

  it('has a place again when somebody withdraws', async () => {
    const { id, joinCode } = await openSmallStudy(fresh);
    await changeDistribution(fresh.db, id, { quotas: { total: 1, segment: null } });
    const first = randomUUID();
    const receipt = await receiptIn(await put(fresh, first, { joinCode }));
    expect((await put(fresh, randomUUID(), { joinCode })).status).toBe(403);
    await fresh.app.request(`/api/responses/${first}`, { method: 'DELETE', headers: { receipt } });
    expect((await put(fresh, randomUUID(), { joinCode })).status).toBe(201);
  });
});

describe('a personal link', () => {
  /** A study that needs links, and some of them. */
  async function invited(links: number) {
    const { id, joinCode } = await openSmallStudy(fresh);
    const tokens: string[] = [];
    const rows = [];
    for (let n = 0; n < links; n += 1) {
      const nonce = randomUUID();
      const token = await invitationToken(fresh.config.secret, id, nonce);
      tokens.push(token);
      rows.push({ nonce, address: null, hash: (await invitationHash(token))! });
    }
    await addInvitations(fresh.db, id, rows, '2026-11-20');
    await changeDistribution(fresh.db, id, { access: 'invited' });
    return { id, joinCode, tokens };
  }

  it('is needed, and one that nobody made is none', async () => {
    const { id, joinCode } = await invited(5);
    const refused = [
      { joinCode },
      { joinCode, invitation: 'AAAAAAAAAAAAAAAA' },
      { joinCode, invitation: "' or 1=1" },
    ];
    for (const body of refused) {
      const response = await put(fresh, randomUUID(), body);
      expect(response.status).toBe(403);
      expect(await response.json()).toMatchObject({ issues: [{ path: 'uninvited' }] });
    }
    expect(await countResponses(fresh.db, id)).toBe(0);
  });

  it('gives one response, however many phones use it at once', async () => {
    const { id, joinCode, tokens } = await invited(5);
    const body = { joinCode, invitation: tokens[0] };
    const sent = await Promise.all(servers().map((app) => crowd(8, () => body, app)));
    expect(count(sent.flat(), 201)).toBe(1);
    expect(count(sent.flat(), 403)).toBe(23);
    expect(await countResponses(fresh.db, id)).toBe(1);
    expect((await countInvitations(fresh.db, id)).used).toBe(1);
  });

  it('that is sent again with the same response is a repeat, and an edit needs none', async () => {
    const { joinCode, tokens } = await invited(5);
    const own = randomUUID();
    const body = { joinCode, invitation: tokens[0]!.toLowerCase() };
    const together = await Promise.all([1, 2, 3].map(() => put(fresh, own, body)));
    expect(together.map(({ status }) => status).sort()).toEqual([200, 200, 201]);
    expect((await put(fresh, own, body)).status).toBe(200);
    expect((await put(fresh, own, { joinCode, revision: 2 })).status).toBe(200);
  });

  it('is spent only by an answer that is stored', async () => {
    const { id, joinCode, tokens } = await invited(5);
    await changeDistribution(fresh.db, id, { quotas: { total: 1, segment: null } });
    expect((await put(fresh, randomUUID(), { joinCode, invitation: tokens[0] })).status).toBe(201);
    expect((await put(fresh, randomUUID(), { joinCode, invitation: tokens[1] })).status).toBe(403);
    await changeDistribution(fresh.db, id, { quotas: null });
    expect((await put(fresh, randomUUID(), { joinCode, invitation: tokens[1] })).status).toBe(201);
  });

  it('cannot be joined to the response that it gave, by any column or transaction', async () => {
    const { id, joinCode, tokens } = await invited(12);
    const responses = [];
    for (const invitation of tokens.slice(0, 7)) {
      const response = randomUUID();
      responses.push(response);
      await put(fresh, response, { joinCode, invitation });
    }
    const rowsOf = async (table: string) =>
      (
        await sql<{ row: Record<string, unknown>; xmin: string }>`
          select to_jsonb(t) as row, t.xmin::text as xmin
          from ${sql.table(table)} t where study_id = ${id}`.execute(fresh.db)
      ).rows;
    const links = await rowsOf('study_invitation');
    const answers = [...(await rowsOf('response')), ...(await rowsOf('ledger'))];
    // No row of a link has changed since all were made: they share one transaction.
    expect(links).toHaveLength(12);
    expect(new Set(links.map(({ xmin }) => xmin)).size).toBe(1);
    // No value but the study's own and small numbers occurs on both sides.
    const values = (rows: typeof links) =>
      new Set(
        rows.flatMap(({ row, xmin }) => [
          xmin,
          ...Object.values(row).flatMap((value) => JSON.stringify(value).match(/[\w-]{6,}/g) ?? []),
        ]),
      );
    const others = values(answers);
    const shared = [...values(links)].filter((value) => others.has(value));
    expect(shared).toEqual([id]);
    const text = JSON.stringify(answers);
    for (const token of tokens) {
      expect(text).not.toContain(token);
      expect(text).not.toContain(await invitationHash(token));
    }
    expect(JSON.stringify(links)).not.toContain(tokens[0]);
    // What says that links were used is one row for all of them.
    const uses = await rowsOf('study_invitation_use');
    expect(uses).toHaveLength(1);
    expect(Object.keys(uses[0]!.row).toSorted()).toEqual(['study_id', 'used']);
    expect(links.map(({ row }) => row['made_on'])).toEqual(links.map(() => '2026-11-20'));
    expect(responses.every((response) => text.includes(response))).toBe(true);
  });
});

it('a submission with a link to a study with quotas takes at most five statements', async () => {
  const { id, joinCode } = await openSmallStudy(fresh);
  await changeDistribution(fresh.db, id, { quotas: { total: 9, segment: null } });
  await fresh.designer(`/api/studies/${id}/invitations`, { body: { links: 5 } });
  const csv = await (await fresh.designer(`/api/studies/${id}/invitations.csv`)).text();
  const invitation = /\/i\/([0-9A-Z]{16})/.exec(csv)![1];
  let statements = 0;
  const db = fresh.db.withPlugin({
    transformQuery({ node }) {
      statements += 1;
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  });
  const app = createApp({ config: fresh.config, openDb: () => ({ db }) });
  expect((await put({ app }, randomUUID(), { joinCode, invitation })).status).toBe(201);
  expect(statements).toBe(5);
});

describe('a time to open and to close', () => {
  const at = (time: string) => new Date(`2026-11-20T${time}:00Z`);

  it('is kept by the server’s clock, with nobody there to press a button', async () => {
    const { id, joinCode } = await openSmallStudy(fresh);
    await fresh.designer(`/api/studies/${id}/close`, { method: 'POST' });
    await changeDistribution(fresh.db, id, { opensAt: at('10:00'), closesAt: at('11:00') });
    const own = randomUUID();
    const status = async (time: string) => {
      fresh.setNow(at(time));
      return (await put(fresh, randomUUID(), { joinCode })).status;
    };
    expect(await status('09:59')).toBe(410);
    expect(await status('10:00')).toBe(201);
    expect((await put(fresh, own, { joinCode })).status).toBe(201);
    expect(await status('10:59')).toBe(201);
    expect(await status('11:00')).toBe(410);
    expect((await put(fresh, own, { joinCode })).status).toBe(200);
    const study = await (await fresh.designer(`/api/studies/${id}`)).json();
    expect(study).toMatchObject({
      status: 'closed',
      closedAt: '2026-11-20T11:00:00.000Z',
      distribution: { opensAt: null, closesAt: null },
    });
    const results = await fresh.designer(`/api/studies/${id}/results?question=role`);
    expect(((await results.json()) as { version: string }).version).toContain('closed');
    fresh.setNow(at('09:00'));
  });

  it('that has passed does not keep anybody from opening or closing by hand', async () => {
    const { id, joinCode } = await openSmallStudy(fresh);
    await changeDistribution(fresh.db, id, { closesAt: at('11:00') });
    fresh.setNow(at('11:30'));
    expect((await put(fresh, randomUUID(), { joinCode })).status).toBe(410);
    await fresh.designer(`/api/studies/${id}/open`, { method: 'POST' });
    expect((await put(fresh, randomUUID(), { joinCode })).status).toBe(201);
    fresh.setNow(at('09:00'));
  });

  it('is shown in the list without anybody having opened the study', async () => {
    const { id } = await openSmallStudy(fresh);
    await changeDistribution(fresh.db, id, { closesAt: at('11:00') });
    fresh.setNow(at('12:00'));
    const { studies } = (await (await fresh.designer('/api/studies?limit=200')).json()) as {
      studies: { id: string; status: string }[];
    };
    expect(studies.find((study) => study.id === id)?.status).toBe('closed');
    fresh.setNow(at('09:00'));
  });
});
