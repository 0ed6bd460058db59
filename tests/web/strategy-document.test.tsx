import { renderToString } from 'preact-render-to-string';
import { describe, expect, it, test } from 'vitest';
import { LANGUAGES } from '../../src/survey/language.ts';
import { outlineOf } from '../../src/survey/strategy/document-outline.ts';
import { DOCUMENT_WORDS, documentWords } from '../../src/survey/strategy/document-words.ts';
import type { StrategyDocument } from '../../src/survey/strategy/strategy-document.ts';
import { template } from '../../src/survey/templates.ts';
import { figureNames } from '../../web/pages/figure-names.ts';
import { StrategyDocumentView } from '../../web/pages/strategy-document.tsx';
import { elementsOf } from '../markup.ts';
import { richStrategy } from '../survey/strategy/rich-strategy.ts';

const blocksOf = ({ sections }: StrategyDocument) => sections.flatMap(({ blocks }) => blocks);
const escaped = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

const definition = template('smart-city-programme-manager')!;

describe.each(LANGUAGES)('a strategy on a page in %s', (language) => {
  const document = richStrategy(language);
  const html = renderToString(<StrategyDocumentView document={document} definition={definition} />);
  const elements = elementsOf(html);
  const blocks = blocksOf(document);

  it('has each block once under an id of its own, and sections that its contents lead to', () => {
    const ids = elements.flatMap(({ attributes }) => attributes['id'] ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id } of blocks) expect(ids).toContain(`block-${id}`);
    const anchors = elements.flatMap(({ attributes }) =>
      attributes['href']?.startsWith('#') ? [attributes['href'].slice(1)] : [],
    );
    expect(anchors).toEqual(outlineOf(document).parts.map(({ anchor }) => anchor));
    for (const anchor of anchors) expect(ids).toContain(anchor);
  });

  it('says of each sentence in words how certain it is, and opens to its numbers', () => {
    const say = documentWords(language);
    for (const block of blocks) {
      if (block.kind !== 'sentence') continue;
      const from = html.indexOf(`id="block-${block.id}"`);
      const shown = html.slice(from, html.indexOf('</details>', from));
      expect(shown).toContain(escaped(block.text));
      expect(shown).toContain(`>${escaped(say(block.certainty))}<`);
      expect(shown).toContain(`href="${escaped(block.trace.page)}"`);
      const names = figureNames(definition, language, document.filter);
      for (const figure of block.trace.figures) {
        expect(shown).toContain(`>${escaped(names.name(figure))}<`);
        expect(shown).not.toContain(`>${figure.method}<`);
      }
    }
  });

  it('has no script and no style of its own, and no text that became markup', () => {
    expect(elements.map(({ name }) => name)).not.toContain('script');
    for (const { attributes } of elements) expect(attributes['style']).toBeUndefined();
    expect(html).toContain('We have &lt;b>no money&lt;/b>');
  });

  it('has a name, a description and a table for each chart, and a caption for each table', () => {
    const charts = blocks.filter(({ kind }) => kind === 'chart').length;
    const tables = blocks.filter(({ kind }) => kind === 'table').length;
    const count = (name: string) => elements.filter((element) => element.name === name).length;
    expect(count('svg')).toBe(2 * charts);
    expect(count('title')).toBe(2 * charts);
    expect(count('desc')).toBe(2 * charts);
    expect(count('caption')).toBe(charts + tables);
    const heads = elements.filter(({ name }) => name === 'th');
    expect(heads.every(({ attributes }) => attributes['scope'])).toBe(true);
  });

  it('knows every word of the document', () => {
    expect(Object.keys(DOCUMENT_WORDS[language])).toEqual(Object.keys(DOCUMENT_WORDS.en));
    const names = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted();
    for (const [key, text] of Object.entries(DOCUMENT_WORDS[language])) {
      expect(text, key).not.toBe('');
      expect(names(text), key).toEqual(names(DOCUMENT_WORDS.en[key as 'page']));
    }
  });
});

describe('a strategy on a page', () => {
  const document = richStrategy('en');

  test('leads a public reader to figures and not to pages of the study', () => {
    const html = renderToString(
      <StrategyDocumentView document={document} definition={definition} links={false} />,
    );
    expect(html).not.toContain('href="/');
    expect(html).toContain('Kendall’s W');
  });

  test('has the tools of who edits it beside each block and section', () => {
    const html = renderToString(
      <StrategyDocumentView
        document={document}
        definition={definition}
        blockTools={(block, part) => <i data-block={block.id} data-part={part.key} />}
        sectionTools={(part) => <i data-section={part.key} />}
      />,
    );
    const attributes = elementsOf(html).map((element) => element.attributes);
    expect(attributes.flatMap((one) => one['data-block'] ?? [])).toEqual(
      blocksOf(document).map(({ id }) => id),
    );
    expect(attributes.flatMap((one) => one['data-section'] ?? [])).toHaveLength(16);
  });

  test('marks own words with who wrote them and the sentence that they took the place of', () => {
    const html = renderToString(
      <StrategyDocumentView document={document} definition={definition} />,
    );
    expect(html).toContain('Ada Lovelace');
    expect(html).toContain(documentWords('en')('stale'));
    const edited = blocksOf(document).find((block) => block.kind === 'sentence' && block.edited);
    expect(edited?.kind === 'sentence' && html.includes(escaped(edited.edited!.original))).toBe(
      true,
    );
  });
});
