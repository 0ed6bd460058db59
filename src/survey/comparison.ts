import type { CountedRanking } from '../ranking/ballots.ts';
import { groupTest, itemDifferences } from '../ranking/compare-groups.ts';
import { holm } from '../ranking/multiple-tests.ts';
import { orderDistance } from '../ranking/order-distance.ts';
import { permutationTest } from '../ranking/permutation-test.ts';
import { type MeanError, welchInterval } from '../ranking/welch.ts';
import type { Interval } from '../ranking/wilson.ts';
import type { ChoiceFigures, OptionCount } from './choice-results.ts';
import { LEAST_TESTED } from './divisions.ts';
import { independenceTest } from './independence-test.ts';
import { kruskalWallis } from './kruskal-wallis.ts';
import type { NumberFigures } from './number-results.ts';
import type { ValueCounts } from './quartiles.ts';
import type { RankingFigures } from './ranking-results.ts';
import type { RatingFigures } from './rating-results.ts';
import type { QuestionTally } from './question-tally.ts';
import type { ShownSlice } from './results-document.ts';
import { shareDifference } from './share-difference.ts';

/** One item, option or row as two groups see it. */
export interface ComparedItem {
  id: string;
  name: string;
  /** Mean rank, share, median or mean rating of each group, as `measure` says. */
  a: number | null;
  b: number | null;
  /** Place in each group's consensus; rankings only. */
  placeA?: number;
  placeB?: number;
  /** `a` less `b`, with its 95 % interval. */
  difference: number | null;
  interval: Interval | null;
  pValue: number | null;
  /** Corrected by Holm for all items; null where groups share people or are too few. */
  adjustedPValue: number | null;
  /** Rankings: probability that a member of A ranks the item higher than one of B, ties by half. */
  higherInA?: number;
}

/** A test of the two groups as a whole. */
export interface ComparisonTest {
  method: 'wald' | 'permutation' | 'chi-square' | 'wilcoxon';
  statistic: number;
  degreesOfFreedom: number | null;
  pValue: number;
}

/** Two groups side by side; what divides them most comes first. */
export interface Comparison {
  measure: 'mean-rank' | 'share' | 'median' | 'mean';
  test: ComparisonTest | null;
  items: ComparedItem[];
  /** Rankings: how far the two consensus orders agree, by pairs of items. */
  orders?: { pairs: number; opposed: number; tauX: number | null };
}

/** One of the two groups: what is shown of it, and what that was counted from. */
export interface ComparedGroup {
  slice: ShownSlice;
  tally: QuestionTally;
  /** Whole ballots, for groups that are small enough to deal out anew. */
  ballots?: readonly CountedRanking[] | undefined;
}

/** Below this many ballots in a group, Wald's test gives way to the permutation test. */
export const FEW_BALLOTS = 50;

/**
 * Compares two groups: Wald's or the permutation test of rankings, Mann and Whitney's of each item;
 * chi-square of choices; Wilcoxon's of ordered answers and ratings. Sorted by what divides.
 * Null for texts.
 *
 * @param areApart nobody is in both groups; else there are differences, but no tests
 * @param isMultiple several answers were possible: options are tested, but not all together, as
 * one person's answers are not independent
 * @example
 * compareGroups(consultants, officials, { areApart: true })?.items[0] // what divides them most
 */
export function compareGroups(
  a: ComparedGroup,
  b: ComparedGroup,
  { areApart, isMultiple = false }: { areApart: boolean; isMultiple?: boolean },
): Comparison | null {
  const isTested = areApart && a.tally.n + b.tally.n >= LEAST_TESTED;
  const kinds = [a.slice, b.slice] as const;
  if ('meanRank' in a.slice) return compareRankings(a, b, isTested);
  if ('counts' in a.slice)
    return compareChoices(kinds as Pair<ChoiceFigures>, isTested, isMultiple);
  if ('rows' in a.slice) return compareRatings(kinds as Pair<RatingFigures>, isTested);
  return 'histogram' in a.slice ? compareNumbers(a, b, isTested) : null;
}

type Pair<F extends ChoiceFigures | RatingFigures | NumberFigures | RankingFigures> = readonly [
  ShownSlice<F>,
  ShownSlice<F>,
];

