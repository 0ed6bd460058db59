import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../src/app.ts';
import { setStudyStatus } from '../../src/db/studies.ts';
import { versionFeed } from '../../src/db/version-feed.ts';
import { startMetrics } from '../../src/http/metrics.ts';
import { type FreshApp, freshApp } from '../fresh-app.ts';
import { openSmallStudy, put, validAnswers } from './small-study.ts';

let fresh: FreshApp;
beforeAll(async () => {
  fresh = await freshApp();
});
afterAll(() => fresh.close());

interface Stream {
  events: string[];
  text: () => string;
  status: number;
  ended: Promise<void>;
  stop: () => void;
}

async function open(
  app: FreshApp['app'],
  id: string,
  headers: Record<string, string> = {},
): Promise<Stream> {
  const abort = new AbortController();
  const answer = await app.request(`/api/studies/${id}/live`, {
    headers: { authorization: `Bearer ${fresh.token}`, ...headers },
    signal: abort.signal,
  });
  const events: string[] = [];
  let text = '';
  const reader = answer.body!.getReader();
  const read = async () => {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      text += new TextDecoder().decode(value);
      events.splice(0, Infinity, ...[...text.matchAll(/^id: (.*)$/gm)].map((found) => found[1]!));
    }
  };
  const ended = read().catch(() => {});
  const stop = () => void reader.cancel();
  return { events, text: () => text, status: answer.status, ended, stop };
}

async function until(condition: () => boolean): Promise<void> {
  for (let waited = 0; !condition(); waited += 20) {
    if (waited > 30_000) throw new Error('It did not happen in 30 seconds.');
    await pause(20);
  }
}

async function answerTimes(n: number, joinCode: string): Promise<void> {
  for (let k = 0; k < n; k++) {
    await put(fresh, randomUUID(), { joinCode, answers: { ...validAnswers, role: 'student' } });
  }
}

describe.each(['shared by a process', 'of each stream'])('live versions, the look %s', (kind) => {
  const liveApp = () => {
    const feed = kind === 'of each stream' ? null : versionFeed(fresh.db, 100);
    const config = { ...fresh.config, ...(feed && { feed }) };
    return { feed, app: createApp({ config, openDb: () => ({ db: fresh.db }) }) };
  };

  it('come in order, each once, and resume where a screen was', async () => {
    const { app, feed } = liveApp();
    const { id, joinCode } = await openSmallStudy(fresh);
    const [first, second] = [await open(app, id), await open(app, id)];
    expect(first.status).toBe(200);
    await until(() => first.events.length === 1 && second.events.length === 1);
    await answerTimes(6, joinCode);
    await until(() => first.events.length > 1);
    await setStudyStatus(fresh.db, id, 'closed', new Date());
    await until(() => first.events.at(-1)!.includes('closed'));
    await until(() => second.events.at(-1) === first.events.at(-1));
    const releases = first.events.map((version) => Number(version.split('-')[2]));
    expect(releases).toEqual(releases.toSorted((a, b) => a - b));
    expect(new Set(first.events).size).toBe(first.events.length);

    const resumed = await open(app, id, { 'last-event-id': first.events.at(-1)! });
    await until(() => resumed.text().includes('retry:'));
    await pause(300);
    expect(resumed.events).toEqual([]);
    for (const stream of [first, second, resumed]) stream.stop();
    if (feed) await until(() => feed.size() === 0);
    feed?.close();
  });

  it('end when the study is deleted, and are for designers only', async () => {
    const { app, feed } = liveApp();
    const { id } = await openSmallStudy(fresh);
    expect((await app.request(`/api/studies/${id}/live`)).status).toBe(401);
    const stream = await open(app, id);
    await until(() => stream.events.length === 1);
    await fresh.designer(`/api/studies/${id}`, { method: 'DELETE' });
    await stream.ended;
    feed?.close();
  });
});

describe('the figures of a process', () => {
  it('are for whoever has the token, count requests, and name nobody', async () => {
    const lines: string[] = [];
    const metrics = startMetrics([], (line) => lines.push(line));
    const metricsToken = 'a-token-for-the-metrics';
    const app = createApp({
      config: { ...fresh.config, metrics, metricsToken },
      openDb: () => ({ db: fresh.db }),
    });
    const { joinCode } = await openSmallStudy(fresh);
    const id = randomUUID();
    expect((await put({ app }, id, { joinCode })).status).toBe(201);
    expect((await app.request('/metrics')).status).toBe(401);
    const text = await (
      await app.request('/metrics', { headers: { authorization: `Bearer ${metricsToken}` } })
    ).text();
    expect(text).toContain(
      'plenary_requests_total{method="PUT",route="/api/responses/:id",status="201"} 1',
    );
    expect(text).not.toContain(id);
    expect(text).not.toContain(joinCode);
    expect((await fresh.app.request('/metrics')).status).toBe(404);
    expect(lines).toEqual([]);
  });
});
