import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appendResponses } from '../../src/db/append-responses.ts';
import { changeStudy } from '../../src/db/change-study.ts';
import { fold } from '../../src/db/fold.ts';
import { storeResponses } from '../../src/db/import-responses.ts';
import { type OpenDatabase, openPostgres } from '../../src/db/open-postgres.ts';
import { findResponse, withdrawResponse } from '../../src/db/responses.ts';
import { createEvent } from '../../src/db/room/events.ts';
import { changePerson, joinEvent, listPeople } from '../../src/db/room/people.ts';
import { applySeats } from '../../src/db/room/seating.ts';
import {
  addTables,
  changeTable,
  listTables,
  lockEvent,
  mergeTables,
  settleWriter,
  takeOver,
} from '../../src/db/room/tables.ts';
import { eventWork, writeField } from '../../src/db/room/work.ts';
import type { Database } from '../../src/db/schema.ts';
import { createStudy, findStudy, setStudyStatus, type Study } from '../../src/db/studies.ts';
import { codeTexts } from '../../src/db/themes.ts';
import { tallyHead } from '../../src/db/watermark.ts';
import { Definition } from '../../src/survey/definition.ts';
import { tallyShapeName } from '../../src/survey/study-tally.ts';
import { freshDatabase } from '../fresh-database.ts';
import { newResponse, smallDefinition } from './small-study.ts';

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
    const gate = Promise.withResolvers<(db: Kysely<Database>) => Promise<unknown>>();
    const begun = Promise.withResolvers<void>();
    const over = other.db.transaction().execute(async (transaction) => {
      await run(transaction);
      begun.resolve();
      await (
        await gate.promise
      )(transaction);
    });
    await Promise.race([begun.promise, over]);
    return {
      commit: async (last: (db: Kysely<Database>) => Promise<unknown> = async () => null) => {
        gate.resolve(last);
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

  /** A stored response, to which another connection is adding a name. */
  async function editUnderWay() {
    const study = await openStudy();
    const first = newResponse();
    await appendResponses(opened.db, study, [first]);
    const answers = { ...first.answers, name: 'Ada' };
    const edit = await begin((db) =>
      appendResponses(db, study, [{ ...first, revision: 2, answers }]),
    );
    return { study, first, edit };
  }

  it('a withdrawal erases the personal answers of an edit that it had to wait for', async () => {
    const { study, first, edit } = await editUnderWay();
    const withdrawn = withdrawResponse(opened.db, study.id, first.id, now);
    await somebodyWaits();
    await edit.commit();
    expect(await withdrawn).toBe(true);
    expect(await findResponse(opened.db, study.id, first.id)).toMatchObject({ answers: null });
    expect(await personalOf(study).execute()).toEqual([]);
  });

  it('an edit that takes a personal answer out does so also when it had to wait for it', async () => {
    const { study, first, edit } = await editUnderWay();
    const last = appendResponses(opened.db, study, [{ ...first, revision: 3 }]);
    await somebodyWaits();
    await edit.commit();
    expect(await last).toEqual(['edited']);
    expect(await personalOf(study).execute()).toEqual([]);
  });

  it('a definition is frozen by a first answer that was on its way', async () => {
    const study = await openStudy();
    const sent = await begin((db) => appendResponses(db, study, [newResponse()]));
    const changing = changeStudy(opened.db, study.id, { definition: shorter, by: null, now });
    await Promise.race([changing, somebodyWaits()]);
    await sent.commit();
    expect(await changing).toMatchObject({ outcome: 'refused' });
  });

  it('a definition is frozen by an import that its change had to wait for', async () => {
    const { id } = await createStudy(opened.db, { definition, now });
    const draft = (await findStudy(opened.db, id))!;
    const file = await begin((db) => storeResponses(db, draft, [newResponse()]));
    const changing = changeStudy(opened.db, id, { definition: shorter, by: null, now });
    await somebodyWaits();
    await file.commit();
    expect(await changing).toMatchObject({ outcome: 'refused' });
  });

  it('a closed study shows its last answers together, also those that were being stored', async () => {
    const study = await openStudy();
    await appendResponses(opened.db, study, [newResponse()]);
    const last = await begin((db) => appendResponses(db, study, [newResponse()]));
    await setStudyStatus(opened.db, study.id, 'closed', now);
    const folding = fold(opened.db, study, now, 60_000);
    const looking = expect
      .poll(async () => {
        const { rows } = await sql`
          select from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid()
            and query like '%as since from pg_stat_activity%'`.execute(opened.db);
        return rows.length;
      })
      .toBeGreaterThan(0);
    await Promise.race([folding, looking]);
    await last.commit();
    expect(await folding).toBe('folded');
    const head = await tallyHead(opened.db, study.id, tallyShapeName(definition));
    expect(head).toMatchObject({ counted: 2, behind: 0 });
  });

  it('texts that two code at once, in whatever order, all get their theme', async () => {
    const study = await openStudy();
    const code = (db: Kysely<Database>, key: string) =>
      db
        .insertInto('theme_code')
        .values({ study_id: study.id, question: 'problem', text_key: key, theme: 'money' })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    const one = await begin((db) => code(db, 'a'));
    const step = { question: 'problem', theme: 'money', adds: true, keys: ['z', 'a'] };
    const coding = codeTexts(opened.db, study.id, step, { by: null, at: now });
    await somebodyWaits();
    await one.commit((db) => code(db, 'z'));
    expect(await coding).toEqual({ id: null, changed: 0 });
  });

  it('a table that is being locked takes nothing that was about to be written', async () => {
    const { event, first } = await hall(opened.db);
    const field = { round: 1, field: 'notes', value: 'Late.', revision: 0, now };
    const lock = await begin((db) => changeTable(db, first, { lockedAt: now }));
    const writing = writeField(opened.db, first, { ...field, unlocked: true });
    await somebodyWaits();
    await lock.commit();
    expect(await writing).toEqual({ taken: false, current: { value: null, revision: 0 } });
    expect(await eventWork(opened.db, event, 1)).toEqual(new Map());
    // A sheet of paper is typed in afterwards.
    expect((await writeField(opened.db, first, field)).taken).toBe(true);
  });

  it('nobody becomes the writer of a table that they are just leaving', async () => {
    const { event, first, second, join } = await hall(opened.db);
    const ben = await join('ben', first.id);
    const leaving = await begin(async (db) => {
      await lockEvent(db, event);
      await db
        .updateTable('room_person')
        .set({ table_id: second.id })
        .where('id', '=', ben.id)
        .execute();
      await settleWriter(db, first);
    });
    const taking = takeOver(opened.db, first, ben.id);
    await somebodyWaits();
    await leaving.commit();
    expect(await taking).toBe(false);
    const [table] = await listTables(opened.db, event);
    const [ann] = await listPeople(opened.db, event);
    expect(table!.writerId).toBe(ann!.id);
  });
});

