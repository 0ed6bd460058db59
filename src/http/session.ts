import { Hono } from 'hono';
import { html } from 'hono/html';
import { z } from 'zod';
import { isSetupLink, useSetupLink } from '../db/setup-link.ts';
import { designerOfToken } from '../db/tokens.ts';
import { requireRole } from './authorise.ts';
import { describe } from './describe.ts';
import type { Config, Env } from './env.ts';
import { plainPage } from './plain-page.ts';
import { refuseForeignForm, signIn, signOut } from './principal.ts';
import { rateLimit } from './rate-limit.ts';
import { Refusal } from './refusal.ts';
import { valid } from './valid.ts';

const TokenSignIn = z.strictObject({ token: z.string().max(200) });
const SessionBody = z.object({
  kind: z.enum(['session', 'token']),
  role: z.enum(['owner', 'designer', 'facilitator', 'viewer']),
});

/**
 * How designers get in and out: the set-up link of the first start, sign-in with an API token,
 * and sign-out.
 *
 * @param home where designers land; it asks those to sign in who have not
 */
export function sessionRoutes(config: Config, home = '/studies'): Hono<Env> {
  const limit = rateLimit('signIns', config);
  return (
    new Hono<Env>()
      // Programs that look at links before people do only ever GET: that must not use it up.
      .get('/setup/:token', limit, async (c) => {
        if (!(await isSetupLink(c.var.db, c.req.param('token'), config.now()))) return usedUp(c);
        return plainPage(
          c,
          'Set up Plenary',
          html`<p>This link works once and signs this browser in for 30 days.</p>
            <form method="post"><button>Sign in as the first designer</button></form>`,
        );
      })
      .post('/setup/:token', limit, async (c) => {
        refuseForeignForm(c);
        const designer = await useSetupLink(c.var.db, c.req.param('token'), config.now());
        if (!designer) return usedUp(c);
        await signIn(c, designer.id);
        return c.redirect(home, 303);
      })
      .get('/sign-in', (c) => c.redirect(home))
      .post('/sign-in', limit, async (c) => {
        refuseForeignForm(c);
        const { token } = await c.req.parseBody();
        const text = typeof token === 'string' ? token.trim() : '';
        const designer = await designerOfToken(c.var.db, text, config.now());
        if (!designer) {
          return plainPage(c, 'Sign in', tokenForm('This token is unknown or revoked.'), 401);
        }
        await signIn(c, designer.id);
        return c.redirect(home, 303);
      })
      .post('/sign-out', async (c) => {
        await signOut(c);
        return c.redirect('/', 303);
      })
      .get(
        '/api/session',
        describe({
          summary: 'Who the credentials of this request belong to',
          tag: 'access',
          success: { 200: [SessionBody, 'The kind of credentials and the role.'] },
        }),
        (c) => {
          const { principal } = requireRole(c, null, 'list');
          return c.json({ kind: principal.kind, role: principal.role });
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
        limit,
        valid('json', TokenSignIn),
        async (c) => {
          const { token } = c.req.valid('json');
          const designer = await designerOfToken(c.var.db, token, config.now());
          if (!designer) throw new Refusal(401, 'This token is unknown or revoked.');
          await signIn(c, designer.id);
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
      )
  );
}

function tokenForm(problem: string) {
  return html`${problem && html`<p role="alert">${problem}</p>`}
    <form method="post" action="/sign-in">
      <p>
        <label for="token">API token</label><br />
        <input id="token" name="token" type="password" autocomplete="current-password" required />
      </p>
      <button>Sign in</button>
    </form>
    <p>
      A token is made with <code>npm run -s plenary -- token create --name NAME</code>, or by an
      owner.
    </p>`;
}

function usedUp(c: Parameters<typeof plainPage>[0]) {
  return plainPage(
    c,
    'This link is used up',
    html`<p>
      A set-up link works once, for seven days, until there is a first designer.
      <a href="/sign-in">Sign in with an API token</a> instead.
    </p>`,
    410,
  );
}
