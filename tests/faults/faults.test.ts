import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, describe, expect, test } from 'vitest';
import { fold } from '../../src/db/fold.ts';
import { migrate } from '../../src/db/migrate.ts';
import { openPglite } from '../../src/db/open-pglite.ts';
import { type OpenDatabase, openPostgres } from '../../src/db/open-postgres.ts';
import { findStudy, setStudyStatus } from '../../src/db/studies.ts';
import { readQuestionTallies } from '../../src/db/tally-snapshot.ts';
import { createToken } from '../../src/db/tokens.ts';
import { verifyTallies } from '../../src/db/verify-tallies.ts';
import { firstToken } from '../node/first-token.ts';
import { type ServerProcess, startProcess } from '../node/server-process.ts';
import { freePort, freshDatabase, startPostgres } from '../postgres.ts';
import { type Acknowledged, openStudy, startSending } from './sending.ts';

const secret = 'a secret for tests, 32 characters';
const temporary = mkdtempSync(join(tmpdir(), 'plenary-faults-'));
const closers: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const close of closers.toReversed()) await close();
  rmSync(temporary, { recursive: true, force: true });
});

/** Every acknowledged response is there once, and the tallies are what a recount gives. */
async function expectAll(
  { db }: OpenDatabase,
  id: string,
  acknowledged: readonly Acknowledged[],
): Promise<void> {
  const study = (await findStudy(db, id))!;
  const before = await verifyTallies(db, study);
  expect(before.wrong).toEqual([]);
  const rows = await db.selectFrom('response').select('id').where('study_id', '=', id).execute();
  const stored = new Set(rows.map((row) => row.id));
  expect(acknowledged.filter(({ response }) => !stored.has(response))).toEqual([]);
  // Everything is acknowledged in the end, so nothing else is there either.
  expect(before.responses).toBe(acknowledged.length);
  await setStudyStatus(db, id, 'closed', new Date());
  await fold(db, study, new Date());
  const { question } = (await readQuestionTallies(db, study, 'topics', []))!;
  expect(question.segments.get('@all')!.get('individual:')!.shown.n).toBe(acknowledged.length);
  expect(await verifyTallies(db, study)).toMatchObject({ wrong: [] });
}

async function killed(env: Record<string, string>): Promise<{ id: string; sent: Acknowledged[] }> {
  const port = String(await freePort());
  const start = () => startProcess({ ...env, PORT: port });
  let server: ServerProcess = await start();
  const token = await firstToken(server);
  const { id, joinCode } = await openStudy({ url: server.url, token });
  const sending = startSending({ url: server.url, joinCode, connections: 16 });
  const read = () =>
    fetch(`${server.url}/api/studies/${id}/results`, {
      headers: { authorization: `Bearer ${token}` },
    }).catch(() => null);
  for (const target of [150, 300]) {
    await sending.until(target);
    // A fold is under way when the end comes, as likely as not.
    const reading = read();
    await server.end('SIGKILL');
    await reading;
    server = await start();
  }
  await sending.until(450);
  await read();
  await sending.stop();
  expect(await server.end('SIGTERM')).toBe(0);
  return { id, sent: sending.acknowledged };
}

