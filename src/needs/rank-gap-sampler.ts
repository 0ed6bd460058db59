import type { Ranking } from '../ranking/ranking.ts';
import { rankGap } from './rank-gap.ts';
import type { Sampler } from './worth-sampler.ts';

/**
 * Gaps of samples of the respondents where importance was ranked and only the level rated, see
 * `rankGap`. Items left out of a ranking are tied below the others. `null` for items whose level
 * nobody in the sample rated.
 *
 * @example
 * rankGapSampler(5, rankings, levels, [0, 1, 2, 3])(rankings.map(() => 1))
 */
export function rankGapSampler(
  items: number,
  rankings: readonly (Ranking | null)[],
  levels: readonly (readonly (number | null)[] | null)[],
  points: readonly number[],
): Sampler<number | null> {
  const ranks = rankings.map((ranking) => ranking && midRanks(items, ranking));
  const [lowest, highest] = [points[0]!, points.at(-1)!];
  return (drawn) => {
    const rankSums = new Float64Array(items);
    const levelSums = new Float64Array(items);
    const rated = new Float64Array(items);
    let ballots = 0;
    for (let respondent = 0; respondent < drawn.length; respondent++) {
      const times = drawn[respondent]!;
      if (times === 0) continue;
      const [own, level] = [ranks[respondent], levels[respondent]];
      if (own) ballots += times;
      for (let item = 0; item < items; item++) {
        if (own) rankSums[item]! += times * own[item]!;
        const value = level?.[item];
        if (value === null || value === undefined) continue;
        levelSums[item]! += times * value;
        rated[item]! += times;
      }
    }
    return Array.from({ length: items }, (_, item) =>
      rankGap({
        meanRank: ballots > 0 ? rankSums[item]! / ballots : null,
        items,
        level: rated[item]! > 0 ? levelSums[item]! / rated[item]! : null,
        lowest,
        highest,
      }),
    );
  };
}

function midRanks(items: number, ranking: Ranking): Float64Array {
  const ranked = ranking.reduce((sum, group) => sum + group.length, 0);
  const ranks = new Float64Array(items).fill((ranked + 1 + items) / 2);
  let above = 0;
  for (const group of ranking) {
    for (const item of group) ranks[item] = above + (group.length + 1) / 2;
    above += group.length;
  }
  return ranks;
}
