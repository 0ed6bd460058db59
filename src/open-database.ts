import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrate } from './db/migrate.ts';
import { openPglite } from './db/open-pglite.ts';
import { openPostgres, type OpenDatabase } from './db/open-postgres.ts';
import { StartError, type Settings } from './settings.ts';

/** Milliseconds that a migration and a statement may take. */
const MIGRATION = 60 * 60_000;
const STATEMENT = 10_000;

/**
 * Opens and migrates the database that the settings name: PostgreSQL, or PGlite in the data directory.
 *
 * @throws {StartError} when the database can't be reached or opened
 * @example
 * const { db, close } = await openDatabase(readSettings(process.env));
 */
export async function openDatabase({
  databaseUrl,
  dataDir,
}: Pick<Settings, 'databaseUrl' | 'dataDir'>): Promise<OpenDatabase> {
  if (databaseUrl) {
    // A migration may take its time; a request may not.
    const unhurried = openPostgres(databaseUrl, { max: 1, patience: MIGRATION });
    await (await migrated(unhurried, databaseUrl)).close();
    return openPostgres(databaseUrl, { statementTimeout: STATEMENT });
  }
  makeFolder(dataDir);
  const opened = await openPglite({ dataDir }).catch((error: Error) => {
    // Another process has the directory: the message says which.
    if (/ in use by /.test(error.message)) throw new StartError(error.message, { cause: error });
    throw error;
  });
  return migrated(opened);
}

async function migrated(opened: OpenDatabase, databaseUrl?: string): Promise<OpenDatabase> {
  try {
    await migrate(opened.db);
    return opened;
  } catch (error) {
    await opened.close().catch(() => {});
    throw databaseUrl ? explained(databaseUrl, error) : error;
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    const probe = join(folder, `.writable-${process.pid}`);
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    throw new StartError(`The data directory ${folder} can't be written (${codeOf(error)}).`, {
      cause: error,
    });
  }
}

function explained(databaseUrl: string, error: unknown): unknown {
  const { hostname, port, pathname } = new URL(databaseUrl);
  const place = `${hostname}:${port || 5432}${pathname}`;
  for (const reason of causes(error)) {
    const code = codeOf(reason);
    if (/^(E[A-Z]+|CONNECT_TIMEOUT|CONNECTION_\w+)$/.test(code)) {
      return new StartError(`PostgreSQL at ${place} can't be reached (${code}).`, { cause: error });
    }
    if (/^(28|3D|42501)/.test(code) && reason instanceof Error) {
      return new StartError(`PostgreSQL at ${place} refuses: ${reason.message}.`, { cause: error });
    }
  }
  return error;
}

function* causes(error: unknown) {
  for (let reason = error; reason instanceof Error; reason = reason.cause) yield reason;
}

/** The code of a system's or database's error, else its text. */
export function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : String(error);
}
