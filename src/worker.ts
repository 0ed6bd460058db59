import manifest from '../dist/web/manifest.json';
import { createApp } from './app.ts';
import { openPostgres } from './db/open-postgres.ts';
import { accountSettings } from './http/account-settings.ts';
import { readManifest } from './http/assets.ts';
import { fetchSender } from './http/webhook-fetch.ts';
import { runWebhooksOnce } from './http/webhook-runner.ts';

interface Bindings {
  HYPERDRIVE: Hyperdrive;
  PLENARY_SECRET?: string;
  ORIGIN?: string;
  MAIL_URL?: string;
  MAIL_TOKEN?: string;
  MAIL_FROM?: string;
  OIDC_ISSUER?: string;
  OIDC_CLIENT_ID?: string;
  OIDC_CLIENT_SECRET?: string;
  OIDC_NAME?: string;
  PLENARY_WEBHOOK_PRIVATE?: string;
}

type App = ReturnType<typeof createApp>;

let app: App | undefined;

/**
 * Plenary as a Cloudflare Worker: PostgreSQL through Hyperdrive, one client per request, ended when the response is out.
 * The database is migrated beforehand with `plenary migrate`.
 */
export default {
  fetch(request, env, context) {
    const secret = env.PLENARY_SECRET ?? '';
    if (secret.length < 32) {
      console.error(
        'Set PLENARY_SECRET (32 or more characters): npx wrangler secret put PLENARY_SECRET',
      );
      return new Response('Plenary is not set up yet.\n', { status: 503 });
    }
    app ??= startApp(env, secret);
    return app.fetch(request, env, context);
  },
  /** Each minute (`triggers` in wrangler.toml): tells webhooks what has happened. */
  async scheduled(_event, env) {
    const secret = env.PLENARY_SECRET ?? '';
    if (secret.length < 32) return;
    const { db, close } = openPostgres(env.HYPERDRIVE.connectionString, { max: 5 });
    const send = fetchSender({ private: env.PLENARY_WEBHOOK_PRIVATE === '1' });
    try {
      await runWebhooksOnce({ db, secret, now: () => new Date(), send });
    } finally {
      await close();
    }
  },
} satisfies ExportedHandler<Bindings>;

function startApp(env: Bindings, secret: string): App {
  return createApp({
    config: {
      assets: readManifest(manifest),
      secret,
      now: () => new Date(),
      ...(env.ORIGIN ? { origin: env.ORIGIN } : {}),
      ...accountSettings({ ...env, HYPERDRIVE: undefined }),
      ...(env.PLENARY_WEBHOOK_PRIVATE === '1' ? { webhookPrivate: true } : {}),
    },
    openDb: (c) => {
      const { db, close } = openPostgres((c.env as Bindings).HYPERDRIVE.connectionString, {
        max: 5,
      });
      return { db, done: () => c.executionCtx.waitUntil(close()) };
    },
  });
}
