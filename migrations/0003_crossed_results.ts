import { type Kysely, sql } from 'kysely';

/** The states of the ledger at which results that cross segments are shown, oldest first. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table tally_head add column anchors jsonb not null default '[]'`.execute(db);
}
