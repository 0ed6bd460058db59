import { type Kysely, type Selectable, sql } from 'kysely';
import type { Half, Way } from '../../survey/room/best-spot.ts';
import type { PublicEvent } from '../../survey/room/public-event.ts';
import { jsonb } from '../portable.ts';
import type { Database } from '../schema.ts';
import type { RoomRegistrationTable } from './registration-tables.ts';
import { lockEvent } from './tables.ts';

interface Place {
  studyId: string;
  id: string;
}

/** Somebody who wants to come, without a name: a number, and what they would like. */
export interface Registration {
  studyId: string;
  eventId: string;
  id: string;
  number: number;
  preferences: string[];
  way: Way;
  half: Half;
  locale: string;
  /** The session that organisers have confirmed. */
  session: string | null;
  confirmedAt: Date | null;
}

/** What the public page of an event says; nothing, and not public, while nobody has said more. */
export async function publicEvent(
  db: Kysely<Database>,
  { studyId, id }: Place,
): Promise<PublicEvent> {
  const row = await db
    .selectFrom('room_public')
    .selectAll()
    .where('study_id', '=', studyId)
    .where('event_id', '=', id)
    .executeTakeFirst();
  if (!row) return { isPublic: false, isOpen: false, partners: [], sessions: [], revision: 0 };
  const { is_public: isPublic, is_open: isOpen, partners, sessions, revision } = row;
  return { isPublic, isOpen, partners, sessions, revision };
}

