import type { CourseModule } from './plan-input.ts';

/** An order to teach in, or the modules that wait for each other. */
export type TeachingOrder = { order: number[]; cycle: null } | { order: null; cycle: string[] };

/**
 * Indices of the modules such that every prerequisite comes first; of those that could come next
 * the heavier one does, and the earlier one of equals. Unknown prerequisites are passed over.
 *
 * @example
 * teachingOrder([{ id: 'b', weight: 2, prerequisites: ['a'] }, { id: 'a', weight: 1 }]).order
 * // => [1, 0]
 */
export function teachingOrder(modules: readonly CourseModule[]): TeachingOrder {
  const index = new Map(modules.map(({ id }, position) => [id, position]));
  const waiting = new Map(
    modules.map(({ prerequisites = [] }, position) => [
      position,
      new Set(prerequisites.flatMap((id) => index.get(id) ?? [])),
    ]),
  );
  const order: number[] = [];
  while (waiting.size > 0) {
    const ready = [...waiting.keys()].filter((position) => waiting.get(position)!.size === 0);
    if (ready.length === 0)
      return { order: null, cycle: cycleIn(waiting).map((i) => modules[i]!.id) };
    const next = ready.reduce((best, position) =>
      modules[position]!.weight > modules[best]!.weight ? position : best,
    );
    order.push(next);
    waiting.delete(next);
    for (const needs of waiting.values()) needs.delete(next);
  }
  return { order, cycle: null };
}

/** Follows prerequisites that are never fulfilled until one comes up again. */
function cycleIn(waiting: ReadonlyMap<number, ReadonlySet<number>>): number[] {
  const path: number[] = [];
  let [next] = waiting.keys();
  while (!path.includes(next!)) {
    path.push(next!);
    [next] = waiting.get(next!)!;
  }
  return path.slice(path.indexOf(next!)).sort((a, b) => a - b);
}
