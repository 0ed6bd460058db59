import { type Random, seededRandom, shuffle } from '../../ranking/random.ts';

/** Somebody to seat, as seating looks at them. */
export interface Guest {
  id: string;
  /** What they said about themselves, such as `{ role: 'engineer', country: 'PT' }`. */
  facts: Readonly<Record<string, string>>;
  isExpert: boolean;
  /** A table that they keep; null for whoever may sit anywhere. */
  fixedTo: string | null;
}

/** A table with the fewest and the most people that it takes; without them any number. */
export interface Seats {
  id: string;
  min?: number;
  max?: number;
}

/** Who sits where, and how mixed that is. */
export interface Seating {
  /** The table of each guest, by their ids; null for whom no table has a place. */
  tableOf: ReadonlyMap<string, string | null>;
  /** Weighted pairs at one table that have something in common. */
  shared: number;
  /** The same figure, expected of tables of these sizes that are filled by lot. */
  byChance: number;
  /** See `mixingIndex`. */
  mixing: number | null;
  /** Experts at the table with the fewest and with the most of them. */
  experts: [number, number];
}

export interface SeatingOptions {
  /** The same seed gives the same seats. */
  seed: number;
  /** How much a fact counts, 1 where it is not said; 0 leaves it out. */
  weights?: Readonly<Record<string, number>>;
}

/** So many changes are looked at in all, and so many starts made, before the best is taken. */
const MOST_LOOKS = 500_000;
const MOST_STARTS = 60;
const LEAST_GAIN = 1e-9;

/**
 * Seats guests so that people who have something in common sit apart.
 *
 * Objective, in this order: everybody who fits gets a place; fixed seats are kept; tables are as
 * equal in size as their limits and fixed seats allow; experts are spread as evenly as that allows
 * (least sum over tables of pairs of experts); then the least sum, over all pairs at one table and
 * all facts that both have told and share, of the fact's weight. Facts that were not told are
 * shared with nobody.
 *
 * Greedy from an order by lot, then swaps and moves until none helps, from several starts. Exact
 * on small halls (shown by test), a local optimum on large ones. To seat late-comers without moving
 * anybody, fix all who sit. The order of `guests` does not matter.
 *
 * @param tables in the order in which equal places are taken
 * @example
 * seatGuests(guests, [{ id: 'a' }, { id: 'b', max: 4 }], { seed: 1 }).mixing // 0.62
 */
export function seatGuests(
  guests: readonly Guest[],
  tables: readonly Seats[],
  { seed, weights = {} }: SeatingOptions,
): Seating {
  const sorted = guests.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const hall = hallOf(sorted, tables, weights);
  const random = seededRandom(seed);
  let best: { seats: Int32Array; cost: number } | null = null;
  let looks = 0;
  for (let start = 0; start < MOST_STARTS && (start === 0 || looks < MOST_LOOKS); start += 1) {
    const floor = fill(hall, random);
    looks += improve(floor, MOST_LOOKS - looks);
    const cost = costOf(floor);
    if (!best || cost < best.cost - LEAST_GAIN) best = { seats: floor.seats, cost };
  }
  const seats = best!.seats;
  const tableOf = new Map(
    sorted.map(({ id }, guest) => [id, tables[seats[guest]!]?.id ?? null] as const),
  );
  return { tableOf, ...measureSeating(sorted, tableOf, weights) };
}

