import { z } from 'zod';
import { BlockId, LONGEST, SectionKey } from './strategy-edits.ts';

const text = (longest: number) => z.string().trim().min(1, 'write something').max(longest);

/** The sentence that somebody saw when they decided. */
const seen = {
  fingerprint: z
    .string()
    .max(500)
    .optional()
    .describe('Of the sentence that was seen; the present one where not given.'),
  original: z.string().max(LONGEST.paragraph).optional().describe('The sentence as it was seen.'),
};

/** One change to a strategy. */
export const StrategyChange = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('title'),
    text: text(LONGEST.title).nullable().describe('null: the generated title.'),
  }),
  z.strictObject({
    do: z.literal('write'),
    block: BlockId.describe('The sentence that the words take the place of.'),
    text: text(LONGEST.sentence),
    ...seen,
  }),
  z.strictObject({
    do: z.literal('restore').describe('The generated sentence again.'),
    block: BlockId,
  }),
  z.strictObject({
    do: z.literal('keep').describe('The words hold for the new figures too.'),
    block: BlockId,
  }),
  z.strictObject({
    do: z.literal('leave-out').describe('Once more: it stays left out with the new figures too.'),
    block: BlockId,
    ...seen,
  }),
  z.strictObject({ do: z.literal('bring-back'), block: BlockId }),
  z.strictObject({ do: z.literal('leave-out-section'), section: SectionKey }),
  z.strictObject({ do: z.literal('bring-back-section'), section: SectionKey }),
  z.strictObject({
    do: z.literal('add'),
    paragraph: z.uuid().optional().describe('Its id: sent twice, it is added once.'),
    section: SectionKey,
    after: BlockId.optional().describe('The block that it follows; else it ends the section.'),
    text: text(LONGEST.paragraph),
  }),
  z.strictObject({
    do: z.literal('rewrite'),
    paragraph: z.uuid(),
    text: text(LONGEST.paragraph),
  }),
  z.strictObject({ do: z.literal('remove'), paragraph: z.uuid() }),
]);

export type StrategyChange = z.infer<typeof StrategyChange>;

/**
 * The place that a change touches: two changes of different places never stand in each other's way.
 *
 * @example
 * placeOf({ do: 'restore', block: 'leaders:contents' }) // 'block:leaders:contents'
 */
export function placeOf(change: StrategyChange): string {
  switch (change.do) {
    case 'title':
      return 'title';
    case 'leave-out-section':
    case 'bring-back-section':
      return `section:${change.section}`;
    case 'add':
    case 'rewrite':
    case 'remove':
      return `paragraph:${change.paragraph ?? ''}`;
    default:
      return `block:${change.block}`;
  }
}
