import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appendResponses, type NewResponse } from '../../src/db/append-responses.ts';
import { changeStudy } from '../../src/db/change-study.ts';
import { storeResponses } from '../../src/db/import-responses.ts';
import { type OpenDatabase, openPostgres } from '../../src/db/open-postgres.ts';
import { findResponse, withdrawResponse } from '../../src/db/responses.ts';
import type { Database } from '../../src/db/schema.ts';
import { createStudy, findStudy, setStudyStatus, type Study } from '../../src/db/studies.ts';
import { Definition } from '../../src/survey/definition.ts';
import { freshDatabase } from '../fresh-database.ts';
import { smallDefinition } from './small-study.ts';

const now = new Date('2026-11-20T09:00:00Z');
const definition = Definition.parse(smallDefinition);

const topics = definition.lists['topics']!.slice(1);
/** Its answers would mean something else. */
const shorter = { ...definition, lists: { ...definition.lists, topics } };

/**
 * What happens when statements of several connections meet, in an order that locks decide: each
 * takes its view of the data before another one commits, and writes afterwards.
 */
describe.runIf(process.env['TEST_DATABASE'] === 'postgres')('on PostgreSQL', () => {
  let opened: Awaited<ReturnType<typeof freshDatabase>>;
  let other: OpenDatabase;
  beforeAll(async () => {
    opened = await freshDatabase();
    other = openPostgres(opened.url!, { max: 1 });
  });
  afterAll(async () => {
    await other.close();
    await opened.close();
  });

  /** Runs in a transaction of another connection, which stays open until `commit`. */
  async function begin(run: (db: Kysely<Database>) => Promise<unknown>) {
    const gate = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    const over = other.db.transaction().execute(async (transaction) => {
      await run(transaction);
      begun.resolve();
      await gate.promise;
    });
    await Promise.race([begun.promise, over]);
    return {
      commit: async () => {
        gate.resolve();
        await over;
      },
    };
  }

  /** Until a statement of this database waits for a lock. */
  const somebodyWaits = () =>
    expect
      .poll(async () => {
        const { rows } = await sql`
          select from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`.execute(opened.db);
        return rows.length;
      })
      .toBe(1);

  async function openStudy(): Promise<Study> {
    const { id } = await createStudy(opened.db, { definition, now });
    await setStudyStatus(opened.db, id, 'open', now);
    return (await findStudy(opened.db, id))!;
  }

  const personalOf = (study: Study) =>
    opened.db.selectFrom('personal_answer').select('answers').where('study_id', '=', study.id);

  it('a withdrawal erases the personal answers of an edit that it had to wait for', async () => {
    const study = await openStudy();
    const first = response();
    await appendResponses(opened.db, study, [first]);
    const answers = { ...first.answers, name: 'Ada' };
    const edit = await begin((db) =>
      appendResponses(db, study, [{ ...first, revision: 2, answers }]),
    );
    const withdrawn = withdrawResponse(opened.db, study.id, first.id, now);
    await somebodyWaits();
    await edit.commit();
    expect(await withdrawn).toBe(true);
    expect(await findResponse(opened.db, study.id, first.id)).toMatchObject({ answers: null });
    expect(await personalOf(study).execute()).toEqual([]);
  });

  it('an edit that takes a personal answer out does so also when it had to wait for it', async () => {
    const study = await openStudy();
    const first = response();
    await appendResponses(opened.db, study, [first]);
    const answers = { ...first.answers, name: 'Ada' };
    const edit = await begin((db) =>
      appendResponses(db, study, [{ ...first, revision: 2, answers }]),
    );
    const last = appendResponses(opened.db, study, [{ ...first, revision: 3 }]);
    await somebodyWaits();
    await edit.commit();
    expect(await last).toEqual(['edited']);
    expect(await personalOf(study).execute()).toEqual([]);
  });

  it('a definition is frozen by a first answer that was on its way', async () => {
    const study = await openStudy();
    const sent = await begin((db) => appendResponses(db, study, [response()]));
    const changing = changeStudy(opened.db, study.id, { definition: shorter, by: null, now });
    await Promise.race([changing, somebodyWaits()]);
    await sent.commit();
    expect(await changing).toMatchObject({ outcome: 'refused' });
  });

  it('a definition is frozen by an import that its change had to wait for', async () => {
    const { id } = await createStudy(opened.db, { definition, now });
    const draft = (await findStudy(opened.db, id))!;
    const file = await begin((db) => storeResponses(db, draft, [response()]));
    const changing = changeStudy(opened.db, id, { definition: shorter, by: null, now });
    await somebodyWaits();
    await file.commit();
    expect(await changing).toMatchObject({ outcome: 'refused' });
  });
});

function response(changed: Partial<NewResponse> = {}): NewResponse {
  return {
    id: randomUUID(),
    revision: 1,
    locale: 'en',
    answers: { topics: [['law'], ['data']] },
    shown: {},
    voice: 'individual',
    table: null,
    round: 1,
    event: null,
    receiptHash: 'x',
    at: now,
    ...changed,
  };
}
