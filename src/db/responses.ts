import { type Kysely, type RawBuilder, type Selectable, sql } from 'kysely';
import type { ResponseMark } from '../survey/respondent.ts';
import { joinAnswers } from './ledger.ts';
import { jsonb } from './portable.ts';
import type { Answers, Database, ResponseTable, Voice } from './schema.ts';
import { isUuid } from './studies.ts';

/** A response as its author gets it back. */
export interface StoredResponse {
  id: string;
  studyId: string;
  revision: number;
  locale: string;
  /** Null once withdrawn. Without the personal answers. */
  answers: Answers | null;
  /** For the author only: never in results or exports. */
  personal: Answers | null;
  shown: Record<string, string[]> | null;
  voice: Voice;
  table: string | null;
  round: number;
  event: string | null;
  mark: ResponseMark | null;
  channel: 'paper' | null;
  enteredBy: string | null;
  sheet: string | null;
  flags: Record<string, unknown> | null;
  receiptHash: string;
  createdAt: Date;
  updatedAt: Date;
  withdrawnAt: Date | null;
}

/** The current revision of a response, also a withdrawn one; null when there is none. */
export async function findResponse(
  db: Kysely<Database>,
  studyId: string,
  id: string,
): Promise<StoredResponse | null> {
  if (!isUuid(id)) return null;
  return find(db, sql`r.study_id = ${studyId} and r.id = ${id}`);
}

/** The response to a study whose receipt has this hash, or null. */
export async function findResponseByReceipt(
  db: Kysely<Database>,
  studyId: string,
  receiptHash: string,
): Promise<StoredResponse | null> {
  return find(db, sql`r.study_id = ${studyId} and r.receipt_hash = ${receiptHash}`);
}

/**
 * The response with an id and a receipt, in whichever study it is. The one query that does not
 * name its study: it is rare, and found by the receipt's hash on every shard.
 */
export async function findOwnResponse(
  db: Kysely<Database>,
  id: string,
  receiptHash: string,
): Promise<StoredResponse | null> {
  if (!isUuid(id)) return null;
  return find(db, sql`r.receipt_hash = ${receiptHash} and r.id = ${id}`);
}

/**
 * Erases the answers of a response to an open study and takes them out of the ledger. The id and
 * the revision stay, so that a submission that arrives late can't bring them back.
 *
 * @returns false when the study is not open; withdrawing twice is fine
 */
export async function withdrawResponse(
  db: Kysely<Database>,
  studyId: string,
  id: string,
  now: Date,
): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    await holdResponses(transaction, studyId, [id]);
    return withdraw(transaction, studyId, id, now);
  });
}

/**
 * Waits for whoever is changing responses, and keeps others from doing so until the transaction
 * ends. The next statement sees all that they stored: one that had begun before and waited itself
 * would see the newest responses, but not what belongs to them in other tables.
 *
 * @param db a transaction
 */
export async function holdResponses(
  db: Kysely<Database>,
  studyId: string,
  ids: readonly string[],
): Promise<void> {
  await sql`
    select from response
    where study_id = ${studyId} and id = any (array(
      select jsonb_array_elements_text(${jsonb(ids)})::uuid))
    order by id for update`.execute(db);
}

async function withdraw(
  db: Kysely<Database>,
  studyId: string,
  id: string,
  now: Date,
): Promise<boolean> {
  const { rows } = await sql<{ open: boolean }>`
    with target as materialized (
      select id from study where id = ${studyId} and status = 'open'
    ), prior as materialized (
      select r.* from response r join target on target.id = r.study_id
      where r.study_id = ${studyId} and r.id = ${id} and r.withdrawn_at is null
      for update of r
    ), erased as (
      update response r set
        entry = null, code = null, texts = null, shown = null, flags = null, table_name = null, event = null,
        mark = null, channel = null, entered_by = null, sheet = null, updated_at = ${now}::timestamptz, withdrawn_at = ${now}::timestamptz
      from prior where r.study_id = prior.study_id and r.id = prior.id
      returning r.id
    ), forgotten as (
      delete from personal_answer p using erased
      where p.study_id = ${studyId} and p.response_id = erased.id
    ), entries as (
      insert into ledger (study_id, sign, locale, voice, table_name, round, event, mark, code, entry)
      select p.study_id, -1, p.locale, p.voice, p.table_name, p.round, p.event, p.mark, p.code,
        case when p.code is null then p.entry end
      from prior p join erased on erased.id = p.id
    )
    select exists (select from target) as open`.execute(db);
  return rows[0]!.open;
}

async function find(
  db: Kysely<Database>,
  where: RawBuilder<unknown>,
): Promise<StoredResponse | null> {
  const { rows } = await sql<Selectable<ResponseTable> & { personal: Answers | null }>`
    select r.*, p.answers as personal
    from response r
    left join personal_answer p on p.study_id = r.study_id and p.response_id = r.id
    where ${where}`.execute(db);
  const row = rows[0];
  if (!row) return null;
  return {
    id: row.id,
    studyId: row.study_id,
    revision: row.revision,
    locale: row.locale,
    answers: row.entry && joinAnswers(row.entry, row.texts),
    personal: row.personal,
    shown: row.shown,
    voice: row.voice,
    table: row.table_name,
    round: row.round,
    event: row.event,
    mark: row.mark,
    channel: row.channel,
    enteredBy: row.entered_by,
    sheet: row.sheet,
    flags: row.flags,
    receiptHash: row.receipt_hash,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    withdrawnAt: row.withdrawn_at,
  };
}
