import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { XMLValidator } from 'fast-xml-parser';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it, test } from 'vitest';
import { strategyDocx } from '../../src/http/strategy-docx.ts';
import { outlineOf } from '../../src/survey/strategy/document-outline.ts';
import { documentWords } from '../../src/survey/strategy/document-words.ts';
import { plainText } from '../../src/survey/strategy/plain-text.ts';
import type {
  StrategyBlock,
  StrategyDocument,
} from '../../src/survey/strategy/strategy-document.ts';
import { wordThread } from '../../src/word-thread.ts';
import { strategy } from '../survey/strategy/strategy-arbitrary.ts';
import { richStrategy } from '../survey/strategy/rich-strategy.ts';

const origin = 'https://plenary.example';
const options = { origin, acknowledgement: 'Paid for by <nobody> & co.' };

/** The parts of a Word file that are XML, those of its charts' sheets among them. */
function partsOf(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(
    Object.entries(unzipSync(bytes)).flatMap(([path, content]) =>
      path.endsWith('.xlsx')
        ? Object.entries(partsOf(content)).map(([inner, xml]) => [`${path}/${inner}`, xml])
        : [[path, strFromU8(content)]],
    ),
  );
}

const unescaped = (xml: string) =>
  xml
    .replace(/&#x([\da-f]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');

/** What each paragraph of a part says, and the style that it has. */
function paragraphsOf(xml: string): { style: string; text: string }[] {
  return [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([paragraph]) => ({
    style: /<w:pStyle w:val="([^"]+)"/.exec(paragraph)?.[1] ?? '',
    text: unescaped(
      [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''),
    ),
  }));
}

const blocksOf = ({ sections }: StrategyDocument) => sections.flatMap(({ blocks }) => blocks);
const fileOf = async (document: StrategyDocument) => partsOf(await strategyDocx(document, options));

