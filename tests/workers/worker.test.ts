import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FIRST_OWNER, formBody, sessionOf } from '../first-owner.ts';
import { freshDatabase } from '../postgres.ts';
import { call, openStudy, respond, smoke } from '../smoke.ts';
import { runCommand } from '../stage.ts';
import { startWorker, type LocalWorker } from './wrangler-dev.ts';

let database: Awaited<ReturnType<typeof freshDatabase>>;
let worker: LocalWorker;
let token: string;

/** The command line as the README has it run before a deployment. */
async function plenary(...args: string[]): Promise<string> {
  const command = ['dist/server/plenary.js', ...args];
  const { ok, output } = await runCommand('node', command, { env: { DATABASE_URL: database.url } });
  if (!ok) throw new Error(output);
  return output.trim();
}

beforeAll(async () => {
  database = await freshDatabase();
  await plenary('migrate');
  token = await plenary('token', 'create', '--name', 'Tests');
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
});

describe('accounts on the Worker', () => {
  test('let the first owner in by the printed link, and again by the password', async () => {
    const link = await plenary('setup');
    const send = async (path: string, fields: Record<string, string>) =>
      fetch(worker.url + path, { redirect: 'manual', ...formBody(fields) });
    const first = sessionOf(await send(link, FIRST_OWNER));
    const { email, password } = FIRST_OWNER;
    expect((await send('/sign-in', { email, password: 'a wrong sentence' })).status).toBe(401);
    const again = sessionOf(await send('/sign-in', { email, password }));
    expect(again).not.toBe(first);
    for (const cookie of [first, again]) {
      const headers = { cookie };
      const session = await call(worker, 200, 'GET', '/api/session', { headers });
      expect(await session.json()).toMatchObject({ kind: 'session', role: 'owner' });
    }
  });
});

describe('screens that watch the Worker', () => {
  test('hear of a new version after answers have come', async () => {
    const site = { url: worker.url, token };
    const study = await openStudy(site);
    const abort = new AbortController();
    const stream = await fetch(`${worker.url}/api/studies/${study.id}/live`, {
      headers: { authorization: `Bearer ${token}` },
      signal: abort.signal,
    });
    expect(stream.headers.get('content-type')).toContain('text/event-stream');
    const versions: string[] = [];
    let sent: Promise<unknown> | null = null;
    for await (const part of stream.body!.pipeThrough(new TextDecoderStream())) {
      for (const [, version] of part.matchAll(/^id: (.*)$/gm)) versions.push(version!);
      if (versions.length === 1) {
        sent ??= Promise.all(Array.from({ length: 8 }, () => respond(worker.url, study.joinCode)));
      }
      if (versions.length > 1) break;
    }
    await sent;
    expect(new Set(versions).size).toBe(versions.length);
    expect(versions.length).toBeGreaterThan(1);
    abort.abort();
  });
});

describe('files from the Worker', () => {
  test('are workbooks too, also of many answers', async () => {
    const site = { url: worker.url, token };
    const study = await openStudy(site);
    await Promise.all(Array.from({ length: 40 }, () => respond(worker.url, study.joinCode)));
    const path = `/api/studies/${study.id}/export?format=xlsx&lang=de`;
    const file = Buffer.from(await (await call(site, 200, 'GET', path)).arrayBuffer());
    expect(await readSheet(file, 'Beschriftungen')).toHaveLength(41);
  });
});

describe('a Worker that is not set up', () => {
  test('says so without a secret', async () => {
    const bare = await startWorker(database.url, {});
    try {
      const answer = await fetch(bare.url);
      expect(answer.status).toBe(503);
      expect(await answer.text()).toBe('Plenary is not set up yet.\n');
    } finally {
      await bare.end();
    }
  });
});
