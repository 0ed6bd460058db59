import type { Random } from '../ranking/random.ts';

/**
 * One bootstrap sample: how often each of `n` respondents is drawn, n draws with replacement. With
 * `clusters` (the table of each respondent) whole tables are drawn, as many as there are, because
 * people who talked at a table are not independent.
 * Source: Efron & Tibshirani 1993, An Introduction to the Bootstrap, chapters 6 and 8.
 *
 * @example
 * respondentSample(3, seededRandom(1)) // => Uint16Array [1, 2, 0]
 */
export function respondentSample(
  n: number,
  random: Random,
  clusters?: readonly (string | number)[],
): Uint16Array {
  const drawn = new Uint16Array(n);
  if (!clusters) {
    for (let draw = 0; draw < n; draw++) drawn[Math.floor(random() * n)]!++;
    return drawn;
  }
  const members = Map.groupBy(drawn.keys(), (respondent) => clusters[respondent]!);
  const tables = [...members.values()];
  for (let draw = 0; draw < tables.length; draw++) {
    for (const respondent of tables[Math.floor(random() * tables.length)]!) drawn[respondent]!++;
  }
  return drawn;
}
