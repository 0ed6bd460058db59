import type { ChartConfiguration } from 'chart.js';
import { perCent, rowAxis, rowLabel, topAxis } from './axes.ts';
import type { PlacesSpec } from './chart-spec.ts';
import { readableOn, type Theme } from './chart-theme.ts';
import { directLabels, type Label, pixel } from './direct-labels.ts';

/** Narrower segments than this share carry no number. */
const LEAST_LABELLED = 0.07;

/** Stacked shares of first, second, … place, strongest colour first, the total at the end. */
export function places(spec: PlacesSpec, theme: Theme, isNarrow: boolean): ChartConfiguration {
  const { rows } = spec;
  const most = Math.max(...rows.map(({ shares }) => shares.reduce((sum, x) => sum + x, 0)));
  return {
    type: 'bar',
    data: {
      labels: rows.map(({ label }) => rowLabel(label, isNarrow)),
      datasets: spec.places.map((label, place) => ({
        label,
        data: rows.map(({ shares }) => shares[place]!),
        backgroundColor: theme.places[place] ?? theme.grey,
        borderColor: theme.surface,
        borderWidth: { right: 1.5 },
        barPercentage: 0.78,
        categoryPercentage: 0.95,
      })),
    },
    options: {
      indexAxis: 'y',
      layout: { padding: { right: 46 } },
      scales: {
        y: { ...rowAxis(theme, isNarrow), stacked: true },
        x: {
          ...topAxis(theme),
          stacked: true,
          min: 0,
          max: Math.min(1, Math.ceil(most * 10) / 10),
          ticks: { ...topAxis(theme).ticks, stepSize: 0.2, callback: perCent },
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
        rows.flatMap(({ shares, total }, row) => {
          const y = pixel(chart, 'y', row);
          const labels: Label[] = [];
          let start = 0;
          for (const [place, share] of shares.entries()) {
            if (share > LEAST_LABELLED) {
              labels.push({
                x: pixel(chart, 'x', start + share / 2),
                y,
                text: String(Math.round(share * 100)),
                align: 'center',
                color: readableOn(theme.places[place] ?? theme.grey),
                size: 11.5,
              });
            }
            start += share;
          }
          return [...labels, { x: pixel(chart, 'x', start) + 7, y, text: total, bold: true }];
        }),
      ),
    ],
  };
}
