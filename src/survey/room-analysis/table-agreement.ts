import { concordance, meanTau } from '../../ranking/concordance.ts';
import { doubledMidRanks } from '../../ranking/mid-ranks.ts';
import { pairwise } from '../../ranking/pairwise.ts';
import { seededRandom, shuffle } from '../../ranking/random.ts';
import type { Ranking, UnrankedMode } from '../../ranking/ranking.ts';
import { tallyOf } from '../../ranking/tally.ts';
import { byTable, type SeatedBallot, tableKey, tableOf } from './room-ballot.ts';

/** How far some rankings agree. */
export interface Agreement {
  n: number;
  /** Kendall's W; by chance alone it is about 1/n, so small groups look more agreed than large. */
  kendallW: number | null;
  /** Kendall's tau between two of them on average; 0 by chance whatever their number. */
  meanTau: number | null;
}

/** Agreement inside tables and between them, over the tables with enough members. */
export interface TableAgreement {
  everyone: Agreement;
  tables: (Agreement & { event: string | null; table: string })[];
  /** Mean tau of two people of one table. */
  withinTau: number | null;
  /** Mean tau of two people of different tables. */
  acrossTau: number | null;
  /** Agreement of the tables' own rankings. */
  between: Agreement;
  /** Share of the differences between people's ranks that lies between tables, 0..1. */
  variance: {
    share: number;
    /** The share to be expected if seats had been dealt at random. */
    byChance: number;
    pValue: number;
    replicates: number;
    seed: number;
  } | null;
  /** The same share by item: what divides the tables. Null where ranks or differences are none. */
  divides: (number | null)[];
}

interface Options {
  mode: UnrankedMode;
  minCell: number;
  replicates?: number;
  seed?: number;
}

/**
 * Whether people who sat together agree more than others. Null with fewer than two tables of
 * `minCell` members who answered. The share of variance is eta squared over all items' mid-ranks;
 * its p-value deals the seats anew.
 *
 * @example
 * tableAgreement(12, membersIn(ballots, 2), tableRankings(ballots, 2), { mode: 'bottom', minCell: 5 })
 */
export function tableAgreement(
  m: number,
  members: readonly SeatedBallot[],
  rankings: ReadonlyMap<string, Ranking>,
  { mode, minCell, replicates = 1999, seed = 1 }: Options,
): TableAgreement | null {
  const groups = [...Map.groupBy(members, tableKey)]
    .filter(([, group]) => group.length >= minCell)
    .toSorted(([a], [b]) => byTable(a, b));
  if (groups.length < 2) return null;
  const all = groups.flatMap(([, group]) => group);
  const tables = groups.map(([key, group]) => ({
    ...tableOf(key),
    ...agreement(m, group.map(rankingOf), mode),
  }));
  const everyone = agreement(m, all.map(rankingOf), mode);
  const isKnown = mode === 'bottom' || all.every(({ ranking }) => ranking.flat().length === m);
  const pairs = (n: number): number => (n * (n - 1)) / 2;
  const within = tables.reduce((sum, { n, meanTau: tau }) => sum + pairs(n) * (tau ?? 0), 0);
  const inside = tables.reduce((sum, { n }) => sum + pairs(n), 0);
  const across = pairs(everyone.n) - inside;
  const { meanTau: tau } = everyone;
  const ranks = groups.map(([, group]) => group.map(({ ranking }) => doubledMidRanks(m, ranking)));
  return {
    everyone,
    tables,
    withinTau: tau === null ? null : within / inside,
    acrossTau: tau === null ? null : (tau * pairs(everyone.n) - within) / across,
    between: agreement(
      m,
      groups.flatMap(([key]) => (rankings.has(key) ? [rankings.get(key)!] : [])),
      mode,
    ),
    variance: isKnown ? varianceShare(ranks, { replicates, seed }) : null,
    divides: Array.from({ length: m }, (_, item) => (isKnown ? itemShare(ranks, item) : null)),
  };
}

const rankingOf = ({ ranking }: SeatedBallot): Ranking => ranking;

/** Agreement of some rankings; W is null where gaps mean nothing. */
export function agreement(m: number, rankings: readonly Ranking[], mode: UnrankedMode): Agreement {
  const tally = tallyOf(m, rankings);
  const isKnown = mode === 'bottom' || tally.byDepth[m] === tally.n;
  return {
    n: tally.n,
    kendallW: isKnown && tally.n > 1 ? concordance(tally).kendallW : null,
    meanTau: meanTau(pairwise(tally, mode), tally.n),
  };
}

/** Eta squared of the ranks of one item by table; null where they never vary. */
function itemShare(groups: readonly (readonly number[][])[], item: number): number | null {
  const own = groups.map((group) => group.map((ranks) => ranks[item]!));
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const centre = mean(own.flat());
  const whole = own.flat().reduce((sum, rank) => sum + (rank - centre) ** 2, 0);
  if (whole === 0) return null;
  return own.reduce((sum, group) => sum + group.length * (mean(group) - centre) ** 2, 0) / whole;
}

/** Eta squared of the ranks by table, and its place among seats dealt at random. */
function varianceShare(
  groups: readonly (readonly number[][])[],
  { replicates, seed }: { replicates: number; seed: number },
): TableAgreement['variance'] {
  const people = groups.flat();
  const n = people.length;
  const m = people[0]?.length ?? 0;
  const total = Array.from({ length: m }, (_, i) => people.reduce((sum, own) => sum + own[i]!, 0));
  const centre = total.reduce((sum, s) => sum + s ** 2 / n, 0);
  const whole = people.reduce((sum, own) => sum + own.reduce((s, r) => s + r ** 2, 0), 0) - centre;
  if (whole <= 0) return null;
  const order = people.map((_, k) => k);
  const shareOf = (): number => {
    let from = 0;
    let between = -centre;
    for (const { length } of groups) {
      for (let i = 0; i < m; i += 1) {
        let sum = 0;
        for (let k = from; k < from + length; k += 1) sum += people[order[k]!]![i]!;
        between += sum ** 2 / length;
      }
      from += length;
    }
    return between / whole;
  };
  const share = shareOf();
  const random = seededRandom(seed);
  let asLarge = 0;
  for (let replicate = 0; replicate < replicates; replicate += 1) {
    shuffle(order, random);
    if (shareOf() >= share - 1e-12) asLarge += 1;
  }
  return {
    share: Math.max(0, share),
    byChance: (groups.length - 1) / (n - 1),
    pValue: (1 + asLarge) / (1 + replicates),
    replicates,
    seed,
  };
}
