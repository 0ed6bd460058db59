import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../src/app.ts';
import type { NewResponse } from '../../src/db/append-responses.ts';
import { findStudy, setStudyStatus, type Study } from '../../src/db/studies.ts';
import { QueueFullError, submissionQueue } from '../../src/db/submission-queue.ts';
import { type FreshApp, freshApp } from '../fresh-app.ts';
import { openSmallStudy, put, validAnswers } from './small-study.ts';

let fresh: FreshApp;
beforeAll(async () => {
  fresh = await freshApp();
});
afterAll(() => fresh.close());

const response = (changes: Partial<NewResponse> = {}): NewResponse => ({
  id: randomUUID(),
  revision: 1,
  locale: 'en',
  answers: validAnswers,
  shown: {},
  voice: 'individual',
  table: null,
  round: 1,
  event: null,
  receiptHash: 'hash',
  at: new Date(),
  ...changes,
});

async function openStudy(): Promise<Study> {
  return (await findStudy(fresh.db, (await openSmallStudy(fresh)).id))!;
}

/** The same database, which counts statements that write responses. */
function counting() {
  let count = 0;
  const db = fresh.db.withPlugin({
    transformQuery({ node }) {
      if (JSON.stringify(node).includes('insert into response')) count++;
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  });
  return { db, statements: () => count };
}

describe('a queue of submissions', () => {
  it('stores a hundred that come at once in a few statements, each once', async () => {
    const study = await openStudy();
    const { db, statements } = counting();
    const queue = submissionQueue(db);
    const responses = Array.from({ length: 100 }, () => response());
    const sent = [...responses, ...responses].map((one) => queue.put(study, one));
    const outcomes = await Promise.all(sent);
    expect(outcomes.filter((outcome) => outcome === 'added')).toHaveLength(100);
    expect(outcomes.filter((outcome) => outcome === 'repeated')).toHaveLength(100);
    expect(statements()).toBeLessThanOrEqual(6);
    expect(queue.size()).toBe(0);
  });

  it('lets one that the database refuses fail alone', async () => {
    const study = await openStudy();
    const queue = submissionQueue(fresh.db);
    const good = Array.from({ length: 20 }, () => queue.put(study, response()));
    const bad = queue.put(study, response({ answers: { problem: 'a \u0000 byte' } }));
    const more = Array.from({ length: 20 }, () => queue.put(study, response()));
    await expect(bad).rejects.toThrow();
    expect(new Set(await Promise.all([...good, ...more]))).toEqual(new Set(['added']));
  });

  it('refuses what it can’t keep, with 429 and a time to wait', async () => {
    const study = await openStudy();
    const queue = submissionQueue(fresh.db, { waiting: 3 });
    const outcomes = await Promise.allSettled(
      Array.from({ length: 30 }, () => queue.put(study, response())),
    );
    const refused = outcomes.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(27);
    expect((refused[0] as PromiseRejectedResult).reason).toBeInstanceOf(QueueFullError);
    const app = createApp({
      config: { ...fresh.config, submissions: submissionQueue(fresh.db, { waiting: 0 }) },
      openDb: () => ({ db: fresh.db }),
    });
    const { joinCode } = await openSmallStudy(fresh);
    const answer = await put({ app }, randomUUID(), { joinCode });
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('notices at once when a study closes', async () => {
    const { id, joinCode } = await openSmallStudy(fresh);
    const config = { ...fresh.config, submissions: submissionQueue(fresh.db) };
    const app = createApp({ config, openDb: () => ({ db: fresh.db }) });
    const first = randomUUID();
    expect((await put({ app }, first, { joinCode })).status).toBe(201);
    await setStudyStatus(fresh.db, id, 'closed', new Date());
    expect((await put({ app }, randomUUID(), { joinCode })).status).toBe(410);
    expect((await put({ app }, first, { joinCode })).status).toBe(200);
    await setStudyStatus(fresh.db, id, 'open', new Date());
    expect((await put({ app }, randomUUID(), { joinCode })).status).toBe(201);
  });
});
