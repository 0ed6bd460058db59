import { chartTable } from './chart-table.ts';
import { documentHead } from './document-head.ts';
import { outlineOf } from './document-outline.ts';
import { documentWords, type SayDocument } from './document-words.ts';
import { evidenceMark } from './evidence-mark.ts';
import { legendOf } from './document-legend.ts';
import { markdownTable, markdownText } from './markdown-text.ts';
import type { StrategyBlock, StrategyDocument, Trace } from './strategy-document.ts';

/**
 * A strategy as Markdown with tables and footnotes (GitHub's flavour). Charts become tables; each
 * sentence has a footnote that leads to its numbers, one for each page of results.
 *
 * @param origin what addresses begin with: `https://plenary.example`; null: no links to pages
 * @example
 * strategyMarkdown(document, { origin: 'https://plenary.example' })
 */
export function strategyMarkdown(
  document: StrategyDocument,
  { origin, acknowledgement }: { origin: string | null; acknowledgement?: string | undefined },
): string {
  const say = documentWords(document.language);
  const { parts, numberOf } = outlineOf(document);
  const notes = new Map<string, number>();
  const note = (trace: Trace | undefined) => {
    if (!trace?.page || origin === null) return '';
    if (!notes.has(trace.page)) notes.set(trace.page, notes.size + 1);
    return `[^${notes.get(trace.page)}]`;
  };
  const written: Written = { say, language: document.language, numberOf, note };
  const sections = parts.flatMap(({ part, number }) => [
    `## ${number} ${markdownText(part.title)}`,
    ...part.blocks.map((block) => blockText(block, written)),
  ]);
  return `${[
    `# ${markdownText(document.title)}`,
    ...documentHead(document, say).map(markdownText),
    ...legendOf(document, say).flatMap((lines) => [
      `**${say('certaintyTitle')}**`,
      lines.map(({ word, means }) => `- *${word}*: ${markdownText(means)}`).join('\n'),
    ]),
    ...sections,
    ...(acknowledgement ? ['---', markdownText(acknowledgement)] : []),
    [...notes].map(([page, number]) => `[^${number}]: <${address(origin!, page)}>`).join('\n'),
  ]
    .filter(Boolean)
    .join('\n\n')}\n`;
}

interface Written {
  say: SayDocument;
  language: string;
  numberOf: ReadonlyMap<string, number>;
  note: (trace: Trace | undefined) => string;
}

function blockText(block: StrategyBlock, { say, language, numberOf, note }: Written): string {
  const number = numberOf.get(block.id) ?? 0;
  switch (block.kind) {
    case 'sentence':
      return `${markdownText(block.text)}${marked(evidenceMark(block, say))}${note(block.trace)}`;
    case 'table':
      return `**${say('table', { number })}.** ${markdownText(block.caption)}${note(block.trace)}\n\n${markdownTable(block.columns, block.rows)}`;
    case 'chart': {
      const { columns, rows } = chartTable(block, say, language);
      return `**${say('figure', { number })}.** ${markdownText(block.caption)}${note(block.trace)}\n\n${markdownText(block.summary)}\n\n${markdownTable(columns, rows)}`;
    }
    case 'quote':
      return `> ${markdownText(block.text)}\n>\n> *${markdownText(block.about)}*`;
    case 'free':
      return block.text.split(/\n+/).map(markdownText).filter(Boolean).join('\n\n');
  }
}

/** What is said about a sentence after it. */
function marked(mark: string): string {
  return mark && ` *(${markdownText(mark)})*`;
}

/** An address that no sign within it ends before its end. */
function address(origin: string, page: string): string {
  return new URL(page, origin).href.replace(/[<>]/g, encodeURIComponent);
}
