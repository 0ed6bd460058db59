import { Paragraph } from 'docx';
import { type ChartBaseOptions, ChartRun, type ChartValueAxis } from 'docx/charts';
import { plainText } from '../../survey/strategy/plain-text.ts';
import { windowOf } from '../../survey/strategy/svg-scale.ts';
import { textWidth } from '../../survey/strategy/svg-text.ts';
import type { ChartAxis, ChartBlock, ChartRow } from '../../survey/strategy/strategy-document.ts';
import { WORD_INK } from './word-styles.ts';

const BAR = '4B8FC4';
const BAND = '9DB8DC';
const POINT = '0A35A8';
/** Pixels between the margins of the page. */
const WIDTH = 628;

/**
 * A chart as Word's own: drawn by Word, with its figures in a sheet behind it. Null where nothing
 * can be drawn.
 */
export function wordChart(chart: ChartBlock): Paragraph | null {
  const rows = chart.rows.filter(({ x }) => isNumber(x));
  if (!rows.length) return null;
  const run = chart.chart === 'quadrant' ? quadrant(chart, rows) : rowsChart(chart, rows);
  return run && new Paragraph({ keepNext: true, spacing: { after: 80 }, children: [run] });
}

function rowsChart(chart: ChartBlock, rows: ChartRow[]): ChartRun {
  const lines = rows.reduce((sum, { label }) => sum + Math.ceil((label.length + 8) / 34), 0);
  const base = {
    ...common(chart, Math.max(110, 60 + lines * 14 + rows.length * 12)),
    type: 'bar' as const,
    categories: rows.map(({ label, text }) => plainText(text ? `${label}: ${text}` : label)),
    categoryAxis: { reverseOrder: true, font: { size: 8.5, color: WORD_INK.text } },
    valueAxis: axis(chart.x),
  };
  const whole = rows.every(
    ({ low, high }) => isNumber(low) && isNumber(high) && low >= 0 && high >= low,
  );
  if (chart.chart === 'intervals' && whole) return intervals(chart, rows, base);
  const errors = rows.some(({ low, high }) => isNumber(low) && isNumber(high));
  return new ChartRun({
    ...base,
    gapWidth: 60,
    series: [
      {
        name: plainText(chart.x.label),
        values: rows.map(({ x }) => x),
        color: BAR,
        ...(errors && {
          errorBars: {
            type: 'custom' as const,
            plus: rows.map(({ x, high }) => (isNumber(high) ? Math.max(0, high - x!) : null)),
            minus: rows.map(({ x, low }) => (isNumber(low) ? Math.max(0, x! - low) : null)),
            line: { color: WORD_INK.text, width: 1 },
          },
        }),
      },
    ],
  });
}

type RowsBase = ChartBaseOptions & {
  type: 'bar';
  categories: string[];
};

/** Floating bars: an unseen one up to the interval, and its two halves with the point between. */
function intervals({ x }: ChartBlock, rows: ChartRow[], base: RowsBase): ChartRun {
  const half = (x.max - x.min) / 160;
  const from = rows.map((row) => Math.min(row.low!, row.x! - half));
  const to = rows.map((row) => Math.max(row.high!, row.x! + half));
  return new ChartRun({
    ...base,
    valueAxis: { ...axis(x), gridlines: false },
    stacking: 'stacked',
    gapWidth: 130,
    series: [
      { name: '·', values: from, color: 'FFFFFF' },
      { name: '−', values: rows.map((row, k) => row.x! - half - from[k]!), color: BAND },
      { name: plainText(x.label), values: rows.map(() => 2 * half), color: POINT },
      { name: '+', values: rows.map((row, k) => to[k]! - row.x! - half), color: BAND },
    ],
  });
}

