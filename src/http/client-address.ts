import type { Context } from 'hono';
import type { Config, Env } from './env.ts';

interface NodeBindings {
  incoming?: { socket?: { remoteAddress?: string | undefined } };
}

/**
 * The network address that a request came from: on Node the connection's, or the one that the
 * proxies in front have noted; on Workers Cloudflare's header, which nobody else can set.
 * `unknown` without any of them, which then shares one limit.
 */
export function clientAddress(c: Context<Env>): string {
  const { incoming } = (c.env ?? {}) as NodeBindings;
  if (!incoming) return c.req.header('cf-connecting-ip') ?? 'unknown';
  const noted = (c.req.header('x-forwarded-for') ?? '').split(',').map((part) => part.trim());
  const proxies = proxiesInFront(c.var.config);
  return (proxies > 0 && noted.at(-proxies)) || (incoming.socket?.remoteAddress ?? 'unknown');
}

/** Node itself speaks no TLS: an https address means that a proxy is in front. */
function proxiesInFront({ proxies, origin }: Config): number {
  return proxies ?? (origin?.startsWith('https:') ? 1 : 0);
}
