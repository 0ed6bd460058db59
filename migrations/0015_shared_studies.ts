import { type Kysely, sql } from 'kysely';

/**
 * Organisations that share a study, who organises an event, editions of a series, moderators, and
 * practices that were taken over from answers.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  // The owner is in `study.organisation_id`; these are the others, with the most that they may do.
  await sql`
    create table study_partner (
      study_id uuid not null references study (id) on delete cascade,
      organisation_id uuid not null references organisation (id) on delete cascade,
      role text not null check (role in ('viewer', 'facilitator', 'designer')),
      accepted_by text,
      since timestamptz not null,
      primary key (study_id, organisation_id)
    )`.execute(db);
  await sql`create index study_partner_organisation on study_partner (organisation_id)`.execute(db);

  // A link for one organisation, gone once it is accepted; only its hash is stored.
  await sql`
    create table study_partner_invitation (
      study_id uuid not null references study (id) on delete cascade,
      id uuid not null default gen_random_uuid(),
      role text not null check (role in ('viewer', 'facilitator', 'designer')),
      email text,
      hash text not null unique,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      primary key (study_id, id)
    )`.execute(db);

  await sql`
    alter table room_event
      add column organisation_id uuid references organisation (id) on delete set null,
      add column series_number integer check (series_number > 0)`.execute(db);
  await sql`
    update room_event e set organisation_id = s.organisation_id
    from study s where s.id = e.study_id`.execute(db);
  await sql`
    alter table room_table add column moderators jsonb not null default '[]'`.execute(db);
  // The question and the words that a practice was taken from; never who wrote them.
  await sql`alter table gap_practice add column source text`.execute(db);
  await sql`create unique index gap_practice_source on gap_practice (study_id, source)`.execute(db);
}
