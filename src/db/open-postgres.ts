import { Kysely } from 'kysely';
import { PostgresJSDialect } from 'kysely-postgres-js';
import postgres from 'postgres';
import { DATE, INT8, readDate, readInt8 } from './portable.ts';
import type { Database } from './schema.ts';

/** An open database and how to close it. */
export interface OpenDatabase {
  db: Kysely<Database>;
  close(): Promise<void>;
  /** A copy of the whole database at one moment, to start another from; embedded only. */
  dump?: () => Promise<Blob>;
  /** Hears what other processes say on a channel, from the moment it resolves; a server only. */
  listen?: (channel: string, hear: (text: string) => void) => Promise<unknown>;
}

/**
 * Opens a PostgreSQL database, directly or through Hyperdrive. Nothing connects before the first
 * query. On Workers open one per request and close it when the response is out.
 *
 * @param url `postgres://user:password@host:port/name`
 * @example
 * const { db, close } = openPostgres('postgres://localhost/plenary', { max: 10 });
 */
export function openPostgres(url: string, { max = 10 }: { max?: number } = {}): OpenDatabase {
  const client = postgres(url, {
    max,
    onnotice: () => {},
    types: {
      bigint: { to: INT8, from: [INT8], parse: readInt8, serialize: String },
      date: { to: DATE, from: [DATE], parse: readDate, serialize: String },
    },
  });
  const db = new Kysely<Database>({ dialect: new PostgresJSDialect({ postgres: client }) });
  return {
    db,
    listen: (channel, hear) => client.listen(channel, hear),
    async close() {
      await db.destroy();
      // Kysely leaves a client alone that never ran a query.
      await client.end({ timeout: 1 });
    },
  };
}