function compareRankings(a: ComparedGroup, b: ComparedGroup, isTested: boolean): Comparison {
  const [one, two] = [a.slice, b.slice] as unknown as Pair<RankingFigures>;
  const [placesA, placesB] = [placesOf(one), placesOf(two)];
  const [tallyA, tallyB] = [a.tally.ranking!, b.tally.ranking!];
  const means = one.mode === 'bottom' ? itemDifferences(tallyA, tallyB) : null;
  const items = one.items.map(({ id, name }, item): ComparedItem => {
    const own = means?.[item];
    const difference = own ? own.meanRankA - own.meanRankB : null;
    return {
      id: String(id),
      name,
      a: own?.meanRankA ?? one.meanRank?.[item] ?? null,
      b: own?.meanRankB ?? two.meanRank?.[item] ?? null,
      placeA: placesA[item]!,
      placeB: placesB[item]!,
      difference,
      interval: isTested ? (own?.interval ?? null) : null,
      pValue: isTested ? (own?.pValue ?? null) : null,
      adjustedPValue: isTested ? (own?.adjustedPValue ?? null) : null,
      ...(own && { higherInA: own.higherInA }),
    };
  });
  const { pairs, discordant, tiedInOne, tauX } = orderDistance(placesA, placesB);
  return {
    measure: 'mean-rank',
    test: isTested && one.mode === 'bottom' ? testRankings(a, b) : null,
    items: items.toSorted(
      (x, y) =>
        compareBy(x, y) || Math.abs(y.placeA! - y.placeB!) - Math.abs(x.placeA! - x.placeB!),
    ),
    orders: { pairs, opposed: discordant + tiedInOne, tauX },
  };
}

function testRankings(a: ComparedGroup, b: ComparedGroup): ComparisonTest | null {
  const [one, two] = [a.tally.ranking!, b.tally.ranking!];
  if (Math.min(one.n, two.n) < FEW_BALLOTS && a.ballots && b.ballots) {
    const dealt = [a.ballots, b.ballots].flatMap((ballots, group) =>
      ballots.flatMap(({ count, ranking }) =>
        Array.from({ length: count }, () => ({ ranking, inFirst: group === 0 })),
      ),
    );
    const found = permutationTest(one.m, dealt, { replicates: 4999 });
    if (!found) return null;
    const { statistic, pValue } = found;
    return { method: 'permutation', statistic, degreesOfFreedom: null, pValue };
  }
  const found = groupTest(one, two);
  return found && { method: 'wald', ...found };
}

function placesOf({ items, consensus }: RankingFigures): number[] {
  const places = new Map<string | number, number>();
  let place = 1;
  for (const group of consensus.order) {
    for (const id of group) places.set(id, place);
    place += group.length;
  }
  return items.map(({ id }) => places.get(id) ?? place);
}

function compareChoices(
  [a, b]: Pair<ChoiceFigures>,
  isTested: boolean,
  isMultiple: boolean,
): Comparison {
  const names = new Map([...b.counts, ...a.counts].map(({ id, name }) => [id, name]));
  const ids = [...new Set([...a.counts, ...b.counts].map(({ id }) => id))];
  const hits = (counts: readonly OptionCount[]) => new Map(counts.map(({ id, n }) => [id, n]));
  const [ofA, ofB] = [hits(a.counts), hits(b.counts)];
  const table = ids.map((id) => [ofA.get(id) ?? 0, ofB.get(id) ?? 0] as const);
  const isWhole = isTested && !isMultiple;
  const whole = isWhole
    ? independenceTest([table.map(([hit]) => hit), table.map(([, hit]) => hit)])
    : null;
  return {
    measure: 'share',
    test: whole && {
      method: whole.permuted ? 'permutation' : 'chi-square',
      statistic: whole.statistic,
      degreesOfFreedom: whole.permuted ? null : whole.degreesOfFreedom,
      pValue: whole.pValue,
    },
    items: sharesCompared(
      ids.map((id, index) => ({ id, name: names.get(id)!, hits: table[index]! })),
      [a.n, b.n],
      isTested,
    ),
  };
}

