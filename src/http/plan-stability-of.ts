import type { Kysely } from 'kysely';
import { countedResponses } from '../db/counted-responses.ts';
import { currentTallies } from '../db/current-tallies.ts';
import {
  beginStability,
  drawnSoFar,
  findStability,
  noteStability,
  type StabilityStep,
} from '../db/plan-stability.ts';
import type { Database } from '../db/schema.ts';
import type { Stability } from '../needs/stability.ts';
import { fewestAnswers } from '../needs/statement.ts';
import { contentItems } from '../survey/needs/needs-words.ts';
import type { PlanStability } from '../survey/needs/plan-document.ts';
import type { PlanSettings } from '../survey/needs/plan-settings.ts';
import { passes } from '../survey/needs/response-ratings.ts';
import { needRoles } from '../survey/needs/roles.ts';
import { stabilityTask } from '../survey/needs/stability-data.ts';
import {
  type DrawnPlan,
  SAMPLES,
  type StabilityTask,
  workStability,
} from '../survey/needs/stability-task.ts';
import type { NeedsFilter, NeedsStudy } from './needs-of.ts';
import { Refusal } from './refusal.ts';

/** Works a task out elsewhere, telling now and then how many samples are done. */
export type WorkStability = (
  task: StabilityTask,
  progress: (done: number) => void,
) => Promise<Stability>;

/** What the stability of a plan stands on. */
export interface StabilityQuestion {
  basis: string;
  settings: PlanSettings;
  filter: NeedsFilter;
  /** The duration limit of the plan. */
  hours: number | null;
}

/** Without news for so long, whoever was at work has ended. */
const STALE = 30_000;

/** So many respondents are drawn in one request where there are no threads: under a second. */
const DRAWS_A_SLICE = 250_000;

/** Who works stability out, by the database that a process serves; nobody on Workers. */
const threads = new WeakMap<Kysely<Database>, WorkStability>();

/** Has the stability of a database's plans worked out elsewhere, instead of on this thread. */
export function usePlanThread(db: Kysely<Database>, work: WorkStability): void {
  threads.set(db, work);
}

/** How far the stability of a plan has been worked out. */
export async function stabilityOf(
  db: Kysely<Database>,
  { id }: Pick<NeedsStudy, 'id'>,
  basis: string,
  now: Date,
): Promise<PlanStability> {
  const run = await findStability(db, id, basis);
  const nothing = { resampled: null, tables: null, result: null };
  if (!run) return { state: 'none', basis, done: 0, samples: SAMPLES, ...nothing };
  const { done, samples } = run;
  const isStale = run.state === 'running' && run.workedAt.getTime() < now.getTime() - STALE;
  const state = isStale ? 'failed' : run.state;
  const result = run.result as Stability | null;
  if (!result) return { state, basis, done, samples, ...nothing };
  const { tables } = result;
  return {
    state,
    basis,
    done,
    samples,
    resampled: tables === null ? 'respondents' : 'tables',
    tables,
    result,
  };
}

/**
 * Begins to work out how stable a plan is, or goes on with it: in a thread, while the request has
 * long been answered; where there are no threads a slice of it in each call. What has been worked
 * out for the same basis is not worked out again.
 *
 * @param later takes what goes on after the answer
 * @throws a Refusal (409) where there is no plan, where too few answered, and where it can't be told
 *   while the study is open
 */
export async function startStability(
  db: Kysely<Database>,
  study: NeedsStudy,
  asked: StabilityQuestion,
  { now, later = () => {} }: { now: () => Date; later?: (work: Promise<unknown>) => void },
): Promise<PlanStability> {
  const { basis } = asked;
  const thread = threads.get(db);
  const known = await stabilityOf(db, study, basis, now());
  if (known.state === 'done' || (known.state === 'running' && thread)) return known;
  const task = await taskFor(db, study, asked);
  const run = crypto.randomUUID();
  const begun = await beginStability(
    db,
    study.id,
    { basis, run, samples: task.samples },
    { now: now(), stale: new Date(now().getTime() - STALE) },
  );
  const note = (of: string, step: StabilityStep) => noteStability(db, study.id, of, step, now());
  if (thread) {
    if (begun) later(workApart(thread, task, (step) => note(run, step)));
    return stabilityOf(db, study, basis, now());
  }
  const current = await findStability(db, study.id, basis);
  if (current?.state === 'running') {
    const drawn = ((await drawnSoFar(db, study.id, current.run)) ?? []) as DrawnPlan[];
    const most = drawn.length + Math.max(1, Math.floor(DRAWS_A_SLICE / task.respondents));
    const result = workStability(task, drawn, (done) => done < most);
    const step: StabilityStep = result
      ? { state: 'done', done: task.samples, result }
      : { state: 'running', done: drawn.length, drawn };
    await note(current.run, step);
  }
  return stabilityOf(db, study, basis, now());
}

async function workApart(
  work: WorkStability,
  task: StabilityTask,
  note: (step: StabilityStep) => Promise<unknown>,
): Promise<void> {
  try {
    const result = await work(
      task,
      (done) => void note({ state: 'running', done }).catch(() => {}),
    );
    await note({ state: 'done', done: task.samples, result });
  } catch (error) {
    console.error(
      JSON.stringify({
        level: 'warning',
        message: 'stability failed',
        error: error instanceof Error ? error.message : 'unknown',
      }),
    );
    await note({ state: 'failed', done: 0 }).catch(() => {});
  }
}

async function taskFor(
  db: Kysely<Database>,
  study: NeedsStudy,
  { settings, filter, hours }: StabilityQuestion,
): Promise<StabilityTask> {
  const { definition } = study;
  if (hours === null) throw new Refusal(409, 'There is no plan without a number of hours.');
  const roles = needRoles(definition, settings.roles);
  const { from, where } = settings.duration;
  const asksHours = from === 'answers' && where === settings.where;
  const questions = [
    roles.contents,
    roles.importance,
    roles.level,
    asksHours ? roles.duration : null,
  ].filter((id) => id !== null);
  const head = await currentTallies(db, study);
  const counted = head && (await countedResponses(db, study, { questions, ...filter }, head));
  if (!counted) {
    throw new Refusal(409, 'How stable this plan is can be worked out once the study is closed.');
  }
  const isMeant = passes(definition, filter.where);
  const responses = counted.responses.filter(isMeant);
  if (responses.length < Math.max(fewestAnswers, definition.privacy.minCell)) {
    throw new Refusal(409, 'Too few people have answered to tell how stable the plan is.');
  }
  const items = contentItems(definition, roles, definition.defaultLanguage).map(({ id }) => id);
  return stabilityTask(definition, { roles, items }, settings, hours, responses);
}
