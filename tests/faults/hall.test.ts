import { randomUUID } from 'node:crypto';
import { Agent } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { migrate } from '../../src/db/migrate.ts';
import { openPostgres } from '../../src/db/open-postgres.ts';
import { findStudy } from '../../src/db/studies.ts';
import { createToken } from '../../src/db/tokens.ts';
import { verifyTallies } from '../../src/db/verify-tallies.ts';
import { startProcess } from '../node/server-process.ts';
import { freePort, freshDatabase } from '../postgres.ts';
import { openStudy, send, someAnswers } from './sending.ts';

const PHONES = 1000;
const SUBMIT_WITHIN = 20_000;
const REFETCH_WITHIN = 2000;

const closers: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const close of closers.toReversed()) await close();
});

test('a hall of 1,000 phones: duplicates, lost replies and a restart, and each response is there once', async () => {
  const { url: database, drop } = await freshDatabase();
  closers.push(drop);
  const opened = openPostgres(database);
  await migrate(opened.db);
  const { token } = await createToken(opened.db, { name: 'Test', role: 'owner' }, new Date());
  const port = String(await freePort());
  const env = {
    DATABASE_URL: database,
    PLENARY_SECRET: 'a secret for tests, 32 characters',
    PORT: port,
  };
  let server = await startProcess(env);
  const { url } = server;
  const { id, joinCode } = await openStudy({ url, token });
  const agent = new Agent({ keepAlive: true, maxSockets: 200 });
  closers.push(async () => agent.destroy());

  let restarting = false;
  const unexpected: string[] = [];
  const times: number[] = [];
  const refetches: number[] = [];
  const get = async (path: string, about: string): Promise<number> => {
    for (;;) {
      const start = performance.now();
      const isForgiven = restarting;
      const answer = await fetch(url + path).catch(() => null);
      if (answer?.ok) {
        await answer.text();
        return performance.now() - start;
      }
      if (!restarting && !isForgiven) unexpected.push(`${about}: ${answer?.status ?? 'no answer'}`);
      await pause(200 + Math.random() * 300);
    }
  };
  let close = () => {};
  const closed = new Promise<void>((resolve) => {
    close = resolve;
  });
  const phone = async (): Promise<void> => {
    await pause(Math.random() * SUBMIT_WITHIN * 0.8);
    await get(`/api/join/${joinCode}?lang=en`, 'join');
    const response = randomUUID();
    const body = JSON.stringify({ joinCode, revision: 1, locale: 'en', answers: someAnswers() });
    // One in five sends twice; one in twenty never sees the first reply.
    const isDoubled = Math.random() < 0.2;
    let isReplyLost = Math.random() < 0.05;
    for (;;) {
      const start = performance.now();
      const isForgiven = restarting;
      const sent = await Promise.all([
        send(url, response, body, agent),
        ...(isDoubled ? [send(url, response, body, agent)] : []),
      ]);
      const receipt = sent.find((one) => one.receipt !== null)?.receipt;
      if (receipt && !isReplyLost) {
        times.push(performance.now() - start);
        break;
      }
      isReplyLost = false;
      const failed = sent.find(({ status }) => status >= 500 || status === 0);
      if (failed && !restarting && !isForgiven) unexpected.push(`submit: ${failed.status}`);
      await pause(200 + Math.random() * 300);
    }
    await closed;
    await pause(Math.random() * REFETCH_WITHIN * 0.8);
    refetches.push(await get(`/api/join/${joinCode}?lang=en`, 'refetch'));
  };
  const phones = Array.from({ length: PHONES }, phone);
  await pause(SUBMIT_WITHIN / 2);
  restarting = true;
  expect(await server.end('SIGTERM')).toBe(0);
  server = await startProcess(env);
  // Connections that were cut are noticed a moment later.
  await pause(1000);
  restarting = false;
  while (times.length < PHONES) await pause(50);
  close();
  await Promise.all(phones);

  const study = (await findStudy(opened.db, id))!;
  expect(await verifyTallies(opened.db, study)).toEqual({ responses: PHONES, wrong: [] });
  expect(unexpected).toEqual([]);
  const p95 = (values: number[]) =>
    values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.95)]!;
  console.log(
    `1,000 phones: a submission p95 ${p95(times).toFixed(0)} ms, a refetch p95 ${p95(refetches).toFixed(0)} ms`,
  );
  await server.end('SIGTERM');
  await opened.close();
});
