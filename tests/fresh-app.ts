import type { Hono } from 'hono';
import type { Kysely } from 'kysely';
import { createApp } from '../src/app.ts';
import type { Database } from '../src/db/schema.ts';
import { createToken } from '../src/db/tokens.ts';
import type { Config, Env } from '../src/http/env.ts';
import { documentedBy } from './documented.ts';
import { freshDatabase } from './fresh-database.ts';

/** An app on its own empty database, with what tests need to talk to it. */
export interface FreshApp {
  app: Hono<Env>;
  db: Kysely<Database>;
  config: Config;
  /** An owner's API token. */
  token: string;
  /** Sends a request as a designer; an object as body goes as JSON. */
  designer(path: string, init?: { method?: string; body?: unknown }): Promise<Response>;
  /** Moves the clock of the app. */
  setNow(now: Date): void;
  close(): Promise<void>;
}

/**
 * An app on a new database: PGlite, or PostgreSQL with TEST_DATABASE=postgres.
 *
 * @example
 * const { designer, close } = await freshApp();
 * const study = await (await designer('/api/studies', { body: { template } })).json();
 */
export async function freshApp(overrides: Partial<Config> = {}): Promise<FreshApp> {
  const { db, close } = await freshDatabase();
  let now = new Date('2026-11-20T09:00:00Z');
  const config: Config = {
    assets: {},
    secret: 'a secret of at least thirty-two characters',
    now: () => now,
    ...overrides,
  };
  const app = createApp({ config, openDb: () => ({ db }) });
  keepToItsDescription(app);
  const { token } = await createToken(db, { name: 'Test', role: 'owner' }, now);
  return {
    app,
    db,
    config,
    token,
    designer: async (path, { method, body } = {}) =>
      app.request(path, {
        method: method ?? (body === undefined ? 'GET' : 'POST'),
        headers: {
          authorization: `Bearer ${token}`,
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    setNow: (date) => {
      now = date;
    },
    close,
  };
}

let check: Promise<ReturnType<typeof documentedBy>> | null = null;

/** Makes each request of the API fail whose response `/openapi.json` does not describe. */
function keepToItsDescription(app: Hono<Env>): void {
  const request = app.request;
  app.request = async (input, init, ...rest) => {
    const response = await request(input, init, ...rest);
    const path = input instanceof Request ? input.url : String(input);
    const { pathname } = new URL(path, 'http://localhost');
    if (!pathname.startsWith('/api/')) return response;
    check ??= described(request);
    const method = input instanceof Request ? input.method : (init?.method ?? 'GET');
    await (
      await check
    )(method.toUpperCase(), pathname, response);
    return response;
  };
}

async function described(request: Hono<Env>['request']) {
  const response = await request('/openapi.json');
  return documentedBy((await response.json()) as Parameters<typeof documentedBy>[0]);
}
