import { type Context, Hono } from 'hono';
import { findPerson } from '../../src/db/people.ts';
import { holderOfToken } from '../../src/db/tokens.ts';
import { authFor, OIDC_CALLBACK, PASSWORD_MIN } from '../../src/http/auth.ts';
import type { Config, Env } from '../../src/http/env.ts';
import { refuseForeignForm, signInWithToken, takeCookies } from '../../src/http/principal.ts';
import { rateLimit } from '../../src/http/rate-limit.ts';
import { Field, Notice } from './account-field.tsx';
import { emailProblem, formOf, ownPath, passwordProblem } from './account-form.ts';
import { accountFrame } from './account-frame.ts';
import { EntryPage, UsedUpPage } from './account-link-page.tsx';
import { linkTo, mailLater } from './account-mail.ts';
import { signInPage } from './account-sign-in.tsx';
import { html } from './html.ts';

/** Signing in with a password, a token, a link or another site's account; forgotten passwords. */
export function entryPages(config: Config): Hono<Env> {
  const limit = rateLimit('signIns', config);
  return (
    new Hono<Env>()
      .get('/sign-in', async (c) => {
        const next = ownPath(c.req.query('next') ?? '');
        if (c.var.principal) return c.redirect(next);
        return signInPage(c, { next });
      })
      .post('/sign-in', limit, async (c) => {
        refuseForeignForm(c);
        const { token, email, password, next } = await formOf(c, [
          'token',
          'email',
          'password',
          'next',
        ]);
        const entered = token
          ? await enterWithToken(c, token)
          : await enterWithPassword(c, email, password);
        if (entered) return c.redirect(ownPath(next), 303);
        const { text } = accountFrame(c);
        const problem = text(token ? 'tokenWrong' : 'signInWrong');
        return signInPage(c, { next: ownPath(next), email, problem, status: 401 });
      })
      .post('/sign-in/link', limit, async (c) => {
        refuseForeignForm(c);
        const { email, next } = await formOf(c, ['email', 'next']);
        const { text } = accountFrame(c);
        const problem = emailProblem(email, text);
        if (problem) return signInPage(c, { next: ownPath(next), problem, status: 422 });
        if (c.var.config.sendMail) await mailSignInLink(c, email);
        return signInPage(c, { next: ownPath(next), done: text('linkSent') });
      })
      // Programs that look at links before people do only ever GET: that must not use it up.
      .get('/sign-in/link/:token', limit, (c) => {
        const frame = accountFrame(c);
        const { say, text } = frame;
        return html(
          c,
          <EntryPage {...frame} title={text('linkTitle')}>
            <section class="card box">
              <p>{text('linkLead')}</p>
              <form method="post">
                <button class="btn primary">{say('signIn')}</button>
              </form>
            </section>
          </EntryPage>,
        );
      })
      .post('/sign-in/link/:token', limit, async (c) => {
        refuseForeignForm(c);
        const headers = await headersOf(() =>
          authFor(c).api.magicLinkVerify({
            query: { token: c.req.param('token') },
            headers: c.req.raw.headers,
            returnHeaders: true,
          }),
        );
        if (!headers) return html(c, <UsedUpPage {...accountFrame(c)} />, 410);
        await takeCookies(c, headers);
        return c.redirect('/studies', 303);
      })
      .get('/sign-in/oidc', limit, async (c) => {
        const frame = accountFrame(c);
        const provider = c.var.config.oidc;
        if (!provider) return c.notFound();
        const next = ownPath(c.req.query('next') ?? '');
        const started = await authFor(c).api.signInSocial({
          body: {
            provider: 'oidc',
            callbackURL: next,
            errorCallbackURL: '/sign-in/oidc/failed',
            disableRedirect: true,
          },
          headers: c.req.raw.headers,
          returnHeaders: true,
        });
        const { url } = started.response;
        const problem = frame.text('oidcFailed', { provider: provider.name });
        if (!url) return signInPage(c, { next, problem, status: 502 });
        for (const cookie of started.headers.getSetCookie()) {
          c.header('Set-Cookie', cookie, { append: true });
        }
        return c.redirect(url);
      })
      .get('/sign-in/oidc/failed', (c) => {
        const provider = c.var.config.oidc?.name ?? 'OpenID Connect';
        const problem = accountFrame(c).text('oidcFailed', { provider });
        return signInPage(c, { next: '/studies', problem, status: 401 });
      })
      .get(OIDC_CALLBACK, limit, async (c) => {
        if (!c.var.config.oidc) return c.notFound();
        const answer = await authFor(c).handler(c.req.raw);
        return answer.status < 400 ? answer : c.redirect('/sign-in/oidc/failed');
      })
      .get('/forgotten', (c) => forgottenPage(c))
      .post('/forgotten', limit, async (c) => {
        refuseForeignForm(c);
        const { email } = await formOf(c, ['email']);
        const { text } = accountFrame(c);
        const problem = emailProblem(email, text);
        if (problem) return forgottenPage(c, { problem, email });
        if (c.var.config.sendMail) await mailResetLink(c, email);
        return forgottenPage(c, { done: text('linkSent') });
      })
      .get('/reset/:token', limit, (c) => resetPage(c))
      .post('/reset/:token', limit, async (c) => {
        refuseForeignForm(c);
        const frame = accountFrame(c);
        const { password } = await formOf(c, ['password']);
        const problem = passwordProblem(password, frame.text);
        if (problem) return resetPage(c, problem);
        const body = { newPassword: password, token: c.req.param('token') };
        const headers = await headersOf(() =>
          authFor(c).api.resetPassword({ body, returnHeaders: true }),
        );
        if (!headers) return html(c, <UsedUpPage {...frame} />, 410);
        return signInPage(c, { next: '/studies', done: frame.text('resetDone') });
      })
  );
}

