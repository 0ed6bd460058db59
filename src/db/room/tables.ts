import { type Kysely, type Selectable, sql } from 'kysely';
import type { Moderator } from '../../survey/room/moderator.ts';
import { jsonb } from '../portable.ts';
import type { Database } from '../schema.ts';
import { isUuid } from '../studies.ts';
import type { RoomTableTable } from './room-tables.ts';

/** A table or breakout room of an event. */
export interface RoomTable {
  studyId: string;
  eventId: string;
  id: string;
  number: number;
  /** What answers carry as their table. */
  key: string;
  name: string;
  kind: 'table' | 'online';
  link: string | null;
  code: string;
  cards: string[];
  moderators: Moderator[];
  writerId: string | null;
  closedAt: Date | null;
  /** Since when what it has answered stays as it is; null while it may answer. */
  lockedAt: Date | null;
  mergedInto: string | null;
  activeAt: Date | null;
  revision: number;
}

interface Place {
  studyId: string;
  id: string;
}

/** Letters and digits that can't be taken for one another; 810,000 codes for each study. */
const CODE = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

function newCode(): string {
  const draw = crypto.getRandomValues(new Uint32Array(4));
  return [...draw].map((number) => CODE[number % CODE.length]).join('');
}

/**
 * Adds tables to an event, numbered on from those that are there. Whoever adds tables waits for
 * whoever does so at the same time.
 *
 * @param event the event
 * @param names of the new tables by number
 */
export async function addTables(
  db: Kysely<Database>,
  event: Place,
  count: number,
  made: { kind: 'table' | 'online'; name: (number: number) => string },
): Promise<RoomTable[]> {
  const add = async (transaction: Kysely<Database>): Promise<RoomTable[]> => {
    await lockEvent(transaction, event);
    const known = await listTables(transaction, event);
    const keys = new Set(known.map(({ key }) => key));
    const codes = new Set(known.map(({ code }) => code));
    const first = Math.max(0, ...known.map(({ number }) => number)) + 1;
    for (let number = first; number < first + count; number += 1) {
      const name = made.name(number);
      const key = keys.has(name) ? `${name} (${number})` : name;
      let code = newCode();
      while (codes.has(code)) code = newCode();
      codes.add(code);
      keys.add(key);
      await sql`
        insert into room_table (study_id, event_id, id, number, key, name, kind, code)
        values (${event.studyId}, ${event.id}, ${crypto.randomUUID()}, ${number}, ${key}, ${name},
          ${made.kind}, ${code})`.execute(transaction);
    }
    return (await listTables(transaction, event)).filter(({ number }) => number >= first);
  };
  return db.isTransaction ? add(db) : db.transaction().execute(add);
}

/** Changes of one event that have to come one after another wait here. */
export async function lockEvent(db: Kysely<Database>, { studyId, id }: Place): Promise<void> {
  await sql`select id from room_event where study_id = ${studyId} and id = ${id}
    for no key update`.execute(db);
}

/** The tables of an event by number, closed and merged ones too. */
export async function listTables(
  db: Kysely<Database>,
  { studyId, id }: Place,
): Promise<RoomTable[]> {
  const rows = await db
    .selectFrom('room_table')
    .selectAll()
    .where('study_id', '=', studyId)
    .where('event_id', '=', id)
    .orderBy('number')
    .execute();
  return rows.map(tableOf);
}

