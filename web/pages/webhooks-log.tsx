import type { JSX } from 'preact';
import type { Delivery } from '../../src/db/webhook-deliveries.ts';
import type { WebhookEvent } from '../../src/db/webhook-event.ts';
import type { Webhook } from '../../src/db/webhooks.ts';
import type { SayWebhooks } from '../text/webhooks/texts.ts';
import type { FigureWords } from './figure-words.ts';
import { EVENT_NAMES } from './webhooks-events.ts';

interface WebhookLogProps {
  webhook: Webhook;
  deliveries: readonly Delivery[];
  next: string | null;
  path: string;
  tell: SayWebhooks;
  figures: FigureWords;
}

/** What a webhook was sent, newest first, each with a button to send it again. */
export function WebhookLog(props: WebhookLogProps): JSX.Element {
  const { webhook, deliveries, next, path, tell, figures } = props;
  const { id, stopped } = webhook;
  if (deliveries.length === 0) return <p class="facts">{tell('logEmpty')}</p>;
  return (
    <div
      class="webhook-log"
      role="group"
      aria-label={`${tell('log')}: ${webhook.url}`}
      tabIndex={0}
    >
      <table>
        <caption>{tell('log')}</caption>
        <thead>
          <tr>
            <th scope="col">{tell('time')}</th>
            <th scope="col">{tell('event')}</th>
            <th scope="col">{tell('outcome')}</th>
            <th scope="col" class="number">
              {tell('attempts')}
            </th>
            <th>
              <span class="sr">{tell('again')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {deliveries.map((delivery) => (
            <tr key={delivery.id}>
              <td>
                <time dateTime={delivery.createdAt.toISOString()}>
                  {moment(delivery.createdAt, figures)}
                </time>
              </td>
              <td>{nameOf(delivery.event, tell)}</td>
              <td>
                <span class={`outcome ${delivery.outcome}`}>
                  {outcomeOf(delivery, tell, figures)}
                </span>
                {(delivery.status ?? delivery.problem) !== null && (
                  <span class="facts"> {delivery.status ?? delivery.problem}</span>
                )}
              </td>
              <td class="number">{delivery.attempts}</td>
              <td>
                {!stopped && delivery.outcome !== 'waiting' && (
                  <form method="post" action={`${path}/${id}/again`}>
                    <button class="link" name="delivery" value={delivery.id}>
                      {tell('again')}
                    </button>
                  </form>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {next && (
        <p>
          <a href={`${path}?log=${id}&cursor=${next}`}>{tell('older')}</a>
        </p>
      )}
    </div>
  );
}

function moment(date: Date, figures: FigureWords): string {
  return `${figures.date(date)}, ${figures.time(date)}`;
}

function nameOf(event: string, tell: SayWebhooks): string {
  const key = EVENT_NAMES[event as WebhookEvent] as (typeof EVENT_NAMES)[WebhookEvent] | undefined;
  return key ? tell(key) : tell('testEvent');
}

function outcomeOf(
  { outcome, nextAt, attempts }: Delivery,
  tell: SayWebhooks,
  figures: FigureWords,
): string {
  if (outcome !== 'waiting') return tell(outcome);
  return attempts > 0 && nextAt
    ? tell('nextAt', { time: moment(nextAt, figures) })
    : tell('waiting');
}
