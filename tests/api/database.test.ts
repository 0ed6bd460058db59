import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AnswerRow, answersOf, responseVersion } from '../../src/db/answers.ts';
import { appendResponses } from '../../src/db/append-responses.ts';
import { migrate } from '../../src/db/migrate.ts';
import { openPostgres } from '../../src/db/open-postgres.ts';
import { jsonb, violatedConstraint } from '../../src/db/portable.ts';
import {
  createStudy,
  deleteStudy,
  findStudy,
  setStudyStatus,
  type Study,
} from '../../src/db/studies.ts';
import { submissionQueue } from '../../src/db/submission-queue.ts';
import { Definition } from '../../src/survey/definition.ts';
import { freshDatabase } from '../fresh-database.ts';
import { migrations } from '../../migrations/index.ts';
import { freshDatabase as emptyDatabase } from '../postgres.ts';
import { newResponse, smallDefinition } from './small-study.ts';

type Opened = Awaited<ReturnType<typeof freshDatabase>>;

let opened: Opened;
beforeAll(async () => {
  opened = await freshDatabase();
});
afterAll(() => opened.close());

const now = new Date('2026-11-20T09:00:00Z');
const definition = Definition.parse(smallDefinition);
const onPostgres = process.env['TEST_DATABASE'] === 'postgres';

async function openStudy(): Promise<Study> {
  const { id } = await createStudy(opened.db, { definition, now });
  await setStudyStatus(opened.db, id, 'open', now);
  return (await findStudy(opened.db, id))!;
}

async function all(study: Study, filter = {}): Promise<AnswerRow[][]> {
  const chunks = [];
  for await (const rows of answersOf(opened.db, study.id, filter)) chunks.push(rows);
  return chunks;
}

describe('both databases', () => {
  it('read numbers, days, moments and JSON as the same values', async () => {
    const { rows } = await sql`
      select count(*) as n, '2026-11-20'::date as day, ${now}::timestamptz as moment,
        ${jsonb({ a: [1, 'x', null] })} as json, ${jsonb('text')} as text
      from (values (1), (2)) as two (v)`.execute(opened.db);
    expect(rows).toEqual([
      { n: 2, day: '2026-11-20', moment: now, json: { a: [1, 'x', null] }, text: 'text' },
    ]);
  });

  it('name the constraint that a statement violated', async () => {
    const insert = () =>
      opened.db
        .insertInto('join_code')
        .values({ code: 'AAAAAA', study_id: randomUUID(), created_at: now })
        .execute();
    await insert();
    const error: unknown = await insert().catch((reason: unknown) => reason);
    expect(violatedConstraint(error)).toBe('join_code_pkey');
    expect(violatedConstraint(new Error('no'))).toBeNull();
  });

  it('are at the newest schema after migrating, and stay there', async () => {
    expect(await migrate(opened.db)).toEqual([]);
  });

  it('have no key of a study’s data that does not lead with the study', async () => {
    const { rows } = await sql<{ tablename: string; indexdef: string }>`
      select tablename, indexdef from pg_indexes
      where schemaname = 'public' and indexname like '%_pkey'
        and tablename in ('response', 'ledger', 'personal_answer')`.execute(opened.db);
    expect(rows).toHaveLength(3);
    for (const { indexdef } of rows) expect(indexdef).toContain('(study_id, ');
  });
});

