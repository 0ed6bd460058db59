import { z } from 'zod';
import { Analysis } from './analysis.ts';
import { definitionProblems } from './definition-rules.ts';
import { Options, Scale } from './option.ts';
import { Question } from './question.ts';
import { Id, Language, Text } from './text.ts';
import { WorkshopPlan } from './workshop-plan.ts';

export { optionsOf, scalePoints, unrankedMode } from './question-options.ts';
export type { Option } from './option.ts';
export type { Question, RankingQuestion } from './question.ts';

const Titled = z.strictObject({ id: Id, title: Text });

/** The system's own segments: they come with a response and need no question. */
const Segment = z.union([
  Id,
  z.enum(['@table', '@round', '@event', '@language', '@invited-expert']),
]);

/**
 * All that a study asks, as data: texts in every language, option lists, questions, analyses and
 * the workshop around them. Unknown keys are refused, and every reference inside it resolves; each
 * problem is reported with its path and one sentence. A study keeps its own copy.
 *
 * @example
 * const result = Definition.safeParse(body);
 * if (!result.success) result.error.issues; // [{ path: ['questions', 3, 'scale'], message }, …]
 */
export const Definition = z
  .strictObject({
    schema: z.literal('study-template/1'),
    id: Id,
    version: z.string().regex(/^\d+\.\d+\.\d+$/, 'write the version as 1.0.0'),
    languages: z.array(Language).min(1),
    defaultLanguage: Language,
    reviewed: z.partialRecord(Language, z.boolean()).default(() => ({})),
    kind: z.enum(['world-cafe', 'breakout-rooms', 'panels-side-events', 'survey']),
    estimatedMinutes: z.strictObject({
      individual: z.int().min(1).max(600),
      table: z.int().min(1).max(600),
    }),
    privacy: z.strictObject({ minCell: z.int().min(3).max(100) }),
    source: z.string().max(300),
    title: Text,
    intro: Text,
    consent: Text,
    thanks: Text,
    /** Who pays for it, such as a programme and its grant agreement; on the first page. */
    acknowledgement: Text.optional(),
    dontKnow: Text,
    scales: z.array(Scale).max(50),
    sections: z.array(Titled).min(1).max(50),
    stages: z.array(Titled).max(20).optional(),
    lists: z.record(Id, Options),
    questions: z.array(Question).min(1).max(200),
    segments: z.array(Segment).max(50),
    analyses: z.array(Analysis).max(100),
    workshop: WorkshopPlan,
  })
  .superRefine((definition, context) => {
    for (const { path, message } of definitionProblems(definition)) {
      context.addIssue({ code: 'custom', path: [...path], message });
    }
  });

export type Definition = z.infer<typeof Definition>;
