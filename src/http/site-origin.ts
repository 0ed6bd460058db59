import type { Context } from 'hono';
import type { Env } from './env.ts';

/**
 * The address under which people reach this server: the configured one, else the request's own.
 *
 * @example
 * siteOrigin(c) // 'https://plenary.example'
 */
export function siteOrigin(c: Context<Env>): string {
  return c.var.config.origin ?? new URL(c.req.url).origin;
}

/** Whether people reach this server over TLS, which may end at a proxy. */
export function isSecure(c: Context<Env>): boolean {
  return siteOrigin(c).startsWith('https:');
}
