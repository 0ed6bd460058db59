import { type Kysely, sql } from 'kysely';

/** Registration for events with its public page, and where people sit in later rounds. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // What the public page of an event says beyond its facts, and the sessions to be placed in.
  await sql`
    create table room_public (
      study_id uuid not null,
      event_id uuid not null,
      is_public boolean not null,
      is_open boolean not null,
      partners jsonb not null,
      sessions jsonb not null,
      revision integer not null default 1,
      primary key (study_id, event_id),
      foreign key (study_id, event_id) references room_event (study_id, id) on delete cascade
    )`.execute(db);

  // Nobody's name: wishes, the hash of the code in the private link, and the place once confirmed.
  await sql`
    create table room_registration (
      study_id uuid not null,
      event_id uuid not null,
      id uuid not null,
      number integer not null,
      key_hash text not null,
      preferences jsonb not null,
      way text not null check (way in ('on-site', 'online', 'either')),
      half text not null check (half in ('morning', 'afternoon', 'either')),
      locale text not null,
      session text,
      confirmed_at timestamptz,
      registered_at timestamptz not null,
      revision integer not null default 1,
      primary key (study_id, id),
      unique (study_id, event_id, key_hash),
      unique (study_id, event_id, number),
      foreign key (study_id, event_id) references room_event (study_id, id) on delete cascade
    )`.execute(db);

  // Personal, so apart from all the rest; gone with the registration and with the event.
  await sql`
    create table room_contact (
      study_id uuid not null,
      registration_id uuid not null,
      contact text not null,
      primary key (study_id, registration_id),
      foreign key (study_id, registration_id)
        references room_registration (study_id, id) on delete cascade
    )`.execute(db);

  // Where somebody sits in a round to come.
  await sql`
    create table room_rotation (
      study_id uuid not null,
      event_id uuid not null,
      round integer not null,
      person_id uuid not null,
      table_id uuid not null,
      primary key (study_id, event_id, round, person_id),
      foreign key (study_id, event_id) references room_event (study_id, id) on delete cascade
    )`.execute(db);
}
