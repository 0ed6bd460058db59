import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';
import { afterAll, expect, test } from 'vitest';
import { openPostgres } from '../../src/db/open-postgres.ts';
import { findStudy } from '../../src/db/studies.ts';
import { verifyTallies } from '../../src/db/verify-tallies.ts';
import { firstToken } from '../node/first-token.ts';
import { startProcess } from '../node/server-process.ts';
import { freePort, freshDatabase } from '../postgres.ts';
import { openStudy, startSending } from './sending.ts';

const closers: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const close of closers.toReversed()) await close();
});

test('a crash after answers were stored and before they were counted loses and doubles none', async () => {
  const { url: database, drop } = await freshDatabase();
  closers.push(drop);
  const env = {
    DATABASE_URL: database,
    PLENARY_SECRET: 'a secret for tests, 32 characters',
    PORT: String(await freePort()),
  };
  let server = await startProcess(env);
  const token = await firstToken(server);
  const { id, joinCode } = await openStudy({ url: server.url, token });
  const headers = { authorization: `Bearer ${token}` };
  const results = () => fetch(`${server.url}/api/studies/${id}/results`, { headers });
  const phones = startSending({ url: server.url, joinCode, connections: 4 });
  await phones.until(20);
  await phones.stop();
  expect((await results()).status).toBe(200);

  const other = postgres(database, { max: 2, onnotice: () => {} });
  const more = startSending({ url: server.url, joinCode, connections: 4 });
  const answer = await other.begin(async (lock) => {
    await lock`select from tally_head where study_id = ${id} for update`;
    await more.until(30);
    await more.stop();
    const reading = results().catch(() => null);
    // The fold has counted, and waits to write what it counted.
    for (;;) {
      const [held] = await other`
        select count(*)::int as n from pg_stat_activity
        where wait_event_type = 'Lock' and query like '%insert into tally_head%'`;
      if (held!['n'] > 0) break;
      await pause(20);
    }
    await server.end('SIGKILL');
    return reading;
  });
  expect(answer).toBeNull();
  await other.end();

  const sent = phones.acknowledged.length + more.acknowledged.length;
  server = await startProcess(env);
  await fetch(`${server.url}/api/studies/${id}/close`, { method: 'POST', headers });
  const { slices } = (await (await results()).json()) as { slices: { n: number }[] };
  expect(slices[0]!.n).toBe(sent);
  expect(await server.end('SIGTERM')).toBe(0);
  const opened = openPostgres(database);
  const study = (await findStudy(opened.db, id))!;
  expect(await verifyTallies(opened.db, study)).toEqual({ responses: sent, wrong: [] });
  await opened.close();
});
