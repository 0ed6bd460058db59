import { seededRandom } from '../ranking/random.ts';
import type { GapMeasure } from './gap-order.ts';
import { gapSampler } from './gap-sampler.ts';
import type { RatingAnswers } from './gap-sampler.ts';
import { type Cluster, respondentSample, tablesOf } from './respondent-sample.ts';
import type { StabilityProgress } from './stability.ts';

/** The places that an item takes in the order of need when other people had answered. */
export interface GapRankRange {
  item: number;
  /** Middle 95 % of its places, 1 = greatest need; tied items share the mean; `null` if unrated. */
  places: [low: number, high: number] | null;
  /** Part of the samples in which everything else needs less, 0..1. */
  firstShare: number | null;
}

/**
 * How sure the order of need is: places of every item over bootstrap samples of the respondents,
 * whole pairs of ratings drawn together. Like `planStability` a generator that yields its progress,
 * and deterministic by seed. Samples in which nobody rated an item leave it out. Without
 * respondents there are no samples, and every range is `null`.
 *
 * @example
 * finished(gapRankRanges({ items: 8, points: [1, 2, 3, 4, 5], answers }))[6]
 * // => { item: 6, places: [1, 2], firstShare: 0.61 }
 */
export function* gapRankRanges(input: {
  items: number;
  points: readonly number[];
  answers: readonly RatingAnswers[];
  measure?: GapMeasure;
  samples?: number;
  seed?: number;
  clusters?: readonly Cluster[];
}): Generator<StabilityProgress, GapRankRange[], void> {
  const { items, points, answers, measure = 'rds', seed = 1, clusters } = input;
  const samples = answers.length > 0 ? (input.samples ?? 500) : 0;
  const random = seededRandom(seed);
  const tables = clusters && tablesOf(clusters);
  const figures = gapSampler(items, points, answers, measure);
  const places = Array.from({ length: items }, (): number[] => []);
  for (let done = 1; done <= samples; done++) {
    const drawn = figures(respondentSample(answers.length, random, tables)) ?? [];
    const scores = drawn.map((figure) => (figure === null || measure !== 'rds' ? figure : -figure));
    scores.forEach((score, item) => {
      if (score !== null) places[item]!.push(placeOf(score, scores));
    });
    yield { done, samples };
  }
  return places.map((own, item) => rangeOf(item, own));
}

/** 1 + how many are higher + half of the others that are level. */
function placeOf(score: number, scores: readonly (number | null)[]): number {
  let place = 0.5;
  for (const other of scores) {
    if (other === null || other < score - 1e-12) continue;
    place += other > score + 1e-12 ? 1 : 0.5;
  }
  return place;
}

function rangeOf(item: number, places: readonly number[]): GapRankRange {
  if (places.length === 0) return { item, places: null, firstShare: null };
  const sorted = places.toSorted((a, b) => a - b);
  const cut = Math.floor(0.025 * sorted.length);
  const first = sorted.filter((place) => place === 1).length;
  return { item, places: [sorted[cut]!, sorted.at(-1 - cut)!], firstShare: first / sorted.length };
}
