import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema.ts';

/** How many people of a table have sent answers of their own in a round, by table. */
export async function sentByPeople(
  db: Kysely<Database>,
  event: { studyId: string; id: string },
  round: number,
): Promise<Map<string, number>> {
  const { rows } = await sql<{ table_id: string; n: number }>`
    select table_id, count(distinct person_id)::integer as n from room_answer
    where study_id = ${event.studyId} and event_id = ${event.id} and round = ${round}
      and table_id is not null
    group by table_id`.execute(db);
  return new Map(rows.map(({ table_id: table, n }) => [table, n]));
}

/** How many people have sent answers of their own in a round, at a table or not. */
export async function countSenders(
  db: Kysely<Database>,
  event: { studyId: string; id: string },
  round: number,
): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(distinct person_id)::integer as n from room_answer
    where study_id = ${event.studyId} and event_id = ${event.id} and round = ${round}`.execute(db);
  return rows[0]!.n;
}

/** Whether somebody has sent answers of their own in a round. */
export async function hasSent(
  db: Kysely<Database>,
  event: { studyId: string; id: string },
  personId: string,
  round: number,
): Promise<boolean> {
  const { rows } = await sql`
    select 1 as one from room_answer where study_id = ${event.studyId} and event_id = ${event.id}
      and round = ${round} and person_id = ${personId} limit 1`.execute(db);
  return rows.length > 0;
}

/** The revisions of stored responses, by id; those that are not there are left out. */
export async function storedRevisions(
  db: Kysely<Database>,
  studyId: string,
  ids: readonly string[],
): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('response')
    .select(['id', 'revision'])
    .where('study_id', '=', studyId)
    .where('id', 'in', [...ids])
    .where('withdrawn_at', 'is', null)
    .execute();
  return new Map(rows.map(({ id, revision }) => [id, revision]));
}
