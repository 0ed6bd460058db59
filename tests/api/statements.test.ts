import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../src/app.ts';
import { type FreshApp, freshApp } from '../fresh-app.ts';
import { openSmallStudy, own, put, receiptIn } from './small-study.ts';

let fresh: FreshApp;
beforeAll(async () => {
  fresh = await freshApp();
});
afterAll(() => fresh.close());

/** The same app on the same database, which counts the statements of each request. */
function counting(): { app: FreshApp['app']; statements: () => number } {
  let count = 0;
  const db = fresh.db.withPlugin({
    transformQuery({ node }) {
      count += 1;
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  });
  const app = createApp({ config: fresh.config, openDb: () => ({ db }) });
  return {
    app,
    statements: () => {
      const counted = count;
      count = 0;
      return counted;
    },
  };
}

describe('a participant’s request', () => {
  it('takes at most five statements, and a first submission two', async () => {
    const { joinCode } = await openSmallStudy(fresh);
    const { app, statements } = counting();
    const id = randomUUID();
    const receipt = await receiptIn(await put({ app }, id, { joinCode }));
    const taken: Record<string, number> = { first: statements() };
    await put({ app }, id, { joinCode });
    taken['repeated'] = statements();
    await put({ app }, id, { joinCode, revision: 2 });
    taken['edited'] = statements();
    await own({ app }, id, receipt);
    taken['read'] = statements();
    await app.request(`/api/join/${joinCode}`);
    taken['joined'] = statements();
    await own({ app }, id, receipt, 'DELETE');
    taken['withdrawn'] = statements();
    expect(taken).toEqual({
      first: 2,
      repeated: 2,
      // In a study with a personal question edits wait for one another first, as withdrawals do.
      edited: 3,
      read: 2,
      joined: 1,
      withdrawn: 4,
    });
  });
});
