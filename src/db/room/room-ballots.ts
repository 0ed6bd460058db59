import { type Kysely, sql } from 'kysely';
import type { Voice } from '../../survey/respondent.ts';
import type { PersonMark } from '../../survey/room/room-rights.ts';
import type { Database } from '../schema.ts';
import { onCards } from './table-texts.ts';

/** One answer from a room to one question, as it is stored. */
export interface RoomAnswerRow {
  /** The ledger's entry: a write-in has no words. */
  answer: unknown;
  voice: Voice;
  table: string | null;
  round: number;
  event: string | null;
  /** Links the rounds of one person within an event; null where no seat is known. */
  person: string | null;
  mark: PersonMark | null;
}

/**
 * All answers to a question that came from an event or a table, in the order in which they came.
 * A person's mark is what it is now: organisers may have corrected it. Sheets of paper of one person
 * have the same number in each round.
 *
 * @param event the key of one event; null for all
 * @param voice of people or of tables only; both where it is not given
 * @param most rows to read at most
 * @example
 * await roomAnswers(db, study.id, { question: 'topics', event: null, most: 5000 })
 */
export async function roomAnswers(
  db: Kysely<Database>,
  studyId: string,
  {
    question,
    event,
    voice = null,
    most,
  }: { question: string; event: string | null; voice?: Voice | null; most: number },
): Promise<RoomAnswerRow[]> {
  const { rows } = await sql<RoomAnswerRow>`
    select r.entry -> ${question}::text as answer, r.voice, r.table_name as table, r.round,
      r.event, r.mark,
      coalesce(a.person_id::text, 'sheet ' || r.event || ' ' || right(r.sheet, 3)) as person
    from response r
      left join room_answer a on a.study_id = r.study_id and a.response_id = r.id
    where r.study_id = ${studyId} and r.withdrawn_at is null
      and (r.event is not null or r.table_name is not null)
      and (${event}::text is null or r.event = ${event}::text)
      and (${voice}::text is null or r.voice = ${voice}::text)
      and r.entry -> ${question}::text is not null
    order by r.created_at, r.id
    limit ${most}`.execute(db);
  return rows;
}

/** How many individuals ranked something in each round of a study, in a room or not. */
export async function answersByRound(
  db: Kysely<Database>,
  studyId: string,
  question: string,
): Promise<Map<number, number>> {
  const { rows } = await sql<{ round: number; n: number }>`
    select round, count(*)::integer as n from response
    where study_id = ${studyId} and withdrawn_at is null and voice = 'individual'
      and jsonb_typeof(entry -> ${question}::text) = 'array'
    group by round`.execute(db);
  return new Map(rows.map(({ round, n }) => [round, n]));
}

/** A text that differs when events, seats, marks or what tables wrote on their cards do. */
export async function roomVersion(db: Kysely<Database>, studyId: string): Promise<string> {
  const { rows } = await sql<{ version: string }>`
    select concat_ws('.',
      (select concat(count(*), '-', sum(edition), '-', sum(revision)) from room_event
        where study_id = ${studyId}),
      (select concat(count(*), '-', sum(revision)) from room_person where study_id = ${studyId}),
      (select concat(count(*), '-', extract(epoch from max(answered_at))) from room_answer
        where study_id = ${studyId}),
      (select concat(count(*), '-', sum(revision)) from room_field
        where study_id = ${studyId} and ${onCards})) as version`.execute(db);
  return rows[0]!.version;
}
