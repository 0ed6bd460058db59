import { type Kysely, sql } from 'kysely';
import type { Database } from './schema.ts';

/** A transaction of another connection; a process has one at a time. */
interface Running {
  pid: number;
  since: string;
}

const LOOK_AGAIN_MS = 20;

/**
 * Waits until every transaction that is running now has ended. What was committed before the call
 * is seen by all that start later, so afterwards nobody can act on what was there before it.
 *
 * Transaction numbers would not tell: a statement has its view of the data from its beginning, and
 * gets a number with its first write. `pg_stat_activity` shows when a transaction began, to the
 * role that began it: servers that write to one database have to use one role.
 *
 * @param limitMs how long to wait at most, in milliseconds
 * @returns whether all had ended by then
 * @example
 * await db.deleteFrom('study').where('id', '=', id).execute();
 * await earlierTransactions(db, 5000); // nobody stores an answer to this study any more
 */
export async function earlierTransactions(db: Kysely<Database>, limitMs: number): Promise<boolean> {
  const latest = performance.now() + limitMs;
  let left = await running(db);
  while (left.length > 0) {
    if (performance.now() >= latest) return false;
    await pause(LOOK_AGAIN_MS);
    const still = new Set((await running(db)).map(nameOf));
    left = left.filter((earlier) => still.has(nameOf(earlier)));
  }
  return true;
}

async function running(db: Kysely<Database>): Promise<Running[]> {
  const { rows } = await sql<Running>`
    select pid, xact_start::text as since from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()
      and backend_type = 'client backend' and xact_start is not null`.execute(db);
  return rows;
}

function nameOf({ pid, since }: Running): string {
  return `${pid} ${since}`;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