/** An event with two tables, and somebody at the first. */
async function hall(db: Kysely<Database>) {
  const { id: studyId } = await createStudy(db, { definition, now });
  const facts = { name: 'Day', place: null, room: null, series: null, agenda: [] };
  const endsAt = new Date(now.getTime() + 3_600_000);
  const times = { startsAt: now, endsAt, timeZone: 'Europe/Madrid' };
  const event = await createEvent(db, studyId, { ...facts, ...times }, now);
  const name = (number: number) => `Table ${number}`;
  const [first, second] = await addTables(db, event, 2, { kind: 'table', name });
  const join = (keyHash: string, tableId: string) =>
    joinEvent(db, event, { keyHash, mark: 'participant', answers: {}, locale: 'en', tableId, now });
  await join('ann', first!.id);
  return { event, first: first!, second: second!, join };
}

describe('tables that are merged', () => {
  let opened: Awaited<ReturnType<typeof freshDatabase>>;
  beforeAll(async () => {
    opened = await freshDatabase();
  });
  afterAll(() => opened.close());

  it('one into the other by two facilitators at once, go on as one of them', async () => {
    const { db } = opened;
    const { event, first, second } = await hall(db);
    const [one, other] = [first.id, second.id];
    const done = await Promise.all([
      mergeTables(db, event, { from: one, into: other, now }),
      mergeTables(db, event, { from: other, into: one, now }),
    ]);
    expect(done.filter(Boolean)).toHaveLength(1);
    const open = (await listTables(db, event)).filter(({ closedAt }) => closedAt === null);
    expect(open).toHaveLength(1);
    const [ann] = await listPeople(db, event);
    expect([ann!.tableId, open[0]!.writerId]).toEqual([open[0]!.id, ann!.id]);
  });

  it('seat whoever was on the way to one of them at the one that goes on', async () => {
    const { db } = opened;
    const { event, first, second, join } = await hall(db);
    await mergeTables(db, event, { from: second.id, into: first.id, now });
    const ben = await join('ben', second.id);
    expect(ben.tableId).toBe(first.id);
    const moved = await changePerson(db, event, ben.id, { tableId: second.id });
    expect(moved!.tableId).toBe(first.id);
    await applySeats(db, event, { version: null, tableOf: new Map([[ben.id, second.id]]) });
    expect((await listPeople(db, event)).map(({ tableId }) => tableId)).toEqual(
      Array(2).fill(first.id),
    );
    await changeTable(db, first, { closedAt: now });
    expect((await join('cora', first.id)).tableId).toBe(null);
  });
});
