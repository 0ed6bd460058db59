import { type Kysely, sql } from 'kysely';

/** How a study reaches people, and which of its translations somebody has checked. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Times are pending: whoever reads the study once they have passed carries them out.
  await sql`
    alter table study
      add column opens_at timestamptz,
      add column closes_at timestamptz,
      add column time_zone text,
      add column quotas jsonb,
      add column access text not null default 'open' check (access in ('open', 'invited')),
      add column embed_origins jsonb not null default '[]'
  `.execute(db);
  await sql`
    create index study_scheduled on study (least(opens_at, closes_at))
    where opens_at is not null or closes_at is not null`.execute(db);

  // A row never changes once it is there: what says that a link was used stands apart.
  await sql`
    create table study_invitation (
      study_id uuid not null references study (id) on delete cascade,
      place integer not null,
      hash text not null,
      nonce text not null,
      address text,
      made_on date not null,
      primary key (study_id, place),
      unique (study_id, hash)
    )`.execute(db);

  // One bit for each place, in one row for a study: its xmin tells of the last use, not of whose.
  await sql`
    create table study_invitation_use (
      study_id uuid primary key references study (id) on delete cascade,
      used bytea not null
    )`.execute(db);

  // Holds while neither the source nor the translation has changed.
  await sql`
    create table translation_review (
      study_id uuid not null references study (id) on delete cascade,
      unit text not null,
      language text not null,
      fingerprint text not null,
      reviewed_by text not null,
      reviewed_at timestamptz not null,
      primary key (study_id, unit, language)
    )`.execute(db);
}
