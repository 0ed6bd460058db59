import type { ChoiceFigures } from '../../src/survey/choice-results.ts';
import type { NumberFigures } from '../../src/survey/number-results.ts';
import type { RatingFigures } from '../../src/survey/rating-results.ts';
import { surestDifference } from '../../src/survey/group-differences.ts';
import type { ResultsDocument, ShownSlice, Slice } from '../../src/survey/results-document.ts';
import { leadingItems } from './ranking-finding.ts';
import { placesIn, type RankingSlice, type Words } from './ranking-slice.ts';
import type { Cell, Panel } from './results-panel.tsx';
import { inUnit } from './units.ts';

/** More groups than this make lines that nobody can follow; the table shades the ranks instead. */
const MOST_LINES = 5;

interface Comparison {
  /** The segment's name. */
  segment: string;
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
  const { say } = words;
  const [all, ...groups] = document.slices;
  const shown = groups.filter((slice): slice is ShownSlice => !slice.suppressed);
  const held = groups.filter(({ suppressed }) => suppressed);
  if (all.suppressed || shown.length < 2) return null;
  const rest = body(all, shown, comparison, words);
  return {
    id: 'compared',
    span: 12,
    ...rest,
    ...(held.length > 0 && {
      note: say('comparedLess', {
        min: comparison.minCell,
        groups: held.map(({ label }) => label).join(', '),
      }),
    }),
  };
}

type Body = Pick<Panel, 'title' | 'method' | 'chart' | 'head' | 'rows'>;

function body(all: ShownSlice, shown: ShownSlice[], comparison: Comparison, words: Words): Body {
  if ('items' in all) return ranks(all, shown as RankingSlice[], words);
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

/** Rank of every item in every group; the items that groups rank most differently stand out. */
function ranks(
  all: RankingSlice,
  shown: RankingSlice[],
  { say, figures, short, name: nameOf }: Words,
): Body {
  const places = shown.map(({ consensus, items }) => placesIn(consensus.order, items));
  const order = leadingItems(all);
  const m = all.items.length;
  const rows = order.map((item) => ({ item, ranks: places.map((of) => of[item]!) }));
  const spread = ({ ranks: of }: { ranks: number[] }) => Math.max(...of) - Math.min(...of);
  const bySpread = rows.toSorted((a, b) => spread(b) - spread(a));
  const widestFew = new Set(bySpread.slice(0, 4).map(({ item }) => item));
  const name = (item: number) => short(all.items[item]!.id);
  const ordinal = (n: number) => say('rankOrdinal', { n });
  const surest = surestDifference(shown);
  const at = (group: number) => places[group]![surest!.item]!;
  const head = shown.map(({ label, n }) => say('groupSize', { label, n: figures.plain(n) }));
  return {
    title:
      surest && at(surest.higher) < at(surest.lower)
        ? say('comparedDivides', {
            item: nameOf(all.items[surest.item]!.id),
            high: ordinal(at(surest.higher)),
            highGroup: shown[surest.higher]!.label,
            low: ordinal(at(surest.lower)),
            lowGroup: shown[surest.lower]!.label,
          })
        : say('comparedNone'),
    method: say('comparedMethod'),
    chart:
      shown.length <= MOST_LINES
        ? {
            kind: 'bump',
            groups: head,
            rows: rows.map(({ item, ranks: of }) => ({ label: name(item), ranks: of })),
          }
        : null,
    head: [say('columnItem'), ...head],
    rows: rows.map(({ item, ranks: of }) => [
      { text: all.items[item]!.name, strong: spread({ ranks: of }) > 2 && widestFew.has(item) },
      ...of.map((rank): Cell => ({
        text: String(rank),
        tone: m > 1 ? Math.round(10 - (10 * (rank - 1)) / (m - 1)) : 5,
      })),
    ]),
  };
}

function shares(
  all: ShownSlice<ChoiceFigures>,
  shown: ShownSlice<ChoiceFigures>[],
  { segment }: Comparison,
  { say, figures }: Words,
): Body {
  const slices = [all, ...shown];
  return {
    title: say('compared', { segment }),
    method: say('comparedShares'),
    chart: null,
    head: [say('columnItem'), ...slices.map(({ label, n }) => say('groupSize', { label, n }))],
    rows: all.counts.map(({ id, name }) => [
      { text: name },
      ...slices.map(({ counts }) => {
        const share = counts.find((count) => count.id === id)?.share ?? 0;
        return { text: figures.share(share), bar: share };
      }),
    ]),
  };
}

function means(
  all: ShownSlice<RatingFigures>,
  shown: ShownSlice<RatingFigures>[],
  { segment }: Comparison,
  { say, figures }: Words,
): Body {
  const slices = [all, ...shown];
  const values = all.points.map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return {
    title: say('compared', { segment }),
    method: say('comparedMeans'),
    chart: null,
    head: [say('columnItem'), ...slices.map(({ label, n }) => say('groupSize', { label, n }))],
    rows: all.rows.map(({ name }, row) => [
      { text: name },
      ...slices.map(({ rows }): Cell => {
        const mean = rows[row]!.mean;
        if (mean === null) return { text: '–' };
        return {
          text: figures.decimal(mean, 1),
          tone: Math.round((10 * (mean - low)) / (high - low)),
        };
      }),
    ]),
  };
}

function medians(
  all: ShownSlice<NumberFigures>,
  shown: ShownSlice<NumberFigures>[],
  comparison: Comparison,
  words: Words,
): Body {
  const { say } = words;
  const value = (given: number | undefined, unit: string | null) =>
    given === undefined ? '–' : inUnit(given, unit, words);
  return {
    title: say('compared', { segment: comparison.segment }),
    method: say('comparedNumbers'),
    chart: null,
    head: [say('columnGroup'), say('columnAnswers'), say('medianColumn'), say('quartilesColumn')],
    rows: [all, ...shown].map((slice) => {
      const { medianBetween: middle, quartiles, unit } = slice;
      const ends = (pair: [number, number] | null) =>
        pair === null || pair[0] === pair[1]
          ? value(pair?.[0], unit)
          : say('between', { low: value(pair[0], unit), high: value(pair[1], unit) });
      return groupRow(slice, comparison, words, [
        { text: ends(middle) },
        { text: ends(quartiles) },
      ]);
    }),
  };
}

function groupRow(slice: Slice, { only }: Comparison, { figures }: Words, cells: Cell[]): Cell[] {
  const { key, label, n } = slice;
  const heading = key === 'all' ? { text: label } : { text: label, href: only(key) };
  return [heading, { text: figures.plain(n ?? 0) }, ...cells];
}
