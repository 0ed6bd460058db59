import type { GapTally } from './gap-tally.ts';
import { meanInterval } from './mean-interval.ts';
import type { Interval } from './mean-interval.ts';
import { ratingPairs } from './rating-pairs.ts';

/** Important and poorly mastered, important and mastered, and the two of little importance. */
export type Quadrant = 'concentrate-here' | 'keep-up' | 'low-priority' | 'possible-overkill';

/** Where the lines of the chart cross, in points of the scale. */
export interface Crosshair {
  importance: number;
  level: number;
}

/** An item in the importance–level chart; `null` where nobody gave both ratings. */
export interface QuadrantPoint {
  item: number;
  n: number;
  importance: number | null;
  level: number | null;
  importanceInterval: Interval | null;
  levelInterval: Interval | null;
  quadrant: Quadrant | null;
  /** The 95 % interval reaches over a line, so the item may belong to the quadrant beyond it. */
  borderline: { importance: boolean; level: boolean };
}

/** The items of a tally in the importance–level chart. */
export interface QuadrantChart {
  crosshair: Crosshair | null;
  points: QuadrantPoint[];
}

/**
 * Importance–performance analysis: every item's mean ratings against a crosshair, which stands at
 * the means of the items' means, at the middle of the scale, or wherever the designer puts it. A
 * mean on a line counts as high. Intervals are Student's t on the paired ratings, the crosshair
 * being taken as fixed; an item rated by fewer than two people is borderline both ways.
 * Source: Martilla & James 1977, J. Marketing 41(1), 77–79.
 *
 * @example
 * quadrantsOf(tally, 'grand-means').points[0].quadrant // => 'concentrate-here'
 */
export function quadrantsOf(
  tally: GapTally,
  at: 'grand-means' | 'midpoint' | Crosshair,
): QuadrantChart {
  const pairs = Array.from({ length: tally.items }, (_, item) => ratingPairs(tally, item));
  const crosshair = crosshairOf(tally, at, pairs);
  const points = pairs.map((pair, item): QuadrantPoint => {
    const { n, meanImportance: importance, meanLevel: level } = pair;
    const known = importance !== null && level !== null;
    const importanceInterval = known
      ? meanInterval(importance, pair.varianceImportance ?? 0, n)
      : null;
    const levelInterval = known ? meanInterval(level, pair.varianceLevel ?? 0, n) : null;
    return {
      item,
      n,
      importance,
      level,
      importanceInterval,
      levelInterval,
      quadrant: known && crosshair ? quadrantAt({ importance, level }, crosshair) : null,
      borderline: {
        importance: reachesOver(importanceInterval, crosshair?.importance),
        level: reachesOver(levelInterval, crosshair?.level),
      },
    };
  });
  return { crosshair, points };
}

function crosshairOf(
  { points }: GapTally,
  at: 'grand-means' | 'midpoint' | Crosshair,
  pairs: readonly { meanImportance: number | null; meanLevel: number | null }[],
): Crosshair | null {
  if (typeof at === 'object') return at;
  const middle = (points[0]! + points.at(-1)!) / 2;
  if (at === 'midpoint') return { importance: middle, level: middle };
  const known = pairs.filter(({ meanLevel }) => meanLevel !== null);
  if (known.length === 0) return null;
  const mean = (of: 'meanImportance' | 'meanLevel') =>
    known.reduce((sum, pair) => sum + pair[of]!, 0) / known.length;
  return { importance: mean('meanImportance'), level: mean('meanLevel') };
}

function quadrantAt(point: Crosshair, crosshair: Crosshair): Quadrant {
  const important = point.importance >= crosshair.importance;
  const mastered = point.level >= crosshair.level;
  if (important) return mastered ? 'keep-up' : 'concentrate-here';
  return mastered ? 'possible-overkill' : 'low-priority';
}

function reachesOver(interval: Interval | null, line: number | undefined): boolean {
  if (interval === null || line === undefined) return true;
  return interval[0] <= line && line <= interval[1];
}