/** Events with a public page that are not over, by date. */
export async function publicEvents(
  db: Kysely<Database>,
  studyId: string,
  now: Date,
): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select e.id, e.name from room_event e
    join room_public p on p.study_id = e.study_id and p.event_id = e.id
    where e.study_id = ${studyId} and p.is_public and e.ends_at > ${now}
    order by e.starts_at, e.id
    limit 20`.execute(db);
  return rows;
}

/** Replaces what the public page says, if it still has this revision; false when it has not. */
export async function changePublicEvent(
  db: Kysely<Database>,
  { studyId, id }: Place,
  { isPublic, isOpen, partners, sessions, revision }: PublicEvent,
): Promise<boolean> {
  const { rows } = await sql`
    insert into room_public (study_id, event_id, is_public, is_open, partners, sessions)
    select ${studyId}::uuid, ${id}::uuid, ${isPublic}::boolean, ${isOpen}::boolean,
      ${jsonb(partners)}, ${jsonb(sessions)}
    where ${revision}::integer = 0 or exists (
      select from room_public where study_id = ${studyId} and event_id = ${id})
    on conflict (study_id, event_id) do update set is_public = excluded.is_public,
      is_open = excluded.is_open, partners = excluded.partners, sessions = excluded.sessions,
      revision = room_public.revision + 1
      where room_public.revision = ${revision}
    returning revision`.execute(db);
  return rows.length > 0;
}

/** What somebody sends to register. */
export interface Registering {
  keyHash: string;
  preferences: string[];
  way: Way;
  half: Half;
  locale: string;
  /** How organisers can reach them; '' for nothing. */
  contact: string;
  now: Date;
}

/**
 * Registers somebody; with a code that is known it changes what they asked for, which is possible
 * until organisers have confirmed a place. The contact is stored apart.
 */
export async function register(
  db: Kysely<Database>,
  event: Place,
  asked: Registering,
): Promise<Registration> {
  return db.transaction().execute(async (transaction) => {
    await lockEvent(transaction, event);
    const { keyHash, preferences, way, half, locale, contact, now } = asked;
    const { rows } = await sql<{ id: string }>`
      insert into room_registration (study_id, event_id, id, number, key_hash, preferences, way,
        half, locale, registered_at)
      select ${event.studyId}::uuid, ${event.id}::uuid, ${crypto.randomUUID()}::uuid,
        coalesce(max(number), 0) + 1, ${keyHash}, ${jsonb(preferences)}, ${way}, ${half},
        ${locale}, ${now}::timestamptz
      from room_registration where study_id = ${event.studyId} and event_id = ${event.id}
      on conflict (study_id, event_id, key_hash) do update set
        preferences = excluded.preferences, way = excluded.way, half = excluded.half,
        revision = room_registration.revision + 1
        where room_registration.confirmed_at is null
      returning id`.execute(transaction);
    const [stored] = rows;
    if (stored && contact !== '') {
      await sql`
        insert into room_contact (study_id, registration_id, contact)
        values (${event.studyId}, ${stored.id}, ${contact})
        on conflict (study_id, registration_id) do update set contact = excluded.contact
      `.execute(transaction);
    }
    return (await findRegistration(transaction, event, keyHash))!;
  });
}

/** The registration with a code, by its hash. */
export async function findRegistration(
  db: Kysely<Database>,
  { studyId, id }: Place,
  keyHash: string,
): Promise<Registration | null> {
  const row = await db
    .selectFrom('room_registration')
    .selectAll()
    .where('study_id', '=', studyId)
    .where('event_id', '=', id)
    .where('key_hash', '=', keyHash)
    .executeTakeFirst();
  return row ? registrationOf(row) : null;
}

/** Everybody who has registered, in the order in which they did. */
export async function listRegistrations(
  db: Kysely<Database>,
  { studyId, id }: Place,
): Promise<Registration[]> {
  const rows = await db
    .selectFrom('room_registration')
    .selectAll()
    .where('study_id', '=', studyId)
    .where('event_id', '=', id)
    .orderBy('number')
    .execute();
  return rows.map(registrationOf);
}

/** The contacts that people have left, by registration. */
export async function listContacts(
  db: Kysely<Database>,
  { studyId, id }: Place,
): Promise<Map<string, string>> {
  const { rows } = await sql<{ registration: string; contact: string }>`
    select c.registration_id as registration, c.contact from room_contact c
    join room_registration r on r.study_id = c.study_id and r.id = c.registration_id
    where c.study_id = ${studyId} and r.event_id = ${id}`.execute(db);
  return new Map(rows.map(({ registration, contact }) => [registration, contact]));
}

/** Takes a registration back, with its contact. */
export async function withdrawRegistration(
  db: Kysely<Database>,
  { studyId, id }: Pick<Registration, 'studyId' | 'id'>,
): Promise<void> {
  await sql`delete from room_registration where study_id = ${studyId} and id = ${id}`.execute(db);
}

/** What a proposal was made on: it changes with every registration and every session. */
export async function registrationVersion(
  db: Kysely<Database>,
  { studyId, id }: Place,
): Promise<string> {
  const { rows } = await sql<{ version: string }>`
    select (select count(*) || '.' || coalesce(sum(revision), 0) || '.' || coalesce(max(number), 0)
        from room_registration where study_id = ${studyId} and event_id = ${id}) || '-' ||
      coalesce((select revision from room_public
        where study_id = ${studyId} and event_id = ${id}), 0) as version`.execute(db);
  return rows[0]!.version;
}

/**
 * Confirms places, if everything is still as it was when they were proposed. Who gets none is open
 * for the next proposal.
 *
 * @returns false when something has changed: nothing was done then
 */
export async function confirmSpots(
  db: Kysely<Database>,
  event: Place,
  asked: { version: string; spotOf: ReadonlyMap<string, string | null>; now: Date },
): Promise<boolean> {
  const { version, spotOf, now } = asked;
  return db.transaction().execute(async (transaction) => {
    await lockEvent(transaction, event);
    if ((await registrationVersion(transaction, event)) !== version) return false;
    const spots = [...spotOf].map(([registration, session]) => ({ registration, session }));
    await sql`
      update room_registration r set session = s.session, revision = revision + 1,
        confirmed_at = case when s.session is null then null
          when r.session is distinct from s.session then ${now}::timestamptz
          else r.confirmed_at end
      from jsonb_to_recordset(${jsonb(spots)}) as s(registration uuid, session text)
      where r.study_id = ${event.studyId} and r.event_id = ${event.id} and r.id = s.registration
        and r.session is distinct from s.session`.execute(transaction);
    return true;
  });
}

function registrationOf(row: Selectable<RoomRegistrationTable>): Registration {
  return {
    studyId: row.study_id,
    eventId: row.event_id,
    id: row.id,
    number: row.number,
    preferences: row.preferences,
    way: row.way,
    half: row.half,
    locale: row.locale,
    session: row.session,
    confirmedAt: row.confirmed_at,
  };
}
