import type { SayDocument } from './document-words.ts';
import type { SentenceBlock } from './strategy-document.ts';

/**
 * What a sentence stands on, in few words: its certainty, its answers, and whether it was rewritten
 * or the figures changed since.
 *
 * @example
 * evidenceMark(block, documentWords('en')) // => 'firm · n = 47'
 */
export function evidenceMark(
  { certainty, n, edited, stale }: SentenceBlock,
  say: SayDocument,
): string {
  return [
    say(certainty),
    n > 0 ? `n = ${n}` : '',
    edited ? say('edited') : '',
    stale ? say('stale') : '',
  ]
    .filter(Boolean)
    .join(' · ');
}
