/** Where somebody can take part: in the hall, from elsewhere, or both. */
export const WAYS = ['on-site', 'online', 'either'] as const;
export type Way = (typeof WAYS)[number];

/** When somebody has time, and when a session is. */
export const HALVES = ['morning', 'afternoon', 'either'] as const;
export type Half = (typeof HALVES)[number];

/** What somebody would like, the best first. */
export interface Wish {
  id: string;
  preferences: readonly string[];
  way: Way;
  half: Half;
}

/** A session with so many places; a half of `either` is one that lasts all day. */
export interface Spot {
  id: string;
  way: Way;
  half: Half;
  capacity: number;
}

/** Why somebody has no place: nothing suits them, or all that suits them is taken. */
export type Unplaced = { why: 'nothing-fits' } | { why: 'full'; spots: string[] };

export interface Placement {
  /** The session of each person; null for whom none has a place. */
  spotOf: ReadonlyMap<string, string | null>;
  unplaced: ReadonlyMap<string, Unplaced>;
  /** The sum of everybody's dissatisfaction. */
  dissatisfaction: number;
  /** How many got their first wish, their second …; the last is what nobody asked for. */
  wishes: number[];
}

/** Whether a session suits somebody's way of taking part and their half of the day. */
export function suits({ way, half }: Omit<Wish, 'id' | 'preferences'>, spot: Spot): boolean {
  const isThere = way === 'either' || spot.way === 'either' || way === spot.way;
  return isThere && (half === 'either' || half === spot.half);
}

/**
 * How little a session is what somebody asked for: 0 for their first wish, 1 for their second;
 * for what they did not name, as much as there are sessions.
 */
export function dissatisfaction({ preferences }: Wish, spot: string, spots: number): number {
  const place = preferences.indexOf(spot);
  return place < 0 ? Math.max(spots, preferences.length) : place;
}

/**
 * Places everybody who can be placed, with the least sum of dissatisfaction that is possible then.
 * Exact: one person after another comes in along a shortest augmenting path (successive shortest
 * paths: Ahuja, Magnanti and Orlin, Network Flows, 1993, §9.7), on a graph whose nodes are the
 * sessions. Of placements that are as good, the same input always gives the same one. About
 * people × sessions² × (people + sessions) steps at most.
 *
 * @param wishes in the order in which people came
 * @param spots capacities are whole numbers from 0
 * @example
 * findSpots([{ id: 'ann', preferences: ['b', 'a'], way: 'either', half: 'either' }], spots)
 *   .spotOf.get('ann') // 'b'
 */
export function findSpots(wishes: readonly Wish[], spots: readonly Spot[]): Placement {
  const without = spots.length;
  // To be left out is worse than all that others could gain by it.
  const left = (wishes.length + 1) * (Math.max(spots.length, ...wishes.map(most)) + 1);
  const costs = wishes.map((wish) => [
    ...spots.map((spot) =>
      suits(wish, spot) ? dissatisfaction(wish, spot.id, spots.length) : Infinity,
    ),
    left,
  ]);
  const room = [...spots.map(({ capacity }) => capacity), Infinity];
  const inside: number[][] = room.map(() => []);
  for (const person of wishes.keys()) bringIn(person, costs, room, inside);
  const placed = new Map<number, number>();
  inside.forEach((people, spot) => people.forEach((person) => placed.set(person, spot)));
  const unplaced = new Map<string, Unplaced>();
  const counts = Array.from({ length: Math.max(0, ...wishes.map(most)) + 1 }, () => 0);
  let sum = 0;
  const spotOf = new Map(
    wishes.map((wish, person) => {
      const spot = placed.get(person)!;
      if (spot === without) {
        const fit = spots.filter((one) => suits(wish, one)).map(({ id }) => id);
        unplaced.set(
          wish.id,
          fit.length === 0 ? { why: 'nothing-fits' } : { why: 'full', spots: fit },
        );
        return [wish.id, null] as const;
      }
      const { id } = spots[spot]!;
      const place = wish.preferences.indexOf(id);
      counts[place < 0 ? counts.length - 1 : place]! += 1;
      sum += costs[person]![spot]!;
      return [wish.id, id] as const;
    }),
  );
  return { spotOf, unplaced, dissatisfaction: sum, wishes: counts };
}

function most({ preferences }: Wish): number {
  return preferences.length;
}

/**
 * Finds the cheapest chain: the newcomer takes a place, whoever gives it up takes another one, until
 * one is free. Bellman and Ford, as giving up a place can cost less than nothing.
 */
function bringIn(
  person: number,
  costs: readonly number[][],
  room: readonly number[],
  inside: number[][],
): void {
  const distance = [...costs[person]!];
  const before: { spot: number; mover: number }[] = distance.map(() => ({
    spot: -1,
    mover: person,
  }));
  const steps = inside.map((people, from) =>
    room.map((_, to) => {
      let cheapest = { cost: Infinity, mover: -1 };
      for (const mover of people) {
        const cost = costs[mover]![to]! - costs[mover]![from]!;
        if (cost < cheapest.cost) cheapest = { cost, mover };
      }
      return cheapest;
    }),
  );
  for (let shorter = true; shorter;) {
    shorter = false;
    for (const [from, row] of steps.entries()) {
      for (const [to, { cost, mover }] of row.entries()) {
        if (from === to || distance[from]! + cost >= distance[to]!) continue;
        distance[to] = distance[from]! + cost;
        before[to] = { spot: from, mover };
        shorter = true;
      }
    }
  }
  let spot = -1;
  for (const [to, length] of distance.entries()) {
    const isFree = inside[to]!.length < room[to]!;
    if (isFree && (spot < 0 || length < distance[spot]!)) spot = to;
  }
  while (spot >= 0) {
    const { spot: from, mover } = before[spot]!;
    inside[spot]!.push(mover);
    if (from >= 0) inside[from]!.splice(inside[from]!.indexOf(mover), 1);
    spot = from;
  }
}
