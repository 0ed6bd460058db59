import { doubledMidRanks } from '../../ranking/mid-ranks.ts';
import type { Ranking, UnrankedMode } from '../../ranking/ranking.ts';

/** One item in the orders of several tables. */
export interface ItemAcross {
  item: number;
  /** By table, 1 the best; tied items share the best place; null where a table left it out. */
  places: (number | null)[];
  /** By table, whether its rank is so many places or more from the room's; false without one. */
  far: boolean[];
  /**
   * How far the tables differ: the standard deviation of their mid-ranks, in places. Null where
   * fewer than two of them say anything.
   */
  spread: number | null;
}

/** From so many places on a table is far from the room. */
export const FAR = 3;

/**
 * The places that a ranking gives, by item: 1 the best, null for what it leaves out.
 *
 * @example
 * placesIn(3, [[2], [0]]) // => [2, null, 1]
 */
export function placesIn(m: number, ranking: Ranking): (number | null)[] {
  const places = Array.from({ length: m }, (): number | null => null);
  let before = 0;
  for (const group of ranking) {
    for (const item of group) places[item] = before + 1;
    before += group.length;
  }
  return places;
}

/**
 * By item, whether a table ranks it so far from the room that one has to talk about it; what the
 * table left out stands tied below its list, unless gaps mean nothing.
 *
 * @param room the room's place of each item; null where it is not known
 * @example
 * farFrom(5, [[4], [0]], { mode: 'bottom', room: [1, 2, 3, 4, 5] })[4] // => true
 */
export function farFrom(
  m: number,
  ranking: Ranking,
  { mode, room }: { mode: UnrankedMode; room: readonly number[] | null },
): boolean[] {
  const ranked = new Set(ranking.flat());
  return doubledMidRanks(m, ranking).map((rank, item) => {
    const isKnown = room !== null && (mode === 'bottom' || ranked.has(item));
    return isKnown && Math.abs(rank / 2 - room[item]!) >= FAR;
  });
}

/**
 * Items by how far tables differ about them, the widest disagreement first. Every item of every
 * table counts: what a table left out stands tied below its list, unless gaps mean nothing.
 *
 * @param rankings of the tables, one vote each
 * @param room the room's place of each item, which decides between equal spreads
 * @example
 * tablesAbreast(2, [[[0], [1]], [[1], [0]]], { mode: 'bottom', room: null })[0]?.spread // => 0.5
 */
export function tablesAbreast(
  m: number,
  rankings: readonly Ranking[],
  { mode, room }: { mode: UnrankedMode; room: readonly number[] | null },
): ItemAcross[] {
  const places = rankings.map((ranking) => placesIn(m, ranking));
  const ranks = rankings.map((ranking) => doubledMidRanks(m, ranking));
  const far = rankings.map((ranking) => farFrom(m, ranking, { mode, room }));
  const items = Array.from({ length: m }, (_, item): ItemAcross => {
    const own = ranks.flatMap((of, table) =>
      mode === 'ignore' && places[table]![item] === null ? [] : [of[item]! / 2],
    );
    return {
      item,
      places: places.map((of) => of[item]!),
      far: far.map((of) => of[item]!),
      spread: spreadOf(own),
    };
  });
  const at = (item: number) => room?.[item] ?? 0;
  return items.toSorted(
    (a, b) => (b.spread ?? -1) - (a.spread ?? -1) || at(a.item) - at(b.item) || a.item - b.item,
  );
}

/**
 * Rows in the order in which they were first shown, so that nobody loses the one they look at while
 * orders change; what was not shown then comes after them.
 *
 * @example
 * inKeptOrder([{ id: 'a' }, { id: 'b' }], ['b', 'gone']) // => [{ id: 'b' }, { id: 'a' }]
 */
export function inKeptOrder<Row extends { id: string }>(
  rows: readonly Row[],
  kept: readonly string[] | null,
): Row[] {
  if (kept === null) return [...rows];
  const at = new Map(kept.map((id, index) => [id, index]));
  return rows.toSorted((a, b) => (at.get(a.id) ?? kept.length) - (at.get(b.id) ?? kept.length));
}

function spreadOf(values: readonly number[]): number | null {
  if (values.length < 2) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares / values.length);
}
