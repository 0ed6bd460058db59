import { type Kysely, sql } from 'kysely';

/**
 * The room: events of a study, their tables, who is present, and what tables write down.
 *
 * `revision` columns rise with each change and are compared before it, so that of two people who
 * change the same thing at once one is told what the other did.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  // `key` never changes: answers carry it as their event. `state` is what runs now.
  await sql`
    create table room_event (
      study_id uuid not null references study (id) on delete cascade,
      id uuid not null,
      key text not null,
      name text not null,
      place text,
      room text,
      series text,
      starts_at timestamptz not null,
      ends_at timestamptz not null,
      time_zone text not null,
      agenda jsonb not null,
      edition integer not null default 1,
      state jsonb not null,
      revision integer not null default 1,
      created_at timestamptz not null,
      primary key (study_id, id),
      unique (study_id, key),
      check (starts_at < ends_at)
    )`.execute(db);

  // `key` is the name that answers carry, `code` stands in the link of the table's QR code.
  await sql`
    create table room_table (
      study_id uuid not null,
      event_id uuid not null,
      id uuid not null,
      number integer not null check (number >= 1),
      key text not null,
      name text not null,
      kind text not null check (kind in ('table', 'online')),
      link text,
      code text not null,
      cards jsonb not null default '[]',
      writer_id uuid,
      closed_at timestamptz,
      merged_into uuid,
      active_at timestamptz,
      revision integer not null default 1,
      primary key (study_id, id),
      unique (study_id, code),
      unique (study_id, event_id, number),
      unique (study_id, event_id, key),
      foreign key (study_id, event_id) references room_event (study_id, id) on delete cascade
    )`.execute(db);

  // Nobody's name: a number, and the hash of the code that only the person has.
  await sql`
    create table room_person (
      study_id uuid not null,
      event_id uuid not null,
      id uuid not null,
      number integer not null,
      key_hash text not null,
      role text not null check (role in ('participant', 'host', 'writer', 'rapporteur')),
      mark text not null check (mark in ('participant', 'team', 'expert')),
      answers jsonb not null default '{}',
      locale text not null,
      table_id uuid,
      fixed boolean not null default false,
      joined_at timestamptz not null,
      seen_at timestamptz not null,
      revision integer not null default 1,
      primary key (study_id, id),
      unique (study_id, event_id, key_hash),
      unique (study_id, event_id, number),
      foreign key (study_id, event_id) references room_event (study_id, id) on delete cascade
    )`.execute(db);
  await sql`
    create index room_person_table on room_person (study_id, table_id)`.execute(db);

  // What a table writes down, each field with its own revision.
  await sql`
    create table room_field (
      study_id uuid not null,
      event_id uuid not null,
      table_id uuid not null,
      round integer not null,
      field text not null,
      value jsonb not null,
      revision integer not null,
      written_at timestamptz not null,
      primary key (study_id, table_id, round, field),
      foreign key (study_id, event_id) references room_event (study_id, id) on delete cascade
    )`.execute(db);

  // A name: apart from all the rest, and gone with the event.
  await sql`
    create table room_presenter (
      study_id uuid not null,
      event_id uuid not null,
      table_id uuid not null,
      name text not null,
      primary key (study_id, table_id),
      foreign key (study_id, event_id) references room_event (study_id, id) on delete cascade
    )`.execute(db);

  // Which response came from which place, so that rounds can be paired and presence counted.
  await sql`
    create table room_answer (
      study_id uuid not null,
      event_id uuid not null,
      response_id uuid not null,
      person_id uuid not null,
      table_id uuid,
      round integer not null,
      mark text not null,
      answered_at timestamptz not null,
      primary key (study_id, response_id),
      foreign key (study_id, event_id) references room_event (study_id, id) on delete cascade
    )`.execute(db);
  await sql`
    create index room_answer_event on room_answer (study_id, event_id, round)`.execute(db);

  // Who ran the room, and what they did.
  await sql`
    create table room_log (
      study_id uuid not null,
      event_id uuid not null,
      id bigint generated always as identity,
      at timestamptz not null,
      by_name text,
      action text not null,
      detail jsonb not null,
      primary key (study_id, event_id, id),
      foreign key (study_id, event_id) references room_event (study_id, id) on delete cascade
    )`.execute(db);
}
