import type { ChoiceFigures } from '../../src/survey/choice-results.ts';
import type { NumberFigures } from '../../src/survey/number-results.ts';
import type { RatingFigures } from '../../src/survey/rating-results.ts';
import { type Division, testableGroups } from '../../src/survey/divisions.ts';
import type { ResultsDocument, ShownSlice, Slice } from '../../src/survey/results-document.ts';
import type { GroupsSpec } from '../charts/chart-spec.ts';
import { countedWords, pWords } from './left-out.ts';
import { leadingItems } from './ranking-finding.ts';
import { placesIn, type RankingSlice, type Words } from './ranking-slice.ts';
import type { Cell, Panel } from './results-panel.tsx';
import { inUnit, inUnitShort } from './units.ts';

/** More groups than this make lines that nobody can follow; the table shades the ranks instead. */
const MOST_LINES = 5;

/** Groups of fewer people than this are only indicative. */
const FEW = 20;

/** More options than this make rows that nobody can tell apart in a chart. */
const MOST_ROWS = 20;

interface Comparison {
  /** The segment's name. */
  segment: string;
  /** Somebody may be in two groups, as with several answers to one question. */
  overlaps: boolean;
  /** What the tests between the groups say; null where there is none. */
  division: Division | null;
  minCell: number;
  /** Address of the results of one group alone. */
  only: (key: string) => string;
}

/** The shown groups of a division side by side; `null` when fewer than two are shown. */
export function comparedPanel(
  document: ResultsDocument,
  comparison: Comparison,
  words: Words,
): Panel | null {
  const { say, figures } = words;
  const [all, ...groups] = document.slices;
  const shown = groups.filter((slice): slice is ShownSlice => !slice.suppressed);
  const held = groups.filter(({ suppressed }) => suppressed);
  if (all.suppressed || shown.length < 2) return null;
  const tested = testableGroups(document.slices);
  const { division } = comparison;
  const rest = body(all, shown, { ...comparison, tested }, words);
  const notes = [
    ...(division
      ? [
          say('groupsTest', {
            p: pWords(division.pValue, words),
            effect: figures.share(division.effect),
          }),
        ]
      : []),
    ...(comparison.overlaps ? [say('notTestedBoth')] : []),
    ...(held.length > 0
      ? [
          say('comparedLess', {
            min: comparison.minCell,
            groups: held.map(({ label }) => label).join(', '),
          }),
        ]
      : []),
  ];
  return {
    id: 'compared',
    span: 12,
    ...rest,
    ...(notes.length > 0 && { note: notes.join(' ') }),
    how: [say(howOf(all)), say('howGroupsLeftOut'), ...countedWords(all, words)],
  };
}

function howOf(all: ShownSlice) {
  if ('items' in all) return 'howGroupsRank';
  return 'counts' in all ? 'howGroupsChoice' : 'howGroupsOrdered';
}

interface TestedComparison extends Comparison {
  tested: readonly ShownSlice[];
}

type Body = Pick<Panel, 'title' | 'method' | 'chart' | 'head' | 'rows' | 'key'>;

function body(
  all: ShownSlice,
  shown: ShownSlice[],
  comparison: TestedComparison,
  words: Words,
): Body {
  if ('items' in all) return ranks(all, shown as RankingSlice[], comparison, words);
  if ('counts' in all) return shares(all, shown as ShownSlice<ChoiceFigures>[], comparison, words);
  if ('rows' in all) return means(all, shown as ShownSlice<RatingFigures>[], comparison, words);
  if ('histogram' in all) {
    return medians(all, shown as ShownSlice<NumberFigures>[], comparison, words);
  }
  return {
    title: words.say('compared', { segment: comparison.segment }),
    method: words.say('textsMethod'),
    chart: null,
    head: [words.say('columnGroup'), words.say('columnAnswers')],
    rows: [all, ...shown].map((slice) => groupRow(slice, comparison, words, [])),
  };
}

/** A group's name with its size; of few people it says that it is only indicative. */
function sized({ label, n }: { label: string; n: number }, { say, figures }: Words): string {
  return say(n < FEW ? 'groupFew' : 'groupSize', { label, n: figures.plain(n) });
}

/** The finding of a tested division: what divides most, or that nothing does for certain. */
function divisionTitle(
  { division, tested, segment }: TestedComparison,
  value: (value: number) => string,
  { say }: Words,
): string {
  if (!division) return say('compared', { segment });
  const [item] = division.items;
  if (division.pValue > 0.05 || !item) return say('comparedNone');
  const [high, low] = [tested[item.high]!.label, tested[item.low]!.label];
  if (item.name === '') return say('groupsDiffer', { high, low });
  return say('comparedDivides', {
    item: item.name,
    high: value(item.values[item.high]!),
    highGroup: high,
    low: value(item.values[item.low]!),
    lowGroup: low,
  });
}

