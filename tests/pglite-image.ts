import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect } from 'kysely';
import { migrate } from '../src/db/migrate.ts';
import type { Database } from '../src/db/schema.ts';
import { root } from './source-files.ts';

/**
 * A migrated PGlite database without data to start from, kept in the system's temporary directory
 * until a migration changes: a test file then begins in half a second instead of the four that
 * initialising and migrating take.
 */
export async function pgliteImage(): Promise<Blob> {
  const file = join(tmpdir(), `plenary-pglite-${await stand()}-${userInfo().username}.tar`);
  const kept = await readFile(file).catch(() => null);
  if (kept) return new Blob([kept]);
  const pglite = await PGlite.create();
  await migrate(new Kysely<Database>({ dialect: new PGliteDialect({ pglite }) }));
  const image = await pglite.dumpDataDir('none');
  await pglite.close();
  const draft = `${file}-${randomUUID()}`;
  await writeFile(draft, new Uint8Array(await image.arrayBuffer()), { mode: 0o600 });
  await rename(draft, file);
  return image;
}

/** Names the version of PGlite and the migrations. */
async function stand(): Promise<string> {
  const hash = createHash('sha256');
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  hash.update(await readFile(join(dirname(entry), '../package.json')));
  const folder = join(root, 'migrations');
  for (const name of (await readdir(folder)).toSorted()) {
    hash.update(name).update(await readFile(join(folder, name)));
  }
  return hash.digest('hex').slice(0, 16);
}
