import { type Kysely, sql } from 'kysely';

/**
 * The floor: questions that people in the room ask from their phones, which moderators accept, put
 * on the big screen and set aside. `revision` is compared before each change, as in the room.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Nobody's name: `asker_hash` is of a code that only a phone has, and is no seat's hash.
  await sql`
    create table floor_question (
      study_id uuid not null,
      event_id uuid not null,
      id uuid not null,
      number integer not null,
      text text not null,
      status text not null default 'new'
        check (status in ('new', 'accepted', 'shown', 'answered', 'aside')),
      place integer not null,
      asker_hash text not null,
      asked_at timestamptz not null,
      changed_at timestamptz not null,
      revision integer not null default 1,
      primary key (study_id, id),
      unique (study_id, event_id, number),
      foreign key (study_id, event_id) references room_event (study_id, id) on delete cascade
    )`.execute(db);
  // One question at a time is on the big screen.
  await sql`
    create unique index floor_question_shown on floor_question (study_id, event_id)
      where status = 'shown'`.execute(db);

  await sql`
    create table floor_support (
      study_id uuid not null,
      question_id uuid not null,
      supporter_hash text not null,
      primary key (study_id, question_id, supporter_hash),
      foreign key (study_id, question_id) references floor_question (study_id, id)
        on delete cascade
    )`.execute(db);
}
