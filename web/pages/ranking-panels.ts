import type { Sample } from '../../src/survey/results-document.ts';
import type { SayResults } from '../text/results/texts.ts';
import type { FigureWords } from './figure-words.ts';
import { countedWords } from './left-out.ts';
import { headToHeadPanel } from './head-to-head-panel.ts';
import { methodsPanel } from './methods-panel.ts';
import { contenders, leadingItems, leadSentence } from './ranking-finding.ts';
import { placesIn, type RankingSlice, type Words } from './ranking-slice.ts';
import type { Panel } from './results-panel.tsx';

/**
 * The panels of a ranking question: the order with its certainty, how often each item made the
 * top, head to head, every method, and what was added.
 */
export function rankingPanels(
  slice: RankingSlice,
  isTable: boolean,
  words: Words,
  sample?: Sample | null,
): Panel[] {
  const panels = [
    orderPanel(slice, isTable, words),
    placesPanel(slice, words),
    ...(slice.items.length > 1
      ? [headToHeadPanel(slice, words), methodsPanel(slice, words, sample)]
      : []),
  ];
  return slice.writeIns.length > 0 ? [...panels, writeInsPanel(slice, words)] : panels;
}

/** The order of the items, the leading ones marked, with mean rank and rank range. */
function orderPanel(slice: RankingSlice, isTable: boolean, words: Words): Panel {
  if (slice.mode === 'ignore') return winsPanel(slice, words);
  const { say, figures, short } = words;
  const order = leadingItems(slice);
  const { items, n, meanRank, meanRankInterval, firstShare, topShare } = slice;
  const places = placesIn(slice.consensus.order, items);
  const tops = new Set(contenders(slice));
  const ranges = new Map(slice.consensus.ranges.map(({ item, range }) => [item, range]));
  const rows = order.map((i) => {
    const interval = meanRankInterval?.[i];
    const range = ranges.get(items[i]!.id);
    return [
      { text: `${places[i]}  ${items[i]!.name}`, strong: tops.has(i) },
      { text: decimal(meanRank?.[i], figures) },
      {
        text: interval
          ? between(
              interval.map((end) => figures.decimal(end)),
              say,
            )
          : '–',
      },
      { text: range ? between(range.map(String), say) : '–' },
      { text: figures.share(firstShare[i] ?? 0), bar: firstShare[i] ?? 0 },
      { text: figures.share(topShare[i] ?? 0), bar: topShare[i] ?? 0 },
      { text: figures.plain(slice.rankedCount[i]!) },
    ];
  });
  const dots = order.flatMap((i) => {
    const interval = meanRankInterval?.[i];
    const mean = meanRank?.[i];
    if (mean === null || mean === undefined || !interval) return [];
    const label = `${places[i]}  ${short(items[i]!.id)}`;
    const [low, high] = interval;
    const text = figures.decimal(mean, 1);
    return [{ label, value: mean, low, high, text, top: tops.has(i) }];
  });
  return {
    id: 'order',
    title: leadSentence(slice, words),
    method:
      say(isTable ? 'dotsTables' : 'dotsMethod', { n }) + (n < 15 ? ` ${say('dotsSmall')}` : ''),
    chart:
      dots.length > 0
        ? { kind: 'dots', min: 1, max: axisEnd(dots, items.length), first: say('best'), rows: dots }
        : null,
    head: [
      say('columnItem'),
      say('columnMeanRank'),
      say('columnInterval'),
      say('columnRange'),
      say('columnFirst'),
      say('columnTop', { k: slice.topCount }),
      say('columnRanked'),
    ],
    rows,
    span: 7,
    ...orderNote(slice, words),
    how: [say('howOrder', { n }), say('coverageBottom'), ...countedWords(slice, words)],
  };
}

/** Which items the mean rank would order otherwise than the consensus does. */
function orderNote(slice: RankingSlice, { say, figures, short }: Words): { note?: string } {
  const { meanRank, items } = slice;
  const order = leadingItems(slice);
  const places = placesIn(slice.consensus.order, items);
  const moved = new Set<number>();
  for (const [place, above] of order.entries()) {
    for (const below of order.slice(place + 1)) {
      const [meanAbove, meanBelow] = [meanRank?.[above] ?? 0, meanRank?.[below] ?? 0];
      if (places[above]! < places[below]! && meanAbove > meanBelow + 1e-9) {
        moved.add(above).add(below);
      }
    }
  }
  if (moved.size === 0) return {};
  const named = order.filter((item) => moved.has(item)).map((item) => short(items[item]!.id));
  return { note: say('orderDiffers', { items: figures.list(named) }) };
}

