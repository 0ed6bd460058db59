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

const OWN_NAMES = ['localhost', '127.0.0.1', '[::1]'];

/**
 * The address for codes, posters and links that others open. Whoever sits at the computer itself
 * calls it localhost, which leads their phones nowhere: those get its address on the network.
 *
 * @example
 * joinOrigin(c) // 'http://192.168.1.20:8787', asked at http://localhost:8787
 */
export function joinOrigin(c: Context<Env>): string {
  const origin = siteOrigin(c);
  const isOwnName = OWN_NAMES.includes(new URL(origin).hostname);
  return (isOwnName && c.var.config.lanOrigin?.()) || origin;
}

/** Whether people reach this server over TLS, which may end at a proxy. */
export function isSecure(c: Context<Env>): boolean {
  return siteOrigin(c).startsWith('https:');
}
