import type { DatabaseConnection, Dialect, Driver } from 'kysely';

/**
 * No answer came from the database. What it was asked for may have happened or not; asking again
 * changes nothing that has.
 */
export class DatabaseSilentError extends Error {
  constructor() {
    super('The database does not answer: try again in a moment.');
    this.name = 'DatabaseSilentError';
  }
}

/**
 * A statement that was sent while the server went away can stay without an answer for ever: the
 * driver forgets it.
 *
 * @throws {DatabaseSilentError} after so many milliseconds
 * @example
 * await within(5000, db.selectFrom('study').selectAll().execute())
 */
export async function within<T>(milliseconds: number, statement: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DatabaseSilentError()), milliseconds);
  });
  try {
    return await Promise.race([statement, silence]);
  } finally {
    clearTimeout(timer);
  }
}

/** A dialect with a pool of connections of its own, and how to be rid of them. */
export interface OpenPool {
  dialect: Dialect;
  /** Ends the connections, whatever has become of the server. */
  end: () => Promise<unknown>;
}

/**
 * A dialect that waits so long for a connection and for the answer to each statement, and then no
 * more. A stream or a transaction of many statements may take longer in all.
 *
 * The driver can lose connections on which it waits for an answer. So who gives up leaves the whole
 * pool behind, and those who come after get a new one.
 *
 * @param open makes a pool; called again whenever the last one fell silent
 */
export function boundedDialect(open: () => OpenPool, milliseconds: number): Dialect {
  const first = open();
  return {
    createAdapter: () => first.dialect.createAdapter(),
    createQueryCompiler: () => first.dialect.createQueryCompiler(),
    createIntrospector: (db) => first.dialect.createIntrospector(db),
    createDriver: () => boundedDriver(first, open, milliseconds),
  };
}

interface Pool {
  driver: Driver;
  ready: Promise<void>;
  end: () => Promise<unknown>;
}

function started({ dialect, end }: OpenPool): Pool {
  const driver = dialect.createDriver();
  return { driver, ready: driver.init(), end };
}

function boundedDriver(first: OpenPool, open: () => OpenPool, milliseconds: number): Driver {
  let pool = started(first);
  const owners = new WeakMap<DatabaseConnection, Driver>();
  const bounded = async <T>(own: Pool, statement: Promise<T>): Promise<T> => {
    try {
      return await within(milliseconds, statement);
    } catch (error) {
      if (error instanceof DatabaseSilentError && pool === own) {
        pool = started(open());
        own.end().catch(() => {});
      }
      throw error;
    }
  };
  const ownerOf = (connection: DatabaseConnection) => owners.get(connection)!;
  return {
    init: () => pool.ready,
    acquireConnection: async (options) => {
      const own = pool;
      await own.ready;
      const connection = await bounded(own, own.driver.acquireConnection(options));
      if (owners.has(connection)) return connection;
      owners.set(connection, own.driver);
      const execute = connection.executeQuery.bind(connection);
      connection.executeQuery = (query, ...rest) => bounded(own, execute(query, ...rest));
      return connection;
    },
    beginTransaction: (connection, settings) =>
      ownerOf(connection).beginTransaction(connection, settings),
    commitTransaction: (connection) => ownerOf(connection).commitTransaction(connection),
    rollbackTransaction: (connection) => ownerOf(connection).rollbackTransaction(connection),
    savepoint: async (connection, name, compile) =>
      ownerOf(connection).savepoint?.(connection, name, compile),
    rollbackToSavepoint: async (connection, name, compile) =>
      ownerOf(connection).rollbackToSavepoint?.(connection, name, compile),
    releaseSavepoint: async (connection, name, compile) =>
      ownerOf(connection).releaseSavepoint?.(connection, name, compile),
    releaseConnection: (connection, options) =>
      ownerOf(connection).releaseConnection(connection, options),
    destroy: async () => {
      await pool.end();
    },
  };
}

/**
 * Whether an error says that a text holds a character that PostgreSQL keeps nowhere: U+0000, in a
 * text or in JSON.
 *
 * @example
 * isUnstorable(Object.assign(new Error(), { code: '22021' })) // true
 */
export function isUnstorable(error: unknown): boolean {
  for (let reason = error; reason instanceof Error; reason = reason.cause) {
    if (/^(22021|22P05)$/.test(String((reason as { code?: unknown }).code))) return true;
  }
  return false;
}

/**
 * Whether an error says that the database is away, too slow or has no room, and not that something
 * was wrong with what it was asked: SQLSTATE classes 08, 40 (such as a deadlock that it has broken),
 * 53 and 57, a lock that was not to be had, a server that only reads, and what the driver and the
 * system call a broken connection.
 *
 * @example
 * isUnavailable(Object.assign(new Error(), { code: '57014' })) // true: statement timeout
 */
export function isUnavailable(error: unknown): boolean {
  for (let reason = error; reason instanceof Error; reason = reason.cause) {
    if (reason instanceof DatabaseSilentError) return true;
    const code = String((reason as { code?: unknown }).code ?? '');
    if (/^(08|40|53|57)...$|^(25006|55P03|58030)$/.test(code)) return true;
    if (/^(CONNECTION_|CONNECT_TIMEOUT|ECONN|EPIPE|ETIMEDOUT|ENOSPC)/.test(code)) return true;
  }
  return false;
}