/** How mixed a seating is, whoever made it. Guests without a table are left out. */
export function measureSeating(
  guests: readonly Guest[],
  tableOf: ReadonlyMap<string, string | null>,
  weights: Readonly<Record<string, number>> = {},
): Omit<Seating, 'tableOf'> {
  const groups = Map.groupBy(
    guests.filter(({ id }) => tableOf.get(id)),
    ({ id }) => tableOf.get(id)!,
  );
  const seated = [...groups.values()].flat();
  const within = [...groups.values()].map((group) => sharedPairs(group, weights));
  const shared = within.reduce((sum, pairs) => sum + pairs, 0);
  const places = [...groups.values()].reduce((sum, { length }) => sum + length * (length - 1), 0);
  const pairs = seated.length * (seated.length - 1);
  const byChance = pairs === 0 ? 0 : (sharedPairs(seated, weights) * places) / pairs;
  const experts = [...groups.values()].map(
    (group) => group.filter(({ isExpert }) => isExpert).length,
  );
  return {
    shared,
    byChance,
    mixing: mixingIndex(shared, byChance),
    experts: [Math.min(...experts, seated.length), Math.max(...experts, 0)],
  };
}

/**
 * How much less people at one table have in common than by chance: 0 for no less, 1 for nothing at
 * all, null where chance would give nothing either.
 *
 * @example
 * mixingIndex(10, 40) // 0.75
 */
export function mixingIndex(shared: number, byChance: number): number | null {
  return byChance <= 0 ? null : Math.max(0, Math.min(1, 1 - shared / byChance));
}

function sharedPairs(group: readonly Guest[], weights: Readonly<Record<string, number>>): number {
  const counts = new Map<string, number>();
  let sum = 0;
  for (const { facts } of group) {
    for (const [fact, value] of Object.entries(facts)) {
      const key = JSON.stringify([fact, value]);
      const before = counts.get(key) ?? 0;
      sum += before * (weights[fact] ?? 1);
      counts.set(key, before + 1);
    }
  }
  return sum;
}

/** Guests and tables as numbers. */
interface Hall {
  /** The table of each guest that is fixed, else -1. */
  fixed: Int32Array;
  /** What each guest has told: the place of each value among all values. */
  told: number[][];
  weight: number[];
  min: number[];
  max: number[];
}

/** Experts count as a value of their own that outweighs all else. */
function hallOf(
  guests: readonly Guest[],
  tables: readonly Seats[],
  weights: Readonly<Record<string, number>>,
): Hall {
  const places = new Map(tables.map(({ id }, place) => [id, place]));
  const values = new Map<string, number>();
  const weight: number[] = [];
  const valueOf = (key: string, worth: number) => {
    const known = values.get(key);
    if (known !== undefined) return known;
    values.set(key, weight.length);
    weight.push(worth);
    return weight.length - 1;
  };
  const told = guests.map(({ facts }) =>
    Object.entries(facts)
      .filter(([fact]) => (weights[fact] ?? 1) > 0)
      .map(([fact, value]) => valueOf(JSON.stringify([fact, value]), weights[fact] ?? 1)),
  );
  const outweighs = 1 + sharedPairs(guests, weights);
  guests.forEach(({ isExpert }, guest) => {
    if (isExpert) told[guest]!.push(valueOf('expert', outweighs));
  });
  return {
    fixed: Int32Array.from(guests, ({ fixedTo }) =>
      fixedTo === null ? -1 : (places.get(fixedTo) ?? -1),
    ),
    told,
    weight,
    min: tables.map(({ min = 0 }) => min),
    max: tables.map(({ max = Infinity }) => max),
  };
}

/** A hall with people in it. */
interface Floor extends Hall {
  seats: Int32Array;
  sizes: number[];
  /** By table, how many there have told each value. */
  counts: Int32Array[];
}

function fill(hall: Hall, random: Random): Floor {
  const { fixed, told, weight, max } = hall;
  const floor: Floor = {
    ...hall,
    seats: new Int32Array(fixed.length).fill(-1),
    sizes: max.map(() => 0),
    counts: max.map(() => new Int32Array(weight.length)),
  };
  const rest: number[] = [];
  fixed.forEach((table, guest) => (table < 0 ? rest.push(guest) : sit(floor, guest, table)));
  shuffle(rest, random);
  // Whoever has much that others have too is the hardest to place, so experts come first.
  const worth = (guest: number) => told[guest]!.reduce((sum, value) => sum + weight[value]!, 0);
  rest.sort((one, other) => worth(other) - worth(one));
  const sizes = targetSizes(floor, rest.length);
  for (const guest of rest) {
    let best = -1;
    let least = Infinity;
    for (let table = 0; table < max.length; table += 1) {
      if (floor.sizes[table]! >= sizes[table]!) continue;
      const cost = costAt(floor, guest, table);
      if (cost < least) [best, least] = [table, cost];
    }
    if (best >= 0) sit(floor, guest, best);
  }
  return floor;
}

