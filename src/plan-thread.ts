import type { WorkStability } from './http/plan-stability-of.ts';
import type { Stability } from './needs/stability.ts';
import { ownThread } from './own-thread.ts';

/** A plan of 500 samples of 5,000 respondents takes some seconds. */
const LIMIT = 120_000;

/**
 * Works out how stable plans are in a thread of their own.
 *
 * @example
 * const work = planThread();
 * await work(task, (done) => console.log(done)) // => { samples: 500, modules: [ … ] }
 */
export function planThread(): WorkStability {
  return ownThread<Parameters<WorkStability>[0], Stability>('plan-worker', LIMIT);
}
