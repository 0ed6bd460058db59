import { z } from 'zod';
import type { Webhook } from '../db/webhooks.ts';
import { WEBHOOK_EVENTS } from '../db/webhook-event.ts';

const Url = z.string().trim().max(500).describe('An https address that takes POST.');

const Events = z
  .array(z.enum(WEBHOOK_EVENTS))
  .min(1)
  .max(WEBHOOK_EVENTS.length)
  .transform((events) => [...new Set(events)]);

const Every = z
  .int()
  .min(5)
  .max(100_000)
  .describe('A milestone is so many responses, and again so many.');

export const NewWebhook = z.strictObject({
  url: Url,
  events: Events,
  every: Every.default(50),
});

export const WebhookChangeBody = z.strictObject({
  url: Url.optional(),
  events: Events.optional(),
  every: Every.optional(),
  stopped: z.boolean().optional().describe('Stops it, or starts it again from now on.'),
  newSecret: z.literal(true).optional().describe('Makes a new secret; the old one ends at once.'),
});

export const WebhookBody = z.object({
  id: z.uuid(),
  url: z.string(),
  events: z.array(z.enum(WEBHOOK_EVENTS)),
  every: z.int(),
  failures: z.int().describe('Attempts that failed since the last that did not.'),
  stopped: z
    .enum(['asked', 'failures', 'gone'])
    .nullable()
    .describe('Why nothing is sent: asked for, too many failures, or the address said 410.'),
  createdAt: z.iso.datetime(),
});

export const WebhookWithSecret = WebhookBody.extend({
  secret: z
    .string()
    .optional()
    .describe('`whsec_…`, with a new webhook or a new secret only: it is shown this once.'),
});

export const DeliveryBody = z.object({
  id: z.uuid().describe('The `webhook-id` of every attempt.'),
  event: z.string(),
  createdAt: z.iso.datetime(),
  outcome: z.enum(['waiting', 'delivered', 'failed']),
  attempts: z.int(),
  nextAt: z.iso.datetime().nullable(),
  status: z.int().nullable().describe('HTTP status of the last attempt.'),
  problem: z.string().nullable(),
  attemptedAt: z.iso.datetime().nullable(),
});

/** A webhook as the API shows it. */
export function shownWebhook(webhook: Webhook): z.infer<typeof WebhookBody> {
  const { id, url, events, every, failures, stopped, createdAt } = webhook;
  return { id, url, events, every, failures, stopped, createdAt: createdAt.toISOString() };
}
