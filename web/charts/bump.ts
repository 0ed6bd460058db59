import type { ChartConfiguration } from 'chart.js';
import { fit, inLines } from './axes.ts';
import type { BumpSpec } from './chart-spec.ts';
import { readableOn, type Theme } from './chart-theme.ts';
import { directLabels, type Label, pixel } from './direct-labels.ts';

/** Items with the widest spread of ranks that are coloured; the rest stay grey. */
const COLOURED = 4;

/** Rank of every item from group to group, labelled at both ends. */
export function bump(spec: BumpSpec, theme: Theme, isNarrow: boolean): ChartConfiguration {
  const { groups, rows } = spec;
  const spread = ({ ranks }: BumpSpec['rows'][number]) => Math.max(...ranks) - Math.min(...ranks);
  const hot = rows
    .filter((row) => spread(row) > 1)
    .toSorted((a, b) => spread(b) - spread(a))
    .slice(0, COLOURED);
  const colour = (row: BumpSpec['rows'][number]) =>
    theme.categories[hot.indexOf(row)] ?? theme.grey;
  const room = isNarrow ? 0 : 200;
  return {
    type: 'line',
    data: {
      labels: groups.map(({ label }) => inLines(label, isNarrow ? 9 : 20)) as never,
      datasets: rows.map((row) => ({
        label: row.label,
        data: row.ranks,
        borderColor: colour(row),
        backgroundColor: colour(row),
        pointBackgroundColor: groups.map(({ few }) => (few ? theme.surface : colour(row))),
        segment: {
          borderDash: ({ p1DataIndex: end }: { p1DataIndex: number }) =>
            groups[end]?.few || groups[end - 1]?.few ? [6, 4] : undefined,
        },
        borderWidth: hot.includes(row) ? 4 : 1.75,
        pointRadius: hot.includes(row) ? 13 : 10,
        pointHoverRadius: 13,
        order: hot.includes(row) ? 1 : 2,
        clip: false,
      })),
    },
    options: {
      layout: { padding: { left: room || 16, right: room || 132, top: 6, bottom: 14 } },
      scales: {
        y: { display: false, reverse: true, min: 0.6, max: rows.length + 0.4 },
        x: {
          position: 'top',
          grid: { color: theme.line },
          border: { display: false },
          ticks: {
            color: theme.ink,
            font: { size: isNarrow ? 11.5 : 14, weight: 'bold' },
            padding: 10,
            autoSkip: false,
            maxRotation: 0,
          },
        },
      },
      plugins: {
        tooltip: {
          callbacks: { label: ({ dataset, parsed }) => `${dataset.label}: ${parsed.y}` },
        },
      },
    },
    plugins: [
      directLabels((chart) => {
        const last = groups.length - 1;
        const taken = [new Map<number, number>(), new Map<number, number>()];
        const beside = (end: number, rank: number): number => {
          const count = taken[end]!.get(rank) ?? 0;
          taken[end]!.set(rank, count + 1);
          return count * 13;
        };
        return rows.flatMap((row) => {
          const isHot = hot.includes(row);
          const text = { bold: isHot, color: isHot ? colour(row) : theme.ink2, size: 12.5 };
          const labels: Label[] = row.ranks.map((rank, group) => ({
            x: pixel(chart, 'x', group),
            y: pixel(chart, 'y', rank),
            text: String(rank),
            align: 'center',
            bold: isHot,
            color: groups[group]!.few ? theme.ink : readableOn(colour(row)),
            size: isHot ? 13 : 11,
          }));
          const y = (group: number) => pixel(chart, 'y', row.ranks[group]!);
          const label = fit(row.label, isNarrow, isNarrow ? 16 : 25);
          const right = chart.chartArea.right + 20;
          const left = chart.chartArea.left - 20;
          const down = beside(1, row.ranks[last]!);
          labels.push({ ...text, x: right, y: y(last) + down, text: label });
          if (!isNarrow) {
            const y0 = y(0) + beside(0, row.ranks[0]!);
            labels.push({ ...text, x: left, y: y0, text: label, align: 'right' });
          }
          return labels;
        });
      }),
    ],
  };
}