/** The order where items left out say nothing: by comparisons won, as mean ranks would mislead. */
function winsPanel(slice: RankingSlice, words: Words): Panel {
  const { say, figures, short } = words;
  const { items, n, pairwise, meanRank, firstShare, rankedCount } = slice;
  const places = placesIn(slice.consensus.order, items);
  const tops = new Set(contenders(slice));
  const rows = leadingItems(slice).map((i) => {
    const won = pairwise[i]!.reduce((sum, wins) => sum + wins, 0);
    const lost = pairwise.reduce((sum, wins) => sum + wins[i]!, 0);
    return { i, share: won + lost > 0 ? won / (won + lost) : null };
  });
  return {
    id: 'order',
    title: leadSentence(slice, words),
    method: say('winsMethod', { n }) + (n < 15 ? ` ${say('dotsSmall')}` : ''),
    chart: {
      kind: 'bars',
      rows: rows.flatMap(({ i, share }) => {
        if (share === null) return [];
        const label = `${places[i]}  ${short(items[i]!.id)}`;
        return [{ label, share, low: share, high: share, text: figures.share(share) }];
      }),
    },
    head: [
      say('columnItem'),
      say('columnWins'),
      say('columnFirst'),
      say('columnMeanRank'),
      say('columnRanked'),
    ],
    rows: rows.map(({ i, share }) => [
      { text: `${places[i]}  ${items[i]!.name}`, strong: tops.has(i) },
      share === null ? { text: '–' } : { text: figures.share(share), bar: share },
      { text: figures.share(firstShare[i] ?? 0), bar: firstShare[i] ?? 0 },
      { text: decimal(meanRank?.[i], figures) },
      { text: figures.plain(rankedCount[i]!) },
    ]),
    span: 7,
    how: [say('howWins', { n }), say('coverageIgnore'), ...countedWords(slice, words)],
  };
}

/** Share of respondents by place, the items most often in the top first. */
function placesPanel(slice: RankingSlice, words: Words): Panel {
  const { say, figures, short, name } = words;
  const { items, topShare, topCount: k, n } = slice;
  const order = items
    .map((_, i) => i)
    .toSorted((a, b) => (topShare[b] ?? 0) - (topShare[a] ?? 0) || a - b);
  const shown = Math.min(k, 5);
  const columns = items.length <= 9 ? items.length : shown;
  const listed = Array.from({ length: columns }, (_, place) => placeName(place, say));
  const labels = Array.from({ length: shown }, (_, place) => placeName(place, say));
  const best = order[0]!;
  const shareAt = (i: number, place: number) => slice.placeShare?.[i]?.[place] ?? 0;
  return {
    id: 'places',
    title:
      k > 1
        ? say('positionsFinding', {
            item: name(items[best]!.id),
            k,
            share: figures.share(topShare[best] ?? 0),
          })
        : say('positionsFirst'),
    method: say('positionsMethod', { n }),
    chart: {
      kind: 'places',
      places: labels,
      rows: order.map((i) => ({
        label: short(items[i]!.id),
        shares: labels.map((_, place) => shareAt(i, place)),
        total: figures.share(topShare[i] ?? 0),
      })),
    },
    head: [say('columnItem'), ...listed, say('columnTop', { k })],
    rows: order.map((i) => [
      { text: items[i]!.name },
      ...listed.map((_, place) => ({ text: figures.share(shareAt(i, place)) })),
      { text: figures.share(topShare[i] ?? 0), strong: true },
    ]),
    span: 5,
    key: labels,
    how: [say('howPlaces', { n }), ...countedWords(slice, words)],
  };
}

function writeInsPanel({ writeIns }: RankingSlice, { say, figures }: Words): Panel {
  return {
    id: 'write-ins',
    title: say('writeIns'),
    method: say('writeInsMethod'),
    chart: null,
    head: [say('columnItem'), say('columnAnswers')],
    rows: writeIns.map(({ text, n }) => [{ text }, { text: figures.plain(n) }]),
    span: 12,
  };
}

/** The axis ends where the last interval does, at a whole place. */
function axisEnd(rows: readonly { high: number }[], m: number): number {
  return Math.min(m, Math.ceil(Math.max(2, ...rows.map(({ high }) => high + 0.25))));
}

function placeName(place: number, say: SayResults): string {
  const names = ['place1', 'place2', 'place3'] as const;
  const name = names[place];
  return name ? say(name) : say('placeN', { n: place + 1 });
}

function decimal(value: number | null | undefined, figures: FigureWords): string {
  return value === null || value === undefined ? '–' : figures.decimal(value);
}

function between([low = '', high = '']: string[], say: SayResults): string {
  return say('between', { low, high });
}
