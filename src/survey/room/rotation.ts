import { type Random, seededRandom, shuffle } from '../../ranking/random.ts';

/** Who begins at a table. Hosts stay where they are in every round. */
export interface Home {
  table: string;
  hosts: readonly string[];
  travellers: readonly string[];
}

/** Where everybody sits in each round, the first one first. */
export interface Rotation {
  rounds: ReadonlyMap<string, string>[];
  /** Pairs of people who meet again, counted once for each time after the first. */
  repeats: number;
}

/** So many sweeps over all swaps, and so many swaps looked at, for each round. */
const SWEEPS = 30;
const MOST_LOOKS = 3_000_000;

/** Everybody stays: one table works through all rounds, as in the described World-Café. */
export function staticRotation(homes: readonly Home[], rounds: number): Rotation {
  const seats = homeSeats(homes);
  const all = Array.from({ length: rounds }, () => seats);
  return { rounds: all, repeats: repeatsIn(all) };
}

/**
 * Travellers go to another table in each round, so that people meet again as seldom as possible;
 * hosts stay and tell newcomers what was said.
 *
 * Where it can be done by steps, the i-th traveller of the table h of T sits at
 * `(h + k·(i + 1)) mod T` in round k. Two travellers meet in the rounds k and m only if (k − m) times
 * the difference of their steps is a multiple of T: never for a prime T with fewer than T travellers
 * at a table and at most T rounds, nor for any T above (rounds − 1) times the travellers of a table.
 * Otherwise, and where tables differ by more than one, a search by swaps, deterministic by seed:
 * each table keeps its number of travellers; nobody goes back to a table while another is possible,
 * nor meets somebody again while that can be helped.
 *
 * @param homes tables in their order; each person once
 * @param rounds from 1
 * @example
 * travellingRotation(homes, 3).rounds[1]!.get('ann') // the table of Ann's second round
 */
export function travellingRotation(homes: readonly Home[], rounds: number, seed = 1): Rotation {
  const seats = isStepFree(homes, rounds) ? byStep(homes, rounds) : bySearch(homes, rounds, seed);
  return { rounds: seats, repeats: repeatsIn(seats) };
}

/** How often people meet who have met before, over all pairs. */
export function repeatsIn(rounds: readonly ReadonlyMap<string, string>[]): number {
  const met = new Map<string, number>();
  for (const seats of rounds) {
    const groups = Map.groupBy(seats.keys(), (person) => seats.get(person)!);
    for (const group of groups.values()) {
      const people = group.toSorted();
      people.forEach((one, at) =>
        people.slice(at + 1).forEach((other) => {
          const pair = `${one}\n${other}`;
          met.set(pair, (met.get(pair) ?? 0) + 1);
        }),
      );
    }
  }
  return [...met.values()].reduce((sum, times) => sum + times - 1, 0);
}

function homeSeats(homes: readonly Home[]): Map<string, string> {
  return new Map(
    homes.flatMap(({ table, hosts, travellers }) =>
      [...hosts, ...travellers].map((person): [string, string] => [person, table]),
    ),
  );
}

/** Whether steps of 1, 2, 3 … tables bring nobody back to a table or to somebody they have met. */
function isStepFree(homes: readonly Home[], rounds: number): boolean {
  const sizes = homes.map(({ travellers }) => travellers.length);
  const [least, largest] = [Math.min(...sizes), Math.max(...sizes)];
  if (largest - least > 1) return false;
  for (let step = 1; step <= largest; step += 1) {
    for (let later = 1; later < rounds; later += 1) {
      if ((step * later) % homes.length === 0) return false;
    }
  }
  return true;
}

function byStep(homes: readonly Home[], rounds: number): Map<string, string>[] {
  return Array.from({ length: rounds }, (_, round) => {
    const seats = homeSeats(homes);
    for (const [home, { travellers }] of homes.entries()) {
      for (const [place, person] of travellers.entries()) {
        seats.set(person, homes[(home + round * (place + 1)) % homes.length]!.table);
      }
    }
    return seats;
  });
}

/** To be at a table again weighs as much as to meet its whole table again. */
function bySearch(homes: readonly Home[], rounds: number, seed: number): Map<string, string>[] {
  const random = seededRandom(seed);
  const hosts = homes.flatMap((home, table) => home.hosts.map(() => table));
  const start = homes.flatMap((home, table) => home.travellers.map(() => table));
  const people = [...homes.flatMap((home) => home.hosts), ...homes.flatMap((h) => h.travellers)];
  const met = people.map(() => new Uint16Array(people.length));
  const been = people.map(() => new Uint16Array(homes.length));
  const all: Map<string, string>[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const shift = start.map((_, at) => (at % Math.max(1, homes.length - 1)) + 1);
    const seats =
      round === 0 ? [...hosts, ...start] : [...hosts, ...refill(start, shift, round, homes.length)];
    if (round > 0) settle(seats, hosts.length, met, been, random);
    note(seats, met, been);
    all.push(new Map(people.map((person, at) => [person, homes[seats[at]!]!.table])));
  }
  return all;
}

/** A first guess by steps, put right so that every table keeps its number of travellers. */
function refill(
  start: readonly number[],
  shift: readonly number[],
  round: number,
  tables: number,
): number[] {
  const left = Array.from({ length: tables }, () => 0);
  for (const table of start) left[table]! += 1;
  return start.map((home, at) => {
    let table = (home + round * shift[at]!) % tables;
    while (left[table] === 0) table = (table + 1) % tables;
    left[table]! -= 1;
    return table;
  });
}

/** Swaps travellers until no swap makes a round better. */
function settle(
  seats: number[],
  first: number,
  met: readonly Uint16Array[],
  been: readonly Uint16Array[],
  random: Random,
): void {
  const people = seats.length;
  // By person and table: what it costs to sit with those who are there.
  const cost = been.map((row) => Float64Array.from(row, (times) => times * people));
  for (const [one, row] of met.entries()) {
    for (const [other, times] of row.entries()) cost[one]![seats[other]!]! += times;
  }
  const order = shuffle(
    Array.from({ length: people - first }, (_, at) => first + at),
    random,
  );
  let looks = 0;
  for (let sweep = 0, helped = true; helped && sweep < SWEEPS; sweep += 1) {
    helped = false;
    for (const one of order) {
      if (looks >= MOST_LOOKS) return;
      looks += order.length;
      for (const other of order) {
        const [here, there] = [seats[one]!, seats[other]!];
        if (here === there) continue;
        const now = cost[one]![here]! + cost[other]![there]!;
        const then = cost[one]![there]! + cost[other]![here]! - 2 * met[one]![other]!;
        if (then >= now) continue;
        [seats[one], seats[other]] = [there, here];
        for (let person = 0; person < people; person += 1) {
          const change = met[person]![other]! - met[person]![one]!;
          cost[person]![here]! += change;
          cost[person]![there]! -= change;
        }
        helped = true;
      }
    }
  }
}

function note(
  seats: readonly number[],
  met: readonly Uint16Array[],
  been: readonly Uint16Array[],
): void {
  for (const [one, table] of seats.entries()) {
    been[one]![table]! += 1;
    for (const [other, at] of seats.entries()) {
      if (other !== one && at === table) met[one]![other]! += 1;
    }
  }
}
