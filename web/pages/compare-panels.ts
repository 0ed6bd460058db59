import type { CompareDocument } from '../../src/http/compare-of.ts';
import type { ComparedItem, Comparison, ComparisonTest } from '../../src/survey/comparison.ts';
import type { ShownSlice } from '../../src/survey/results-document.ts';
import { countedWords, pWords } from './left-out.ts';
import { leadingItems } from './ranking-finding.ts';
import { placesIn, type RankingSlice, type Words } from './ranking-slice.ts';
import type { Cell, Panel } from './results-panel.tsx';

/** What the two groups of a comparison are called. */
export interface GroupNames {
  a: string;
  b: string;
}

const TESTS = {
  wald: 'testWald',
  permutation: 'testPermutation',
  'chi-square': 'testChiSquare',
  wilcoxon: 'testWilcoxon',
} as const satisfies Record<ComparisonTest['method'], string>;

const HOW = {
  'mean-rank': 'howComparedRank',
  share: 'howComparedShare',
  mean: 'howComparedMean',
  median: 'howMedian',
} as const satisfies Record<Comparison['measure'], string>;

/** Panels of two groups: their differences, what divides first, and for rankings both orders. */
export function comparePanels(document: CompareDocument, names: GroupNames, words: Words): Panel[] {
  const { comparison, a, b } = document;
  if (!comparison || a.suppressed || b.suppressed) return [];
  const panels = [differencesPanel(document, comparison, [a, b], names, words)];
  if ('items' in a && 'items' in b) {
    panels.push(ordersPanel(a as RankingSlice, b as RankingSlice, comparison, names, words));
  }
  return panels;
}

/** Why nothing was tested; null where it was. */
export function notTested({ apart, comparison }: CompareDocument, { say }: Words): string | null {
  if (!apart) return say('notTestedBoth');
  return comparison?.items.some(({ pValue }) => pValue !== null) ? null : say('notTestedFew');
}

/** What the test of the whole says; null without one. */
export function wholeSentence(comparison: Comparison, words: Words): string | null {
  if (!comparison.test) return null;
  const { pValue } = comparison.test;
  const p = pWords(pValue, words);
  return words.say(pValue <= 0.05 ? 'wholeDiffers' : 'wholeAlike', { p });
}

function differencesPanel(
  document: CompareDocument,
  comparison: Comparison,
  [a, b]: [ShownSlice, ShownSlice],
  names: GroupNames,
  words: Words,
): Panel {
  const { say, figures } = words;
  const { measure, items, test } = comparison;
  const isRank = measure === 'mean-rank';
  const write = (value: number | null): string => {
    if (value === null) return '–';
    return measure === 'share' ? figures.share(value) : figures.decimal(value, isRank ? 2 : 1);
  };
  // Of ranks the smaller is the higher: bars to the right always mean "higher in A".
  const sign = isRank ? -1 : 1;
  const rows = items.filter(({ difference }) => difference !== null);
  const hasChart = rows.length > 1;
  return {
    id: 'differences',
    title: compareTitle(items, measure, names, write, words),
    method: [
      say('against', { a: names.a, b: names.b }),
      wholeSentence(comparison, words) ?? notTested(document, words) ?? '',
    ]
      .filter(Boolean)
      .join('. ')
      .replace('..', '.'),
    chart: hasChart
      ? {
          kind: 'gaps',
          left: say('higherIn', { group: names.b }),
          right: say('higherIn', { group: names.a }),
          share: measure === 'share',
          rows: rows.slice(0, 24).map((item) => {
            const value = sign * item.difference!;
            const ends = (item.interval ?? [item.difference!, item.difference!]).map(
              (end) => sign * end,
            );
            return {
              label: short(item, words),
              value,
              low: Math.min(...ends),
              high: Math.max(...ends),
              text: write(Math.abs(value)),
              sure: isSure(item),
            };
          }),
        }
      : null,
    head: [
      say('columnItem'),
      ...(isRank ? [say('rankOrdinal', { n: 'A' }), say('rankOrdinal', { n: 'B' })] : []),
      `A: ${names.a}`,
      `B: ${names.b}`,
      say('columnDifference'),
      say('columnInterval'),
      ...(isRank ? [say('columnChance')] : []),
      say('columnP'),
    ],
    rows: items.map((item) => itemRow(item, isRank, write, words)),
    span: 12,
    how: [
      say(HOW[measure], { n: a.n + b.n }),
      ...(test ? [say(TESTS[test.method])] : []),
      `A: ${countedWords(a, words).join(' ')}`,
      `B: ${countedWords(b, words).join(' ')}`,
    ],
  };
}

