import { type Kysely, type Selectable, sql } from 'kysely';
import { jsonb } from './portable.ts';
import type { Database, WebhookTable } from './schema.ts';
import { isUuid } from './studies.ts';
import type { WebhookEvent } from './webhook-event.ts';

/** Why a webhook gets nothing: somebody asked so, too much failed, or its address said 410. */
export type Stopped = 'asked' | 'failures' | 'gone';

/** The address of another program that is told what happens in a study. */
export interface Webhook {
  id: string;
  studyId: string;
  url: string;
  events: WebhookEvent[];
  /** A milestone is so many responses, and again so many. */
  every: number;
  /** Which of its secrets is the present one, from 1. */
  secretNumber: number;
  /** Attempts that failed since the last that did not. */
  failures: number;
  /** Null while it is at work. */
  stopped: Stopped | null;
  createdAt: Date;
}

/** The most webhooks that a study can have. */
export const MOST_WEBHOOKS = 10;

/**
 * Adds a webhook to a study, which hears of what happens from now on.
 *
 * @returns null when the study is gone or has as many as it can have
 */
export async function createWebhook(
  db: Kysely<Database>,
  studyId: string,
  { url, events, every }: Pick<Webhook, 'url' | 'events' | 'every'>,
  now: Date,
): Promise<Webhook | null> {
  const id = crypto.randomUUID();
  const { rows } = await sql<Selectable<WebhookTable>>`
    with made as (
      insert into webhook (study_id, id, url, events, every, created_at)
      select s.id, ${id}::uuid, ${url}, ${jsonb(events)}, ${every}::int, ${now}::timestamptz
      from study s
      where s.id = ${studyId}
        and (select count(*) from webhook w where w.study_id = s.id) < ${MOST_WEBHOOKS}
      returning *
    ), position as (
      insert into webhook_position (study_id, webhook_id, status, milestone)
      select s.id, m.id, s.status, (
        select count(*) / ${every}::int from response r
        where r.study_id = s.id and r.withdrawn_at is null
      ) from made m join study s on s.id = m.study_id
    )
    select * from made`.execute(db);
  return rows[0] ? webhookOf(rows[0]) : null;
}

/** The webhooks of a study, oldest first: at most `MOST_WEBHOOKS`. */
export async function listWebhooks(db: Kysely<Database>, studyId: string): Promise<Webhook[]> {
  const rows = await db
    .selectFrom('webhook')
    .selectAll()
    .where('study_id', '=', studyId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(webhookOf);
}

/** One webhook of a study; null when there is none, also for text that is no id. */
export async function findWebhook(
  db: Kysely<Database>,
  studyId: string,
  id: string,
): Promise<Webhook | null> {
  if (!isUuid(id)) return null;
  const row = await db
    .selectFrom('webhook')
    .selectAll()
    .where('study_id', '=', studyId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? webhookOf(row) : null;
}

/** What can be changed about a webhook; what is absent stays. */
export interface WebhookChange {
  url?: string | undefined;
  events?: WebhookEvent[] | undefined;
  every?: number | undefined;
  /** Stops it, or lets it start again from now on. */
  stopped?: boolean | undefined;
  /** Makes a new secret take the place of the present one. */
  newSecret?: boolean | undefined;
}

/** Changes a webhook and gives it back; null when there is none. */
export async function changeWebhook(
  db: Kysely<Database>,
  studyId: string,
  id: string,
  { url, events, every, stopped, newSecret = false }: WebhookChange,
): Promise<Webhook | null> {
  if (!isUuid(id)) return null;
  const { rows } = await sql<Selectable<WebhookTable>>`
    with before as materialized (
      select stopped as was from webhook where study_id = ${studyId} and id = ${id} for update
    ), changed as (
      update webhook set
        url = coalesce(${url ?? null}::text, url),
        events = coalesce(${events ? jsonb(events) : sql`null::jsonb`}, events),
        every = coalesce(${every ?? null}::int, every),
        secret_number = secret_number + ${newSecret ? 1 : 0}::int,
        failures = case when ${stopped === false}::boolean then 0 else failures end,
        stopped = case when ${stopped === undefined}::boolean then stopped
          when ${stopped === true}::boolean then 'asked' end
      from before where study_id = ${studyId} and id = ${id}
      returning webhook.*
    ), restarted as (
      update webhook_position p set state = pg_current_snapshot(), written = pg_current_xact_id(),
        status = s.status
      from study s
      where ${stopped === false}::boolean and p.study_id = ${studyId} and p.webhook_id = ${id}
        and s.id = p.study_id and exists (select from before where was is not null)
    )
    select * from changed`.execute(db);
  return rows[0] ? webhookOf(rows[0]) : null;
}

/** Removes a webhook with its log; false when there is none. */
export async function deleteWebhook(
  db: Kysely<Database>,
  studyId: string,
  id: string,
): Promise<boolean> {
  if (!isUuid(id)) return false;
  const { numDeletedRows } = await db
    .deleteFrom('webhook')
    .where('study_id', '=', studyId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

function webhookOf(row: Selectable<WebhookTable>): Webhook {
  return {
    id: row.id,
    studyId: row.study_id,
    url: row.url,
    events: row.events,
    every: row.every,
    secretNumber: row.secret_number,
    failures: row.failures,
    stopped: row.stopped,
    createdAt: row.created_at,
  };
}
