import type { Chart, ChartConfiguration, Plugin } from 'chart.js';
import { inLines, perCent } from './axes.ts';
import type { ColumnsSpec } from './chart-spec.ts';
import type { Theme } from './chart-theme.ts';
import { directLabels, pixel } from './direct-labels.ts';

/** A distribution over ordered categories with a dashed line at its median. */
export function columns(spec: ColumnsSpec, theme: Theme, isNarrow: boolean): ChartConfiguration {
  const { bars, middle, medianAt, medianLabel } = spec;
  const isCrowded = isNarrow && bars.length > 8;
  const isInside = (index: number) => !middle || (index >= middle[0] && index <= middle[1]);
  const isMiddle = (index: number) => medianAt !== null && Math.abs(index - medianAt) <= 0.5;
  return {
    type: 'bar',
    data: {
      labels: bars.map(({ label }) => inLines(label, isNarrow ? 10 : 16)) as never,
      datasets: [
        {
          data: bars.map(({ share }) => share),
          backgroundColor: bars.map((_, index) => {
            if (isMiddle(index)) return theme.brand;
            return isInside(index) ? theme.band : theme.pale;
          }),
          borderRadius: 3,
          barPercentage: 0.85,
          categoryPercentage: 0.95,
        },
      ],
    },
    options: {
      layout: { padding: { top: 40 } },
      scales: {
        x: {
          grid: { display: false },
          ticks: {
            color: theme.ink,
            maxRotation: 0,
            autoSkip: isCrowded,
            font: { size: isNarrow ? 10.5 : 13 },
          },
        },
        y: {
          min: 0,
          max: Math.min(1, Math.max(0.05, ...bars.map(({ share, high }) => high ?? share)) * 1.15),
          border: { display: false },
          ticks: { color: theme.ink2, callback: perCent, maxTicksLimit: 5, includeBounds: false },
        },
      },
      plugins: { tooltip: { callbacks: { label: ({ dataIndex }) => bars[dataIndex]!.text } } },
    },
    plugins: [
      medianLine(medianAt, bars, theme),
      barWhiskers(bars, theme),
      directLabels((chart) => [
        ...bars.map(({ share, high, text }, index) => ({
          x: pixel(chart, 'x', index),
          y: pixel(chart, 'y', high ?? share) - 10,
          text: isCrowded && !isMiddle(index) ? '' : text,
          align: 'center' as const,
          bold: isMiddle(index),
          size: isNarrow ? 11 : 12.5,
        })),
        ...(medianAt === null ? [] : [medianText(chart, medianAt, medianLabel, theme)]),
      ]),
    ],
  };
}

/** The interval of each share as a thin line on its bar. */
function barWhiskers(bars: ColumnsSpec['bars'], { ink, surface }: Theme): Plugin {
  return {
    id: 'bar-whiskers',
    afterDatasetsDraw: (chart) => {
      const { ctx } = chart;
      ctx.save();
      for (const [index, { low, high }] of bars.entries()) {
        if (low === undefined || high === undefined) continue;
        const x = pixel(chart, 'x', index);
        const [bottom, top] = [pixel(chart, 'y', low), pixel(chart, 'y', high)];
        for (const [color, width] of [
          [surface, 4],
          [ink, 1.5],
        ] as const) {
          ctx.strokeStyle = color;
          ctx.lineWidth = width;
          ctx.beginPath();
          ctx.moveTo(x, bottom);
          ctx.lineTo(x, top);
          ctx.stroke();
        }
      }
      ctx.restore();
    },
  };
}

function medianText(chart: Chart, at: number, text: string, theme: Theme) {
  const x = middleOf(chart, at);
  const isRight = x > (chart.chartArea.left + chart.chartArea.right) / 2;
  return {
    x: x + (isRight ? -8 : 8),
    y: chart.chartArea.top - 30,
    text,
    align: isRight ? ('right' as const) : ('left' as const),
    bold: true,
    color: theme.brand,
  };
}

function medianLine(at: number | null, bars: ColumnsSpec['bars'], { brand }: Theme): Plugin {
  return {
    id: 'median',
    beforeDatasetsDraw: (chart) => {
      if (at === null) return;
      const { ctx, chartArea } = chart;
      const x = middleOf(chart, at);
      ctx.save();
      ctx.strokeStyle = brand;
      ctx.lineWidth = 2;
      ctx.setLineDash([5, 4]);
      ctx.beginPath();
      ctx.moveTo(x, chartArea.top - 38);
      ctx.lineTo(x, topOf(chart, at, bars) - 20);
      ctx.stroke();
      ctx.restore();
    },
  };
}

/** Where the bars beside a place end. */
function topOf(chart: Chart, at: number, bars: ColumnsSpec['bars']): number {
  const { share = 0, high = share } = bars[at] ?? {};
  return at % 1 === 0 ? pixel(chart, 'y', high) : chart.chartArea.bottom + 20;
}

/** The pixel of a place between categories: 2.5 lies halfway between the third and the fourth. */
function middleOf(chart: Chart, at: number): number {
  return (pixel(chart, 'x', Math.floor(at)) + pixel(chart, 'x', Math.ceil(at))) / 2;
}
