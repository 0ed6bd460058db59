import type { ChartAxis, ChartBlock } from './strategy-document.ts';
import { finite, type Plot, textLines } from './svg-rows.ts';
import { coordinate as px, scaleOf, ticksOf, windowOf } from './svg-scale.ts';
import { textWidth, wrapText } from './svg-text.ts';

const SIZE = 13;
const LINE = 17;

/**
 * Numbered points on two axes, cut where the axes say, with a key to the numbers below: labels of
 * any length fit, and no two hide each other.
 *
 * @example
 * quadrantPlot(block, 320, 'en').marks.match(/<circle/g)?.length // => as many as have both values
 */
export function quadrantPlot(chart: ChartBlock, width: number, language: string): Plot {
  const whole = chart.y ?? { label: '', min: 0, max: 1 };
  const drawn = chart.rows.filter((row) => finite(row.x) !== null && finite(row.y) !== null);
  const x = windowOf(
    chart.x,
    drawn.map((row) => row.x!),
  );
  const y = windowOf(
    whole,
    drawn.map((row) => row.y!),
  );
  const titles = wrapText(y.label, width - 8, 12);
  const area = {
    left: 34,
    right: width - 10,
    top: titles.length * 15 + 12,
    bottom: titles.length * 15 + 12 + Math.min(380, Math.round(width * 0.72)),
  };
  const toX = scaleOf(x, area.left, area.right);
  const toY = scaleOf(y, area.bottom, area.top);
  const numbers = new Intl.NumberFormat(language);
  const points = chart.rows.map((row, k) => {
    const [h, v] = [finite(row.x), finite(row.y)];
    return h === null || v === null
      ? null
      : { x: toX(h), y: toY(v), name: String(k + 1), group: row.group };
  });
  const shown = points.filter((point) => point !== null);
  const under = wrapText(chart.x.label, area.right - area.left, 12);
  const keyTop = area.bottom + 26 + under.length * 15 + 22;
  const key = keyOf(chart, width, keyTop);
  const marks = [
    `<rect class="c-frame" x="${area.left}" y="${area.top}" width="${px(area.right - area.left)}" height="${px(area.bottom - area.top)}" fill="none" stroke="#cfd8e3"/>`,
    textLines(titles, 2, 13, 'axis', 15),
    ...axis(x, toX, numbers, (at, text) => tick(at, area.bottom + 17, text, 'middle')),
    ...axis(y, toY, numbers, (at, text) => tick(area.left - 7, at + 4, text, 'end')),
    textLines(under, area.left, area.bottom + 36, 'axis', 15),
    cutLine(x, toX, (at) => [at, at, area.top, area.bottom]),
    cutLine(y, toY, (at) => [area.left, area.right, at, at]),
    ...shown.map((point) => markOf(point)),
    ...besides(shown, area),
    key.marks,
  ];
  return { height: px(key.bottom), marks: marks.join('') };
}

function axis(
  of: ChartAxis,
  scale: (v: number) => number,
  numbers: Intl.NumberFormat,
  draw: Draw,
): string[] {
  return ticksOf(of, 5).map((value) => draw(scale(value), numbers.format(value)));
}

type Draw = (at: number, text: string) => string;

function tick(x: number, y: number, text: string, anchor: string): string {
  return `<text class="c-tick" x="${px(x)}" y="${px(y)}" text-anchor="${anchor}" font-size="12" fill="#44546d">${text}</text>`;
}

function cutLine(
  { cut }: ChartAxis,
  scale: (v: number) => number,
  ends: (at: number) => [number, number, number, number],
): string {
  if (cut === undefined) return '';
  const [x1, x2, y1, y2] = ends(scale(cut)).map(px);
  return `<line class="c-cut" x1="${x1}" x2="${x2}" y1="${y1}" y2="${y2}" stroke="#44546d" stroke-dasharray="5 4"/>`;
}

interface Point {
  x: number;
  y: number;
  name: string;
  group: number | undefined;
}

/** Groups differ in shape and not in colour alone. */
function markOf({ x, y, group = 0 }: Point): string {
  const paint = 'fill="#0a35a8" stroke="#fff" stroke-width="1.5"';
  if (group % 3 === 1) {
    return `<path class="c-point c-second" d="M${px(x)} ${px(y - 7)}l7 7l-7 7l-7 -7z" fill="#bc5b10" stroke="#fff" stroke-width="1.5"/>`;
  }
  if (group % 3 === 2) {
    return `<circle class="c-point c-hollow" cx="${px(x)}" cy="${px(y)}" r="5" fill="#fff" stroke="#0a35a8" stroke-width="2"/>`;
  }
  return `<circle class="c-point" cx="${px(x)}" cy="${px(y)}" r="6" ${paint}/>`;
}

/** The points' numbers, each at the first place where it hits no other number and no point. */
function besides(
  points: readonly Point[],
  area: { left: number; right: number; top: number; bottom: number },
): string[] {
  const placed: { x: number; y: number }[] = [];
  return points.map((point) => {
    const width = textWidth(point.name, SIZE);
    const tries = [
      [8, -6],
      [-8 - width, -6],
      [8, 15],
      [-8 - width, 15],
      [-width / 2, -11],
      [-width / 2, 21],
      [14, 4.5],
      [-14 - width, 4.5],
      [22, -8],
      [-22 - width, -8],
      [22, 18],
      [-22 - width, 18],
    ] as const;
    const isFree = ([dx, dy]: readonly [number, number]) => {
      const [x, y] = [point.x + dx, point.y + dy];
      return (
        x > area.left &&
        x + width < area.right &&
        y - 10 > area.top &&
        y < area.bottom &&
        placed.every((o) => Math.abs(o.x - x) > 16 || Math.abs(o.y - y) > 13) &&
        points.every(
          (o) =>
            o === point ||
            Math.abs(o.x - (x + width / 2)) > 7 + width / 2 ||
            Math.abs(o.y - (y - 5)) > 11,
        )
      );
    };
    const [dx, dy] = tries.find(isFree) ?? tries[0];
    placed.push({ x: point.x + dx, y: point.y + dy });
    return textLines([point.name], point.x + dx, point.y + dy, 'name');
  });
}

/** Number, label and figures of each row, in two columns where there is room. */
function keyOf(
  { rows }: ChartBlock,
  width: number,
  top: number,
): { marks: string; bottom: number } {
  const columns = width < 480 ? 1 : 2;
  const room = width / columns - 36;
  const each = rows.map((row, k) => ({
    number: String(k + 1),
    lines: wrapText(row.text ? `${row.label} (${row.text})` : row.label, room, SIZE),
  }));
  const perColumn = Math.ceil(each.length / columns);
  let bottom = top;
  const marks: string[] = [];
  for (let column = 0; column < columns; column++) {
    let y = top;
    for (const { number, lines } of each.slice(column * perColumn, (column + 1) * perColumn)) {
      const x = (column * width) / columns;
      marks.push(textLines([number], x + 2, y, 'name'), textLines(lines, x + 26, y, 'label'));
      y += lines.length * LINE + 4;
    }
    bottom = Math.max(bottom, y);
  }
  return { marks: marks.join(''), bottom };
}
