import { type Kysely, sql } from 'kysely';
import { jsonb } from './portable.ts';
import type { Database, StudyStatus } from './schema.ts';
import type { WebhookEvent } from './webhook-event.ts';

/** What has happened in a study since its webhook was last told. */
export interface WebhookNews {
  studyId: string;
  webhookId: string;
  events: WebhookEvent[];
  every: number;
  /** Names the webhook's position for compare-and-set. */
  written: string;
  /** All that these news cover. */
  now: string;
  /** Whether the position is from this database, not from a dump of another. */
  valid: boolean;
  status: StudyStatus;
  seenStatus: StudyStatus;
  /** Milestones passed by then. */
  milestone: number;
  /** The tiers of the primary ranking by then, as text; null when never looked at. */
  tiers: string | null;
  /** Responses that came, were edited and were withdrawn. */
  stored: number;
  changed: number;
  withdrawn: number;
}

/**
 * The news of every webhook at work, in one statement that reads the ledger's entries after each
 * webhook's position. Submissions know nothing of it: what they append is enough.
 *
 * A withdrawal is a transaction with -1 entries only; any other with a -1 for each edit.
 */
export async function webhookNews(db: Kysely<Database>): Promise<WebhookNews[]> {
  const { rows } = await sql<WebhookNews>`
    with now as materialized (select pg_current_snapshot() as state)
    select w.study_id as "studyId", w.id as "webhookId", w.events, w.every,
      p.written::text as written, now.state::text as now, p.xmin = p.written::xid as valid,
      s.status, p.status as "seenStatus", p.milestone, p.tiers, news.*
    from webhook w
    join webhook_position p on p.study_id = w.study_id and p.webhook_id = w.id
    join study s on s.id = w.study_id
    cross join now
    cross join lateral (
      select coalesce(sum(plus - minus) filter (where plus > 0), 0)::int as stored,
        coalesce(sum(minus) filter (where plus > 0), 0)::int as changed,
        coalesce(sum(minus) filter (where plus = 0), 0)::int as withdrawn
      from (
        select count(*) filter (where l.sign = 1) as plus,
          count(*) filter (where l.sign = -1) as minus
        from ledger l
        where p.xmin = p.written::xid and l.study_id = w.study_id
          and l.xid >= pg_snapshot_xmin(p.state) and not pg_visible_in_snapshot(l.xid, p.state)
        group by l.xid
      ) transactions
    ) news
    where w.stopped is null`.execute(db);
  return rows;
}

/** Something to be told, as the text that is sent. */
export interface NewDelivery {
  id: string;
  event: string;
  body: string;
}

/**
 * Moves a webhook's position to what its news cover and puts down what is to be delivered, both or
 * neither. Of several processes with the same news one does; the others find out.
 *
 * @returns false when another process was faster
 */
export async function putDown(
  db: Kysely<Database>,
  { studyId, webhookId, written, now, status }: WebhookNews,
  { milestone, tiers }: Pick<WebhookNews, 'milestone' | 'tiers'>,
  deliveries: readonly NewDelivery[],
  at: Date,
): Promise<boolean> {
  const { rows } = await sql`
    with moved as (
      update webhook_position set state = ${now}::pg_snapshot, written = pg_current_xact_id(),
        status = ${status}, milestone = ${milestone}, tiers = ${tiers}
      where study_id = ${studyId} and webhook_id = ${webhookId} and written = ${written}::xid8
      returning study_id, webhook_id
    ), put as (
      insert into webhook_delivery (study_id, webhook_id, id, event, body, created_at, next_at)
      select m.study_id, m.webhook_id, d.id, d.event, d.body, ${at}::timestamptz, ${at}::timestamptz
      from moved m
      cross join jsonb_to_recordset(${jsonb(deliveries)}) as d (id uuid, event text, body text)
    )
    select 1 from moved`.execute(db);
  return rows.length > 0;
}
