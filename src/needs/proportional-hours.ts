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
 * leave: they get their minimum. Where those that stay can't hold all the hours, the heaviest of
 * those that left come back at their minimum.
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
  const kept = readmit(all, keep(all, total), total);
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
    reasons.unshift(restReason(all, kept, tidyHours((total - placed) * step), step));
  }
  const steps = largestRemainder(shares, placed);
  kept.forEach(({ position }, k) => {
    hours[position] = tidyHours(steps[k]! * step);
  });
  return { hours, reasons };
}

/** A smaller part of all weight than this counts as none. */
const leastShare = 1e-9;

function candidatesOf(modules: readonly CourseModule[], rules: PlanRules): Candidate[] {
  const precedence = modulePrecedence(modules);
  const total = sum(precedence.map((position) => modules[position]!.weight));
  return precedence.map((position) => {
    const module = modules[position]!;
    const weight = total > 0 ? module.weight / total : 0;
    return {
      position,
      id: module.id,
      weight: weight < leastShare ? 0 : weight,
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
    const light = kept.findLastIndex(({ low }, k) => shares[k]! < low - 1e-9);
    if (light < 0) return kept;
    kept = kept.toSpliced(light, 1);
  }
}

/**
 * Takes modules back in, the heaviest first and with what they need, while those that are in can't
 * hold all the hours and the newcomers' minimum fits.
 */
function readmit(
  all: readonly Candidate[],
  kept: readonly Candidate[],
  total: number,
): readonly Candidate[] {
  if (kept.length === 0 || room(kept) >= total) return kept;
  for (const candidate of outside(all, kept)) {
    const wanted = [...kept, ...missingWith(candidate, all, kept)];
    if (sum(wanted.map(({ low }) => low)) > total) continue;
    return readmit(
      all,
      all.filter((one) => wanted.includes(one)),
      total,
    );
  }
  return kept;
}

/** Modules with a weight that are not in. */
function outside(all: readonly Candidate[], kept: readonly Candidate[]): Candidate[] {
  return all.filter((candidate) => candidate.weight > 0 && !kept.includes(candidate));
}

/** A module that is not in and everything that it needs and is not in either. */
function missingWith(
  candidate: Candidate,
  all: readonly Candidate[],
  kept: readonly Candidate[],
): Candidate[] {
  const missing = new Set([candidate]);
  for (const { needs } of missing) {
    for (const one of all) if (needs.includes(one.id) && !kept.includes(one)) missing.add(one);
  }
  return [...missing];
}

function restReason(
  all: readonly Candidate[],
  kept: readonly Candidate[],
  unplaced: number,
  step: number,
): PlanReason {
  const left = outside(all, kept);
  if (left.length === 0) return { code: 'maximum-reached', unplaced };
  const least = left.map((one) => sum(missingWith(one, all, kept).map(({ low }) => low)));
  return { code: 'next-needs-more', unplaced, needed: tidyHours(Math.min(...least) * step) };
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
