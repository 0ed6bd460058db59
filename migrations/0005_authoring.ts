import { type Kysely, sql } from 'kysely';

/**
 * Versions of a study that people have answered, the version that each response was checked
 * against, and answers given to try a study out, which are kept apart from all others.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table study add column version integer not null default 1`.execute(db);
  await sql`
    alter table response add column definition_version integer not null default 1`.execute(db);
  await sql`
    create table study_version (
      study_id uuid not null references study (id) on delete cascade,
      version integer not null check (version >= 1),
      definition jsonb not null,
      made_at timestamptz not null,
      made_by text,
      changes jsonb not null,
      primary key (study_id, version)
    )`.execute(db);
  await sql`
    create table test_response (
      study_id uuid not null references study (id) on delete cascade,
      id uuid not null,
      revision integer not null check (revision >= 1),
      locale text not null,
      answers jsonb not null,
      created_at timestamptz not null,
      primary key (study_id, id)
    )`.execute(db);
}
