import { type Kysely, type Selectable, sql } from 'kysely';
import type { PersonMark, PersonRole } from '../../survey/room/room-rights.ts';
import { jsonb } from '../portable.ts';
import type { Database } from '../schema.ts';
import { isUuid } from '../studies.ts';
import type { RoomPersonTable } from './room-tables.ts';
import { lockEvent, settleWriter } from './tables.ts';

/** Somebody present, without a name: a number, and what they said about themselves on joining. */
export interface RoomPerson {
  studyId: string;
  eventId: string;
  id: string;
  number: number;
  role: PersonRole;
  mark: PersonMark;
  /** Answers to segment questions, for balanced seating. */
  answers: Record<string, unknown>;
  locale: string;
  tableId: string | null;
  fixed: boolean;
  joinedAt: Date;
  seenAt: Date;
}

interface Place {
  studyId: string;
  id: string;
}

/** What somebody brings when they join. */
export interface Joining {
  keyHash: string;
  mark: PersonMark;
  answers: Record<string, unknown>;
  locale: string;
  /** Where they sit down; null to wait for a seat. */
  tableId: string | null;
  now: Date;
}

/**
 * Lets somebody in, or finds them again by their code: joining twice is joining once, and joining
 * at another table is moving there. The first one at a table becomes its writer.
 */
export async function joinEvent(
  db: Kysely<Database>,
  event: Place,
  joining: Joining,
): Promise<RoomPerson> {
  return db.transaction().execute(async (transaction) => {
    await lockEvent(transaction, event);
    const known = await findPersonByKey(transaction, event, joining.keyHash);
    const { tableId } = joining;
    if (known) {
      if (tableId !== null && tableId !== known.tableId) {
        await sit(transaction, known, tableId);
      }
      return (await findPerson(transaction, event.studyId, known.id))!;
    }
    const id = crypto.randomUUID();
    await sql`
      insert into room_person (study_id, event_id, id, number, key_hash, role, mark, answers,
        locale, table_id, joined_at, seen_at)
      select ${event.studyId}::uuid, ${event.id}::uuid, ${id}::uuid, coalesce(max(number), 0) + 1,
        ${joining.keyHash}, 'participant', ${joining.mark}, ${jsonb(joining.answers)},
        ${joining.locale}, ${tableId}::uuid, ${joining.now}::timestamptz,
        ${joining.now}::timestamptz
      from room_person where study_id = ${event.studyId} and event_id = ${event.id}
    `.execute(transaction);
    if (tableId !== null) {
      await settleWriter(transaction, { studyId: event.studyId, id: tableId });
    }
    return (await findPerson(transaction, event.studyId, id))!;
  });
}

/** What can be changed about somebody: where they sit, and as whom. */
export interface PersonChange {
  tableId?: string | null;
  role?: PersonRole;
  mark?: PersonMark;
  fixed?: boolean;
}

/** Changes somebody's seat, role or mark, and gives both tables their writers. */
export async function changePerson(
  db: Kysely<Database>,
  event: Place,
  personId: string,
  change: PersonChange,
): Promise<RoomPerson | null> {
  return db.transaction().execute(async (transaction) => {
    await lockEvent(transaction, event);
    const person = await findPerson(transaction, event.studyId, personId);
    if (!person || person.eventId !== event.id) return null;
    const { role = person.role, mark = person.mark, fixed = person.fixed } = change;
    await sql`
      update room_person set role = ${role}, mark = ${mark}, fixed = ${fixed},
        revision = revision + 1
      where study_id = ${event.studyId} and id = ${personId}`.execute(transaction);
    if (change.tableId !== undefined) await sit(transaction, person, change.tableId);
    else if (person.tableId) {
      await settleWriter(transaction, { studyId: event.studyId, id: person.tableId });
    }
    return findPerson(transaction, event.studyId, personId);
  });
}

async function sit(
  db: Kysely<Database>,
  { studyId, id, tableId: before }: RoomPerson,
  tableId: string | null,
): Promise<void> {
  await sql`
    update room_person set table_id = ${tableId}::uuid, revision = revision + 1
    where study_id = ${studyId} and id = ${id}`.execute(db);
  for (const table of [before, tableId]) {
    if (table !== null) await settleWriter(db, { studyId, id: table });
  }
}

/** Everybody who has joined an event, in the order in which they came. */
export async function listPeople(
  db: Kysely<Database>,
  { studyId, id }: Place,
): Promise<RoomPerson[]> {
  const rows = await db
    .selectFrom('room_person')
    .selectAll()
    .where('study_id', '=', studyId)
    .where('event_id', '=', id)
    .orderBy('number')
    .execute();
  return rows.map(personOf);
}

/** The person with a code, by its hash. */
export async function findPersonByKey(
  db: Kysely<Database>,
  { studyId, id }: Place,
  keyHash: string,
): Promise<RoomPerson | null> {
  const row = await db
    .selectFrom('room_person')
    .selectAll()
    .where('study_id', '=', studyId)
    .where('event_id', '=', id)
    .where('key_hash', '=', keyHash)
    .executeTakeFirst();
  return row ? personOf(row) : null;
}

async function findPerson(
  db: Kysely<Database>,
  studyId: string,
  id: string,
): Promise<RoomPerson | null> {
  if (!isUuid(id)) return null;
  const row = await db
    .selectFrom('room_person')
    .selectAll()
    .where('study_id', '=', studyId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? personOf(row) : null;
}

const SEEN_EVERY = 30_000;

/** Notes that somebody's phone is there; at most twice a minute. */
export async function seePerson(
  db: Kysely<Database>,
  { studyId, id, seenAt }: RoomPerson,
  now: Date,
): Promise<void> {
  if (now.getTime() - seenAt.getTime() < SEEN_EVERY) return;
  await sql`
    update room_person set seen_at = ${now} where study_id = ${studyId} and id = ${id}`.execute(db);
}

/** Notes from whose seat a response came, so that presence is counted and rounds are paired. */
export async function noteAnswer(
  db: Kysely<Database>,
  answer: {
    studyId: string;
    eventId: string;
    responseId: string;
    person: Pick<RoomPerson, 'id' | 'mark'>;
    tableId: string | null;
    round: number;
    now: Date;
  },
): Promise<void> {
  const { studyId, eventId, responseId, person, tableId, round, now } = answer;
  await sql`
    insert into room_answer (study_id, event_id, response_id, person_id, table_id, round, mark,
      answered_at)
    values (${studyId}, ${eventId}, ${responseId}, ${person.id}, ${tableId}, ${round},
      ${person.mark}, ${now})
    on conflict (study_id, response_id) do update set
      table_id = excluded.table_id, round = excluded.round, answered_at = excluded.answered_at
  `.execute(db);
  if (tableId === null) return;
  await sql`
    update room_table set active_at = ${now}, revision = revision + 1
    where study_id = ${studyId} and id = ${tableId}`.execute(db);
}

function personOf(row: Selectable<RoomPersonTable>): RoomPerson {
  return {
    studyId: row.study_id,
    eventId: row.event_id,
    id: row.id,
    number: row.number,
    role: row.role,
    mark: row.mark,
    answers: row.answers,
    locale: row.locale,
    tableId: row.table_id,
    fixed: row.fixed,
    joinedAt: row.joined_at,
    seenAt: row.seen_at,
  };
}
