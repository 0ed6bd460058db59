import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRandom, shuffle } from '../../src/ranking/random.ts';
import {
  findSpots,
  dissatisfaction,
  HALVES,
  type Spot,
  suits,
  WAYS,
  type Wish,
} from '../../src/survey/room/best-spot.ts';
import {
  type Home,
  repeatsIn,
  staticRotation,
  travellingRotation,
} from '../../src/survey/room/rotation.ts';
import {
  type Guest,
  measureSeating,
  mixingIndex,
  seatGuests,
} from '../../src/survey/room/seating.ts';

const pick = <T>(from: readonly T[], random: () => number): T =>
  from[Math.floor(random() * from.length)]!;

/** A hall as halls are: people come from few organisations, some say nothing, a few are experts. */
function randomHall(seed: number, most = 60) {
  const random = seededRandom(seed);
  const people = 12 + Math.floor(random() * (most - 12));
  const guests: Guest[] = Array.from({ length: people }, (_, at) => ({
    id: `p${String(at).padStart(3, '0')}`,
    facts: {
      ...(random() < 0.9 && { organisation: `o${Math.floor(random() ** 2 * 8)}` }),
      ...(random() < 0.8 && { discipline: pick(['law', 'data', 'energy', 'health'], random) }),
      ...(random() < 0.9 && { country: pick(['PT', 'ES', 'DE', 'IT', 'NL'], random) }),
      role: pick(['official', 'engineer', 'student'], random),
    },
    isExpert: random() < 0.1,
    fixedTo: null,
  }));
  const tables = Array.from({ length: Math.ceil(people / 6) }, (_, at) => ({ id: `t${at}` }));
  return { guests, tables, random };
}

const sizesOf = (tableOf: ReadonlyMap<string, string | null>, tables: readonly { id: string }[]) =>
  tables.map(({ id }) => [...tableOf.values()].filter((table) => table === id).length);

