import { migrate } from '../src/db/migrate.ts';
import { openPglite } from '../src/db/open-pglite.ts';
import { type OpenDatabase, openPostgres } from '../src/db/open-postgres.ts';
import { pgliteImage } from './pglite-image.ts';
import { freshDatabase as freshServerDatabase } from './postgres.ts';

/**
 * A migrated, empty database of its own: PGlite in memory, or, with TEST_DATABASE=postgres, a
 * database on the server at TEST_DATABASE_URL, dropped on `close`.
 */
export async function freshDatabase(): Promise<OpenDatabase & { url: string | null }> {
  if (process.env['TEST_DATABASE'] === 'postgres') return freshPostgres();
  return { ...(await openPglite({ image: await pgliteImage() })), url: null };
}

async function freshPostgres(): Promise<OpenDatabase & { url: string }> {
  const { url, drop } = await freshServerDatabase();
  const opened = openPostgres(url);
  await migrate(opened.db);
  return {
    ...opened,
    url,
    async close() {
      await opened.close();
      await drop();
    },
  };
}
