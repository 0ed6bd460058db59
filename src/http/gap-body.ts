import { z } from 'zod';
import { GAP_STATES } from '../survey/gaps/validation.ts';
import { PRACTICE_STATUSES, PracticeFacts } from '../survey/gaps/practice.ts';

const Interval = z.tuple([z.number(), z.number()]).nullable();
const Share = z.number().min(0).max(1).nullable();
const Key = z.string().min(1).max(200);
const GapId = z.string().min(1).max(60);

export const Named = z.object({ id: z.string(), name: z.string() });

export const GapsBody = z.object({
  ideas: z.array(
    z.object({
      key: z.string().describe('`idea:ID` from a phone, `text:QUESTION:KEY` from an answer.'),
      text: z.string(),
      n: z.int().describe('How many wrote it.'),
      question: z.string().nullable(),
      event: z.string().nullable(),
      table: z.string().nullable(),
      gap: z.string().nullable(),
    }),
  ),
  held: z.array(z.string()).describe('Questions that fewer than `minCell` people answered.'),
  gaps: z.array(
    Named.extend({
      listed: z.boolean().describe('Whether the check asks about it.'),
      mergedInto: z.string().nullable(),
      ideas: z.int().describe('How often ideas name it.'),
    }),
  ),
  log: z.array(
    z.object({
      id: z.uuid(),
      texts: z.array(z.string()),
      gap: z.string().nullable(),
      from: z.array(z.string().nullable()),
      into: z.string().nullable(),
      madeAt: z.string(),
      madeBy: z.string().nullable(),
      undoneAt: z.string().nullable(),
      undoneBy: z.string().nullable(),
    }),
  ),
});

const Label = z.string().trim().min(1).max(75);

export const NewGap = z.strictObject({ label: Label });

export const MergeBody = z
  .strictObject({
    ideas: z.array(Key).max(1000).default([]),
    gap: GapId.nullable().default(null).describe('A whole gap, with all that belongs to it.'),
    into: GapId.nullable().describe('Null takes ideas out of their gap.'),
  })
  .refine(({ ideas, gap }) => ideas.length > 0 || gap !== null, 'name ideas or a gap');

export const RuleBody = z.strictObject({
  minShare: z.number().min(0).max(1),
  value: z.number(),
  minAnswers: z.int().min(1).max(100_000),
});

export const ListBody = z.strictObject({ gaps: z.array(GapId).max(100).optional() });

export const FreezeBody = z.strictObject({
  items: z
    .array(GapId)
    .min(1)
    .max(300)
    .optional()
    .describe('What the ranking offers; the confirmed gaps where it is missing.'),
});

export const Frozen = z.object({
  question: z.string(),
  shown: z.array(z.string()).nullable().describe('Null: the ranking offers the whole list.'),
});

export const ValidationBody = z.object({
  rule: RuleBody,
  points: z.array(z.object({ value: z.number(), label: z.string() })),
  shown: z.array(z.string()).nullable(),
  slices: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      suppressed: z.string().nullable(),
      gaps: z.array(
        Named.extend({
          state: z.enum(GAP_STATES),
          counts: z.array(z.int()).nullable().describe('Votes per point, lowest first.'),
          dontKnow: z.int().nullable(),
          n: z.int().nullable(),
          share: Share,
          interval: Interval,
          against: Share,
        }),
      ),
    }),
  ),
});

const Sure = z.enum(['clearly', 'probably']);

export const CoverageQuery = z.object({
  by: z
    .enum(['all', 'smes'])
    .default('all')
    .describe('Whose ratings of coverage count: `smes`, those of small and medium enterprises.'),
});

export const CoverageBody = z.object({
  ranked: z.int().nullable(),
  covered: z.int().nullable(),
  points: z.array(z.object({ value: z.number(), label: z.string() })),
  gaps: z.array(
    Named.extend({
      meanRank: z.number().nullable(),
      rankInterval: Interval,
      coverage: z.number().nullable(),
      coverageInterval: Interval,
      rankedBy: z.int().nullable(),
      coveredBy: z.int().nullable(),
      priority: z.object({ high: z.boolean(), sure: Sure }).nullable(),
      cover: z.object({ low: z.boolean(), sure: Sure }).nullable(),
      need: Sure.nullable(),
    }),
  ),
});

export const PracticeStatusBody = z.enum(PRACTICE_STATUSES);

export const PracticeBody = PracticeFacts.extend({
  id: z.uuid(),
  status: PracticeStatusBody,
  revision: z.int(),
  changedAt: z.string(),
  changedBy: z.string().nullable(),
});

export const PublicPractice = PracticeFacts.extend({ id: z.uuid() });

export const PracticeAnswersBody = z.object({
  questions: z.array(
    z.object({
      question: z.string(),
      held: z.boolean().describe('Too few have answered.'),
      answers: z.array(z.object({ key: z.string(), facts: PracticeFacts })),
    }),
  ),
});

export const TakeOver = z.strictObject({
  question: z.string().max(60),
  key: z.string().max(2000).describe('Of the answer, as the list of answers has it.'),
});

export const NewPractice = PracticeFacts.extend({
  status: PracticeStatusBody.default('proposed'),
});

export const PracticeChange = PracticeFacts.extend({
  status: PracticeStatusBody,
  revision: z.int().min(1),
});

export const IDEA_LENGTH = 300;

export const IdeaText = z
  .string()
  .trim()
  .min(1)
  .max(IDEA_LENGTH)
  .refine((text) => !/[\0\p{Cs}]/u.test(text), 'has a character that cannot be kept');

export const IdeaBody = z.strictObject({
  id: z.uuid().describe('Made by the phone: sent again, an idea is stored once.'),
  text: IdeaText,
  table: z.string().trim().max(60).optional().describe('The code or name of a table.'),
});
