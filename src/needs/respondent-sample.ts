import type { Random } from '../ranking/random.ts';

/** Where a respondent sat; `null` for somebody who answered alone. */
export type Cluster = string | number | null;

/** Respondents by index, table by table; who answered alone is a table of one. */
export type Tables = readonly (readonly number[])[];

/**
 * Who sat together, in the order of the first respondent of each table.
 *
 * @example
 * tablesOf(['a', 'b', 'a', null]) // => [[0, 2], [1], [3]]
 */
export function tablesOf(clusters: readonly Cluster[]): number[][] {
  const respondents = Array.from(clusters.keys());
  const members = Map.groupBy(respondents, (respondent) => clusters[respondent] ?? { respondent });
  return [...members.values()];
}

/**
 * One bootstrap sample: how often each of `n` respondents is drawn, n draws with replacement. With
 * `tables` whole tables are drawn, as many as there are, because people who talked at a table are
 * not independent; tables of one give the very samples that respondents do.
 * Source: Efron & Tibshirani 1993, An Introduction to the Bootstrap, chapters 6 and 8; Davison &
 * Hinkley 1997, Bootstrap Methods and their Application, section 3.8.
 *
 * @example
 * respondentSample(3, seededRandom(1)) // => Uint16Array [1, 2, 0]
 */
export function respondentSample(n: number, random: Random, tables?: Tables): Uint16Array {
  const drawn = new Uint16Array(n);
  if (!tables) {
    for (let draw = 0; draw < n; draw++) drawn[Math.floor(random() * n)]!++;
    return drawn;
  }
  for (let draw = 0; draw < tables.length; draw++) {
    for (const respondent of tables[Math.floor(random() * tables.length)]!) drawn[respondent]!++;
  }
  return drawn;
}
