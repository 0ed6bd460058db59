/** Somebody who looks for a place: sessions by their number, the best first. */
export interface Seeker {
  wishes: readonly number[];
  way: 'either' | 'on-site' | 'online';
  half: 'either' | 'morning' | 'afternoon';
}

/** A session with its places. */
export interface Offer {
  way: 'either' | 'on-site' | 'online';
  half: 'morning' | 'afternoon';
  capacity: number;
}

/**
 * How many can be placed at best, and the least sum of dissatisfaction then, by looking at every
 * way to use up the places: 0 for a first wish, 1 for a second, as much as there are sessions for
 * one that was not named. Only for a handful of sessions.
 *
 * @example
 * leastDissatisfaction(seekers, offers) // { placed: 15, sum: 9 }
 */
export function leastDissatisfaction(
  seekers: readonly Seeker[],
  offers: readonly Offer[],
): { placed: number; sum: number } {
  let reached = new Map([[offers.map(() => 0).join(), { placed: 0, sum: 0 }]]);
  for (const seeker of seekers) {
    const next = new Map<string, { placed: number; sum: number }>();
    const keep = (used: readonly number[], placed: number, sum: number) => {
      const key = used.join();
      const known = next.get(key);
      const isBetter =
        !known || placed > known.placed || (placed === known.placed && sum < known.sum);
      if (isBetter) next.set(key, { placed, sum });
    };
    for (const [key, { placed, sum }] of reached) {
      const used = key.split(',').map(Number);
      keep(used, placed, sum);
      for (const [at, offer] of offers.entries()) {
        if (used[at]! >= offer.capacity || !fits(seeker, offer)) continue;
        const wish = seeker.wishes.indexOf(at);
        const cost = wish < 0 ? Math.max(offers.length, seeker.wishes.length) : wish;
        keep(used.with(at, used[at]! + 1), placed + 1, sum + cost);
      }
    }
    reached = next;
  }
  return [...reached.values()].reduce((best, one) =>
    one.placed > best.placed || (one.placed === best.placed && one.sum < best.sum) ? one : best,
  );
}

function fits(seeker: Seeker, { way, half }: Offer): boolean {
  const isThere = seeker.way === 'either' || way === 'either' || seeker.way === way;
  return isThere && (seeker.half === 'either' || seeker.half === half);
}
