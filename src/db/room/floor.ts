import { type Kysely, sql } from 'kysely';
import {
  type FloorStatus,
  MOST_OF_ONE,
  MOST_WAITING,
  nextStatuses,
} from '../../survey/room/floor.ts';
import type { Database } from '../schema.ts';
import { isUuid } from '../studies.ts';
import { lockEvent } from './tables.ts';

/** A question from the floor; whose it is, only its asker's phone can tell. */
export interface FloorQuestion {
  id: string;
  /** In the order of asking. */
  number: number;
  text: string;
  status: FloorStatus;
  /** Among those that are accepted; lower comes first. */
  place: number;
  askedAt: Date;
  changedAt: Date;
  revision: number;
  /** How many others would ask the same. */
  support: number;
}

/** A question as somebody with a code sees it. */
export interface SeenQuestion extends FloorQuestion {
  isOwn: boolean;
  isSupported: boolean;
}

interface Place {
  studyId: string;
  id: string;
}

/** What became of asking: `repeat` when this phone has sent it before. */
export type Asked = 'asked' | 'repeat' | 'too-many' | 'full';

/**
 * Takes a question from the floor, once however often it is sent. Nobody sees it before a moderator
 * has accepted it.
 *
 * @param asked the id is the phone's; `hash` is of the asker's code
 */
export async function askFloor(
  db: Kysely<Database>,
  event: Place,
  { id, text, hash, now }: { id: string; text: string; hash: string; now: Date },
): Promise<Asked> {
  return db.transaction().execute(async (transaction) => {
    await lockEvent(transaction, event);
    const { rows } = await sql<{ known: boolean; own: number; waiting: number }>`
      select coalesce(bool_or(id = ${id}), false) as known,
        (count(*) filter (where status = 'new' and asker_hash = ${hash}))::integer as own,
        (count(*) filter (where status = 'new'))::integer as waiting
      from floor_question
      where study_id = ${event.studyId} and event_id = ${event.id}`.execute(transaction);
    const { known, own, waiting } = rows[0]!;
    if (known) return 'repeat';
    if (own >= MOST_OF_ONE) return 'too-many';
    if (waiting >= MOST_WAITING) return 'full';
    const { rows: made } = await sql`
      insert into floor_question (study_id, event_id, id, number, text, place, asker_hash,
        asked_at, changed_at)
      select ${event.studyId}::uuid, ${event.id}::uuid, ${id}::uuid, coalesce(max(number), 0) + 1,
        ${text}::text, coalesce(max(number), 0) + 1, ${hash}::text, ${now}::timestamptz,
        ${now}::timestamptz
      from floor_question where study_id = ${event.studyId} and event_id = ${event.id}
      on conflict (study_id, id) do nothing returning id`.execute(transaction);
    return made.length > 0 ? 'asked' : 'repeat';
  });
}

/**
 * The questions of an event by number, as the person with a code sees them; every moderator sees
 * all of them as nobody's.
 *
 * @param hash of the reader's code; null for a moderator
 */
export async function floorQuestions(
  db: Kysely<Database>,
  { studyId, id }: Place,
  hash: string | null = null,
): Promise<SeenQuestion[]> {
  const { rows } = await sql<SeenQuestion>`
    select q.id, q.number, q.text, q.status, q.place, q.asked_at as "askedAt",
      q.changed_at as "changedAt", q.revision, coalesce(q.asker_hash = ${hash}::text, false) as "isOwn",
      count(s.question_id)::integer as support,
      coalesce(bool_or(s.supporter_hash = ${hash}::text), false) as "isSupported"
    from floor_question q
      left join floor_support s on s.study_id = q.study_id and s.question_id = q.id
    where q.study_id = ${studyId} and q.event_id = ${id}
    group by q.study_id, q.id
    order by q.number`.execute(db);
  return rows;
}

/**
 * Says that somebody would ask the same, once for each person; one's own question and those that
 * nobody may read yet stay as they are. False when there is no such question to support.
 */
export async function supportQuestion(
  db: Kysely<Database>,
  event: Place,
  questionId: string,
  hash: string,
): Promise<boolean> {
  if (!isUuid(questionId)) return false;
  const { rows } = await sql<{ id: string }>`
    with question as (
      select id, asker_hash from floor_question
      where study_id = ${event.studyId} and event_id = ${event.id} and id = ${questionId}::uuid
        and status in ('accepted', 'shown')
    ), added as (
      insert into floor_support (study_id, question_id, supporter_hash)
      select ${event.studyId}::uuid, id, ${hash}::text from question
      where asker_hash <> ${hash}::text
      on conflict do nothing
    )
    select id from question`.execute(db);
  return rows.length > 0;
}

/** What a moderator does to a question: gives it a status, or another place in the queue. */
export type FloorChange = { to: FloorStatus } | { move: 'up' | 'down' };

/** What became of it, and the question before and after; `changed` when somebody was faster. */
export type FloorOutcome =
  | { outcome: 'done' | 'changed' | 'unfit'; before: FloorQuestion; question: FloorQuestion }
  | { outcome: 'unknown' };

/**
 * Changes a question if nobody has done so since it was read. One question at a time is on the big
 * screen: another one that was there goes back into the queue, first in it; and the screen turns to
 * the questions. Changes of one event come one after another.
 *
 * @param revision the question's, as it was read
 */
export async function changeQuestion(
  db: Kysely<Database>,
  event: Place,
  questionId: string,
  { change, revision, now }: { change: FloorChange; revision: number; now: Date },
): Promise<FloorOutcome> {
  return db.transaction().execute(async (transaction) => {
    await lockEvent(transaction, event);
    const questions = await floorQuestions(transaction, event);
    const before = questions.find(({ id }) => id === questionId);
    if (!before) return { outcome: 'unknown' };
    if (before.revision !== revision) return { outcome: 'changed', before, question: before };
    const set = (id: string, status: FloorStatus, place: number) =>
      sql`
      update floor_question set status = ${status}, place = ${place}, revision = revision + 1,
        changed_at = ${now}
      where study_id = ${event.studyId} and id = ${id}`.execute(transaction);
    const queue = questions
      .filter(({ status }) => status === 'accepted')
      .toSorted((a, b) => a.place - b.place || a.number - b.number);
    if ('move' in change) {
      const at = queue.indexOf(before);
      const other = queue[at + (change.move === 'up' ? -1 : 1)];
      if (at < 0 || !other) return { outcome: 'unfit', before, question: before };
      await set(before.id, 'accepted', other.place);
      await set(other.id, 'accepted', before.place);
    } else {
      const { to } = change;
      if (!nextStatuses(before.status).includes(to)) {
        return { outcome: 'unfit', before, question: before };
      }
      const [first, last] = [queue[0], queue.at(-1)];
      if (to === 'shown') {
        const shown = questions.find(({ status }) => status === 'shown');
        if (shown) await set(shown.id, 'accepted', (first?.place ?? 1) - 1);
        await sql`
          update room_event set state = jsonb_set(state, '{screen}', '"questions"'),
            revision = revision + 1
          where study_id = ${event.studyId} and id = ${event.id}
            and state ->> 'screen' <> 'questions'`.execute(transaction);
      }
      const back = before.status === 'shown' ? (first?.place ?? 1) - 1 : (last?.place ?? 0) + 1;
      await set(before.id, to, to === 'accepted' ? back : before.place);
    }
    const after = await floorQuestions(transaction, event);
    return { outcome: 'done', before, question: after.find(({ id }) => id === questionId)! };
  });
}
