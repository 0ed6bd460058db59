import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Config } from '../../src/http/env.ts';
import { LIMITS, tokenBuckets } from '../../src/http/rate-limit.ts';
import { createApp } from '../../src/app.ts';
import { type FreshApp, freshApp } from '../fresh-app.ts';
import { openSmallStudy, own, put, receiptIn } from './small-study.ts';

let fresh: FreshApp;
beforeAll(async () => {
  fresh = await freshApp();
});
afterAll(() => fresh.close());

/** The status of a wrong guess at a receipt, as it comes over a connection from an address. */
function guess(config: Partial<Config>) {
  const app = createApp({
    config: { ...fresh.config, ...config },
    openDb: () => ({ db: fresh.db }),
  });
  return async (remoteAddress: string, forwarded?: string): Promise<number> => {
    const headers = {
      receipt: '0000-0000-0000',
      ...(forwarded && { 'x-forwarded-for': forwarded }),
    };
    const bindings = { incoming: { socket: { remoteAddress } } };
    return (await app.request(`/api/responses/${randomUUID()}`, { headers }, bindings)).status;
  };
}

const two = { limits: { receipts: { perSecond: 0.1, burst: 2 } } };

describe('a token bucket', () => {
  it('gives a burst at once, then as many as its rate, and never saves up more', () => {
    let now = 0;
    const buckets = tokenBuckets({ perSecond: 2, burst: 3 }, () => now);
    const takeAll = () => {
      let taken = 0;
      for (; buckets.wait('a') === 0; taken += 1) buckets.take('a');
      return taken;
    };
    expect(takeAll()).toBe(3);
    expect(buckets.wait('a')).toBe(1);
    expect(buckets.wait('b')).toBe(0);
    now = 1000;
    expect(takeAll()).toBe(2);
    now = 3_600_000;
    expect(takeAll()).toBe(3);
  });
});

describe('a limit', () => {
  it('holds up who guesses receipts, one address at a time', async () => {
    const from = guess(two);
    const statuses = [await from('192.0.2.1'), await from('192.0.2.1'), await from('192.0.2.1')];
    expect(statuses).toEqual([404, 404, 429]);
    expect(await from('192.0.2.2')).toBe(404);
  });

  it('holds up who asks for one file after the other by a link', async () => {
    const limits = { files: { perSecond: 0.1, burst: 2 } };
    const app = createApp({
      config: { ...fresh.config, limits },
      openDb: () => ({ db: fresh.db }),
    });
    const asked = async () => (await app.request('/s/none/strategy.docx')).status;
    expect([await asked(), await asked(), await asked()]).toEqual([404, 404, 429]);
  });

  it('looks at X-Forwarded-For only when a proxy is known to be in front', async () => {
    const direct = guess(two);
    for (const forged of ['1', '2']) await direct('192.0.2.1', forged);
    expect(await direct('192.0.2.1', '3')).toBe(429);
    const proxied = guess({ ...two, origin: 'https://plenary.example' });
    for (const forged of ['1', '2']) await proxied('127.0.0.1', `${forged}, 192.0.2.1`);
    expect(await proxied('127.0.0.1', '3, 192.0.2.1')).toBe(429);
    expect(await proxied('127.0.0.1', '3, 192.0.2.2')).toBe(404);
  });

  it('counts a network of IPv6 as one, and an IPv4 address whatever way it is written', async () => {
    const direct = guess(two);
    for (const host of ['2001:db8:1:2::1', '2001:db8:1:2:ffff::9']) await direct(host);
    expect(await direct('2001:db8:1:2::3')).toBe(429);
    expect(await direct('2001:db8:1:3::3')).toBe(404);
    for (const mapped of ['::ffff:192.0.2.7', '192.0.2.7']) await direct(mapped);
    expect(await direct('::FFFF:192.0.2.7')).toBe(429);
    expect(await direct('::ffff:192.0.2.8')).toBe(404);
    const proxied = guess({ ...two, origin: 'https://plenary.example' });
    for (const port of [50_001, 50_002]) await proxied('127.0.0.1', `192.0.2.1:${port}`);
    expect(await proxied('127.0.0.1', '192.0.2.1:50003')).toBe(429);
    for (const port of [50_001, 50_002]) await proxied('127.0.0.1', `[2001:db8::1]:${port}`);
    expect(await proxied('127.0.0.1', '2001:db8::2')).toBe(429);
  });

  it('never holds up people who read their own responses', async () => {
    const { joinCode } = await openSmallStudy(fresh);
    const id = randomUUID();
    const receipt = await receiptIn(await put(fresh, id, { joinCode }));
    for (let visit = 0; visit < LIMITS.receipts.burst * 2; visit += 1) {
      expect((await own(fresh, id, receipt)).status).toBe(200);
    }
  });

  it('lets a hall of a thousand submit at once from one address', async () => {
    expect(LIMITS.submissions.burst).toBeGreaterThanOrEqual(1000);
    const { joinCode } = await openSmallStudy(fresh);
    const hall = Array.from({ length: 300 }, () => put(fresh, randomUUID(), { joinCode }));
    const statuses = (await Promise.all(hall)).map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([201]));
  });
});
