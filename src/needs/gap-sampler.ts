import { addRatings, emptyGapTally, pointIndex } from './gap-tally.ts';
import type { GapTally, Ratings } from './gap-tally.ts';
import { ratingPairs } from './rating-pairs.ts';
import type { Sampler } from './worth-sampler.ts';

/** One respondent's ratings of importance and level; `null` for one who gave none. */
export type RatingAnswers = { importance: Ratings; level: Ratings } | null;

/**
 * Mean weighted discrepancies of samples of the respondents, `null` for items that nobody in the
 * sample rated twice.
 *
 * @example
 * gapSampler(8, [1, 2, 3, 4, 5], answers)(answers.map(() => 1)) // => the MWDS of everyone
 */
export function gapSampler(
  items: number,
  points: readonly number[],
  answers: readonly RatingAnswers[],
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
    return Array.from({ length: items }, (_, item) => {
      const { meanImportance, meanLevel } = ratingPairs(tally, item);
      return meanLevel === null ? null : meanImportance! * (meanImportance! - meanLevel);
    });
  };
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
