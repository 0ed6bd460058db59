import { Hono } from 'hono';
import { z } from 'zod';
import { holderOfToken } from '../db/tokens.ts';
import { requireRole } from './authorise.ts';
import { describe } from './describe.ts';
import type { Config, Env } from './env.ts';
import { refuseForeignForm, signInWithToken, signOut } from './principal.ts';
import { rateLimit } from './rate-limit.ts';
import { Refusal } from './refusal.ts';
import { valid } from './valid.ts';

const TokenSignIn = z.strictObject({ token: z.string().max(200) });
const SessionBody = z.object({
  kind: z.enum(['session', 'token']),
  role: z.enum(['owner', 'designer', 'facilitator', 'viewer']),
  organisation: z.object({ id: z.uuid(), name: z.string() }),
});

/** The session of a request, and the way out. People sign in on a page; see `web/pages`. */
export function sessionRoutes(config: Config): Hono<Env> {
  return new Hono<Env>()
    .post('/sign-out', async (c) => {
      refuseForeignForm(c);
      await signOut(c);
      return c.redirect('/', 303);
    })
    .get(
      '/api/session',
      describe({
        summary: 'Who the credentials of this request belong to',
        tag: 'access',
        success: { 200: [SessionBody, 'The kind of credentials, the role and the organisation.'] },
      }),
      (c) => {
        const { principal } = requireRole(c, null, 'list');
        const { kind, role, organisation } = principal;
        return c.json({ kind, role, organisation });
      },
    )
    .post(
      '/api/session',
      describe({
        summary: 'Opens a session with an API token',
        tag: 'access',
        open: true,
        success: { 204: 'Signed in; the session is in a cookie.' },
        errors: [400, 401, 415, 422, 429],
      }),
      rateLimit('signIns', config),
      valid('json', TokenSignIn),
      async (c) => {
        refuseForeignForm(c);
        const { token } = c.req.valid('json');
        const holder = await holderOfToken(c.var.db, token, config.now());
        if (!holder) throw new Refusal(401, 'This token is unknown or revoked.');
        await signInWithToken(c, holder);
        return c.body(null, 204);
      },
    )
    .delete(
      '/api/session',
      describe({
        summary: 'Ends the session',
        tag: 'access',
        open: true,
        success: { 204: 'Signed out.' },
      }),
      async (c) => {
        await signOut(c);
        return c.body(null, 204);
      },
    );
}
