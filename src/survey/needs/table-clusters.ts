import type { Cluster } from '../../needs/respondent-sample.ts';

/** From this share of respondents at tables on, tables are drawn and not respondents. */
const LEAST_AT_TABLES = 0.9;

/**
 * At which table each respondent sat, where nearly all of them sat at one and there are two tables
 * or more; `null` where respondents count one by one. Tables of different events are different
 * tables, also under one name; who sat at none is `null`. In two rounds a table is one table, as
 * the same people may have sat there.
 *
 * @example
 * tableClusters([{ event: 'oslo', table: '1' }, { event: 'oslo', table: '2' }])
 * // => ['["oslo","1"]', '["oslo","2"]']
 */
export function tableClusters(
  respondents: readonly { event: string | null; table: string | null }[],
): Cluster[] | null {
  const clusters = respondents.map(({ event, table }) =>
    table === null || table === '' ? null : JSON.stringify([event, table]),
  );
  const seated = clusters.filter((table) => table !== null);
  if (seated.length < LEAST_AT_TABLES * respondents.length) return null;
  return new Set(seated).size > 1 ? clusters : null;
}