describe('seating', () => {
  test('S4: in 200 random halls people at a table have less in common than by lot', () => {
    const gains: number[] = [];
    for (let seed = 1; seed <= 200; seed += 1) {
      const { guests, tables, random } = randomHall(seed);
      const seated = seatGuests(guests, tables, { seed });
      const drawn = shuffle(guests.slice(), random);
      const lot = new Map(drawn.map(({ id }, at) => [id, tables[at % tables.length]!.id]));
      const byLot = measureSeating(guests, lot);
      expect(seated.shared).toBeLessThan(byLot.shared);
      expect(seated.mixing).toBeGreaterThan(byLot.mixing!);
      expect(seated.byChance).toBeCloseTo(byLot.byChance, 8);
      const sizes = sizesOf(seated.tableOf, tables);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      const [fewest, most] = seated.experts;
      expect(most - fewest).toBeLessThanOrEqual(1);
      gains.push(seated.mixing! - byLot.mixing!);
    }
    const mean = gains.reduce((sum, gain) => sum + gain, 0) / gains.length;
    expect(mean).toBeGreaterThan(0.2);
  });

  test('S4: what chance would give is the mean over all ways to fill the tables by lot', () => {
    const { guests } = randomHall(5);
    const tables = Array.from({ length: 7 }, (_, at) => `t${at}`);
    const random = seededRandom(9);
    let sum = 0;
    for (let time = 0; time < 4000; time += 1) {
      const drawn = shuffle(guests.slice(), random);
      const lot = new Map(drawn.map(({ id }, at) => [id, tables[at % 7]!] as const));
      sum += measureSeating(guests, lot).shared;
    }
    const lot = new Map(guests.map(({ id }, at) => [id, tables[at % 7]!] as const));
    const { byChance } = measureSeating(guests, lot);
    expect(Math.abs(sum / 4000 / byChance - 1)).toBeLessThan(0.01);
    expect(mixingIndex(0, byChance)).toBe(1);
    expect(mixingIndex(byChance * 2, byChance)).toBe(0);
    expect(mixingIndex(0, 0)).toBeNull();
  });

  test('S4: in small halls nothing is better, as looking at every seating shows', () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const random = seededRandom(seed);
      const tables = [{ id: 'a' }, { id: 'b' }, ...(seed % 2 ? [{ id: 'c' }] : [])];
      const guests: Guest[] = Array.from({ length: 6 + (seed % 3) }, (_, at) => ({
        id: `p${at}`,
        facts: { one: pick(['x', 'y', 'z'], random), two: pick(['u', 'v'], random) },
        isExpert: random() < 0.3,
        fixedTo: random() < 0.15 ? pick(tables, random).id : null,
      }));
      const weights = { one: 1, two: 2 };
      const found = seatGuests(guests, tables, { seed, weights });
      const price = (tableOf: ReadonlyMap<string, string | null>) => {
        const sizes = sizesOf(tableOf, tables);
        const experts = tables.map(
          ({ id }) => guests.filter((g) => g.isExpert && tableOf.get(g.id) === id).length,
        );
        return [
          sizes.reduce((sum, size) => sum + size * size, 0),
          experts.reduce((sum, count) => sum + count * count, 0),
          measureSeating(guests, tableOf, weights).shared,
        ];
      };
      let best: number[] | null = null;
      for (let way = 0; way < tables.length ** guests.length; way += 1) {
        const tableOf = new Map(
          guests.map(({ id }, at) => [
            id,
            tables[Math.floor(way / tables.length ** at) % tables.length]!.id,
          ]),
        );
        if (guests.some(({ id, fixedTo }) => fixedTo && tableOf.get(id) !== fixedTo)) continue;
        const here = price(tableOf);
        const first = best && here.findIndex((part, at) => part !== best![at]);
        if (!best || (first! >= 0 && here[first!]! < best[first!]!)) best = here;
      }
      expect(price(found.tableOf), `seed ${seed}`).toEqual(best);
    }
  });

  test('S4: fixed seats and sizes are kept, and the order of people does not matter', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        const { guests, tables, random } = randomHall(seed, 30);
        const fixed = guests.map((guest) =>
          random() < 0.2 ? { ...guest, fixedTo: pick(tables, random).id } : guest,
        );
        const limits = tables.map(({ id }, at) => ({
          id,
          ...(at === 0 && { max: 3 }),
          ...(at === 1 && { min: 7 }),
        }));
        const seated = seatGuests(fixed, limits, { seed });
        for (const { id, fixedTo } of fixed) {
          if (fixedTo !== null) expect(seated.tableOf.get(id)).toBe(fixedTo);
        }
        const there = fixed.filter(({ fixedTo }) => fixedTo === tables[0]!.id).length;
        expect(sizesOf(seated.tableOf, tables)[0]).toBeLessThanOrEqual(Math.max(3, there));
        const again = seatGuests(shuffle(fixed.slice(), random), limits, { seed });
        expect([...again.tableOf].toSorted()).toEqual([...seated.tableOf].toSorted());
        expect(again.shared).toBe(seated.shared);
      }),
      { numRuns: 25 },
    );
  });

  test('S4: whoever finds no place is told so, and all others sit', () => {
    const { guests } = randomHall(3);
    const seated = seatGuests(
      guests,
      [
        { id: 'a', max: 4 },
        { id: 'b', max: 3 },
      ],
      { seed: 1 },
    );
    expect([...seated.tableOf.values()].filter((table) => table === null)).toHaveLength(
      guests.length - 7,
    );
  });

  test('S4: late-comers get the best place, and nobody else moves', () => {
    for (let seed = 1; seed <= 30; seed += 1) {
      const { guests, tables } = randomHall(seed);
      const early = guests.slice(0, -1);
      const late = guests.at(-1)!;
      const { tableOf } = seatGuests(early, tables, { seed });
      const seated = early.map((guest) => ({ ...guest, fixedTo: tableOf.get(guest.id)! }));
      const after = seatGuests([...seated, late], tables, { seed: seed + 1 });
      for (const { id, fixedTo } of seated) expect(after.tableOf.get(id)).toBe(fixedTo);
      const sizes = sizesOf(tableOf, tables);
      const expertsAt = (table: string) =>
        seated.filter(({ isExpert, fixedTo }) => isExpert && fixedTo === table).length;
      const smallest = tables.filter((_, at) => sizes[at] === Math.min(...sizes));
      const choices = smallest.map(({ id }) => {
        const all = new Map([...tableOf, [late.id, id] as const]);
        const experts = late.isExpert ? expertsAt(id) : 0;
        return experts * 1e6 + measureSeating(guests, all).shared;
      });
      const chosen = smallest.findIndex(({ id }) => id === after.tableOf.get(late.id));
      expect(choices[chosen]).toBe(Math.min(...choices));
    }
  });
});

