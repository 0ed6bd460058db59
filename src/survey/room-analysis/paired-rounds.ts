import { quantileSorted } from 'simple-statistics';
import { signedRank } from '../../needs/signed-rank.ts';
import { doubledMidRanks } from '../../ranking/mid-ranks.ts';
import { holm } from '../../ranking/multiple-tests.ts';
import { orderDistance } from '../../ranking/order-distance.ts';
import { seededRandom } from '../../ranking/random.ts';
import { rankingDistance } from '../../ranking/ranking-distance.ts';
import type { Ranking, UnrankedMode } from '../../ranking/ranking.ts';
import { jointOrder } from './joint-order.ts';
import { type RoomBallot, tableKey, tableRankings } from './room-ballot.ts';
import { type StopRule, stopVerdict } from './stop-rule.ts';
import { agreement } from './table-agreement.ts';

/** How one item moved between two rounds. */
export interface ItemMovement {
  placeBefore: number;
  placeAfter: number;
  /** Null where single answers could be had by subtraction. */
  meanBefore: number | null;
  meanAfter: number | null;
  /** Wilcoxon's signed-rank test on each person's two ranks, corrected by Holm for all items. */
  adjustedPValue: number | null;
  /** Whether the corrected p-value is at most .05. */
  isCertain: boolean;
}

/** Two rounds of the same people. */
export interface PairedRounds {
  before: number;
  after: number;
  /** People present in both rounds: only they count. */
  n: number;
  /** Present in the first of the two rounds only, and in the second only. */
  leavers: number;
  newcomers: number;
  held: 'too-few' | null;
  /**
   * Those left out (leavers, newcomers, people of other rounds and events) are so few that exact
   * figures would give them away: places are told, W in tenths, distances in hundredths.
   */
  isCoarse: boolean;
  items: ItemMovement[];
  agreement: {
    before: number | null;
    after: number | null;
    /** 95 % of the paired bootstrap of the change, whole tables resampled where people sat. */
    change: [number, number] | null;
  } | null;
  /** Tau-x of the two orders of all, and mean tau-x of a person's two ballots. */
  stability: { tauX: number | null; ownTauX: number | null } | null;
  /** Mean distance to what one's table had ranked in the first of the rounds, before and after. */
  towardsTable: { n: number; tables: number; before: number; after: number; pValue: number } | null;
  stop: ReturnType<typeof stopVerdict>;
}

interface Options {
  mode: UnrankedMode;
  minCell: number;
  rule?: StopRule;
  /** All individual answers to the question by round, in this event or not. */
  answers?: ReadonlyMap<number, number>;
  replicates?: number;
  seed?: number;
}

/**
 * Each round beside the one before it, by people who are known to be the same. Empty where no
 * person answered in two rounds.
 *
 * @example
 * pairedRounds(12, ballots, { mode: 'bottom', minCell: 5 })[0]?.leavers
 */
export function pairedRounds(
  m: number,
  ballots: readonly RoomBallot[],
  options: Options,
): PairedRounds[] {
  const rounds = Map.groupBy(
    ballots.filter(({ voice, person }) => voice === 'individual' && person !== null),
    ({ round }) => round,
  );
  const order = [...rounds.keys()].toSorted((a, b) => a - b);
  const two = order.slice(1).map((after, at): TwoRounds => {
    const before = order[at]!;
    const people = [before, after].map(
      (round) => new Map(rounds.get(round)!.map((ballot) => [personKey(ballot), ballot])),
    ) as TwoRounds['people'];
    return { before, after, people, tables: tableRankings(ballots, before) };
  });
  return two.map((one) => {
    const isCoarse = couldBeSubtracted(one, { two, ballots, ...options });
    return compareRounds(m, one, { ...options, isCoarse });
  });
}

/** Who is in both of two rounds. */
function inBoth({ people: [first, second] }: TwoRounds): string[] {
  return [...first.keys()].filter((key) => second.has(key));
}

/**
 * Whether figures of those in both rounds, taken from other figures that are shown, would leave
 * somebody but fewer than `minCell`: of all answers in a round, of all in the event, of the people
 * of another pair of rounds, or of one of several events.
 */
