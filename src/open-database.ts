import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrate } from './db/migrate.ts';
import { openPglite } from './db/open-pglite.ts';
import { openPostgres, type OpenDatabase } from './db/open-postgres.ts';
import { StartError, type Settings } from './settings.ts';

/** An open, migrated database with the secret that its hashes are keyed with. */
export interface KeyedDatabase extends OpenDatabase {
  secret: string;
}

/**
 * Opens and migrates the database that the settings name: PostgreSQL, or PGlite in the data directory.
 * With PGlite a missing secret is made once and kept in the data directory, readable by its owner only;
 * with PostgreSQL it has to be given, because every process that serves the database needs the same one.
 *
 * @throws {StartError} when the database can't be reached, opened or keyed
 */
export async function openDatabase(settings: Settings): Promise<KeyedDatabase> {
  return settings.databaseUrl
    ? openServer(settings.databaseUrl, settings.secret)
    : openFolder(settings.dataDir, settings.secret);
}

async function openServer(url: string, secret: string | undefined): Promise<KeyedDatabase> {
  if (!secret) {
    throw new StartError(
      'With DATABASE_URL, set PLENARY_SECRET too: 32 or more random characters, for instance from `openssl rand -hex 32`, the same for every process.',
    );
  }
  const opened = openPostgres(url);
  try {
    await migrate(opened.db);
  } catch (error) {
    await opened.close().catch(() => {});
    throw explained(url, error);
  }
  return { ...opened, secret };
}

async function openFolder(folder: string, secret: string | undefined): Promise<KeyedDatabase> {
  makeFolder(folder);
  const opened = await openPglite({ dataDir: folder }).catch((error: Error) => {
    // Another process has the directory: the message says which.
    if (/ in use by /.test(error.message)) throw new StartError(error.message, { cause: error });
    throw error;
  });
  try {
    await migrate(opened.db);
    return { ...opened, secret: secret ?? keptSecret(folder) };
  } catch (error) {
    await opened.close().catch(() => {});
    throw error;
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

function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : String(error);
}