function itemRow(
  item: ComparedItem,
  isRank: boolean,
  write: (value: number | null) => string,
  words: Words,
): Cell[] {
  const { say, figures } = words;
  const { interval, adjustedPValue } = item;
  const higher = item.higherInA;
  return [
    { text: item.name === '' ? say('medianColumn') : item.name, strong: isSure(item) },
    ...(isRank ? [{ text: String(item.placeA) }, { text: String(item.placeB) }] : []),
    { text: write(item.a) },
    { text: write(item.b) },
    { text: write(item.difference), strong: isSure(item) },
    {
      text: interval ? say('between', { low: write(interval[0]), high: write(interval[1]) }) : '–',
    },
    ...(isRank ? [{ text: higher === undefined ? '–' : figures.share(higher) }] : []),
    { text: adjustedPValue === null ? '–' : pWords(adjustedPValue, words) },
  ];
}

function isSure({ adjustedPValue }: ComparedItem): boolean {
  return adjustedPValue !== null && adjustedPValue <= 0.05;
}

function short({ id, name }: ComparedItem, words: Words): string {
  const known = words.short(id);
  return known === id ? name : known;
}

function compareTitle(
  items: readonly ComparedItem[],
  measure: Comparison['measure'],
  names: GroupNames,
  write: (value: number | null) => string,
  words: Words,
): string {
  const { say } = words;
  const [first] = items;
  if (!first || first.adjustedPValue === null) return say('against', { a: names.a, b: names.b });
  if (!isSure(first)) return say('comparedNone');
  const isRank = measure === 'mean-rank';
  const isHigherInA = (first.difference ?? 0) > 0 !== isRank;
  const value = (place: number | undefined, of: number | null) =>
    isRank && first.placeA !== first.placeB && place !== undefined
      ? say('rankOrdinal', { n: place })
      : write(of);
  const [ofA, ofB] = [value(first.placeA, first.a), value(first.placeB, first.b)];
  const [high, low] = isHigherInA ? [ofA, ofB] : [ofB, ofA];
  const [highGroup, lowGroup] = isHigherInA ? [names.a, names.b] : [names.b, names.a];
  const item = first.name === '' ? say('medianColumn') : first.name;
  return say('comparedDivides', { item, high, highGroup, low, lowGroup });
}

function ordersPanel(
  a: RankingSlice,
  b: RankingSlice,
  { orders }: Comparison,
  names: GroupNames,
  words: Words,
): Panel {
  const { say, figures, short: shortOf } = words;
  const [ofA, ofB] = [a, b].map((slice) => placesIn(slice.consensus.order, slice.items));
  const label = (name: string, n: number) => ({
    label: say(n < 20 ? 'groupFew' : 'groupSize', { label: name, n: figures.plain(n) }),
    few: n < 20,
  });
  const groups = [label(names.a, a.n), label(names.b, b.n)];
  const rows = leadingItems(a).map((item) => ({
    item,
    ranks: [ofA![item]!, ofB![item]!],
  }));
  return {
    id: 'orders',
    title: orders
      ? say('compareOrders', { opposed: orders.opposed, pairs: orders.pairs }).replace(/\.$/, '')
      : say('against', { a: names.a, b: names.b }),
    method: say('comparedMethod'),
    chart: {
      kind: 'bump',
      groups,
      rows: rows.map(({ item, ranks }) => ({ label: shortOf(a.items[item]!.id), ranks })),
    },
    head: [say('columnItem'), ...groups.map((group) => group.label)],
    rows: rows.map(({ item, ranks }) => [
      { text: a.items[item]!.name },
      ...ranks.map((rank): Cell => ({
        text: String(rank),
        tone: a.items.length > 1 ? Math.round(10 - (10 * (rank - 1)) / (a.items.length - 1)) : 5,
      })),
    ]),
    span: 12,
    how: [say('howOrder', { n: a.n + b.n })],
  };
}