describe('every acknowledged answer is there once, and the tallies are right', () => {
  test('after kill -9 under load, on the embedded database', async () => {
    const DATA_DIR = join(temporary, 'embedded');
    const { id, sent } = await killed({ DATA_DIR });
    const opened = await openPglite({ dataDir: DATA_DIR });
    await expectAll(opened, id, sent);
    await opened.close();
  });

  test('after kill -9 under load, on PostgreSQL', async () => {
    const { url, drop } = await freshDatabase();
    closers.push(drop);
    const { id, sent } = await killed({ DATABASE_URL: url, PLENARY_SECRET: secret });
    const opened = openPostgres(url);
    await expectAll(opened, id, sent);
    await opened.close();
  });

  test('after PostgreSQL was stopped at once and started again under load', async () => {
    const first = await startPostgres({ fsync: 'on' });
    closers.push(first.stop);
    const server = await startProcess({ DATABASE_URL: first.url, PLENARY_SECRET: secret });
    const { id, joinCode } = await openStudy({ url: server.url, token: await firstToken(server) });
    const sending = startSending({ url: server.url, joinCode, connections: 16 });
    await sending.until(150);
    await first.restart();
    const reached = sending.acknowledged.length;
    await sending.until(reached + 150);
    await sending.stop();
    expect(await server.end('SIGTERM')).toBe(0);
    const opened = openPostgres(first.url);
    await expectAll(opened, id, sending.acknowledged);
    await opened.close();
  });

  test('with two servers over one PostgreSQL, phones at both, screens at both', async () => {
    const { url, drop } = await freshDatabase();
    closers.push(drop);
    const opened = openPostgres(url);
    await migrate(opened.db);
    const { token } = await createToken(opened.db, { name: 'Test', role: 'owner' }, new Date());
    const env = { DATABASE_URL: url, PLENARY_SECRET: secret };
    const servers = [await startProcess(env), await startProcess(env)];
    const { id, joinCode } = await openStudy({ url: servers[0]!.url, token });
    const headers = { authorization: `Bearer ${token}` };
    const abort = new AbortController();
    const versions: string[][] = [[], []];
    const screens = servers.map(async ({ url: address }, index) => {
      const answer = await fetch(`${address}/api/studies/${id}/live`, {
        headers,
        signal: abort.signal,
      });
      for await (const part of answer.body!.pipeThrough(new TextDecoderStream())) {
        for (const [, version] of part.matchAll(/^id: (.*)$/gm)) versions[index]!.push(version!);
      }
    });
    const sendings = servers.map(({ url: address }) =>
      startSending({ url: address, joinCode, connections: 8 }),
    );
    await Promise.all(sendings.map((sending) => sending.until(200)));
    await Promise.all(sendings.map((sending) => sending.stop()));
    await fetch(`${servers[0]!.url}/api/studies/${id}/close`, { method: 'POST', headers });
    await expect
      .poll(() => versions.every((seen) => seen.at(-1)?.includes('closed')), { timeout: 60_000 })
      .toBe(true);
    const sent = sendings.flatMap(({ acknowledged }) => acknowledged);
    const shown = await Promise.all(
      servers.map(async ({ url: address }) => {
        const answer = await fetch(`${address}/api/studies/${id}/results?by=role`, { headers });
        return (await answer.json()) as { version: string; slices: { n: number }[] };
      }),
    );
    expect(shown[0]!.slices).toEqual(shown[1]!.slices);
    expect(shown[0]!.slices[0]!.n).toBe(sent.length);
    for (const seen of versions) {
      const releases = seen.map((version) => Number(version.split('-')[2]));
      expect(releases).toEqual(releases.toSorted((a, b) => a - b));
      expect(seen.at(-1)).toContain('closed');
    }
    abort.abort();
    await Promise.allSettled(screens);
    expect(await Promise.all(servers.map((server) => server.end('SIGTERM')))).toEqual([0, 0]);
    await expectAll(opened, id, sent);
    await opened.close();
  });

  test('after the clock went back an hour', async () => {
    const { url, drop } = await freshDatabase();
    closers.push(drop);
    const opened = openPostgres(url);
    await migrate(opened.db);
    const { token } = await createToken(opened.db, { name: 'Test', role: 'owner' }, new Date());
    const env = { DATABASE_URL: url, PLENARY_SECRET: secret };
    const early = await startProcess({ ...env, NODE_OPTIONS: `--import=${clock(-3_600_000)}` });
    const usual = await startProcess(env);
    const { id, joinCode } = await openStudy({ url: usual.url, token });
    const sent: Acknowledged[] = [];
    for (const server of [usual, early]) {
      const sending = startSending({ url: server.url, joinCode, connections: 4 });
      await sending.until(40);
      await sending.stop();
      sent.push(...sending.acknowledged);
      const headers = { authorization: `Bearer ${token}` };
      await fetch(`${server.url}/api/studies/${id}/results`, { headers });
    }
    for (const server of [usual, early]) expect(await server.end('SIGTERM')).toBe(0);
    await expectAll(opened, id, sent);
    await opened.close();
  });
});

/** A module that moves the clock of a process. */
function clock(by: number): string {
  const code = `const now = Date.now; Date.now = () => now() + ${by};
    globalThis.Date = class extends Date { constructor(...a) { super(...(a.length ? a : [now() + ${by}])); } };`;
  return `data:text/javascript,${encodeURIComponent(code)}`;
}

describe('a database that refuses to write', () => {
  test('acknowledges nothing meanwhile, and goes on when it writes again', async () => {
    const opened = await startPostgres();
    closers.push(opened.stop);
    const server = await startProcess({ DATABASE_URL: opened.url, PLENARY_SECRET: secret });
    const { id, joinCode } = await openStudy({ url: server.url, token: await firstToken(server) });
    const sending = startSending({ url: server.url, joinCode, connections: 4 });
    await sending.until(20);
    const admin = openPostgres(opened.url, { max: 1 });
    await readOnly(opened.url, true);
    const refused = () => sending.failures.get(503) ?? 0;
    await expect.poll(refused, { timeout: 60_000 }).toBeGreaterThan(0);
    const before = sending.acknowledged.length;
    const first = refused();
    await expect.poll(refused, { timeout: 60_000 }).toBeGreaterThan(first + 10);
    expect(sending.acknowledged.length).toBeLessThanOrEqual(before + 4);
    await readOnly(opened.url, false);
    await sending.until(before + 40);
    await sending.stop();
    await server.end('SIGTERM');
    await expectAll(admin, id, sending.acknowledged);
    await admin.close();
  });
});

/** What a full or failed disk makes of a server: every write is refused. */
async function readOnly(url: string, isOn: boolean): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  await sql.unsafe(`alter system set default_transaction_read_only = ${isOn ? 'on' : 'off'}`);
  await sql`select pg_reload_conf()`;
  await sql.end();
}
