import type { Kysely } from 'kysely';
import type { Database } from '../db/schema.ts';
import {
  type Attempt,
  type ClaimedDelivery,
  claimDeliveries,
  settleDelivery,
} from '../db/webhook-deliveries.ts';
import { noteWebhookEvents } from './webhook-events.ts';
import { signedHeaders, webhookSecret } from './webhook-signature.ts';

/** Sends a body to an address and tells the status; throws with a sentence where none came. */
export type SendWebhook = (
  url: string,
  headers: Record<string, string>,
  body: string,
) => Promise<number>;

export interface WebhookRunnerOptions {
  db: Kysely<Database>;
  /** The server's secret. */
  secret: string;
  now: () => Date;
  send: SendWebhook;
}

/** Deliveries that one process attempts at a time. */
const MOST_AT_ONCE = 20;

const PAUSE = 2000;

/**
 * Notes what has happened and attempts every delivery that is due, once.
 *
 * @returns how many deliveries were attempted
 * @example
 * await runWebhooksOnce({ db, secret, now: () => new Date(), send: sendByFetch })
 */
export async function runWebhooksOnce(options: WebhookRunnerOptions): Promise<number> {
  await noteWebhookEvents(options.db, options.now());
  const due = await claimDeliveries(options.db, MOST_AT_ONCE, options.now());
  await Promise.all(due.map((delivery) => attempt(options, delivery)));
  return due.length;
}

/**
 * Does the same again and again until it is closed: events are noted every two seconds, and an
 * address that is slow to answer holds up nothing but its own delivery.
 */
export function startWebhooks(
  options: WebhookRunnerOptions,
  pause = PAUSE,
): { close: () => Promise<void> } {
  const underWay = new Set<Promise<void>>();
  let isOver = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let turn: Promise<void> = Promise.resolve();
  const run = async (): Promise<void> => {
    try {
      await noteWebhookEvents(options.db, options.now());
      const free = MOST_AT_ONCE - underWay.size;
      const due = free > 0 ? await claimDeliveries(options.db, free, options.now()) : [];
      for (const delivery of due) {
        const one = attempt(options, delivery).catch(() => {});
        underWay.add(one);
        void one.finally(() => underWay.delete(one));
      }
    } catch {
      // The database is away for a moment: the next turn looks again.
    }
    if (!isOver) timer = setTimeout(next, pause);
  };
  const next = (): void => {
    turn = run();
  };
  timer = setTimeout(next, pause);
  timer.unref?.();
  return {
    close: async () => {
      isOver = true;
      clearTimeout(timer);
      await turn;
      await Promise.all(underWay);
    },
  };
}

async function attempt(
  { db, secret, now, send }: WebhookRunnerOptions,
  delivery: ClaimedDelivery,
): Promise<void> {
  const { studyId, webhookId, secretNumber, id, body, url } = delivery;
  const key = await webhookSecret(secret, studyId, webhookId, secretNumber);
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Plenary-Webhooks/1',
    ...(await signedHeaders(key, { id, body, at: now() })),
  };
  let outcome: Attempt;
  try {
    outcome = { status: await send(url, headers, body) };
  } catch (error) {
    outcome = { problem: error instanceof Error ? error.message : 'It could not be sent.' };
  }
  await settleDelivery(db, delivery, outcome, now());
}
