import type { Context } from 'hono';
import type { RoomEvent } from '../db/room/events.ts';
import { clientAddress } from './client-address.ts';
import type { Config, Env } from './env.ts';
import { type Limiter, limiterOf } from './rate-limit.ts';
import { BASE32, hmac, newCode, parseReceipt } from './receipt.ts';
import { findSeat } from './room-seat.ts';

/** So many letters of a code are drawn; the others say that this server gave it out. */
const DRAWN = 7;

/** Pages and API give codes out of the same supply. */
const limiters = new WeakMap<Config, Limiter>();

/**
 * A code for a phone without a seat, good for the questions of one event: 35 random bits and 25 that
 * only this server can work out. One address gets a hall full of them and then few, so that nobody
 * asks the same a hundred times.
 *
 * @throws {Refusal} 429 when an address asks for too many
 * @example
 * await giveFloorCode(c, event) // '7K2M-9QXP-4RT0'
 */
export async function giveFloorCode(c: Context<Env>, event: RoomEvent): Promise<string> {
  const { config } = c.var;
  let limiter = limiters.get(config);
  if (!limiter) limiters.set(config, (limiter = limiterOf('codes', config)));
  const address = clientAddress(c);
  limiter.refuse(c, address);
  limiter.take(address);
  const drawn = newCode().replaceAll('-', '').slice(0, DRAWN);
  return parseReceipt(drawn + (await proofOf(config.secret, event.id, drawn)))!;
}

/** Whether a code counts for one person: it was given out here for this event, or has a seat in it. */
export async function isKnownCode(
  c: Context<Env>,
  { studyId, id }: RoomEvent,
  code: string,
): Promise<boolean> {
  const { db, config } = c.var;
  const letters = parseReceipt(code)?.replaceAll('-', '');
  if (!letters) return false;
  const proof = await proofOf(config.secret, id, letters.slice(0, DRAWN));
  if (letters.slice(DRAWN) === proof) return true;
  return (await findSeat(db, config.secret, studyId, { event: id, code })) !== null;
}

async function proofOf(secret: string, eventId: string, drawn: string): Promise<string> {
  const mac = await hmac(secret, `floor code ${eventId} ${drawn}`);
  return [...mac.subarray(0, 12 - DRAWN)].map((byte) => BASE32[byte % 32]).join('');
}
