import type { Context } from 'hono';
import type { Config, Env } from './env.ts';
import { readV6 } from './webhook-address.ts';

interface NodeBindings {
  incoming?: { socket?: { remoteAddress?: string | undefined } };
}

/**
 * The network address that a request came from: on Node the connection's, or the one that the
 * proxies in front have noted; on Workers Cloudflare's header, which nobody else can set.
 * `unknown` without any of them, which then shares one limit. Of IPv6 the network is told, since
 * whoever has one address has the 2^64 of its network.
 *
 * @example
 * clientAddress(c) // '192.0.2.1', or '2001:db8:1:2::/64'
 */
export function clientAddress(c: Context<Env>): string {
  const { incoming } = (c.env ?? {}) as NodeBindings;
  if (!incoming) return limitedBy(c.req.header('cf-connecting-ip') ?? 'unknown');
  const noted = (c.req.header('x-forwarded-for') ?? '').split(',').map((part) => part.trim());
  const proxies = proxiesInFront(c.var.config);
  const address = (proxies > 0 && noted.at(-proxies)) || incoming.socket?.remoteAddress;
  return limitedBy(address ?? 'unknown');
}

/** What shares one limit: an IPv4 address without the port that some proxies note, a /64 of IPv6. */
function limitedBy(address: string): string {
  const bare = /^\[(.*)\](:\d+)?$|^(\d+(?:\.\d+){3}):\d+$/.exec(address);
  const own = bare?.[1] ?? bare?.[3] ?? address;
  const v4 = /^::ffff:(\d+(?:\.\d+){3})$/i.exec(own)?.[1];
  const groups = v4 ? null : readV6(own.replace(/%.*$/, ''));
  if (!groups) return v4 ?? own;
  const network = groups.slice(0, 4).map((group) => group.toString(16));
  return `${network.join(':')}::/64`;
}

/** Node itself speaks no TLS: an https address means that a proxy is in front. */
function proxiesInFront({ proxies, origin }: Config): number {
  return proxies ?? (origin?.startsWith('https:') ? 1 : 0);
}
