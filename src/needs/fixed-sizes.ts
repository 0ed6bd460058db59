import { knapsack } from './knapsack.ts';
import type { CourseModule, PlanRules } from './plan-input.ts';
import type { PlanReason } from './plan-reason.ts';
import type { Allocation } from './proportional-hours.ts';
import { tidyHours } from './tidy-hours.ts';

/** Sizes are whole hundredths of an hour. */
const unit = 100;

/** Chosen modules of fixed size. */
export interface FixedAllocation extends Allocation {
  /** No other choice reaches the same weight in the same hours. */
  unique: boolean;
}

/**
 * Chooses modules of fixed size within the limit so that the sum of their weights is the highest
 * possible, proved by an exact 0/1 knapsack with must-haves and prerequisites. `order` lists
 * positions with prerequisites first (`teachingOrder`). Equal weights: fewer hours win, then the
 * modules that come first in `order`. Modules without weight are in only where needed. Hours that
 * nothing better fills are in `reasons`.
 *
 * @example
 * fixedSizes([{ id: 'a', weight: 2, size: 10 }, { id: 'b', weight: 1, size: 10 }], [0, 1], { ...defaultPlanRules, sizing: 'fixed', hours: 15 }).hours
 * // => [10, 0]
 */
export function fixedSizes(
  modules: readonly CourseModule[],
  order: readonly number[],
  rules: PlanRules,
): FixedAllocation {
  const place = new Map(order.map((position, index) => [modules[position]!.id, index]));
  const total = modules.reduce((sum, { weight }) => sum + weight, 0);
  const parcels = order.map((position) => {
    const { size = 0, weight, mustHave = false, prerequisites = [] } = modules[position]!;
    const needs = prerequisites.map((id) => place.get(id)!);
    const value = total > 0 ? weight / total : 0;
    return { size: Math.round(size * unit), value, mustHave, needs };
  });
  const hours = modules.map(() => 0);
  const packing = knapsack(parcels, Math.floor(rules.hours * unit + 1e-6));
  if (packing === null) return { hours, reasons: [tooMuch(modules, rules)], unique: true };
  packing.chosen.forEach((isIn, index) => {
    if (isIn) hours[order[index]!] = parcels[index]!.size / unit;
  });
  const unplaced = (Math.round(rules.hours * unit) - packing.size) / unit;
  const reasons: PlanReason[] = unplaced > 0 ? [{ code: 'sizes-leave-rest', unplaced }] : [];
  if (packing.size === 0) return { hours, reasons: [nothingIn(modules, rules)], unique: true };
  return { hours, reasons, unique: packing.unique };
}

function tooMuch(modules: readonly CourseModule[], rules: PlanRules): PlanReason {
  const required = new Set(modules.filter(({ mustHave }) => mustHave).map(({ id }) => id));
  for (const id of required) {
    const { prerequisites = [] } = modules.find((module) => module.id === id)!;
    for (const prerequisite of prerequisites) required.add(prerequisite);
  }
  const inPlan = modules.filter(({ id }) => required.has(id));
  return {
    code: 'must-haves-exceed-limit',
    needed: tidyHours(inPlan.reduce((sum, { size = 0 }) => sum + size, 0)),
    available: rules.hours,
    modules: inPlan.map(({ id }) => id),
  };
}

function nothingIn(modules: readonly CourseModule[], rules: PlanRules): PlanReason {
  const weighted = modules.filter(({ weight }) => weight > 0);
  if (weighted.length === 0) return { code: 'no-weights' };
  const needed = Math.min(...weighted.map((module) => sizeWithNeeds(module, modules)));
  return { code: 'limit-below-one-module', needed, available: rules.hours };
}

/** The size of a module with everything that it needs. */
function sizeWithNeeds(module: CourseModule, modules: readonly CourseModule[]): number {
  const needed = new Set([module.id]);
  for (const id of needed) {
    for (const other of modules.find((one) => one.id === id)!.prerequisites ?? [])
      needed.add(other);
  }
  return modules.reduce((sum, { id, size = 0 }) => sum + (needed.has(id) ? size : 0), 0);
}
