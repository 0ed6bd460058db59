import type { ChartConfiguration } from 'chart.js';
import { perCent, rowLabel } from './axes.ts';
import type { MatrixSpec } from './chart-spec.ts';
import { aroundEven, readableOn, type Theme } from './chart-theme.ts';
import { directLabels, pixel } from './direct-labels.ts';

interface MatrixCell {
  x: number;
  y: number;
  v: number | null;
}

/** Head to head: blue where the row wins, orange where it loses, in per cent. */
export function matrix(spec: MatrixSpec, theme: Theme, isNarrow: boolean): ChartConfiguration {
  const { labels, cells } = spec;
  const size = labels.length;
  const data: MatrixCell[] = cells.flatMap((row, y) => row.map((v, x) => ({ x, y, v })));
  const all = { min: -0.5, max: size - 0.5 };
  const ticksAt = (axis: { ticks: { value: number }[] }) => {
    axis.ticks = labels.map((_, value) => ({ value }));
  };
  // The controller's default is an offset, by which cells would be wider than their columns.
  const bare = {
    offset: false,
    grid: { display: false },
    border: { display: false },
    afterBuildTicks: ticksAt,
  };
  const config = {
    type: 'matrix',
    data: {
      datasets: [
        {
          data,
          backgroundColor: ({ raw }: { raw?: MatrixCell }) =>
            raw?.v === null || !raw ? theme.soft : aroundEven(raw.v),
          width: ({ chart }: { chart: { chartArea?: { width: number } } }) =>
            Math.max(1, (chart.chartArea?.width ?? 0) / size - 2),
          height: ({ chart }: { chart: { chartArea?: { height: number } } }) =>
            Math.max(1, (chart.chartArea?.height ?? 0) / size - 2),
          borderRadius: 3,
        },
      ],
    },
    options: {
      scales: {
        x: {
          ...bare,
          type: 'linear',
          ...all,
          position: 'top',
          ticks: {
            autoSkip: false,
            maxRotation: 0,
            color: theme.ink,
            font: { size: 13, weight: '600' },
            callback: (value: number) => String(value + 1),
          },
        },
        y: {
          ...bare,
          type: 'linear',
          ...all,
          reverse: true,
          ticks: {
            autoSkip: false,
            crossAlign: 'far',
            color: theme.ink,
            font: { size: isNarrow ? 12 : 13 },
            callback: (value: number) => rowLabel(labels[value] ?? '', isNarrow, theme),
          },
        },
      },
      plugins: {
        tooltip: {
          callbacks: {
            title: () => '',
            label: ({ raw }: { raw: MatrixCell }) =>
              raw.v === null ? '' : `${labels[raw.y]} › ${labels[raw.x]}: ${perCent(raw.v)}`,
          },
        },
      },
    },
    plugins: [
      directLabels((chart) =>
        data.flatMap(({ x, y, v }) =>
          v === null
            ? []
            : [
                {
                  x: pixel(chart, 'x', x),
                  y: pixel(chart, 'y', y),
                  text: String(Math.round(v * 100)),
                  align: 'center' as const,
                  bold: Math.abs(v - 0.5) > 0.15,
                  color: readableOn(aroundEven(v)),
                  size: isNarrow ? 11.5 : 13,
                },
              ],
        ),
      ),
    ],
  };
  return config as unknown as ChartConfiguration;
}