async function enterWithToken(c: Context<Env>, token: string): Promise<boolean> {
  const holder = await holderOfToken(c.var.db, token, c.var.config.now());
  if (holder) await signInWithToken(c, holder);
  return holder !== null;
}

/** Signs in; an unknown address takes as long and gets the same answer as a wrong password. */
export async function enterWithPassword(
  c: Context<Env>,
  email: string,
  password: string,
): Promise<boolean> {
  const headers = await headersOf(() =>
    authFor(c).api.signInEmail({
      body: { email, password },
      headers: c.req.raw.headers,
      returnHeaders: true,
    }),
  );
  if (headers) await takeCookies(c, headers);
  return headers !== null;
}

/** The headers of better-auth's answer; null when it refuses. */
export async function headersOf(
  call: () => Promise<{ headers: Headers }>,
): Promise<Headers | null> {
  try {
    return (await call()).headers;
  } catch (error) {
    if (error instanceof Error && error.name === 'APIError') return null;
    throw error;
  }
}

/** Makes a link for any address, so that all take as long; mails it to those with an account. */
async function mailSignInLink(c: Context<Env>, email: string): Promise<void> {
  const { text } = accountFrame(c);
  const token = await signInToken(c, email);
  const person = await findPerson(c.var.db, email);
  if (!person || token === null) return;
  mailLater(c, {
    to: email,
    subject: text('mailSignInSubject'),
    text: text('mailSignIn', { link: linkTo(c, `/sign-in/link/${token}`) }),
  });
}

async function mailResetLink(c: Context<Env>, email: string): Promise<void> {
  const { text } = accountFrame(c);
  const token = await resetToken(c, email);
  if (token === null) return;
  mailLater(c, {
    to: email,
    subject: text('mailResetSubject'),
    text: text('mailReset', { link: linkTo(c, `/reset/${token}`) }),
  });
}

/** The token of a new sign-in link. */
export async function signInToken(c: Context<Env>, email: string): Promise<string | null> {
  let made: string | null = null;
  const auth = authFor(c, (_, token) => (made = token));
  await auth.api.signInMagicLink({ body: { email }, headers: c.req.raw.headers });
  return made;
}

/** The token of a new link that sets a password; null where nobody has the address. */
export async function resetToken(c: Context<Env>, email: string): Promise<string | null> {
  let made: string | null = null;
  const auth = authFor(c, (_, token) => (made = token));
  await auth.api.requestPasswordReset({ body: { email } });
  return made;
}

function forgottenPage(
  c: Context<Env>,
  { problem, done, email }: { problem?: string; done?: string; email?: string } = {},
): Response {
  const frame = accountFrame(c);
  const { text } = frame;
  const page = (
    <EntryPage {...frame} title={text('forgottenTitle')}>
      <Notice done={done} />
      {c.var.config.sendMail ? (
        <section class="card box">
          <p>{text('forgottenLead')}</p>
          <form method="post" action="/forgotten" class="fields">
            <Field
              name="email"
              label={text('email')}
              type="email"
              autocomplete="username"
              value={email}
              problem={problem}
            />
            <button class="btn primary">{text('send')}</button>
          </form>
        </section>
      ) : (
        <p>{text('forgottenOwner')}</p>
      )}
    </EntryPage>
  );
  return html(c, page, problem ? 422 : 200);
}

function resetPage(c: Context<Env>, problem?: string): Response {
  const frame = accountFrame(c);
  const { text } = frame;
  const page = (
    <EntryPage {...frame} title={text('resetTitle')}>
      <section class="card box">
        <form method="post" class="fields">
          <Field
            name="password"
            label={text('newPassword')}
            type="password"
            autocomplete="new-password"
            hint={text('passwordHint', { min: PASSWORD_MIN })}
            problem={problem}
          />
          <button class="btn primary">{text('save')}</button>
        </form>
      </section>
    </EntryPage>
  );
  return html(c, page, problem ? 422 : 200);
}
