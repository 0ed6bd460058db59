import type { JSX } from 'preact';
import type { PersonSession, SessionSummary } from '../../src/db/sessions.ts';
import { PASSWORD_MIN } from '../../src/http/auth.ts';
import { LANGUAGES } from '../../src/survey/language.ts';
import { LANGUAGE_NAMES } from '../text/language-names.ts';
import { deviceOf } from './account-device.ts';
import { Field, Notice } from './account-field.tsx';
import type { Problems } from './account-form.ts';
import type { AccountFrame } from './account-frame.ts';
import { DesignerPage } from './designer-page.tsx';

export type AccountField = 'name' | 'currentPassword' | 'newPassword' | 'organisation';

interface AccountPageProps extends AccountFrame {
  session: PersonSession;
  sessions: readonly SessionSummary[];
  hasPassword: boolean;
  problems: Problems<AccountField>;
  isSaved: boolean;
}

/** One's own account. */
export function AccountPage(props: AccountPageProps): JSX.Element {
  const { text, isSaved, session } = props;
  return (
    <DesignerPage {...props} title={text('account')} entry="designer">
      <div class="wide accounts">
        <h1>{text('account')}</h1>
        <Notice done={isSaved ? text('saved') : undefined} />
        <div class="account-cards">
          <Names {...props} />
          <Password {...props} />
          <Sessions {...props} />
          <Languages {...props} />
          {session.memberships.length > 0 && <Organisations {...props} />}
        </div>
      </div>
    </DesignerPage>
  );
}

function Names({ text, session, problems }: AccountPageProps): JSX.Element {
  const { name, email } = session.person;
  return (
    <section class="card box">
      <h2>{text('you')}</h2>
      <p class="lead">{email}</p>
      <form method="post" action="/account/name" class="fields">
        <Field
          name="name"
          label={text('name')}
          autocomplete="name"
          value={name}
          problem={problems.name}
        />
        <button class="btn ghost">{text('save')}</button>
      </form>
    </section>
  );
}

function Password({ text, session, hasPassword, problems }: AccountPageProps): JSX.Element {
  return (
    <section class="card box">
      <h2>{text('passwordTitle')}</h2>
      <p class="lead">{text(hasPassword ? 'passwordLead' : 'passwordNone')}</p>
      <form method="post" action="/account/password" class="fields">
        <input
          type="text"
          name="username"
          autocomplete="username"
          value={session.person.email}
          readOnly
          hidden
        />
        {hasPassword && (
          <Field
            name="currentPassword"
            label={text('currentPassword')}
            type="password"
            autocomplete="current-password"
            problem={problems.currentPassword}
          />
        )}
        <Field
          name="newPassword"
          label={text('newPassword')}
          type="password"
          autocomplete="new-password"
          hint={text('passwordHint', { min: PASSWORD_MIN })}
          problem={problems.newPassword}
        />
        <button class="btn ghost">{text('save')}</button>
      </form>
    </section>
  );
}

function Sessions({ text, figures, session, sessions }: AccountPageProps): JSX.Element {
  return (
    <section class="card box">
      <h2>{text('sessions')}</h2>
      <ul class="rows">
        {sessions.map(({ id, userAgent, since, lastSeen }) => {
          const device = deviceOf(userAgent);
          const name = device ? text('device', device) : text('unknownDevice');
          const isThis = id === session.id;
          return (
            <li key={id}>
              <div>
                <strong>{name}</strong> {isThis && <span class="tag">{text('thisBrowser')}</span>}
                <p class="hint">
                  {text('since', { date: figures.date(since), seen: figures.date(lastSeen) })}
                </p>
              </div>
              {!isThis && (
                <form method="post" action="/account/sessions">
                  <button class="link" name="session" value={id}>
                    {text('endSession')} <span class="sr">({name})</span>
                  </button>
                </form>
              )}
            </li>
          );
        })}
      </ul>
      {sessions.length > 1 && (
        <form method="post" action="/account/sessions">
          <button class="btn ghost" name="session" value="others">
            {text('endOthers')}
          </button>
        </form>
      )}
    </section>
  );
}

function Languages({ text, language }: AccountPageProps): JSX.Element {
  return (
    <section class="card box">
      <h2>{text('languageTitle')}</h2>
      <form method="post" action="/account/language" class="inline">
        <select name="language" aria-label={text('languageTitle')}>
          {LANGUAGES.map((code) => (
            <option key={code} value={code} lang={code} selected={code === language}>
              {LANGUAGE_NAMES[code]}
            </option>
          ))}
        </select>
        <button class="btn ghost">{text('save')}</button>
      </form>
    </section>
  );
}

function Organisations({ text, session, problems }: AccountPageProps): JSX.Element {
  const { memberships, current } = session;
  return (
    <section class="card box">
      <h2>{text('organisations')}</h2>
      <ul class="rows">
        {memberships.map(({ id, name, role }) => (
          <li key={id}>
            <div>
              <strong>{name}</strong>
              <p class="hint">{text(role)}</p>
            </div>
            {id === current?.id ? (
              <span class="tag">{text('current')}</span>
            ) : (
              <form method="post" action="/account/organisation">
                <button class="link" name="organisation" value={id}>
                  {text('switchTo', { organisation: name })}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {current?.role === 'owner' && (
        <details open={problems.organisation !== undefined}>
          <summary>{text('newOrganisation')}</summary>
          <p class="lead">{text('newOrganisationLead')}</p>
          <form method="post" action="/account/organisations" class="fields">
            <Field
              name="organisation"
              label={text('organisation')}
              autocomplete="organization"
              problem={problems.organisation}
            />
            <button class="btn ghost">{text('create')}</button>
          </form>
        </details>
      )}
    </section>
  );
}
