import { type Kysely, sql } from 'kysely';
import type { Database } from './schema.ts';
import { findStudy, type Study } from './studies.ts';

/**
 * A study as it is now: a time to open or to close that has passed is carried out first, so that
 * its status, its results and all that is asked later agree. Without such a time, no statement.
 *
 * @returns null when the study has gone meanwhile
 * @example
 * const study = await onSchedule(db, await findStudy(db, id), config.now());
 */
export async function onSchedule<S extends Study | null>(
  db: Kysely<Database>,
  study: S,
  now: Date,
): Promise<Study | null> {
  if (!study || !isDue(study, now)) return study;
  await carryOut(db, now, study.id);
  return findStudy(db, study.id);
}

/** Carries out all times that have passed, before a list of studies is shown. */
export async function keepSchedules(db: Kysely<Database>, now: Date): Promise<void> {
  await carryOut(db, now, null);
}

function isDue({ distribution: { opensAt, closesAt } }: Study, now: Date): boolean {
  return (opensAt !== null && opensAt <= now) || (closesAt !== null && closesAt <= now);
}

/** A time is used up once it has been carried out: somebody may open or close again by hand. */
async function carryOut(db: Kysely<Database>, now: Date, id: string | null): Promise<void> {
  const time = sql`${now}::timestamptz`;
  const closes = sql`(closes_at <= ${time} and (status = 'open' or opens_at <= ${time}))`;
  await sql`
    update study set
      status = case when ${closes} then 'closed' when opens_at <= ${time} then 'open'
        else status end,
      opened_at = case when opens_at <= ${time} then coalesce(opened_at, opens_at)
        else opened_at end,
      closed_at = case when ${closes} then closes_at when opens_at <= ${time} then null
        else closed_at end,
      opens_at = case when opens_at <= ${time} then null else opens_at end,
      closes_at = case when closes_at <= ${time} then null else closes_at end
    where least(opens_at, closes_at) <= ${time}
      and (opens_at is not null or closes_at is not null)
      ${id === null ? sql`` : sql`and id = ${id}`}`.execute(db);
}
