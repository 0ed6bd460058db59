import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrate } from '../../src/db/migrate.ts';
import { openPostgres } from '../../src/db/open-postgres.ts';
import { createToken } from '../../src/db/tokens.ts';
import { freshDatabase } from '../postgres.ts';
import { call, openStudy, respond, smoke } from '../smoke.ts';
import { startWorker, type LocalWorker } from './wrangler-dev.ts';

let database: Awaited<ReturnType<typeof freshDatabase>>;
let worker: LocalWorker;
let token: string;

beforeAll(async () => {
  database = await freshDatabase();
  const { db, close } = openPostgres(database.url);
  await migrate(db);
  ({ token } = await createToken(db, { name: 'Tests', role: 'designer' }, new Date()));
  await close();
  worker = await startWorker(database.url, { PLENARY_SECRET: 'a secret for tests, 32 characters' });
});
afterAll(async () => {
  await worker?.end();
  await database?.drop();
});

describe('the Worker with Hyperdrive', () => {
  test('takes a study from creation to results', async () => {
    await smoke({ url: worker.url, token });
  });

  test('counts each of many answers that arrive at once', async () => {
    const site = { url: worker.url, token };
    const study = await openStudy(site);
    const sent = await Promise.all(
      Array.from({ length: 30 }, () => respond(worker.url, study.joinCode)),
    );
    expect(new Set(sent.map(({ receipt }) => receipt)).size).toBe(30);
    const found = await call(site, 200, 'GET', `/api/studies/${study.id}`);
    expect(await found.json()).toMatchObject({ responses: 30 });
  });

  test('leaves no connection behind', async () => {
    const sql = postgres(database.url, { max: 1 });
    let open = -1;
    for (let tries = 0; tries < 50 && open !== 0; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      const [row] = await sql<{ open: number }[]>`
        select count(*)::int as open from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`;
      open = row!.open;
    }
    await sql.end();
    expect(open).toBe(0);
  });
});

describe('a Worker that is not set up', () => {
  test('says so without a secret', async () => {
    const bare = await startWorker(database.url, {});
    const answer = await fetch(bare.url);
    expect(answer.status).toBe(503);
    expect(await answer.text()).toBe('Plenary is not set up yet.\n');
    await bare.end();
  });
});
