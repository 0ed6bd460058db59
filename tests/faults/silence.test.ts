import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import postgres from 'postgres';
import { afterAll, expect, test } from 'vitest';
import { createApp } from '../../src/app.ts';
import { migrate } from '../../src/db/migrate.ts';
import { openPostgres, type PostgresOptions } from '../../src/db/open-postgres.ts';
import { createToken } from '../../src/db/tokens.ts';
import { smallDefinition } from '../api/small-study.ts';
import { freshDatabase } from '../postgres.ts';

const closers: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const close of closers.toReversed()) await close();
});

/** The app over a database, and a designer's GET. */
async function serve(url: string, options: PostgresOptions) {
  const { db, close } = openPostgres(url, options);
  closers.push(close);
  await migrate(db);
  const { token } = await createToken(db, { name: 'Test', role: 'owner' }, new Date());
  const config = { assets: {}, secret: 'a secret for tests, 32 characters', now: () => new Date() };
  const app = createApp({ config, openDb: () => ({ db }) });
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ definition: smallDefinition });
  const made = await app.request('/api/studies', { method: 'POST', headers, body });
  const { id } = (await made.json()) as { id: string };
  return () => app.request(`/api/studies/${id}/results`, { headers });
}

async function expectTryAgain(answer: Response): Promise<void> {
  expect(answer.status).toBe(503);
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await answer.json()).toEqual({
    error: 'The database does not answer: try again in a moment.',
  });
}

test('a query that a lock holds up is ended by the server, and answered with 503', async () => {
  const { url, drop } = await freshDatabase();
  closers.push(drop);
  const read = await serve(url, { statementTimeout: 3000, max: 2 });
  expect((await read()).status).toBe(200);
  const other = postgres(url, { max: 1, onnotice: () => {} });
  await other.unsafe('begin');
  await other.unsafe('lock table study in access exclusive mode');
  await expectTryAgain(await read());
  await other.unsafe('rollback');
  expect((await read()).status).toBe(200);
  await other.end();
});

test('a server that falls silent is given up in bounded time, and used again when it speaks', async () => {
  const { url, drop } = await freshDatabase();
  closers.push(drop);
  const line = await silentLine(url);
  closers.push(line.close);
  const read = await serve(line.url, { patience: 4000, max: 2 });
  expect((await read()).status).toBe(200);
  line.fallSilent();
  // More than there are connections: who waits for one is not left waiting either.
  for (const answer of await Promise.all([read(), read(), read(), read()])) {
    await expectTryAgain(answer);
  }
  line.cut();
  for (let tries = 0; tries < 20; tries++) if ((await read()).status === 200) break;
  expect((await read()).status).toBe(200);
});

/** A line to a server that can stop passing anything on without being closed. */
async function silentLine(address: string) {
  const target = new URL(address);
  const sockets = new Set<Socket>();
  let isSilent = false;
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('data', (data) => !isSilent && to.write(data));
      from.on('error', () => to.destroy());
      from.on('close', () => to.destroy());
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const place = server.address();
  const url = new URL(address);
  url.port = String(typeof place === 'object' && place ? place.port : 0);
  const cut = () => {
    isSilent = false;
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  };
  return {
    url: url.href,
    fallSilent: () => {
      isSilent = true;
    },
    cut,
    close: async () => {
      cut();
      server.close();
    },
  };
}
