import { quantileSorted } from 'simple-statistics';

import type { Order } from './order.ts';
import type { Pairwise } from './pairwise.ts';
import { seededRandom } from './random.ts';
import type { Ranking, UnrankedMode } from './ranking.ts';

/** How an item's rank varies between resamples of the respondents. */
export type BootstrapRank = {
  /** 2.5 and 97.5 percentiles of the rank; an item in a tied group has the mean of its places. */
  range: [number, number];
  /** Share of resamples that put the item first; a tied first place counts in equal parts. */
  firstShare: number;
};

/** What to resample, and what to compute from each resample. */
export type BootstrapOptions = {
  mode: UnrankedMode;
  /** The method whose order is looked at. */
  method: (pairs: Pairwise) => Order;
  replicates?: number;
  seed?: number;
};

/**
 * Resamples units with replacement and runs a pairwise method on each resample. A unit is a list
 * of rankings that belong together: one respondent's, or all of one table's, as answers inside a
 * table are not independent (with fewer than 8 tables the ranges are too narrow; say so). Seeded.
 * Null without units.
 *
 * @example
 * bootstrapRanks(5, ballots.map((ballot) => [ballot]), { mode: 'bottom', method: (p) => schulze(p).order })
 */
export function bootstrapRanks(
  m: number,
  units: readonly (readonly Ranking[])[],
  options: BootstrapOptions,
): BootstrapRank[] | null {
  const { mode, method, replicates = 500, seed = 1 } = options;
  if (units.length === 0) return null;
  const { kinds, kindOf } = distinctUnits(m, units, mode);
  const random = seededRandom(seed);
  const ranks = Array.from({ length: m }, () => new Float64Array(replicates));
  const firsts = new Float64Array(m);
  for (let replicate = 0; replicate < replicates; replicate++) {
    const weights = new Float64Array(kinds.length);
    for (let draw = 0; draw < units.length; draw++) {
      weights[kindOf[Math.floor(random() * units.length)]!]!++;
    }
    const wins = new Float64Array(m * m);
    kinds.forEach((pairs, kind) => {
      const weight = weights[kind]!;
      if (weight > 0) for (let k = 0; k < pairs.length; k++) wins[pairs[k]!]! += weight;
    });
    let before = 0;
    method({ m, wins }).forEach((group, place) => {
      for (const item of group) {
        ranks[item]![replicate] = before + (group.length + 1) / 2;
        if (place === 0) firsts[item]! += 1 / group.length;
      }
      before += group.length;
    });
  }
  return ranks.map((values, item) => {
    const sorted = Array.from(values.sort());
    return {
      range: [quantileSorted(sorted, 0.025), quantileSorted(sorted, 0.975)],
      firstShare: firsts[item]! / replicates,
    };
  });
}

/** Units that say the same are one kind, kept as the list of pairs `i * m + j` that they decide. */
function distinctUnits(
  m: number,
  units: readonly (readonly Ranking[])[],
  mode: UnrankedMode,
): { kinds: Uint16Array[]; kindOf: Uint32Array } {
  const kinds: Uint16Array[] = [];
  const known = new Map<string, number>();
  const kindOf = Uint32Array.from(units, (rankings) => {
    const pairs = rankings.flatMap((ranking) => decidedPairs(m, ranking, mode));
    const key = pairs.join();
    const kind = known.get(key) ?? kinds.push(Uint16Array.from(pairs)) - 1;
    known.set(key, kind);
    return kind;
  });
  return { kinds, kindOf };
}

function decidedPairs(m: number, ranking: Ranking, mode: UnrankedMode): number[] {
  const ranked = new Set(ranking.flat());
  const unranked = Array.from({ length: m }, (_, item) => item).filter((item) => !ranked.has(item));
  const groups = mode === 'bottom' ? [...ranking, unranked] : ranking;
  return groups.flatMap((group, place) => {
    const below = groups.slice(place + 1).flat();
    return group.flatMap((i) => below.map((j) => i * m + j));
  });
}
