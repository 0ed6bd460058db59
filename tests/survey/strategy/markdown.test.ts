import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { describe, expect, it, test } from 'vitest';
import { LANGUAGES } from '../../../src/survey/language.ts';
import { chartTable } from '../../../src/survey/strategy/chart-table.ts';
import type { ChartBlock } from '../../../src/survey/strategy/strategy-document.ts';
import { documentWords } from '../../../src/survey/strategy/document-words.ts';
import { strategyMarkdown } from '../../../src/survey/strategy/markdown.ts';
import { markdownTable, markdownText } from '../../../src/survey/strategy/markdown-text.ts';
import { plainText } from '../../../src/survey/strategy/plain-text.ts';
import { richStrategy } from './rich-strategy.ts';

const origin = 'https://plenary.example';
const rendered = (markdown: string) =>
  micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()] });
const elements = (node: DefaultTreeAdapterTypes.Node): DefaultTreeAdapterTypes.Node[] =>
  'childNodes' in node ? node.childNodes.flatMap((child) => [child, ...elements(child)]) : [];
const names = (html: string) =>
  elements(parseFragment(html)).flatMap((node) => ('tagName' in node ? [node.tagName] : []));
const textOf = (html: string) =>
  elements(parseFragment(html))
    .flatMap((node) => ('value' in node ? [node.value] : []))
    .join('');

const SIGNS = (
  '* _ ` # - + 1. 2) > <b> &amp; | \\ [x](y) ![a](b) ~~ ``` www.a.eu http://a.eu a@b.eu [^1] --- ===' +
  ' a mailto:a@b.eu <!-- :-: $x$'
)
  .split(' ')
  .concat(' ', '\n', '\n\n', '\t', '\u0000', '\r');

/** Texts that try: signs of Markdown and HTML, beginnings of lines, addresses, any Unicode. */
const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...SIGNS), { maxLength: 12 }).map((parts) => parts.join('')),
);

describe('a text as Markdown', () => {
  test('shows just itself, on one line, with no markup of its own', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const html = rendered(`Before\n\n${markdownText(text)}\n\nafter`);
        const whole = plainText(text).replace(/\s+/g, ' ').trim();
        expect(names(html)).toEqual(whole ? ['p', 'p', 'p'] : ['p', 'p']);
        const shown = textOf(html).replace(/\s+/g, ' ');
        expect(shown).toBe(whole ? `Before ${whole} after` : 'Before after');
      }),
      { numRuns: 400 },
    );
  });

  test('stays in its cell of a table', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(texts, texts), { minLength: 1, maxLength: 4 }), (rows) => {
        const columns = [
          { label: 'Item', numeric: false },
          { label: 'n', numeric: true },
        ];
        const html = rendered(markdownTable(columns, rows));
        const cells = html.match(/<td[^>]*>.*?<\/td>/gs) ?? [];
        expect(cells.map((cell) => textOf(cell).trim())).toEqual(
          rows.flat().map((text) => plainText(text).replace(/\s+/g, ' ').trim()),
        );
        expect(new Set(names(html))).toEqual(
          new Set(['table', 'thead', 'tbody', 'tr', 'th', 'td']),
        );
      }),
    );
  });
});

test('a share and the ends of its interval are in per cent, also as a table', () => {
  const rows = [
    { label: 'Yes', x: 0.84, low: 0.78, high: 0.885, text: '84%' },
    { label: 'Few', x: 0.05, low: null, high: null, text: '5%' },
  ];
  const x = { label: 'Share', min: 0, max: 1 };
  const chart: ChartBlock = {
    kind: 'chart',
    id: 'c',
    chart: 'bars',
    caption: '',
    summary: '',
    x,
    rows,
  };
  expect(chartTable(chart, documentWords('en'), 'en').rows).toEqual([
    ['Yes', '84%', '78%', '89%'],
    ['Few', '5%', '–', '–'],
  ]);
});

describe.each(LANGUAGES)('a strategy as Markdown in %s', (language) => {
  const document = richStrategy(language);
  const markdown = strategyMarkdown(document, { origin, acknowledgement: 'Paid by | somebody' });
  const html = rendered(markdown);
  const blocks = document.sections.flatMap((part) => part.blocks);

  it('has each section, table and chart once, and each sentence and quote in full', () => {
    const found = names(html);
    // The list of footnotes has a heading of its own.
    expect(found.filter((name) => name === 'h2')).toHaveLength(document.sections.length + 1);
    expect(found.filter((name) => name === 'table')).toHaveLength(
      blocks.filter(({ kind }) => kind === 'table' || kind === 'chart').length,
    );
    const text = textOf(html).replace(/\s+/g, ' ');
    for (const block of blocks) {
      if (!('text' in block)) continue;
      for (const line of plainText(block.text).split(/\n+/)) {
        expect(text).toContain(line.replace(/\s+/g, ' ').trim());
      }
    }
    expect(found).not.toContain('b');
  });

  it('leads each sentence to its numbers by a note that is there, and to nowhere else', () => {
    const notes = [...markdown.matchAll(/^\[\^(\d+)\]: <(.*)>$/gm)];
    const used = new Set([...markdown.matchAll(/\[\^(\d+)\](?!:)/g)].map(([, number]) => number));
    expect(new Set(notes.map(([, number]) => number))).toEqual(used);
    const pages = blocks.flatMap((block) => ('trace' in block ? (block.trace?.page ?? []) : []));
    expect(new Set(notes.map(([, , address]) => address))).toEqual(
      new Set(pages.map((page) => origin + page)),
    );
  });

  it('says that words are somebody’s own and that figures have changed, in its language', () => {
    const say = documentWords(language);
    expect(markdown).toContain(say('edited'));
    expect(markdown).toContain(say('stale'));
    expect(markdown).toContain(say('synthetic'));
  });
});
