import type { Certainty } from '../../needs/statement.ts';
import type { SayDocument } from './document-words.ts';
import { evidenceMark } from './evidence-mark.ts';
import type { StrategyDocument } from './strategy-document.ts';

/** Every certainty, the best first. */
export const CERTAINTIES = [
  'firm',
  'tentative',
  'open',
  'too-few',
  'computed',
] as const satisfies readonly Certainty[];

/**
 * What the words of the marks in a file mean, as one list; none where no sentence has a mark.
 *
 * @example
 * legendOf(document, say)[0]?.[0] // => { word: 'firm', means: 'the interval or test …' }
 */
export function legendOf(
  { sections }: StrategyDocument,
  say: SayDocument,
): { word: string; means: string }[][] {
  const isMarked = sections.some(({ blocks }) =>
    blocks.some((block) => block.kind === 'sentence' && evidenceMark(block, say) !== ''),
  );
  if (!isMarked) return [];
  return [CERTAINTIES.map((key) => ({ word: say(key), means: say(`${key}Means`) }))];
}
