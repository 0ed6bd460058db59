import { type Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { migrations } from '../../migrations/index.ts';
import type { Database } from './schema.ts';

/**
 * Brings a database to the newest schema; does nothing when it is there already. Safe when several
 * processes start at once: PostgreSQL's advisory lock lets one migrate and the others wait.
 *
 * @returns the names of the migrations that ran
 * @throws when a migration fails; the database is then as it was before
 */
export async function migrate(db: Kysely<Database>): Promise<string[]> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(migrations) },
  });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error) throw new Error('The database could not be migrated.', { cause: error });
  return results.map((result) => result.migrationName);
}
