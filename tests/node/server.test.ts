import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { freePort, freshDatabase } from '../postgres.ts';
import { call, openStudy, respond, resultsOfAll, smoke } from '../smoke.ts';
import { firstToken } from './first-token.ts';
import { runToEnd, startProcess } from './server-process.ts';

const secret = 'a secret for tests, 32 characters';
const temporary = mkdtempSync(join(tmpdir(), 'plenary-node-'));
const newFolder = () => mkdtempSync(join(temporary, 'data-'));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

describe('the server on its own database', () => {
  test('takes a study from creation to results', async () => {
    const server = await startProcess({ DATA_DIR: newFolder() });
    await smoke({ url: server.url, token: await firstToken(server) });
    expect(await server.end('SIGTERM')).toBe(0);
  });

  test('keeps studies, answers, receipts and tokens over a restart', async () => {
    const env = { DATA_DIR: newFolder() };
    const first = await startProcess(env);
    const token = await firstToken(first);
    const study = await openStudy({ url: first.url, token });
    const sent = [];
    for (let n = 0; n < 5; n += 1) sent.push(await respond(first.url, study.joinCode));
    const before = await resultsOfAll({ url: first.url, token }, study.id);
    expect(await first.end('SIGINT')).toBe(0);

    const second = await startProcess(env);
    // Linux tells how a process was started: its memory is bounded, also without npm.
    const started = `/proc/${second.pid}/cmdline`;
    if (existsSync(started)) {
      expect(readFileSync(started, 'utf8').split('\0')).toContain('--max-semi-space-size=16');
    }
    expect(second.output()).not.toContain('/setup/');
    expect(await resultsOfAll({ url: second.url, token }, study.id)).toEqual(before);
    for (const { id, receipt } of sent) {
      await call(second, 200, 'GET', `/api/responses/${id}`, { headers: { receipt } });
    }
    await second.end('SIGTERM');
  });

  test('loses no acknowledged answer when it is killed', async () => {
    const env = { DATA_DIR: newFolder() };
    const first = await startProcess(env);
    const token = await firstToken(first);
    const study = await openStudy({ url: first.url, token });
    const acknowledged: { id: string; receipt: string }[] = [];
    const phones = Array.from({ length: 4 }, async () => {
      for (;;) acknowledged.push(await respond(first.url, study.joinCode));
    });
    const silent = Promise.allSettled(phones);
    while (acknowledged.length < 20) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await first.end('SIGKILL')).toBeNull();
    await silent;

    const second = await startProcess(env);
    for (const { id, receipt } of acknowledged) {
      // A repeat of what is stored answers 200; what was lost would be new and answer 201.
      const repeated = await respond(second.url, study.joinCode, { id, status: 200 });
      expect(repeated.receipt).toBe(receipt);
    }
    // What was stored but not acknowledged may be there too, at most one a phone.
    const { n } = await resultsOfAll({ url: second.url, token }, study.id);
    expect(n).toBeGreaterThanOrEqual(acknowledged.length);
    expect(n).toBeLessThanOrEqual(acknowledged.length + 4);
    await second.end('SIGTERM');
  });

  test('keeps its secret in a file that only its owner reads', async () => {
    const folder = newFolder();
    const server = await startProcess({ DATA_DIR: folder });
    await server.end('SIGTERM');
    const file = join(folder, 'secret');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, 'utf8')).toMatch(/^[0-9a-f]{64}$/);
  });

  test('releases the data directory when it ends, and refuses a second process until then', async () => {
    const env = { DATA_DIR: newFolder() };
    const first = await startProcess(env);
    const refused = await runToEnd(env);
    expect(refused.code).toBe(1);
    expect(refused.output).toMatch(
      new RegExp(`^The data directory \\S+ is in use by process ${first.pid}[^\n]*\n$`),
    );
    expect(await first.end('SIGTERM')).toBe(0);
    expect(readdirSync(env.DATA_DIR).toSorted()).toEqual(['database', 'secret']);
    const third = await startProcess(env);
    await third.end('SIGTERM');
  });
});

