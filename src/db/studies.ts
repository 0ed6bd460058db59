import { type Kysely, sql } from 'kysely';
import type { Definition } from '../survey/definition.ts';
import { newJoinCode } from '../survey/join-code.ts';
import type { Text } from '../survey/language.ts';
import { earlierTransactions } from './earlier-transactions.ts';
import { loadStudy, type Study, type StudyRow, summaryColumns, summaryOf } from './load-study.ts';
import { jsonb } from './portable.ts';
import { organisationOrFirst } from './organisations.ts';
import type { Database } from './schema.ts';

export type { Study } from './load-study.ts';
export type { StudyStatus } from './schema.ts';

/** A study in a list: its title and the number of its responses instead of the definition. */
export interface StudySummary extends Omit<Study, 'definition' | 'definitionRevision'> {
  title: Text;
  responses: number;
  /** Of the responses, those that tables gave together. */
  tables: number;
}

/**
 * Which studies a list has: those that an organisation owns or shares; those of every organisation
 * without `organisationId`.
 */
export interface StudyList {
  limit?: number;
  cursor?: string | null;
  organisationId?: string | null;
  studyId?: string | null;
}

/**
 * Stores a new study as a draft under a join code that no study ever had.
 *
 * @param study `newCode` is asked for another code until one is free; without `organisationId` it
 *   belongs to the first organisation, which is there from the start
 * @example
 * await createStudy(db, { definition: template('local-digital-skills')!, now: new Date() })
 */
export async function createStudy(
  db: Kysely<Database>,
  study: {
    definition: Definition;
    now: Date;
    organisationId?: string;
    synthetic?: boolean;
    newCode?: () => string;
  },
): Promise<Study> {
  const id = crypto.randomUUID();
  const { definition, now, synthetic = false, newCode = newJoinCode } = study;
  const organisation = organisationOrFirst(study.organisationId);
  for (;;) {
    const code = newCode();
    const { rows } = await sql<{ id: string }>`
      with code as (
        insert into join_code (code, study_id, created_at) values (${code}, ${id}, ${now})
        on conflict do nothing
        returning code
      )
      insert into study (id, organisation_id, join_code, definition, synthetic, created_at)
      select ${id}::uuid, ${organisation}, code, ${jsonb(definition)}, ${synthetic}::boolean,
        ${now}::timestamptz
      from code
      returning id`.execute(db);
    if (rows.length > 0) return (await findStudy(db, id))!;
  }
}

/** The study with an id; null when there is none, also for text that is no id. */
export async function findStudy(db: Kysely<Database>, id: string): Promise<Study | null> {
  if (!isUuid(id)) return null;
  return loadStudy(db, sql`where s.id = ${id}`);
}

/** The study with a join code of six characters as `parseJoinCode` gives it, or null. */
export async function findStudyByCode(db: Kysely<Database>, code: string): Promise<Study | null> {
  return loadStudy(db, sql`join join_code c on c.study_id = s.id where c.code = ${code}`);
}

/**
 * Studies, newest first, a page at a time.
 *
 * @param cursor `next` of the page before
 * @returns `next` is null on the last page
 */
export async function listStudies(
  db: Kysely<Database>,
  { limit = 50, cursor = null, organisationId = null, studyId = null }: StudyList = {},
): Promise<{ studies: StudySummary[]; next: string | null }> {
  const after = cursor === null ? null : readCursor(cursor);
  const { rows } = await sql<StudyRow & { title: Text; responses: number; tables: number }>`
    select ${summaryColumns}, s.definition -> 'title' as title,
      (select count(*) from response r where r.study_id = s.id and r.withdrawn_at is null)
        as responses,
      (select count(*) from response r
        where r.study_id = s.id and r.withdrawn_at is null and r.voice = 'table') as tables
    from study s
    where true
    ${
      organisationId === null
        ? sql``
        : sql`and (s.organisation_id = ${organisationId} or exists (
            select from study_partner p
            where p.study_id = s.id and p.organisation_id = ${organisationId}))`
    }
    ${studyId === null ? sql`` : sql`and s.id = ${studyId}`}
    ${after ? sql`and (s.created_at, s.id) < (${after.createdAt}::timestamptz, ${after.id}::uuid)` : sql``}
    order by s.created_at desc, s.id desc
    limit ${limit + 1}`.execute(db);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    studies: page.map((row) => ({
      ...summaryOf(row),
      title: row.title,
      responses: row.responses,
      tables: row.tables,
    })),
    next: last ? `${last.created_at.getTime()}.${last.id}` : null,
  };
}

/** The number of responses that have not been withdrawn. */
export async function countResponses(db: Kysely<Database>, studyId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from response
    where study_id = ${studyId} and withdrawn_at is null`.execute(db);
  return rows[0]!.n;
}

/**
 * Opens or closes a study. Opening again after closing is allowed: the first `openedAt` stays.
 *
 * @returns false when there is no such study
 */
export async function setStudyStatus(
  db: Kysely<Database>,
  id: string,
  status: 'open' | 'closed',
  now: Date,
): Promise<boolean> {
  const { rows } = await sql`
    update study set
      status = ${status},
      opened_at = case when ${status} = 'open' then coalesce(opened_at, ${now}::timestamptz)
        else opened_at end,
      closed_at = case when ${status} = 'open' then null
        when status = 'closed' then closed_at else ${now}::timestamptz end
    where id = ${id}
    returning id`.execute(db);
  return rows.length > 0;
}

/**
 * Deletes a study and all that was answered; its join code stays taken. A submission under way
 * may store its answers a moment after the study is gone, so the answers are deleted once every
 * transaction that was running then has ended, or after five seconds.
 *
 * @returns false when there is no such study
 */
export async function deleteStudy(db: Kysely<Database>, id: string): Promise<boolean> {
  const { rows } = await sql`delete from study where id = ${id} returning id`.execute(db);
  if (rows.length === 0) return false;
  await earlierTransactions(db, 5000);
  for (const table of ANSWER_TABLES) {
    await db.deleteFrom(table).where('study_id', '=', id).execute();
  }
  return true;
}

const ANSWER_TABLES = [
  'response',
  'personal_answer',
  'ledger',
  'tally_head',
  'tally_cell',
] as const;

function readCursor(cursor: string): { createdAt: Date; id: string } | null {
  const [time = '', id = ''] = cursor.split('.');
  return /^\d{1,15}$/.test(time) && isUuid(id) ? { createdAt: new Date(Number(time)), id } : null;
}

/** Whether a text is a UUID; PostgreSQL answers anything else with an error. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
