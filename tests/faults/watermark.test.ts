import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { appendResponses, type NewResponse } from '../../src/db/append-responses.ts';
import { fold } from '../../src/db/fold.ts';
import { migrate } from '../../src/db/migrate.ts';
import { openPostgres } from '../../src/db/open-postgres.ts';
import { createStudy, findStudy, setStudyStatus } from '../../src/db/studies.ts';
import { readQuestionTallies } from '../../src/db/tally-snapshot.ts';
import { verifyTallies } from '../../src/db/verify-tallies.ts';
import { Definition } from '../../src/survey/definition.ts';
import { smallDefinition } from '../api/small-study.ts';
import { freshDatabase } from '../postgres.ts';

const WRITERS = 16;
const BALLOTS = 20_000;
const EACH = BALLOTS / WRITERS;
const BATCH = 5;

const closers: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const close of closers.toReversed()) await close();
});

const items = ['law', 'data', 'money', 'people', 'roads'];

function ballot(): NewResponse {
  const topics = items.toSorted(() => Math.random() - 0.5).map((item) => [item]);
  return {
    id: randomUUID(),
    revision: 1,
    locale: 'en',
    answers: { topics: topics.slice(0, 4), role: Math.random() < 0.3 ? 'teacher' : 'student' },
    shown: {},
    voice: 'individual',
    table: null,
    round: 1,
    event: null,
    receiptHash: randomUUID(),
    at: new Date(),
  };
}

test('16 writers that commit late and out of order, with two folders racing: 20,000 ballots, each once', async () => {
  const { url, drop } = await freshDatabase();
  closers.push(drop);
  const { db, close } = openPostgres(url, { max: WRITERS + 6 });
  closers.push(close);
  await migrate(db);
  const draft = await createStudy(db, {
    definition: Definition.parse(smallDefinition),
    now: new Date(),
  });
  await setStudyStatus(db, draft.id, 'open', new Date());
  const study = (await findStudy(db, draft.id))!;

  let writing = true;
  const outcomes = { folded: 0, lost: 0, 'no study': 0 };
  const folders = [0, 1].map(async () => {
    while (writing) {
      outcomes[await fold(db, study, new Date())]++;
      await pause(40);
    }
  });
  let written = 0;
  const writer = async () => {
    // More where folding is slow: there have to be many folds between the writes.
    for (let done = 0; done < EACH || outcomes.folded <= 10; done += BATCH) {
      written += BATCH;
      const batch = Array.from({ length: BATCH }, ballot);
      // The entries get their numbers now and can be seen only after the pause.
      await db.transaction().execute(async (transaction) => {
        await appendResponses(transaction, study, batch);
        if (Math.random() < 0.5) await pause(Math.random() * 15);
      });
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, writer));
  writing = false;
  await Promise.all(folders);
  expect(written).toBeGreaterThanOrEqual(BALLOTS);

  await fold(db, study, new Date());
  expect(await verifyTallies(db, study)).toEqual({ responses: written, wrong: [] });
  await setStudyStatus(db, study.id, 'closed', new Date());
  await fold(db, study, new Date());
  const { question } = (await readQuestionTallies(db, study, 'topics', ['role']))!;
  const everyone = question.segments.get('@all')!.get('individual:')!;
  expect(everyone.shown.n).toBe(written);
  expect(everyone.shown.ranking!.n).toBe(written);
  const { individual: whole, ...roles } = Object.fromEntries(question.segments.get('role')!);
  expect(whole!.shown.n).toBe(written);
  expect(Object.values(roles).reduce((sum, { shown }) => sum + shown.n, 0)).toBe(written);
});
