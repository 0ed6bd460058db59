import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { giveUpStopped, listDeliveries, putDelivery, redeliver } from '../db/webhook-deliveries.ts';
import {
  changeWebhook,
  createWebhook,
  deleteWebhook,
  findWebhook,
  listWebhooks,
  MOST_WEBHOOKS,
  type Webhook,
} from '../db/webhooks.ts';
import { describe } from './describe.ts';
import type { Env } from './env.ts';
import { linkNext, Next, Page } from './page-link.ts';
import { Refusal } from './refusal.ts';
import { studyFor } from './study-api.ts';
import { valid } from './valid.ts';
import { addressProblem } from './webhook-address.ts';
import {
  DeliveryBody,
  NewWebhook,
  shownWebhook,
  WebhookBody,
  WebhookChangeBody,
  WebhookWithSecret,
} from './webhook-body.ts';
import { newDelivery } from './webhook-events.ts';
import { webhookSecret } from './webhook-signature.ts';

/** Webhooks of a study, for those who may edit it: an address can hold a secret of its own. */
export const webhookApi = new Hono<Env>()
  .get(
    '/api/studies/:id/webhooks',
    describe({
      summary: 'The webhooks of a study',
      tag: 'webhooks',
      success: {
        200: [z.object({ webhooks: z.array(WebhookBody), next: z.null() }), 'All, oldest first.'],
      },
      errors: [404],
    }),
    async (c) => {
      const { id } = await studyFor(c, 'notify');
      const webhooks = await listWebhooks(c.var.db, id);
      return c.json({ webhooks: webhooks.map(shownWebhook), next: null });
    },
  )
  .post(
    '/api/studies/:id/webhooks',
    describe({
      summary: 'Adds a webhook, which hears of what happens from now on',
      tag: 'webhooks',
      success: {
        201: [WebhookWithSecret, 'The webhook with its secret, which is shown this once.'],
      },
      errors: [400, 404, 409, 415, 422],
    }),
    async (c, next) => {
      await studyFor(c, 'notify');
      await next();
    },
    valid('json', NewWebhook),
    async (c) => {
      const { id } = await studyFor(c, 'notify');
      const { webhook, secret } = await addWebhook(c, id, c.req.valid('json'));
      c.header('Location', `/api/studies/${id}/webhooks/${webhook.id}`);
      return c.json({ ...shownWebhook(webhook), secret }, 201);
    },
  )
  .get(
    '/api/studies/:id/webhooks/:webhook',
    describe({
      summary: 'A webhook',
      tag: 'webhooks',
      success: { 200: [WebhookBody, 'The webhook.'] },
      errors: [404],
    }),
    async (c) => c.json(shownWebhook(await webhookFor(c))),
  )
  .patch(
    '/api/studies/:id/webhooks/:webhook',
    describe({
      summary: 'Changes a webhook, stops it, starts it again, or gives it a new secret',
      tag: 'webhooks',
      success: { 200: [WebhookWithSecret, 'The webhook as it is now.'] },
      errors: [400, 404, 415, 422],
    }),
    async (c, next) => {
      await webhookFor(c);
      await next();
    },
    valid('json', WebhookChangeBody),
    async (c) => {
      const { studyId, id } = await webhookFor(c);
      const change = c.req.valid('json');
      if (change.url !== undefined) requireAddress(c, change.url);
      const webhook = await changeWebhook(c.var.db, studyId, id, change);
      if (!webhook) throw new Refusal(404, 'There is no such webhook.');
      if (webhook.stopped) await giveUpStopped(c.var.db, studyId, id);
      const secret = change.newSecret ? await secretOf(c, webhook) : undefined;
      return c.json({ ...shownWebhook(webhook), ...(secret && { secret }) });
    },
  )
  .delete(
    '/api/studies/:id/webhooks/:webhook',
    describe({
      summary: 'Removes a webhook with its log',
      tag: 'webhooks',
      success: { 204: 'Removed; nothing more is sent.' },
      errors: [404],
    }),
    async (c) => {
      const { studyId, id } = await webhookFor(c);
      await deleteWebhook(c.var.db, studyId, id);
      return c.body(null, 204);
    },
  )
  .post(
    '/api/studies/:id/webhooks/:webhook/test',
    describe({
      summary: 'Sends the event `webhook.test` to a webhook',
      tag: 'webhooks',
      success: { 202: [z.object({ delivery: z.uuid() }), 'It will be sent within seconds.'] },
      errors: [404, 409],
    }),
    async (c) => c.json({ delivery: await sendTest(c, await webhookFor(c)) }, 202),
  )
  .get(
    '/api/studies/:id/webhooks/:webhook/deliveries',
    describe({
      summary: 'What a webhook was sent and is to be sent, newest first, a page at a time',
      tag: 'webhooks',
      success: {
        200: [
          z.object({ deliveries: z.array(DeliveryBody), next: Next }),
          'The last 200 are kept.',
        ],
      },
      errors: [404, 422],
    }),
    valid('query', Page),
    async (c) => {
      const webhook = await webhookFor(c);
      const { limit, cursor = null } = c.req.valid('query');
      const page = await listDeliveries(c.var.db, webhook, { limit, cursor });
      linkNext(c, page.next);
      return c.json(page);
    },
  )
  .post(
    '/api/studies/:id/webhooks/:webhook/deliveries/:delivery/redeliver',
    describe({
      summary: 'Sends a delivery once more, with the same id',
      tag: 'webhooks',
      success: { 202: [z.object({ delivery: z.uuid() }), 'It will be sent within seconds.'] },
      errors: [404, 409],
    }),
    async (c) => {
      const id = c.req.param('delivery') ?? '';
      await sendAgain(c, await webhookFor(c), id);
      return c.json({ delivery: id }, 202);
    },
  );