const hall = (tables: number, travellers: (table: number) => number, hosts = 1): Home[] =>
  Array.from({ length: tables }, (_, table) => ({
    table: `t${table}`,
    hosts: Array.from({ length: hosts }, (_unused, at) => `h${table}.${at}`),
    travellers: Array.from({ length: travellers(table) }, (_unused, at) => `p${table}.${at}`),
  }));

describe('rotation', () => {
  test('S4: who stays put meets the same people in each round', () => {
    const { rounds, repeats } = staticRotation(
      hall(3, () => 3),
      3,
    );
    expect(rounds).toHaveLength(3);
    expect(rounds[2]).toEqual(rounds[0]);
    expect(repeats).toBe(3 * 6 * 2);
  });

  test('S4: hosts stay, everybody has a seat in every round, tables keep their size', () => {
    const sizes = fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 2, maxLength: 9 });
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 5 }), fc.integer(), (of, rounds, seed) => {
        const homes = hall(of.length, (table) => of[table]!);
        const people = homes.flatMap(({ hosts, travellers }) => [...hosts, ...travellers]);
        const plan = travellingRotation(homes, rounds, seed);
        expect(plan.rounds).toHaveLength(rounds);
        for (const seats of plan.rounds) {
          expect([...seats.keys()].toSorted()).toEqual(people.toSorted());
          for (const [place, { table, hosts }] of homes.entries()) {
            for (const host of hosts) expect(seats.get(host)).toBe(table);
            const there = [...seats.values()].filter((at) => at === table).length;
            expect(Math.abs(there - of[place]! - 1)).toBeLessThanOrEqual(1);
          }
        }
        expect(travellingRotation(homes, rounds, seed)).toEqual(plan);
        expect(plan.repeats).toBe(repeatsIn(plan.rounds));
      }),
      { numRuns: 150 },
    );
  });

  test('S4: with a prime number of tables nobody meets anybody twice', () => {
    for (const tables of [2, 3, 5, 7, 11, 13]) {
      const homes = hall(tables, (table) => tables - 1 - (table % 2 && tables > 2 ? 1 : 0));
      const { rounds, repeats } = travellingRotation(homes, tables);
      expect(repeats, `${tables} tables`).toBe(0);
      for (const person of homes.flatMap(({ travellers }) => travellers)) {
        expect(new Set(rounds.map((seats) => seats.get(person))).size).toBe(tables);
      }
    }
  });

  test('S4: with so many tables that steps never come round, nobody meets anybody twice', () => {
    for (const [tables, travellers, rounds] of [
      [12, 5, 3],
      [50, 6, 4],
      [100, 9, 10],
    ] as const) {
      const { repeats } = travellingRotation(
        hall(tables, () => travellers),
        rounds,
      );
      expect(repeats, `${tables} tables`).toBe(0);
    }
  });

  test('S4: else repeats are few: the eight tables of six in three rounds', () => {
    const homes = hall(8, () => 5);
    const { rounds, repeats } = travellingRotation(homes, 3);
    for (const person of homes.flatMap(({ travellers }) => travellers)) {
      expect(new Set(rounds.map((seats) => seats.get(person))).size).toBe(3);
    }
    // Going round in a block, as cafés often do, meets the same ten pairs again at each table.
    const block = 2 * 8 * 10;
    expect(repeats).toBeLessThan(block / 10);
  });
});

