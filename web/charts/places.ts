import type { Chart, ChartConfiguration } from 'chart.js';
import type { PlacesSpec } from './chart-spec.ts';
import type { Theme } from './chart-theme.ts';
import { pixel } from './direct-labels.ts';
import { stackedShares } from './stacked-shares.ts';

/** Stacked shares of first, second, … place, strongest colour first, the total at the end. */
export function places(spec: PlacesSpec, theme: Theme, isNarrow: boolean): ChartConfiguration {
  const totals = spec.rows.map(({ shares }) => shares.reduce((sum, share) => sum + share, 0));
  const stacked = {
    parts: spec.places.map((label, place) => ({
      label,
      colour: theme.places[place] ?? theme.grey,
    })),
    rows: spec.rows.map(({ label, shares, total }) => ({ label, shares, text: total })),
    max: Math.min(1, Math.ceil(Math.max(...totals) * 10) / 10),
    step: 0.2,
    leastLabelled: 0.07,
    right: 46,
    textAt: (chart: Chart, end: number) => pixel(chart, 'x', end) + 7,
  };
  return stackedShares(stacked, theme, isNarrow);
}
