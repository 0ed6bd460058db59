import { Kysely } from 'kysely';
import { PostgresJSDialect } from 'kysely-postgres-js';
import postgres from 'postgres';
import { boundedDialect } from './bounded.ts';
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

export interface PostgresOptions {
  /** Connections. */
  max?: number;
  /** Milliseconds to wait for the answer to a statement, whatever has become of the server. */
  patience?: number;
  /** Milliseconds after which the server itself ends a statement; the server's own limit without. */
  statementTimeout?: number;
}

/**
 * Opens a PostgreSQL database, directly or through Hyperdrive. Nothing connects before the first
 * query. On Workers open one per request and close it when the response is out.
 *
 * Whoever waits for it in vain gets a `DatabaseSilentError`.
 *
 * @param url `postgres://user:password@host:port/name`
 * @example
 * const { db, close } = openPostgres('postgres://localhost/plenary', { max: 10 });
 */
export function openPostgres(
  url: string,
  { max = 10, patience = 12_000, statementTimeout }: PostgresOptions = {},
): OpenDatabase {
  const connect = (most: number) =>
    postgres(url, {
      max: most,
      ...(statementTimeout && { connection: { statement_timeout: statementTimeout } }),
      onnotice: () => {},
      types: {
        bigint: { to: INT8, from: [INT8], parse: readInt8, serialize: String },
        date: { to: DATE, from: [DATE], parse: readDate, serialize: String },
      },
    });
  const open = () => {
    const client = connect(max);
    const end = () => client.end({ timeout: 1 });
    return { dialect: new PostgresJSDialect({ postgres: client }), end };
  };
  const db = new Kysely<Database>({ dialect: boundedDialect(open, patience) });
  let listener: ReturnType<typeof connect> | undefined;
  return {
    db,
    listen: (channel, hear) => (listener ??= connect(1)).listen(channel, hear),
    async close() {
      await db.destroy();
      await listener?.end({ timeout: 1 });
    },
  };
}
