import { type Kysely, type Selectable, sql } from 'kysely';
import type { AgendaItem } from '../../survey/room/agenda.ts';
import type { ClosedQuestions } from '../../survey/room/closed-questions.ts';
import { plannedRoom, type RoomState } from '../../survey/room/room-state.ts';
import { jsonb } from '../portable.ts';
import type { Database } from '../schema.ts';
import { isUuid } from '../studies.ts';
import type { RoomEventTable } from './room-tables.ts';

/** What organisers say about an event; names are theirs to choose, keys are not. */
export interface EventFacts {
  name: string;
  place: string | null;
  room: string | null;
  series: string | null;
  /** Which edition of its series it is, from 1. */
  seriesNumber?: number | null;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  agenda: AgendaItem[];
}

/** An event of a study, with what runs in it now. */
export interface RoomEvent extends EventFacts {
  studyId: string;
  id: string;
  /** What answers carry as their event. */
  key: string;
  /** What the organisation that organises it is called; null when it is gone. */
  organiser: string | null;
  /** Of the facts; rises with each change of them. */
  edition: number;
  state: RoomState;
  /** Of the state; rises with each change of it. */
  revision: number;
}

/**
 * Stores a new event. Its key is its name, with a number where another event of the study has it.
 *
 * @param organisationId who organises it; the study's owner without
 */
export async function createEvent(
  db: Kysely<Database>,
  studyId: string,
  facts: EventFacts,
  now: Date,
  organisationId: string | null = null,
): Promise<RoomEvent> {
  for (let n = 1; ; n += 1) {
    const key = n === 1 ? facts.name : `${facts.name} (${n})`;
    const id = crypto.randomUUID();
    const { rows } = await sql`
      insert into room_event (study_id, id, key, name, place, room, series, series_number,
        starts_at, ends_at, time_zone, agenda, state, created_at, organisation_id)
      values (${studyId}, ${id}, ${key}, ${facts.name}, ${facts.place}, ${facts.room},
        ${facts.series}, ${facts.seriesNumber ?? null}, ${facts.startsAt}, ${facts.endsAt}, ${facts.timeZone},
        ${jsonb(facts.agenda)}, ${jsonb(plannedRoom())}, ${now},
        coalesce(${organisationId}::uuid,
          (select organisation_id from study where id = ${studyId}::uuid)))
      on conflict (study_id, key) do nothing
      returning id`.execute(db);
    if (rows.length > 0) return (await findEvent(db, studyId, id))!;
  }
}

/** The events of a study in the order of their dates. */
export async function listEvents(db: Kysely<Database>, studyId: string): Promise<RoomEvent[]> {
  const rows = await db
    .selectFrom('room_event')
    .selectAll()
    .select(organiser)
    .where('study_id', '=', studyId)
    .orderBy('starts_at')
    .orderBy('id')
    .execute();
  return rows.map(eventOf);
}

