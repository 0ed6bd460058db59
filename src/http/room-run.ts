import type { Kysely } from 'kysely';
import { changeState, findEvent, noteInLog, type RoomEvent } from '../db/room/events.ts';
import { takePlannedSeats } from '../db/room/seating.ts';
import { changeTable, listTables, mergeTables, type RoomTable } from '../db/room/tables.ts';
import type { Database } from '../db/schema.ts';
import type { Study } from '../db/studies.ts';
import { act, type RoomAction, type RoomProblem } from '../survey/room/room-state.ts';
import { presents } from '../survey/room/presenting.ts';
import { dealCards } from '../survey/room/table-cards.ts';
import type { Config } from './env.ts';
import { sendAllTables, sendTable } from './room-table.ts';

/** What became of an action: `changed` when somebody else has done something meanwhile. */
export interface RunOutcome {
  outcome: 'done' | 'changed' | RoomProblem;
  /** The event as it is now; null when it is gone. */
  event: RoomEvent | null;
}

const ENDING = new Set<RoomAction['action']>(['next', 'go-to', 'end']);

/**
 * Carries out a facilitator's action if the room is still as they saw it. Going on to another part
 * sends what tables have written and not sent.
 *
 * @param asked the revision that the facilitator saw, and who they are
 */
export async function runAction(
  db: Kysely<Database>,
  config: Config,
  study: Study,
  event: RoomEvent,
  asked: { action: RoomAction; revision: number; by: string | null },
): Promise<RunOutcome> {
  const { action, revision, by } = asked;
  if (event.revision !== revision) return { outcome: 'changed', event };
  const now = config.now();
  const { definition } = study;
  const next = act(event.state, action, {
    agenda: event.agenda,
    definition,
    tables: await presentingTables(db, event, action),
    now: now.getTime(),
  });
  if (typeof next === 'string') return { outcome: next, event };
  const isTaken = await changeState(db, event, next);
  if (isTaken) {
    if (ENDING.has(action.action) || action.action === 'round') {
      await sendAllTables(db, config, study, event);
    }
    if (action.action === 'round') await takePlannedSeats(db, event, action.round);
    await noteInLog(db, event, { at: now, by, action: action.action, detail: action });
  }
  const current = await findEvent(db, study.id, event.id);
  return { outcome: isTaken ? 'done' : 'changed', event: current };
}

/** The ids of the tables in their order; only asked for where an action looks at them. */
async function presentingTables(
  db: Kysely<Database>,
  event: RoomEvent,
  { action }: RoomAction,
): Promise<string[]> {
  if (action !== 'screen' && action !== 'step') return [];
  return (await listTables(db, event)).filter(presents).map(({ id }) => id);
}

/** How challenge cards come to tables: all round the tables in turn, or some to one table. */
export type Deal = { how: 'round-robin' } | { how: 'by-hand'; table: RoomTable; cards: string[] };

/**
 * Deals challenge cards of the study's workshop plan; each table sees only its own. Noted in the
 * event's log. False when a card is none of the study's.
 */
export async function deal(
  db: Kysely<Database>,
  study: Study,
  event: RoomEvent,
  dealt: Deal & { by: string | null; at: Date },
): Promise<boolean> {
  const known = study.definition.workshop.challengeCards.map(({ id }) => id);
  const hands: [RoomTable, string[]][] = [];
  if (dealt.how === 'by-hand') {
    if (dealt.cards.some((card) => !known.includes(card))) return false;
    hands.push([dealt.table, [...new Set(dealt.cards)]]);
  } else {
    const open = (await listTables(db, event)).filter(({ closedAt }) => closedAt === null);
    const cards = dealCards(known, open.length);
    open.forEach((table, index) => hands.push([table, cards[index] ?? []]));
  }
  for (const [table, cards] of hands) await changeTable(db, table, { cards });
  const detail = hands.map(([{ key }, cards]) => ({ table: key, cards }));
  await noteInLog(db, event, { at: dealt.at, by: dealt.by, action: 'deal', detail });
  return true;
}

/**
 * Merges a table into another one and notes it in the event's log. What it has written and not sent
 * is sent, as its own. False when one of them cannot be merged.
 */
export async function joinTables(
  db: Kysely<Database>,
  config: Config,
  study: Study,
  event: RoomEvent,
  { from, into, by }: { from: RoomTable; into: RoomTable; by: string | null },
): Promise<boolean> {
  const now = config.now();
  if (!(await mergeTables(db, event, { from: from.id, into: into.id, now }))) return false;
  if (from.lockedAt === null) await sendTable(db, config, study, event, from);
  const detail = { from: from.key, into: into.key };
  await noteInLog(db, event, { at: now, by, action: 'merge', detail });
  return true;
}

/**
 * Locks tables, or unlocks them, and notes it in the event's log: of a locked table, and of those
 * who sit at it, nothing new is taken. What was written and not sent is sent before.
 */
export async function lockTables(
  db: Kysely<Database>,
  config: Config,
  study: Study,
  event: RoomEvent,
  { tables, locked, by }: { tables: readonly RoomTable[]; locked: boolean; by: string | null },
): Promise<void> {
  const at = config.now();
  const changed = tables.filter(({ lockedAt }) => (lockedAt !== null) !== locked);
  for (const table of changed) {
    if (locked) await sendTable(db, config, study, event, table);
    await changeTable(db, table, { lockedAt: locked ? at : null });
    // What came in between goes too; where nothing did, this is a repeat.
    if (locked) await sendTable(db, config, study, event, table);
  }
  if (changed.length === 0) return;
  const detail = changed.map(({ key }) => key);
  await noteInLog(db, event, { at, by, action: locked ? 'lock' : 'unlock', detail });
}