describe.each(['en', 'de', 'fr', 'ca'] as const)(
  'a strategy as a Word file in %s',
  async (language) => {
    const document = richStrategy(language);
    const blocks = blocksOf(document);
    const parts = await fileOf(document);
    const body = parts['word/document.xml']!;
    const paragraphs = paragraphsOf(body);

    it('is well-formed in each part, and each part that is referred to is there', () => {
      for (const [path, xml] of Object.entries(parts)) {
        expect(XMLValidator.validate(xml), path).toBe(true);
      }
      for (const [path, xml] of Object.entries(parts).filter(([name]) => name.endsWith('.rels'))) {
        const folder = path.replace(/_rels\/[^/]+$/, '');
        for (const [relation] of xml.matchAll(/<Relationship [^>]*>/g)) {
          const target = /Target="([^"]+)"/.exec(relation)![1]!;
          if (relation.includes('TargetMode="External"')) {
            expect(target.startsWith(`${origin}/`), target).toBe(true);
          } else if (!path.includes('.xlsx')) {
            const whole = new URL(target, `file:///${folder}`).pathname.slice(1);
            const found = Object.keys(parts).some((name) => name.startsWith(whole));
            expect(found, `${path} → ${target}`).toBe(true);
          }
        }
      }
    });

    it('tells each sentence once, and every quote and paragraph of somebody’s own', () => {
      const said = paragraphs.filter(({ style }) => style === 'Sentence' || style === 'Quote');
      for (const block of blocks) {
        if (block.kind === 'sentence') {
          const text = plainText(block.text);
          expect(said.filter((one) => one.text.startsWith(text)).length, text).toBe(1);
        }
        if (block.kind === 'quote' || block.kind === 'free') {
          for (const line of plainText(block.text).split(/\n+/)) {
            expect(said.some(({ text }) => text.includes(line))).toBe(true);
          }
        }
      }
    });

    it('has a heading of Word’s own for each section and lists it with its page in the contents', () => {
      const headings = outlineOf(document).parts.map(
        ({ part, number }) => `${number}  ${plainText(part.title)}`,
      );
      expect(
        paragraphs.filter(({ style }) => style === 'Heading1').map(({ text }) => text),
      ).toEqual(headings);
      const listed = paragraphs.filter(({ style }) => style === 'TOC1').map(({ text }) => text);
      expect(listed).toHaveLength(headings.length);
      for (const [k, line] of listed.entries()) {
        expect(line.startsWith(headings[k]!), line).toBe(true);
        expect(Number(line.slice(headings[k]!.length))).toBeGreaterThan(1);
      }
    });

    it('has a table with a repeated head for each table, and a chart with its figures for each chart', () => {
      const tables = blocks.filter((block) => block.kind === 'table');
      expect(body.match(/<w:tbl>/g)).toHaveLength(tables.length);
      expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(tables.length);
      const cells = tables.flatMap(({ columns, rows }) => columns.length * (rows.length + 1));
      expect(body.match(/<w:tc>/g)).toHaveLength(cells.reduce((sum, count) => sum + count, 0));
      const charts = blocks.filter((block) => block.kind === 'chart');
      for (const [k, chart] of charts.entries()) {
        const drawn = unescaped(parts[`word/charts/chart${k + 1}.xml`]!);
        for (const { label } of chart.rows.filter(({ x }) => x !== null)) {
          expect(drawn).toContain(label);
        }
        expect(body).toContain(
          `descr="${chart.summary.replace(/&/g, '&amp;').replace(/"/g, '&quot;')}"`,
        );
      }
    });

    it('leads to its numbers by footnotes, one a page, and refers to each of them', () => {
      const notes = paragraphsOf(parts['word/footnotes.xml']!)
        .map(({ text }) => text.trim())
        .filter((text) => text.startsWith('http'));
      const pages = blocks.flatMap((block) => ('trace' in block ? (block.trace?.page ?? []) : []));
      expect(new Set(notes)).toEqual(new Set(pages.map((page) => origin + page)));
      expect(notes).toHaveLength(new Set(notes).size);
      const first = body.match(/<w:footnoteReference /g) ?? [];
      const again = body.match(/NOTEREF numbers\d+/g) ?? [];
      expect(first).toHaveLength(notes.length);
      expect(first.length + again.length).toBe(pages.length);
    });

    it('says on each page whose data it is, that they are synthetic, and which page it is', () => {
      const [head] = paragraphsOf(parts['word/header1.xml']!);
      expect(head!.text).toContain(document.study.title);
      expect(head!.text).toContain(documentWords(language)('synthetic'));
      const foot = parts['word/footer1.xml']!;
      expect(unescaped(foot)).toContain(options.acknowledgement);
      expect(foot).toMatch(/PAGE.*NUMPAGES/s);
    });

    it('is checked by the spelling of its language and names its study in its properties', () => {
      const locale = language === 'en' ? 'en-GB' : language;
      expect(parts['word/styles.xml']).toContain(`<w:lang w:val="${locale}`);
      expect(unescaped(parts['docProps/core.xml']!)).toContain(`<dc:title>${document.title}`);
    });

    it('computes nothing: no text became a formula, a field or markup', () => {
      const fields = [...body.matchAll(/(?:w:instr="|<w:instrText[^>]*>)([A-Z]+)/g)];
      expect(new Set(fields.map(([, name]) => name))).toEqual(
        new Set(['TOC', 'PAGEREF', 'SEQ', 'NOTEREF']),
      );
      for (const [path, xml] of Object.entries(parts)) {
        if (path.includes('/worksheets/')) expect(xml).not.toMatch(/<f[ >]/);
      }
    });
  },
);

describe('a Word file', () => {
  test('is the same bytes for the same document, also when another thread writes it', async () => {
    const document = richStrategy('it');
    const once = await strategyDocx(document, options);
    expect(Buffer.compare(once, await strategyDocx(document, options))).toBe(0);
    expect(Buffer.compare(once, await strategyDocx(document, options, wordThread()))).toBe(0);
  });

  test('holds no address where its readers can’t open the pages', async () => {
    const bytes = await strategyDocx(richStrategy('en'), { origin: null });
    const parts = partsOf(bytes);
    expect(parts['word/document.xml']).not.toContain('NOTEREF');
    expect(parts['word/_rels/document.xml.rels']).not.toContain('External');
  });

  test('shows any text as that text', async () => {
    const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 60 });
    const blocks = fc.tuple(text, text, text, text).map(([a, b, c, d]): StrategyBlock[] => [
      { kind: 'quote', id: 'q', text: a, about: b },
      {
        kind: 'table',
        id: 't',
        caption: c,
        columns: [{ label: d, numeric: false }],
        rows: [[a], [b]],
      },
      {
        kind: 'chart',
        id: 'c',
        chart: 'bars',
        caption: a,
        summary: b,
        x: { label: c, min: 0, max: 1 },
        rows: [{ label: d, x: 0.5, low: null, high: null, text: a }],
      },
    ]);
    await fc.assert(
      fc.asyncProperty(blocks, async (made) => {
        const parts = await fileOf(strategy({ 1: made }));
        for (const [path, xml] of Object.entries(parts)) {
          expect(XMLValidator.validate(xml), path).toBe(true);
        }
        const shown = paragraphsOf(parts['word/document.xml']!).map(({ text: of }) => of);
        const cell = (made[1] as { rows: string[][] }).rows[0]![0]!;
        const flat = (of: string) => plainText(of).replace(/\s+/g, '');
        expect(shown.map(flat)).toContain(flat(cell));
      }),
      { numRuns: 8 },
    );
  });
});

const office = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find((path) => existsSync(path));

// Without LibreOffice (apt-get install libreoffice-writer) nobody here can open the file.
describe.skipIf(!office)('LibreOffice', () => {
  test('opens the file and reads each sentence of it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'plenary-word-'));
    try {
      return strategyDocx(richStrategy('de'), options).then((bytes) => {
        writeFileSync(join(folder, 'strategy.docx'), bytes);
        const profile = `-env:UserInstallation=file://${folder}/profile`;
        const command = ['--headless', profile, '--convert-to', 'txt:Text (encoded):UTF8'];
        execFileSync(office!, [...command, '--outdir', folder, join(folder, 'strategy.docx')], {
          stdio: 'ignore',
          timeout: 120_000,
        });
        const text = readFileSync(join(folder, 'strategy.txt'), 'utf8');
        for (const block of blocksOf(richStrategy('de'))) {
          if (block.kind === 'sentence') expect(text).toContain(block.text);
        }
      });
    } finally {
      process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    }
  });
});
