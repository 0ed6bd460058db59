import { fixedSizes } from './fixed-sizes.ts';
import { brokenTies } from './module-precedence.ts';
import type { CourseModule, PlanRules } from './plan-input.ts';
import { inputProblems } from './plan-reason.ts';
import type { PlanReason } from './plan-reason.ts';
import { proportionalHours } from './proportional-hours.ts';
import { teachingOrder } from './teaching-order.ts';
import { tidyHours } from './tidy-hours.ts';
import { workloadOf } from './workload.ts';
import type { Workload } from './workload.ts';

/** Why a module is in, or not. */
export type Standing =
  | 'by-weight'
  | 'must-have'
  /** A module that is in needs it, and it has no more than its minimum or its fixed size. */
  | 'prerequisite'
  | 'left-out';

/** A module in a plan. */
export interface PlannedModule {
  id: string;
  /** In the kind of the limit; 0 when it is not in. */
  hours: number;
  /** Part of all weight, 0..1. */
  share: number;
  standing: Standing;
  /** It has the least or the most hours that it may have; sizes that are fixed have no bound. */
  bound: 'minimum' | 'maximum' | null;
  workload: Workload;
}

/** A curriculum: what to teach, how long, and what could not be done. */
export interface CurriculumPlan {
  /** Every module, in the order given. */
  modules: PlannedModule[];
  /** Modules that are in, in the order to teach them: prerequisites first, then by weight. */
  order: string[];
  /** Hours placed and hours of the limit that nothing uses; `reasons` say why. */
  hours: number;
  unplaced: number;
  /** `false` when no module could be planned at all. */
  possible: boolean;
  reasons: PlanReason[];
  workload: Workload;
  /** The part of all weight that the modules in the plan carry, 0..1. */
  coverage: number;
  /** Modules alike in everything of which the list's order gave some more. */
  tiesBroken: string[][];
  /** `false` when another choice of fixed sizes is worth exactly as much. */
  unique: boolean;
}

/**
 * Plans a curriculum. Deterministic; renaming modules changes nothing, nor does listing them in
 * another order, except between modules that are alike (`tiesBroken`). Input that can't be planned
 * gives a plan without hours and its reasons, never an exception.
 *
 * @example
 * curriculumPlan(modules, { ...defaultPlanRules, hours: 75 }).workload.credits // => 3
 */
export function curriculumPlan(modules: readonly CourseModule[], rules: PlanRules): CurriculumPlan {
  const problems = inputProblems(modules, rules);
  if (problems.length > 0) return emptyPlan(modules, rules, problems);
  const { order, cycle } = teachingOrder(modules);
  if (cycle) return emptyPlan(modules, rules, [{ code: 'prerequisite-cycle', modules: cycle }]);
  const { hours, reasons, unique } =
    rules.sizing === 'fixed'
      ? fixedSizes(modules, order, rules)
      : { ...proportionalHours(modules, rules), unique: true };
  const placed = tidyHours(hours.reduce((sum, part) => sum + part, 0));
  const planned = describe(modules, rules, hours);
  return {
    modules: planned,
    order: order.filter((position) => hours[position]! > 0).map((i) => modules[i]!.id),
    hours: placed,
    unplaced: tidyHours(rules.hours - placed),
    possible: placed > 0,
    reasons,
    workload: workloadOf(placed, rules),
    coverage: planned.reduce((sum, { hours: own, share }) => sum + (own > 0 ? share : 0), 0),
    tiesBroken: brokenTies(modules, hours),
    unique,
  };
}

function describe(
  modules: readonly CourseModule[],
  rules: PlanRules,
  hours: readonly number[],
): PlannedModule[] {
  const weight = modules.reduce((sum, module) => sum + module.weight, 0);
  const isIn = new Set(modules.flatMap(({ id }, index) => (hours[index]! > 0 ? [id] : [])));
  const asked = new Set(
    modules.flatMap(({ id, prerequisites = [] }) => (isIn.has(id) ? prerequisites : [])),
  );
  return modules.map((module, index) => {
    const own = hours[index]!;
    const share = weight > 0 ? module.weight / weight : 0;
    const bound = boundOf(module, rules, own);
    const small = rules.sizing === 'fixed' || bound === 'minimum';
    return {
      id: module.id,
      hours: own,
      share,
      standing: standingOf(module, own, asked.has(module.id) && small),
      bound,
      workload: workloadOf(own, rules),
    };
  });
}

function standingOf(module: CourseModule, hours: number, onlyAsked: boolean): Standing {
  if (hours === 0) return 'left-out';
  if (module.mustHave) return 'must-have';
  return onlyAsked ? 'prerequisite' : 'by-weight';
}

function boundOf(
  { min, max }: CourseModule,
  rules: PlanRules,
  hours: number,
): PlannedModule['bound'] {
  if (hours === 0 || rules.sizing === 'fixed') return null;
  if (hours + rules.step > (max ?? rules.max) + 1e-9) return 'maximum';
  const least = Math.max(rules.step, min ?? rules.min);
  return hours - rules.step < least - 1e-9 ? 'minimum' : null;
}

function emptyPlan(
  modules: readonly CourseModule[],
  rules: PlanRules,
  reasons: PlanReason[],
): CurriculumPlan {
  const workload = { contactHours: 0, totalHours: 0, credits: 0 };
  return {
    modules: modules.map(({ id }) => ({
      id,
      hours: 0,
      share: 0,
      standing: 'left-out',
      bound: null,
      workload: { ...workload, hoursPerCredit: rules.hoursPerCredit },
    })),
    order: [],
    hours: 0,
    unplaced: rules.hours,
    possible: false,
    reasons,
    workload: { ...workload, hoursPerCredit: rules.hoursPerCredit },
    coverage: 0,
    tiesBroken: [],
    unique: true,
  };
}
