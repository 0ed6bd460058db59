import { z } from 'zod';
import type { Definition } from '../definition.ts';

/** How many conclusions a table may bring to the plenary. */
export const MOST_CONCLUSIONS = 3;

/** A problem that somebody at the table faces or has faced; no personal names. */
export const Problem = z.strictObject({
  text: z.string().trim().max(1000),
  when: z.enum(['now', 'past']),
});

const Words = z.string().trim().max(1000);

/** The fields of a table's work beside its answers: what anybody at the table may write. */
export const WORK_FIELDS = {
  problem: Problem,
  solution: Words,
  notes: z.string().trim().max(4000),
  'conclusion-1': z.string().trim().max(300),
  'conclusion-2': z.string().trim().max(300),
  'conclusion-3': z.string().trim().max(300),
} as const;

export type ProblemValue = z.infer<typeof Problem>;

/** What comes before the id of a guiding question in the name of the field that answers it. */
export const GUIDE = 'guide:';

/**
 * What a field of a table's work takes, beside its answers: one of {@link WORK_FIELDS}, or words to
 * a guiding question of the study. Null for a field that there is not.
 *
 * @example
 * workField(definition, 'guide:disciplines')?.safeParse('Planning and IT').success // true
 */
export function workField(
  { workshop }: Pick<Definition, 'workshop'>,
  field: string,
): z.ZodType | null {
  if (Object.hasOwn(WORK_FIELDS, field)) return WORK_FIELDS[field as keyof typeof WORK_FIELDS];
  const isGuide = workshop.guidingQuestions.some(({ id }) => `${GUIDE}${id}` === field);
  return isGuide ? Words : null;
}

const ANSWER = 'answer:';

/** The field that holds a table's answer to a question. */
export function answerField(question: string): string {
  return ANSWER + question;
}

/** The question that a field answers; null for other fields. */
export function questionOfField(field: string): string | null {
  return field.startsWith(ANSWER) ? field.slice(ANSWER.length) : null;
}

/** A field as it is stored: each has its own revision, 0 while nothing was written. */
export interface FieldValue {
  value: unknown;
  revision: number;
}

/** What a table has written, by field. */
export type TableWork = Readonly<Record<string, FieldValue>>;

/** The table's answers by question id. */
export function answersIn(work: TableWork): Record<string, unknown> {
  const answers: Record<string, unknown> = {};
  for (const [field, { value }] of Object.entries(work)) {
    const question = questionOfField(field);
    if (question !== null && value !== null) answers[question] = value;
  }
  return answers;
}

/** The conclusions that were written, in their order. */
export function conclusionsIn(work: TableWork): string[] {
  return Array.from({ length: MOST_CONCLUSIONS }, (_, index) =>
    String(work[`conclusion-${index + 1}`]?.value ?? ''),
  ).filter((text) => text !== '');
}

/**
 * The revision of all that a table would send: the sum of its fields' revisions. It rises with each
 * change, so it is the revision of the table's response, and sending twice changes nothing.
 */
export function workRevision(work: TableWork): number {
  return Object.values(work).reduce((sum, { revision }) => sum + revision, 0);
}

/** The long text that only tables are asked for: the conclusions go into it. */
export function conclusionQuestion({ questions }: Pick<Definition, 'questions'>) {
  return questions.find(
    ({ kind, audience, hidden }) =>
      kind === 'long-text' && !hidden && audience.length === 1 && audience[0] === 'table',
  );
}

/** Questions that are asked at tables in a way of their own, not as a field of a form. */
export function isOwnField(definition: Pick<Definition, 'questions'>, id: string): boolean {
  const question = definition.questions.find((candidate) => candidate.id === id);
  if (!question) return true;
  return (
    conclusionQuestion(definition)?.id === id || ('personal' in question && !!question.personal)
  );
}
