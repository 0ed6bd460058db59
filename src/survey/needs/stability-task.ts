import type { CurriculumPlan } from '../../needs/curriculum.ts';
import { gapSampler, type RatingAnswers } from '../../needs/gap-sampler.ts';
import { lowerMedianSampler } from '../../needs/median-sampler.ts';
import { type ModuleDraft, planSampler } from '../../needs/plan-sampler.ts';
import type { PlanRules } from '../../needs/plan-input.ts';
import { rankGapSampler } from '../../needs/rank-gap-sampler.ts';
import { planStability, type Stability } from '../../needs/stability.ts';
import type { Cluster } from '../../needs/respondent-sample.ts';
import { type Sampler, worthSampler } from '../../needs/worth-sampler.ts';
import type { Ranking, UnrankedMode } from '../../ranking/ranking.ts';

/** How many samples the stability of a plan is worked out from. */
export const SAMPLES = 500;

/**
 * What the stability of a plan is worked out from, respondent by respondent, items by index; plain
 * data, so that it can go to another thread.
 */
export interface StabilityTask {
  modules: ModuleDraft[];
  rules: PlanRules;
  rankingPart: number;
  items: number;
  /** Place of each module among the items. */
  places: number[];
  unranked: UnrankedMode;
  /** `null` where the study has no ranking of contents. */
  rankings: (Ranking | null)[] | null;
  /** Both ratings; `null` where the study does not ask for both. */
  ratings: RatingAnswers[] | null;
  points: number[];
  /** Levels alone, where importance is ranked; `null` elsewhere. */
  levels: (readonly (number | null)[] | null)[] | null;
  /** Hours wished; `null` where the duration limit does not come from these respondents. */
  hours: (number | null)[] | null;
  respondents: number;
  /** Where each sat; `null` where respondents are drawn one by one. */
  clusters: Cluster[] | null;
  samples: number;
}

/** The plan of one sample, as short as it can be kept: whether it could be made, and all hours. */
export type DrawnPlan = [possible: 0 | 1, ...hours: number[]];

/**
 * Works out how stable a plan is, for some time: from what has been drawn before, adding to it in
 * place. Calls with the same task and what the last one left give the same result as one call.
 *
 * @param go whether to go on, asked after each sample with how many are done
 * @returns `null` where `go` ended it
 * @example
 * const drawn: DrawnPlan[] = [];
 * workStability(task, drawn, () => true)?.modules[0].share // => 0.964
 */
export function workStability(
  task: StabilityTask,
  drawn: DrawnPlan[],
  go: (done: number) => boolean,
): Stability | null {
  const sampled = samplerOf(task);
  const before = drawn.length;
  let at = -1;
  // The first call only asks for the modules.
  const planOf = (who: ArrayLike<number>): CurriculumPlan => {
    if (at >= 0 && at < before) return asPlan(task, drawn[at]!);
    const plan = sampled(who);
    if (at >= 0) {
      drawn.push([plan.possible ? 1 : 0, ...plan.modules.map(({ hours }) => hours)]);
    }
    return plan;
  };
  const { respondents, clusters, samples } = task;
  const run = planStability({
    respondents,
    samples,
    ...(clusters && { clusters }),
    planOf: (who) => {
      const plan = planOf(who);
      at++;
      return plan;
    },
  });
  for (let step = run.next(); ; step = run.next()) {
    if (step.done) return step.value;
    if (step.value.done > before && step.value.done < samples && !go(step.value.done)) return null;
  }
}

function asPlan({ modules }: StabilityTask, [possible, ...hours]: DrawnPlan): CurriculumPlan {
  const planned = modules.map(({ id }, index) => ({ id, hours: hours[index] ?? 0 }));
  return { possible: possible === 1, modules: planned } as CurriculumPlan;
}

function samplerOf(task: StabilityTask): (drawn: ArrayLike<number>) => CurriculumPlan {
  const { items, places, rankings, ratings, points, levels, hours, unranked } = task;
  const worths = rankings && worthSampler(items, rankings, unranked).sample;
  const gaps = ratings
    ? gapSampler(items, points, ratings)
    : rankings && levels && rankGapSampler(items, rankings, levels, points);
  const hoursOf = hours && lowerMedianSampler(hours);
  const among =
    <T>(sampler: Sampler<T>): Sampler<T> =>
    (drawn) => {
      const all = sampler(drawn);
      return all && places.map((place) => all[place]!);
    };
  return planSampler({
    modules: task.modules,
    rules: task.rules,
    rankingPart: task.rankingPart,
    ...(worths && { worths: among(worths) }),
    ...(gaps && { gaps: among(gaps) }),
    ...(hoursOf && { hoursOf }),
  });
}
