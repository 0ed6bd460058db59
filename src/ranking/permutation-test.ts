import { doubledMidRanks } from './mid-ranks.ts';
import { seededRandom, shuffle } from './random.ts';
import type { Ranking } from './ranking.ts';

/** One respondent's ranking, whether they belong to the first group, and where they sat. */
export type Respondent = { ranking: Ranking; inFirst: boolean; table?: string };

/** Result of a permutation test. */
export type PermutationTest = {
  /** Sum over items of the squared difference of the groups' mean ranks. */
  statistic: number;
  pValue: number;
  replicates: number;
  seed: number;
};

/**
 * Tests whether two groups rank alike by dealing out the group labels anew, again and again; right
 * for any group size. Where respondents name a table, whole tables are dealt, as people at one
 * table influence each other (then every table must belong to one group). Seeded, so the same data
 * give the same p-value. Null when a group is empty.
 *
 * @example
 * permutationTest(5, respondents, { replicates: 9999, seed: 1 })?.pValue // => 0.1
 */
export function permutationTest(
  m: number,
  respondents: readonly Respondent[],
  options: { replicates?: number; seed?: number } = {},
): PermutationTest | null {
  const { replicates = 9999, seed = 1 } = options;
  const units = unitsOf(m, respondents);
  const total = new Float64Array(m);
  for (const { sums } of units) for (let i = 0; i < m; i++) total[i]! += sums[i]!;
  const firstUnits = units.filter(({ inFirst }) => inFirst).length;
  if (firstUnits === 0 || firstUnits === units.length) return null;

  const n = respondents.length;
  const statisticOf = (order: ArrayLike<number>): number => {
    const sums = new Float64Array(m);
    let size = 0;
    for (let k = 0; k < firstUnits; k++) {
      const unit = units[order[k]!]!;
      size += unit.size;
      for (let i = 0; i < m; i++) sums[i]! += unit.sums[i]!;
    }
    let statistic = 0;
    for (let i = 0; i < m; i++) {
      statistic += (sums[i]! / size - (total[i]! - sums[i]!) / (n - size)) ** 2;
    }
    return statistic / 4;
  };

  const indices = units.map((_, k) => k);
  const observed = statisticOf(indices.toSorted((a, b) => +units[b]!.inFirst - +units[a]!.inFirst));
  const random = seededRandom(seed);
  const order = Int32Array.from(indices);
  let asLarge = 0;
  for (let replicate = 0; replicate < replicates; replicate++) {
    shuffle(order, random);
    if (statisticOf(order) >= observed * (1 - 1e-12)) asLarge++;
  }
  return { statistic: observed, pValue: (1 + asLarge) / (1 + replicates), replicates, seed };
}

type Unit = { inFirst: boolean; size: number; sums: Float64Array };

/** Respondents, or tables of them, with the sums of their doubled mid-ranks. */
function unitsOf(m: number, respondents: readonly Respondent[]): Unit[] {
  const units = new Map<string | number, Unit>();
  respondents.forEach(({ ranking, inFirst, table }, index) => {
    const key = table ?? index;
    const unit = units.get(key) ?? { inFirst, size: 0, sums: new Float64Array(m) };
    if (unit.inFirst !== inFirst) throw new RangeError(`table ${table} belongs to both groups`);
    units.set(key, unit);
    unit.size++;
    doubledMidRanks(m, ranking).forEach((rank, item) => (unit.sums[item]! += rank));
  });
  return [...units.values()];
}
