import type { Kysely } from 'kysely';
import { noteInLog, type RoomEvent } from '../db/room/events.ts';
import { changeQuestion, type FloorChange, type FloorOutcome } from '../db/room/floor.ts';
import type { Database } from '../db/schema.ts';

/**
 * Carries out what a moderator does to a question, if it is still as they saw it, and notes it in
 * the event's log: the number of the question, never its words.
 */
export async function moderate(
  db: Kysely<Database>,
  event: RoomEvent,
  questionId: string,
  asked: { change: FloorChange; revision: number; by: string | null; now: Date },
): Promise<FloorOutcome> {
  const { change, revision, by, now } = asked;
  const ran = await changeQuestion(db, event, questionId, { change, revision, now });
  if (ran.outcome === 'done') {
    const { number, status: from } = ran.before;
    const detail = 'to' in change ? { number, from, to: change.to } : { number, move: change.move };
    await noteInLog(db, event, { at: now, by, action: 'floor-question', detail });
  }
  return ran;
}
