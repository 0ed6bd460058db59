import { curriculumPlan } from './curriculum.ts';
import type { CurriculumPlan } from './curriculum.ts';
import type { DurationVariants } from './duration.ts';
import type { CourseModule, PlanRules } from './plan-input.ts';
import { tidyHours } from './tidy-hours.ts';

/**
 * The short, standard and long variant of a curriculum by the same rules, side by side.
 *
 * @example
 * planVariants(modules, rules, { short: 40, standard: 75, long: 150 }).long.workload.credits // => 6
 */
export function planVariants(
  modules: readonly CourseModule[],
  rules: PlanRules,
  hours: DurationVariants,
): Record<keyof DurationVariants, CurriculumPlan> {
  const plan = (limit: number) => curriculumPlan(modules, { ...rules, hours: limit });
  return { short: plan(hours.short), standard: plan(hours.standard), long: plan(hours.long) };
}

/** What more hours change. */
export interface MoreHours {
  plan: CurriculumPlan;
  addedHours: number;
  addedCredits: number;
  /** Modules whose hours change: `change` is negative where a newcomer takes some. */
  changes: { id: string; before: number; after: number; change: number }[];
  joined: string[];
  left: string[];
}

/**
 * What one more day (`rules.dayHours`) would add to a plan. An hour that no step or module can use
 * adds nothing; `plan.reasons` say so.
 *
 * @example
 * oneMoreDay(modules, { ...rules, hours: 75 }).joined // => ['data-analysis']
 */
export function oneMoreDay(modules: readonly CourseModule[], rules: PlanRules): MoreHours {
  const before = curriculumPlan(modules, rules);
  const plan = curriculumPlan(modules, { ...rules, hours: rules.hours + rules.dayHours });
  const pairs = plan.modules.map(({ id, hours }, index) => {
    const earlier = before.modules[index]!.hours;
    return { id, before: earlier, after: hours, change: tidyHours(hours - earlier) };
  });
  return {
    plan,
    addedHours: tidyHours(plan.hours - before.hours),
    addedCredits: plan.workload.credits - before.workload.credits,
    changes: pairs.filter(({ change }) => change !== 0),
    joined: pairs.filter((pair) => pair.before === 0 && pair.after > 0).map(({ id }) => id),
    left: pairs.filter((pair) => pair.before > 0 && pair.after === 0).map(({ id }) => id),
  };
}
