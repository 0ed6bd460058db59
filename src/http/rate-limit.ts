import type { Context, MiddlewareHandler } from 'hono';
import { clientAddress } from './client-address.ts';
import type { Env } from './env.ts';
import { Refusal } from './refusal.ts';

/** How many requests a second one address may make in the long run, and how many at once. */
export interface Limit {
  perSecond: number;
  burst: number;
}

export interface Limits {
  /** Submissions: generous, because a full hall can stand behind one address. */
  submissions: Limit;
  /** Looking up a response by its receipt, where guessing has to stay hopeless. */
  receipts: Limit;
  /** Signing in and using a set-up link. */
  signIns: Limit;
}

export const LIMITS: Limits = {
  submissions: { perSecond: 100, burst: 1000 },
  receipts: { perSecond: 10 / 60, burst: 10 },
  signIns: { perSecond: 10 / 60, burst: 10 },
};

const MOST_KEYS = 100_000;

/**
 * A token bucket per key, in memory: each process counts for itself.
 *
 * @param clock in milliseconds, never going back
 * @returns takes one token of a key; 0 when there was one, else the seconds to wait
 * @example
 * const take = tokenBuckets({ perSecond: 1, burst: 1 });
 * take('192.0.2.1') // 0
 * take('192.0.2.1') // 1
 */
export function tokenBuckets(
  { perSecond, burst }: Limit,
  clock: () => number = () => performance.now(),
): (key: string) => number {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return (key) => {
    const now = clock();
    const bucket = buckets.get(key) ?? { tokens: burst, at: now };
    const tokens = Math.min(burst, bucket.tokens + ((now - bucket.at) / 1000) * perSecond);
    const taken = tokens >= 1;
    buckets.delete(key);
    buckets.set(key, { tokens: taken ? tokens - 1 : tokens, at: now });
    if (buckets.size > MOST_KEYS) buckets.delete(buckets.keys().next().value!);
    return taken ? 0 : Math.max(1, Math.ceil((1 - tokens) / perSecond));
  };
}

/** Refuses with 429 and Retry-After what one address asks too often. */
export function rateLimit(name: keyof Limits, config: Env['Variables']['config']) {
  const take = tokenBuckets(config.limits?.[name] ?? LIMITS[name]);
  const middleware: MiddlewareHandler<Env> = async (c, next) => {
    requireToken(c, take(clientAddress(c)));
    await next();
  };
  return middleware;
}

function requireToken(c: Context<Env>, wait: number): void {
  if (wait === 0) return;
  c.header('Retry-After', String(wait));
  const seconds = wait === 1 ? '1 second' : `${wait} seconds`;
  throw new Refusal(429, `Too many requests: try again in ${seconds}.`);
}
