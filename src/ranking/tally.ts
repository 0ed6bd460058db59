import type { Ranking } from './ranking.ts';

/**
 * Everything that additive counts can say about a set of ballots over items `0..m-1`. All entries
 * are integers, exact up to 2^53, so tallies form a commutative group: merging two sets of ballots
 * is adding, erasing a ballot is subtracting. Matrices are row-major, `[i * m + j]`.
 *
 * Positions are kept exact without fractions: a single item at a position is counted in
 * `positions`, a tied group by its size and first position in `tiedPositions`, the unranked items
 * by the length of the ballot in `unrankedByDepth`; `positionCounts` divides at the very end.
 *
 * The mid-rank sums (`sum2Midrank`, `outer`, `tieSum`) place the items that a ballot leaves out
 * tied below the ranked ones; they mean something only where that is what a gap means.
 */
export type Tally = PairTally & {
  /** `positions[i * m + p]`: ballots with item i alone at position p (0 = first). */
  positions: Float64Array;
  /** By group size t: `[i * m + p]`, ballots with i in a tied group on positions p..p+t-1. */
  tiedPositions: Record<number, Float64Array>;
  /** `unrankedByDepth[i * m + k]`: ballots that rank exactly k items and leave i out. */
  unrankedByDepth: Float64Array;
  /** `byDepth[k]`: ballots that rank exactly k items, k = 0..m. */
  byDepth: Float64Array;
  /** `outer[i * m + j]`: sum over ballots of (2 x mid-rank of i) x (2 x mid-rank of j). */
  outer: Float64Array;
  /** Sum over ballots and tied groups of size t (the unranked items are one) of t^3 - t. */
  tieSum: number;
};

/** The part of a tally that can be restricted to fewer items: what pairs of items say. */
export type PairTally = {
  /** Number of items. */
  m: number;
  /** Number of ballots. */
  n: number;
  /** `above[i * m + j]`: ballots that rank both items and place i strictly above j. */
  above: Float64Array;
  /** `aboveUnranked[i * m + j]`: ballots that rank i and leave j out. */
  aboveUnranked: Float64Array;
  /** `tied[i * m + j]`: ballots that rank both items in one group; symmetric, zero diagonal. */
  tied: Float64Array;
  /** `ranked[i]`: ballots that rank i at all. */
  ranked: Float64Array;
  /** `sum2Midrank[i]`: sum over ballots of 2 x the mid-rank of i. */
  sum2Midrank: Float64Array;
};

/** The arrays that every tally of the same number of items has, all of them additive. */
export const tallyArrays = [
  'above',
  'aboveUnranked',
  'tied',
  'ranked',
  'sum2Midrank',
  'positions',
  'unrankedByDepth',
  'byDepth',
  'outer',
] as const;

/**
 * The tally of no ballots over `m` items.
 *
 * @example
 * emptyTally(3).n // => 0
 */
export function emptyTally(m: number): Tally {
  return {
    m,
    n: 0,
    above: new Float64Array(m * m),
    aboveUnranked: new Float64Array(m * m),
    tied: new Float64Array(m * m),
    ranked: new Float64Array(m),
    sum2Midrank: new Float64Array(m),
    positions: new Float64Array(m * m),
    tiedPositions: {},
    unrankedByDepth: new Float64Array(m * m),
    byDepth: new Float64Array(m + 1),
    outer: new Float64Array(m * m),
    tieSum: 0,
  };
}

/**
 * Counts one ballot into a tally, in place, `weight` times; a negative weight takes it out again.
 * The ranking must name each item at most once. O(m^2).
 *
 * @example
 * const tally = addBallot(emptyTally(2), [[1], [0]]);
 * tally.above[1 * 2 + 0] // => 1
 */
export function addBallot(tally: Tally, ranking: Ranking, weight = 1): Tally {
  const { m } = tally;
  const doubled = new Float64Array(m);
  const placed = new Uint8Array(m);
  let depth = 0;
  for (const group of ranking) {
    const size = group.length;
    for (const i of group) {
      for (let j = 0; j < m; j++) {
        if (placed[j]) tally.above[j * m + i]! += weight;
      }
    }
    for (const i of group) {
      doubled[i] = 2 * depth + size + 1;
      placed[i] = 1;
      tally.ranked[i]! += weight;
      for (const j of group) if (j !== i) tally.tied[i * m + j]! += weight;
      positionsOfSize(tally, size)[i * m + depth]! += weight;
    }
    tally.tieSum += weight * (size ** 3 - size);
    depth += size;
  }
  const left = m - depth;
  tally.tieSum += weight * (left ** 3 - left);
  tally.byDepth[depth]! += weight;
  tally.n += weight;
  for (let i = 0; i < m; i++) {
    if (placed[i]) continue;
    doubled[i] = 2 * depth + left + 1;
    tally.unrankedByDepth[i * m + depth]! += weight;
    for (let j = 0; j < m; j++) if (placed[j]) tally.aboveUnranked[j * m + i]! += weight;
  }
  for (let i = 0; i < m; i++) {
    tally.sum2Midrank[i]! += weight * doubled[i]!;
    for (let j = 0; j < m; j++) tally.outer[i * m + j]! += weight * doubled[i]! * doubled[j]!;
  }
  return tally;
}

/** The counts of single items (size 1) or of tied groups of one size, made when first asked for. */
export function positionsOfSize(tally: Tally, size: number): Float64Array {
  if (size === 1) return tally.positions;
  return (tally.tiedPositions[size] ??= new Float64Array(tally.m * tally.m));
}

/**
 * The tally of a list of rankings over `m` items.
 *
 * @example
 * tallyOf(2, [[[0], [1]], [[1], [0]]]).n // => 2
 */
export function tallyOf(m: number, rankings: Iterable<Ranking>): Tally {
  const tally = emptyTally(m);
  for (const ranking of rankings) addBallot(tally, ranking);
  return tally;
}

/**
 * The tally of both sets of ballots together; neither argument changes.
 * Throws a RangeError when they count different numbers of items.
 *
 * @example
 * mergeTallies(tallyOf(2, first), tallyOf(2, second)) // equals tallyOf(2, [...first, ...second])
 */
export function mergeTallies(a: Tally, b: Tally): Tally {
  return combine(a, b, 1);
}

/**
 * The tally of the ballots of `a` without those of `b`: undoes `mergeTallies`.
 *
 * @example
 * subtractTallies(mergeTallies(a, b), b) // equals a
 */
export function subtractTallies(a: Tally, b: Tally): Tally {
  return combine(a, b, -1);
}

function combine(a: Tally, b: Tally, sign: 1 | -1): Tally {
  if (a.m !== b.m) throw new RangeError(`tallies of ${a.m} and of ${b.m} items can't be combined`);
  const sum = emptyTally(a.m);
  sum.n = a.n + sign * b.n;
  sum.tieSum = a.tieSum + sign * b.tieSum;
  for (const name of tallyArrays) addInto(sum[name], a[name], b[name], sign);
  for (const size of new Set([...Object.keys(a.tiedPositions), ...Object.keys(b.tiedPositions)])) {
    const zero = new Float64Array(a.m * a.m);
    const counts = new Float64Array(a.m * a.m);
    addInto(counts, a.tiedPositions[+size] ?? zero, b.tiedPositions[+size] ?? zero, sign);
    if (counts.some((count) => count !== 0)) sum.tiedPositions[+size] = counts;
  }
  return sum;
}

function addInto(sum: Float64Array, a: Float64Array, b: Float64Array, sign: 1 | -1): void {
  for (let k = 0; k < sum.length; k++) sum[k] = a[k]! + sign * b[k]!;
}
