import type { Kysely } from 'kysely';
import { findEvent, type RoomEvent } from '../db/room/events.ts';
import { findPersonByKey, type RoomPerson } from '../db/room/people.ts';
import { findTable, type RoomTable } from '../db/room/tables.ts';
import type { Database } from '../db/schema.ts';
import { codeHash, hmac } from './receipt.ts';

/** Somebody's place in a room: who they are to it, and where they sit. */
export interface Seat {
  event: RoomEvent;
  person: RoomPerson;
  table: RoomTable | null;
}

/**
 * The place of whoever has a return code, or null. Codes are read as receipts are.
 *
 * @param code such as `7K2M-9QXP-4RT0`, made by the phone when it joined
 */
export async function findSeat(
  db: Kysely<Database>,
  secret: string,
  studyId: string,
  { event: eventId, code }: { event: string; code: string },
): Promise<Seat | null> {
  const event = await findEvent(db, studyId, eventId);
  const hash = event && (await codeHash(secret, `seat ${event.id}`, code));
  const person = hash && (await findPersonByKey(db, event, hash));
  if (!person) return null;
  const table = person.tableId === null ? null : await findTable(db, studyId, person.tableId);
  return { event, person, table };
}

/** The id of the response that a table gives in a round: the same each time it is asked for. */
export function tableResponseId(
  secret: string,
  { studyId, id }: Pick<RoomTable, 'studyId' | 'id'>,
  round: number,
): Promise<string> {
  return responseId(secret, `table ${studyId} ${id} ${round}`);
}

/** The id of the response that a person gives in a round, on whichever phone. */
export function personResponseId(
  secret: string,
  { studyId, id }: Pick<RoomPerson, 'studyId' | 'id'>,
  round: number,
): Promise<string> {
  return responseId(secret, `person ${studyId} ${id} ${round}`);
}

/** The id of the response that a sheet of paper holds, whoever types it in and however often. */
export function sheetResponseId(
  secret: string,
  { studyId, id }: Pick<RoomEvent, 'studyId' | 'id'>,
  sheet: string,
): Promise<string> {
  return responseId(secret, `sheet ${studyId} ${id} ${sheet}`);
}

async function responseId(secret: string, text: string): Promise<string> {
  const bytes = (await hmac(secret, text)).subarray(0, 16);
  bytes[6] = (bytes[6]! & 15) | 128;
  bytes[8] = (bytes[8]! & 63) | 128;
  return [...bytes]
    .map((byte, at) => ([4, 6, 8, 10].includes(at) ? '-' : '') + byte.toString(16).padStart(2, '0'))
    .join('');
}
