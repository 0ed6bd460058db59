import { z } from 'zod';
import type { Definition } from '../definition.ts';
import type { ResultsDocument } from '../results-document.ts';
import { Text } from '../text.ts';

const Share = z.strictObject({ id: z.string(), share: z.number() });
const Mean = z.strictObject({ id: z.string(), mean: z.number() });

const Found = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('order'),
    question: z.string(),
    n: z.int(),
    order: z.array(z.array(z.string())).describe('Tied groups of option ids, best first.'),
  }),
  z.strictObject({
    kind: z.literal('shares'),
    question: z.string(),
    n: z.int(),
    shares: z.array(Share).describe('The most frequent first.'),
  }),
  z.strictObject({
    kind: z.literal('median'),
    question: z.string(),
    n: z.int(),
    median: z.number(),
    unit: z.string().nullable(),
  }),
  z.strictObject({
    kind: z.literal('means'),
    question: z.string(),
    n: z.int(),
    means: z.array(Mean).describe('The highest first.'),
  }),
]);

/** What a round found, question by question: the next one’s prior information. */
export const Prior = z.strictObject({
  schema: z.literal('study-prior/1'),
  title: Text,
  /** When the figures were taken. */
  at: z.iso.datetime(),
  synthetic: z.boolean(),
  findings: z.array(Found),
});

export type Prior = z.infer<typeof Prior>;
export type PriorFinding = z.infer<typeof Found>;

/**
 * What the shown results of a study say, small enough to be carried to the next round. Questions
 * whose figures are held back, texts, and personal questions are not in it.
 *
 * @param documents of everyone, one a question
 * @example
 * priorOf(study, documents, new Date().toISOString()).findings[0] // { kind: 'order', … }
 */
export function priorOf(
  { definition, synthetic }: { definition: Definition; synthetic: boolean },
  documents: readonly ResultsDocument[],
  at: string,
): Prior {
  const findings = documents.flatMap((document) => findingIn(document) ?? []);
  return { schema: 'study-prior/1', title: definition.title, at, synthetic, findings };
}

function findingIn({ question, slices: [all] }: ResultsDocument): PriorFinding | null {
  if (all.suppressed || all.n === 0) return null;
  const base = { question: question.id, n: all.n };
  if ('consensus' in all) {
    const order = all.consensus.order.map((group) => group.map(String));
    return { kind: 'order', ...base, order };
  }
  if ('counts' in all) {
    const shares = all.counts.map(({ id, share }) => ({ id, share }));
    return { kind: 'shares', ...base, shares: shares.toSorted((a, b) => b.share - a.share) };
  }
  if ('rows' in all) {
    const means = all.rows.flatMap(({ id, mean }) => (mean === null ? [] : [{ id, mean }]));
    if (means.length === 0) return null;
    return { kind: 'means', ...base, means: means.toSorted((a, b) => b.mean - a.mean) };
  }
  if ('median' in all && all.median !== null) {
    return { kind: 'median', ...base, median: all.median, unit: all.unit };
  }
  return null;
}
