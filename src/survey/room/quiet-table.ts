import type { RoomState } from './room-state.ts';

/** What is known of a table without looking at what it wrote. */
export interface TableActivity {
  people: number;
  hasWriter: boolean;
  /** When somebody at it last wrote or sent something; milliseconds since 1970, null for never. */
  activeAt: number | null;
  /** It has sent its answers and changed nothing since. */
  isSent: boolean;
  isClosed: boolean;
}

/** After so long without a sign a table is called quiet. */
export const QUIET_AFTER = 4 * 60_000;

export interface Quiet {
  /** Whole minutes since the last sign, or since the phase began. */
  minutes: number;
  why: 'empty' | 'no-writer' | 'silent';
}

/**
 * Whether a facilitator should look after a table: while tables are asked, it has given no sign for
 * four minutes and has not sent its answers. A pause counts as no time.
 *
 * @param now milliseconds since 1970
 * @example
 * quietTable({ people: 5, hasWriter: false, activeAt: null, … }, state, now) // { minutes: 4, why: 'no-writer' }
 */
export function quietTable(table: TableActivity, state: RoomState, now: number): Quiet | null {
  const isAsked = state.open.table.length > 0 || state.open.individual.length > 0;
  if (state.stage !== 'running' || state.startedAt === null || !isAsked) return null;
  if (table.isSent || table.isClosed) return null;
  const since = Math.max(state.startedAt + state.pausedFor, table.activeAt ?? 0);
  const quiet = (state.pausedAt ?? now) - since;
  if (quiet < QUIET_AFTER) return null;
  const why = table.people === 0 ? 'empty' : table.hasWriter ? 'silent' : 'no-writer';
  return { minutes: Math.floor(quiet / 60_000), why };
}
