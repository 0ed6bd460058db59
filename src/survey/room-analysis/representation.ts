import { seededRandom, shuffle } from '../../ranking/random.ts';
import { pairSigns, signDistance } from '../../ranking/ranking-distance.ts';
import type { Ranking, UnrankedMode } from '../../ranking/ranking.ts';
import { PERSON_MARKS, type PersonMark } from '../room/room-rights.ts';
import { byTable, type SeatedBallot, tableKey, tableOf } from './room-ballot.ts';

/** Why a table's figures are not shown. */
export type TableHeld = 'too-few' | 'no-ranking';

/** How well one table's ranking stands for its members. Distances are shares of pairs, 0..1. */
export interface TableRepresentation {
  event: string | null;
  table: string;
  /** Members who answered; null where that is held back. */
  n: number | null;
  held: TableHeld | null;
  /** From the members' own orders to their table's ranking, on average. */
  own: number | null;
  /** To the rankings of the other tables, on average: the yardstick. */
  others: number | null;
  /** Share of the members who are nearer to their own table than to the others on average. */
  nearer: number | null;
}

/** Whether tables stand for those who sat at them, over the tables that are shown. */
export interface Representation {
  tables: TableRepresentation[];
  /** Null where no table can be shown. */
  overall: {
    n: number;
    own: number;
    others: number;
    nearer: number;
    /** Chance of a mean distance as small if seats had been dealt at random. */
    pValue: number;
    replicates: number;
    seed: number;
  } | null;
  /** Whose view prevailed: mean distance to the own table by what people came as. */
  marks: { mark: PersonMark; n: number; own: number }[];
  /** Marks are held back: one of them has too few people. */
  marksHeld: boolean;
}

interface Options {
  mode: UnrankedMode;
  minCell: number;
  replicates?: number;
  seed?: number;
}

/**
 * Compares people's own orders with what their table ranked. Only tables with at least `minCell`
 * members who answered are shown, and only they count in the averages, so that no smaller table can
 * be had by subtraction. Where what is left out says nothing, only members count whose order has two
 * items in common with each table shown.
 *
 * @param tables what tables ranked, by `tableKey`
 * @example
 * representation(12, membersIn(ballots, 1), tableRankings(ballots, 1), { mode: 'bottom', minCell: 5 })
 */
export function representation(
  m: number,
  members: readonly SeatedBallot[],
  tables: ReadonlyMap<string, Ranking>,
  { mode, minCell, replicates = 1999, seed = 1 }: Options,
): Representation {
  const groups = Map.groupBy(members, tableKey);
  const keys = [...new Set([...groups.keys(), ...tables.keys()])].toSorted(byTable);
  const enough = keys.filter((key) => tables.has(key) && (groups.get(key)?.length ?? 0) >= minCell);
  const { shown, seats } = comparedSeats(m, enough, { groups, tables, mode, minCell });
  const rows = keys.map((key): TableRepresentation => {
    const at = shown.indexOf(key);
    const n = groups.get(key)?.length ?? 0;
    const held = at >= 0 ? null : tables.has(key) || n < minCell ? 'too-few' : 'no-ranking';
    const mine = seats.filter(({ own }) => own === at);
    const isShown = held === null;
    return {
      ...tableOf(key),
      n: held === 'too-few' ? null : n,
      held,
      own: isShown ? meanOf(mine.map(ownDistance)) : null,
      others: isShown && shown.length > 1 ? meanOf(mine.map(otherDistance)) : null,
      nearer: isShown && shown.length > 1 ? meanOf(mine.map(isNearer)) : null,
    };
  });
  const byMark = Map.groupBy(seats, ({ mark }) => mark);
  const marks = PERSON_MARKS.flatMap((mark) => {
    const group = byMark.get(mark);
    return group ? [{ mark, n: group.length, own: meanOf(group.map(ownDistance)) }] : [];
  });
  const marksHeld = marks.some(({ n }) => n < minCell);
  return {
    tables: rows,
    overall: shown.length > 1 && seats.length > 0 ? overallOf(seats, { replicates, seed }) : null,
    marks: marksHeld || marks.length < 2 ? [] : marks,
    marksHeld: marksHeld && marks.length > 1,
  };
}

/**
 * The members of the tables that can be shown, with their distances to each of these. While there is
 * a table with too few members who can be compared, the ranking that the fewest members of all
 * tables can be compared with is left out.
 */
function comparedSeats(
  m: number,
  enough: readonly string[],
  of: {
    groups: ReadonlyMap<string, readonly SeatedBallot[]>;
    tables: ReadonlyMap<string, Ranking>;
    mode: UnrankedMode;
    minCell: number;
  },
): { shown: readonly string[]; seats: (SeatDistances & { mark: PersonMark })[] } {
  const signs = enough.map((key) => pairSigns(m, of.tables.get(key)!, of.mode));
  const missed = enough.map(() => 0);
  const seats = enough.flatMap((key, own) =>
    of.groups.get(key)!.flatMap(({ ranking, mark }) => {
      const said = pairSigns(m, ranking, of.mode);
      const distances = signs.map((table) => signDistance(said, table));
      for (const [table, distance] of distances.entries()) {
        if (distance === null) missed[table]!++;
      }
      if (distances.includes(null)) return [];
      return [{ own, mark, distances: distances as number[] }];
    }),
  );
  const isFew = (table: number) => seats.filter(({ own }) => own === table).length < of.minCell;
  if (!enough.some((_, table) => isFew(table))) return { shown: enough, seats };
  const least = missed.indexOf(Math.max(...missed));
  const left = enough.filter((_, table) => table !== least);
  return comparedSeats(m, left, of);
}

interface SeatDistances {
  own: number;
  distances: number[];
}

const ownDistance = ({ own, distances }: SeatDistances): number => distances[own]!;

function otherDistance({ own, distances }: SeatDistances): number {
  return meanOf(distances.filter((_, table) => table !== own));
}

/** 1, or a half where both are as far. */
function isNearer(seat: SeatDistances): number {
  const difference = otherDistance(seat) - ownDistance(seat);
  return Math.abs(difference) < 1e-12 ? 0.5 : Number(difference > 0);
}

/** The averages, and how often seats dealt at random would bring people as near to their table. */
function overallOf(
  seats: readonly SeatDistances[],
  { replicates, seed }: { replicates: number; seed: number },
): Representation['overall'] {
  const observed = meanOf(seats.map(ownDistance));
  const dealt = seats.map(({ own }) => own);
  const random = seededRandom(seed);
  let asNear = 0;
  for (let replicate = 0; replicate < replicates; replicate += 1) {
    shuffle(dealt, random);
    const mean = meanOf(seats.map(({ distances }, k) => distances[dealt[k]!]!));
    if (mean <= observed + 1e-12) asNear += 1;
  }
  return {
    n: seats.length,
    own: observed,
    others: meanOf(seats.map(otherDistance)),
    nearer: meanOf(seats.map(isNearer)),
    pValue: (1 + asNear) / (1 + replicates),
    replicates,
    seed,
  };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
