import { Hono } from 'hono';
import { requireRole } from './authorise.ts';
import { describe } from './describe.ts';
import type { Config, Env } from './env.ts';
import { Refusal } from './refusal.ts';

/** `/metrics` for Prometheus, where the process counts and a token is set. */
export function metricsRoute({ metrics, metricsToken }: Config): Hono<Env> {
  return new Hono<Env>().get('/metrics', async (c) => {
    if (!metrics || !metricsToken) return c.notFound();
    const sent = /^bearer\s+(\S+)\s*$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? '';
    if (!(await isSame(sent, metricsToken))) {
      throw new Refusal(401, 'Send METRICS_TOKEN as Authorization: Bearer TOKEN.');
    }
    return c.text(metrics.text(), 200, { 'Content-Type': 'text/plain; version=0.0.4' });
  });
}

/** The embedded database as a file, consistent while the server runs. */
export const backupApi = new Hono<Env>().get(
  '/api/backup',
  describe({
    summary: 'The embedded database as a compressed archive, for `plenary backup`',
    tag: 'access',
    success: { 200: { type: 'application/gzip', text: 'The database at one moment.' } },
    errors: [404],
  }),
  async (c) => {
    requireRole(c, null, 'backup');
    const { backup } = c.var.config;
    if (!backup) throw new Refusal(404, 'This server uses PostgreSQL: back it up with pg_dump.');
    const image = await backup();
    return c.body(image.stream(), 200, { 'Content-Type': 'application/gzip' });
  },
);

/** Compares digests, so that the time says nothing about the text. */
async function isSame(a: string, b: string): Promise<boolean> {
  const bytes = new TextEncoder();
  const digests = await Promise.all(
    [a, b].map((text) => crypto.subtle.digest('SHA-256', bytes.encode(text))),
  );
  const [first, second] = digests.map((digest) => new Uint8Array(digest));
  return first!.reduce((difference, byte, index) => difference | (byte ^ second![index]!), 0) === 0;
}
