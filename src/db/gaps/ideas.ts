import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema.ts';

/** An idea as a phone sends it. */
export interface NewIdea {
  id: string;
  text: string;
  eventKey: string | null;
  tableKey: string | null;
  at: Date;
}

/** So many ideas a study keeps: more than a hall can write in a day. */
export const MOST_IDEAS = 5000;

/**
 * Stores an idea once, however often it is sent. What was sent first stays.
 *
 * @returns `full` when the study has as many ideas as it keeps
 */
export async function addIdea(
  db: Kysely<Database>,
  studyId: string,
  { id, text, eventKey, tableKey, at }: NewIdea,
): Promise<'added' | 'repeated' | 'full'> {
  const { rows } = await sql`
    insert into gap_idea (study_id, id, text, event_key, table_key, sent_at)
    select ${studyId}::uuid, ${id}::uuid, ${text}, ${eventKey}, ${tableKey}, ${at}::timestamptz
    where (select count(*) from gap_idea where study_id = ${studyId}::uuid) < ${MOST_IDEAS}
    on conflict do nothing returning id`.execute(db);
  if (rows.length > 0) return 'added';
  const known = await db
    .selectFrom('gap_idea')
    .select('id')
    .where('study_id', '=', studyId)
    .where('id', '=', id)
    .executeTakeFirst();
  return known ? 'repeated' : 'full';
}

/** The ideas of a study in the order in which they came. */
export async function listIdeas(db: Kysely<Database>, studyId: string): Promise<NewIdea[]> {
  const rows = await db
    .selectFrom('gap_idea')
    .selectAll()
    .where('study_id', '=', studyId)
    .orderBy('place')
    .limit(MOST_IDEAS)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    text: row.text,
    eventKey: row.event_key,
    tableKey: row.table_key,
    at: row.sent_at,
  }));
}
