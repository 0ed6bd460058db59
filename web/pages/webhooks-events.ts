import type { WebhookEvent } from '../../src/db/webhook-event.ts';

/** What each event is called. */
export const EVENT_NAMES = {
  'response.stored': 'stored',
  'response.changed': 'changed',
  'response.withdrawn': 'withdrawn',
  'study.opened': 'opened',
  'study.closed': 'closed',
  'results.milestone': 'milestone',
} as const satisfies Record<WebhookEvent, string>;
