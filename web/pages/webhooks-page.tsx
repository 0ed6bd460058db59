import type { JSX } from 'preact';
import type { Study } from '../../src/db/studies.ts';
import type { Delivery } from '../../src/db/webhook-deliveries.ts';
import { WEBHOOK_EVENTS } from '../../src/db/webhook-event.ts';
import { MOST_WEBHOOKS, type Webhook } from '../../src/db/webhooks.ts';
import type { Assets } from '../../src/http/assets.ts';
import { type Language, textIn } from '../../src/survey/language.ts';
import type { SayDesigner } from '../text/designer/texts.ts';
import type { SayWebhooks } from '../text/webhooks/texts.ts';
import { DesignerPage } from './designer-page.tsx';
import type { FigureWords } from './figure-words.ts';
import { EVENT_NAMES } from './webhooks-events.ts';
import { WebhookLog } from './webhooks-log.tsx';

/** A webhook with a page of its log. */
export interface ShownWebhook {
  webhook: Webhook;
  deliveries: Delivery[];
  next: string | null;
}

export interface WebhooksPageProps {
  study: Study;
  webhooks: readonly ShownWebhook[];
  /** A secret that was just made. */
  secret?: { webhook: string; text: string };
  problem?: 'urlWrong' | 'eventsWrong' | 'tooMany';
  /** What was typed when it could not be taken. */
  typed?: { url: string; events: string[]; every: number };
  language: Language;
  say: SayDesigner;
  tell: SayWebhooks;
  figures: FigureWords;
  assets: Assets;
}

const STATES = { asked: 'asked', failures: 'failures', gone: 'gone' } as const;

/** The webhooks of a study: what each is told and how that went, and a form for another one. */
export function WebhooksPage(props: WebhooksPageProps): JSX.Element {
  const { study, webhooks, secret, language, say, tell, figures, assets } = props;
  const path = `/studies/${study.id}/webhooks`;
  const title = textIn(study.definition.title, language, study.definition.defaultLanguage);
  return (
    <DesignerPage
      {...{ language, say, assets, study, path }}
      title={`${tell('title')}: ${title}`}
      entry="designer"
    >
      <div class="wide webhooks">
        <div>
          <h2>{tell('title')}</h2>
          <p class="lead">{tell('lead')}</p>
        </div>
        {secret && (
          <section class="card box webhook-secret" role="status" aria-labelledby="secret-title">
            <h3 id="secret-title">{tell('secretTitle')}</h3>
            <p>{tell('secretLead')}</p>
            <p>
              <code class="webhook-key">{secret.text}</code>
            </p>
            <button
              type="button"
              class="btn ghost"
              data-copy={secret.text}
              data-copied={tell('copied')}
            >
              {tell('copy')}
            </button>
          </section>
        )}
        {webhooks.length === 0 && (
          <section class="card box webhook-empty">
            <h3>{tell('none')}</h3>
            <p>{tell('urlHint')}</p>
          </section>
        )}
        {webhooks.map((shown) => (
          <WebhookCard key={shown.webhook.id} {...shown} {...{ path, tell, figures }} />
        ))}
        {webhooks.length < MOST_WEBHOOKS && <NewWebhookForm {...props} path={path} />}
        <details class="card box webhook-check">
          <summary>{tell('check')}</summary>
          <p>
            {tell('checkLead', {
              headers: figures.list(['webhook-id', 'webhook-timestamp', 'webhook-signature']),
            })}
          </p>
          <p>{tell('checkAnswer')}</p>
          <pre class="example" tabIndex={0}>
            <code>{EXAMPLE}</code>
          </pre>
        </details>
      </div>
    </DesignerPage>
  );
}

const EXAMPLE = `POST /hook
webhook-id: 3f0c8a52-6f0e-4c39-9a6f-d3b5f2d1a0c4
webhook-timestamp: 1795521600
webhook-signature: v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=

{"type":"response.stored","timestamp":"2026-11-24T12:00:00.000Z",
 "data":{"study":"…","status":"open","version":"1-open-17","responses":45}}`;

function WebhookCard({
  webhook,
  path,
  tell,
  ...log
}: ShownWebhook & { path: string; tell: SayWebhooks; figures: FigureWords }) {
  const { id, url, events, every, stopped } = webhook;
  const own = `${path}/${id}`;
  const name = `webhook-${id}`;
  return (
    <div class="card box webhook">
      <div class="webhook-head">
        <h3 id={name}>{url}</h3>
        <span class={`tag ${stopped ? 'status-closed' : 'status-open'}`}>
          {tell(stopped ? STATES[stopped] : 'atWork')}
        </span>
      </div>
      <ul class="webhook-events">
        {events.map((event) => (
          <li key={event} class="tag">
            {tell(EVENT_NAMES[event])}
            {event === 'results.milestone' && ` (${every})`}
          </li>
        ))}
      </ul>
      <div class="webhook-actions">
        {!stopped && <Action to={`${own}/test`} label={tell('test')} about={name} />}
        <Action
          to={`${own}/${stopped ? 'start' : 'stop'}`}
          label={tell(stopped ? 'start' : 'stop')}
          about={name}
        />
        <Action to={`${own}/secret`} label={tell('newSecret')} about={name} />
        <Action to={`${own}/remove`} label={tell('remove')} about={name} kind="danger" />
      </div>
      <WebhookLog {...log} {...{ webhook, path, tell }} />
    </div>
  );
}

function Action(props: { to: string; label: string; about: string; kind?: 'ghost' | 'danger' }) {
  const { to, label, about, kind = 'ghost' } = props;
  return (
    <form method="post" action={to}>
      <button class={`btn ${kind}`} aria-describedby={about}>
        {label}
      </button>
    </form>
  );
}

function NewWebhookForm({ typed, problem, tell, path }: WebhooksPageProps & { path: string }) {
  const chosen = typed?.events ?? ['study.closed', 'results.milestone'];
  return (
    <section class="card box" aria-labelledby="new-webhook">
      <h3 id="new-webhook">{tell('add')}</h3>
      <form method="post" action={path} class="webhook-form">
        {problem && (
          <p class="problem" role="alert" id="webhook-problem">
            {problem === 'tooMany' ? tell(problem, { count: MOST_WEBHOOKS }) : tell(problem)}
          </p>
        )}
        <label for="webhook-url">{tell('url')}</label>
        <input
          id="webhook-url"
          name="url"
          type="url"
          required
          maxLength={500}
          autocomplete="off"
          spellcheck={false}
          value={typed?.url ?? ''}
          aria-describedby={problem ? 'webhook-problem url-hint' : 'url-hint'}
          aria-invalid={problem === 'urlWrong' ? 'true' : undefined}
        />
        <p class="hint" id="url-hint">
          {tell('urlHint')}
        </p>
        <fieldset>
          <legend>{tell('events')}</legend>
          {WEBHOOK_EVENTS.map((event) => (
            <label key={event} class="check">
              <input type="checkbox" name="events" value={event} checked={chosen.includes(event)} />
              <span>{tell(EVENT_NAMES[event])}</span>
            </label>
          ))}
        </fieldset>
        <label for="webhook-every">{tell('every')}</label>
        <input
          id="webhook-every"
          name="every"
          type="number"
          min={5}
          max={100000}
          required
          value={typed && Number.isFinite(typed.every) ? typed.every : 50}
          aria-describedby="every-hint"
        />
        <p class="hint" id="every-hint">
          {tell('everyHint')}
        </p>
        <button class="btn primary">{tell('add')}</button>
      </form>
    </section>
  );
}
