import { z } from 'zod';

/** A section of a strategy: 1 to 14, or the annexes. */
export const SectionKey = z.union([
  z.int().min(1).max(14) as z.ZodType<1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14>,
  z.literal('annex'),
]);

/** The id of something in a section. */
export const BlockId = z.string().min(1).max(300);

/** Longest title, sentence and paragraph, in UTF-16 units. */
export const LONGEST = { title: 200, sentence: 2000, paragraph: 4000 } as const;

/** So many paragraphs can be added to a strategy, and so many sentences be reworded. */
export const MOST_EDITS = 500;

const made = { by: z.string().nullable(), at: z.iso.datetime() };

/**
 * What people changed in a generated strategy. The document is made anew from the results each time
 * and these are laid over it, so words survive new figures and figures never overwrite words.
 */
export const StrategyEdits = z.strictObject({
  title: z.strictObject({ text: z.string().max(LONGEST.title), ...made }).nullable(),
  /** Own words by sentence, and the sentence and the figures that they were written for. */
  words: z.record(
    BlockId,
    z.strictObject({
      section: SectionKey,
      text: z.string().max(LONGEST.sentence),
      original: z.string(),
      fingerprint: z.string(),
      ...made,
    }),
  ),
  /** Blocks and whole sections that are left out. */
  out: z.array(BlockId),
  /** Of left-out sentences: what they said when it was decided to leave them out. */
  outSaid: z
    .record(BlockId, z.strictObject({ original: z.string(), fingerprint: z.string(), ...made }))
    .default({}),
  sectionsOut: z.array(SectionKey),
  /** Own paragraphs, at the end of their section, or after a block of it. */
  paragraphs: z.array(
    z.strictObject({
      id: z.uuid(),
      section: SectionKey,
      after: BlockId.nullable(),
      text: z.string().max(LONGEST.paragraph),
      ...made,
    }),
  ),
  /** By place, the revision in which it was last changed. */
  touched: z.record(z.string(), z.int()),
});

export type StrategyEdits = z.infer<typeof StrategyEdits>;

/** Nothing was changed yet. */
export const NO_EDITS: StrategyEdits = {
  title: null,
  words: {},
  out: [],
  outSaid: {},
  sectionsOut: [],
  paragraphs: [],
  touched: {},
};
