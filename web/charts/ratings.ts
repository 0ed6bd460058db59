import type { ChartConfiguration } from 'chart.js';
import { perCent, rowAxis, rowLabel, topAxis } from './axes.ts';
import type { RatingsSpec } from './chart-spec.ts';
import { readableOn, type Theme } from './chart-theme.ts';
import { directLabels, type Label, pixel } from './direct-labels.ts';

/** Ratings of each row as shares that fill the width, the mean at the end. */
export function ratings(spec: RatingsSpec, theme: Theme, isNarrow: boolean): ChartConfiguration {
  const { points, rows } = spec;
  const colours = points.map((_, point) => colourOf(point, points.length, theme));
  return {
    type: 'bar',
    data: {
      labels: rows.map(({ label }) => rowLabel(label, isNarrow)),
      datasets: points.map((label, point) => ({
        label,
        data: rows.map(({ shares }) => shares[point]!),
        backgroundColor: colours[point]!,
        borderColor: theme.surface,
        borderWidth: { right: 1.5 },
        barPercentage: 0.78,
        categoryPercentage: 0.95,
      })),
    },
    options: {
      indexAxis: 'y',
      layout: { padding: { right: 40 } },
      scales: {
        y: { ...rowAxis(theme, isNarrow), stacked: true },
        x: {
          ...topAxis(theme),
          stacked: true,
          min: 0,
          max: 1,
          ticks: { ...topAxis(theme).ticks, stepSize: 0.25, callback: perCent },
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
          for (const [point, share] of shares.entries()) {
            if (share > 0.08) {
              labels.push({
                x: pixel(chart, 'x', start + share / 2),
                y,
                text: String(Math.round(share * 100)),
                align: 'center',
                color: readableOn(colours[point]!),
                size: 11.5,
              });
            }
            start += share;
          }
          return [...labels, { x: chart.chartArea.right + 8, y, text, bold: true }];
        }),
      ),
    ],
  };
}

/** Points spread over the five steps of the sequence, the highest strongest. */
function colourOf(point: number, count: number, { points }: Theme): string {
  const step = count > 1 ? (point * (points.length - 1)) / (count - 1) : points.length - 1;
  return points[Math.round(step)]!;
}