/** One table of a study; null when there is none, also for text that is no id. */
export async function findTable(
  db: Kysely<Database>,
  studyId: string,
  id: string,
): Promise<RoomTable | null> {
  if (!isUuid(id)) return null;
  const row = await db
    .selectFrom('room_table')
    .selectAll()
    .where('study_id', '=', studyId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? tableOf(row) : null;
}

/**
 * The table with a code, or the one that it was merged into. Codes are read in any case.
 */
export async function findTableByCode(
  db: Kysely<Database>,
  studyId: string,
  code: string,
): Promise<RoomTable | null> {
  const row = await db
    .selectFrom('room_table')
    .selectAll()
    .where('study_id', '=', studyId)
    .where('code', '=', code.trim().toUpperCase())
    .executeTakeFirst();
  if (!row) return null;
  if (row.merged_into === null) return tableOf(row);
  return findTable(db, studyId, row.merged_into);
}

/** Whether the table that answers name, by their keys, is locked. */
export async function isLocked(
  db: Kysely<Database>,
  studyId: string,
  { event, table }: { event: string | null; table: string | null },
): Promise<boolean> {
  if (event === null || table === null) return false;
  const { rows } = await sql`
    select from room_table t join room_event e on e.study_id = t.study_id and e.id = t.event_id
    where t.study_id = ${studyId} and e.key = ${event} and t.key = ${table}
      and t.locked_at is not null`.execute(db);
  return rows.length > 0;
}

/** What can be changed about a table. */
export interface TableChange {
  name?: string;
  link?: string | null;
  cards?: string[];
  moderators?: Moderator[];
  closedAt?: Date | null;
  lockedAt?: Date | null;
}

/** Changes a table and tells those who watch it; false when it is gone. */
export async function changeTable(
  db: Kysely<Database>,
  { studyId, id }: Place,
  change: TableChange,
): Promise<boolean> {
  const { name, link, cards, moderators, closedAt, lockedAt } = change;
  const { rows } = await sql`
    update room_table set
      name = ${name === undefined ? sql`name` : name},
      link = ${link === undefined ? sql`link` : link},
      cards = ${cards === undefined ? sql`cards` : jsonb(cards)},
      moderators = ${moderators === undefined ? sql`moderators` : jsonb(moderators)},
      closed_at = ${closedAt === undefined ? sql`closed_at` : sql`${closedAt}::timestamptz`},
      locked_at = ${lockedAt === undefined ? sql`locked_at` : sql`${lockedAt}::timestamptz`},
      revision = revision + 1
    where study_id = ${studyId} and id = ${id}
    returning id`.execute(db);
  return rows.length > 0;
}

/** The tables of an event at which nobody sits or has sat, and which have said nothing. */
export async function unusedTables(
  db: Kysely<Database>,
  { studyId, id }: Place,
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select t.id from room_table t join room_event e on e.study_id = t.study_id and e.id = t.event_id
    where t.study_id = ${studyId} and t.event_id = ${id} and t.active_at is null
      and not exists (select from room_person p
        where p.study_id = ${studyId} and p.table_id = t.id)
      and not exists (select from room_field f
        where f.study_id = ${studyId} and f.table_id = t.id)
      and not exists (select from room_rotation r
        where r.study_id = ${studyId} and r.table_id = t.id)
      and not exists (select from room_table m
        where m.study_id = ${studyId} and m.merged_into = t.id)
      and not exists (select from response r
        where r.study_id = ${studyId} and r.event = e.key and r.table_name = t.key)`.execute(db);
  return new Set(rows.map((row) => row.id));
}

/** Takes a table away that nobody has used; false when somebody has. */
export async function removeTable(
  db: Kysely<Database>,
  event: Place,
  table: string,
): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    await lockEvent(transaction, event);
    if (!(await unusedTables(transaction, event)).has(table)) return false;
    await sql`
      delete from room_table where study_id = ${event.studyId} and id = ${table}`.execute(
      transaction,
    );
    return true;
  });
}

/**
 * Closes a table and seats its people at another one; its code leads there from now on. Answers
 * that it has given stay its own.
 *
 * @returns false when one of them has been merged, or the other one closed, meanwhile: nothing was
 *   done then
 */
export async function mergeTables(
  db: Kysely<Database>,
  event: Place,
  { from, into, now }: { from: string; into: string; now: Date },
): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    await lockEvent(transaction, event);
    const { rows } = await sql`
      select from room_table
      where study_id = ${event.studyId} and id in (${from}, ${into}) and merged_into is null
        and (id = ${from} or closed_at is null)`.execute(transaction);
    if (from === into || rows.length < 2) return false;
    await sql`
      update room_person set table_id = ${into}, revision = revision + 1
      where study_id = ${event.studyId} and table_id = ${from}`.execute(transaction);
    await sql`
      update room_table set merged_into = ${into}, revision = revision + 1
      where study_id = ${event.studyId} and merged_into = ${from}`.execute(transaction);
    await sql`
      update room_table set closed_at = ${now}, merged_into = ${into}, writer_id = null,
        revision = revision + 1
      where study_id = ${event.studyId} and id = ${from}`.execute(transaction);
    await settleWriter(transaction, { studyId: event.studyId, id: into });
    return true;
  });
}

/**
 * The open table that stands for one now: itself, or the one that it was merged into. Null for a
 * table that has closed. Asked by whoever holds the event, before anybody is seated.
 */
export async function openTable(
  db: Kysely<Database>,
  { studyId, id }: Place,
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select goes_on.id from room_table t join room_table goes_on
      on goes_on.study_id = t.study_id and goes_on.id = coalesce(t.merged_into, t.id)
    where t.study_id = ${studyId} and t.id = ${id} and goes_on.closed_at is null`.execute(db);
  return rows[0]?.id ?? null;
}

/**
 * Gives a table the writer that it should have, as `writerOf` says, and counts a change.
 */
export async function settleWriter(db: Kysely<Database>, { studyId, id }: Place): Promise<void> {
  await sql`
    update room_table t set revision = revision + 1, writer_id = (
      select p.id from room_person p
      where p.study_id = ${studyId} and p.table_id = ${id}
      order by (p.id = t.writer_id) desc nulls last, (p.role = 'writer') desc, p.number limit 1)
    where t.study_id = ${studyId} and t.id = ${id}`.execute(db);
}

/** Makes somebody the writer of their table; false when they do not sit there. */
export async function takeOver(
  db: Kysely<Database>,
  { studyId, eventId, id }: Pick<RoomTable, 'studyId' | 'eventId' | 'id'>,
  personId: string,
): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    // Whoever is being seated elsewhere has gone before this looks.
    await lockEvent(transaction, { studyId, id: eventId });
    const { rows } = await sql`
      update room_table t set writer_id = ${personId}, revision = revision + 1
      where t.study_id = ${studyId} and t.id = ${id} and t.closed_at is null and exists (
        select from room_person p
        where p.study_id = ${studyId} and p.id = ${personId} and p.table_id = ${id})
      returning t.id`.execute(transaction);
    return rows.length > 0;
  });
}

function tableOf(row: Selectable<RoomTableTable>): RoomTable {
  return {
    studyId: row.study_id,
    eventId: row.event_id,
    id: row.id,
    number: row.number,
    key: row.key,
    name: row.name,
    kind: row.kind,
    link: row.link,
    code: row.code,
    cards: row.cards,
    moderators: row.moderators,
    writerId: row.writer_id,
    closedAt: row.closed_at,
    lockedAt: row.locked_at,
    mergedInto: row.merged_into,
    activeAt: row.active_at,
    revision: row.revision,
  };
}
