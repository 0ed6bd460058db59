import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import autocannon from 'autocannon';
import { startPostgres } from '../postgres.ts';
import { openStudy, responseBody, type Site } from '../smoke.ts';
import type { BenchLine } from './run.ts';

const seconds = 5;
const json = { 'content-type': 'application/json' };

/** Requests a second that were answered with success; fails on any other answer. */
async function rate(
  url: string,
  connections: number,
  request: object,
): Promise<{ rate: number; p99: number }> {
  const result = await autocannon({ url, connections, duration: seconds, requests: [request] });
  if (result.non2xx || result.errors) {
    throw new Error(`${result.non2xx} requests were refused, ${result.errors} broke`);
  }
  return { rate: result['2xx'] / result.duration, p99: result.latency.p99 };
}

/**
 * Submissions and results over HTTP on a PostgreSQL that waits for the disk, beside a route of the same server that does nothing.
 * Load generator, server and database share the machine.
 */
export async function bench(): Promise<BenchLine[]> {
  const database = await startPostgres({});
  const server = fork(new URL('http-server.ts', import.meta.url), {
    env: { ...process.env, DATABASE_URL: database.url },
  });
  try {
    const [site] = (await once(server, 'message')) as [Site];
    const { id, joinCode } = await openStudy(site);
    const body = JSON.stringify(await responseBody(site.url, joinCode));
    const submission = {
      method: 'PUT',
      headers: json,
      body,
      setupRequest: (request: object) => ({ ...request, path: `/api/responses/${randomUUID()}` }),
    };
    const results = {
      path: `/api/studies/${id}/results?question=competency-ranking`,
      headers: { authorization: `Bearer ${site.token}` },
    };
    await rate(site.url, 8, submission);
    const idle = await rate(site.url, 32, { path: '/healthz' });
    const lines: BenchLine[] = [];
    const add = (name: string, measured: { rate: number; p99: number }) =>
      lines.push({
        name,
        ratio: measured.rate / idle.rate,
        detail: `of ${idle.rate.toFixed(0)}/s without a database: ${measured.rate.toFixed(0)}/s, 99 % within ${measured.p99} ms`,
      });
    add('submit, 32 connections', await rate(site.url, 32, submission));
    add('submit, 128 connections', await rate(site.url, 128, submission));
    add(
      'study as a phone sees it',
      await rate(site.url, 32, { path: `/api/join/${joinCode}?lang=en` }),
    );
    add('results of all the above', await rate(site.url, 4, results));
    return lines;
  } finally {
    server.kill();
    await database.stop();
  }
}
