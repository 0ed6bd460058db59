import type { ChoiceFigures } from '../../src/survey/choice-results.ts';
import type { NumberFigures } from '../../src/survey/number-results.ts';
import type { RatingFigures } from '../../src/survey/rating-results.ts';
import type { ShownSlice } from '../../src/survey/results-document.ts';
import type { TextFigures } from '../../src/survey/text-results.ts';
import { plainText } from '../../src/survey/write-in-key.ts';
import { wilsonInterval } from '../../src/ranking/wilson.ts';
import { countedWords } from './left-out.ts';
import type { Words } from './ranking-slice.ts';
import type { Panel } from './results-panel.tsx';
import { inUnit, inUnitShort } from './units.ts';

/** Shares of a single or multiple choice with their intervals, the most chosen first. */
export function choicePanels(
  slice: ShownSlice<ChoiceFigures>,
  isMultiple: boolean,
  words: Words,
): Panel[] {
  const { say, figures } = words;
  const counts = slice.counts.toSorted((a, b) => b.n - a.n);
  const [most] = counts;
  const shares: Panel = {
    id: 'choices',
    title: most
      ? say('choiceFinding', {
          item: most.name,
          share: figures.share(most.share),
          n: slice.n,
        })
      : say('choiceMethod', { n: slice.n }),
    method: say(isMultiple ? 'choiceMultiple' : 'choiceMethod', { n: slice.n }),
    chart: {
      kind: 'bars',
      rows: counts.map(({ name, share, interval: [low, high] }) => {
        return { label: name, share, low, high, text: figures.share(share) };
      }),
    },
    head: [say('columnItem'), say('columnAnswers'), say('columnShare'), say('columnInterval')],
    rows: counts.map(({ name, n, share, interval }) => {
      const [low, high] = interval.map(figures.share);
      return [
        { text: name },
        { text: figures.plain(n) },
        { text: figures.share(share), bar: share },
        { text: say('between', { low: low!, high: high! }) },
      ];
    }),
    span: 12,
    how: [say('howChoice', { n: slice.n }), ...countedWords(slice, words)],
  };
  if (slice.writeIns.length === 0) return [shares];
  const own: Panel = {
    id: 'write-ins',
    title: say('writtenIn'),
    method: say('textsMethod'),
    chart: null,
    head: [say('columnItem'), say('columnAnswers')],
    rows: slice.writeIns.map(({ text, n }) => [{ text }, { text: figures.plain(n) }]),
    span: 12,
  };
  return [shares, own];
}

/** The distribution of a scale or a number with its median marked. */
export function numberPanels(slice: ShownSlice<NumberFigures>, words: Words): Panel[] {
  const { say, figures } = words;
  const { histogram, median, medianBetween, quartiles, unit, mean, n } = slice;
  const bars = histogram.map((bar) => {
    if ('label' in bar) {
      const [low, high] = bar.interval;
      return { label: bar.label, share: bar.share, n: bar.n, low, high };
    }
    const { from, to } = bar;
    const label =
      from === to
        ? inUnitShort(from, unit, figures)
        : `${figures.plain(from)}–${figures.plain(to)}`;
    const [low, high] = wilsonInterval(bar.n, n) ?? [0, 1];
    return { label, share: bar.share, n: bar.n, low, high };
  });
  const placeOf = (value: number) =>
    histogram.findIndex((bar) => ('value' in bar ? bar.value >= value : holds(bar, value)));
  const places = (medianBetween ?? []).map((value) =>
    histogram.findIndex((bar) => ('value' in bar ? bar.value === value : holds(bar, value))),
  );
  const name = (value: number): string => {
    const bar = histogram.find((candidate) => 'value' in candidate && candidate.value === value);
    return bar && 'label' in bar ? bar.label : inUnit(value, unit, words);
  };
  const [low = 0, high = 0] = medianBetween ?? [];
  const [lower = 0, upper = 0] = quartiles ?? [];
  const isScale = mean === null;
  const isSplit = isScale && low !== high;
  const middle = isSplit
    ? say('medianSplit', { low: name(low), high: name(high) })
    : say('medianIs', { value: isScale ? name(low) : inUnit(median ?? 0, unit, words) });
  return [
    {
      id: 'distribution',
      title: middle,
      method: isScale
        ? say('medianMethod', {
            n,
            low: nearName(lower, name, words),
            high: nearName(upper, name, words),
          })
        : say('numberMethod', {
            n,
            median: inUnit(median ?? 0, unit, words),
            mean: inUnit(Math.round(mean * 10) / 10, unit, words),
            low: inUnit(lower, unit, words),
            high: inUnit(upper, unit, words),
          }),
      chart: {
        kind: 'columns',
        bars: bars.map(({ label, share, low: least, high: most }) => {
          return { label, share, low: least, high: most, text: figures.share(share) };
        }),
        middle: quartiles && [placeOf(lower), placeOf(upper)],
        medianAt: places.length === 2 ? (places[0]! + places[1]!) / 2 : null,
        medianLabel: middle,
      },
      head: [say('columnItem'), say('columnAnswers'), say('columnShare'), say('columnInterval')],
      rows: bars.map(({ label, share, n: hits, low: least, high: most }, index) => [
        { text: label, strong: places.includes(index) },
        { text: figures.plain(hits) },
        { text: figures.share(share), bar: share },
        { text: say('between', { low: figures.share(least), high: figures.share(most) }) },
      ]),
      span: 12,
      how: [say('howMedian', { n }), ...countedWords(slice, words)],
    },
  ];

  function nearName(value: number, named: typeof name, { say: tell }: Words): string {
    const known = histogram.some((bar) => 'value' in bar && bar.value === value);
    if (known) return named(value);
    const around = histogram.flatMap((bar) => ('value' in bar ? [bar.value] : []));
    const below = around.findLast((other) => other < value);
    const above = around.find((other) => other > value);
    if (below === undefined || above === undefined) return named(value);
    return tell('between', { low: named(below), high: named(above) });
  }
}

