import { BasicPlatform, Chart, LinearScale } from 'chart.js';
import { MatrixController, MatrixElement } from 'chartjs-chart-matrix';
import { expect, test } from 'vitest';
import { rowLabel } from '../../web/charts/axes.ts';
import type { Theme } from '../../web/charts/chart-theme.ts';
import { matrix } from '../../web/charts/matrix.ts';
import { svgContext } from '../../web/charts/svg-context.ts';

Chart.register(LinearScale, MatrixController, MatrixElement);

const theme = { ink: '#000', soft: '#eee', lineLength: 17, labelLength: 28 } as Theme;

/** Seven px a character. */
const ruler = {
  font: '',
  measureText: (text: string) => ({ width: text.length * 7 }),
} as unknown as CanvasRenderingContext2D;

test.each([300, 700])('cells of a head-to-head of %i px stand side by side', (width) => {
  const canvas = { width, height: 300, getContext: () => context };
  const { context } = svgContext(canvas, ruler);
  const labels = ['Law', 'Data', 'Money', 'People'];
  const cells = labels.map((_, row) => labels.map((_one, cell) => (row === cell ? null : 0.6)));
  const config = matrix({ kind: 'matrix', labels, cells }, theme, false);
  const chart = new Chart(canvas as unknown as HTMLCanvasElement, {
    ...config,
    platform: BasicPlatform,
    options: {
      ...config.options,
      animation: false,
      responsive: false,
      devicePixelRatio: 1,
      events: [],
    },
  });
  chart.update('none');
  const drawn = chart.getDatasetMeta(0).data.map((cell) => {
    const { x, width: wide } = cell as unknown as { x: number; width: number };
    return { x, end: x + wide };
  });
  for (const [index, { end }] of drawn.entries()) {
    const next = index % labels.length < labels.length - 1 ? drawn[index + 1]! : null;
    if (next) expect(next.x - end).toBeCloseTo(2);
  }
  chart.destroy();
});

test('a label beside a chart is cut to the room that the chart leaves it', () => {
  const label = 'Interoperability of city platforms and registers';
  expect(rowLabel(label, false, theme)).toBe('Interoperability of city pl…');
  expect(rowLabel('Law', false, theme)).toBe('Law');
});
