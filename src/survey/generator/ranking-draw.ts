import type { RankingAnswer } from '../answer.ts';
import type { LocalQuestion } from '../local-study.ts';
import { writeIn } from './free-texts.ts';
import { parameters } from './parameters.ts';
import { gumbel, integer, type Random, weighted } from './random.ts';

/**
 * What a person thinks of each option: log-worth times `scale` plus Gumbel noise. Sorted, this
 * is one draw from the Plackett-Luce distribution.
 */
export function plackettLuce(random: Random, worths: readonly number[], scale: number): number[] {
  return worths.map((worth) => scale * worth + gumbel(random));
}

/**
 * The same by Mallows' distribution around the order of the worths, drawn by repeated insertion:
 * the k-th item goes d places above the end with probability proportional to phi^d. The utilities
 * are whole numbers, m for the best; scale 0 gives every order the same chance.
 */
export function mallows(
  random: Random,
  worths: readonly number[],
  scale: number,
  phi = parameters.rankings.mallows.phi,
): number[] {
  const order: number[] = [];
  for (const item of orderOf(worths)) {
    const weights = Array.from({ length: order.length + 1 }, (_, d) =>
      scale === 0 ? 1 : phi ** d,
    );
    const up = Number(weighted(random, Object.fromEntries(weights.entries())));
    order.splice(order.length - up, 0, item);
  }
  const utilities = worths.map(() => 0);
  order.forEach((item, place) => (utilities[item] = worths.length - place));
  return utilities;
}

/** Indices of the utilities, highest first; equal ones in their own order. */
export function orderOf(utilities: readonly number[]): number[] {
  return [...utilities.keys()].toSorted((a, b) => utilities[b]! - utilities[a]! || a - b);
}

/** A copy of an order in which `count` neighbours have changed places. */
export function swapNeighbours<T>(random: Random, order: readonly T[], count: number): T[] {
  const copy = [...order];
  for (let k = 0; k < count && copy.length > 1; k++) {
    const place = integer(random, 0, copy.length - 2);
    [copy[place], copy[place + 1]] = [copy[place + 1]!, copy[place]!];
  }
  return copy;
}

/** How many options one person ranks: all that may be ranked, as few as may be, or between. */
export function depthOf(random: Random, question: LocalQuestion): number {
  const options = question.options?.length ?? 0;
  const most = question.complete ? options : Math.min(question.max ?? options, options);
  const fewest = question.complete ? options : Math.min(question.min ?? 1, most);
  const depth = weighted(random, { ...parameters.rankings.depth });
  if (depth === 'all' || fewest === most) return most;
  if (depth === 'fewest' || most - fewest < 2) return fewest;
  return integer(random, fewest + 1, most - 1);
}

/**
 * The answer to a ranking question: the first `depth` options of an order, neighbours tied where
 * the question allows it and the person can't tell them apart, now and then an own addition at a
 * random place.
 */
export function rankingAnswer(
  random: Random,
  question: LocalQuestion,
  order: readonly number[],
  depth: number,
  utilities?: readonly number[],
): Exclude<RankingAnswer, 'no-opinion'> {
  const options = question.options ?? [];
  const groups: Exclude<RankingAnswer, 'no-opinion'> = [];
  let before: number | undefined;
  for (const item of order.slice(0, depth)) {
    const utility = utilities?.[item];
    const tied =
      question.ties === true &&
      utility !== undefined &&
      before !== undefined &&
      before - utility < parameters.rankings.tieWithin;
    if (tied) groups.at(-1)!.push(options[item]!.id);
    else groups.push([options[item]!.id]);
    before = utility;
  }
  if (!question.writeIns || random() >= parameters.rankings.writeInRate) return groups;
  const text = writeIn(random, options);
  if (text === null) return groups;
  if (question.max !== undefined && depth >= question.max) dropLast(groups);
  groups.splice(integer(random, 0, groups.length), 0, [{ writeIn: text }]);
  return groups;
}

function dropLast(groups: unknown[][]): void {
  const last = groups.at(-1);
  last?.pop();
  if (last?.length === 0) groups.pop();
}
