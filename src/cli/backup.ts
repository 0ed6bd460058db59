import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openPglite } from '../db/open-pglite.ts';
import { codeOf, openDatabase } from '../open-database.ts';
import { readSettings, type Settings, StartError } from '../settings.ts';
import { readArguments } from './arguments.ts';
import { type CommandIo, UsageError } from './command.ts';

export const BACKUP_HELP = `plenary backup FILE [--token TOKEN] [--url URL]

Writes the embedded database of DATA_DIR to a file: all studies and answers as of one moment, and
the secret that receipts need. The server may run: it is asked for the copy, which takes an owner's
API token (--token, or PLENARY_TOKEN). Keep the file as safe as the answers themselves.

  --url URL      the server's address (default http://localhost:PORT)
  --token TOKEN  an owner's token: plenary token create --name backup --role owner

With DATABASE_URL use PostgreSQL's own tools: CONTRIBUTING.md says how.
`;

export const RESTORE_HELP = `plenary restore FILE

Makes a new data directory (DATA_DIR) of a file that plenary backup wrote. The directory must not
hold a database yet, so that nothing is ever overwritten.
`;

/** The first bytes of a backup; the secret and the compressed database follow, a line and the rest. */
const HEAD = 'plenary-backup/1 ';

/** `plenary backup`: see BACKUP_HELP. */
export async function backup(args: readonly string[], io: CommandIo): Promise<number> {
  const { values, positionals } = readArguments(args, {
    token: { type: 'string' },
    url: { type: 'string' },
  });
  const file = oneFile(positionals);
  const settings = embedded(io);
  const secretFile = join(settings.dataDir, 'secret');
  const image = await imageOf(settings, {
    url: values.url ?? `http://localhost:${settings.port}`,
    token: values.token ?? io.env['PLENARY_TOKEN'],
  });
  const secret =
    settings.secret ?? (existsSync(secretFile) ? readFileSync(secretFile, 'utf8').trim() : '');
  const head = Buffer.from(`${HEAD}${secret}\n`);
  // Under another name first: a backup that stops halfway must not replace a good one.
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, Buffer.concat([head, image]), { mode: 0o600 });
  renameSync(unfinished, file);
  io.stdout(`${file}: ${(image.length / 1e6).toFixed(1)} MB\n`);
  return 0;
}

/** `plenary restore`: see RESTORE_HELP. */
export async function restore(args: readonly string[], io: CommandIo): Promise<number> {
  const file = oneFile(readArguments(args, {}).positionals);
  const { dataDir } = embedded(io);
  if (existsSync(join(dataDir, 'database'))) {
    throw new StartError(`${dataDir} holds a database already: name an empty place in DATA_DIR.`);
  }
  const bytes = read(file);
  const end = bytes.indexOf('\n');
  const head = bytes.subarray(0, end).toString();
  if (!head.startsWith(HEAD)) throw new UsageError(`${file} is no backup of Plenary.`);
  mkdirSync(dataDir, { recursive: true });
  const image = new Blob([new Uint8Array(bytes.subarray(end + 1))], { type: 'application/gzip' });
  const { close } = await openPglite({ dataDir, image });
  await close();
  const secret = head.slice(HEAD.length);
  if (secret !== '') writeFileSync(join(dataDir, 'secret'), secret, { mode: 0o600 });
  // Migrates a backup of an older version, and shows that the database opens.
  await (await openDatabase({ dataDir })).close();
  io.stdout(`${dataDir}: restored\n`);
  return 0;
}

/** From the directory itself, or from the server that holds it. */
async function imageOf(
  settings: Settings,
  { url, token }: { url: string; token: string | undefined },
): Promise<Buffer> {
  try {
    const { dump, close } = await openDatabase(settings);
    try {
      return Buffer.from(await (await dump!()).arrayBuffer());
    } finally {
      await close();
    }
  } catch (error) {
    if (!(error instanceof StartError) || !error.message.includes(' in use by ')) throw error;
  }
  if (!token) {
    throw new UsageError('The server is running: give an owner’s API token with --token.');
  }
  const answer = await fetch(`${url}/api/backup`, {
    headers: { authorization: `Bearer ${token}` },
  }).catch((error: unknown) => {
    throw new StartError(`${url} does not answer (${codeOf((error as Error).cause)}).`);
  });
  if (!answer.ok) throw new StartError(`${url} refuses a backup: ${await answer.text()}`);
  return Buffer.from(await answer.arrayBuffer());
}

function embedded({ env }: CommandIo): Settings {
  const settings = readSettings(env);
  if (!settings.databaseUrl) return settings;
  throw new UsageError('This is for the embedded database: with DATABASE_URL use pg_dump.');
}

function oneFile(positionals: readonly string[]): string {
  if (positionals.length === 1) return positionals[0]!;
  throw new UsageError('Name one file.');
}

function read(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new UsageError(`${file} can't be read (${codeOf(error)}).`);
  }
}
