import type { Chart, ChartConfiguration } from 'chart.js';
import { perCent, rowAxis, rowLabel, topAxis } from './axes.ts';
import { readableOn, type Theme } from './chart-theme.ts';
import { directLabels, type Label, pixel } from './direct-labels.ts';

/** Rows of shares that stand end to end, with a text behind each. */
export interface StackedShares {
  /** What each part of a row is called, and its colour. */
  parts: { label: string; colour: string }[];
  rows: { label: string; shares: readonly number[]; text: string }[];
  /** Where the axis ends, as a share, and the step of its ticks. */
  max: number;
  step: number;
  /** Narrower parts than this share carry no number. */
  leastLabelled: number;
  /** Room for the texts at the right, in px. */
  right: number;
  /** Where the text of a row starts, in px, given where its parts end as a share. */
  textAt: (chart: Chart, end: number) => number;
}

/** Two digits take this many px. */
const LEAST_ROOM = 17;

/** Horizontal stacked bars with their percentages inside; one row an item. */
export function stackedShares(
  { parts, rows, max, step, leastLabelled, right, textAt }: StackedShares,
  theme: Theme,
  isNarrow: boolean,
): ChartConfiguration {
  return {
    type: 'bar',
    data: {
      labels: rows.map(({ label }) => rowLabel(label, isNarrow, theme)),
      datasets: parts.map(({ label, colour }, part) => ({
        label,
        data: rows.map(({ shares }) => shares[part]!),
        backgroundColor: colour,
        borderColor: theme.surface,
        borderWidth: { right: 1.5 },
        barPercentage: 0.78,
        categoryPercentage: 0.95,
      })),
    },
    options: {
      indexAxis: 'y',
      layout: { padding: { right } },
      scales: {
        y: { ...rowAxis(theme, isNarrow), stacked: true },
        x: {
          ...topAxis(theme),
          stacked: true,
          min: 0,
          max,
          ticks: { ...topAxis(theme).ticks, stepSize: step, callback: perCent },
        },
      },
      plugins: {
        tooltip: {
          callbacks: {
            label: ({ dataset, parsed }) => `${dataset.label}: ${perCent(parsed.x ?? 0)}`,
          },
        },
      },
    },
    plugins: [
      directLabels((chart) =>
        rows.flatMap(({ shares, text }, row) => {
          const y = pixel(chart, 'y', row);
          const labels: Label[] = [];
          let start = 0;
          for (const [part, share] of shares.entries()) {
            const room = pixel(chart, 'x', start + share) - pixel(chart, 'x', start);
            if (share > leastLabelled && room >= LEAST_ROOM) {
              labels.push({
                x: pixel(chart, 'x', start + share / 2),
                y,
                text: String(Math.round(share * 100)),
                align: 'center',
                color: readableOn(parts[part]?.colour ?? theme.grey),
                size: 11.5,
              });
            }
            start += share;
          }
          return [...labels, { x: textAt(chart, start), y, text, bold: true }];
        }),
      ),
    ],
  };
}
