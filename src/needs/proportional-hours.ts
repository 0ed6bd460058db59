import { largestRemainder } from './largest-remainder.ts';
import { modulePrecedence } from './module-precedence.ts';
import type { CourseModule, PlanRules } from './plan-input.ts';
import { leastSteps, mostSteps } from './plan-reason.ts';
import type { PlanReason } from './plan-reason.ts';
import { tidyHours } from './tidy-hours.ts';
import { waterFilling } from './water-filling.ts';

/** Hours of every module, in the order of the modules, 0 for one that is not in. */
export interface Allocation {
  hours: number[];
  reasons: PlanReason[];
}

/** A module in whole steps. */
interface Candidate {
  position: number;
  id: string;
  weight: number;
  low: number;
  high: number;
  mustHave: boolean;
  needs: readonly string[];
}

/**
 * Hours in proportion to weight. Shares of the limit are capped at each maximum, modules whose
 * share stays under their minimum leave one at a time, the lightest first, and the rest is rounded
 * to the step by largest remainders. Must-haves and prerequisites of modules that stay can't
 * leave: they get their minimum. A module leaves only while those that remain can still hold all
 * the hours; where they could not, it is kept at its minimum instead.
 *
 * The hours add up to the limit, or `reasons` say why not. Between modules with equal limits and
 * without must-haves or prerequisites the heavier one never gets less. Expects input without
 * problems (`inputProblems`).
 *
 * @example
 * proportionalHours([{ id: 'a', weight: 2 }, { id: 'b', weight: 1 }], { ...defaultPlanRules, hours: 15 }).hours
 * // => [10, 5]
 */
export function proportionalHours(modules: readonly CourseModule[], rules: PlanRules): Allocation {
  const { step } = rules;
  const total = mostSteps(rules.hours, step);
  const rest = tidyHours(rules.hours - total * step);
  const reasons: PlanReason[] = rest > 1e-9 ? [{ code: 'step-leaves-rest', unplaced: rest }] : [];
  const hours = modules.map(() => 0);
  const all = candidatesOf(modules, rules);
  const kept = keep(all, total);
  const least = sum(kept.map(({ low }) => low));
  if (kept.length === 0) return { hours, reasons: [nothingIn(all, rules)] };
  if (least > total) {
    const needed = least * step;
    const ids = kept.map(({ id }) => id);
    const available = rules.hours;
    return {
      hours,
      reasons: [{ code: 'must-haves-exceed-limit', needed, available, modules: ids }],
    };
  }
  const shares = waterFilling(
    kept.map(({ weight }) => weight),
    kept,
    total,
  );
  const placed = Math.min(total, room(kept));
  if (placed < total) {
    reasons.unshift({ code: 'maximum-reached', unplaced: tidyHours((total - placed) * step) });
  }
  const steps = largestRemainder(shares, placed);
  kept.forEach(({ position }, k) => {
    hours[position] = tidyHours(steps[k]! * step);
  });
  return { hours, reasons };
}

function candidatesOf(modules: readonly CourseModule[], rules: PlanRules): Candidate[] {
  return modulePrecedence(modules).map((position) => {
    const module = modules[position]!;
    return {
      position,
      id: module.id,
      weight: module.weight,
      low: leastSteps(module.min ?? rules.min, rules.step),
      high: mostSteps(module.max ?? rules.max, rules.step),
      mustHave: module.mustHave ?? false,
      needs: module.prerequisites ?? [],
    };
  });
}

/** The modules that stay in, heaviest first. */
function keep(candidates: readonly Candidate[], total: number): Candidate[] {
  let kept = [...candidates];
  for (;;) {
    const needed = new Set(kept.flatMap(({ needs }) => needs));
    const canLeave = kept.map(({ id, mustHave }) => !mustHave && !needed.has(id));
    const shares = waterFilling(
      kept.map(({ weight }) => weight),
      kept.map(({ low, high }, k) => ({ low: canLeave[k] ? 0 : low, high })),
      total,
    );
    const light = kept.findLastIndex(({ low }, k) => canLeave[k] && shares[k]! < low - 1e-9);
    if (light < 0) return kept;
    const without = kept.toSpliced(light, 1);
    const fits = sum(kept.map(({ low }) => low)) <= total;
    if (fits && kept[light]!.weight > 0 && room(without) < total) return kept;
    kept = without;
  }
}

/** The most steps that modules take; without weight one takes its minimum. */
function room(candidates: readonly Candidate[]): number {
  return sum(candidates.map(({ weight, low, high }) => (weight > 0 ? high : low)));
}

function nothingIn(all: readonly Candidate[], rules: PlanRules): PlanReason {
  const weighted = all.filter(({ weight }) => weight > 0);
  if (weighted.length === 0) return { code: 'no-weights' };
  const needed = Math.min(...weighted.map(({ low }) => low)) * rules.step;
  return { code: 'limit-below-one-module', needed, available: rules.hours };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
