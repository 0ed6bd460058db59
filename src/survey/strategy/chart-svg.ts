import { intervalRows } from './svg-rows.ts';
import { quadrantPlot } from './svg-quadrant.ts';
import { escapeXml } from './svg-text.ts';
import type { ChartBlock } from './strategy-document.ts';

/** How a chart is drawn. */
export interface ChartSvgOptions {
  /** Numbers of the axes are written as it writes them. */
  language: string;
  /** In pixels at 100 %; under 480, labels stand above their rows. */
  width: number;
  /** What its ids begin with: unique on the page. */
  id: string;
}

/**
 * A chart as an SVG element with a title and a description: for a page, where style sheets colour
 * its classes, and for a file, where its own colours hold. Labels are wrapped, never cut; what has
 * no value is written without a mark.
 *
 * @example
 * chartSvg(block, { width: 680, id: 'levels', language: 'en' }).startsWith('<svg') // => true
 */
export function chartSvg(chart: ChartBlock, { width, id, language }: ChartSvgOptions): string {
  const { height, marks } =
    chart.chart === 'quadrant'
      ? quadrantPlot(chart, width, language)
      : intervalRows(chart, width, language);
  const name = escapeXml(id);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" class="chart-svg" role="img" ` +
    `aria-labelledby="${name}-title ${name}-desc" viewBox="0 0 ${width} ${height}" ` +
    `width="${width}" height="${height}" font-family="system-ui, sans-serif" font-size="13">` +
    `<title id="${name}-title">${escapeXml(chart.caption)}</title>` +
    `<desc id="${name}-desc">${escapeXml(chart.summary)}</desc>${marks}</svg>`
  );
}
