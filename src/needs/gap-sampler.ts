import { addRatings, emptyGapTally, pointIndex } from './gap-tally.ts';
import type { GapTally, Ratings } from './gap-tally.ts';
import type { GapMeasure } from './gap-order.ts';
import { ratingPairs } from './rating-pairs.ts';
import type { RatingPairs } from './rating-pairs.ts';
import type { Sampler } from './worth-sampler.ts';

/** One respondent's ratings of importance and level; `null` for one who gave none. */
export type RatingAnswers = { importance: Ratings; level: Ratings } | null;

/**
 * Gap figures of samples of the respondents, mean weighted discrepancies unless told; `null` for
 * items of which nobody in the sample gave both ratings.
 *
 * @example
 * gapSampler(8, [1, 2, 3, 4, 5], answers)(answers.map(() => 1)) // => the MWDS of everyone
 */
export function gapSampler(
  items: number,
  points: readonly number[],
  answers: readonly RatingAnswers[],
  measure: GapMeasure = 'mwds',
): Sampler<number | null> {
  const empty = emptyGapTally(items, points);
  const side = points.length + 1;
  const cells = answers.map((answer) => {
    if (answer === null) return [];
    const own: number[] = [];
    for (let item = 0; item < items; item++) {
      const row = pointIndex(empty, answer.importance[item]);
      const column = pointIndex(empty, answer.level[item]);
      if (row < side - 1 && column < side - 1) own.push((item * side + row) * side + column);
    }
    return own;
  });
  return (drawn) => {
    const counts = new Float64Array(empty.counts.length);
    cells.forEach((own, respondent) => {
      const times = drawn[respondent]!;
      if (times > 0) for (const cell of own) counts[cell]! += times;
    });
    const tally = { ...empty, counts };
    return Array.from({ length: items }, (_, item) => figureOf(ratingPairs(tally, item), measure));
  };
}

function figureOf(pairs: RatingPairs, measure: GapMeasure): number | null {
  const { n, meanImportance, meanLevel, differences } = pairs;
  if (meanImportance === null || meanLevel === null) return null;
  if (measure === 'rds') {
    let sum = 0;
    for (const [difference, count] of differences) sum -= Math.sign(difference) * count;
    return (100 * sum) / n;
  }
  const gap = meanImportance - meanLevel;
  return measure === 'mwds' ? meanImportance * gap : gap;
}

/**
 * The tally of respondents' answers, to show the figures of the whole group from the same input.
 *
 * @example
 * gapsOf(tallyAnswers(8, [1, 2, 3, 4, 5], answers))
 */
export function tallyAnswers(
  items: number,
  points: readonly number[],
  answers: readonly RatingAnswers[],
): GapTally {
  const tally = emptyGapTally(items, points);
  for (const answer of answers) if (answer) addRatings(tally, answer.importance, answer.level);
  return tally;
}