/** Each next guest goes where the fewest sit: first up to what a table needs, then up to its most. */
function targetSizes({ sizes, min, max }: Floor, guests: number): number[] {
  const target = [...sizes];
  for (let left = guests; left > 0; left -= 1) {
    let best = -1;
    const rank = (table: number) => [target[table]! >= min[table]! ? 1 : 0, target[table]!];
    for (let table = 0; table < target.length; table += 1) {
      if (target[table]! >= max[table]!) continue;
      if (best < 0) best = table;
      const [one, other] = [rank(table), rank(best)];
      if (one[0]! < other[0]! || (one[0] === other[0] && one[1]! < other[1]!)) best = table;
    }
    if (best < 0) break;
    target[best]! += 1;
  }
  return target;
}

function sit(floor: Floor, guest: number, table: number): void {
  floor.seats[guest] = table;
  floor.sizes[table]! += 1;
  for (const value of floor.told[guest]!) floor.counts[table]![value]! += 1;
}

function rise(floor: Floor, guest: number): void {
  const table = floor.seats[guest]!;
  floor.seats[guest] = -1;
  floor.sizes[table]! -= 1;
  for (const value of floor.told[guest]!) floor.counts[table]![value]! -= 1;
}

/** What a guest who does not sit there would share with those at a table. */
function costAt({ told, counts, weight }: Floor, guest: number, table: number): number {
  let sum = 0;
  for (const value of told[guest]!) sum += counts[table]![value]! * weight[value]!;
  return sum;
}

function costOf({ counts, weight }: Floor): number {
  let sum = 0;
  for (const row of counts) {
    row.forEach((count, value) => (sum += ((count * (count - 1)) / 2) * weight[value]!));
  }
  return sum;
}

/** Swaps and moves that help, until none does. Returns how many it looked at. */
function improve(floor: Floor, most: number): number {
  const free = [...floor.fixed.keys()].filter(
    (guest) => floor.fixed[guest]! < 0 && floor.seats[guest]! >= 0,
  );
  let looks = 0;
  for (let helped = true; helped && looks < most;) {
    helped = false;
    for (const [place, guest] of free.entries()) {
      const from = floor.seats[guest]!;
      rise(floor, guest);
      const here = costAt(floor, guest, from);
      let to = moveFor(floor, guest, from, here);
      looks += floor.sizes.length;
      if (to < 0) {
        for (let next = place + 1; next < free.length; next += 1) {
          const other = free[next]!;
          const there = floor.seats[other]!;
          if (there === from) continue;
          looks += 1;
          rise(floor, other);
          const before = here + costAt(floor, other, there);
          const after = costAt(floor, guest, there) + costAt(floor, other, from);
          if (after < before - LEAST_GAIN) {
            sit(floor, other, from);
            to = there;
            break;
          }
          sit(floor, other, there);
        }
      }
      sit(floor, guest, to < 0 ? from : to);
      helped ||= to >= 0;
      if (looks >= most) break;
    }
  }
  return looks;
}

/** A table that is better for a guest who has just risen and keeps the sizes as equal; else -1. */
function moveFor(floor: Floor, guest: number, from: number, here: number): number {
  const { sizes, min, max } = floor;
  if (sizes[from]! < min[from]!) return -1;
  return sizes.findIndex(
    (size, table) =>
      table !== from &&
      size === sizes[from] &&
      size < max[table]! &&
      costAt(floor, guest, table) < here - LEAST_GAIN,
  );
}
