import { z } from 'zod';
import { Id } from './text.ts';

/** What the results page works out beyond one question at a time. */
export const Analysis = z.discriminatedUnion('kind', [
  z.strictObject({ id: Id, kind: z.literal('rank-aggregate'), question: Id }),
  z.strictObject({
    id: Id,
    kind: z.literal('gap'),
    list: Id,
    importance: Id.optional(),
    level: Id.optional(),
    rank: Id.optional(),
    coverage: Id.optional(),
  }),
  z.strictObject({
    id: Id,
    kind: z.literal('curriculum'),
    weightsFrom: z.array(Id).min(1).max(10),
    durationFrom: Id,
    ects: z.strictObject({ hoursPerCredit: z.number().min(1).max(60) }),
  }),
  z.strictObject({
    id: Id,
    kind: z.literal('compare'),
    by: z.enum(['audience', 'table', 'round', 'event']),
    question: Id,
  }),
  z.strictObject({ id: Id, kind: z.literal('validation'), question: Id }),
  z.strictObject({
    id: Id,
    kind: z.literal('practice'),
    text: Id,
    replicability: Id.optional(),
    scale: Id.optional(),
    reached: Id.optional(),
  }),
  z.strictObject({
    id: Id,
    kind: z.literal('placement'),
    topic: Id,
    participation: Id,
    availability: Id,
  }),
]);

export type Analysis = z.infer<typeof Analysis>;
