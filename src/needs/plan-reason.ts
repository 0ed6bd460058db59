import type { CourseModule, PlanRules } from './plan-input.ts';

/** Why a plan can't be made, or doesn't use the hours to the last; hours in the limit's kind. */
export type PlanReason =
  | { code: 'no-modules' }
  | { code: 'invalid-rule'; field: keyof PlanRules }
  | { code: 'invalid-module'; module: string; field: 'weight' | 'min' | 'max' | 'size' }
  | { code: 'duplicate-module'; module: string }
  | { code: 'limits-contradict'; module: string }
  | { code: 'unknown-prerequisite'; module: string; prerequisite: string }
  | { code: 'prerequisite-cycle'; modules: string[] }
  /** No module has a weight and none must be in. */
  | { code: 'no-weights' }
  /** The limit is less than the least that any module needs. */
  | { code: 'limit-below-one-module'; needed: number; available: number }
  /** What must be in needs more than the limit. */
  | { code: 'must-haves-exceed-limit'; needed: number; available: number; modules: string[] }
  /** The limit is no multiple of the step. */
  | { code: 'step-leaves-rest'; unplaced: number }
  /** Every module that can be in has its maximum. */
  | { code: 'maximum-reached'; unplaced: number }
  /** Those that are in have their maximum, and the rest is too little for one more. */
  | { code: 'next-needs-more'; unplaced: number; needed: number }
  /** No choice of fixed sizes that is worth more fills the rest. */
  | { code: 'sizes-leave-rest'; unplaced: number };

/** Reasons of one kind: the first of them, and the modules that they are about, each once. */
export interface ReasonGroup {
  /** Its code, with the field where one is wrong. */
  kind: string;
  reason: PlanReason;
  modules: string[];
}

/**
 * Brings together what several modules share, in the order of the first of each kind, so that a
 * reason is told once.
 *
 * @example
 * groupedReasons([
 *   { code: 'invalid-module', module: 'law', field: 'size' },
 *   { code: 'invalid-module', module: 'data', field: 'size' },
 * ])[0]!.modules // => ['law', 'data']
 */
export function groupedReasons(reasons: readonly PlanReason[]): ReasonGroup[] {
  const kinds = Map.groupBy(reasons, (reason) =>
    'field' in reason ? `${reason.code}-${reason.field}` : reason.code,
  );
  return [...kinds].map(([kind, alike]) => ({
    kind,
    reason: alike[0]!,
    modules: [...new Set(alike.flatMap((one) => ('module' in one ? [one.module] : [])))],
  }));
}

/**
 * Everything that is wrong with the input itself, before any planning: rules outside their range,
 * limits that contradict each other, prerequisites that don't exist or go in a circle. Empty when
 * a plan can be tried.
 *
 * @example
 * inputProblems([], rules) // => [{ code: 'no-modules' }]
 */
export function inputProblems(modules: readonly CourseModule[], rules: PlanRules): PlanReason[] {
  const problems = ruleProblems(rules);
  if (modules.length === 0) problems.push({ code: 'no-modules' });
  const ids = new Set<string>();
  for (const module of modules) {
    if (ids.has(module.id)) problems.push({ code: 'duplicate-module', module: module.id });
    ids.add(module.id);
    problems.push(...moduleProblems(module, rules));
  }
  for (const { id, prerequisites = [] } of modules) {
    for (const prerequisite of prerequisites) {
      if (!ids.has(prerequisite)) {
        problems.push({ code: 'unknown-prerequisite', module: id, prerequisite });
      }
    }
  }
  return problems;
}

function ruleProblems(rules: PlanRules): PlanReason[] {
  const wrong: Record<Exclude<keyof PlanRules, 'hoursAre' | 'sizing'>, boolean> = {
    hours: !(rules.hours >= 0 && rules.hours < Infinity),
    step: !(rules.step > 0 && rules.step < Infinity),
    min: !(rules.min >= 0 && rules.min < Infinity),
    max: !(rules.max > 0),
    hoursPerCredit: !(rules.hoursPerCredit >= 25 && rules.hoursPerCredit <= 30),
    contactShare: !(rules.contactShare > 0 && rules.contactShare <= 1),
    dayHours: !(rules.dayHours > 0 && rules.dayHours < Infinity),
  };
  return Object.entries(wrong).flatMap(([field, isWrong]) =>
    isWrong ? [{ code: 'invalid-rule', field: field as keyof PlanRules }] : [],
  );
}

function moduleProblems(module: CourseModule, rules: PlanRules): PlanReason[] {
  const { id, weight, size } = module;
  const { min = rules.min, max = rules.max } = module;
  const problems: PlanReason[] = [];
  const invalid = (field: 'weight' | 'min' | 'max' | 'size') =>
    problems.push({ code: 'invalid-module', module: id, field });
  if (!(weight >= 0 && weight <= 1e15)) invalid('weight');
  if (rules.sizing === 'fixed') {
    if (!(size !== undefined && size > 0 && size < Infinity)) invalid('size');
    return problems;
  }
  if (!(min >= 0 && min < Infinity)) invalid('min');
  if (!(max > 0)) invalid('max');
  if (problems.length === 0 && leastSteps(min, rules.step) > mostSteps(max, rules.step)) {
    problems.push({ code: 'limits-contradict', module: id });
  }
  return problems;
}

/** Room for rounding when hours are counted in steps. */
const slack = 1e-9;

/**
 * The fewest whole steps that reach a minimum, at least one.
 *
 * @example
 * leastSteps(6, 2.5) // => 3
 */
export function leastSteps(hours: number, step: number): number {
  return Math.max(1, Math.ceil(hours / step - slack));
}

/**
 * The most whole steps within a maximum.
 *
 * @example
 * mostSteps(6, 2.5) // => 2
 */
export function mostSteps(hours: number, step: number): number {
  return Math.floor(hours / step + slack);
}
