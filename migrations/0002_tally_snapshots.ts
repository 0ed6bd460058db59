import { type Kysely, sql } from 'kysely';

/**
 * Coded answers, and the tallies that results are read from.
 *
 * An entry of the ledger without a code was stored before there were codes and has its answers in
 * `entry`.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table response add column code text`.execute(db);
  await sql`alter table ledger add column code text`.execute(db);
  await sql`alter table ledger alter column entry drop not null`.execute(db);
  await sql`
    alter table ledger add constraint ledger_answers check ((code is null) <> (entry is null))
  `.execute(db);

  // What the tallies of a study cover. `state` are the transactions counted; `written` is the one
  // that wrote the row, which its xmin confirms: rows from a dump were written by another.
  await sql`
    create table tally_head (
      study_id uuid primary key,
      release integer not null,
      state pg_snapshot not null,
      written xid8 not null,
      shape text not null,
      counted integer not null,
      settled boolean not null,
      folded_at timestamptz not null
    )`.execute(db);
  // `slices` is null where a segment has too many values to be kept.
  await sql`
    create table tally_cell (
      study_id uuid not null,
      question text not null,
      segment text not null,
      slices text,
      waiting text,
      primary key (study_id, question, segment)
    )`.execute(db);
}
