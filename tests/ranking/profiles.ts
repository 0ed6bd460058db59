import fc from 'fast-check';

import type { Random } from '../../src/ranking/random.ts';
import { shuffle } from '../../src/ranking/random.ts';
import type { Ranking } from '../../src/ranking/ranking.ts';

/** How many random cases a law is tried on. */
export const runs = { numRuns: 500 };

/** A random ranking of `m` items; with ties and gaps unless told otherwise. */
export function rankingOf(
  m: number,
  { ties = true, gaps = true }: { ties?: boolean; gaps?: boolean } = {},
): fc.Arbitrary<Ranking> {
  const items = Array.from({ length: m }, (_, item) => item);
  const order = fc.shuffledSubarray(items, { minLength: gaps ? 0 : m });
  const cuts = fc.array(fc.boolean(), { minLength: m, maxLength: m });
  return fc.tuple(order, cuts).map(([chosen, together]) => {
    const groups: number[][] = [];
    chosen.forEach((item, k) => {
      if (ties && k > 0 && together[k]) groups.at(-1)!.push(item);
      else groups.push([item]);
    });
    return groups;
  });
}

/** A random question: the number of items and the ballots. */
export function profile(
  options: { ties?: boolean; gaps?: boolean; most?: number; least?: number; ballots?: number } = {},
): fc.Arbitrary<{ m: number; ballots: Ranking[] }> {
  const { most = 7, least = 1, ballots = 12 } = options;
  return fc.integer({ min: least, max: most }).chain((m) =>
    fc.record({
      m: fc.constant(m),
      ballots: fc.array(rankingOf(m, options), { maxLength: ballots }),
    }),
  );
}

/**
 * Rankings scattered around the order 0, 1, 2, ... (Mallows): the smaller `phi`, the closer to it;
 * 1 is pure chance. By repeated insertion.
 */
export function mallows(m: number, n: number, phi: number, random: Random): Ranking[] {
  return Array.from({ length: n }, () => {
    const order: number[] = [];
    for (let item = 0; item < m; item++) {
      let total = 0;
      for (let k = 0; k <= item; k++) total += phi ** k;
      let rest = total * random();
      let fromEnd = 0;
      while (fromEnd < item && (rest -= phi ** fromEnd) > 0) fromEnd++;
      order.splice(order.length - fromEnd, 0, item);
    }
    return order.map((item) => [item]);
  });
}

/** Rankings in which every order of the items is equally likely. */
export function chance(m: number, n: number, random: Random): Ranking[] {
  return Array.from({ length: n }, () =>
    shuffle(
      Array.from({ length: m }, (_, item) => item),
      random,
    ).map((item) => [item]),
  );
}
