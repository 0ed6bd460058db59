import { type Kysely, sql } from 'kysely';

/**
 * Training strategies: what designers changed in the generated document, frozen versions, comments
 * and links for people without an account; and studies published as templates with their results.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  // The document itself is made from the results each time: only what people changed is stored.
  await sql`
    create table strategy_draft (
      study_id uuid not null references study (id) on delete cascade,
      language text not null,
      filter text not null,
      edits jsonb not null,
      revision integer not null,
      changed_at timestamptz not null,
      changed_by text,
      primary key (study_id, language, filter)
    )`.execute(db);

  await sql`
    create table strategy_version (
      study_id uuid not null references study (id) on delete cascade,
      id uuid not null,
      place integer generated always as identity,
      language text not null,
      filter text not null,
      name text not null,
      note text not null,
      signed_by text,
      document jsonb not null,
      hash text not null,
      frozen_at timestamptz not null,
      frozen_by text,
      primary key (study_id, id)
    )`.execute(db);

  // What somebody signed stays as it was, whoever asks.
  await sql`
    create function strategy_version_stays() returns trigger language plpgsql as
    $$ begin raise exception 'A frozen strategy never changes.'; end $$`.execute(db);
  await sql`
    create trigger strategy_version_stays before update on strategy_version
    for each row execute function strategy_version_stays()`.execute(db);

  // On a frozen version, or on the draft of a language and a filter where `version_id` is null.
  await sql`
    create table strategy_comment (
      study_id uuid not null references study (id) on delete cascade,
      id uuid not null,
      place integer generated always as identity,
      version_id uuid,
      language text not null,
      filter text not null,
      block text not null,
      quote text not null,
      text text not null,
      author text not null,
      guest boolean not null,
      made_at timestamptz not null,
      resolved_at timestamptz,
      resolved_by text,
      primary key (study_id, id),
      foreign key (study_id, version_id) references strategy_version (study_id, id)
        on delete cascade
    )`.execute(db);

  await sql`
    create table strategy_link (
      study_id uuid not null references study (id) on delete cascade,
      id uuid not null,
      version_id uuid not null,
      hash text not null unique,
      kind text not null check (kind in ('read', 'review')),
      files boolean not null,
      made_at timestamptz not null,
      made_by text,
      expires_at timestamptz not null,
      ended_at timestamptz,
      primary key (study_id, id),
      foreign key (study_id, version_id) references strategy_version (study_id, id)
        on delete cascade
    )`.execute(db);

  await sql`
    create table study_template (
      id uuid primary key,
      organisation_id uuid not null references organisation (id) on delete cascade,
      name text not null,
      definition jsonb not null,
      prior jsonb not null,
      made_at timestamptz not null,
      made_by text
    )`.execute(db);
  await sql`
    create index study_template_organisation on study_template (organisation_id, made_at)
  `.execute(db);

  // What the last round found, in the study that starts from it; it outlives the template.
  await sql`
    create table study_prior (
      study_id uuid primary key references study (id) on delete cascade,
      prior jsonb not null,
      shown boolean not null
    )`.execute(db);
}
