import type { Item } from '../ranking/ballot-file.ts';
import { midRankCounts } from '../ranking/mid-ranks.ts';
import { holm } from '../ranking/multiple-tests.ts';
import type { Tally } from '../ranking/tally.ts';
import type { ChoiceFigures } from './choice-results.ts';
import { independenceTest } from './independence-test.ts';
import { kruskalWallis } from './kruskal-wallis.ts';
import type { NumberFigures } from './number-results.ts';
import type { RatingFigures } from './rating-results.ts';
import type { ShownSlice, Slice } from './results-document.ts';

/** How one item divides the groups; groups by index, their value the one that is compared. */
export interface ItemDivision {
  id: string;
  name: string;
  pValue: number;
  /** Corrected by Holm for all the items of the question. */
  adjustedPValue: number;
  /** Share of the differences between answers that the groups account for, 0..1. */
  effect: number;
  /** The groups that place the item highest and lowest. */
  high: number;
  low: number;
  /** By group: mean rank, share, mean rating, or mean rank of the answers. */
  values: number[];
}

/** Whether groups answer one question differently, and in which items most. */
export interface Division {
  method: 'chi-square' | 'permutation' | 'kruskal-wallis';
  /** Of the whole question: that of its one test, or the least of its items, corrected. */
  pValue: number;
  effect: number;
  /** What divides most comes first. */
  items: ItemDivision[];
}

/** A group's rankings: ranks are compared as people gave them, and figures don't hold those. */
export interface RankedGroup {
  items: readonly Item[];
  ranking: Tally;
}

/** A group that can be compared. */
export type ComparableSlice = { n: number } & (
  | RankedGroup
  | ChoiceFigures
  | NumberFigures
  | RatingFigures
);

/** With fewer answers than this in all, differences are shown but not tested. */
export const LEAST_TESTED = 15;

/**
 * The shown groups of a document that can be tested against each other: not everyone, and not
 * those who did not say which group they belong to.
 */
export function testableGroups(slices: readonly Slice[]): ShownSlice[] {
  return slices.filter(
    (slice): slice is ShownSlice =>
      !slice.suppressed && slice.key !== 'all' && !slice.key.endsWith(':') && slice.n > 1,
  );
}

/**
 * Tests whether groups of different people answer one question differently: Kruskal and Wallis's
 * test of the ranks of every item, of ratings and of ordered answers, chi-square of choices. It
 * keeps its level for groups as small as those that are shown, where analyses of mean ranks don't
 * (`tests/survey/divisions.test.ts`). Null where there is nothing to test: under two groups or 15
 * answers, texts.
 *
 * @param isMultiple several answers were possible, so every option is tested for itself
 * @example
 * divisionOf(testableGroups(document.slices), false)?.items[0].name // what divides most
 */
export function divisionOf(
  groups: readonly ComparableSlice[],
  isMultiple: boolean,
): Division | null {
  const [first] = groups;
  const n = groups.reduce((sum, group) => sum + group.n, 0);
  if (!first || groups.length < 2 || n < LEAST_TESTED) return null;
  if ('ranking' in first) return byRank(groups as readonly RankedGroup[]);
  if ('counts' in first)
    return byChoice(groups as readonly (ChoiceFigures & { n: number })[], isMultiple);
  if ('rows' in first) return byRating(groups as readonly RatingFigures[]);
  return 'histogram' in first ? byOrder(groups as readonly NumberFigures[]) : null;
}

type Tested = Omit<ItemDivision, 'adjustedPValue' | 'high' | 'low'>;

function division(
  method: Division['method'],
  tested: Tested[],
  isLowHigh = false,
): Division | null {
  if (tested.length === 0) return null;
  const adjusted = holm(tested.map(({ pValue }) => pValue));
  const items = tested
    .map((item, index) => {
      const least = item.values.indexOf(Math.min(...item.values));
      const most = item.values.indexOf(Math.max(...item.values));
      const [high, low] = isLowHigh ? [least, most] : [most, least];
      return { ...item, adjustedPValue: adjusted[index]!, high, low };
    })
    .toSorted((a, b) => a.pValue - b.pValue || b.effect - a.effect);
  const [surest] = items;
  return { method, pValue: surest!.adjustedPValue, effect: surest!.effect, items };
}

function byRank(groups: readonly RankedGroup[]): Division | null {
  const tested = groups[0]!.items.flatMap(({ id, name }, item) => {
    const found = kruskalWallis(groups.map(({ ranking }) => new Map(midRankCounts(ranking, item))));
    if (!found) return [];
    const { pValue, effect } = found;
    const values = groups.map(({ ranking: { sum2Midrank, n } }) => sum2Midrank[item]! / (2 * n));
    return [{ id: String(id), name, pValue, effect, values }];
  });
  return division('kruskal-wallis', tested, true);
}

function byChoice(
  groups: readonly (ChoiceFigures & { n: number })[],
  isMultiple: boolean,
): Division | null {
  const names = new Map(groups.flatMap(({ counts }) => counts.map(({ id, name }) => [id, name])));
  const hits = groups.map(({ counts }) => new Map(counts.map(({ id, n }) => [id, n])));
  const columns = [...names.keys()].map((id) => hits.map((own) => own.get(id) ?? 0));
  let permuted = false;
  const tested = [...names].flatMap(([id, name], column) => {
    const own = columns[column]!;
    const found = independenceTest(own.map((hit, g) => [hit, groups[g]!.n - hit]));
    if (!found) return [];
    permuted ||= found.permuted;
    const { pValue, effect } = found;
    return [{ id, name, pValue, effect, values: own.map((hit, g) => hit / groups[g]!.n) }];
  });
  const whole = isMultiple
    ? null
    : independenceTest(groups.map((_, g) => columns.map((c) => c[g]!)));
  const found = division(permuted ? 'permutation' : 'chi-square', tested);
  if (!found || !whole) return isMultiple ? found : null;
  const { pValue, effect } = whole;
  return { ...found, method: whole.permuted ? 'permutation' : 'chi-square', pValue, effect };
}

function byRating(groups: readonly RatingFigures[]): Division | null {
  const tested = groups[0]!.rows.flatMap(({ id, name }, row) => {
    const own = groups.map(({ rows, points }) => ({ row: rows[row]!, points }));
    if (own.some((group) => group.row.counts === null || group.row.mean === null)) return [];
    const found = kruskalWallis(
      own.map(
        ({ row: { counts }, points }) => new Map(counts!.map((k, p) => [points[p]!.value, k])),
      ),
    );
    if (!found) return [];
    const { pValue, effect } = found;
    return [{ id, name, pValue, effect, values: own.map((group) => group.row.mean!) }];
  });
  return division('kruskal-wallis', tested);
}

/** Bars of a histogram stand for their places in order, so that binned numbers are ties. */
function byOrder(groups: readonly NumberFigures[]): Division | null {
  const found = kruskalWallis(groups.map(orderedCounts));
  if (!found) return null;
  const { pValue, effect, meanRanks } = found;
  return division('kruskal-wallis', [{ id: '', name: '', pValue, effect, values: meanRanks }]);
}

function orderedCounts({ histogram }: NumberFigures): Map<number, number> {
  const counts = new Map<number, number>();
  for (const bar of histogram) {
    const value = 'value' in bar ? bar.value : (bar.from + bar.to) / 2;
    counts.set(value, (counts.get(value) ?? 0) + bar.n);
  }
  return counts;
}