/** One event of a study; null when there is none, also for text that is no id. */
export async function findEvent(
  db: Kysely<Database>,
  studyId: string,
  id: string,
): Promise<RoomEvent | null> {
  if (!isUuid(id)) return null;
  const row = await db
    .selectFrom('room_event')
    .selectAll()
    .select(organiser)
    .where('study_id', '=', studyId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? eventOf(row) : null;
}

/** When facilitators closed questions of the event that answers name by its key. */
export async function closedQuestions(
  db: Kysely<Database>,
  studyId: string,
  key: string,
): Promise<ClosedQuestions> {
  const row = await db
    .selectFrom('room_event')
    .select('state')
    .where('study_id', '=', studyId)
    .where('key', '=', key)
    .executeTakeFirst();
  return { ...plannedRoom(), ...row?.state }.closed;
}

/** The events of a study that run now. */
export async function runningEvents(db: Kysely<Database>, studyId: string): Promise<RoomEvent[]> {
  return (await listEvents(db, studyId)).filter(({ state }) => state.stage === 'running');
}

/** People come in early, and an event may begin late. */
const DOORS = 12 * 3_600_000;

/** The events of a study that one can come into: those that run, and those of about this time. */
export async function openEvents(
  db: Kysely<Database>,
  studyId: string,
  now: Date,
): Promise<RoomEvent[]> {
  return (await listEvents(db, studyId)).filter(({ state, startsAt, endsAt }) => {
    if (state.stage !== 'planned') return state.stage === 'running';
    const at = now.getTime();
    return startsAt.getTime() - DOORS < at && at < endsAt.getTime() + DOORS;
  });
}

/**
 * Replaces what is said about an event, if nobody has done so since it was read.
 *
 * @returns false when the event is gone or has another edition
 */
export async function changeEvent(
  db: Kysely<Database>,
  { studyId, id, edition }: Pick<RoomEvent, 'studyId' | 'id' | 'edition'>,
  facts: EventFacts,
): Promise<boolean> {
  const { rows } = await sql`
    update room_event set name = ${facts.name}, place = ${facts.place}, room = ${facts.room},
      series = ${facts.series}, series_number = ${facts.seriesNumber ?? null},
      starts_at = ${facts.startsAt}, ends_at = ${facts.endsAt},
      time_zone = ${facts.timeZone}, agenda = ${jsonb(facts.agenda)}, edition = edition + 1
    where study_id = ${studyId} and id = ${id} and edition = ${edition}
    returning id`.execute(db);
  return rows.length > 0;
}

/**
 * Stores the next state of a room, if nobody has changed it since it was read.
 *
 * @returns false when the event is gone or has another revision
 */
export async function changeState(
  db: Kysely<Database>,
  { studyId, id, revision }: Pick<RoomEvent, 'studyId' | 'id' | 'revision'>,
  state: RoomState,
): Promise<boolean> {
  const { rows } = await sql`
    update room_event set state = ${jsonb(state)}, revision = revision + 1
    where study_id = ${studyId} and id = ${id} and revision = ${revision}
    returning id`.execute(db);
  return rows.length > 0;
}

/**
 * Keeps the order in which the rows of tables side by side were first shown, unless somebody has
 * changed the room since it was read. Nobody has to hear of it: the revision stays.
 *
 * @returns the order that is kept now, which another screen may have shown first
 */
export async function keepRows(
  db: Kysely<Database>,
  { studyId, id, revision }: Pick<RoomEvent, 'studyId' | 'id' | 'revision'>,
  rows: readonly string[],
): Promise<string[] | null> {
  await sql`
    update room_event set state = jsonb_set(state, '{rows}', ${jsonb(rows)})
    where study_id = ${studyId} and id = ${id} and revision = ${revision}
      and (state ->> 'rows') is null`.execute(db);
  const event = await findEvent(db, studyId, id);
  return event?.revision === revision ? event.state.rows : null;
}

/** Deletes an event with its tables, its people and what they wrote. Answers that were sent stay. */
export async function deleteEvent(
  db: Kysely<Database>,
  studyId: string,
  id: string,
): Promise<boolean> {
  const { rows } = await sql`
    delete from room_event where study_id = ${studyId} and id = ${id} returning id`.execute(db);
  return rows.length > 0;
}

/** Notes what somebody did to a room. */
export async function noteInLog(
  db: Kysely<Database>,
  { studyId, id }: Pick<RoomEvent, 'studyId' | 'id'>,
  entry: { at: Date; by: string | null; action: string; detail: unknown },
): Promise<void> {
  await sql`
    insert into room_log (study_id, event_id, at, by_name, action, detail)
    values (${studyId}, ${id}, ${entry.at}, ${entry.by}, ${entry.action}, ${jsonb(entry.detail)})
  `.execute(db);
}

/** What was done to a room, the latest first. */
export async function roomLog(
  db: Kysely<Database>,
  { studyId, id }: Pick<RoomEvent, 'studyId' | 'id'>,
  limit = 100,
): Promise<{ at: Date; by: string | null; action: string; detail: unknown }[]> {
  const rows = await db
    .selectFrom('room_log')
    .selectAll()
    .where('study_id', '=', studyId)
    .where('event_id', '=', id)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ at, by_name: by, action, detail }) => ({ at, by, action, detail }));
}

const organiser = sql<string | null>`(
  select name from organisation where organisation.id = room_event.organisation_id)`.as(
  'organiser',
);

function eventOf(row: Selectable<RoomEventTable> & { organiser: string | null }): RoomEvent {
  return {
    studyId: row.study_id,
    id: row.id,
    key: row.key,
    name: row.name,
    place: row.place,
    room: row.room,
    series: row.series,
    seriesNumber: row.series_number,
    organiser: row.organiser,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    timeZone: row.time_zone,
    agenda: row.agenda,
    edition: row.edition,
    // Rooms of earlier versions have no floor and no table on the screen.
    state: { ...plannedRoom(), ...row.state },
    revision: row.revision,
  };
}
