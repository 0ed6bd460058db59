import type { ChartConfiguration, Plugin } from 'chart.js';
import { decimal, inLines, perCent, rowAxis, rowLabel, topAxis } from './axes.ts';
import type { GapsSpec } from './chart-spec.ts';
import type { Theme } from './chart-theme.ts';
import { directLabels, pixel } from './direct-labels.ts';

/** Differences as bars to both sides of nothing, with their intervals; only certain ones are strong. */
export function gaps(spec: GapsSpec, theme: Theme, isNarrow: boolean): ChartConfiguration {
  const { rows, left, right, share } = spec;
  const [ofRight = '', ofLeft = ''] = theme.categories;
  const most = Math.max(...rows.flatMap(({ value, low, high }) => [value, -value, -low, high]));
  const end = Math.max(share ? 0.05 : 0.5, most * 1.08);
  const colour = ({ value, sure }: GapsSpec['rows'][number]) =>
    `${value >= 0 ? ofRight : ofLeft}${sure ? '' : '70'}`;
  const write = (value: number) => (share ? perCent(Math.abs(value)) : decimal(Math.abs(value), 1));
  return {
    type: 'bar',
    data: {
      labels: rows.map(({ label }) => rowLabel(label, isNarrow, theme)),
      datasets: [
        {
          data: rows.map(({ value }) => value),
          backgroundColor: rows.map(colour),
          borderRadius: 3,
          barPercentage: 0.66,
        },
      ],
    },
    options: {
      indexAxis: 'y',
      layout: { padding: { right: 46, top: isNarrow ? 34 : 20 } },
      scales: {
        y: rowAxis(theme, isNarrow),
        x: {
          ...topAxis(theme),
          position: 'bottom',
          min: -end,
          max: end,
          ticks: {
            ...topAxis(theme).ticks,
            maxTicksLimit: isNarrow ? 5 : 9,
            callback: (value) => write(Number(value)),
          },
        },
      },
      plugins: {
        tooltip: { callbacks: { label: ({ dataIndex }) => rows[dataIndex]!.text } },
      },
    },
    plugins: [
      whiskers(rows, theme),
      directLabels((chart) => {
        const { left: from, right: to, top } = chart.chartArea;
        const lines = (text: string) => (isNarrow ? inLines(text, 18).slice(0, 2) : [text]);
        const heading = (text: string, isRight: boolean) =>
          lines(text).map((line, row, all) => ({
            x: pixel(chart, 'x', 0) + (isRight ? 8 : -8),
            y: top - 12 - 14 * (all.length - 1 - row),
            text: line,
            align: isRight ? ('left' as const) : ('right' as const),
            bold: true,
            color: isRight ? ofRight : ofLeft,
            size: isNarrow ? 11.5 : 13,
          }));
        return [
          ...heading(isNarrow ? left : `← ${left}`, false),
          ...heading(isNarrow ? right : `${right} →`, true),
          ...rows.map(({ value, text, sure }, row) => ({
            x: Math.max(from, to) + 8,
            y: pixel(chart, 'y', row),
            text,
            bold: sure,
            color: sure ? (value >= 0 ? ofRight : ofLeft) : theme.ink2,
          })),
        ];
      }),
    ],
  };
}

function whiskers(rows: GapsSpec['rows'], { ink, ink2 }: Theme): Plugin {
  return {
    id: 'gap-whiskers',
    afterDatasetsDraw: (chart) => {
      const { ctx, chartArea } = chart;
      ctx.save();
      ctx.strokeStyle = ink;
      ctx.lineWidth = 1.5;
      for (const [row, { low, high }] of rows.entries()) {
        if (low === high) continue;
        const y = pixel(chart, 'y', row);
        ctx.beginPath();
        ctx.moveTo(pixel(chart, 'x', low), y);
        ctx.lineTo(pixel(chart, 'x', high), y);
        ctx.stroke();
      }
      ctx.strokeStyle = ink2;
      ctx.lineWidth = 1;
      ctx.beginPath();
      ctx.moveTo(pixel(chart, 'x', 0), chartArea.top);
      ctx.lineTo(pixel(chart, 'x', 0), chartArea.bottom);
      ctx.stroke();
      ctx.restore();
    },
  };
}
