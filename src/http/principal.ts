import type { Context, MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, getSignedCookie, setCookie } from 'hono/cookie';
import {
  createTokenSession,
  endSession,
  endTokenSession,
  personOfSession,
  SESSION_DAYS,
} from '../db/sessions.ts';
import { holderOfToken, holderOfTokenSession, type TokenHolder } from '../db/tokens.ts';
import { sessionCookie } from './auth.ts';
import type { Env, Principal } from './env.ts';
import { Refusal } from './refusal.ts';
import { isSecure, siteOrigin } from './site-origin.ts';

/** Finds out who asks: a bearer token, else the session's cookie. Participants have neither. */
export const identify: MiddlewareHandler<Env> = async (c, next) => {
  c.set('principal', await principalOf(c));
  await next();
};

async function principalOf(c: Context<Env>): Promise<Principal | null> {
  const { db, config } = c.var;
  const authorization = c.req.header('authorization');
  if (authorization !== undefined) {
    const token = /^bearer\s+(\S+)\s*$/i.exec(authorization)?.[1] ?? '';
    const holder = await holderOfToken(db, token, config.now());
    return holder && { ...holder, kind: 'token', person: null };
  }
  if (getCookie(c, sessionCookie(c)) === undefined) return null;
  const token = await signedToken(c);
  const principal = token ? await personBehind(c, token) : await tokenBehind(c);
  if (principal || c.var.session) requireOwnPage(c);
  return principal;
}

/** The session's token, if the cookie bears our signature. */
async function signedToken(c: Context<Env>): Promise<string | null> {
  const token = await getSignedCookie(c, c.var.config.secret, sessionCookie(c));
  return token || null;
}

async function personBehind(c: Context<Env>, token: string): Promise<Principal | null> {
  const session = await personOfSession(c.var.db, token, c.var.config.now());
  c.set('session', session);
  if (!session?.current) return null;
  const { person, current } = session;
  return {
    kind: 'session',
    id: person.id,
    name: person.name,
    person,
    organisation: { id: current.id, name: current.name },
    role: current.role,
    scopes: null,
    studyId: null,
    expiresAt: null,
  };
}

async function tokenBehind(c: Context<Env>): Promise<Principal | null> {
  const text = getCookie(c, sessionCookie(c)) ?? '';
  const holder = await holderOfTokenSession(c.var.db, text, c.var.config.now());
  return holder && { ...holder, kind: 'session', person: null };
}

/**
 * Refuses what another site made a browser send: it can make it send the cookie along, but not
 * lie about where the request comes from. Compares hosts, as TLS may end at a proxy.
 */
function requireOwnPage(c: Context<Env>): void {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return;
  const origin = c.req.header('origin');
  if (origin === undefined && c.req.header('sec-fetch-site') === 'same-origin') return;
  const host = origin !== undefined && URL.canParse(origin) ? new URL(origin).host : null;
  if (host === new URL(siteOrigin(c)).host || host === new URL(c.req.url).host) return;
  throw new Refusal(403, 'This request did not come from a page of this site.');
}

/** Refuses to sign a browser in, or anything else, that a form on another site asks for. */
export function refuseForeignForm(c: Context<Env>): void {
  const site = c.req.header('sec-fetch-site');
  const isOwn = site === undefined || site === 'same-origin' || site === 'none';
  if (c.req.header('origin') !== undefined || !isOwn) requireOwnPage(c);
}

/** Opens a browser's session with an API token and sets its cookie. */
export async function signInWithToken(c: Context<Env>, holder: TokenHolder): Promise<void> {
  await endOldSession(c);
  const text = await createTokenSession(c.var.db, holder.id, c.var.config.now());
  setCookie(c, sessionCookie(c), text, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: isSecure(c),
    maxAge: SESSION_DAYS * 86_400,
  });
}

/**
 * Takes over the cookies that better-auth sets, among them that of a new session. The session that
 * the browser came with ends: nobody is signed in under an identifier that was known before.
 */
export async function takeCookies(c: Context<Env>, headers: Headers): Promise<void> {
  await endOldSession(c);
  for (const cookie of headers.getSetCookie()) c.header('Set-Cookie', cookie, { append: true });
}

/** Ends the request's session, if it has one, and removes its cookie. */
export async function signOut(c: Context<Env>): Promise<void> {
  await endOldSession(c);
  deleteCookie(c, sessionCookie(c), { path: '/', secure: isSecure(c) });
}

async function endOldSession(c: Context<Env>): Promise<void> {
  const cookie = getCookie(c, sessionCookie(c));
  if (cookie === undefined) return;
  const token = await signedToken(c);
  await (token ? endSession(c.var.db, token) : endTokenSession(c.var.db, cookie));
}
