import type { JSX } from 'preact';
import type { Role } from '../../src/db/schema.ts';
import type { StudySummary } from '../../src/db/studies.ts';
import { type Scope, SCOPES, type TokenSummary } from '../../src/db/tokens.ts';
import { textIn } from '../../src/survey/language.ts';
import { shareTexts } from '../text/share/texts.ts';
import { Field } from './account-field.tsx';
import type { AccountFrame } from './account-frame.ts';
import { Secret } from './account-secret.tsx';
import { DesignerPage } from './designer-page.tsx';
import { RoleSelect } from './people-page.tsx';

/** After how many days a token can be made to end. */
export const EXPIRY_DAYS = [30, 90, 365] as const;

/** What has just happened, and the token that is shown this once. */
export interface TokensNews {
  problem?: string;
  made?: { name: string; token: string };
}

interface TokensPageProps extends AccountFrame {
  organisation: string;
  /** The roles that the person can give. */
  roles: readonly Role[];
  tokens: readonly TokenSummary[];
  studies: readonly StudySummary[];
  now: Date;
  news: TokensNews;
}

const SCOPE_TEXTS = {
  read: 'scopeRead',
  export: 'scopeExport',
  run: 'scopeRun',
  edit: 'scopeEdit',
} as const satisfies Record<Scope, string>;

/** The tokens with which programs work for an organisation. */
export function TokensPage(props: TokensPageProps): JSX.Element {
  const { text, organisation, tokens, news } = props;
  return (
    <DesignerPage {...props} title={text('tokens')} entry="designer">
      <div class="wide accounts">
        <h1>{text('tokens')}</h1>
        <p>
          {text('tokensLead', { organisation })} <a href="/docs">API</a>
        </p>
        {news.made && (
          <section class="card box secret" role="status">
            <h2>{text('tokenMade', { name: news.made.name })}</h2>
            <p>{text('tokenOnce')}</p>
            <Secret
              value={news.made.token}
              copy={text('copy')}
              copied={shareTexts(props.language)('copied')}
            />
          </section>
        )}
        <div class="account-cards">
          <section class="card box">
            <h2>{text('tokens')}</h2>
            {tokens.length === 0 ? (
              <p class="lead">{text('noTokens')}</p>
            ) : (
              <ul class="rows">
                {tokens.map((token) => (
                  <TokenRow key={token.id} {...props} token={token} />
                ))}
              </ul>
            )}
          </section>
          <NewTokenForm {...props} />
        </div>
      </div>
    </DesignerPage>
  );
}

function TokenRow(props: TokensPageProps & { token: TokenSummary }): JSX.Element {
  const { text, figures, language, studies, now, token } = props;
  const { id, name, role, scopes, studyId, expiresAt, lastUsedOn } = token;
  const study = studies.find((candidate) => candidate.id === studyId);
  const isEnded = expiresAt !== null && expiresAt <= now;
  const date = expiresAt === null ? '' : figures.date(expiresAt);
  return (
    <li>
      <div>
        <strong>{name}</strong> <span class="tag">{text(role)}</span>
        <p class="hint">
          {scopes === null
            ? text('everything')
            : figures.list(scopes.map((scope) => text(SCOPE_TEXTS[scope])))}
          {' · '}
          {study ? textIn(study.title, language, 'en') : text('allStudies')}
        </p>
        <p class="hint">
          {lastUsedOn === null
            ? text('neverUsed')
            : text('lastUsed', { date: figures.date(new Date(`${lastUsedOn}T00:00:00Z`)) })}
          {' · '}
          {expiresAt === null ? text('neverEnds') : text(isEnded ? 'ended' : 'ends', { date })}
        </p>
      </div>
      <form method="post" action="/tokens/revoke">
        <button class="link" name="token" value={id} aria-label={text('revokeName', { name })}>
          {text('revoke')}
        </button>
      </form>
    </li>
  );
}

function NewTokenForm(props: TokensPageProps): JSX.Element {
  const { text, language, roles, studies, news } = props;
  return (
    <section class="card box">
      <h2>{text('makeToken')}</h2>
      <form method="post" action="/tokens" class="fields">
        <Field
          name="name"
          label={text('tokenName')}
          autocomplete="off"
          hint={text('tokenNameHint')}
          problem={news.problem}
        />
        <div class="field">
          <label for="token-role">{text('tokenRole')}</label>
          <RoleSelect text={text} chosen="designer" id="token-role" roles={roles} />
        </div>
        <fieldset class="field">
          <legend>{text('scopes')}</legend>
          {SCOPES.map((scope) => (
            <label key={scope} class="tick">
              <input type="checkbox" name="scope" value={scope} /> {text(SCOPE_TEXTS[scope])}
            </label>
          ))}
          <p class="hint">{text('scopesHint')}</p>
        </fieldset>
        <div class="field">
          <label for="token-study">{text('tokenStudy')}</label>
          <select id="token-study" name="study">
            <option value="">{text('allStudies')}</option>
            {studies.map(({ id, title }) => (
              <option key={id} value={id}>
                {textIn(title, language, 'en')}
              </option>
            ))}
          </select>
        </div>
        <div class="field">
          <label for="token-days">{text('expiry')}</label>
          <select id="token-days" name="days">
            {EXPIRY_DAYS.map((days) => (
              <option key={days} value={days} selected={days === 90}>
                {text('expiryDays', { count: days })}
              </option>
            ))}
            <option value="">{text('never')}</option>
          </select>
        </div>
        <button class="btn primary">{text('makeToken')}</button>
      </form>
    </section>
  );
}
