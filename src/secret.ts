import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from './open-database.ts';
import { StartError, type Settings } from './settings.ts';

/**
 * Refuses a PostgreSQL without a secret: every process that serves the database needs the same one.
 *
 * @throws {StartError} saying how to make one
 */
export function requireSecret({ databaseUrl, secret }: Settings): void {
  if (!databaseUrl || secret) return;
  throw new StartError(
    'With DATABASE_URL, set PLENARY_SECRET too: 32 or more random characters, for instance from `openssl rand -hex 32`, the same for every process.',
  );
}

/**
 * The secret that keys receipts: the given one, or one that is made once and kept in the data directory,
 * readable by its owner only. The caller holds the directory.
 */
export function serverSecret({ dataDir, secret }: Settings): string {
  if (secret) return secret;
  const file = join(dataDir, 'secret');
  try {
    writeFileSync(file, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
  const kept = readFileSync(file, 'utf8').trim();
  if (kept.length >= 32) return kept;
  throw new StartError(`${file} holds no secret of 32 characters: restore it from a backup.`);
}