describe('the server on PostgreSQL', () => {
  test('takes a study from creation to results, in two processes at once', async () => {
    const { url, drop } = await freshDatabase();
    const env = { DATABASE_URL: url, PLENARY_SECRET: secret };
    const [one, other] = await Promise.all([startProcess(env), startProcess(env)]);
    const token = await firstToken(one);
    await smoke({ url: one.url, token });
    const study = await openStudy({ url: one.url, token });
    const { id, receipt } = await respond(other.url, study.joinCode);
    await call(one, 200, 'GET', `/api/responses/${id}`, { headers: { receipt } });
    expect(await Promise.all([one.end('SIGTERM'), other.end('SIGTERM')])).toEqual([0, 0]);
    await drop();
  });

  test('asks for a secret of its own', async () => {
    const { code, output } = await runToEnd({ DATABASE_URL: 'postgres://localhost/plenary' });
    expect(code).toBe(1);
    expect(output).toMatch(/^With DATABASE_URL, set PLENARY_SECRET too[^\n]*\n$/);
  });

  test('says in one sentence that the database does not answer, without its password', async () => {
    const port = await freePort();
    const { code, output } = await runToEnd({
      DATABASE_URL: `postgres://plenary:hunter2@127.0.0.1:${port}/plenary`,
      PLENARY_SECRET: secret,
    });
    expect(code).toBe(1);
    expect(output).toBe(
      `PostgreSQL at 127.0.0.1:${port}/plenary can't be reached (ECONNREFUSED).\n`,
    );
  });

  test('says in one sentence that the database does not exist', async () => {
    const { url, drop } = await freshDatabase();
    await drop();
    const { code, output } = await runToEnd({ DATABASE_URL: url, PLENARY_SECRET: secret });
    expect(code).toBe(1);
    expect(output).toMatch(/^PostgreSQL at \S+ refuses: database "\w+" does not exist\.\n$/);
  });
});

describe('a server that cannot start', () => {
  test('says that the port is in use, and gives the data directory back', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const folder = newFolder();
    const { code, output } = await runToEnd({ DATA_DIR: folder, PORT: String(port) });
    other.close();
    expect(code).toBe(1);
    expect(output).toBe(
      `Port ${port} is in use: stop what uses it, or choose another with PORT.\n`,
    );
    expect(readdirSync(folder).toSorted()).toEqual(['database', 'secret']);
  });

  test('says that the data directory cannot be written', async () => {
    const file = join(temporary, 'a-file');
    writeFileSync(file, '');
    const { code, output } = await runToEnd({ DATA_DIR: join(file, 'data') });
    expect(code).toBe(1);
    expect(output).toBe(`The data directory ${file}/data can't be written (ENOTDIR).\n`);
  });

  test.each([
    ['PORT', 'eighty', /^PORT must be a number/],
    ['HOST', '203.0.113.1', /^HOST 203\.0\.113\.1 is not an address of this machine\.\n$/],
    ['ORIGIN', 'plenary', /^ORIGIN must look like/],
  ])('says what is wrong with %s=%s', async (name, value, sentence) => {
    const { code, output } = await runToEnd({ DATA_DIR: newFolder(), [name]: value });
    expect(code).toBe(1);
    expect(output).toMatch(sentence);
  });
});

describe('a server that is asked to end', () => {
  /** A submission that the server has begun to read, and of which the last byte is missing. */
  async function unfinished(url: string, body: string) {
    const sending = request(`${url}/api/responses/6f1c1d5e-2f2b-4b1e-9c53-0d7d0c8f1a11`, {
      method: 'PUT',
      headers: {
        'content-type': 'application/json',
        'content-length': body.length,
        expect: '100-continue',
      },
    });
    sending.on('error', () => {});
    sending.flushHeaders();
    await once(sending, 'continue');
    sending.write(body.slice(0, -1));
    return sending;
  }
  /** Once it takes no new connection, the server has begun to end. */
  async function refusesCallers(url: string): Promise<void> {
    const isRefused = () =>
      fetch(`${url}/healthz`).then(
        () => false,
        () => true,
      );
    await expect.poll(isRefused).toBe(true);
  }
  const body = JSON.stringify({
    joinCode: 'AAAAAA',
    revision: 1,
    locale: 'en',
    answers: {},
    shown: {},
  });

  test('answers what is under way before it goes', async () => {
    const server = await startProcess({ DATA_DIR: newFolder() });
    const sending = await unfinished(server.url, body);
    const ended = server.end('SIGTERM');
    await refusesCallers(server.url);
    sending.end(body.slice(-1));
    const [response] = (await once(sending, 'response')) as [
      { statusCode: number; resume(): void },
    ];
    response.resume();
    expect(response.statusCode).toBe(404);
    expect(await ended).toBe(0);
  });

  test('goes at once when it is asked again', async () => {
    const server = await startProcess({ DATA_DIR: newFolder() });
    await unfinished(server.url, body);
    process.kill(server.pid, 'SIGTERM');
    await refusesCallers(server.url);
    expect(await server.end('SIGTERM')).toBe(1);
  });

  test('leaves a data directory that opens again when its terminal closes', async () => {
    const folder = newFolder();
    const child = spawn(process.execPath, ['dist/server/node.js'], {
      env: { PATH: process.env['PATH'], DATA_DIR: folder, PORT: '0', HOST: '127.0.0.1' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    child.kill('SIGHUP');
    await once(child, 'close');
    const server = await startProcess({ DATA_DIR: folder });
    await server.end('SIGTERM');
  });
});
