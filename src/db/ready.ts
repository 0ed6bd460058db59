import { type Kysely, sql } from 'kysely';
import type { Database } from './schema.ts';

/** Whether the database answers and has its tables. */
export async function isReady(db: Kysely<Database>): Promise<boolean> {
  try {
    await sql`select from study limit 1`.execute(db);
    return true;
  } catch {
    return false;
  }
}
