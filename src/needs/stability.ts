import { seededRandom } from '../ranking/random.ts';
import type { CurriculumPlan } from './curriculum.ts';
import { type Cluster, respondentSample, tablesOf } from './respondent-sample.ts';

/** Fewer tables than this make samples so alike that ranges are uncertain themselves. */
export const fewTables = 8;

/** A module in at least this share of the plans is core. */
export const coreShare = 0.8;

/** How much a module's place in the curriculum depends on who happened to answer. */
export interface ModuleStability {
  id: string;
  /** Plans that hold it, of all samples. */
  plans: number;
  /** 0..1. */
  share: number;
  /** `core` from `coreShare` on; `absent` when no plan holds it. */
  role: 'core' | 'elective' | 'absent';
  /** Middle 95 % of its hours in the plans that hold it, in hours that were really given. */
  hours: [low: number, high: number] | null;
  medianHours: number | null;
}

/** The stability of a whole curriculum. */
export interface Stability {
  samples: number;
  seed: number;
  respondents: number;
  /** Tables that were drawn whole; `null` where respondents were drawn one by one. */
  tables: number | null;
  /** Samples whose plan could not be made. */
  failed: number;
  modules: ModuleStability[];
}

/** What the generator yields between samples. */
export interface StabilityProgress {
  done: number;
  samples: number;
}

/** What to draw, and how often. */
export interface StabilityInput {
  /** Number of respondents. */
  respondents: number;
  /** The plan of a sample, see `planSampler`; it must always list the same modules. */
  planOf: (drawn: ArrayLike<number>) => CurriculumPlan;
  samples?: number;
  seed?: number;
  /** Table of every respondent, where answers came after talk at tables. */
  clusters?: readonly Cluster[];
}

/**
 * Plans the curriculum again for many bootstrap samples of the respondents. A generator: it yields
 * its progress after every sample, so a caller can report it, pause, or stop, and returns the
 * result. With `clusters` whole tables are drawn. The same seed gives the same result. Without
 * respondents every module is absent.
 *
 * @example
 * const run = planStability({ respondents: 120, planOf });
 * let step = run.next();
 * while (!step.done) step = run.next();
 * step.value.modules[0].share // => 0.964
 */
export function* planStability(
  input: StabilityInput,
): Generator<StabilityProgress, Stability, void> {
  const { respondents, planOf, clusters, seed = 1 } = input;
  const samples = respondents > 0 ? (input.samples ?? 500) : 0;
  const random = seededRandom(seed);
  const ids = planOf(new Uint16Array(respondents).fill(1)).modules.map(({ id }) => id);
  const hours = ids.map((): number[] => []);
  const tables = clusters && tablesOf(clusters);
  let failed = 0;
  for (let done = 1; done <= samples; done++) {
    const plan = planOf(respondentSample(respondents, random, tables));
    if (!plan.possible) failed++;
    plan.modules.forEach((module, index) => {
      if (module.hours > 0) hours[index]!.push(module.hours);
    });
    yield { done, samples };
  }
  return {
    samples,
    seed,
    respondents,
    tables: clusters ? new Set(clusters.filter((table) => table !== null)).size : null,
    failed,
    modules: ids.map((id, index) => stabilityOf(id, hours[index]!, samples)),
  };
}

/**
 * Runs a generator such as `planStability` to its end.
 *
 * @example
 * finished(planStability({ respondents: 120, planOf })).samples // => 500
 */
export function finished<T>(run: Generator<unknown, T, void>): T {
  let step = run.next();
  while (!step.done) step = run.next();
  return step.value;
}

function stabilityOf(id: string, hours: number[], samples: number): ModuleStability {
  const sorted = hours.toSorted((a, b) => a - b);
  const plans = sorted.length;
  const share = samples > 0 ? plans / samples : 0;
  const elective = plans > 0 ? 'elective' : 'absent';
  const at = (part: number) => sorted[Math.min(plans - 1, Math.floor(part * plans))]!;
  return {
    id,
    plans,
    share,
    role: plans > 0 && share >= coreShare ? 'core' : elective,
    hours: plans > 0 ? [at(0.025), sorted[plans - 1 - Math.floor(0.025 * plans)]!] : null,
    medianHours: plans > 0 ? at(0.5) : null,
  };
}
