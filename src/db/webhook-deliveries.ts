import { type Kysely, sql } from 'kysely';
import type { NewDelivery } from './webhook-news.ts';
import type { Database } from './schema.ts';
import { isUuid } from './studies.ts';

/** One thing that a webhook is told, and how that went. */
export interface Delivery {
  id: string;
  event: string;
  createdAt: Date;
  outcome: 'waiting' | 'delivered' | 'failed';
  attempts: number;
  /** When it is tried next; null when it is not. */
  nextAt: Date | null;
  /** The last attempt's HTTP status; null when there was none. */
  status: number | null;
  /** Why the last attempt failed, in a few words. */
  problem: string | null;
  attemptedAt: Date | null;
}

/** A delivery that this process alone is to attempt now. */
export interface ClaimedDelivery {
  studyId: string;
  id: string;
  webhookId: string;
  url: string;
  secretNumber: number;
  body: string;
  /** Which attempt this is, from 1. */
  attempts: number;
}

/** How long an attempt may take before another process may take it over, in milliseconds. */
const LEASE = 60_000;

/** Seconds from an attempt that failed to the next one; after the last there is none. */
export const BACKOFF = [5, 30, 120, 600, 3600, 6 * 3600, 24 * 3600] as const;

/** A webhook stops after so many failed attempts in a row. */
export const MOST_FAILURES = 25;

/** What is kept of the log of each webhook. */
const LOG_LENGTH = 200;

/**
 * Takes deliveries that are due, so that no other process attempts them at the same time. Those of
 * a webhook that has stopped while they were being put down are given up.
 */
export async function claimDeliveries(
  db: Kysely<Database>,
  most: number,
  now: Date,
): Promise<ClaimedDelivery[]> {
  const { rows } = await sql<ClaimedDelivery & { isStopped: boolean }>`
    with due as (
      select d.study_id, d.id from webhook_delivery d
      where d.next_at <= ${now}::timestamptz
      order by d.next_at limit ${most}
      for update skip locked
    )
    update webhook_delivery d set
      outcome = case when w.stopped is null then d.outcome else 'failed' end,
      attempts = case when w.stopped is null then d.attempts + 1 else d.attempts end,
      attempted_at = case when w.stopped is null then ${now}::timestamptz else d.attempted_at end,
      next_at = case when w.stopped is null
        then ${new Date(now.getTime() + LEASE)}::timestamptz end
    from due join webhook w on w.study_id = due.study_id
    where d.study_id = due.study_id and d.id = due.id and w.id = d.webhook_id
    returning d.study_id as "studyId", d.id, d.webhook_id as "webhookId", w.url,
      w.secret_number as "secretNumber", d.body, d.attempts,
      w.stopped is not null as "isStopped"`.execute(db);
  return rows.flatMap(({ isStopped, ...delivery }) => (isStopped ? [] : [delivery]));
}

/** How an attempt went: a status, or why there was none. */
export type Attempt = { status: number } | { problem: string };

/**
 * Notes how an attempt went: done for 2xx, else again later or given up. A webhook stops after
 * `MOST_FAILURES` failed attempts in a row, and at once when its address says that it is gone.
 */
export async function settleDelivery(
  db: Kysely<Database>,
  { studyId, id, webhookId, attempts }: ClaimedDelivery,
  attempt: Attempt,
  now: Date,
): Promise<void> {
  const status = 'status' in attempt ? attempt.status : null;
  const problem = 'problem' in attempt ? attempt.problem.slice(0, 200) : null;
  const done = status !== null && status >= 200 && status < 300;
  const pause = BACKOFF[attempts - 1];
  const again = !done && status !== 410 && pause !== undefined;
  const next = again ? new Date(now.getTime() + pause * 1000 * (1 + jitter())) : null;
  const outcome = done ? 'delivered' : again ? 'waiting' : 'failed';
  await sql`
    with settled as (
      update webhook_delivery set outcome = ${outcome}, next_at = ${next}::timestamptz,
        status = ${status}::int, problem = ${problem}::text
      where study_id = ${studyId} and id = ${id} and attempts = ${attempts} and outcome = 'waiting'
      returning 1
    )
    update webhook set
      failures = case when ${done}::boolean then 0 else failures + 1 end,
      stopped = case when ${done}::boolean or stopped is not null then stopped
        when ${status === 410}::boolean then 'gone'
        when failures + 1 >= ${MOST_FAILURES}::int then 'failures' end
    where study_id = ${studyId} and id = ${webhookId} and exists (select 1 from settled)`.execute(
    db,
  );
  await giveUpStopped(db, studyId, webhookId);
  await sql`
    delete from webhook_delivery where study_id = ${studyId} and outcome <> 'waiting' and id in (
      select id from webhook_delivery where study_id = ${studyId} and webhook_id = ${webhookId}
      order by created_at desc, id desc offset ${LOG_LENGTH}
    )`.execute(db);
}

