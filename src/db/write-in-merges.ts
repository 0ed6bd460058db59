import { type Kysely, sql } from 'kysely';
import type { Option } from '../survey/option.ts';
import { jsonb } from './portable.ts';
import type { Database } from './schema.ts';

/** A merge as the log tells it. */
export interface LoggedMerge {
  id: string;
  question: string;
  keys: string[];
  target: string;
  item: Option | null;
  mergedAt: Date;
  mergedBy: string | null;
  undoneAt: Date | null;
  undoneBy: string | null;
}

/** Who decides, and when. */
export interface Decision {
  by: string | null;
  at: Date;
}

/** What became of a decision; `taken`: others have decided about the same since. */
export type MergeOutcome = 'done' | 'taken' | 'unknown';

/** All merges of a study, undone ones too, the latest first. */
export async function mergeLog(db: Kysely<Database>, studyId: string): Promise<LoggedMerge[]> {
  const rows = await db
    .selectFrom('write_in_merge')
    .selectAll()
    .where('study_id', '=', studyId)
    .orderBy('place', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    question: row.question,
    keys: row.keys,
    target: row.target,
    item: row.item,
    mergedAt: row.merged_at,
    mergedBy: row.merged_by,
    undoneAt: row.undone_at,
    undoneBy: row.undone_by,
  }));
}

/**
 * Decides that write-ins count as an option, or as a new item. From then on every submission is
 * coded so; `recodeWriteIns` brings what is stored to it.
 *
 * @param merge with the keys of the texts; `item` is the option to make, `target` its id
 * @returns `taken` when one of the texts has been merged or the item's id is in use
 */
export async function addMerge(
  db: Kysely<Database>,
  studyId: string,
  merge: { id: string; question: string; keys: string[]; target: string; item: Option | null },
  { by, at }: Decision,
): Promise<MergeOutcome> {
  return db.transaction().execute(async (transaction) => {
    if (!(await raiseRevision(transaction, studyId))) return 'unknown';
    const { id, question, keys, target, item } = merge;
    const { rows } = await sql`
      insert into write_in_merge (study_id, id, question, keys, target, item, merged_at, merged_by)
      select ${studyId}::uuid, ${id}::uuid, ${question}, ${jsonb(keys)}, ${target},
        ${item ? jsonb(item) : null}, ${at}::timestamptz, ${by}
      where not exists (
        select from write_in_merge m
        where m.study_id = ${studyId} and m.question = ${question} and m.undone_at is null
          and (m.item ->> 'id' = ${item?.id ?? ''}
            or m.keys ?| array(select jsonb_array_elements_text(${jsonb(keys)})))
      )
      returning id`.execute(transaction);
    return rows.length > 0 ? 'done' : 'taken';
  });
}

/**
 * Takes a merge back.
 *
 * @returns `taken` when other texts have since been merged into the item that it made
 */
export async function undoMerge(
  db: Kysely<Database>,
  studyId: string,
  id: string,
  { by, at }: Decision,
): Promise<MergeOutcome> {
  return db.transaction().execute(async (transaction) => {
    if (!(await raiseRevision(transaction, studyId))) return 'unknown';
    const { rows } = await sql<{ undone: boolean; followed: boolean }>`
      with meant as materialized (
        select m.id, exists (
          select from write_in_merge o
          where o.study_id = m.study_id and o.question = m.question and o.id <> m.id
            and o.undone_at is null and o.target = m.item ->> 'id'
        ) as followed
        from write_in_merge m
        where m.study_id = ${studyId} and m.id = ${id}::uuid and m.undone_at is null
      ), undone as (
        update write_in_merge m set undone_at = ${at}::timestamptz, undone_by = ${by}
        from meant
        where m.study_id = ${studyId} and m.id = meant.id and not meant.followed
        returning m.id
      )
      select exists (select from undone) as undone, followed from meant`.execute(transaction);
    const [row] = rows;
    if (!row) return 'unknown';
    return row.undone ? 'done' : 'taken';
  });
}

/** Whether merges have been decided or undone that the stored codes do not follow yet. */
export async function isRecodeDue(db: Kysely<Database>, studyId: string): Promise<boolean> {
  const { rows } = await sql<{ due: boolean }>`
    select exists (
      select from write_in_merge m join study s on s.id = m.study_id
      where m.study_id = ${studyId} and m.recoded_revision < s.definition_revision
    ) as due`.execute(db);
  return rows[0]!.due;
}

/** Locks the study's row, too: decisions about one study come one after the other. */
async function raiseRevision(db: Kysely<Database>, studyId: string): Promise<boolean> {
  const { rows } = await sql`
    update study set definition_revision = definition_revision + 1
    where id = ${studyId} returning id`.execute(db);
  return rows.length > 0;
}
