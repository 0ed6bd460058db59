import { type Kysely, sql } from 'kysely';
import type { Database } from './schema.ts';

/** Longer than PostgreSQL waits before it ends an automatic vacuum that is in somebody's way. */
const WAIT_MS = 1500;
const ATTEMPTS = 4;
const LOCK_NOT_AVAILABLE = '55P03';

/**
 * Waits until every statement that is writing responses, to whichever study, has ended, and keeps
 * others waiting until the transaction ends, which has to be soon. Statements lock the table before
 * they look at anything: what is asked after this sees all that was stored before it, and whoever
 * writes after the transaction sees what that has changed.
 *
 * @throws SQLSTATE 55P03 after a moment: whoever writes for long does not make others wait
 */
export async function stopWriters(transaction: Kysely<Database>): Promise<void> {
  await sql`set local lock_timeout = ${sql.lit(WAIT_MS)}`.execute(transaction);
  await sql`lock table response in share mode`.execute(transaction);
}

/**
 * Runs what stops writers, again while these are too busy.
 *
 * @throws SQLSTATE 55P03 when they still were in the end, which `isBusy` tells from other errors
 * @example
 * await betweenWriters(() => db.transaction().execute(stopWriters)) // all before have ended
 */
export async function betweenWriters<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run();
    } catch (error) {
      if (!isBusy(error) || attempt === ATTEMPTS) throw error;
    }
  }
}

/** Whether an error says that writers did not end in time. */
export function isBusy(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === LOCK_NOT_AVAILABLE;
}
