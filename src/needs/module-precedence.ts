import type { CourseModule } from './plan-input.ts';

/**
 * Positions of the modules in the order in which plans consider them: heavier first; of equal
 * weights those that must be in, then the smaller minimum, the larger maximum and the smaller size;
 * of modules alike in all of that the one listed first. Sums follow this order too, so that a plan
 * doesn't depend on the order in which modules are listed, except between modules that are alike.
 *
 * @example
 * modulePrecedence([{ id: 'a', weight: 1 }, { id: 'b', weight: 2 }]) // => [1, 0]
 */
export function modulePrecedence(modules: readonly CourseModule[]): number[] {
  const keys = modules.map(({ weight, mustHave = false, min = -1, max = -1, size = -1 }) => [
    -weight,
    mustHave ? 0 : 1,
    min,
    -max,
    size,
  ]);
  return modules
    .map((_, index) => index)
    .sort((a, b) => {
      for (const [k, key] of keys[a]!.entries()) {
        if (key !== keys[b]![k]) return key - keys[b]![k]!;
      }
      return a - b;
    });
}

/**
 * Groups of modules alike in weight, limits, size and being a must-have whose hours still differ:
 * there the order of the list decided, and a plan must say so. Modules tied up in prerequisites are
 * not alike.
 *
 * @example
 * brokenTies([{ id: 'a', weight: 1 }, { id: 'b', weight: 1 }], [5, 0]) // => [['a', 'b']]
 */
export function brokenTies(modules: readonly CourseModule[], hours: readonly number[]): string[][] {
  const asked = new Set(modules.flatMap(({ prerequisites = [] }) => prerequisites));
  const alike = new Map<string, number[]>();
  modules.forEach((module, index) => {
    const { id, weight, mustHave, min, max, size, prerequisites = [] } = module;
    if (prerequisites.length > 0 || asked.has(id)) return;
    const key = [weight, mustHave ?? false, min, max, size].join();
    alike.set(key, [...(alike.get(key) ?? []), index]);
  });
  return [...alike.values()]
    .filter((group) => group.some((index) => hours[index] !== hours[group[0]!]))
    .map((group) => group.map((index) => modules[index]!.id));
}