/** Up to a tenth more, so that what failed together is not tried together. */
function jitter(): number {
  return Math.random() / 10;
}

/** What a webhook that has stopped was still to be told is not delivered any more. */
export async function giveUpStopped(
  db: Kysely<Database>,
  studyId: string,
  webhookId: string,
): Promise<void> {
  await sql`
    update webhook_delivery d set outcome = 'failed', next_at = null
    from webhook w
    where d.study_id = ${studyId} and d.webhook_id = ${webhookId} and d.outcome = 'waiting'
      and w.study_id = d.study_id and w.id = d.webhook_id and w.stopped is not null`.execute(db);
}

/** Puts something down to be told to one webhook at once. */
export async function putDelivery(
  db: Kysely<Database>,
  { studyId, id: webhookId }: { studyId: string; id: string },
  { id, event, body }: NewDelivery,
  now: Date,
): Promise<void> {
  await db
    .insertInto('webhook_delivery')
    .values({
      study_id: studyId,
      webhook_id: webhookId,
      id,
      event,
      body,
      created_at: now,
      next_at: now,
    })
    .execute();
}

/**
 * Lets a delivery be attempted again from now, with the same id, so that who has got it already
 * can tell; false when there is none, or its webhook has stopped.
 */
export async function redeliver(
  db: Kysely<Database>,
  { studyId, id: webhookId }: { studyId: string; id: string },
  id: string,
  now: Date,
): Promise<boolean> {
  if (!isUuid(id)) return false;
  const { rows } = await sql`
    update webhook_delivery d set outcome = 'waiting', attempts = 0,
      next_at = ${now}::timestamptz, status = null, problem = null
    from webhook w
    where d.study_id = ${studyId} and d.id = ${id} and d.webhook_id = ${webhookId}
      and w.study_id = d.study_id and w.id = d.webhook_id and w.stopped is null
    returning 1`.execute(db);
  return rows.length > 0;
}

/**
 * The log of a webhook, newest first, a page at a time.
 *
 * @param cursor `next` of the page before
 */
export async function listDeliveries(
  db: Kysely<Database>,
  { studyId, id }: { studyId: string; id: string },
  { limit = 50, cursor = null }: { limit?: number; cursor?: string | null } = {},
): Promise<{ deliveries: Delivery[]; next: string | null }> {
  const [time = '', after = ''] = (cursor ?? '').split('.');
  const isPage = /^\d{1,15}$/.test(time) && isUuid(after);
  const { rows } = await sql<Delivery>`
    select id, event, created_at as "createdAt", outcome, attempts, next_at as "nextAt", status,
      problem, attempted_at as "attemptedAt"
    from webhook_delivery
    where study_id = ${studyId} and webhook_id = ${id}
      ${isPage ? sql`and (created_at, id) < (${new Date(Number(time))}::timestamptz, ${after}::uuid)` : sql``}
    order by created_at desc, id desc
    limit ${limit + 1}`.execute(db);
  const deliveries = rows.slice(0, limit);
  const last = rows.length > limit ? deliveries.at(-1) : undefined;
  return { deliveries, next: last ? `${last.createdAt.getTime()}.${last.id}` : null };
}
