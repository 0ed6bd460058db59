/**
 * Mean ranks by hand, for tests to hold the product's figures against: the place in each ranking,
 * and for what a ranking leaves out the middle of the places that are left.
 *
 * @param rankings ids, best first
 * @param items every id
 * @example
 * meanRanks([['a'], ['b', 'a']], ['a', 'b', 'c']).get('a') // (1 + 2) / 2
 */
export function meanRanks(
  rankings: readonly (readonly string[])[],
  items: readonly string[],
): Map<string, number> {
  return new Map(
    items.map((item) => {
      const places = rankings.map((ranking) => {
        const place = ranking.indexOf(item) + 1;
        return place || (ranking.length + 1 + items.length) / 2;
      });
      return [item, places.reduce((sum, place) => sum + place, 0) / rankings.length];
    }),
  );
}
