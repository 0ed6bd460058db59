import type { ChartBlock, ChartRow } from './strategy-document.ts';
import { coordinate as px, scaleOf, type Scale, ticksOf } from './svg-scale.ts';
import { escapeXml, textWidth, wrapText } from './svg-text.ts';

/** What is drawn and how high it is. */
export interface Plot {
  height: number;
  marks: string;
}

const SIZE = 13;
const LINE = 17;
const SMALL = 12;

/**
 * A chart of rows: `intervals` has a point with its range, `bars` a length with its range. Labels
 * stand at the left, or above their rows where the chart is narrow; the number is at the right.
 * Rows of one group share a bracket and a ground.
 *
 * @example
 * intervalRows(block, 680, 'en').height // => 212
 */
export function intervalRows(chart: ChartBlock, width: number, language: string): Plot {
  const { rows, x } = chart;
  const isNarrow = width < 480;
  const grouped = rows.some(({ group }) => group !== undefined);
  const inset = grouped ? 14 : 2;
  const valueRoom = Math.min(
    width * 0.3,
    Math.max(24, ...rows.map(({ text }) => textWidth(text, SIZE))) + 14,
  );
  const labelRoom = isNarrow ? 0 : Math.round(width * 0.38);
  const left = inset + labelRoom + 10;
  const right = width - valueRoom - 8;
  const scale = scaleOf(x, left, right);
  const axisLines = wrapText(x.label, right - left + valueRoom, SMALL);
  const top = axisLines.length * 15 + 24;
  let y = top;
  const drawn: string[] = [];
  const grounds: string[] = [];
  let isTinted = false;
  let start = y;
  for (const [k, row] of rows.entries()) {
    const lines = wrapText(row.label, isNarrow ? width - inset - 8 : labelRoom, SIZE);
    const values = wrapText(row.text, valueRoom - 8, SIZE);
    const block = isNarrow
      ? lines.length * LINE + Math.max(26, values.length * LINE + 8)
      : Math.max(30, Math.max(lines.length, values.length) * LINE + 12);
    const markY = isNarrow ? y + lines.length * LINE + 15 : y + block / 2;
    const labelY = isNarrow ? y + 16 : y + block / 2 - ((lines.length - 1) * LINE) / 2 + 4.5;
    const valueY = markY - ((values.length - 1) * LINE) / 2 + 4.5;
    drawn.push(
      textLines(lines, inset + (isNarrow ? 2 : 0), labelY, 'label'),
      chart.chart === 'bars' ? bar(row, scale, x.min, markY) : interval(row, scale, markY),
      textLines(values, right + 14, valueY, 'value'),
    );
    y += block;
    if (row.group !== undefined && rows[k + 1]?.group !== row.group) {
      grounds.push(ground(start, y, width, isTinted));
      isTinted = !isTinted;
    }
    if (rows[k + 1]?.group !== row.group) start = y;
  }
  const axis = axisMarks(chart, scale, { language, top, bottom: y, right, axisLines });
  return { height: px(y + 6), marks: grounds.join('') + axis + drawn.join('') };
}

function axisMarks(
  { x }: ChartBlock,
  scale: Scale,
  at: { language: string; top: number; bottom: number; right: number; axisLines: string[] },
): string {
  const from = Math.min(scale(x.min), scale(x.max));
  const numbers = new Intl.NumberFormat(at.language);
  const ticks = ticksOf(x, at.right - from < 260 ? 4 : 6).map((tick) => ({
    place: px(scale(tick)),
    text: numbers.format(tick),
  }));
  const lines = ticks.map(({ place }) => `M${place} ${px(at.top)}V${px(at.bottom)}`);
  const texts = ticks.map(
    ({ place, text }) => `<text x="${place}" y="${px(at.top - 7)}">${text}</text>`,
  );
  const grid =
    `<path class="c-grid" d="${lines.join('')}" stroke="#cfd8e3"/>` +
    `<g class="c-tick" text-anchor="middle" font-size="${SMALL}" fill="#44546d">${texts.join('')}</g>`;
  const cut =
    x.cut === undefined
      ? ''
      : `<line class="c-cut" x1="${px(scale(x.cut))}" x2="${px(scale(x.cut))}" y1="${px(at.top)}" y2="${px(at.bottom)}" stroke="#44546d" stroke-dasharray="5 4"/>`;
  return textLines(at.axisLines, from, 13, 'axis', 15) + grid + cut;
}

function interval({ x, low, high }: ChartRow, scale: Scale, y: number): string {
  const point = finite(x);
  return (
    range(low, high, scale, y, 'band') +
    (point === null
      ? ''
      : `<circle class="c-point" cx="${px(scale(point))}" cy="${px(y)}" r="5.5" fill="#0a35a8" stroke="#fff" stroke-width="1.5"/>`)
  );
}

function bar({ x, low, high }: ChartRow, scale: Scale, min: number, y: number): string {
  const value = finite(x);
  if (value === null) return '';
  const ends = [scale(Math.max(min, 0)), scale(value)];
  const from = Math.min(...ends);
  return (
    `<rect class="c-bar" x="${px(from)}" y="${px(y - 8)}" width="${px(Math.max(...ends) - from)}" height="16" fill="#4b8fc4"/>` +
    range(low, high, scale, y, 'whisker')
  );
}

function range(
  low: number | null,
  high: number | null,
  scale: Scale,
  y: number,
  kind: 'band' | 'whisker',
): string {
  const ends = [finite(low), finite(high)];
  if (ends[0] === null || ends[1] === null) return '';
  const places = ends.map((end) => scale(end!));
  const from = Math.min(...places);
  const length = Math.max(...places) - from;
  const height = kind === 'band' ? 9 : 2;
  const fill = kind === 'band' ? '#9db8dc' : '#12213a';
  return `<rect class="c-${kind}" x="${px(from)}" y="${px(y - height / 2)}" width="${px(Math.max(length, 2))}" height="${height}" rx="${height / 2}" fill="${fill}"/>`;
}

/** The bracket of rows that belong together, on every other ground. */
function ground(from: number, to: number, width: number, isTinted: boolean): string {
  const tint = isTinted
    ? ''
    : `<rect class="c-ground" x="0" y="${px(from)}" width="${width}" height="${px(to - from)}" fill="#e8eff6"/>`;
  return `${tint}<path class="c-bracket" d="M9 ${px(from + 5)}H5V${px(to - 5)}H9" fill="none" stroke="#6b7c93" stroke-width="1.5"/>`;
}

/** Lines of text, one under the other, as one element. */
export function textLines(
  lines: readonly string[],
  x: number,
  y: number,
  kind: string,
  leading = LINE,
): string {
  const spans = lines.map(
    (line, k) =>
      `<tspan x="${px(x)}" ${k === 0 ? `y="${px(y)}"` : `dy="${leading}"`}>${escapeXml(line)}</tspan>`,
  );
  const size = kind === 'axis' ? ` font-size="${SMALL}"` : '';
  return `<text class="c-${kind}"${size} fill="${kind === 'axis' ? '#44546d' : '#12213a'}">${spans.join(' ')}</text>`;
}

/** The number, or null where there is none to draw. */
export function finite(value: number | null | undefined): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
