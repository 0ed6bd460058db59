import { XMLParser, XMLValidator } from 'fast-xml-parser';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../../src/survey/language.ts';
import { chartSvg } from '../../../src/survey/strategy/chart-svg.ts';
import { chartTable } from '../../../src/survey/strategy/chart-table.ts';
import { documentWords } from '../../../src/survey/strategy/document-words.ts';
import type { ChartBlock } from '../../../src/survey/strategy/strategy-document.ts';
import { ticksOf, windowOf } from '../../../src/survey/strategy/svg-scale.ts';
import { textWidth, wrapText } from '../../../src/survey/strategy/svg-text.ts';
import { richStrategy } from './rich-strategy.ts';

const value = fc.option(fc.oneof(fc.double(), fc.double({ min: -10, max: 10, noNaN: true })));
const axis = fc.record(
  {
    label: fc.string({ unit: 'binary' }),
    min: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    max: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    reversed: fc.boolean(),
    cut: fc.double({ min: -10, max: 10, noNaN: true }),
  },
  { requiredKeys: ['label', 'min', 'max'] },
);
const charts: fc.Arbitrary<ChartBlock> = fc.record(
  {
    kind: fc.constant('chart'),
    id: fc.string(),
    chart: fc.constantFrom('intervals', 'bars', 'quadrant'),
    caption: fc.string({ unit: 'binary' }),
    summary: fc.string({ unit: 'binary' }),
    x: axis,
    y: axis,
    rows: fc.array(
      fc.record(
        {
          label: fc.string({ unit: 'binary', maxLength: 80 }),
          x: value,
          low: value,
          high: value,
          y: value,
          text: fc.string({ maxLength: 12 }),
          group: fc.nat(3),
        },
        { requiredKeys: ['label', 'x', 'low', 'high', 'text'] },
      ),
      { maxLength: 14 },
    ),
  },
  { requiredKeys: ['kind', 'id', 'chart', 'caption', 'summary', 'x', 'rows'] },
) as fc.Arbitrary<ChartBlock>;

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  processEntities: true,
});

/** All elements of a name, with their attributes. */
function all(node: unknown, name: string): Record<string, string>[] {
  if (Array.isArray(node)) return node.flatMap((one) => all(one, name));
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, inner]) => [
    ...(key === name ? ([inner].flat() as Record<string, string>[]) : []),
    ...all(inner, name),
  ]);
}

describe('a chart as SVG', () => {
  test('is well-formed and has finite coordinates, whatever its texts and numbers are', () => {
    fc.assert(
      fc.property(charts, fc.integer({ min: 240, max: 900 }), (chart, width) => {
        const svg = chartSvg(chart, { width, id: chart.id, language: 'de' });
        expect(XMLValidator.validate(svg)).toBe(true);
        expect(svg).not.toMatch(/="[^"]*(NaN|Infinity|undefined|null)[^"]*"/);
        expect(svg).not.toMatch(/ style=|<script|<foreignObject| on\w+=/);
      }),
    );
  });

  test('has a mark for each row with a value and none for the others', () => {
    fc.assert(
      fc.property(charts, (chart) => {
        const svg = chartSvg(chart, { width: 680, id: 'c', language: 'en' });
        const drawn = chart.rows.filter(
          ({ x, y }) =>
            Number.isFinite(x) && (chart.chart !== 'quadrant' || Number.isFinite(y ?? NaN)),
        );
        const mark = chart.chart === 'bars' ? /class="c-bar"/g : /class="c-point/g;
        expect(svg.match(mark) ?? []).toHaveLength(drawn.length);
      }),
    );
  });

  test.each(LANGUAGES)('keeps its texts within the picture in %s, on a phone too', (language) => {
    const blocks = richStrategy(language).sections.flatMap((part) => part.blocks);
    for (const chart of blocks.filter((block) => block.kind === 'chart')) {
      for (const width of [300, 720]) {
        const svg = chartSvg(chart, { width, id: 'c', language });
        const lines = [...svg.matchAll(/<tspan x="([\d.-]+)"[^>]*>([^<]*)<\/tspan>/g)];
        expect(lines.length).toBeGreaterThan(chart.rows.length);
        for (const [, x, text] of lines) {
          expect(Number(x)).toBeGreaterThanOrEqual(0);
          expect(Number(x) + textWidth(text!, 13) * 0.9, text).toBeLessThanOrEqual(width);
        }
        const { svg: root } = parser.parse(svg) as { svg: Record<string, string> };
        for (const rect of all(root, 'rect')) {
          expect(Number(rect['x'])).toBeGreaterThanOrEqual(0);
          expect(Number(rect['x']) + Number(rect['width'])).toBeLessThanOrEqual(width);
          expect(Number(rect['y'])).toBeLessThanOrEqual(Number(root['height']));
        }
      }
    }
  });

  test('puts the better place of a ranking at the right', () => {
    const row = (label: string, x: number) => ({ label, x, low: null, high: null, text: '' });
    const svg = chartSvg(
      {
        kind: 'chart',
        id: 'r',
        chart: 'intervals',
        caption: 'Ranks',
        summary: '',
        x: { label: 'Mean rank', min: 1, max: 5, reversed: true },
        rows: [row('first', 1.5), row('last', 4.5)],
      },
      { width: 680, id: 'r', language: 'en' },
    );
    const [first, last] = [...svg.matchAll(/cx="([\d.]+)"/g)].map(([, x]) => Number(x));
    expect(first).toBeGreaterThan(last!);
  });
});