function couldBeSubtracted(
  one: TwoRounds,
  {
    two,
    ballots,
    answers,
    minCell,
  }: Pick<Options, 'answers' | 'minCell'> & {
    two: readonly TwoRounds[];
    ballots: readonly RoomBallot[];
  },
): boolean {
  const paired = new Set(inBoth(one));
  const people = ballots.filter(({ voice }) => voice === 'individual');
  const rest = [one.before, one.after].flatMap((round) => [
    people.filter((ballot) => ballot.round === round).length - paired.size,
    ...(answers?.has(round) ? [answers.get(round)! - paired.size] : []),
  ]);
  const others = two.flatMap((other) => {
    const keys = inBoth(other);
    const shared = keys.filter((key) => paired.has(key)).length;
    return [keys.length - shared, paired.size - shared];
  });
  const events = Map.groupBy(
    [...paired].map((key) => one.people[0].get(key)!),
    ({ event }) => event,
  );
  const parts = events.size > 1 ? [...events.values()].map(({ length }) => length) : [];
  const gone = one.people.map(({ size }) => size - paired.size);
  return [...rest, ...others, ...parts, ...gone].some((count) => count > 0 && count < minCell);
}

/** A person's number is theirs within an event. */
function personKey({ event, person }: RoomBallot): string {
  return JSON.stringify([event, person]);
}

interface TwoRounds {
  before: number;
  after: number;
  people: [Map<string, RoomBallot>, Map<string, RoomBallot>];
  tables: ReadonlyMap<string, Ranking>;
}

type Pair = readonly [RoomBallot, RoomBallot];

function compareRounds(
  m: number,
  { before, after, people, tables }: TwoRounds,
  { mode, minCell, rule, isCoarse, replicates = 300, seed = 1 }: Options & { isCoarse: boolean },
): PairedRounds {
  const [first, second] = people;
  const pairs = [...first].flatMap(([key, ballot]): Pair[] => {
    const again = second.get(key);
    return again ? [[ballot, again]] : [];
  });
  const n = pairs.length;
  const [leavers, newcomers] = [first.size - n, second.size - n];
  const empty = { before, after, n, leavers, newcomers, isCoarse };
  if (n < minCell) {
    const none = { agreement: null, stability: null, towardsTable: null, stop: null };
    return { ...empty, held: 'too-few', items: [], ...none };
  }
  const [was, is] = ([0, 1] as const).map((k) =>
    jointOrder(
      m,
      pairs.map((pair) => pair[k].ranking),
      mode,
    ),
  ) as [ReturnType<typeof jointOrder>, ReturnType<typeof jointOrder>];
  const [wBefore, wAfter] = ([0, 1] as const).map(
    (k) =>
      agreement(
        m,
        pairs.map((pair) => pair[k].ranking),
        mode,
      ).kendallW,
  ) as [number | null, number | null];
  const { tauX } = orderDistance(was.places, is.places);
  const told = (w: number | null) => (w !== null && isCoarse ? Math.round(w * 10) / 10 : w);
  return {
    ...empty,
    held: null,
    items: movements(m, pairs, { was, is, mode, isCoarse }),
    agreement: {
      before: told(wBefore),
      after: told(wAfter),
      change: isCoarse ? null : changeOfW(m, pairs, mode, { replicates, seed }),
    },
    stability: {
      tauX,
      ownTauX: meanOf(
        pairs.flatMap(([a, b]) => {
          const distance = rankingDistance(m, a.ranking, b.ranking, mode);
          return distance === null ? [] : [1 - 2 * distance];
        }),
      ),
    },
    towardsTable: towardsTable(m, pairs, tables, { mode, minCell, isCoarse }),
    stop: stopVerdict({ wBefore, wAfter, tauX, round: after }, rule),
  };
}

