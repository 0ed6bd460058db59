import type { Context } from 'hono';
import type { Env } from './env.ts';

interface NodeBindings {
  incoming?: { socket?: { remoteAddress?: string | undefined } };
}

/**
 * The network address that a request came from: the connection's on Node, Cloudflare's header on
 * Workers, where no other can set it. `unknown` without either, which then shares one limit.
 */
export function clientAddress(c: Context<Env>): string {
  const { incoming } = (c.env ?? {}) as NodeBindings;
  if (incoming) return incoming.socket?.remoteAddress ?? 'unknown';
  return c.req.header('cf-connecting-ip') ?? 'unknown';
}
