import { Chart, type ChartConfiguration, type Plugin } from 'chart.js';
import { decimal, fit } from './axes.ts';
import type { QuadrantSpec } from './chart-spec.ts';
import type { Theme } from './chart-theme.ts';
import { directLabels, type Label, pixel } from './direct-labels.ts';

/** Two means against each other, with the field where training pays first tinted. */
export function quadrant(spec: QuadrantSpec, theme: Theme, isNarrow: boolean): ChartConfiguration {
  const { x, y, points } = spec;
  const [plain = '', warm = ''] = theme.categories;
  const axis = ({ title, min, max }: QuadrantSpec['x']) => ({
    min,
    max,
    title: { display: true, text: title, color: theme.ink2 },
    grid: { display: false },
    ticks: { color: theme.ink2, maxTicksLimit: 8, includeBounds: false },
  });
  return {
    type: 'scatter',
    data: {
      datasets: [
        {
          data: points.map((point) => ({ x: point.x, y: point.y })),
          pointRadius: 7,
          pointHoverRadius: 9,
          pointBackgroundColor: points.map(({ train, near }) => {
            if (near) return theme.surface;
            return train ? warm : plain;
          }),
          pointBorderColor: points.map(({ train, near }) => {
            if (!near) return theme.surface;
            return train ? warm : plain;
          }),
          pointBorderWidth: points.map(({ near }) => (near ? 2.5 : 1.5)),
          pointStyle: points.map(({ train }) => (train ? 'rectRot' : 'circle')),
        },
      ],
    },
    options: {
      layout: { padding: { right: 12 } },
      scales: { x: axis(x), y: axis(y) },
      plugins: {
        tooltip: {
          callbacks: {
            label: ({ dataIndex }) => {
              const point = points[dataIndex]!;
              return `${point.label}: ${decimal(point.x, 1)} / ${decimal(point.y, 1)}`;
            },
          },
        },
      },
    },
    plugins: [
      corners(spec, theme, warm),
      intervals(spec, theme),
      directLabels((chart) => besidePoints(chart, spec, theme, warm, isNarrow)),
    ],
  };
}

/** The interval of each mean as a thin line through its point, faint so that names can be read. */
function intervals({ points }: QuadrantSpec, { grey }: Theme): Plugin {
  return {
    id: 'intervals',
    beforeDatasetsDraw: (chart) => {
      const { ctx, chartArea } = chart;
      ctx.save();
      ctx.beginPath();
      ctx.rect(chartArea.left, chartArea.top, chartArea.width, chartArea.height);
      ctx.clip();
      ctx.strokeStyle = `${grey}a0`;
      ctx.lineWidth = 1.25;
      for (const { x, y, xRange, yRange } of points) {
        ctx.beginPath();
        ctx.moveTo(pixel(chart, 'x', xRange[0]), pixel(chart, 'y', y));
        ctx.lineTo(pixel(chart, 'x', xRange[1]), pixel(chart, 'y', y));
        ctx.moveTo(pixel(chart, 'x', x), pixel(chart, 'y', yRange[0]));
        ctx.lineTo(pixel(chart, 'x', x), pixel(chart, 'y', yRange[1]));
        ctx.stroke();
      }
      ctx.restore();
    },
  };
}

function corners({ x, y, corners: words }: QuadrantSpec, theme: Theme, warm: string): Plugin {
  return {
    id: 'corners',
    beforeDatasetsDraw: (chart) => {
      const { ctx, chartArea: area } = chart;
      const middleX = pixel(chart, 'x', x.middle);
      const middleY = pixel(chart, 'y', y.middle);
      ctx.save();
      ctx.fillStyle = `${warm}1c`;
      ctx.fillRect(area.left, area.top, middleX - area.left, middleY - area.top);
      ctx.strokeStyle = theme.ink2;
      ctx.lineWidth = 1;
      ctx.setLineDash([5, 4]);
      ctx.beginPath();
      ctx.moveTo(middleX, area.top);
      ctx.lineTo(middleX, area.bottom);
      ctx.moveTo(area.left, middleY);
      ctx.lineTo(area.right, middleY);
      ctx.stroke();
      ctx.font = `600 12.5px ${Chart.defaults.font.family}`;
      const write = (text: string, atX: number, atY: number, isRight: boolean, color: string) => {
        ctx.textAlign = isRight ? 'right' : 'left';
        ctx.fillStyle = color;
        ctx.fillText(text, atX, atY);
      };
      const [left, right] = [area.left + 10, area.right - 10];
      ctx.textBaseline = 'top';
      write(words.train, left, area.top + 10, false, warm);
      write(words.keep, right, area.top + 10, true, theme.ink2);
      ctx.textBaseline = 'bottom';
      write(words.later, left, area.bottom - 10, false, theme.ink2);
      write(words.enough, right, area.bottom - 10, true, theme.ink2);
      ctx.restore();
    },
  };
}

/** A label by every point, at the first of some places where it hits no label and no point. */
function besidePoints(
  chart: Chart,
  { points }: QuadrantSpec,
  theme: Theme,
  warm: string,
  isNarrow: boolean,
): Label[] {
  const { ctx, chartArea: area } = chart;
  const dots = points.map((point) => ({
    x: pixel(chart, 'x', point.x),
    y: pixel(chart, 'y', point.y),
  }));
  const placed: { x: number; y: number; width: number }[] = [];
  return points.map((point, index) => {
    const text = fit(point.label, isNarrow);
    const dot = dots[index]!;
    ctx.font = `${point.train ? '600 ' : ''}12.5px ${Chart.defaults.font.family}`;
    const { width } = ctx.measureText(text);
    const hits = (x: number, y: number): boolean =>
      x < area.left ||
      x + width > area.right ||
      y < area.top + 24 ||
      y > area.bottom - 24 ||
      placed.some((o) => x < o.x + o.width + 6 && x + width + 6 > o.x && Math.abs(y - o.y) < 16) ||
      dots.some((o) => o !== dot && o.x > x - 8 && o.x < x + width + 8 && Math.abs(o.y - y) < 14);
    const tries: [number, number][] = [
      [12, 0],
      [-12 - width, 0],
      [-width / 2, -17],
      [-width / 2, 17],
      [6 - width, -17],
      [6 - width, 17],
      [12, 13],
      [12, -13],
      [-12 - width, 13],
      [-12 - width, -13],
      [14, 26],
      [14, -26],
      [-14 - width, 26],
      [-14 - width, -26],
      [-width / 2, 32],
      [-width / 2, -32],
    ];
    const free = tries.find(([dx, dy]) => !hits(dot.x + dx, dot.y + dy)) ?? [12, 0];
    const x = Math.min(dot.x + free[0], area.right - width);
    const y = dot.y + free[1];
    placed.push({ x, y, width });
    return { x, y, text, bold: point.train, color: point.train ? warm : theme.ink };
  });
}
