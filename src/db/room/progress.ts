import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema.ts';

/** How many people of a table have sent answers of their own in a round, or on paper, by table. */
export async function sentByPeople(
  db: Kysely<Database>,
  event: { studyId: string; id: string },
  round: number,
): Promise<Map<string, number>> {
  const { rows } = await sql<{ table_id: string; n: number }>`
    select table_id, sum(n)::integer as n from (
      select table_id, count(distinct person_id) as n from room_answer
      where study_id = ${event.studyId} and event_id = ${event.id} and round = ${round}
        and table_id is not null
      group by table_id
      union all
      select t.id, count(*) from ${sheetsOf(event, round)}
      join room_table t on t.study_id = r.study_id and t.event_id = e.id and t.key = r.table_name
      group by t.id
    ) sent
    group by table_id`.execute(db);
  return new Map(rows.map(({ table_id: table, n }) => [table, n]));
}

/** How many people have sent answers of their own in a round, or on paper, at a table or not. */
export async function countSenders(
  db: Kysely<Database>,
  event: { studyId: string; id: string },
  round: number,
): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select ((
      select count(distinct person_id) from room_answer
      where study_id = ${event.studyId} and event_id = ${event.id} and round = ${round}
    ) + (select count(*) from ${sheetsOf(event, round)}))::integer as n`.execute(db);
  return rows[0]!.n;
}

/** The event `e` and the responses `r` that came on people's sheets in one of its rounds. */
function sheetsOf(event: { studyId: string; id: string }, round: number) {
  return sql`room_event e
    join response r on r.study_id = e.study_id and r.event = e.key and r.sheet is not null
      and r.voice = 'individual' and r.round = ${round} and r.withdrawn_at is null
      and e.study_id = ${event.studyId} and e.id = ${event.id}`;
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
