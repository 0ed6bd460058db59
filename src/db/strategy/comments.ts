import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema.ts';
import { isUuid } from '../studies.ts';

/** A comment on a sentence, a section or the whole strategy. */
export interface StrategyComment {
  id: string;
  /** Null for one on the draft. */
  versionId: string | null;
  language: string;
  filter: string;
  /** The block or `section:7`; empty for the whole. */
  block: string;
  /** What stood there when it was written. */
  quote: string;
  text: string;
  author: string;
  /** Somebody without an account, who typed the name. */
  guest: boolean;
  madeAt: Date;
  resolvedAt: Date | null;
  resolvedBy: string | null;
}

/** So many comments a study keeps. */
export const MOST_COMMENTS = 2000;

/**
 * Adds a comment, once however often it is sent.
 *
 * @returns `full` when the study has as many comments as it keeps
 */
export async function addComment(
  db: Kysely<Database>,
  studyId: string,
  comment: Omit<StrategyComment, 'resolvedAt' | 'resolvedBy'>,
): Promise<'added' | 'repeated' | 'full'> {
  const { id, versionId, language, filter, block, quote, text, author, guest, madeAt } = comment;
  const { rows } = await sql`
    insert into strategy_comment (study_id, id, version_id, language, filter, block, quote, text,
      author, guest, made_at)
    select ${studyId}::uuid, ${id}::uuid, ${versionId}::uuid, ${language}, ${filter}, ${block},
      ${quote}, ${text}, ${author}, ${guest}::boolean, ${madeAt}::timestamptz
    where (select count(*) from strategy_comment where study_id = ${studyId}::uuid)
      < ${MOST_COMMENTS}
    on conflict do nothing returning id`.execute(db);
  if (rows.length > 0) return 'added';
  return (await findComment(db, studyId, id)) ? 'repeated' : 'full';
}

/** Which comments: those on one version, or on the draft of a language and a filter. */
export type CommentsOn = { versionId: string } | { language: string; filter: string };

/** Comments in the order in which they were written. */
export async function listComments(
  db: Kysely<Database>,
  studyId: string,
  on: CommentsOn | null,
): Promise<StrategyComment[]> {
  let query = selected(db).where('study_id', '=', studyId);
  if (on && 'versionId' in on) query = query.where('version_id', '=', on.versionId);
  else if (on) {
    query = query
      .where('version_id', 'is', null)
      .where('language', '=', on.language)
      .where('filter', '=', on.filter);
  }
  return query.orderBy('place').execute();
}

/** One comment; null when there is none, also for text that is no id. */
export async function findComment(
  db: Kysely<Database>,
  studyId: string,
  id: string,
): Promise<StrategyComment | null> {
  if (!isUuid(id)) return null;
  const found = await selected(db)
    .where('study_id', '=', studyId)
    .where('id', '=', id)
    .executeTakeFirst();
  return found ?? null;
}

/** Marks a comment as resolved, or as open again; false when there is none. */
export async function resolveComment(
  db: Kysely<Database>,
  studyId: string,
  id: string,
  resolved: { by: string | null; at: Date } | null,
): Promise<boolean> {
  if (!isUuid(id)) return false;
  const { rows } = await sql`
    update strategy_comment
    set resolved_at = ${resolved?.at ?? null}::timestamptz, resolved_by = ${resolved?.by ?? null}
    where study_id = ${studyId}::uuid and id = ${id}::uuid returning id`.execute(db);
  return rows.length > 0;
}

function selected(db: Kysely<Database>) {
  return db
    .selectFrom('strategy_comment')
    .select([
      'id',
      'version_id as versionId',
      'language',
      'filter',
      'block',
      'quote',
      'text',
      'author',
      'guest',
      'made_at as madeAt',
      'resolved_at as resolvedAt',
      'resolved_by as resolvedBy',
    ]);
}
