import { type Context, Hono } from 'hono';
import type { JSX } from 'preact';
import { acceptInvitation, findInvitation, type Invitation } from '../../src/db/invitations.ts';
import { findPerson } from '../../src/db/people.ts';
import { chooseOrganisation } from '../../src/db/sessions.ts';
import { authFor, PASSWORD_MIN } from '../../src/http/auth.ts';
import type { Config, Env } from '../../src/http/env.ts';
import { refuseForeignForm, takeCookies } from '../../src/http/principal.ts';
import { rateLimit } from '../../src/http/rate-limit.ts';
import { headersOf } from './account-entry-pages.tsx';
import { Field, Notice } from './account-field.tsx';
import { formOf, isSound, nameProblem, passwordProblem, type Problems } from './account-form.ts';
import { accountFrame, type AccountFrame } from './account-frame.ts';
import { EntryPage, UsedUpPage } from './account-link-page.tsx';
import { html } from './html.ts';

type FieldName = 'name' | 'password';

/** The link of an invitation: it lets one e-mail address into an organisation. */
export function invitationPages(config: Config): Hono<Env> {
  const limit = rateLimit('signIns', config);
  return new Hono<Env>()
    .get('/invitation/:token', limit, async (c) => {
      const invitation = await invitationOf(c);
      return invitation ? invitationPage(c, invitation) : usedUp(c);
    })
    .post('/invitation/:token', limit, async (c) => {
      refuseForeignForm(c);
      const invitation = await invitationOf(c);
      if (!invitation) return usedUp(c);
      if (c.var.session) return acceptAs(c, invitation, c.var.session.person);
      if (await findPerson(c.var.db, invitation.email)) return invitationPage(c, invitation);
      return acceptAnew(c, invitation);
    });
}

async function invitationOf(c: Context<Env>): Promise<Invitation | null> {
  return findInvitation(c.var.db, c.req.param('token') ?? '', c.var.config.now());
}

/** Whoever is signed in accepts, if the invitation is for their address. */
async function acceptAs(
  c: Context<Env>,
  invitation: Invitation,
  person: { id: string; email: string },
): Promise<Response> {
  const token = c.req.param('token') ?? '';
  if (person.email !== invitation.email) return invitationPage(c, invitation);
  const { db, config, session } = c.var;
  const organisationId = await acceptInvitation(db, { token, person }, config.now());
  if (!organisationId) return usedUp(c);
  if (session) await chooseOrganisation(db, { sessionId: session.id, organisationId });
  return c.redirect('/studies', 303);
}

/** Somebody without an account makes one, and accepts with it. */
async function acceptAnew(c: Context<Env>, invitation: Invitation): Promise<Response> {
  const { text } = accountFrame(c);
  const form = await formOf(c, ['name', 'password']);
  const problems: Problems<FieldName> = {
    name: nameProblem(form.name, text),
    password: passwordProblem(form.password, text),
  };
  if (!isSound(problems)) return invitationPage(c, invitation, { values: form, problems });
  const headers = await headersOf(() =>
    authFor(c).api.signUpEmail({
      body: { email: invitation.email, ...form },
      headers: c.req.raw.headers,
      returnHeaders: true,
    }),
  );
  const person = await findPerson(c.var.db, invitation.email);
  // Somebody else was faster with the same link.
  if (!headers || !person) return invitationPage(c, invitation);
  await takeCookies(c, headers);
  return acceptAs(c, invitation, person);
}

interface Filled {
  values?: Record<FieldName, string>;
  problems?: Problems<FieldName>;
}

async function invitationPage(
  c: Context<Env>,
  invitation: Invitation,
  filled: Filled = {},
): Promise<Response> {
  const frame = accountFrame(c);
  const { text } = frame;
  const { organisation, email, role } = invitation;
  const signedIn = c.var.session?.person.email;
  const isOther = signedIn !== undefined && signedIn !== email;
  const isKnown = signedIn === undefined && (await findPerson(c.var.db, email)) !== null;
  const page = (
    <EntryPage {...frame} title={text('invitedTitle', { organisation })}>
      <p>{text('invitedLead', { organisation, role: text(role) })}</p>
      {isOther && <Notice problem={text('invitedOther', { email: signedIn, invited: email })} />}
      {isKnown && (
        <section class="card box">
          <p>{text('invitedKnown', { email })}</p>
          <p>
            <a class="btn primary" href={`/sign-in?next=${encodeURIComponent(c.req.path)}`}>
              {text('toSignIn')}
            </a>
          </p>
        </section>
      )}
      {signedIn === email && (
        <form method="post">
          <button class="btn primary">{text('accept')}</button>
        </form>
      )}
      {signedIn === undefined && !isKnown && <NewAccount {...frame} {...filled} email={email} />}
    </EntryPage>
  );
  const status = isOther && c.req.method === 'POST' ? 403 : filled.problems ? 422 : 200;
  return html(c, page, status);
}

function NewAccount(props: AccountFrame & Filled & { email: string }): JSX.Element {
  const { text, email, values, problems } = props;
  return (
    <section class="card box">
      <p>{text('invitedNew')}</p>
      <form method="post" class="fields">
        <div class="field">
          <label for="email">{text('email')}</label>
          <input id="email" type="email" autocomplete="username" value={email} readOnly />
        </div>
        <Field
          name="name"
          label={text('name')}
          autocomplete="name"
          value={values?.name}
          problem={problems?.name}
        />
        <Field
          name="password"
          label={text('password')}
          type="password"
          autocomplete="new-password"
          hint={text('passwordHint', { min: PASSWORD_MIN })}
          problem={problems?.password}
        />
        <button class="btn primary">{text('accept')}</button>
      </form>
    </section>
  );
}

function usedUp(c: Context<Env>): Response {
  return html(c, <UsedUpPage {...accountFrame(c)} />, 410);
}
