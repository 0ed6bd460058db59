import { type Kysely, sql } from 'kysely';
import type { ResponseMark } from '../survey/respondent.ts';
import { joinAnswers } from './ledger.ts';
import type { Answers, Database, Voice } from './schema.ts';

/** Which responses are meant; a field that is absent or undefined excludes none. */
export interface AnswerFilter {
  voice?: Voice | undefined;
  table?: string | undefined;
  round?: number | undefined;
  event?: string | undefined;
}

/** What is read besides the answers. */
export interface AnswerDetails {
  /** A time zone: tells the day on which each response came. */
  dayIn?: string | undefined;
}

/** The answers of one response with what it can be told apart by. Never the response's id. */
export interface AnswerRow {
  answers: Answers;
  shown: Record<string, string[]>;
  locale: string;
  voice: Voice;
  table: string | null;
  round: number;
  event: string | null;
  mark: ResponseMark | null;
  channel: 'paper' | null;
  /** The day of the first submission, where it was asked for. */
  day?: string;
  /** The version of the study that the answers fit. */
  version: number;
  flags: Record<string, unknown> | null;
}

const CHUNK = 1000;

/**
 * All responses to a study that have not been withdrawn, in chunks of up to 1,000, so that any
 * number of them fits into memory. In the order of their random ids, which says nothing about
 * when they came. Personal answers are not among them.
 *
 * @example
 * for await (const rows of answersOf(db, study.id, { voice: 'individual' })) count += rows.length;
 */
export async function* answersOf(
  db: Kysely<Database>,
  studyId: string,
  filter: AnswerFilter = {},
  { dayIn }: AnswerDetails = {},
): AsyncGenerator<AnswerRow[], void, undefined> {
  let after: string | null = null;
  for (;;) {
    let query = db
      .selectFrom('response')
      .select(['id', 'entry', 'texts', 'shown', 'locale', 'voice', 'table_name', 'round', 'event'])
      .select(['mark', 'channel', 'flags', 'definition_version'])
      .select(
        sql<
          string | null
        >`to_char(created_at at time zone ${dayIn ?? null}::text, 'YYYY-MM-DD')`.as('day'),
      )
      .where('study_id', '=', studyId)
      .where('withdrawn_at', 'is', null)
      .orderBy('id')
      .limit(CHUNK);
    if (after !== null) query = query.where('id', '>', after);
    if (filter.voice !== undefined) query = query.where('voice', '=', filter.voice);
    if (filter.table !== undefined) query = query.where('table_name', '=', filter.table);
    if (filter.round !== undefined) query = query.where('round', '=', filter.round);
    if (filter.event !== undefined) query = query.where('event', '=', filter.event);
    const rows = await query.execute();
    if (rows.length > 0) {
      yield rows.map((row) => ({
        answers: joinAnswers(row.entry ?? {}, row.texts),
        shown: row.shown ?? {},
        locale: row.locale,
        voice: row.voice,
        table: row.table_name,
        round: row.round,
        event: row.event,
        mark: row.mark,
        channel: row.channel,
        ...(row.day !== null && { day: row.day }),
        version: row.definition_version,
        flags: row.flags,
      }));
    }
    if (rows.length < CHUNK) return;
    after = rows.at(-1)!.id;
  }
}

/**
 * A text that differs whenever the answers, the definition or the status of a study do. It costs
 * the same at any number of responses.
 *
 * Entries of the ledger become visible in another order than they get their numbers, so the
 * highest number says too little. Here it is the last transaction before which everything is
 * settled, and the number of entries after it.
 */
export async function responseVersion(db: Kysely<Database>, studyId: string): Promise<string> {
  const { rows } = await sql<{ version: string }>`
    with settled as materialized (
      select pg_snapshot_xmin(pg_current_snapshot()) as xmin
    )
    select s.definition_revision || '-' || s.status || '-' ||
      coalesce((
        select l.xid::text from ledger l, settled
        where l.study_id = s.id and l.xid < settled.xmin
        order by l.xid desc limit 1
      ), '0') || '-' ||
      (
        select count(*) from ledger l, settled
        where l.study_id = s.id and l.xid >= settled.xmin
      ) as version
    from study s where s.id = ${studyId}`.execute(db);
  return rows[0]?.version ?? 'none';
}
