import { type Kysely, sql } from 'kysely';

/**
 * Webhooks of a study, how far each has followed it, and what is to be delivered. A webhook's
 * secret is not stored: it follows from the server's secret, the ids and `secret_number`.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table webhook (
      study_id uuid not null references study (id) on delete cascade,
      id uuid not null,
      url text not null,
      events jsonb not null,
      every integer not null check (every >= 5),
      secret_number integer not null default 1,
      failures integer not null default 0,
      stopped text check (stopped in ('asked', 'failures', 'gone')),
      created_at timestamptz not null,
      primary key (study_id, id)
    )`.execute(db);

  // As in tally_head: a row that names another transaction than the one that wrote it is from a dump.
  await sql`
    create table webhook_position (
      study_id uuid not null,
      webhook_id uuid not null,
      state pg_snapshot not null default pg_current_snapshot(),
      written xid8 not null default pg_current_xact_id(),
      status text not null,
      milestone integer not null default 0,
      tiers text,
      primary key (study_id, webhook_id),
      foreign key (study_id, webhook_id) references webhook (study_id, id) on delete cascade
    )`.execute(db);

  await sql`
    create table webhook_delivery (
      study_id uuid not null,
      id uuid not null,
      webhook_id uuid not null,
      event text not null,
      body text not null,
      created_at timestamptz not null,
      outcome text not null default 'waiting' check (outcome in ('waiting', 'delivered', 'failed')),
      attempts integer not null default 0,
      next_at timestamptz,
      status integer,
      problem text,
      attempted_at timestamptz,
      primary key (study_id, id),
      foreign key (study_id, webhook_id) references webhook (study_id, id) on delete cascade,
      check ((outcome = 'waiting') = (next_at is not null))
    )`.execute(db);
  await sql`create index webhook_delivery_due on webhook_delivery (next_at) where next_at is not null`.execute(
    db,
  );
  await sql`
    create index webhook_delivery_newest
    on webhook_delivery (study_id, webhook_id, created_at desc, id desc)`.execute(db);
}
