import { holm } from '../ranking/multiple-tests.ts';
import type { GapTally } from './gap-tally.ts';
import { meanInterval } from './mean-interval.ts';
import type { Interval } from './mean-interval.ts';
import { ratingPairs } from './rating-pairs.ts';
import type { RatingPairs } from './rating-pairs.ts';
import { shareOf } from './share-interval.ts';
import type { Share } from './share-interval.ts';
import { signedRank } from './signed-rank.ts';
import type { SignedRank } from './signed-rank.ts';

/** The gap between how important an item is and how well it is mastered. `null` = undefined. */
export interface Gap {
  item: number;
  /** Respondents who gave both ratings; all other figures but `…All` stand on these. */
  n: number;
  meanImportance: number | null;
  meanLevel: number | null;
  /** Mean importance - level, in points of the scale, with its 95 % interval (paired t). */
  meanGap: number | null;
  gapInterval: Interval | null;
  /**
   * Borich's mean weighted discrepancy: mean gap x mean importance, -20..20 on a scale of 1..5;
   * high = needed. The interval follows from the two means' covariance (delta method, t).
   */
  mwds: number | null;
  mwdsInterval: Interval | null;
  /** The same with the mean importance of all who rated importance, as some authors compute it. */
  meanImportanceAll: number | null;
  mwdsAll: number | null;
  /** Respondents whose level is below, equal to or above the importance. */
  below: Share;
  equal: Share;
  above: Share;
  /** Ranked Discrepancy Score: (above - below) x 100, -100..100; -100 = everyone lacks it. */
  rds: number | null;
  rdsInterval: Interval | null;
  /** Are importance and level really different? `adjustedP` is Holm's over all items. */
  signedRank: (SignedRank & { adjustedP: number }) | null;
}

/**
 * The gap of every item of a tally, in the order of the items. Only ordering of points is used by
 * `rds` and the shares, which makes them the safer choice for few respondents; `mwds` takes the
 * points as distances.
 * Sources: Borich 1980, J. Teacher Education 31(3), 39–42; McKim & Saucier 2011, J. Extension
 * 49(2) 2TOT8 (paired convention); Narine & Harder 2021, Adv. Agric. Dev. 2(3), 96–111.
 *
 * @example
 * gapsOf(tally)[0].mwds // => 11.04
 */
export function gapsOf(tally: GapTally): Gap[] {
  const pairs = Array.from({ length: tally.items }, (_, item) => ratingPairs(tally, item));
  const tests = pairs.map(({ differences }) => signedRank(differences));
  const tested = tests.flatMap((test, item) => (test ? [{ item, test }] : []));
  const adjusted = holm(tested.map(({ test }) => test.pValue));
  const adjustedOf = new Map(tested.map(({ item }, index) => [item, adjusted[index]!]));
  return pairs.map((pair, item) => {
    const test = tests[item];
    return {
      item,
      n: pair.n,
      ...borich(pair),
      ...discrepancy(pair),
      signedRank: test ? { ...test, adjustedP: adjustedOf.get(item)! } : null,
    };
  });
}

function borich(pair: RatingPairs) {
  const { n, meanImportance, meanLevel, meanImportanceAll } = pair;
  if (meanImportance === null || meanLevel === null || meanImportanceAll === null) {
    return {
      meanImportance,
      meanLevel,
      meanGap: null,
      gapInterval: null,
      mwds: null,
      mwdsInterval: null,
      meanImportanceAll,
      mwdsAll: null,
    };
  }
  const meanGap = meanImportance - meanLevel;
  const mwds = meanImportance * meanGap;
  return {
    meanImportance,
    meanLevel,
    meanGap,
    gapInterval: meanInterval(meanGap, weightedVariance(pair, 1, -1), n),
    mwds,
    mwdsInterval: meanInterval(
      mwds,
      weightedVariance(pair, 2 * meanImportance - meanLevel, -meanImportance),
      n,
    ),
    meanImportanceAll,
    mwdsAll: meanImportanceAll * meanGap,
  };
}

/** Variance of a x importance + b x level of one respondent. */
function weightedVariance(pair: RatingPairs, a: number, b: number): number {
  const { varianceImportance, varianceLevel, covariance } = pair;
  return (
    a * a * (varianceImportance ?? 0) + b * b * (varianceLevel ?? 0) + 2 * a * b * (covariance ?? 0)
  );
}

function discrepancy({ n, differences }: RatingPairs) {
  let [lacking, more] = [0, 0];
  for (const [difference, count] of differences) {
    if (difference > 0) lacking += count;
    else if (difference < 0) more += count;
  }
  const mean = n > 0 ? (more - lacking) / n : null;
  const variance = mean === null ? 0 : (n * ((more + lacking) / n - mean * mean)) / (n - 1);
  const interval = mean === null ? null : meanInterval(100 * mean, 1e4 * variance, n);
  return {
    below: shareOf(lacking, n),
    equal: shareOf(n - lacking - more, n),
    above: shareOf(more, n),
    rds: mean === null ? null : 100 * mean,
    rdsInterval: interval && clipped(interval),
  };
}

function clipped([low, high]: Interval): Interval {
  return [Math.max(-100, low), Math.min(100, high)];
}
