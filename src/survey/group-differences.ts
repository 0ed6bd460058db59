import { studentTwoSided } from '../ranking/distributions.ts';
import { holm } from '../ranking/multiple-tests.ts';
import type { RankingFigures } from './ranking-results.ts';

/** What a comparison needs of a group's ranking. */
export type RankedGroup = Pick<RankingFigures, 'meanRank' | 'meanRankError'> & { n: number };

/** Two groups, by index, that rank an item differently: `higher` puts it nearer to the top. */
export interface GroupDifference {
  item: number;
  higher: number;
  lower: number;
  /** Corrected for all the items and pairs of groups that were looked at. */
  pValue: number;
}

/**
 * The surest difference between groups: Welch's t test on the mean rank of every item between every
 * two groups, Holm-corrected over all of them; `null` when none stands at 5 %, or when mean ranks
 * are not defined. Groups must not overlap.
 *
 * @example
 * surestDifference([cities, villages]) // => { item: 3, higher: 1, lower: 0, pValue: 0.002 }
 */
export function surestDifference(groups: readonly RankedGroup[]): GroupDifference | null {
  const tests: GroupDifference[] = [];
  for (const [a, first] of groups.entries()) {
    for (const [b, second] of groups.entries()) {
      if (b <= a) continue;
      for (const item of first.meanRank?.keys() ?? []) {
        const test = welch(first, second, item);
        if (test === null) continue;
        const [higher, lower] = test.difference < 0 ? [a, b] : [b, a];
        tests.push({ item, higher, lower, pValue: test.pValue });
      }
    }
  }
  const corrected = holm(tests.map(({ pValue }) => pValue));
  const surest = tests
    .map((test, index) => ({ ...test, pValue: corrected[index]!, raw: test.pValue }))
    .filter(({ pValue }) => pValue <= 0.05)
    .toSorted((x, y) => x.raw - y.raw)[0];
  if (!surest) return null;
  const { item, higher, lower, pValue } = surest;
  return { item, higher, lower, pValue };
}

function welch(a: RankedGroup, b: RankedGroup, item: number) {
  const [meanA, meanB] = [a.meanRank?.[item], b.meanRank?.[item]];
  const [errorA, errorB] = [a.meanRankError?.[item], b.meanRankError?.[item]];
  if (typeof meanA !== 'number' || typeof meanB !== 'number') return null;
  if (errorA === undefined || errorB === undefined) return null;
  const difference = meanA - meanB;
  const variance = errorA ** 2 + errorB ** 2;
  if (variance === 0) return { difference, pValue: difference === 0 ? 1 : 0 };
  const freedom = variance ** 2 / (errorA ** 4 / (a.n - 1) + errorB ** 4 / (b.n - 1));
  return { difference, pValue: studentTwoSided(difference / Math.sqrt(variance), freedom) };
}
