import { type Kysely, sql } from 'kysely';

/**
 * The first schema. Everything that belongs to a study has a key that leads with `study_id`, so
 * the tables can be distributed by it.
 *
 * `response` has no foreign key to `study`: its check would lock the study's one row for every
 * submission of a full hall. Deleting a study deletes its rows explicitly instead.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table study (
      id uuid primary key,
      join_code text not null,
      status text not null default 'draft' check (status in ('draft', 'open', 'closed')),
      definition jsonb not null,
      definition_revision integer not null default 1,
      synthetic boolean not null default false,
      created_at timestamptz not null,
      opened_at timestamptz,
      closed_at timestamptz
    )`.execute(db);
  await sql`create index study_newest on study (created_at desc, id desc)`.execute(db);

  // Codes outlive their studies, so that none is ever given out twice.
  await sql`
    create table join_code (
      code text primary key,
      study_id uuid not null,
      created_at timestamptz not null
    )`.execute(db);

  // The current revision of each response. A withdrawn one keeps its id and revision only.
  await sql`
    create table response (
      study_id uuid not null,
      id uuid not null,
      revision integer not null check (revision >= 1),
      locale text not null,
      voice text not null check (voice in ('individual', 'table')),
      table_name text,
      round integer not null,
      event text,
      entry jsonb,
      texts jsonb,
      shown jsonb,
      flags jsonb,
      receipt_hash text not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      withdrawn_at timestamptz,
      primary key (study_id, id),
      check ((entry is null) = (withdrawn_at is not null))
    )`.execute(db);
  await sql`create index response_receipt on response (receipt_hash)`.execute(db);

  // Answers to personal questions, apart from all others.
  await sql`
    create table personal_answer (
      study_id uuid not null,
      response_id uuid not null,
      answers jsonb not null,
      primary key (study_id, response_id)
    )`.execute(db);

  // Append-only. xid orders entries safely by commit where an id from a sequence would not.
  await sql`
    create table ledger (
      study_id uuid not null,
      id bigint generated always as identity,
      xid xid8 not null default pg_current_xact_id(),
      sign smallint not null check (sign in (-1, 1)),
      locale text not null,
      voice text not null,
      table_name text,
      round integer not null,
      event text,
      entry jsonb not null,
      primary key (study_id, xid, id)
    )`.execute(db);

  await sql`
    create table designer (
      id uuid primary key,
      name text not null,
      email text unique,
      role text not null check (role in ('owner', 'designer', 'facilitator', 'viewer')),
      created_at timestamptz not null
    )`.execute(db);
  await sql`
    create table api_token (
      id uuid primary key,
      designer_id uuid not null references designer (id) on delete cascade,
      hash text not null unique,
      created_at timestamptz not null,
      last_used_on date
    )`.execute(db);
  await sql`
    create table session (
      hash text primary key,
      designer_id uuid not null references designer (id) on delete cascade,
      created_at timestamptz not null,
      expires_at timestamptz not null
    )`.execute(db);
  await sql`
    create table setup_link (
      hash text primary key,
      created_at timestamptz not null
    )`.execute(db);
}
