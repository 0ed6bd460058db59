import type { Chart, ChartConfiguration } from 'chart.js';
import type { RatingsSpec } from './chart-spec.ts';
import type { Theme } from './chart-theme.ts';
import { stackedShares } from './stacked-shares.ts';

/** Ratings of each row as shares that fill the width, the mean at the end. */
export function ratings(spec: RatingsSpec, theme: Theme, isNarrow: boolean): ChartConfiguration {
  const { points, rows } = spec;
  const stacked = {
    parts: points.map((label, point) => ({ label, colour: colourOf(point, points.length, theme) })),
    rows,
    max: 1,
    step: 0.25,
    leastLabelled: 0.08,
    right: 40,
    textAt: ({ chartArea }: Chart) => chartArea.right + 8,
  };
  return stackedShares(stacked, theme, isNarrow);
}

/** Points spread over the five steps of the sequence, the highest strongest. */
function colourOf(point: number, count: number, { points }: Theme): string {
  const step = count > 1 ? (point * (points.length - 1)) / (count - 1) : points.length - 1;
  return points[Math.round(step)]!;
}
