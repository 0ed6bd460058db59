import { z } from 'zod';
import type { Definition } from './definition.ts';
import type { Problem } from './problem.ts';
import { segmentOf } from './segment.ts';
import { isTimeZone } from './zoned-time.ts';

const Most = z.int().min(1).max(1_000_000);

/** How many answers are taken: in all, and by the answer to one question. */
export const Quotas = z.strictObject({
  total: Most.nullable().default(null),
  segment: z
    .strictObject({
      question: z.string().max(60),
      limits: z.record(z.string().min(1).max(60), Most),
    })
    .nullable()
    .default(null),
});

export type Quotas = z.infer<typeof Quotas>;

const Moment = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text))
  .nullable();

/** The origin of a site, such as `https://example.org`; plain http only on the own machine. */
const Origin = z
  .string()
  .max(200)
  .refine(isOrigin, 'write the address of a site, such as https://example.org');

/** How a study reaches people, as designers send it; what is left out stays as it is. */
export const DistributionChange = z.strictObject({
  opensAt: Moment.optional(),
  closesAt: Moment.optional(),
  timeZone: z.string().max(60).refine(isTimeZone, 'there is no such time zone').optional(),
  quotas: Quotas.nullable().optional(),
  access: z.enum(['open', 'invited']).optional(),
  embedOrigins: z.array(Origin).max(20).optional(),
});

export type DistributionChange = z.infer<typeof DistributionChange>;

/** How a study reaches people. */
export interface Distribution {
  /** When it is to open or to close by itself; null once that has happened. */
  opensAt: Date | null;
  closesAt: Date | null;
  /** The zone in which times are told; null until one is chosen. */
  timeZone: string | null;
  quotas: Quotas | null;
  /** `invited`: only with a personal link. */
  access: 'open' | 'invited';
  /** Sites that may show the study in a frame. */
  embedOrigins: string[];
}

/**
 * What is wrong with a change: times that have passed or cross, quotas on questions that do not
 * give everybody exactly one group, or on values that there are not.
 */
export function distributionProblems(
  definition: Definition,
  before: Pick<Distribution, 'opensAt' | 'closesAt'>,
  change: DistributionChange,
  now: Date,
): Problem[] {
  const problems: Problem[] = [];
  const { opensAt = before.opensAt, closesAt = before.closesAt, quotas } = change;
  for (const key of ['opensAt', 'closesAt'] as const) {
    const time = change[key];
    if (time && time <= now) problems.push({ path: [key], message: 'This time has passed.' });
  }
  if (opensAt && closesAt && closesAt <= opensAt) {
    problems.push({ path: ['closesAt'], message: 'The study would close before it opens.' });
  }
  if (quotas?.segment) problems.push(...segmentProblems(definition, quotas.segment));
  return problems;
}

/** The questions by which answers can be limited: each respondent has exactly one value. */
export function quotaQuestions(definition: Definition): Definition['questions'] {
  return definition.questions.filter(
    (question) =>
      question.kind === 'scale' ||
      (question.kind === 'single' && question.optionsFrom !== '@countries'),
  );
}

function segmentProblems(
  definition: Definition,
  { question, limits }: NonNullable<Quotas['segment']>,
): Problem[] {
  const path = ['quotas', 'segment'];
  if (!quotaQuestions(definition).some(({ id }) => id === question)) {
    const message = `The question "${question}" cannot limit answers by group.`;
    return [{ path: [...path, 'question'], message }];
  }
  const values = segmentOf(definition, question, definition.defaultLanguage)?.values ?? [];
  return Object.keys(limits)
    .filter((value) => !values.includes(value))
    .map((value) => ({
      path: [...path, 'limits', value],
      message: `The question "${question}" has no answer "${value}".`,
    }));
}

function isOrigin(text: string): boolean {
  const url = URL.parse(text);
  if (!url || url.origin !== text) return false;
  const local = ['localhost', '127.0.0.1'].includes(url.hostname);
  return url.protocol === 'https:' || (url.protocol === 'http:' && local);
}
