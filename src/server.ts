import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { networkInterfaces } from 'node:os';
import { fileURLToPath } from 'node:url';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import type { Kysely } from 'kysely';
import { createApp } from './app.ts';
import { deepStatistics } from './deep-statistics.ts';
import type { Database } from './db/schema.ts';
import { setupLink } from './db/setup-link.ts';
import { readManifest } from './http/assets.ts';
import { processServices } from './http/process-services.ts';
import { usePlanThread } from './http/plan-stability-of.ts';
import { useDeepStatistics } from './http/sampled-results.ts';
import { startWebhooks } from './http/webhook-runner.ts';
import { planThread } from './plan-thread.ts';
import { openDatabase } from './open-database.ts';
import { requireSecret, serverSecret } from './secret.ts';
import { readSettings, StartError, type Settings } from './settings.ts';
import { readStaticFiles } from './static-files.ts';
import { nodeSender } from './webhook-sender.ts';
import { wordThread } from './word-thread.ts';

/** How long requests under way may take after the server is asked to end. */
const graceMilliseconds = 5_000;

export interface StartOptions {
  env: Record<string, string | undefined>;
  /** Runs on the migrated database before the first request; its lines are printed after the address. */
  beforeListen?: (db: Kysely<Database>) => Promise<string[]>;
  log?: (line: string) => void;
}

/**
 * Opens the database, serves the built files, the pages and the API, and prints where to find them;
 * with no designer yet, also the one-time link that lets the first one in.
 * `close` lets requests finish, then releases the port and the data directory.
 *
 * @throws {StartError} with one sentence for the person who started it
 * @example
 * const server = await startServer({ env: { PORT: '0', DATA_DIR: '.data' } });
 * await fetch(`${server.url}/healthz`);
 * await server.close();
 */
export async function startServer(
  options: StartOptions,
): Promise<{ url: string; close(): Promise<void> }> {
  const log = options.log ?? console.log;
  const settings = readSettings(options.env);
  const folder = builtFolder();
  requireSecret(settings);
  const opened = await openDatabase(settings);
  const { db, close } = opened;
  try {
    const files = readStaticFiles(folder);
    const services = processServices(opened);
    useDeepStatistics(db, deepStatistics());
    usePlanThread(db, planThread());
    const app = createApp({
      config: {
        assets: readManifest(JSON.parse(readFileSync(`${folder}manifest.json`, 'utf8'))),
        secret: serverSecret(settings),
        now: () => new Date(),
        ...services.config,
        word: wordThread(),
        ...(settings.metricsToken ? { metricsToken: settings.metricsToken } : {}),
        ...(settings.origin ? { origin: settings.origin } : {}),
        ...(settings.origin || settings.host ? {} : { lanOrigin: () => lanOrigin(settings.port) }),
        ...settings.accounts,
        ...(settings.webhookPrivate ? { webhookPrivate: true } : {}),
      },
      openDb: () => ({ db }),
    });
    const zipped = new Hono().use(compress()).get('*', (c) => app.fetch(c.req.raw, c.env));
    const lines = (await options.beforeListen?.(db)) ?? [];
    const server = createAdaptorServer({
      fetch: (request, env) =>
        files(request) ?? (request.method === 'GET' ? zipped : app).fetch(request, env),
    }) as Server;
    const url = await listen(server, settings);
    const address = settings.origin ?? url;
    const token = await setupLink(db, new Date());
    log(`Plenary is running at ${address}`);
    if (!settings.origin && !settings.host) {
      for (const lan of lanAddresses()) log(`  on this network: ${url.replace('localhost', lan)}`);
    }
    if (token) log(`First designer: sign in once with ${address}/setup/${token}`);
    for (const line of lines) log(line);
    const webhooks = startWebhooks({
      db,
      secret: serverSecret(settings),
      now: () => new Date(),
      send: nodeSender({ private: settings.webhookPrivate ?? false }),
    });
    const end = () => {
      services.close();
      return Promise.all([stop(server), webhooks.close()])
        .then(() => {})
        .finally(close);
    };
    return { url, close: end };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The folder of built browser files, beside the built server or below the repository. */
function builtFolder(): string {
  const folder = ['../web/', '../dist/web/']
    .map((path) => fileURLToPath(new URL(path, import.meta.url)))
    .find((path) => existsSync(`${path}manifest.json`));
  if (folder) return folder;
  throw new StartError('The browser files are not built yet: run `npm run build` first.');
}

async function listen(server: Server, settings: Settings): Promise<string> {
  const listening = once(server, 'listening');
  server.listen({ port: settings.port, ...(settings.host ? { host: settings.host } : {}) });
  try {
    await listening;
  } catch (error) {
    throw listenError(error, settings);
  }
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : settings.port;
  const host = settings.host && !['0.0.0.0', '::'].includes(settings.host) ? settings.host : null;
  return `http://${host?.includes(':') ? `[${host}]` : (host ?? 'localhost')}:${port}`;
}

function listenError(error: unknown, { port, host }: Settings): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'EADDRINUSE') {
    return new StartError(
      `Port ${port} is in use: stop what uses it, or choose another with PORT.`,
    );
  }
  if (code === 'EACCES')
    return new StartError(`Port ${port} needs more rights: choose one above 1023 with PORT.`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new StartError(`HOST ${host} is not an address of this machine.`);
  }
  return error;
}

/** The machine's IPv4 addresses that a phone on the same network can reach; bridges and tunnels last. */
function lanAddresses(): string[] {
  const isVirtual = ([name]: [string, unknown]) => /^(docker|br-|v|tun|tap|utun|wg)/.test(name);
  return Object.entries(networkInterfaces())
    .toSorted((a, b) => Number(isVirtual(a)) - Number(isVirtual(b)))
    .flatMap(([, addresses]) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address);
}

/** Where phones on the same network reach a server that listens on all addresses. */
function lanOrigin(port: number): string | undefined {
  const [address] = lanAddresses();
  return address && port > 0 ? `http://${address}:${port}` : undefined;
}

async function stop(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  // A connection that is kept alive turns idle only when its last answer is out.
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const cut = setTimeout(() => server.closeAllConnections(), graceMilliseconds);
  await closed;
  clearInterval(idle);
  clearTimeout(cut);
}

/**
 * Runs the server as this process: SIGTERM or SIGINT ends it in order, a second one at once.
 * A reason not to start is printed as one sentence, and the exit code is 1.
 */
export async function runServer(options: StartOptions): Promise<void> {
  try {
    const server = await startServer(options);
    process.on('uncaughtException', surviveLostConnection);
    let ending = false;
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.on(signal, () => {
        if (ending) process.exit(1);
        ending = true;
        void server.close().then(() => process.exit(0));
      });
    }
  } catch (error) {
    console.error(error instanceof StartError ? error.message : error);
    process.exit(1);
  }
}

/**
 * The PostgreSQL driver can write to a connection that the server has just cut. The statement is
 * lost, whoever waits for it is told so, and the next one connects anew: no reason to end.
 */
function surviveLostConnection(error: Error): void {
  if (!/node_modules.postgres.+connection\.js/.test(error.stack ?? '')) {
    console.error(error);
    process.exit(1);
  }
  const at = new Date().toISOString();
  console.error(
    JSON.stringify({ level: 'error', at, message: 'a connection to PostgreSQL was cut' }),
  );
}
