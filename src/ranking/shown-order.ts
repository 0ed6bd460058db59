import { normalTwoSided } from './distributions.ts';
import { doubledMidRanks } from './mid-ranks.ts';
import type { Ranking } from './ranking.ts';

/** A ranking and the order in which the items were shown to this respondent, first to last. */
export type ShownRanking = { ranking: Ranking; shown: readonly number[] };

/** Whether items fare better when they are shown earlier. */
export type ShownOrderTest = {
  /** Respondents whose ranking and shown order can be compared. */
  n: number;
  /** Mean correlation of shown position and rank, -1..1; above 0: early items are ranked higher. */
  meanCorrelation: number;
  z: number;
  pValue: number;
};

/**
 * Tests for position bias, given that every respondent saw the items in a random order of their
 * own. Then shown positions are a random permutation whatever the preferences, so the covariance of
 * shown position and rank has a known mean (0) and variance; their sum over respondents is compared
 * with the normal distribution. No assumption about the preferences; unranked items count as tied
 * below the ranked ones. Only items that were shown are compared. Null when nobody's ranking can be
 * compared (fewer than two items shown, or all tied).
 *
 * @example
 * shownOrderTest(12, answers)?.pValue // => 0.003: the order shown has an influence
 */
export function shownOrderTest(m: number, answers: readonly ShownRanking[]): ShownOrderTest | null {
  let [n, sum, variance, correlations] = [0, 0, 0, 0];
  for (const { ranking, shown } of answers) {
    if (shown.length < 2) continue;
    const ranks = doubledMidRanks(m, ranking);
    const shownRanks = shown.map((item) => ranks[item]!);
    const positions = shown.map((_, position) => position);
    const [rankSpread, positionSpread] = [spread(shownRanks), spread(positions)];
    if (rankSpread === 0) continue;
    const covariance = products(shownRanks, positions);
    n++;
    sum += covariance;
    variance += (rankSpread * positionSpread) / (shown.length - 1);
    correlations += covariance / Math.sqrt(rankSpread * positionSpread);
  }
  if (n === 0) return null;
  const z = sum / Math.sqrt(variance);
  return { n, meanCorrelation: correlations / n, z, pValue: normalTwoSided(z) };
}

function spread(values: readonly number[]): number {
  return products(values, values);
}

/** Sum of products of deviations from the mean. */
function products(a: readonly number[], b: readonly number[]): number {
  const [meanA, meanB] = [a, b].map((v) => v.reduce((x, y) => x + y, 0) / v.length);
  return a.reduce((sum, value, k) => sum + (value - meanA!) * (b[k]! - meanB!), 0);
}
