import type { Chart, ChartConfiguration, Plugin } from 'chart.js';
import { perCent, rowAxis, rowLabel, topAxis } from './axes.ts';
import type { BarsSpec } from './chart-spec.ts';
import type { Theme } from './chart-theme.ts';
import { directLabels, pixel } from './direct-labels.ts';

/** Shares as bars with a whisker for each interval. */
export function bars(spec: BarsSpec, theme: Theme, isNarrow: boolean): ChartConfiguration {
  const { rows } = spec;
  const most = Math.max(0.1, ...rows.map(({ high }) => high));
  return {
    type: 'bar',
    data: {
      labels: rows.map(({ label }) => rowLabel(label, isNarrow, theme)),
      datasets: [
        {
          data: rows.map(({ share }) => share),
          backgroundColor: theme.places[2] ?? theme.brand,
          borderRadius: 3,
          barPercentage: 0.72,
        },
      ],
    },
    options: {
      indexAxis: 'y',
      layout: { padding: { right: 46 } },
      scales: {
        y: rowAxis(theme, isNarrow),
        x: {
          ...topAxis(theme),
          min: 0,
          max: Math.min(1, Math.ceil(most * 10) / 10),
          ticks: { ...topAxis(theme).ticks, callback: perCent },
        },
      },
      plugins: {
        tooltip: {
          callbacks: {
            label: ({ dataIndex }) => {
              const { text, low, high } = rows[dataIndex]!;
              return `${text} (${perCent(low)} – ${perCent(high)})`;
            },
          },
        },
      },
    },
    plugins: [
      whiskers(rows, theme),
      directLabels((chart) =>
        rows.map(({ text, high }, row) => ({
          x: pixel(chart, 'x', high) + 8,
          y: pixel(chart, 'y', row),
          text,
          bold: true,
        })),
      ),
    ],
  };
}

function whiskers(rows: BarsSpec['rows'], { ink, surface }: Theme): Plugin {
  return {
    id: 'whiskers',
    afterDatasetsDraw: (chart: Chart) => {
      const { ctx } = chart;
      ctx.save();
      for (const [row, { low, high }] of rows.entries()) {
        if (low === high) continue;
        const y = pixel(chart, 'y', row);
        const [left, right] = [pixel(chart, 'x', low), pixel(chart, 'x', high)];
        for (const [color, width] of [
          [surface, 5],
          [ink, 2],
        ] as const) {
          ctx.strokeStyle = color;
          ctx.lineWidth = width;
          ctx.beginPath();
          ctx.moveTo(left, y);
          ctx.lineTo(right, y);
          for (const x of [left, right]) {
            ctx.moveTo(x, y - 5);
            ctx.lineTo(x, y + 5);
          }
          ctx.stroke();
        }
      }
      ctx.restore();
    },
  };
}
