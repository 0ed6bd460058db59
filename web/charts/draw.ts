import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartConfiguration,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  ScatterController,
  Tooltip,
} from 'chart.js';
import { MatrixController, MatrixElement } from 'chartjs-chart-matrix';
import { bars } from './bars.ts';
import { bump } from './bump.ts';
import type { ChartSpec } from './chart-spec.ts';
import { readTheme, type Theme } from './chart-theme.ts';
import { columns } from './columns.ts';
import { dots } from './dots.ts';
import { matrix } from './matrix.ts';
import { places } from './places.ts';
import { quadrant } from './quadrant.ts';
import { ratings } from './ratings.ts';

Chart.register(
  BarController,
  BarElement,
  LineController,
  LineElement,
  PointElement,
  ScatterController,
  CategoryScale,
  LinearScale,
  Tooltip,
  MatrixController,
  MatrixElement,
);

/** Narrower canvases get shorter labels. */
const NARROW = 430;

/**
 * Draws a chart, in the page's present colours, in place of the one that the canvas has.
 *
 * @example
 * draw(canvas, spec)
 */
export function draw(canvas: HTMLCanvasElement, spec: ChartSpec): void {
  Chart.getChart(canvas)?.destroy();
  const isNarrow = (canvas.parentElement?.clientWidth ?? NARROW) < NARROW;
  const chart = new Chart(canvas, configuration(spec, readTheme(), isNarrow));
  // Cells of the matrix are measured before the layout is known; once more with it.
  chart.update('none');
}

/** A chart as a picture with the surface's colour behind it. */
export function picture(canvas: HTMLCanvasElement): string {
  const copy = document.createElement('canvas');
  copy.width = canvas.width;
  copy.height = canvas.height;
  const context = copy.getContext('2d');
  if (context) {
    context.fillStyle = readTheme().surface;
    context.fillRect(0, 0, copy.width, copy.height);
    context.drawImage(canvas, 0, 0);
  }
  return copy.toDataURL('image/png');
}

function configuration(spec: ChartSpec, theme: Theme, isNarrow: boolean): ChartConfiguration {
  switch (spec.kind) {
    case 'dots':
      return dots(spec, theme, isNarrow);
    case 'places':
      return places(spec, theme, isNarrow);
    case 'matrix':
      return matrix(spec, theme, isNarrow);
    case 'bars':
      return bars(spec, theme, isNarrow);
    case 'columns':
      return columns(spec, theme, isNarrow);
    case 'ratings':
      return ratings(spec, theme, isNarrow);
    case 'bump':
      return bump(spec, theme, isNarrow);
    case 'quadrant':
      return quadrant(spec, theme, isNarrow);
  }
}
