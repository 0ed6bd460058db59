import {
  Bookmark,
  ExternalHyperlink,
  type FileChild,
  HeadingLevel,
  Paragraph,
  type ParagraphChild,
  SimpleField,
  TableOfContents,
  TextRun,
} from 'docx';
import { chartTable } from '../../survey/strategy/chart-table.ts';
import { documentHead } from '../../survey/strategy/document-head.ts';
import { legendOf } from '../../survey/strategy/document-legend.ts';
import { outlineOf } from '../../survey/strategy/document-outline.ts';
import type { SayDocument } from '../../survey/strategy/document-words.ts';
import { evidenceMark } from '../../survey/strategy/evidence-mark.ts';
import { plainText } from '../../survey/strategy/plain-text.ts';
import type {
  SentenceBlock,
  StrategyBlock,
  StrategyDocument,
  Trace,
} from '../../survey/strategy/strategy-document.ts';
import { wordChart } from './word-chart.ts';
import type { WordNotes } from './word-notes.ts';
import { WORD_INK } from './word-styles.ts';
import { wordTable } from './word-table.ts';

/** Everything between the margins: cover, contents, legend and the sections. */
export function wordBody(
  document: StrategyDocument,
  say: SayDocument,
  notes: WordNotes,
): FileChild[] {
  const { parts, numberOf } = outlineOf(document);
  const write = (block: StrategyBlock) =>
    blockOf(block, {
      say,
      notes,
      language: document.language,
      number: numberOf.get(block.id) ?? 0,
    });
  return [
    new Paragraph({ heading: HeadingLevel.TITLE, text: plainText(document.title) }),
    ...documentHead(document, say).map(
      (line) => new Paragraph({ style: 'Lead', text: plainText(line) }),
    ),
    ...contents(say),
    ...legend(document, say),
    ...parts.flatMap(({ part, number, anchor }, k) => [
      new Paragraph({
        heading: HeadingLevel.HEADING_1,
        pageBreakBefore: k === 0,
        children: [
          new Bookmark({
            id: anchor,
            children: [new TextRun(`${number}  ${plainText(part.title)}`)],
          }),
        ],
      }),
      ...part.blocks.flatMap(write),
    ]),
  ];
}

function contents(say: SayDocument): FileChild[] {
  return [
    new Paragraph({
      style: 'Caption',
      children: [new TextRun({ text: say('contents'), size: 24 })],
    }),
    new TableOfContents(say('contents'), {
      hyperlink: true,
      headingStyleRange: '1-1',
    }),
  ];
}

function legend(document: StrategyDocument, say: SayDocument): FileChild[] {
  return legendOf(document, say).flatMap((lines) => [
    new Paragraph({ style: 'Caption', text: say('certaintyTitle') }),
    ...lines.map(
      ({ word, means }) =>
        new Paragraph({
          style: 'Margin',
          children: [new TextRun({ text: word, bold: true }), new TextRun(`: ${means}`)],
        }),
    ),
  ]);
}

interface Written {
  say: SayDocument;
  notes: WordNotes;
  language: string;
  /** Of a table or figure. */
  number: number;
}

function blockOf(block: StrategyBlock, written: Written): FileChild[] {
  switch (block.kind) {
    case 'sentence':
      return [sentence(block, written)];
    case 'table':
      return [
        caption('table', block.caption, block.trace, written),
        wordTable(block),
        new Paragraph({ style: 'Margin' }),
      ];
    case 'chart':
      return [
        caption('figure', block.caption, block.trace, written),
        wordChart(block) ?? wordTable(chartTable(block, written.say, written.language)),
        new Paragraph({ style: 'Note', text: plainText(block.summary) }),
      ];
    case 'quote':
      return [
        new Paragraph({
          style: 'Quote',
          children: [
            new TextRun(plainText(block.text)),
            new TextRun({
              text: plainText(block.about),
              break: 1,
              italics: false,
              style: 'Evidence',
            }),
          ],
        }),
      ];
    case 'free':
      return block.text
        .split(/\n+/)
        .filter((text) => text.trim())
        .map((text) => new Paragraph({ style: 'Sentence', text: plainText(text) }));
  }
}

function sentence(block: SentenceBlock, { say, notes }: Written): Paragraph {
  const address = notes.address(block.trace);
  const text = evidenceMark(block, say);
  const mark = new TextRun({ text: `\u00a0[${text}]`, style: 'Evidence' });
  const linked =
    address === null ? mark : new ExternalHyperlink({ link: address, children: [mark] });
  return new Paragraph({
    style: 'Sentence',
    children: [
      new TextRun(plainText(block.text)),
      ...(text ? [linked] : []),
      ...notes.refer(block.trace),
    ],
  });
}

/** A caption as Word numbers it: its number is a field, counted again when fields are updated. */
function caption(
  kind: 'table' | 'figure',
  text: string,
  trace: Trace | undefined,
  { say, notes, number }: Written,
): Paragraph {
  const [before = '', after = ''] = say(kind).split('{number}');
  const name = kind === 'table' ? 'Table' : 'Figure';
  const children: ParagraphChild[] = [
    new TextRun({ text: before, color: WORD_INK.brand }),
    new SimpleField(`SEQ ${name} \\* ARABIC`, String(number)),
    new TextRun(`${after}  ${plainText(text)}`),
    ...notes.refer(trace),
  ];
  return new Paragraph({ style: 'Caption', keepNext: true, children });
}
