import { type Kysely, sql } from 'kysely';
import { jsonb } from './portable.ts';
import type { Database } from './schema.ts';

/** A computation of how stable a plan is, under way or over. */
export interface StabilityRun {
  run: string;
  state: 'running' | 'done' | 'failed';
  done: number;
  samples: number;
  result: unknown;
  workedAt: Date;
}

/** The computation for a basis; null when nobody has asked for it. */
export async function findStability(
  db: Kysely<Database>,
  studyId: string,
  basis: string,
): Promise<StabilityRun | null> {
  const row = await db
    .selectFrom('plan_stability')
    .select(['run', 'state', 'done', 'samples', 'result', 'worked_at as workedAt'])
    .where('study_id', '=', studyId)
    .where('basis', '=', basis)
    .executeTakeFirst();
  return row ?? null;
}

/** What a computation that goes on slice by slice has drawn so far. */
export async function drawnSoFar(
  db: Kysely<Database>,
  studyId: string,
  run: string,
): Promise<unknown> {
  const row = await db
    .selectFrom('plan_stability')
    .select('drawn')
    .where('study_id', '=', studyId)
    .where('run', '=', run)
    .executeTakeFirst();
  return row?.drawn ?? null;
}

/** Kept by study: the latest of each basis, so that going back to earlier settings costs nothing. */
const MOST_KEPT = 10;

/**
 * Begins a computation, unless one for the same basis is done or was at work after `stale`.
 *
 * @returns whether this call began it
 */
export async function beginStability(
  db: Kysely<Database>,
  studyId: string,
  { basis, run, samples }: { basis: string; run: string; samples: number },
  { now, stale }: { now: Date; stale: Date },
): Promise<boolean> {
  const { rows } = await sql`
    insert into plan_stability (study_id, basis, run, state, samples, worked_at)
    values (${studyId}, ${basis}, ${run}, 'running', ${samples}, ${now})
    on conflict (study_id, basis) do update
      set run = excluded.run, state = 'running', done = 0, drawn = null, result = null,
        samples = excluded.samples, worked_at = excluded.worked_at
      where plan_stability.state = 'failed'
        or (plan_stability.state = 'running' and plan_stability.worked_at < ${stale})
    returning run`.execute(db);
  if (rows.length === 0) return false;
  await sql`
    delete from plan_stability where study_id = ${studyId} and basis in (
      select basis from plan_stability where study_id = ${studyId}
      order by worked_at desc, basis offset ${MOST_KEPT}
    )`.execute(db);
  return true;
}

/** What a computation that is under way has come to. */
export interface StabilityStep {
  state: StabilityRun['state'];
  done: number;
  result?: unknown;
  /** What was drawn, where another call goes on with it. */
  drawn?: unknown;
}

/**
 * Notes how far a computation has come.
 *
 * @returns false when another run has taken its place, so that it may end
 */
export async function noteStability(
  db: Kysely<Database>,
  studyId: string,
  run: string,
  { state, done, result = null, drawn = null }: StabilityStep,
  now: Date,
): Promise<boolean> {
  const { rows } = await sql`
    update plan_stability set state = ${state}, done = ${done}, worked_at = ${now},
      result = ${result === null ? null : jsonb(result)},
      drawn = ${drawn === null ? null : jsonb(drawn)}
    where study_id = ${studyId} and run = ${run} and state = 'running'
    returning run`.execute(db);
  return rows.length > 0;
}
