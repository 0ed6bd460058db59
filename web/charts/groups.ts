import type { ChartConfiguration } from 'chart.js';
import { decimal, perCent, rowAxis, rowLabel, topAxis } from './axes.ts';
import type { GroupsSpec } from './chart-spec.ts';
import type { Theme } from './chart-theme.ts';

/** A second cue beside the colour. */
const SHAPES = ['circle', 'rectRot', 'triangle', 'rect', 'crossRot'] as const;

/** One row an item, one mark a group: where marks lie far apart, the groups differ. */
export function groups(spec: GroupsSpec, theme: Theme, isNarrow: boolean): ChartConfiguration {
  const { rows, share, min, max } = spec;
  const write = (value: number) => (share ? perCent(value) : decimal(value, 1));
  const spans = rows.map(({ values }) => {
    const shown = values.filter((value) => value !== null);
    return shown.length > 0 ? [Math.min(...shown), Math.max(...shown)] : null;
  });
  return {
    type: 'bar',
    data: {
      labels: rows.map(({ label }) => rowLabel(label, isNarrow, theme)),
      datasets: [
        ...spec.groups.map(({ label, few }, group) => {
          const colour = theme.categories[group] ?? theme.ink2;
          return {
            type: 'line' as const,
            label,
            data: rows.map(({ values }, row) => ({ x: values[group], y: row })) as never,
            showLine: false,
            clip: false as const,
            segment: {},
            pointStyle: SHAPES[group] ?? 'circle',
            pointRadius: isNarrow ? 5.5 : 7,
            pointHoverRadius: 9,
            pointBackgroundColor: few ? theme.surface : colour,
            pointBorderColor: few || group === 4 ? colour : theme.surface,
            pointBorderWidth: few || group === 4 ? 2.5 : 1.5,
          };
        }),
        {
          type: 'bar' as const,
          data: spans as never,
          barThickness: 3,
          backgroundColor: theme.band,
          borderSkipped: false as const,
        },
      ],
    },
    options: {
      indexAxis: 'y',
      layout: { padding: { right: 16 } },
      scales: {
        y: rowAxis(theme, isNarrow),
        x: {
          ...topAxis(theme),
          min,
          max,
          ticks: { ...topAxis(theme).ticks, callback: (value) => write(Number(value)) },
        },
      },
      plugins: {
        tooltip: {
          filter: ({ datasetIndex }) => datasetIndex < spec.groups.length,
          callbacks: {
            label: ({ dataset, parsed }) => `${dataset.label}: ${write(parsed.x ?? 0)}`,
          },
        },
      },
    },
  };
}
