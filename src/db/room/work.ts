import { type Kysely, sql } from 'kysely';
import type { FieldValue, TableWork } from '../../survey/room/table-work.ts';
import { isSameJson } from '../../survey/same-json.ts';
import { jsonb } from '../portable.ts';
import type { Database } from '../schema.ts';
import type { RoomTable } from './tables.ts';

/** What a table has written in a round, by field. */
export async function tableWork(
  db: Kysely<Database>,
  { studyId, id }: Pick<RoomTable, 'studyId' | 'id'>,
  round: number,
): Promise<TableWork> {
  const rows = await db
    .selectFrom('room_field')
    .select(['field', 'value', 'revision'])
    .where('study_id', '=', studyId)
    .where('table_id', '=', id)
    .where('round', '=', round)
    .execute();
  return Object.fromEntries(rows.map(({ field, value, revision }) => [field, { value, revision }]));
}

/** What every table of an event has written in a round, by table. */
export async function eventWork(
  db: Kysely<Database>,
  event: { studyId: string; id: string },
  round: number,
): Promise<Map<string, Record<string, FieldValue>>> {
  const rows = await db
    .selectFrom('room_field')
    .select(['table_id', 'field', 'value', 'revision'])
    .where('study_id', '=', event.studyId)
    .where('event_id', '=', event.id)
    .where('round', '=', round)
    .execute();
  return byTable(rows);
}

/** What each table of an event has written last, up to a round, by table. */
export async function latestWork(
  db: Kysely<Database>,
  event: { studyId: string; id: string },
  round: number,
): Promise<Map<string, Record<string, FieldValue>>> {
  const { rows } = await sql<{ table_id: string; field: string } & FieldValue>`
    select distinct on (table_id, field) table_id, field, value, revision from room_field
    where study_id = ${event.studyId} and event_id = ${event.id} and round <= ${round}
    order by table_id, field, round desc`.execute(db);
  return byTable(rows);
}

function byTable(
  rows: readonly ({ table_id: string; field: string } & FieldValue)[],
): Map<string, Record<string, FieldValue>> {
  const tables = new Map<string, Record<string, FieldValue>>();
  for (const { table_id: table, field, value, revision } of rows) {
    const work = tables.get(table) ?? {};
    work[field] = { value, revision };
    tables.set(table, work);
  }
  return tables;
}

/**
 * Writes one field, if nobody has written it since it was read. Writing the same value again
 * changes nothing, so a request that is repeated after its answer was lost does no harm.
 *
 * @param written `revision`: the field's as it was read, 0 for one that nobody has written;
 *   `unlocked`: only while nobody has locked the table, which waits for this
 * @returns the field as it is now, and whether this call (or an earlier equal one) made it so
 */
export async function writeField(
  db: Kysely<Database>,
  { studyId, eventId, id }: Pick<RoomTable, 'studyId' | 'eventId' | 'id'>,
  written: {
    round: number;
    field: string;
    value: unknown;
    revision: number;
    now: Date;
    unlocked?: boolean;
  },
): Promise<{ taken: boolean; current: FieldValue }> {
  const { round, field, value, revision, now, unlocked = false } = written;
  const { rows } = await sql<{ revision: number }>`
    with held as materialized (
      select id from room_table
      where study_id = ${studyId} and id = ${id} and (locked_at is null or not ${unlocked}::boolean)
      for no key update
    ), changed as (
      insert into room_field as f (study_id, event_id, table_id, round, field, value, revision,
        written_at)
      select ${studyId}::uuid, ${eventId}::uuid, ${id}::uuid, ${round}::integer, ${field}::text,
        ${jsonb(value)}, 1, ${now}::timestamptz
      from held
      where ${revision}::integer = 0 or exists (select from room_field
        where study_id = ${studyId} and table_id = ${id} and round = ${round} and field = ${field})
      on conflict (study_id, table_id, round, field) do update set
        value = excluded.value, revision = f.revision + 1, written_at = excluded.written_at
      where f.revision = ${revision}
      returning f.revision
    ), told as (
      update room_table set active_at = ${now}::timestamptz, revision = revision + 1
      where study_id = ${studyId} and id = ${id} and exists (select from changed)
    )
    select revision from changed`.execute(db);
  if (rows[0]) return { taken: true, current: { value, revision: rows[0].revision } };
  const work = await tableWork(db, { studyId, id }, round);
  const current = work[field] ?? { value: null, revision: 0 };
  const isRepeat = current.revision === revision + 1 && isSameJson(current.value, value);
  return { taken: isRepeat, current };
}

/** Who presents at each table: names, for the plenary alone. */
export async function presenters(
  db: Kysely<Database>,
  event: { studyId: string; id: string },
): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('room_presenter')
    .select(['table_id', 'name'])
    .where('study_id', '=', event.studyId)
    .where('event_id', '=', event.id)
    .execute();
  return new Map(rows.map(({ table_id: table, name }) => [table, name]));
}

/** Says who presents for a table; an empty name takes it back. */
export async function namePresenter(
  db: Kysely<Database>,
  { studyId, eventId, id }: Pick<RoomTable, 'studyId' | 'eventId' | 'id'>,
  name: string,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await sql`
      delete from room_presenter where study_id = ${studyId} and table_id = ${id}
    `.execute(transaction);
    if (name !== '') {
      await sql`
        insert into room_presenter (study_id, event_id, table_id, name)
        values (${studyId}, ${eventId}, ${id}, ${name})
        on conflict (study_id, table_id) do update set name = excluded.name`.execute(transaction);
    }
    await sql`
      update room_table set revision = revision + 1 where study_id = ${studyId} and id = ${id}
    `.execute(transaction);
  });
}
