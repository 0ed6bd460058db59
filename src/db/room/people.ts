import { type Kysely, type Selectable, sql } from 'kysely';
import { markOf, type PersonMark, type PersonRole } from '../../survey/room/room-rights.ts';
import { jsonb } from '../portable.ts';
import type { Database } from '../schema.ts';
import { isUuid } from '../studies.ts';
import type { RoomPersonTable } from './room-tables.ts';
import { lockEvent, openTable, settleWriter } from './tables.ts';

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
 * at another table is moving there. The first one at a table becomes its writer. At a table that
 * was merged meanwhile they sit down at the one that goes on; at one that has closed they wait.
 */
export async function joinEvent(
  db: Kysely<Database>,
  event: Place,
  joining: Joining,
): Promise<RoomPerson> {
  return db.transaction().execute(async (transaction) => {
    await lockEvent(transaction, event);
    const known = await findPersonByKey(transaction, event, joining.keyHash);
    const { studyId } = event;
    const tableId =
      joining.tableId && (await openTable(transaction, { studyId, id: joining.tableId }));
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

/**
 * Changes somebody's seat, role or mark, and gives both tables their writers; nobody is seated at a
 * table that has closed meanwhile. With another mark all
 * that they have answered is counted over: nobody's answers are in two places.
 */
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
    if (mark !== person.mark) await recountMarked(transaction, { ...person, mark });
    const { studyId } = event;
    const seat = change.tableId && (await openTable(transaction, { studyId, id: change.tableId }));
    if (seat || change.tableId === null) await sit(transaction, person, seat ?? null);
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

/**
 * Notes from whose seat a response came, so that presence is counted and rounds are paired. The
 * person's row is held meanwhile: a mark that changes at the same moment finds this answer, or has
 * changed before and is given to it here.
 */
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
  const { rows } = await sql<{ mark: PersonMark }>`
    with author as materialized (
      select mark from room_person
      where study_id = ${studyId} and id = ${person.id} for share
    ), noted as (
      insert into room_answer (study_id, event_id, response_id, person_id, table_id, round, mark,
        answered_at)
      select ${studyId}::uuid, ${eventId}::uuid, ${responseId}::uuid, ${person.id}::uuid,
        ${tableId}::uuid, ${round}::integer, coalesce((select mark from author), ${person.mark}),
        ${now}::timestamptz
      on conflict (study_id, response_id) do update set
        table_id = excluded.table_id, round = excluded.round, mark = excluded.mark,
        answered_at = excluded.answered_at
    )
    select mark from author`.execute(db);
  const mark = rows[0]?.mark ?? person.mark;
  if (mark !== person.mark) {
    await db
      .transaction()
      .execute((transaction) => recountMarked(transaction, { studyId, id: person.id, mark }));
  }
  if (tableId === null) return;
  await sql`
    update room_table set active_at = ${now}, revision = revision + 1
    where study_id = ${studyId} and id = ${tableId}`.execute(db);
}

/**
 * Gives all that somebody has answered themselves the mark that they have now: out of the ledger
 * as it was, and into it as it is. Doing it again changes nothing.
 */
async function recountMarked(
  db: Kysely<Database>,
  { studyId, id, mark }: Pick<RoomPerson, 'studyId' | 'id' | 'mark'>,
): Promise<void> {
  const marked = markOf({ mark });
  await sql`
    with own as materialized (
      select a.response_id from room_answer a
      where a.study_id = ${studyId} and a.person_id = ${id}
    ), prior as materialized (
      select r.* from response r
      where r.study_id = ${studyId} and r.id = any (array(select response_id from own))
        and r.voice = 'individual' and r.withdrawn_at is null
        and r.mark is distinct from ${marked}::text
      order by r.id for update of r
    ), changed as (
      update response r set mark = ${marked}::text
      from prior where r.study_id = prior.study_id and r.id = prior.id
      returning r.id
    ), noted as (
      update room_answer a set mark = ${mark}
      where a.study_id = ${studyId} and a.person_id = ${id}
    )
    insert into ledger (study_id, sign, locale, voice, table_name, round, event, mark, code, entry)
    select p.study_id, s.sign, p.locale, p.voice, p.table_name, p.round, p.event,
      case when s.sign < 0 then p.mark else ${marked}::text end, p.code,
      case when p.code is null then p.entry end
    from prior p join changed on changed.id = p.id
    cross join (values (-1), (1)) as s (sign)`.execute(db);
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
