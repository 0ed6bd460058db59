import { type Kysely, sql } from 'kysely';
import { jsonb } from './portable.ts';
import type { Database } from './schema.ts';

/** What was saved about a study's curriculum. */
export interface SavedPlan {
  /** 1 for the first that was saved. */
  revision: number;
  /** As it was sent, checked then; a schema may read it differently now. */
  settings: unknown;
  changedAt: Date;
  changedBy: string | null;
}

/** The settings of a study's curriculum; null while nobody has saved any. */
export async function findPlan(db: Kysely<Database>, studyId: string): Promise<SavedPlan | null> {
  const row = await db
    .selectFrom('plan')
    .select(['revision', 'settings', 'changed_at as changedAt', 'changed_by as changedBy'])
    .where('study_id', '=', studyId)
    .executeTakeFirst();
  return row ?? null;
}

/**
 * Saves the settings of a study's curriculum, if nobody else has done so since `revision`, which is
 * 0 for the first time.
 *
 * @returns the new revision, or null when somebody was faster
 */
export async function savePlan(
  db: Kysely<Database>,
  studyId: string,
  { revision, settings }: { revision: number; settings: unknown },
  { by, at }: { by: string | null; at: Date },
): Promise<number | null> {
  const { rows } = await sql<{ revision: number }>`
    insert into plan (study_id, revision, settings, changed_at, changed_by)
    select ${studyId}, 1, ${jsonb(settings)}, ${at}, ${by} where ${revision} = 0
    on conflict (study_id) do nothing
    returning revision`.execute(db);
  if (rows[0]) return rows[0].revision;
  const { rows: changed } = await sql<{ revision: number }>`
    update plan set revision = revision + 1, settings = ${jsonb(settings)}, changed_at = ${at},
      changed_by = ${by}
    where study_id = ${studyId} and revision = ${revision}
    returning revision`.execute(db);
  return changed[0]?.revision ?? null;
}