function quadrant(chart: ChartBlock, all: ChartRow[]): ChartRun | null {
  const rows = all.filter(({ y }) => isNumber(y));
  if (!rows.length || !chart.y) return null;
  const x = windowOf(
    chart.x,
    rows.map((row) => row.x!),
  );
  const y = windowOf(
    chart.y,
    rows.map((row) => row.y!),
  );
  const cut = { color: WORD_INK.quiet, width: 1, dash: 'dash' as const };
  const middle = { x: x.cut ?? (x.min + x.max) / 2, y: y.cut ?? (y.min + y.max) / 2 };
  const across = (plus: number, minus: number) => ({
    type: 'custom' as const,
    plus: [plus],
    minus: [minus],
    endCaps: false,
    line: cut,
  });
  const sides = labelSides(rows, x, y);
  return new ChartRun({
    ...common(chart, 420),
    type: 'scatter',
    lines: 'none',
    xAxis: axis(x),
    yAxis: axis(y),
    series: [
      {
        name: plainText(chart.caption),
        points: rows.map((row) => ({ x: row.x!, y: row.y! })),
        color: POINT,
        markers: { shape: 'circle', size: 7 },
        pointLabels: rows.map(({ label }, k) => ({
          text: plainText(label),
          position: sides[k]!,
          font: { size: 8, color: WORD_INK.text },
        })),
      },
      ...(x.cut === undefined && y.cut === undefined
        ? []
        : [
            {
              name: '|',
              points: [middle],
              markers: false,
              dataLabels: false as const,
              ...(x.cut !== undefined && {
                yErrorBars: across(y.max - middle.y, middle.y - y.min),
              }),
              ...(y.cut !== undefined && {
                xErrorBars: across(x.max - middle.x, middle.x - x.min),
              }),
            },
          ]),
    ],
  });
}

/** On which side of each point its label hits no other point and no label before it, about. */
function labelSides(rows: readonly ChartRow[], x: ChartAxis, y: ChartAxis): Side[] {
  const at = rows.map((row) => ({
    x: ((row.x! - x.min) / (x.max - x.min)) * (WIDTH - 70) * (x.reversed ? -1 : 1),
    y: ((row.y! - y.min) / (y.max - y.min)) * 330,
  }));
  const taken: { left: number; right: number; y: number }[] = [];
  return rows.map(({ label }, k) => {
    const width = textWidth(label, 10.5);
    const { x: left, y: middle } = at[k]!;
    const boxes: Record<Side, { left: number; right: number; y: number }> = {
      right: { left: left + 6, right: left + 6 + width, y: middle },
      left: { left: left - 6 - width, right: left - 6, y: middle },
      above: { left: left - width / 2, right: left + width / 2, y: middle + 14 },
      below: { left: left - width / 2, right: left + width / 2, y: middle - 14 },
    };
    const hits = (side: Side) =>
      [
        ...taken,
        ...at
          .filter((_, other) => other !== k)
          .map((o) => ({ left: o.x - 5, right: o.x + 5, y: o.y })),
      ].filter(
        (other) =>
          other.left < boxes[side].right &&
          other.right > boxes[side].left &&
          Math.abs(other.y - boxes[side].y) < 12,
      ).length;
    const side = SIDES.toSorted((a, b) => hits(a) - hits(b))[0]!;
    taken.push(boxes[side]);
    return side;
  });
}

const SIDES = ['right', 'left', 'above', 'below'] as const;
type Side = (typeof SIDES)[number];

function common({ caption, summary }: ChartBlock, height: number) {
  return {
    legend: false as const,
    font: { name: 'Arial', color: WORD_INK.quiet },
    chartArea: { border: 'none' as const },
    transformation: { width: WIDTH, height },
    altText: {
      name: plainText(caption),
      title: plainText(caption),
      description: plainText(summary),
    },
  };
}

function axis({ label, min, max, reversed }: ChartAxis): ChartValueAxis {
  return {
    title: { text: plainText(label), font: { size: 8.5, bold: false, color: WORD_INK.quiet } },
    minimum: min,
    maximum: max,
    gridlines: true,
    font: { size: 8.5, color: WORD_INK.quiet },
    ...(reversed && { reverseOrder: true }),
  };
}

function isNumber(value: number | null | undefined): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
