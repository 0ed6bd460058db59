import { type Kysely, sql } from 'kysely';
import { GUIDE } from '../../survey/room/table-work.ts';
import type { Database } from '../schema.ts';

/** What a table has written to a guiding question, in its last round. */
export interface GuidingAnswer {
  guide: string;
  /** The key of the event, and the table's name. */
  event: string;
  table: string;
  text: string;
}

/** What tables have written to the guiding questions of a study, by event and table. */
export async function guidingAnswers(
  db: Kysely<Database>,
  studyId: string,
): Promise<GuidingAnswer[]> {
  const { rows } = await sql<GuidingAnswer>`
    with last as (
      select distinct on (f.table_id, f.field) f.table_id, f.field, f.value #>> '{}' as text
      from room_field f
      where f.study_id = ${studyId} and f.field like ${`${GUIDE}%`}
      order by f.table_id, f.field, f.round desc
    )
    select substr(l.field, ${GUIDE.length + 1}::integer) as guide, e.key as event, t.name as table,
      l.text
    from last l
    join room_table t on t.study_id = ${studyId} and t.id = l.table_id
    join room_event e on e.study_id = ${studyId} and e.id = t.event_id
    where l.text <> ''
    order by e.starts_at, e.id, t.number`.execute(db);
  return rows;
}
