import type { JSX } from 'preact';
import type { AccountFrame } from './account-frame.ts';
import { Field, Notice } from './account-field.tsx';
import { DesignerPage } from './designer-page.tsx';

interface SignInPageProps extends AccountFrame {
  /** Where to go afterwards. */
  next: string;
  email?: string;
  problem?: string | undefined;
  done?: string | undefined;
  /** Nobody has an account yet: the set-up link and tokens are the ways in. */
  isNew: boolean;
  hasMail: boolean;
  /** The name of the OpenID Connect provider. */
  oidc: string | null;
}

/** How to get in: with a password, a link by e-mail, another site's account, or an API token. */
export function SignInPage(props: SignInPageProps): JSX.Element {
  const { say, text, problem, done, isNew } = props;
  return (
    <DesignerPage {...props} title={say('signIn')} entry="designer" signedOut>
      <div class="narrow">
        <h1>{say('signIn')}</h1>
        <p>{say('signInLead')}</p>
        <Notice problem={problem} done={done} />
        {isNew && (
          <section class="card box">
            <p>{say('signInLink')}</p>
          </section>
        )}
        {!isNew && <PasswordForm {...props} />}
        {isNew ? (
          <section class="card box">
            <TokenForm {...props} />
          </section>
        ) : (
          <details class="card box">
            <summary>{text('withToken')}</summary>
            <TokenForm {...props} />
          </details>
        )}
        <p>
          {say('takingPart')} <a href="/">{say('enterCode')}</a>
        </p>
      </div>
    </DesignerPage>
  );
}

function PasswordForm({ say, text, next, email, hasMail, oidc }: SignInPageProps): JSX.Element {
  return (
    <section class="card box">
      <form method="post" action="/sign-in" class="fields">
        <input type="hidden" name="next" value={next} />
        <Field
          name="email"
          label={text('email')}
          type="email"
          autocomplete="username"
          value={email}
        />
        <Field
          name="password"
          label={text('password')}
          type="password"
          autocomplete="current-password"
        />
        <div class="inline">
          <button class="btn primary">{say('signIn')}</button>
          <a href="/forgotten">{text('forgotten')}</a>
        </div>
      </form>
      {(hasMail || oidc !== null) && <h2 class="or">{text('orLink')}</h2>}
      {oidc !== null && (
        <p>
          <a class="btn ghost" href={`/sign-in/oidc?next=${encodeURIComponent(next)}`}>
            {text('signInOidc', { provider: oidc })}
          </a>
        </p>
      )}
      {hasMail && (
        <form method="post" action="/sign-in/link" class="fields">
          <input type="hidden" name="next" value={next} />
          <div class="field">
            <label for="link-email">{text('email')}</label>
            <input id="link-email" name="email" type="email" autocomplete="username" required />
          </div>
          <button class="btn ghost">{text('sendSignInLink')}</button>
        </form>
      )}
    </section>
  );
}

function TokenForm({ say, next }: SignInPageProps): JSX.Element {
  return (
    <>
      <p>
        {say('signInToken')} <code>npm run -s plenary -- token create --name NAME</code>
      </p>
      <form method="post" action="/sign-in" class="stack">
        <input type="hidden" name="next" value={next} />
        <label for="token">{say('token')}</label>
        <input id="token" name="token" type="password" autocomplete="off" required />
        <button class="btn primary">{say('signIn')}</button>
      </form>
    </>
  );
}
