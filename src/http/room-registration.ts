import type { Kysely } from 'kysely';
import type { RoomEvent } from '../db/room/events.ts';
import {
  findRegistration,
  listRegistrations,
  publicEvent,
  type Registration,
  registrationVersion,
} from '../db/room/registrations.ts';
import type { Database } from '../db/schema.ts';
import { findSpots, type Placement, type Unplaced } from '../survey/room/best-spot.ts';
import type { PublicEvent, Session } from '../survey/room/public-event.ts';
import { codeHash } from './receipt.ts';

/** The registration of whoever has a code; null without one. */
export async function ownRegistration(
  db: Kysely<Database>,
  secret: string,
  event: RoomEvent,
  code: string,
): Promise<Registration | null> {
  const hash = await codeHash(secret, `registration ${event.id}`, code);
  return hash === null ? null : findRegistration(db, event, hash);
}

/** Proposed places for all who have registered, and what they were proposed on. */
export interface SpotProposal {
  version: string;
  about: PublicEvent;
  registrations: Registration[];
  placement: Placement;
}

/**
 * Proposes a place for everybody. Confirmed places stay, unless all are to be placed anew or their
 * session is gone; the others share what is left of the capacity.
 */
export async function proposeSpots(
  db: Kysely<Database>,
  event: RoomEvent,
  { anew }: { anew: boolean },
): Promise<SpotProposal> {
  const version = await registrationVersion(db, event);
  const [about, registrations] = await Promise.all([
    publicEvent(db, event),
    listRegistrations(db, event),
  ]);
  const known = new Set(about.sessions.map(({ id }) => id));
  const kept = registrations.filter(
    ({ session }) => !anew && session !== null && known.has(session),
  );
  const isKept = new Set(kept);
  const spots = about.sessions.map((session) => ({
    ...session,
    capacity: Math.max(
      0,
      session.capacity - kept.filter((one) => one.session === session.id).length,
    ),
  }));
  const found = findSpots(
    registrations.filter((one) => !isKept.has(one)),
    spots,
  );
  const spotOf = new Map([
    ...found.spotOf,
    ...kept.map(({ id, session }): [string, string | null] => [id, session]),
  ]);
  return { version, about, registrations, placement: { ...found, spotOf } };
}

/** Why somebody has no place, in one English sentence. */
export function whyUnplaced(
  { number }: Registration,
  unplaced: Unplaced,
  sessions: readonly Session[],
): string {
  if (unplaced.why === 'nothing-fits') {
    return `Registration ${number}: no session suits their way of taking part and their time.`;
  }
  const titles = unplaced.spots.map((id) => sessions.find((one) => one.id === id)?.title ?? id);
  return `Registration ${number}: every session that suits them is full (${titles.join(', ')}).`;
}
