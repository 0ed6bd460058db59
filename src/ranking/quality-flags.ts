import { median } from 'simple-statistics';

import type { Ranking } from './ranking.ts';

/**
 * Signs that an answer may not be considered. They are reported, never acted on: a quick answer or
 * one that keeps the shown order can be an honest one.
 */
export type QualityFlag = 'all-tied' | 'shown-order-kept' | 'shown-order-reversed' | 'fast';

/** What is known of one answer to a ranking question. */
export type AnswerTrace = {
  ranking: Ranking;
  /** The order in which the items were shown, first to last. */
  shown?: readonly number[];
  /** Time from seeing the question to answering it. */
  seconds?: number;
};

/** An answer is fast when it took less than this share of the median time. */
export const fastShare = 1 / 3;

/** Fewer ranked items than this are too easily in the shown order by chance (1 in 24). */
const leastItems = 4;

/**
 * The flags of every answer, in the order given.
 *
 * @example
 * qualityFlags([{ ranking: [[0], [1], [2], [3]], shown: [0, 1, 2, 3] }]) // => [['shown-order-kept']]
 */
export function qualityFlags(answers: readonly AnswerTrace[]): QualityFlag[][] {
  const times = answers.flatMap(({ seconds }) => (seconds === undefined ? [] : [seconds]));
  const limit = times.length < 5 ? 0 : median(times) * fastShare;
  return answers.map(({ ranking, shown, seconds }) => {
    const flags: QualityFlag[] = [];
    if (ranking.length === 1 && ranking[0]!.length > 2) flags.push('all-tied');
    const order = shown && directionOf(ranking, shown);
    if (order === 1) flags.push('shown-order-kept');
    if (order === -1) flags.push('shown-order-reversed');
    if (seconds !== undefined && seconds < limit) flags.push('fast');
    return flags;
  });
}

/** 1 when a strict ranking keeps the shown order of its items, -1 when it reverses it, else 0. */
function directionOf(ranking: Ranking, shown: readonly number[]): -1 | 0 | 1 {
  if (ranking.length < leastItems || ranking.some((group) => group.length > 1)) return 0;
  let last = shown.indexOf(ranking[0]![0]!);
  let direction: -1 | 0 | 1 = 0;
  for (let k = 1; k < ranking.length; k++) {
    const position = shown.indexOf(ranking[k]![0]!);
    const step = position > last ? 1 : -1;
    if (last < 0 || position < 0 || (direction !== 0 && step !== direction)) return 0;
    [last, direction] = [position, step];
  }
  return direction;
}

/**
 * How many answers would keep the shown order by chance if everybody answered at random (as many
 * would reverse it): many more than that are a sign, as many are none.
 *
 * @example
 * keptOrderExpected([[[0], [1], [2], [3]]]) // => 0.0417
 */
export function keptOrderExpected(rankings: readonly Ranking[]): number {
  return rankings.reduce((sum, ranking) => {
    if (ranking.length < leastItems || ranking.some((group) => group.length > 1)) return sum;
    let orders = 1;
    for (let k = 2; k <= ranking.length; k++) orders *= k;
    return sum + 1 / orders;
  }, 0);
}
