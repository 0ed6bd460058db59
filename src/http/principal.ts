import type { Context, MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { createSession, designerOfSession, endSession, SESSION_DAYS } from '../db/sessions.ts';
import { designerOfToken } from '../db/tokens.ts';
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
    const designer = await designerOfToken(db, token, config.now());
    return designer && { kind: 'token', id: designer.id, role: designer.role };
  }
  const text = getCookie(c, cookieName(c));
  const designer = text ? await designerOfSession(db, text, config.now()) : null;
  if (!designer) return null;
  requireOwnPage(c);
  return { kind: 'session', id: designer.id, role: designer.role };
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
  if (c.req.header('origin') !== undefined) requireOwnPage(c);
}

/** Opens a session and sets its cookie. */
export async function signIn(c: Context<Env>, designerId: string): Promise<void> {
  const text = await createSession(c.var.db, designerId, c.var.config.now());
  setCookie(c, cookieName(c), text, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: isSecure(c),
    maxAge: SESSION_DAYS * 86_400,
  });
}

/** Ends the request's session, if it has one, and removes its cookie. */
export async function signOut(c: Context<Env>): Promise<void> {
  const text = getCookie(c, cookieName(c));
  if (text) await endSession(c.var.db, text);
  deleteCookie(c, cookieName(c), { path: '/', secure: isSecure(c) });
}

/** Over TLS the prefix makes browsers refuse such a cookie from any other host. */
function cookieName(c: Context<Env>): string {
  return isSecure(c) ? '__Host-plenary_session' : 'plenary_session';
}
