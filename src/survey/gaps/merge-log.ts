/** One decision of the log: ideas, or one whole gap, go into a gap; `into: null` takes ideas out. */
export interface MergeStep {
  ideas: readonly string[];
  gap: string | null;
  into: string | null;
  undone: boolean;
}

/** Something that people wrote, by its key, and how many wrote it. */
export interface Idea {
  key: string;
  text: string;
  n: number;
}

/** Where ideas and gaps stand after all decisions. */
export interface Placement {
  /** The gap that an idea belongs to; undefined for one that belongs to none. */
  gapOf: (idea: string) => string | undefined;
  /** The gap that a gap has been merged into, itself where it stands on its own. */
  rootOf: (gap: string) => string;
}

/**
 * Replays a log of merges. Undone steps count as never made. An idea is where its latest step put
 * it; a gap that went into another takes all its ideas along, those that come later too. A merge
 * that would lead round in a circle has no effect.
 *
 * @param steps in the order in which they were made
 * @example
 * replay([{ ideas: ['a'], gap: null, into: 'skills', undone: false }]).gapOf('a') // 'skills'
 */
export function replay(steps: readonly MergeStep[]): Placement {
  const ideas = new Map<string, string | null>();
  const merged = new Map<string, string>();
  /** A gap, what it was merged into, what that was merged into, and so on. */
  const wayOf = (gap: string): string[] => {
    const way = [gap];
    for (let next = merged.get(gap); next !== undefined; next = merged.get(next)) way.push(next);
    return way;
  };
  const rootOf = (gap: string): string => wayOf(gap).at(-1)!;
  for (const { ideas: keys, gap, into, undone } of steps) {
    if (undone) continue;
    for (const key of keys) ideas.set(key, into);
    if (gap !== null && into !== null && !wayOf(into).includes(gap)) merged.set(gap, into);
  }
  return {
    gapOf: (idea) => {
      const gap = ideas.get(idea);
      return gap === undefined || gap === null ? undefined : rootOf(gap);
    },
    rootOf,
  };
}

/**
 * How many times each gap was named: the sum over its ideas. Ideas without a gap are not counted.
 *
 * @example
 * ideaCounts([{ key: 'a', text: 'No fibre', n: 3 }], placement).get('digital-infrastructure') // 3
 */
export function ideaCounts(
  ideas: readonly Pick<Idea, 'key' | 'n'>[],
  { gapOf }: Pick<Placement, 'gapOf'>,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { key, n } of ideas) {
    const gap = gapOf(key);
    if (gap !== undefined) counts.set(gap, (counts.get(gap) ?? 0) + n);
  }
  return counts;
}
