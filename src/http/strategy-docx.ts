import type { StrategyDocument } from '../survey/strategy/strategy-document.ts';

/** What a file of a strategy needs besides the document. */
export interface StrategyFileOptions {
  /** What addresses of pages begin with: `https://plenary.example`. Null: no links to pages. */
  origin: string | null;
  /** The line at the foot of each page. */
  acknowledgement?: string | undefined;
}

/** Writes a Word file. */
export type WriteWord = (
  document: StrategyDocument,
  options: StrategyFileOptions,
) => Promise<Uint8Array<ArrayBuffer>>;

/**
 * A strategy as a Word file: contents with page numbers, Word's own headings, tables and charts,
 * and footnotes that lead to the numbers. The same document gives the same bytes.
 *
 * @param apart what writes it off this thread, where the process has that (`config.word`)
 * @example
 * const bytes = await strategyDocx(document, { origin: 'https://plenary.example' });
 */
export async function strategyDocx(
  document: StrategyDocument,
  options: StrategyFileOptions,
  apart?: WriteWord,
): Promise<Uint8Array<ArrayBuffer>> {
  if (apart) return apart(document, options);
  // Large, and rarely asked for: what starts or answers anything else does without.
  const { wordFile } = await import('./word/word-file.ts');
  return wordFile(document, options);
}
