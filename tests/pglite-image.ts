import { randomUUID } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';

/**
 * An empty PGlite database to start from, kept in the system's temporary directory: a test file
 * then begins in half a second instead of the three that initialising takes.
 */
export async function pgliteImage(): Promise<Blob> {
  const file = join(tmpdir(), `plenary-pglite-${await version()}-${userInfo().username}.tar`);
  const kept = await readFile(file).catch(() => null);
  if (kept) return new Blob([kept]);
  const pglite = await PGlite.create();
  const image = await pglite.dumpDataDir('none');
  await pglite.close();
  const draft = `${file}-${randomUUID()}`;
  await writeFile(draft, new Uint8Array(await image.arrayBuffer()), { mode: 0o600 });
  await rename(draft, file);
  return image;
}

async function version(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  const about = await readFile(join(dirname(entry), '../package.json'), 'utf8');
  return (JSON.parse(about) as { version: string }).version;
}
