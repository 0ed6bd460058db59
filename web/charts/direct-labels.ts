import { Chart, type Plugin } from 'chart.js';

/** A text at a point of the canvas. */
export interface Label {
  x: number;
  y: number;
  text: string;
  color?: string;
  align?: CanvasTextAlign;
  bold?: boolean;
  size?: number;
}

/** Writes labels over the drawn data; `labels` works out where they go from the chart's scales. */
export function directLabels(labels: (chart: Chart) => Label[]): Plugin {
  return {
    id: 'direct-labels',
    afterDatasetsDraw: (chart) => {
      const { ctx } = chart;
      ctx.save();
      ctx.textBaseline = 'middle';
      for (const { x, y, text, color, align = 'left', bold, size = 12.5 } of labels(chart)) {
        ctx.font = `${bold ? '600 ' : ''}${size}px ${Chart.defaults.font.family}`;
        ctx.fillStyle = color ?? String(Chart.defaults.color);
        ctx.textAlign = align;
        ctx.fillText(text, x, y);
      }
      ctx.restore();
    },
  };
}

/** The pixel of a value on one of the chart's scales. */
export function pixel(chart: Chart, axis: 'x' | 'y', value: number): number {
  return chart.scales[axis]!.getPixelForValue(value);
}