function holds({ from, to }: { from: number; to: number }, value: number): boolean {
  return from === to ? value === from : value >= from && value < to;
}

/** Ratings row by row, the highest mean first; rows that are held back come last. */
export function ratingPanels(slice: ShownSlice<RatingFigures>, words: Words): Panel[] {
  const { say, figures } = words;
  const { points } = slice;
  const rows = slice.rows.toSorted((a, b) => (b.mean ?? -Infinity) - (a.mean ?? -Infinity));
  const shown = rows.filter((row) => row.counts !== null && row.mean !== null);
  const [best] = shown;
  const low = points[0]?.label ?? '';
  const high = points.at(-1)?.label ?? '';
  return [
    {
      id: 'ratings',
      title: best
        ? say('ratingFinding', { item: best.name, mean: figures.decimal(best.mean!, 1) })
        : say('fewTitle', { count: 5 }),
      method: say('ratingMethod', { low, high }),
      chart: {
        kind: 'ratings',
        points: points.map(({ label }) => label),
        rows: shown.map(({ name, counts, n, mean }) => ({
          label: name,
          shares: counts!.map((count) => count / n!),
          text: figures.decimal(mean!, 1),
        })),
      },
      head: [
        say('columnItem'),
        say('columnMean'),
        say('columnInterval'),
        ...points.map(({ label }) => label),
        say('columnDontKnow'),
        say('columnAnswers'),
      ],
      rows: rows.map(({ name, mean, interval, counts, dontKnow, n }) => {
        const ends = interval?.map((end) => figures.decimal(end, 1));
        return [
          { text: name },
          { text: mean === null ? '–' : figures.decimal(mean), strong: true },
          { text: ends ? say('between', { low: ends[0]!, high: ends[1]! }) : '–' },
          ...points.map((_, point) => ({
            text: counts ? figures.plain(counts[point]!) : '–',
          })),
          { text: dontKnow === null ? '–' : figures.plain(dontKnow) },
          { text: n === null ? '–' : figures.plain(n) },
        ];
      }),
      span: 12,
      key: points.map(({ label }) => label),
      how: [say('howRatings'), ...countedWords(slice, words)],
    },
  ];
}

/** What people wrote, one text a row, the same words once with their number, most often first. */
export function textPanels(
  slice: Pick<ShownSlice<TextFigures>, 'texts'>,
  { say, figures }: Words,
): Panel[] {
  const counted = new Map<string, { text: string; n: number }>();
  for (const text of slice.texts) {
    const key = plainText(text);
    counted.set(key, { text, ...counted.get(key), n: (counted.get(key)?.n ?? 0) + 1 });
  }
  const rows = [...counted.values()].toSorted((a, b) => b.n - a.n);
  const isCounted = rows.length < slice.texts.length;
  return [
    {
      id: 'texts',
      title: say('textsTitle', { count: slice.texts.length }),
      method: say('textsMethod'),
      chart: null,
      head: isCounted ? [say('columnItem'), say('columnAnswers')] : [say('columnAnswers')],
      rows: rows.map(({ text, n }) => [
        { text },
        ...(isCounted ? [{ text: figures.plain(n) }] : []),
      ]),
      span: 12,
    },
  ];
}
