import type { Kysely } from 'kysely';
import { currentTallies } from '../db/current-tallies.ts';
import { keepSchedules } from '../db/schedule.ts';
import type { Database } from '../db/schema.ts';
import { findStudy, type Study } from '../db/studies.ts';
import { type TallyHead, versionOf } from '../db/watermark.ts';
import { type NewDelivery, putDown, type WebhookNews, webhookNews } from '../db/webhook-news.ts';
import { readResultsQuery } from '../survey/results-query.ts';
import { resultsOf } from './results-of.ts';

/**
 * Puts down what the webhooks of all studies are to be told since the last look. Nothing of it
 * names a person or an answer, and while a study is open numbers come in steps of its `minCell`.
 *
 * Any process may look at any time: of several that do at once, one puts each event down.
 */
export async function noteWebhookEvents(db: Kysely<Database>, at: Date): Promise<void> {
  await keepSchedules(db, at);
  for (const news of await webhookNews(db)) {
    const isNew = news.stored + news.changed + news.withdrawn > 0;
    if (news.valid && !isNew && news.status === news.seenStatus) continue;
    const study = await findStudy(db, news.studyId);
    const head = study && (await currentTallies(db, study));
    if (!study || !head) continue;
    await putDown(db, news, ...(await told(db, news, study, head, at)), at);
  }
}

type Told = [Pick<WebhookNews, 'milestone' | 'tiers'>, NewDelivery[]];

async function told(
  db: Kysely<Database>,
  news: WebhookNews,
  study: Study,
  head: TallyHead,
  at: Date,
): Promise<Told> {
  const wanted = new Set<string>(news.events);
  const responses = countShown(study, head);
  const facts = { study: study.id, status: news.status, version: versionOf(head), responses };
  const deliveries: NewDelivery[] = [];
  const tell = (event: string, more: Record<string, unknown> = {}): void => {
    if (wanted.has(event)) deliveries.push(newDelivery(event, { ...facts, ...more }, at));
  };
  const opened = news.seenStatus !== 'open' && news.status === 'open';
  const closed = news.seenStatus === 'open' && news.status !== 'open';
  const milestone = Math.max(news.milestone, Math.floor(responses / news.every));
  const tiers = wanted.has('results.milestone') ? await tiersOf(db, study) : news.tiers;
  if (news.valid) {
    if (opened) tell('study.opened');
    if (news.stored > 0) tell('response.stored');
    if (news.changed > 0) tell('response.changed');
    if (news.withdrawn > 0) tell('response.withdrawn');
    if (milestone > news.milestone) {
      tell('results.milestone', { reason: 'responses', milestone: milestone * news.every });
    }
    if (news.tiers !== null && tiers !== null && tiers !== news.tiers) {
      tell('results.milestone', { reason: 'tiers', tiers: JSON.parse(tiers) });
    }
    if (closed) tell('study.closed');
  }
  return [{ milestone, tiers: tiers ?? news.tiers }, deliveries];
}

/** The number of responses as anybody may know it: in steps while more come in. */
function countShown({ definition, status }: Study, { counted }: TallyHead): number {
  const { minCell } = definition.privacy;
  if (counted < minCell) return 0;
  return status === 'open' ? counted - (counted % minCell) : counted;
}

/** The tiers of the primary ranking as text, or null where there are none to show. */
async function tiersOf(db: Kysely<Database>, study: Study): Promise<string | null> {
  const query = readResultsQuery(study.definition, {});
  if (typeof query === 'string') return null;
  const { document } = await resultsOf(db, study, query);
  const [everyone] = (await document()).slices;
  const { tiers } = (everyone as { consensus?: { tiers?: unknown } }).consensus ?? {};
  return tiers ? JSON.stringify(tiers) : null;
}

/**
 * What is sent for one event, as Standard Webhooks lays it out.
 *
 * @example
 * newDelivery('webhook.test', { study: id }, now).body // '{"type":"webhook.test",…}'
 */
export function newDelivery(event: string, data: Record<string, unknown>, at: Date): NewDelivery {
  const body = JSON.stringify({ type: event, timestamp: at.toISOString(), data });
  return { id: crypto.randomUUID(), event, body };
}
