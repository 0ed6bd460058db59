import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect } from 'kysely';
import { lockDirectory } from './directory-lock.ts';
import type { OpenDatabase } from './open-postgres.ts';
import { DATE, INT8, readDate, readInt8 } from './portable.ts';
import type { Database } from './schema.ts';

/**
 * Opens the embedded PostgreSQL, in a directory that this process then holds alone, or in memory.
 *
 * @param dataDir made when missing; in memory without it
 * @param image a database as `dumpDataDir` gave it, to start from
 * @throws when another process has the directory; the message names both
 * @example
 * const { db, close } = await openPglite({ dataDir: '.data' });
 */
export async function openPglite({
  dataDir,
  image,
}: { dataDir?: string; image?: Blob } = {}): Promise<OpenDatabase> {
  const release = dataDir === undefined ? null : await lockDirectory(dataDir);
  try {
    const pglite = await PGlite.create({
      ...(dataDir !== undefined && { dataDir: join(dataDir, 'database') }),
      ...(image && { loadDataDir: image }),
      parsers: { [INT8]: readInt8, [DATE]: readDate },
    });
    // It keeps no statistics, and without any the planner sorts a whole study for each chunk of it
    // that is read in the order of an index.
    await pglite.exec('set enable_bitmapscan = off');
    const db = new Kysely<Database>({ dialect: new PGliteDialect({ pglite }) });
    return {
      db,
      dump: () => pglite.dumpDataDir('gzip'),
      async close() {
        await pglite.close();
        await release?.();
      },
    };
  } catch (error) {
    await release?.();
    throw error;
  }
}