/** The webhook that the path names, if the caller may edit its study. */
export async function webhookFor(c: Context<Env>): Promise<Webhook> {
  const study = await studyFor(c, 'notify');
  const webhook = await findWebhook(c.var.db, study.id, c.req.param('webhook') ?? '');
  if (!webhook) throw new Refusal(404, 'There is no such webhook.');
  return webhook;
}

/** Adds a webhook after a look at its address; refuses one too many. */
export async function addWebhook(
  c: Context<Env>,
  studyId: string,
  sent: z.infer<typeof NewWebhook>,
): Promise<{ webhook: Webhook; secret: string }> {
  requireAddress(c, sent.url);
  const webhook = await createWebhook(c.var.db, studyId, sent, c.var.config.now());
  if (!webhook) {
    throw new Refusal(409, `A study can have ${MOST_WEBHOOKS} webhooks: remove one first.`);
  }
  return { webhook, secret: await secretOf(c, webhook) };
}

/** The present secret of a webhook. */
export function secretOf(c: Context<Env>, { studyId, id, secretNumber }: Webhook): Promise<string> {
  return webhookSecret(c.var.config.secret, studyId, id, secretNumber);
}

/** Puts a test down to be sent, and gives its id. */
export async function sendTest(c: Context<Env>, webhook: Webhook): Promise<string> {
  requireAtWork(webhook);
  const now = c.var.config.now();
  const delivery = newDelivery('webhook.test', { study: webhook.studyId }, now);
  await putDelivery(c.var.db, webhook, delivery, now);
  return delivery.id;
}

/** Lets a delivery be sent once more. */
export async function sendAgain(c: Context<Env>, webhook: Webhook, id: string): Promise<void> {
  requireAtWork(webhook);
  if (!(await redeliver(c.var.db, webhook, id, c.var.config.now()))) {
    throw new Refusal(404, 'There is no such delivery.');
  }
}

function requireAtWork({ stopped }: Webhook): void {
  if (stopped) throw new Refusal(409, 'This webhook is stopped: start it again first.');
}

function requireAddress(c: Context<Env>, url: string): void {
  const problem = addressProblem(url, { private: c.var.config.webhookPrivate ?? false });
  if (problem) throw new Refusal(422, problem, [{ path: 'url', message: problem }]);
}
