import type { ChartConfiguration } from 'chart.js';
import { decimal, rowAxis, rowLabel, topAxis } from './axes.ts';
import type { DotsSpec } from './chart-spec.ts';
import type { Theme } from './chart-theme.ts';
import { directLabels, pixel } from './direct-labels.ts';

/** A dot per item on its mean with a band for the interval; filled where it may be first. */
export function dots(spec: DotsSpec, theme: Theme, isNarrow: boolean): ChartConfiguration {
  const { rows, min, max, first } = spec;
  const labels = rows.map(({ label }) => rowLabel(label, isNarrow, theme));
  return {
    type: 'bar',
    data: {
      labels,
      datasets: [
        {
          type: 'line',
          data: rows.map(({ value }, row) => ({ x: value, y: row })) as never,
          showLine: false,
          clip: false,
          pointRadius: isNarrow ? 4 : 6.5,
          pointHoverRadius: 8,
          pointBackgroundColor: rows.map(({ top }) => (top ? theme.brand : theme.surface)),
          pointBorderColor: theme.brand,
          pointBorderWidth: isNarrow ? 2 : 2.5,
        },
        {
          type: 'bar',
          data: rows.map(({ low, high }) => [low, high]) as never,
          barThickness: isNarrow ? 4 : 5,
          backgroundColor: theme.band,
          borderRadius: 3,
          borderSkipped: false,
        },
      ],
    },
    options: {
      indexAxis: 'y',
      layout: { padding: { right: 44, top: 2 } },
      scales: {
        y: rowAxis(theme, isNarrow),
        x: {
          ...topAxis(theme),
          min,
          max,
          ticks: {
            ...topAxis(theme).ticks,
            includeBounds: true,
            stepSize: max - min > 12 || isNarrow ? undefined : 1,
            callback: (value: number | string) =>
              first !== undefined && Number(value) === min ? first : decimal(Number(value), 1),
          } as never,
        },
      },
      plugins: {
        tooltip: {
          filter: ({ datasetIndex }) => datasetIndex === 0,
          callbacks: {
            label: ({ dataIndex }) => {
              const { value, low, high } = rows[dataIndex]!;
              return `${decimal(value)} (${decimal(low)} – ${decimal(high)})`;
            },
          },
        },
      },
    },
    plugins: [
      directLabels((chart) =>
        rows.map(({ text, top }, row) => ({
          x: chart.chartArea.right + 10,
          y: pixel(chart, 'y', row),
          text,
          bold: top,
        })),
      ),
    ],
  };
}