function sharesCompared(
  options: readonly { id: string; name: string; hits: readonly [number, number] }[],
  [nA, nB]: readonly [number, number],
  isTested: boolean,
): ComparedItem[] {
  return inOrder(
    options.map(({ id, name, hits: [hitA, hitB] }) => {
      const tested = independenceTest([
        [hitA, nA - hitA],
        [hitB, nB - hitB],
      ]);
      return {
        id,
        name,
        a: hitA / nA,
        b: hitB / nB,
        difference: hitA / nA - hitB / nB,
        interval: isTested ? shareDifference([hitA, nA], [hitB, nB]) : null,
        pValue: isTested ? (tested?.pValue ?? 1) : null,
      };
    }),
  );
}

function compareNumbers(a: ComparedGroup, b: ComparedGroup, isTested: boolean): Comparison {
  const [one, two] = [a.slice, b.slice] as unknown as Pair<NumberFigures>;
  const isScale = one.mean === null;
  const values = (group: ComparedGroup, slice: NumberFigures): ValueCounts =>
    isScale
      ? new Map(slice.histogram.map((bar) => ['value' in bar ? bar.value : bar.from, bar.n]))
      : group.tally.values;
  const found = isTested ? kruskalWallis([values(a, one), values(b, two)]) : null;
  const test: ComparisonTest | null = found && {
    method: 'wilcoxon',
    statistic: found.statistic,
    degreesOfFreedom: 1,
    pValue: found.pValue,
  };
  if (isScale) {
    const bars = one.histogram.flatMap((bar) => ('id' in bar ? [bar] : []));
    const others = new Map(two.histogram.flatMap((bar) => ('id' in bar ? [[bar.id, bar.n]] : [])));
    return {
      measure: 'share',
      test,
      items: sharesCompared(
        bars.map(({ id, label, n }) => ({ id, name: label, hits: [n, others.get(id) ?? 0] })),
        [one.n, two.n],
        isTested,
      ),
    };
  }
  const difference = one.median === null || two.median === null ? null : one.median - two.median;
  const pValue = test?.pValue ?? null;
  const item = { id: '', name: '', a: one.median, b: two.median, difference, interval: null };
  return { measure: 'median', test, items: [{ ...item, pValue, adjustedPValue: pValue }] };
}

function compareRatings([a, b]: Pair<RatingFigures>, isTested: boolean): Comparison {
  const others = new Map(b.rows.map((row) => [row.id, row]));
  const items = a.rows.flatMap((row) => {
    const other = others.get(row.id);
    if (!other || row.mean === null || other.mean === null) return [];
    const [one, two] = [row, other].map(
      ({ counts }) => new Map(counts!.map((count, point) => [a.points[point]!.value, count])),
    );
    const difference = row.mean - other.mean;
    const interval = isTested
      ? welchInterval(difference, errorOf(one!, row.mean), errorOf(two!, other.mean))
      : null;
    const pValue = isTested ? (kruskalWallis([one!, two!])?.pValue ?? 1) : null;
    return [
      { id: row.id, name: row.name, a: row.mean, b: other.mean, difference, interval, pValue },
    ];
  });
  return { measure: 'mean', test: null, items: inOrder(items) };
}

function errorOf(counts: ValueCounts, mean: number): MeanError {
  let [n, squares] = [0, 0];
  for (const [value, count] of counts) {
    n += count;
    squares += count * (value - mean) ** 2;
  }
  return { squared: squares / (n - 1) / n, n };
}

/** Items with their p-values corrected together, what divides most first. */
function inOrder(items: readonly Omit<ComparedItem, 'adjustedPValue'>[]): ComparedItem[] {
  const tested = items.filter(({ pValue }) => pValue !== null);
  const adjusted = holm(tested.map(({ pValue }) => pValue!));
  const byId = new Map(tested.map(({ id }, index) => [id, adjusted[index]!]));
  return items
    .map((item) => ({ ...item, adjustedPValue: byId.get(item.id) ?? null }))
    .toSorted(compareBy);
}

function compareBy(x: ComparedItem, y: ComparedItem): number {
  return (
    (x.pValue ?? 1) - (y.pValue ?? 1) || Math.abs(y.difference ?? 0) - Math.abs(x.difference ?? 0)
  );
}