const wishes = fc.array(
  fc.record({
    preferences: fc.shuffledSubarray(['a', 'b', 'c'], { minLength: 0 }),
    way: fc.constantFrom(...WAYS),
    half: fc.constantFrom(...HALVES),
  }),
  { maxLength: 6 },
);
const spots = fc.tuple(
  ...['a', 'b', 'c'].map((id) =>
    fc.record({
      id: fc.constant(id),
      way: fc.constantFrom(...WAYS),
      half: fc.constantFrom(...HALVES),
      capacity: fc.integer({ min: 0, max: 3 }),
    }),
  ),
);

/** The most people and then the least dissatisfaction, by looking at every placement. */
function bruteForce(people: readonly Wish[], all: readonly Spot[]): [number, number] {
  let best: [number, number] = [-1, 0];
  for (let way = 0; way < (all.length + 1) ** people.length; way += 1) {
    const chosen = people.map(
      (_, at) => all[Math.floor(way / (all.length + 1) ** at) % (all.length + 1)],
    );
    const isFull = all.some((spot) => chosen.filter((one) => one === spot).length > spot.capacity);
    if (isFull || people.some((wish, at) => chosen[at] && !suits(wish, chosen[at]))) continue;
    const placed = chosen.filter(Boolean).length;
    const sum = people.reduce(
      (total, wish, at) =>
        chosen[at] ? total + dissatisfaction(wish, chosen[at].id, all.length) : total,
      0,
    );
    if (placed > best[0] || (placed === best[0] && sum < best[1])) best = [placed, sum];
  }
  return best;
}

describe('the best spot', () => {
  test('F2: no other placement seats more, nor pleases more, as looking at every one shows', () => {
    fc.assert(
      fc.property(wishes, spots, (asked, all) => {
        const people = asked.map((wish, at) => ({ id: `p${at}`, ...wish }));
        const found = findSpots(people, all);
        const placed = [...found.spotOf.values()].filter((spot) => spot !== null);
        expect([placed.length, found.dissatisfaction]).toEqual(bruteForce(people, all));
        for (const spot of all) {
          const there = placed.filter((id) => id === spot.id).length;
          expect(there).toBeLessThanOrEqual(spot.capacity);
        }
        for (const wish of people) {
          const spot = all.find(({ id }) => id === found.spotOf.get(wish.id));
          if (spot) expect(suits(wish, spot)).toBe(true);
          else expect(found.unplaced.has(wish.id)).toBe(true);
        }
        expect(found.wishes.reduce((sum, count) => sum + count, 0)).toBe(placed.length);
        expect(findSpots(people, all)).toEqual(found);
      }),
      { numRuns: 150 },
    );
  });

  test('F2: says who has no place and why', () => {
    const all: Spot[] = [
      { id: 'a', way: 'on-site', half: 'morning', capacity: 1 },
      { id: 'b', way: 'on-site', half: 'afternoon', capacity: 5 },
    ];
    const person = (id: string, way: Wish['way'], half: Wish['half']) => ({
      id,
      way,
      half,
      preferences: ['a'],
    });
    const { spotOf, unplaced } = findSpots(
      [
        person('ann', 'on-site', 'morning'),
        person('ben', 'online', 'either'),
        person('cat', 'on-site', 'morning'),
        person('dan', 'either', 'either'),
      ],
      all,
    );
    expect(Object.fromEntries(spotOf)).toEqual({ ann: 'a', ben: null, cat: null, dan: 'b' });
    expect(unplaced.get('ben')).toEqual({ why: 'nothing-fits' });
    expect(unplaced.get('cat')).toEqual({ why: 'full', spots: ['a'] });
  });

  test('F2: 300 people are placed in 12 sessions', () => {
    const random = seededRandom(2);
    const ids = Array.from({ length: 12 }, (_, at) => `s${at}`);
    const all: Spot[] = ids.map((id, at) => ({
      id,
      way: WAYS[at % 3]!,
      half: HALVES[at % 2]!,
      capacity: 28,
    }));
    const people: Wish[] = Array.from({ length: 300 }, (_, at) => ({
      id: `p${at}`,
      preferences: shuffle(ids.slice(), random).slice(0, 5),
      way: pick(WAYS, random),
      half: pick(HALVES, random),
    }));
    const { spotOf } = findSpots(people, all);
    expect([...spotOf.values()].filter((spot) => spot !== null).length).toBeGreaterThan(280);
  });
});
