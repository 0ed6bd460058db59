import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { migrate } from './db/migrate.ts';
import { openPglite } from './db/open-pglite.ts';
import { openPostgres } from './db/open-postgres.ts';
import type { Database } from './db/schema.ts';
import { StartError, type Settings } from './settings.ts';

/** An open, migrated database with the secret that its hashes are keyed with. */
export interface OpenDatabase {
  db: Kysely<Database>;
  secret: string;
  close(): Promise<void>;
}

/**
 * Opens and migrates the database that the settings name: PostgreSQL, or PGlite in the data directory.
 * With PGlite a missing secret is made once and kept in the data directory, readable by its owner only;
 * with PostgreSQL it has to be given, because every process that serves the database needs the same one.
 *
 * @throws {StartError} when the database can't be reached, opened or keyed
 */
export async function openDatabase(settings: Settings): Promise<OpenDatabase> {
  if (settings.databaseUrl) {
    if (!settings.secret) {
      throw new StartError(
        'With DATABASE_URL, set PLENARY_SECRET too: 32 or more random characters, for instance from `openssl rand -hex 32`, the same for every process.',
      );
    }
    return openMigrated(openPostgres(settings.databaseUrl), settings.secret, (error) =>
      unreachable(settings.databaseUrl!, error),
    );
  }
  makeFolder(settings.dataDir);
  const opened = await openPglite({ dataDir: settings.dataDir });
  return openMigrated(opened, settings.secret ?? keptSecret(settings.dataDir), (error) => error);
}

async function openMigrated(
  opened: { db: Kysely<Database>; close(): Promise<void> },
  secret: string,
  explain: (error: unknown) => unknown,
): Promise<OpenDatabase> {
  try {
    await migrate(opened.db);
  } catch (error) {
    await opened.close().catch(() => {});
    throw explain(error);
  }
  return { ...opened, secret };
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

function keptSecret(folder: string): string {
  const file = join(folder, 'secret');
  try {
    writeFileSync(file, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
  const secret = readFileSync(file, 'utf8').trim();
  if (secret.length >= 32) return secret;
  throw new StartError(`${file} holds no secret of 32 characters; restore it from a backup.`);
}

function unreachable(databaseUrl: string, error: unknown): unknown {
  const code = codeOf(error);
  const { hostname, port, pathname } = new URL(databaseUrl);
  const place = `${hostname}:${port || 5432}${pathname}`;
  if (/^(E[A-Z]+|CONNECT_TIMEOUT|CONNECTION_\w+)$/.test(code)) {
    return new StartError(`PostgreSQL at ${place} can't be reached (${code}).`, { cause: error });
  }
  if (/^(28|3D|42501)/.test(code)) {
    const reason = error instanceof Error ? error.message : code;
    return new StartError(`PostgreSQL at ${place} refuses: ${reason}.`, { cause: error });
  }
  return error;
}

function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : String(error);
}