/** Names and ids in the order of what divides; the rest as it was. */
function byDivision<T extends { id: string | number }>(
  rows: readonly T[],
  division: Division | null,
): T[] {
  const places = new Map(division?.items.map(({ id }, place) => [id, place]));
  const placeOf = ({ id }: T) => places.get(String(id)) ?? places.size;
  return rows.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** Effect and p-value of each item, behind its figures in the groups. */
function testedCells(id: string, division: Division | null, words: Words): Cell[] {
  if (!division) return [];
  const found = division.items.find((item) => item.id === id);
  if (!found) return [{ text: '–' }, { text: '–' }];
  return [
    { text: words.figures.share(found.effect) },
    { text: pWords(found.adjustedPValue, words), strong: found.adjustedPValue <= 0.05 },
  ];
}

function testedHead(division: Division | null, { say }: Words): string[] {
  return division ? [say('columnEffect'), say('columnP')] : [];
}

/** Rank of every item in every group; the items that groups rank most differently stand out. */
function ranks(
  all: RankingSlice,
  shown: RankingSlice[],
  comparison: TestedComparison,
  words: Words,
): Body {
  const { say, short } = words;
  const { division } = comparison;
  const places = shown.map(({ consensus, items }) => placesIn(consensus.order, items));
  const order = leadingItems(all);
  const m = all.items.length;
  const rows = order.map((item) => ({
    item,
    id: all.items[item]!.id,
    ranks: places.map((of) => of[item]!),
  }));
  const spread = ({ ranks: of }: { ranks: number[] }) => Math.max(...of) - Math.min(...of);
  const widestFew = new Set(
    rows
      .toSorted((a, b) => spread(b) - spread(a))
      .slice(0, 4)
      .map(({ item }) => item),
  );
  const groups = shown.map((slice) => ({ label: sized(slice, words), few: slice.n < FEW }));
  return {
    title: ranksTitle(all, places, shown, comparison, words),
    method: say('comparedMethod'),
    chart:
      shown.length <= MOST_LINES
        ? {
            kind: 'bump',
            groups,
            rows: rows.map(({ id, ranks: of }) => ({ label: short(id), ranks: of })),
          }
        : null,
    head: [say('columnItem'), ...groups.map(({ label }) => label), ...testedHead(division, words)],
    rows: byDivision(rows, division).map(({ item, id, ranks: of }) => [
      { text: all.items[item]!.name, strong: spread({ ranks: of }) > 2 && widestFew.has(item) },
      ...of.map((rank): Cell => ({
        text: String(rank),
        tone: m > 1 ? Math.round(10 - (10 * (rank - 1)) / (m - 1)) : 5,
      })),
      ...testedCells(String(id), division, words),
    ]),
  };
}

/** The surest difference in ranks; in mean ranks where the groups' orders don't show it. */
function ranksTitle(
  all: RankingSlice,
  places: readonly (readonly number[])[],
  shown: readonly RankingSlice[],
  comparison: TestedComparison,
  words: Words,
): string {
  const { say, figures } = words;
  const { division, tested, segment } = comparison;
  if (!division) return say('compared', { segment });
  const [surest] = division.items;
  if (division.pValue > 0.05 || !surest) return say('comparedNone');
  const item = all.items.findIndex(({ id }) => String(id) === surest.id);
  const placeIn = (group: number): number =>
    places[shown.findIndex(({ key }) => key === tested[group]!.key)]?.[item] ?? 0;
  const [high, low] = [placeIn(surest.high), placeIn(surest.low)];
  if (high >= low) return divisionTitle(comparison, (mean) => figures.decimal(mean, 1), words);
  return say('comparedDivides', {
    item: words.name(surest.id),
    high: say('rankOrdinal', { n: high }),
    highGroup: tested[surest.high]!.label,
    low: say('rankOrdinal', { n: low }),
    lowGroup: tested[surest.low]!.label,
  });
}

function shares(
  all: ShownSlice<ChoiceFigures>,
  shown: ShownSlice<ChoiceFigures>[],
  comparison: TestedComparison,
  words: Words,
): Body {
  const { say, figures } = words;
  const { division } = comparison;
  const slices = [all, ...shown];
  const shareIn = ({ counts }: ChoiceFigures, id: string) =>
    counts.find((count) => count.id === id)?.share ?? 0;
  const rows = byDivision(all.counts, division);
  const most = Math.max(0.1, ...shown.flatMap(({ counts }) => counts.map(({ share }) => share)));
  return {
    title: divisionTitle(comparison, figures.share, words),
    method: say('comparedShares'),
    ...groupsChart(shown, words, {
      share: true,
      min: 0,
      max: Math.min(1, Math.ceil(most * 10) / 10),
      rows: rows.slice(0, MOST_ROWS).map(({ id, name }) => ({
        label: name,
        values: shown.map((slice) => shareIn(slice, id)),
      })),
    }),
    head: [
      say('columnItem'),
      ...slices.map((slice) => sized(slice, words)),
      ...testedHead(division, words),
    ],
    rows: rows.map(({ id, name }) => [
      { text: name },
      ...slices.map((slice) => {
        const share = shareIn(slice, id);
        return { text: figures.share(share), bar: share };
      }),
      ...testedCells(id, division, words),
    ]),
  };
}

function means(
  all: ShownSlice<RatingFigures>,
  shown: ShownSlice<RatingFigures>[],
  comparison: TestedComparison,
  words: Words,
): Body {
  const { say, figures } = words;
  const { division } = comparison;
  const slices = [all, ...shown];
  const scale = all.points.map(({ value }) => value);
  const [low, high] = [Math.min(...scale), Math.max(...scale)];
  const rows = byDivision(
    all.rows.map(({ id, name }, row) => ({ id, name, row })),
    division,
  );
  const values = shown.flatMap(({ rows: own }) => own.flatMap(({ mean }) => mean ?? []));
  return {
    title: divisionTitle(comparison, (mean) => figures.decimal(mean, 1), words),
    method: say('comparedMeans'),
    ...groupsChart(shown, words, {
      share: false,
      min: Math.max(low, Math.floor((Math.min(...values) - 0.1) * 4) / 4),
      max: Math.min(high, Math.ceil((Math.max(...values) + 0.1) * 4) / 4),
      rows: rows.map(({ name, row }) => ({
        label: name,
        values: shown.map((slice) => slice.rows[row]!.mean),
      })),
    }),
    head: [
      say('columnItem'),
      ...slices.map((slice) => sized(slice, words)),
      ...testedHead(division, words),
    ],
    rows: rows.map(({ id, name, row }) => [
      { text: name },
      ...slices.map((slice): Cell => {
        const { mean } = slice.rows[row]!;
        if (mean === null) return { text: '–' };
        return {
          text: figures.decimal(mean, 1),
          tone: Math.round((10 * (mean - low)) / (high - low)),
        };
      }),
      ...testedCells(id, division, words),
    ]),
  };
}

/** Up to five groups as marks beside each other, with a key; more are a table. */
function groupsChart(
  shown: readonly ShownSlice[],
  words: Words,
  spec: Omit<GroupsSpec, 'kind' | 'groups'>,
): Pick<Panel, 'chart' | 'key'> {
  if (shown.length > MOST_LINES || spec.rows.length === 0) return { chart: null };
  const groups = shown.map((slice) => ({ label: sized(slice, words), few: slice.n < FEW }));
  return {
    chart: { kind: 'groups', groups, ...spec },
    key: groups.map(({ label }) => label),
  };
}

function medians(
  all: ShownSlice<NumberFigures>,
  shown: ShownSlice<NumberFigures>[],
  comparison: TestedComparison,
  words: Words,
): Body {
  const { say } = words;
  const value = (given: number | undefined, unit: string | null) =>
    given === undefined ? '–' : inUnit(given, unit, words);
  const rows = [all, ...shown];
  const ends = rows.flatMap(({ quartiles }) => quartiles ?? []);
  const isWide = ends.length > 0 && Math.min(...ends) < Math.max(...ends);
  return {
    title: divisionTitle(comparison, String, words),
    method: say('comparedNumbers'),
    chart: isWide
      ? {
          kind: 'dots',
          min: Math.min(...ends),
          max: Math.max(...ends),
          rows: rows.flatMap(({ key, label, n, median, quartiles, unit }) =>
            median === null || !quartiles
              ? []
              : [
                  {
                    label: sized({ label, n }, words),
                    value: median,
                    low: quartiles[0],
                    high: quartiles[1],
                    text: inUnitShort(median, unit, words.figures),
                    top: key === 'all',
                  },
                ],
          ),
        }
      : null,
    head: [say('columnGroup'), say('columnAnswers'), say('medianColumn'), say('quartilesColumn')],
    rows: rows.map((slice) => {
      const { medianBetween: middle, quartiles, unit } = slice;
      const between = (pair: [number, number] | null) =>
        pair === null || pair[0] === pair[1]
          ? value(pair?.[0], unit)
          : say('between', { low: value(pair[0], unit), high: value(pair[1], unit) });
      return groupRow(slice, comparison, words, [
        { text: between(middle) },
        { text: between(quartiles) },
      ]);
    }),
  };
}

function groupRow(slice: Slice, { only }: Comparison, { figures }: Words, cells: Cell[]): Cell[] {
  const { key, label, n } = slice;
  const heading = key === 'all' ? { text: label } : { text: label, href: only(key) };
  return [heading, { text: figures.plain(n ?? 0) }, ...cells];
}
