import { z } from 'zod';
import { Language } from '../survey/text.ts';

/** The largest number of questions that a study can have, and so of answers. */
const MOST_ANSWERS = 200;

const ResponseId = z.uuid('give the response a UUID').transform((id) => id.toLowerCase());

export const ResponseParams = z.object({ id: ResponseId });

/**
 * What a phone sends. `revision` starts at 1, rises with each edit and may skip numbers. What the
 * answers may be depends on the study; `submit` checks that.
 */
export const Submission = z.strictObject({
  joinCode: z.string().max(40),
  revision: z.int().min(1).max(1_000_000),
  locale: Language,
  answers: z
    .record(z.string().max(60), z.unknown())
    .refine(isSmall, `more than ${MOST_ANSWERS} answers`),
  shown: z
    .record(z.string().max(60), z.array(z.string().max(60)).max(300))
    .refine(isSmall, `more than ${MOST_ANSWERS} questions`)
    .default(() => ({})),
  voice: z.enum(['individual', 'table']).default('individual'),
  table: z.string().trim().min(1).max(40).nullable().default(null),
  round: z.int().min(1).max(20).default(1),
  seconds: z
    .int()
    .min(0)
    .max(86_400)
    .optional()
    .describe('How long the person took, in whole seconds.'),
  invitation: z
    .string()
    .max(60)
    .nullable()
    .default(null)
    .describe('The token at the end of a personal link.'),
  seat: z
    .strictObject({ event: z.uuid(), code: z.string().max(40) })
    .nullable()
    .default(null)
    .describe('A place in a room by its return code: event and table come from it, not from here.'),
});

export type Submission = z.infer<typeof Submission>;

function isSmall(record: Record<string, unknown>): boolean {
  return Object.keys(record).length <= MOST_ANSWERS;
}
