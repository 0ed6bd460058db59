import { type Context, Hono } from 'hono';
import { addMember } from '../../src/db/members.ts';
import { createOrganisation } from '../../src/db/organisations.ts';
import { hasPassword, updatePerson } from '../../src/db/people.ts';
import {
  chooseOrganisation,
  endSessions,
  listSessions,
  type PersonSession,
} from '../../src/db/sessions.ts';
import { requireRole } from '../../src/http/authorise.ts';
import { authFor } from '../../src/http/auth.ts';
import type { Config, Env } from '../../src/http/env.ts';
import { takeCookies } from '../../src/http/principal.ts';
import { rateLimit } from '../../src/http/rate-limit.ts';
import { Refusal } from '../../src/http/refusal.ts';
import { isLanguage } from '../../src/survey/language.ts';
import { headersOf } from './account-entry-pages.tsx';
import { formOf, nameProblem, passwordProblem, type Problems } from './account-form.ts';
import { accountFrame } from './account-frame.ts';
import { AccountPage, type AccountField } from './account-page.tsx';
import { signInPage } from './account-sign-in.tsx';
import { rememberLanguage } from './designer-language.ts';
import { html } from './html.ts';

/** One's own account: name, password, language, sessions, organisations. */
export function accountPages(config: Config): Hono<Env> {
  return new Hono<Env>()
    .get('/account', async (c) => {
      if (!c.var.session) return signInPage(c, { next: '/account', path: '/account', status: 401 });
      return accountPage(c, { isSaved: c.req.query('saved') !== undefined });
    })
    .post('/account/name', async (c) => {
      const { person } = sessionOf(c);
      const { name } = await formOf(c, ['name']);
      const problem = nameProblem(name, accountFrame(c).text);
      if (problem) return accountPage(c, { problems: { name: problem } });
      await updatePerson(c.var.db, person.id, { name });
      return saved(c);
    })
    .post('/account/language', async (c) => {
      const { person } = sessionOf(c);
      const { language } = await formOf(c, ['language']);
      if (!isLanguage(language)) throw new Refusal(422, 'Plenary does not speak this language.');
      await updatePerson(c.var.db, person.id, { language });
      rememberLanguage(c, language);
      return saved(c);
    })
    .post('/account/password', rateLimit('signIns', config), changePassword)
    .post('/account/sessions', async (c) => {
      const { id, person } = sessionOf(c);
      const form = await formOf(c, ['session']);
      await endSessions(c.var.db, {
        personId: person.id,
        except: id,
        ...(form.session !== 'others' && { only: form.session }),
      });
      return saved(c);
    })
    .post('/account/organisation', async (c) => {
      const { id, memberships } = sessionOf(c);
      const { organisation } = await formOf(c, ['organisation']);
      if (!memberships.some((membership) => membership.id === organisation)) {
        throw new Refusal(404, 'There is no such organisation.');
      }
      await chooseOrganisation(c.var.db, { sessionId: id, organisationId: organisation });
      return c.redirect('/studies', 303);
    })
    .post('/account/organisations', async (c) => {
      requireRole(c, null, 'people');
      const { id: sessionId, person } = sessionOf(c);
      const { organisation } = await formOf(c, ['organisation']);
      const problem = nameProblem(organisation, accountFrame(c).text);
      if (problem) return accountPage(c, { problems: { organisation: problem } });
      const now = c.var.config.now();
      const { id: organisationId } = await createOrganisation(c.var.db, organisation, now);
      await addMember(c.var.db, { organisationId, personId: person.id, role: 'owner' }, now);
      await chooseOrganisation(c.var.db, { sessionId, organisationId });
      return c.redirect('/studies', 303);
    });
}

/** The session of a person; a browser that was signed in with a token has no account. */
function sessionOf(c: Context<Env>): PersonSession {
  const { session } = c.var;
  if (session) return session;
  throw new Refusal(401, 'Sign in with your account first.');
}

/** Every other session ends, and this browser's gets a new identifier. */
async function changePassword(c: Context<Env>): Promise<Response> {
  const { person } = sessionOf(c);
  const { text } = accountFrame(c);
  const { currentPassword, newPassword } = await formOf(c, ['currentPassword', 'newPassword']);
  const problem = passwordProblem(newPassword, text);
  if (problem) return accountPage(c, { problems: { newPassword: problem } });
  const { headers } = c.req.raw;
  const { api } = authFor(c);
  if (!(await hasPassword(c.var.db, person.id))) {
    await api.setPassword({ body: { newPassword }, headers });
    return saved(c);
  }
  const body = { currentPassword, newPassword, revokeOtherSessions: true };
  const answer = await headersOf(() => api.changePassword({ body, headers, returnHeaders: true }));
  if (!answer) return accountPage(c, { problems: { currentPassword: text('passwordWrong') } });
  await takeCookies(c, answer);
  return saved(c);
}

function saved(c: Context<Env>): Response {
  return c.redirect('/account?saved', 303);
}

async function accountPage(
  c: Context<Env>,
  { problems = {}, isSaved = false }: { problems?: Problems<AccountField>; isSaved?: boolean } = {},
): Promise<Response> {
  const session = sessionOf(c);
  const { db, config } = c.var;
  const page = (
    <AccountPage
      {...accountFrame(c, '/account')}
      session={session}
      sessions={await listSessions(db, session.person.id, config.now())}
      hasPassword={await hasPassword(db, session.person.id)}
      problems={problems}
      isSaved={isSaved}
    />
  );
  return html(c, page, Object.keys(problems).length > 0 ? 422 : 200);
}