describe('a batch of responses', () => {
  it('is stored in one statement, each response with an outcome of its own', async () => {
    const study = await openStudy();
    const [known, edited, older, fresh] = [
      newResponse(),
      newResponse(),
      newResponse({ revision: 4 }),
      newResponse(),
    ];
    await appendResponses(opened.db, study, [known, edited, older]);
    expect(
      await appendResponses(opened.db, study, [
        fresh,
        known,
        { ...older, revision: 3 },
        { ...edited, revision: 2 },
      ]),
    ).toEqual(['added', 'repeated', 'older', 'edited']);
  });

  it('builds on the revision that it was read from, or is not stored', async () => {
    const study = await openStudy();
    const first = newResponse({ basis: 0 });
    expect(await appendResponses(opened.db, study, [first])).toEqual(['added']);
    const append = (revision: number, basis: number) =>
      appendResponses(opened.db, study, [{ ...first, revision, basis }]);
    expect(await append(2, 1)).toEqual(['edited']);
    expect(await append(3, 1)).toEqual(['changed']);
    expect(await append(3, 0)).toEqual(['changed']);
    expect(await append(3, 2)).toEqual(['edited']);
  });

  it('is not stored against a definition that has changed meanwhile', async () => {
    const study = await openStudy();
    const before = { ...study, definitionRevision: study.definitionRevision - 1 };
    expect(await appendResponses(opened.db, before, [newResponse()])).toEqual(['changed']);
    expect(await all(study)).toEqual([]);
  });
});

describe('responses that arrive together', () => {
  it('share few statements, and each learns its own outcome', async () => {
    const study = await openStudy();
    let statements = 0;
    const counted = opened.db.withPlugin({
      transformQuery({ node }) {
        statements += 1;
        return node;
      },
      transformResult: ({ result }) => Promise.resolve(result),
    });
    const twice = newResponse();
    const sent = [...Array.from({ length: 150 }, () => newResponse()), twice, { ...twice }];
    const queue = submissionQueue(counted);
    const outcomes = await Promise.all(sent.map((one) => queue.put(study, one)));
    expect(outcomes.filter((outcome) => outcome === 'added')).toHaveLength(151);
    // Two statements may be under way: whichever copy is stored first is the one that counts.
    expect(outcomes.slice(-2).sort()).toEqual(['added', 'repeated']);
    expect(statements).toBeLessThanOrEqual(6);
    expect((await all(study)).flat()).toHaveLength(151);
  });

  it('fail alone, whatever arrives with them', async () => {
    const study = await openStudy();
    const bad = newResponse({ answers: { topics: [['law'], ['data']], problem: 'a\u0000b' } });
    const sent = [newResponse(), newResponse(), bad, newResponse(), newResponse()];
    const queue = submissionQueue(opened.db);
    const results = await Promise.allSettled(sent.map((one) => queue.put(study, one)));
    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
    ]);
    expect((await all(study)).flat()).toHaveLength(4);
  });
});

describe('the answers of a study', () => {
  it('come in chunks, each response once, without those withdrawn', async () => {
    const study = await openStudy();
    const responses = Array.from({ length: 2500 }, (_, index) =>
      newResponse({ answers: { topics: [['law'], ['data']], share: index } }),
    );
    await appendResponses(opened.db, study, responses);
    const chunks = await all(study);
    expect(chunks.map((rows) => rows.length)).toEqual([1000, 1000, 500]);
    const shares = new Set(chunks.flat().map(({ answers }) => answers['share']));
    expect(shares.size).toBe(2500);
  });

  it('are those of one voice, table, round or event where that is asked for', async () => {
    const study = await openStudy();
    await appendResponses(opened.db, study, [
      newResponse({ voice: 'table', table: '1', round: 1, event: 'Madrid' }),
      newResponse({ voice: 'table', table: '2', round: 2, event: 'Madrid' }),
      newResponse({ event: 'Oslo' }),
    ]);
    const count = async (filter: object) => (await all(study, filter)).flat().length;
    expect(await count({})).toBe(3);
    expect(await count({ voice: 'table' })).toBe(2);
    expect(await count({ table: '2' })).toBe(1);
    expect(await count({ round: 1, voice: 'table' })).toBe(1);
    expect(await count({ event: 'Madrid' })).toBe(2);
    expect(await count({ event: undefined })).toBe(3);
  });
});

