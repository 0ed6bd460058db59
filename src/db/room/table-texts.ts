import { type Kysely, sql } from 'kysely';
import { GUIDE } from '../../survey/room/table-work.ts';
import type { TableText } from '../../survey/room/table-text.ts';
import type { Database } from '../schema.ts';

/** Which fields of tables are texts of their cards, in a statement about `room_field`. */
export const onCards = sql<boolean>`(field in ('problem', 'solution')
  or field like 'conclusion-%' or field like ${`${GUIDE}%`})`;

/**
 * What tables have written on their cards, as each wrote it last: by event and table, in the order
 * of the card. Who sat there or presents is no part of it.
 */
export async function tableTexts(db: Kysely<Database>, studyId: string): Promise<TableText[]> {
  const { rows } = await sql<Omit<TableText, 'kind' | 'guide'> & { field: string }>`
    with last as (
      select distinct on (f.table_id, f.field) f.table_id, f.field,
        case when f.field = 'problem' then f.value ->> 'text' else f.value #>> '{}' end as text
      from room_field f
      where f.study_id = ${studyId} and ${onCards}
      order by f.table_id, f.field, f.round desc
    )
    select l.field, e.key as event, e.name as "eventName", t.name as table, l.text
    from last l
    join room_table t on t.study_id = ${studyId} and t.id = l.table_id
    join room_event e on e.study_id = ${studyId} and e.id = t.event_id
    where l.text <> ''
    order by e.starts_at, e.id, t.number, array_position(
      array['problem', 'solution', 'conclusion-1', 'conclusion-2', 'conclusion-3'], l.field), l.field
    `.execute(db);
  return rows.map(({ field, ...text }) => ({ ...text, ...kindOf(field) }));
}

function kindOf(field: string): Pick<TableText, 'kind' | 'guide'> {
  if (field.startsWith(GUIDE)) return { kind: 'guide', guide: field.slice(GUIDE.length) };
  if (field === 'problem' || field === 'solution') return { kind: field, guide: null };
  return { kind: 'conclusion', guide: null };
}
