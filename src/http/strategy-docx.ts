import type { StrategyDocument } from '../survey/strategy/strategy-document.ts';

/** What a file of a strategy needs besides the document. */
export interface StrategyFileOptions {
  /** What addresses begin with: `https://plenary.example`. */
  origin: string;
  /** The line at the foot of each page. */
  acknowledgement?: string | undefined;
}

/**
 * A strategy as a Word file: headings, contents, numbered sections, tables, native charts, and
 * footnotes that lead to the numbers.
 *
 * @example
 * const bytes = await strategyDocx(document, { origin: 'https://plenary.example' });
 */
export async function strategyDocx(
  document: StrategyDocument,
  options: StrategyFileOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const { wordFile } = await import('./word/word-file.ts');
  return wordFile(document, options);
}