describe.runIf(onPostgres)('on PostgreSQL', () => {
  it('several processes can migrate an empty database at once', async () => {
    const { url, drop } = await emptyDatabase();
    const servers = Array.from({ length: 4 }, () => openPostgres(url, { max: 2 }));
    const ran = await Promise.all(servers.map(({ db }) => migrate(db)));
    expect(ran.flat()).toEqual(Object.keys(migrations));
    await Promise.all(servers.map(({ close }) => close()));
    await drop();
  });

  it('a deleted study keeps no answer of a submission that saw it and writes later', async () => {
    const study = await openStudy();
    const phone = openPostgres(opened.url!, { max: 1 });
    const gate = openPostgres(opened.url!, { max: 1 });
    await sql`create function wait_at_gate() returns trigger language plpgsql as
      'begin perform pg_advisory_xact_lock_shared(1); return null; end'`.execute(opened.db);
    await sql`create trigger gate before insert on response execute function wait_at_gate()`.execute(
      opened.db,
    );
    await sql`select pg_advisory_lock(1)`.execute(gate.db);
    const sending = appendResponses(phone.db, study, [newResponse()]);
    const waiting = async () => {
      const { rows } = await sql`
        select from pg_locks where locktype = 'advisory' and not granted`.execute(opened.db);
      return rows.length;
    };
    await expect.poll(waiting).toBe(1);
    const deleting = deleteStudy(opened.db, study.id);
    await expect.poll(() => findStudy(opened.db, study.id)).toBe(null);
    // Whoever does not wait for the submission has deleted everything by then.
    await Promise.race([deleting, new Promise((resolve) => setTimeout(resolve, 500))]);
    await gate.close();
    expect(await sending).toEqual(['added']);
    expect(await deleting).toBe(true);
    for (const table of ['response', 'ledger'] as const) {
      const left = opened.db.selectFrom(table).select('id').where('study_id', '=', study.id);
      expect(await left.execute()).toEqual([]);
    }
    await sql`drop function wait_at_gate cascade`.execute(opened.db);
    await phone.close();
  });

  it('the version changes when an entry with a lower number is committed later', async () => {
    const study = await openStudy();
    const late = openPostgres(opened.url!, { max: 1 });
    let commit!: () => void;
    const held = new Promise<void>((resolve) => {
      commit = resolve;
    });
    let started!: () => void;
    const begun = new Promise<void>((resolve) => {
      started = resolve;
    });
    const slow = late.db.transaction().execute(async (transaction) => {
      await appendResponses(transaction, study, [newResponse()]);
      started();
      await held;
    });
    await begun;
    await appendResponses(opened.db, study, [newResponse()]);
    const before = await responseVersion(opened.db, study.id);
    commit();
    await slow;
    expect(await responseVersion(opened.db, study.id)).not.toBe(before);
    await late.close();
  });

  it('the ledger loses no entry to readers that follow it while sixteen writers append', async () => {
    const study = await openStudy();
    const writers = openPostgres(opened.url!, { max: 16 });
    const wanted = 16 * 40;
    let end: string | null = null;
    const write = async () => {
      for (let count = 0; count < 40; count += 1) {
        await writers.db.transaction().execute(async (transaction) => {
          await appendResponses(transaction, study, [newResponse()]);
          await sql`select pg_sleep(random() / 200)`.execute(transaction);
        });
      }
    };
    const follow = async () => {
      let seen = 0;
      let position = '0';
      for (;;) {
        const { rows } = await sql<{ n: number; upto: string; last: boolean }>`
          select (select count(*) from ledger
              where study_id = ${study.id} and xid >= ${position}::xid8 and xid < now.xmin) as n,
            now.xmin::text as upto, now.xmin > ${end}::xid8 as last
          from (select pg_snapshot_xmin(pg_current_snapshot()) as xmin) now`.execute(opened.db);
        seen += rows[0]!.n;
        position = rows[0]!.upto;
        // Transactions of other tests hold it back for a while: the server has one row of numbers.
        if (rows[0]!.last) return seen;
      }
    };
    const reading = follow();
    await Promise.all(Array.from({ length: 16 }, write));
    const { rows } = await sql<{ id: string }>`select pg_current_xact_id()::text as id`.execute(
      opened.db,
    );
    end = rows[0]!.id;
    expect(await reading).toBe(wanted);
    await writers.close();
  });
});
