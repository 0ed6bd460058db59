import { type Kysely, sql } from 'kysely';
import type { ResponseMark, Voice } from '../../survey/respondent.ts';
import type { Database } from '../schema.ts';
import type { RoomEvent } from './events.ts';

/** A sheet of paper that was typed in: where it comes from and who typed it, never its answers. */
export interface TypedSheet {
  /** As `sheetNumber` makes it. */
  sheet: string;
  voice: Voice;
  table: string | null;
  round: number;
  mark: ResponseMark | null;
  /** Null where its author has changed the answers since. */
  by: string | null;
  at: Date;
}

/** The sheets of an event that were typed in, the latest first. */
export async function listSheets(
  db: Kysely<Database>,
  { studyId, key }: Pick<RoomEvent, 'studyId' | 'key'>,
  most = 2000,
): Promise<TypedSheet[]> {
  const rows = await db
    .selectFrom('response')
    .select(['sheet', 'voice', 'table_name', 'round', 'mark', 'entered_by', 'updated_at'])
    .where('study_id', '=', studyId)
    .where('event', '=', key)
    .where('sheet', 'is not', null)
    .where('withdrawn_at', 'is', null)
    .orderBy('updated_at', 'desc')
    .orderBy('sheet')
    .limit(most)
    .execute();
  return rows.map(({ sheet, table_name: table, entered_by: by, updated_at: at, ...row }) => ({
    ...row,
    sheet: sheet!,
    table,
    by,
    at,
  }));
}

/** How many answers of a study were typed in from paper. */
export async function countOnPaper(db: Kysely<Database>, studyId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::integer as n from response
    where study_id = ${studyId} and sheet is not null and channel = 'paper'
      and withdrawn_at is null`.execute(db);
  return rows[0]!.n;
}

/** Tells those who watch a table that something was said there. */
export async function noteActivity(
  db: Kysely<Database>,
  table: { studyId: string; id: string },
  now: Date,
): Promise<void> {
  await sql`
    update room_table set active_at = ${now}, revision = revision + 1
    where study_id = ${table.studyId} and id = ${table.id}`.execute(db);
}