/** A test per item of how each person's rank of it changed. */
function movements(
  m: number,
  pairs: readonly Pair[],
  of: {
    was: ReturnType<typeof jointOrder>;
    is: ReturnType<typeof jointOrder>;
    mode: UnrankedMode;
    isCoarse: boolean;
  },
): ItemMovement[] {
  const { was, is, mode, isCoarse } = of;
  const counts = Array.from({ length: m }, () => new Map<number, number>());
  for (const [a, b] of pairs) {
    const [ranksA, ranksB] = [doubledMidRanks(m, a.ranking), doubledMidRanks(m, b.ranking)];
    const [inA, inB] = [new Set(a.ranking.flat()), new Set(b.ranking.flat())];
    for (const [item, count] of counts.entries()) {
      if (mode === 'ignore' && !(inA.has(item) && inB.has(item))) continue;
      const difference = ranksB[item]! - ranksA[item]!;
      count.set(difference, (count.get(difference) ?? 0) + 1);
    }
  }
  const adjusted = holm(counts.map((count) => signedRank(count)?.pValue ?? 1));
  return counts.map((_, item) => ({
    placeBefore: was.places[item]!,
    placeAfter: is.places[item]!,
    meanBefore: isCoarse ? null : was.meanRank[item]!,
    meanAfter: isCoarse ? null : is.meanRank[item]!,
    adjustedPValue: isCoarse ? null : adjusted[item]!,
    isCertain: adjusted[item]! <= 0.05,
  }));
}

/** People of one table move together, so tables are drawn; people without one are drawn alone. */
function changeOfW(
  m: number,
  pairs: readonly Pair[],
  mode: UnrankedMode,
  { replicates, seed }: { replicates: number; seed: number },
): [number, number] | null {
  const units = unitsOf(pairs);
  if (units.length < 2) return null;
  const random = seededRandom(seed);
  const changes: number[] = [];
  for (let replicate = 0; replicate < replicates; replicate += 1) {
    const drawn = units.flatMap(() => units[Math.floor(random() * units.length)]!);
    const [a, b] = ([0, 1] as const).map(
      (k) =>
        agreement(
          m,
          drawn.map((pair) => pair[k].ranking),
          mode,
        ).kendallW,
    );
    if (typeof a === 'number' && typeof b === 'number') changes.push(b - a);
  }
  if (changes.length === 0) return null;
  changes.sort((a, b) => a - b);
  return [quantileSorted(changes, 0.025), quantileSorted(changes, 0.975)];
}

function unitsOf(pairs: readonly Pair[]): Pair[][] {
  return [
    ...Map.groupBy(pairs, ([ballot]) =>
      ballot.table === null ? `person ${personKey(ballot)}` : tableKey(ballot),
    ).values(),
  ];
}

/** Tested by tables: one difference per table. */
function towardsTable(
  m: number,
  pairs: readonly Pair[],
  tables: ReadonlyMap<string, Ranking>,
  { mode, minCell, isCoarse }: { mode: UnrankedMode; minCell: number; isCoarse: boolean },
): PairedRounds['towardsTable'] {
  const seated = pairs.flatMap(([a, b]) => {
    const table = a.table === null ? undefined : tables.get(tableKey(a));
    if (!table) return [];
    const before = rankingDistance(m, a.ranking, table, mode);
    const after = rankingDistance(m, b.ranking, table, mode);
    return before === null || after === null ? [] : [{ key: tableKey(a), before, after }];
  });
  if (seated.length < minCell) return null;
  const told = (value: number) => (isCoarse ? Math.round(value * 100) / 100 : value);
  const counts = new Map<number, number>();
  const groups = Map.groupBy(seated, ({ key }) => key);
  for (const group of groups.values()) {
    const change = meanOf(group.map(({ before, after }) => after - before))!;
    const rounded = Math.round(change * 1e9) / 1e9;
    counts.set(rounded, (counts.get(rounded) ?? 0) + 1);
  }
  return {
    n: seated.length,
    tables: groups.size,
    before: told(meanOf(seated.map(({ before }) => before))!),
    after: told(meanOf(seated.map(({ after }) => after))!),
    pValue: signedRank(counts)?.pValue ?? 1,
  };
}

function meanOf(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
