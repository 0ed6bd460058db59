import { readFileSync } from 'node:fs';

import { addRatings, emptyGapTally } from '../../src/needs/gap-tally.ts';
import type { GapTally, Ratings } from '../../src/needs/gap-tally.ts';

const folder = new URL('../fixtures/', import.meta.url);

/** A JSON file of `tests/fixtures`, in the shape that the test expects of it. */
export function fixture<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as T;
}

/** The tally of respondents' ratings on a scale of 1..5. */
export function tallyRatings(
  importance: readonly Ratings[],
  level: readonly Ratings[],
  items = importance[0]!.length,
): GapTally {
  const tally = emptyGapTally(items, [1, 2, 3, 4, 5]);
  importance.forEach((ratings, respondent) => {
    addRatings(tally, ratings, level[respondent]!);
  });
  return tally;
}
