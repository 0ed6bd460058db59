import type { Context, MiddlewareHandler } from 'hono';
import { clientAddress } from './client-address.ts';
import type { Config, Env } from './env.ts';
import { Refusal } from './refusal.ts';

/** How many requests a second one address may make in the long run, and how many at once. */
export interface Limit {
  perSecond: number;
  burst: number;
}

export interface Limits {
  /** Submissions: generous, because a full hall can stand behind one address. */
  submissions: Limit;
  /** Wrong guesses at a receipt, which have to stay hopeless. */
  receipts: Limit;
  /** Signing in and using a set-up link. */
  signIns: Limit;
  /** Comments of people with a link and no account. */
  comments: Limit;
  /** Files made for people with a link and no account. */
  files: Limit;
  /** Codes for phones without a seat, which may support questions: one full hall, then few. */
  codes: Limit;
  /** Calls of the API with a token or a session, for each designer. */
  calls: Limit;
}

export const LIMITS: Limits = {
  submissions: { perSecond: 100, burst: 1000 },
  receipts: { perSecond: 10 / 60, burst: 10 },
  signIns: { perSecond: 10 / 60, burst: 10 },
  comments: { perSecond: 10 / 60, burst: 30 },
  files: { perSecond: 10 / 60, burst: 30 },
  codes: { perSecond: 0.5, burst: 300 },
  calls: { perSecond: 100, burst: 3000 },
};

const MOST_KEYS = 100_000;

/** Token buckets by key. */
export interface TokenBuckets {
  /** The seconds until a key has a token; 0 when it has one. */
  wait(key: string): number;
  /** Takes one token of a key, which has to have one. */
  take(key: string): void;
  /** The whole tokens that a key has, and the seconds until it has all of them again. */
  left(key: string): { tokens: number; full: number };
}

/**
 * A token bucket per key, in memory: each process counts for itself.
 *
 * @param clock in milliseconds, never going back
 * @example
 * const buckets = tokenBuckets({ perSecond: 1, burst: 1 });
 * buckets.take('192.0.2.1');
 * buckets.wait('192.0.2.1') // 1
 */
export function tokenBuckets(
  { perSecond, burst }: Limit,
  clock: () => number = () => performance.now(),
): TokenBuckets {
  const buckets = new Map<string, { tokens: number; at: number }>();
  const tokensOf = (key: string) => {
    const bucket = buckets.get(key);
    if (!bucket) return burst;
    return Math.min(burst, bucket.tokens + ((clock() - bucket.at) / 1000) * perSecond);
  };
  return {
    wait(key) {
      const missing = 1 - tokensOf(key);
      return missing <= 0 ? 0 : Math.max(1, Math.ceil(missing / perSecond));
    },
    take(key) {
      const tokens = tokensOf(key) - 1;
      buckets.delete(key);
      buckets.set(key, { tokens, at: clock() });
      if (buckets.size > MOST_KEYS) buckets.delete(buckets.keys().next().value!);
    },
    left(key) {
      const tokens = tokensOf(key);
      return {
        tokens: Math.max(0, Math.floor(tokens)),
        full: Math.ceil((burst - tokens) / perSecond),
      };
    },
  };
}

/**
 * Refuses with 429 and Retry-After what one address asks too often. Every answer says what is left
 * in `RateLimit`, and what the limit is in `RateLimit-Policy`.
 */
export function rateLimit(name: keyof Limits, config: Config): MiddlewareHandler<Env> {
  const limiter = limiterOf(name, config);
  return async (c, next) => {
    const address = clientAddress(c);
    limiter.refuse(c, address);
    limiter.take(address);
    await next();
    limiter.tell(c, address);
  };
}

/** Refuses with 429 and Retry-After what one designer asks of the API too often. */
export function limitCalls(config: Config): MiddlewareHandler<Env> {
  const limiter = limiterOf('calls', config);
  return async (c, next) => {
    const { principal } = c.var;
    if (!principal) return next();
    limiter.refuse(c, principal.id);
    limiter.take(principal.id);
    await next();
    limiter.tell(c, principal.id);
  };
}

/**
 * Refuses with 429 and Retry-After after too many wrong guesses from one address (answers with
 * 404). A hall full of people who are right is never held up.
 */
export function limitGuesses(name: keyof Limits, config: Config): MiddlewareHandler<Env> {
  const limiter = limiterOf(name, config);
  return async (c, next) => {
    const address = clientAddress(c);
    limiter.refuse(c, address);
    await next();
    if (c.res.status === 404) limiter.take(address);
    limiter.tell(c, address);
  };
}

/** One limit, by key: an address or a designer. */
export interface Limiter {
  /** Says in headers what is left. */
  tell: (c: Context<Env>, key: string) => void;
  take: (key: string) => void;
  /** Throws a refusal with 429 where nothing is left. */
  refuse: (c: Context<Env>, key: string) => void;
}

/**
 * One limit with its buckets and its headers: a quota `q` that comes back whole within `w` seconds,
 * of which `r` are left and all are back in `t` seconds
 * (draft-ietf-httpapi-ratelimit-headers-10).
 */
export function limiterOf(name: keyof Limits, config: Config): Limiter {
  const limit = config.limits?.[name] ?? LIMITS[name];
  const buckets = tokenBuckets(limit);
  const window = Math.ceil(limit.burst / limit.perSecond);
  const tell = (c: Context<Env>, key: string): void => {
    const { tokens, full } = buckets.left(key);
    c.header('RateLimit-Policy', `"${name}";q=${limit.burst};w=${window}`);
    c.header('RateLimit', `"${name}";r=${tokens};t=${full}`);
  };
  return {
    tell,
    take: (key: string) => buckets.take(key),
    refuse(c: Context<Env>, key: string): void {
      const wait = buckets.wait(key);
      if (wait === 0) return;
      tell(c, key);
      c.header('Retry-After', String(wait));
      const seconds = wait === 1 ? '1 second' : `${wait} seconds`;
      throw new Refusal(429, `Too many requests: try again in ${seconds}.`);
    },
  };
}
