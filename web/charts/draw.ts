import {
  BarController,
  BarElement,
  BasicPlatform,
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
import { gaps } from './gaps.ts';
import { groups } from './groups.ts';
import { matrix } from './matrix.ts';
import { places } from './places.ts';
import { quadrant } from './quadrant.ts';
import { ratings } from './ratings.ts';
import { escaped, svgContext } from './svg-context.ts';

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
  const width = canvas.parentElement?.clientWidth ?? NARROW;
  const chart = new Chart(canvas, configuration(spec, readTheme(width), width < NARROW));
  // Cells of the matrix are measured before the layout is known; once more with it.
  chart.update('none');
}

/** What stands above and below a chart that leaves the page. */
export interface Caption {
  title: string;
  method: string;
  source: string;
}

const WIDTH = 960;
const MARGIN = 24;

/**
 * A chart as an SVG document of its own, with its finding, how it was worked out and where it is
 * from: real shapes and words, drawn by the same code as on the page.
 *
 * @param height of the chart in px
 */
export function vector(spec: ChartSpec, height: number, caption: Caption): string {
  const ruler = document.createElement('canvas').getContext('2d')!;
  const theme = readTheme();
  const family = String(Chart.defaults.font.family);
  const wrapped = (text: string, font: string) => {
    ruler.font = font;
    return linesOf(text, (line) => ruler.measureText(line).width <= WIDTH - 2 * MARGIN);
  };
  const [title, method, source] = [
    wrapped(caption.title, `600 20px ${family}`),
    wrapped(caption.method, `13px ${family}`),
    wrapped(caption.source, `12px ${family}`),
  ];
  const top = MARGIN + title.length * 26 + method.length * 18 + 10;
  const whole = top + height + source.length * 16 + MARGIN;
  const canvas = { width: WIDTH - 2 * MARGIN, height, getContext: () => context };
  const { context, shapes } = svgContext(canvas, ruler);
  const chart = new Chart(canvas as unknown as HTMLCanvasElement, {
    ...exported(configuration(spec, theme, false)),
    platform: BasicPlatform,
  });
  chart.update('none');
  const drawn = shapes();
  chart.destroy();
  const write = (lines: string[], from: number, step: number, size: number, bold = false) =>
    lines
      .map(
        (line, row) =>
          `<text x="${MARGIN}" y="${from + row * step}" font-size="${size}"${bold ? ' font-weight="600"' : ''} fill="${bold ? theme.ink : theme.ink2}">${escaped(line)}</text>`,
      )
      .join('');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${whole}" viewBox="0 0 ${WIDTH} ${whole}" font-family="${escaped(family)}">`,
    `<title>${escaped(caption.title)}</title>`,
    `<rect width="100%" height="100%" fill="${theme.surface}"/>`,
    write(title, MARGIN + 18, 26, 20, true),
    write(method, MARGIN + 18 + title.length * 26 - 6, 18, 13),
    `<g transform="translate(${MARGIN} ${top})">${drawn}</g>`,
    write(source, top + height + 18, 16, 12),
    '</svg>',
  ].join('');
}

/** An export as a picture of twice its size, for slides. */
export async function picture(svg: string): Promise<string> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.width * 2;
  canvas.height = image.height * 2;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png');
}

/** A configuration without what needs a page around it; lines as plain paths. */
function exported(config: ChartConfiguration): ChartConfiguration {
  const datasets = config.data.datasets.map((dataset) =>
    'segment' in dataset ? dataset : { ...dataset, segment: {} },
  ) as ChartConfiguration['data']['datasets'];
  return {
    ...config,
    data: { ...config.data, datasets },
    options: { ...config.options, responsive: false, devicePixelRatio: 1, events: [] },
  };
}

function linesOf(text: string, fits: (line: string) => boolean): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && fits(longer)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
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
    case 'gaps':
      return gaps(spec, theme, isNarrow);
    case 'groups':
      return groups(spec, theme, isNarrow);
  }
}
