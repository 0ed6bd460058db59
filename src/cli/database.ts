import type { Kysely } from 'kysely';
import type { Database } from '../db/schema.ts';
import { findStudy, findStudyByCode, type Study } from '../db/studies.ts';
import { openDatabase } from '../open-database.ts';
import { readSettings, StartError } from '../settings.ts';
import { parseJoinCode } from '../survey/join-code.ts';
import type { CommandIo } from './command.ts';
import { UsageError } from './command.ts';

/** What every command that needs the database says of it. */
export const DATABASE_HELP = `The database is the server's: PGlite in DATA_DIR (default .data), or PostgreSQL when
DATABASE_URL is set. One process at a time can use a PGlite directory.`;

/**
 * Runs with the server's database, migrated, and closes it afterwards.
 *
 * @throws {StartError} when the server holds the PGlite directory, saying what to do
 */
export async function withDatabase<T>(
  { env }: CommandIo,
  run: (db: Kysely<Database>) => Promise<T>,
): Promise<T> {
  const opened = await openDatabase(readSettings(env)).catch((error: unknown) => {
    if (error instanceof StartError && error.message.includes(' in use by ')) {
      const advice = 'If that is the Plenary server, use its API instead.';
      throw new StartError(`${error.message} ${advice}`, { cause: error });
    }
    throw error;
  });
  try {
    return await run(opened.db);
  } finally {
    await opened.close();
  }
}

/** The study with an id or a join code as people write it. */
export async function studyNamed(db: Kysely<Database>, name: string): Promise<Study> {
  const code = parseJoinCode(name);
  const study = (await findStudy(db, name)) ?? (code && (await findStudyByCode(db, code)));
  if (study) return study;
  throw new UsageError(`There is no study "${name.slice(0, 60)}": give its id or join code.`);
}
