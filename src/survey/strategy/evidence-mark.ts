import type { SayDocument } from './document-words.ts';
import type { SentenceBlock } from './strategy-document.ts';

/**
 * What a sentence in a file stands on, in few words: its certainty and its answers, unless the
 * sentence itself tells its n, and whether it was rewritten or the figures changed since. Empty
 * where nothing is to be added.
 *
 * @example
 * evidenceMark(block, documentWords('en')) // => 'firm · n = 47'
 */
export function evidenceMark(
  { certainty, n, text, edited, stale }: SentenceBlock,
  say: SayDocument,
): string {
  const isTold = /\bn\s?=\s?\d/.test(text);
  const grounds = [say(certainty), ...(n > 0 ? [`n\u00a0=\u00a0${n}`] : [])].join('\u00a0· ');
  return [
    ...(isTold || (certainty === 'computed' && !edited) ? [] : [grounds]),
    ...(edited ? [say('edited')] : []),
    ...(stale ? [say('stale')] : []),
  ].join(' · ');
}
