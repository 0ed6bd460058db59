import { type Kysely, sql } from 'kysely';
import { NO_EDITS, StrategyEdits } from '../../survey/strategy/strategy-edits.ts';
import { jsonb } from '../portable.ts';
import type { Database } from '../schema.ts';

/** Which of a study's strategies: in one language, for those who pass one filter. */
export interface DraftKey {
  studyId: string;
  language: string;
  /** As `filterText` writes it. */
  filter: string;
}

/** What people changed in a strategy; revision 0 while nobody has. */
export interface StrategyDraft {
  edits: StrategyEdits;
  revision: number;
  changedAt: Date | null;
  changedBy: string | null;
}

/** What people changed in a strategy. */
export async function findDraft(db: Kysely<Database>, key: DraftKey): Promise<StrategyDraft> {
  const row = await db
    .selectFrom('strategy_draft')
    .selectAll()
    .where('study_id', '=', key.studyId)
    .where('language', '=', key.language)
    .where('filter', '=', key.filter)
    .executeTakeFirst();
  if (!row) return { edits: NO_EDITS, revision: 0, changedAt: null, changedBy: null };
  return {
    edits: StrategyEdits.parse(row.edits),
    revision: row.revision,
    changedAt: row.changed_at,
    changedBy: row.changed_by,
  };
}

/**
 * Changes what is stored of a strategy. Whoever comes at the same time waits, and then sees what the
 * first one has made of it.
 *
 * @param change gets the stored edits and the number of the next revision; null changes nothing
 * @returns the revision afterwards
 */
export async function changeDraft(
  db: Kysely<Database>,
  { studyId, language, filter }: DraftKey,
  { by, at }: { by: string | null; at: Date },
  change: (edits: StrategyEdits, revision: number) => StrategyEdits | null,
): Promise<number> {
  return db.transaction().execute(async (transaction) => {
    await sql`
      insert into strategy_draft
        (study_id, language, filter, edits, revision, changed_at, changed_by)
      values (${studyId}::uuid, ${language}, ${filter}, ${jsonb(NO_EDITS)}, 0, ${at}::timestamptz,
        ${by})
      on conflict do nothing`.execute(transaction);
    const { rows } = await sql<{ edits: unknown; revision: number }>`
      select edits, revision from strategy_draft
      where study_id = ${studyId}::uuid and language = ${language} and filter = ${filter}
      for update`.execute(transaction);
    const { edits, revision } = rows[0]!;
    const next = change(StrategyEdits.parse(edits), revision + 1);
    if (!next) return revision;
    await sql`
      update strategy_draft set edits = ${jsonb(next)}, revision = ${revision + 1},
        changed_at = ${at}::timestamptz, changed_by = ${by}
      where study_id = ${studyId}::uuid and language = ${language} and filter = ${filter}
    `.execute(transaction);
    return revision + 1;
  });
}

/** The strategies of a study that somebody has worked on, the latest first. */
export async function listDrafts(
  db: Kysely<Database>,
  studyId: string,
): Promise<{ language: string; filter: string; changedAt: Date; changedBy: string | null }[]> {
  const rows = await db
    .selectFrom('strategy_draft')
    .select(['language', 'filter', 'changed_at as changedAt', 'changed_by as changedBy'])
    .where('study_id', '=', studyId)
    .where('revision', '>', 0)
    .orderBy('changed_at', 'desc')
    .execute();
  return rows;
}