describe('what charts are made of', () => {
  test('a wrapped text loses no letter, and no line is wider than asked', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.integer({ min: 40, max: 400 }),
        (text, width) => {
          const lines = wrapText(text, width, 13);
          const letters = (of: string) => of.replace(/[\s-]+/g, '');
          expect(letters(lines.join(' '))).toBe(letters(text));
          for (const line of lines.filter(({ length }) => length > 2)) {
            expect(textWidth(line, 13)).toBeLessThanOrEqual(width);
          }
        },
      ),
    );
  });

  test('ticks lie on the axis at equal distances', () => {
    fc.assert(
      fc.property(axis, fc.integer({ min: 2, max: 10 }), (of, most) => {
        const ticks = ticksOf(of, most);
        fc.pre(of.max - of.min > 1e-6);
        const slack = (of.max - of.min) * 1e-6 + 1e-9;
        for (const tick of ticks) {
          expect(tick).toBeGreaterThanOrEqual(of.min - slack);
          expect(tick).toBeLessThanOrEqual(of.max + slack);
        }
        expect(ticks.length).toBeLessThanOrEqual(most + 2);
      }),
    );
  });

  test('a window shows every point and lies within its axis', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 1, max: 5, noNaN: true }), { minLength: 1, maxLength: 12 }),
        fc.option(fc.double({ min: 1, max: 5, noNaN: true }), { nil: undefined }),
        (values, cut) => {
          const whole = { label: '', min: 1, max: 5, ...(cut !== undefined && { cut }) };
          const { min, max } = windowOf(whole, values);
          expect(min).toBeGreaterThanOrEqual(1);
          expect(max).toBeLessThanOrEqual(5);
          for (const one of [...values, ...(cut === undefined ? [] : [cut])]) {
            expect(one).toBeGreaterThanOrEqual(min);
            expect(one).toBeLessThanOrEqual(max);
          }
        },
      ),
    );
  });

  test('the table of a chart has a row for each of its rows and a cell for each column', () => {
    fc.assert(
      fc.property(charts, (chart) => {
        const { columns, rows } = chartTable(chart, documentWords('fr'), 'fr');
        expect(rows).toHaveLength(chart.rows.length);
        for (const [k, row] of rows.entries()) {
          expect(row).toHaveLength(columns.length);
          expect(row[0]).toBe(chart.rows[k]!.label);
          expect(row.slice(2).join()).not.toMatch(/NaN|Infinity|∞/u);
        }
      }),
    );
  });
});
