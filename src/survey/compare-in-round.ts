import { comparedQuery, type CompareWith, othersFilter } from './compare-query.ts';
import { inRound, namesRound } from './default-round.ts';
import type { ResultsQuery } from './results-query.ts';

/**
 * Whom a page compares with where it takes a round by itself: the second group is of that round as
 * the first is, unless an address names the rounds of either.
 *
 * @param query as it was asked, without that round
 * @param of `values` that anybody has, by segment, and the `round`; null where none is taken
 * @example
 * compareInRound('all', query, { values, round: 2 })
 * // => { where: [{ segment: '@round', values: ['2'] }], voice: 'individual' }
 */
export function compareInRound(
  compare: CompareWith,
  query: ResultsQuery,
  { values, round }: { values: ReadonlyMap<string, readonly string[]>; round: number | null },
): CompareWith {
  if (round === null || query.rounds === 'all') return compare;
  if (typeof compare === 'string' && namesRound({ ...query, by: null })) return compare;
  const segment = othersFilter(query.where)?.segment ?? '';
  const other = comparedQuery(query, compare, values.get(segment) ?? []);
  const { where, voice } = inRound(other, round);
  return { where, voice };
}
