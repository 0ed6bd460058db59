import type { Ranking } from '../../ranking/ranking.ts';
import type { PersonMark } from '../room/room-rights.ts';

/** One ranking from a room, of a person or of a table, and where it comes from. */
export interface RoomBallot {
  voice: 'individual' | 'table';
  event: string | null;
  /** The table at which a person sat, or that answers. */
  table: string | null;
  round: number;
  /** What a person came as; those without a seat are the audience. */
  mark: PersonMark;
  /** The same in every round of an event; null for answers from outside a room. */
  person: string | null;
  ranking: Ranking;
}

/** A ballot that has a table. */
export type SeatedBallot = RoomBallot & { table: string };

/**
 * Names a table across events: two events may both have a "Table 1".
 *
 * @example
 * tableKey({ event: 'Lisbon', table: 'Table 1' }) // '["Lisbon","Table 1"]'
 */
export function tableKey({ event, table }: Pick<RoomBallot, 'event' | 'table'>): string {
  return JSON.stringify([event, table]);
}

/** What a key made by `tableKey` names. */
export function tableOf(key: string): { event: string | null; table: string } {
  const [event, table] = JSON.parse(key) as [string | null, string];
  return { event, table };
}

/** The rankings of people at tables in one round, never those of tables. */
export function membersIn(ballots: readonly RoomBallot[], round: number): SeatedBallot[] {
  return ballots.filter(
    (ballot): ballot is SeatedBallot =>
      ballot.voice === 'individual' && ballot.round === round && ballot.table !== null,
  );
}

/** What each table ranked by the end of a round: its latest ranking up to then, by `tableKey`. */
export function tableRankings(ballots: readonly RoomBallot[], round: number): Map<string, Ranking> {
  const latest = new Map<string, RoomBallot>();
  for (const ballot of ballots) {
    if (ballot.voice !== 'table' || ballot.table === null || ballot.round > round) continue;
    const key = tableKey(ballot);
    if ((latest.get(key)?.round ?? 0) <= ballot.round) latest.set(key, ballot);
  }
  return new Map([...latest].map(([key, { ranking }]) => [key, ranking]));
}

/**
 * The ballots that may be shown while people still answer: at each table and in each round as many
 * whole steps of `minCell` as there are, in the order given (the order in which they came), so that
 * no single late answer can be read off. What tables say is all there.
 *
 * @example
 * inSteps(sevenOfOneTable, 5).length // 5
 */
export function inSteps(ballots: readonly RoomBallot[], minCell: number): RoomBallot[] {
  const groups = Map.groupBy(
    ballots.filter(({ voice }) => voice === 'individual'),
    (ballot) => `${tableKey(ballot)} ${ballot.round}`,
  );
  const shown = new Set(
    [...groups.values()].flatMap((group) =>
      group.slice(0, Math.floor(group.length / minCell) * minCell),
    ),
  );
  return ballots.filter((ballot) => ballot.voice === 'table' || shown.has(ballot));
}

const collator = new Intl.Collator('en', { numeric: true });

/** Keys of tables by event and then by name, "Table 2" before "Table 10". */
export function byTable(a: string, b: string): number {
  return collator.compare(a, b);
}
