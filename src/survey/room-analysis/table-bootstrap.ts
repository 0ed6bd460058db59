import { netBorda } from '../../ranking/borda.ts';
import { bootstrapRanks } from '../../ranking/bootstrap.ts';
import { orderByScore } from '../../ranking/order.ts';
import { type Pairwise, pairwise } from '../../ranking/pairwise.ts';
import { tallyOf } from '../../ranking/tally.ts';
import { doubledMidRanks } from '../../ranking/mid-ranks.ts';
import type { UnrankedMode } from '../../ranking/ranking.ts';
import { type SeatedBallot, tableKey } from './room-ballot.ts';

/** How sure the places are once people who talked at one table no longer count as independent. */
export interface TableBootstrap {
  n: number;
  tables: number;
  /** With fewer than 8 tables the ranges are too narrow. */
  isFew: boolean;
  /** By item, by Borda; a tied group has the mean of its places. */
  places: number[];
  /** By item: 2.5 and 97.5 percentiles of its place by Borda, tables resampled and people. */
  byTable: [number, number][];
  byPerson: [number, number][];
}

/**
 * Resamples whole tables, and people for comparison, of one round after the talk. Null with fewer
 * than two tables or `minCell` people.
 *
 * @example
 * tableBootstrap(12, membersIn(ballots, 2), { mode: 'bottom', minCell: 5 })?.byTable[0]
 */
export function tableBootstrap(
  m: number,
  members: readonly SeatedBallot[],
  {
    mode,
    minCell,
    replicates = 500,
    seed = 1,
  }: { mode: UnrankedMode; minCell: number; replicates?: number; seed?: number },
): TableBootstrap | null {
  const tables = [...Map.groupBy(members, tableKey).values()];
  if (tables.length < 2 || members.length < minCell) return null;
  const method = (pairs: Pairwise) => orderByScore(netBorda(pairs));
  const options = { mode, method, replicates, seed };
  const ranges = (units: readonly (readonly SeatedBallot[])[]) =>
    bootstrapRanks(
      m,
      units.map((unit) => unit.map(({ ranking }) => ranking)),
      options,
    )!.map(({ range }) => range);
  const tally = tallyOf(
    m,
    members.map(({ ranking }) => ranking),
  );
  const order = method(pairwise(tally, mode));
  return {
    n: members.length,
    places: doubledMidRanks(m, order).map((rank) => rank / 2),
    tables: tables.length,
    isFew: tables.length < 8,
    byTable: ranges(tables),
    byPerson: ranges(members.map((member) => [member])),
  };
}
