import { type Kysely, type Selectable, sql } from 'kysely';
import type { PracticeFacts, PracticeStatus } from '../../survey/gaps/practice.ts';
import { jsonb } from '../portable.ts';
import type { Database } from '../schema.ts';
import { isUuid } from '../studies.ts';
import type { GapPracticeTable } from './gap-tables.ts';

/** A practice of the register. */
export interface Practice {
  id: string;
  status: PracticeStatus;
  facts: PracticeFacts;
  revision: number;
  changedAt: Date;
  changedBy: string | null;
}

interface Decision {
  by: string | null;
  at: Date;
}

/** The register of a study, the oldest first. */
export async function listPractices(db: Kysely<Database>, studyId: string): Promise<Practice[]> {
  const rows = await db
    .selectFrom('gap_practice')
    .selectAll()
    .where('study_id', '=', studyId)
    .orderBy('made_at')
    .orderBy('id')
    .execute();
  return rows.map(practiceOf);
}

/** One practice; null when there is none, also for text that is no id. */
export async function findPractice(
  db: Kysely<Database>,
  studyId: string,
  id: string,
): Promise<Practice | null> {
  if (!isUuid(id)) return null;
  const row = await db
    .selectFrom('gap_practice')
    .selectAll()
    .where('study_id', '=', studyId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? practiceOf(row) : null;
}

/** The questions and words that practices of a study were taken from. */
export async function takenSources(db: Kysely<Database>, studyId: string): Promise<Set<string>> {
  const { rows } = await sql<{ source: string }>`
    select source from gap_practice
    where study_id = ${studyId} and source is not null`.execute(db);
  return new Set(rows.map(({ source }) => source));
}

/**
 * Adds a practice, which nobody else sees before it is published.
 *
 * @param made `source`: what it was taken from, once
 * @returns null where another practice has the same source
 */
export async function addPractice(
  db: Kysely<Database>,
  studyId: string,
  { facts, status, source = null }: Pick<Practice, 'facts' | 'status'> & { source?: string | null },
  { by, at }: Decision,
): Promise<Practice | null> {
  const id = crypto.randomUUID();
  await sql`
    insert into gap_practice (study_id, id, status, facts, source, made_at, made_by, changed_at,
      changed_by)
    values (${studyId}::uuid, ${id}::uuid, ${status}, ${jsonb(facts)}, ${source},
      ${at}::timestamptz, ${by}, ${at}::timestamptz, ${by})
    on conflict (study_id, source) do nothing`.execute(db);
  return findPractice(db, studyId, id);
}

/**
 * Replaces what is said about a practice, if nobody has done so since it was read.
 *
 * @returns false when it is gone or has another revision
 */
export async function changePractice(
  db: Kysely<Database>,
  studyId: string,
  { id, revision, facts, status }: Pick<Practice, 'id' | 'revision' | 'facts' | 'status'>,
  { by, at }: Decision,
): Promise<boolean> {
  const { rows } = await sql`
    update gap_practice set facts = ${jsonb(facts)}, status = ${status}, revision = revision + 1,
      changed_at = ${at}::timestamptz, changed_by = ${by}
    where study_id = ${studyId}::uuid and id = ${id}::uuid and revision = ${revision}
    returning id`.execute(db);
  return rows.length > 0;
}

function practiceOf(row: Selectable<GapPracticeTable>): Practice {
  return {
    id: row.id,
    status: row.status,
    facts: row.facts,
    revision: row.revision,
    changedAt: row.changed_at,
    changedBy: row.changed_by,
  };
}
