import type { JSX } from 'preact';
import type { GapRow, Gaps } from '../../src/survey/needs/needs-document.ts';
import { type NeedsView } from './needs-frame.ts';

const WIDTH = 720;
const HEIGHT = 460;
const EDGE = { left: 52, right: 16, top: 16, bottom: 46 };

type Rated = Extract<Gaps, { kind: 'rated' }>;
type Interval = [number, number];

/** A point that is shown: both means are known. */
interface Shown {
  number: number;
  row: GapRow;
  importance: number;
  level: number;
}

/**
 * Importance against level as a drawing without script: a number for each content, in the order of
 * the table, with a line for each 95 % interval; hollow where it could belong to another field.
 */
export function NeedsQuadrant({
  view,
  gaps,
  rows,
}: {
  view: NeedsView;
  gaps: Rated;
  rows: readonly GapRow[];
}): JSX.Element | null {
  const { say, figures } = view;
  const { crosshair } = gaps;
  const shown = rows.flatMap((row, index): Shown[] => {
    const { meanImportance, meanLevel } = row.gap;
    if (meanImportance === null || meanLevel === null) return [];
    return [{ number: index + 1, row, importance: meanImportance, level: meanLevel }];
  });
  if (!crosshair || shown.length < 2) return null;
  const x = axis(
    shown.map(({ level }) => level),
    gaps.points,
    EDGE.left,
    WIDTH - EDGE.right,
  );
  const y = axis(
    shown.map(({ importance }) => importance),
    gaps.points,
    HEIGHT - EDGE.bottom,
    EDGE.top,
  );
  const [left, right] = [EDGE.left, WIDTH - EDGE.right];
  const [top, bottom] = [EDGE.top, HEIGHT - EDGE.bottom];
  const [middleX, middleY] = [x.at(crosshair.level), y.at(crosshair.importance)];
  return (
    <svg
      class="quadrant"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={say('quadrantAlt')}
    >
      <rect class="quadrant-area" x={left} y={top} width={right - left} height={bottom - top} />
      <rect class="quadrant-first" x={left} y={top} width={middleX - left} height={middleY - top} />
      <line class="quadrant-cross" x1={middleX} x2={middleX} y1={top} y2={bottom} />
      <line class="quadrant-cross" x1={left} x2={right} y1={middleY} y2={middleY} />
      <text class="quadrant-field first" x={left + 10} y={top + 22}>
        {say('concentrate-here')}
      </text>
      <text class="quadrant-field end" x={right - 10} y={top + 22}>
        {say('keep-up')}
      </text>
      <text class="quadrant-field" x={left + 10} y={bottom - 12}>
        {say('low-priority')}
      </text>
      <text class="quadrant-field end" x={right - 10} y={bottom - 12}>
        {say('possible-overkill')}
      </text>
      {x.ticks.map((value) => (
        <text key={value} class="quadrant-tick middle" x={x.at(value)} y={bottom + 18}>
          {figures.decimal(value, 1)}
        </text>
      ))}
      {y.ticks.map((value) => (
        <text key={value} class="quadrant-tick end" x={left - 8} y={y.at(value) + 4}>
          {figures.decimal(value, 1)}
        </text>
      ))}
      <text class="quadrant-axis middle" x={(left + right) / 2} y={HEIGHT - 8}>
        {say('level')}
      </text>
      <text
        class="quadrant-axis middle"
        transform={`translate(14 ${(top + bottom) / 2}) rotate(-90)`}
      >
        {say('importance')}
      </text>
      {shown.map(({ row, importance, level }) => {
        const [px, py] = [x.at(level), y.at(importance)];
        const [lowX, highX] = ends(row.levelInterval, level, x.at, left, right);
        const [lowY, highY] = ends(row.importanceInterval, importance, y.at, top, bottom);
        return (
          <g key={row.id}>
            <line class="quadrant-range" x1={lowX} x2={highX} y1={py} y2={py} />
            <line class="quadrant-range" x1={px} x2={px} y1={lowY} y2={highY} />
          </g>
        );
      })}
      {shown.map(({ number, row, importance, level }) => {
        const isNear = row.borderline.importance || row.borderline.level;
        const isFirst = row.quadrant === 'concentrate-here';
        const dot = `quadrant-dot${isNear ? ' near' : ''}${isFirst ? ' first' : ''}`;
        return (
          <g key={row.id}>
            <circle class={dot} cx={x.at(level)} cy={y.at(importance)} r="11" />
            <text
              class={`quadrant-number${isNear ? ' near' : ''}${isFirst ? ' first' : ''}`}
              x={x.at(level)}
              y={y.at(importance) + 4}
            >
              {number}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

/** An axis around the means with some room, within the scale, and its whole and half numbers. */
function axis(values: readonly number[], points: readonly number[], from: number, to: number) {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const room = Math.max(0.25, (most - least) * 0.2);
  const low = Math.max(points[0]!, Math.floor((least - room) * 4) / 4);
  const high = Math.min(points.at(-1)!, Math.ceil((most + room) * 4) / 4);
  const at = (value: number) => from + ((value - low) / (high - low)) * (to - from);
  const ticks: number[] = [];
  for (let value = Math.ceil(low * 2) / 2; value <= high; value += 0.5) ticks.push(value);
  return { at, ticks };
}

/** The ends of an interval within the drawing. */
function ends(
  interval: Interval | null,
  value: number,
  at: (value: number) => number,
  from: number,
  to: number,
): Interval {
  const within = (place: number) => Math.min(to, Math.max(from, place));
  const [low, high] = interval ?? [value, value];
  return [within(at(low)), within(at(high))];
}
