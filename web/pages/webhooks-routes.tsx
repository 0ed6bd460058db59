import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { giveUpStopped, listDeliveries } from '../../src/db/webhook-deliveries.ts';
import { changeWebhook, deleteWebhook, listWebhooks } from '../../src/db/webhooks.ts';
import type { Env } from '../../src/http/env.ts';
import { readFields } from '../../src/http/form-body.ts';
import { Refusal } from '../../src/http/refusal.ts';
import { studyFor } from '../../src/http/study-api.ts';
import {
  addWebhook,
  secretOf,
  sendAgain,
  sendTest,
  webhookFor,
} from '../../src/http/webhook-api.ts';
import { NewWebhook } from '../../src/http/webhook-body.ts';
import { designerTexts } from '../text/designer/texts.ts';
import { webhookTexts } from '../text/webhooks/texts.ts';
import { designerLanguage } from './designer-language.ts';
import { figureWords } from './figure-words.ts';
import { html } from './html.ts';
import { type ShownWebhook, WebhooksPage, type WebhooksPageProps } from './webhooks-page.tsx';

/** The page of a study's webhooks; it works without script. */
export const webhooksPages = new Hono<Env>()
  .get('/studies/:id/webhooks', async (c) => page(c))
  .post('/studies/:id/webhooks', async (c) => {
    const study = await studyFor(c, 'notify');
    const form = await readFields(c, { all: true });
    const typed = {
      url: String(form['url'] ?? ''),
      events: [form['events'] ?? []].flat().map(String),
      every: Number(form['every'] ?? Number.NaN),
    };
    const sent = NewWebhook.safeParse(typed);
    if (!sent.success) return page(c, { problem: 'eventsWrong', typed }, 422);
    try {
      const { webhook, secret } = await addWebhook(c, study.id, sent.data);
      return await page(c, { secret: { webhook: webhook.id, text: secret } }, 201);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const problem = error.status === 409 ? 'tooMany' : 'urlWrong';
      return page(c, { problem, typed }, error.status);
    }
  })
  .post('/studies/:id/webhooks/:webhook/secret', async (c) => {
    const { studyId, id } = await webhookFor(c);
    const webhook = await changeWebhook(c.var.db, studyId, id, { newSecret: true });
    if (!webhook) throw new Refusal(404, 'There is no such webhook.');
    return page(c, { secret: { webhook: id, text: await secretOf(c, webhook) } });
  })
  .post('/studies/:id/webhooks/:webhook/stop', async (c) => setStopped(c, true))
  .post('/studies/:id/webhooks/:webhook/start', async (c) => setStopped(c, false))
  .post('/studies/:id/webhooks/:webhook/test', async (c) => {
    const webhook = await webhookFor(c);
    await sendTest(c, webhook);
    return back(c);
  })
  .post('/studies/:id/webhooks/:webhook/remove', async (c) => {
    const { studyId, id } = await webhookFor(c);
    await deleteWebhook(c.var.db, studyId, id);
    return back(c);
  })
  .post('/studies/:id/webhooks/:webhook/again', async (c) => {
    const webhook = await webhookFor(c);
    const { delivery } = await readFields(c);
    await sendAgain(c, webhook, String(delivery));
    return back(c);
  });

async function setStopped(c: Context<Env>, stopped: boolean): Promise<Response> {
  const { studyId, id } = await webhookFor(c);
  await changeWebhook(c.var.db, studyId, id, { stopped });
  if (stopped) await giveUpStopped(c.var.db, studyId, id);
  return back(c);
}

function back(c: Context<Env>): Response {
  return c.redirect(`/studies/${c.req.param('id')}/webhooks`, 303);
}

const ON_A_PAGE = 10;

async function page(
  c: Context<Env>,
  more: Pick<WebhooksPageProps, 'problem' | 'typed' | 'secret'> = {},
  status: ContentfulStatusCode = 200,
): Promise<Response> {
  const study = await studyFor(c, 'notify');
  const { db, config } = c.var;
  const language = designerLanguage(c);
  const webhooks: ShownWebhook[] = [];
  for (const webhook of await listWebhooks(db, study.id)) {
    const cursor = c.req.query('log') === webhook.id ? (c.req.query('cursor') ?? null) : null;
    webhooks.push({
      webhook,
      ...(await listDeliveries(db, webhook, { limit: ON_A_PAGE, cursor })),
    });
  }
  return html(
    c,
    <WebhooksPage
      {...more}
      {...{ study, webhooks, language }}
      say={designerTexts(language)}
      tell={webhookTexts(language)}
      figures={figureWords(language)}
      assets={config.assets}
    />,
    status,
  );
}
