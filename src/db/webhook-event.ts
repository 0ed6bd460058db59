/** What a webhook can be told about. */
export const WEBHOOK_EVENTS = [
  'response.stored',
  'response.changed',
  'response.withdrawn',
  'study.opened',
  'study.closed',
  'results.milestone',
] as const;

export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];
