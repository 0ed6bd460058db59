import { type Kysely, sql } from 'kysely';

/**
 * People, the organisations that they work in, and tokens and studies that belong to one of them.
 *
 * What there was moves into a first organisation. Tokens keep working; sessions end. A designer
 * had neither e-mail address nor password, so the server prints a set-up link again, with which
 * the owner makes an account.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table organisation (
      id uuid primary key default gen_random_uuid(),
      name text not null,
      created_at timestamptz not null
    )`.execute(db);
  await sql`insert into organisation (name, created_at) values ('Plenary', now())`.execute(db);
  const first = sql`(select id from organisation)`;

  await sql`
    create table person (
      id uuid primary key default gen_random_uuid(),
      name text not null,
      email text not null unique check (email = lower(email)),
      email_verified boolean not null default false,
      image text,
      language text,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    )`.execute(db);
  await sql`
    create table account (
      id uuid primary key default gen_random_uuid(),
      person_id uuid not null references person (id) on delete cascade,
      provider_id text not null,
      account_id text not null,
      access_token text,
      refresh_token text,
      id_token text,
      access_token_expires_at timestamptz,
      refresh_token_expires_at timestamptz,
      scope text,
      password text,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      unique (provider_id, account_id)
    )`.execute(db);
  await sql`create index account_person on account (person_id)`.execute(db);
  await sql`
    create table verification (
      id uuid primary key default gen_random_uuid(),
      identifier text not null,
      value text not null,
      expires_at timestamptz not null,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    )`.execute(db);
  await sql`create index verification_identifier on verification (identifier)`.execute(db);

  await sql`
    create table member (
      organisation_id uuid not null references organisation (id) on delete cascade,
      person_id uuid not null references person (id) on delete cascade,
      role text not null check (role in ('owner', 'designer', 'facilitator', 'viewer')),
      created_at timestamptz not null,
      primary key (organisation_id, person_id)
    )`.execute(db);
  await sql`create index member_person on member (person_id)`.execute(db);
  await sql`
    create table invitation (
      id uuid primary key default gen_random_uuid(),
      organisation_id uuid not null references organisation (id) on delete cascade,
      email text not null check (email = lower(email)),
      role text not null check (role in ('owner', 'designer', 'facilitator', 'viewer')),
      hash text not null unique,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      unique (organisation_id, email)
    )`.execute(db);

  await sql`
    alter table api_token
      add column organisation_id uuid references organisation (id) on delete cascade,
      add column name text,
      add column role text,
      add column scopes text,
      add column study_id uuid references study (id) on delete cascade,
      add column created_by uuid references person (id) on delete cascade,
      add column expires_at timestamptz`.execute(db);
  await sql`
    update api_token set organisation_id = ${first}, name = designer.name, role = designer.role
    from designer where designer.id = api_token.designer_id`.execute(db);
  await sql`drop table session`.execute(db);
  await sql`alter table api_token drop column designer_id`.execute(db);
  await sql`drop table designer`.execute(db);
  await sql`
    alter table api_token
      alter column organisation_id set not null,
      alter column name set not null,
      alter column role set not null,
      add constraint api_token_role
        check (role in ('owner', 'designer', 'facilitator', 'viewer'))`.execute(db);

  await sql`
    create table session (
      id uuid primary key default gen_random_uuid(),
      token text not null unique,
      person_id uuid not null references person (id) on delete cascade,
      organisation_id uuid references organisation (id) on delete set null,
      user_agent text,
      ip_address text,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      expires_at timestamptz not null
    )`.execute(db);
  await sql`create index session_person on session (person_id)`.execute(db);
  // A browser that was signed in with an API token; it ends with the token.
  await sql`
    create table token_session (
      hash text primary key,
      api_token_id uuid not null references api_token (id) on delete cascade,
      expires_at timestamptz not null
    )`.execute(db);

  await sql`
    alter table study add column organisation_id uuid references organisation (id)`.execute(db);
  await sql`update study set organisation_id = ${first}`.execute(db);
  await sql`alter table study alter column organisation_id set not null`.execute(db);
  await sql`drop index study_newest`.execute(db);
  await sql`
    create index study_newest on study (organisation_id, created_at desc, id desc)`.execute(db);
}
