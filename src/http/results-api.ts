import { Hono } from 'hono';
import { z } from 'zod';
import { askedResults } from './asked-results.ts';
import { describe } from './describe.ts';
import type { Env } from './env.ts';
import { resultsOf } from './results-of.ts';
import { countedRoundsOf } from './rounds-of.ts';
import { studyFor } from './study-api.ts';
import { unchanged } from './unchanged.ts';
import { valid } from './valid.ts';

const Query = z.object({
  question: z.string().max(200).optional().describe('Id; the primary question where not given.'),
  by: z.string().max(200).optional().describe('A segment: a question’s id, or @table and so on.'),
  where: z.string().max(2000).optional().describe('role:student,researcher-trainer;country:ES'),
  event: z.string().max(200).optional(),
  round: z.string().max(10).optional().describe('A number, or all (default).'),
  quality: z.string().max(20).optional().describe('all (default), or clean: flagged answers out.'),
  voice: z.string().max(20).optional().describe('individual (default) or table; never both.'),
});

const Slice = z
  .object({
    key: z.string().describe('"all", or segment:value; an empty value is "not stated".'),
    label: z.string(),
    n: z.int().nullable().describe('Answers that count; null where that is held back too.'),
    suppressed: z.enum(['too-few', 'by-subtraction', 'personal']).optional(),
    leftOut: z.record(z.string(), z.int()).nullable(),
  })
  .loose();

export const CountedRounds = z
  .object({
    counted: z.array(z.int()).describe('Rounds with answers that are counted, in order.'),
    repeated: z.boolean().describe('More than one: who answered in several counts once in each.'),
  })
  .describe('With repeated, intervals are too narrow: ask for one round.');

const Document = z.object({
  version: z.string(),
  study: z.uuid(),
  question: z.object({ id: z.string(), kind: z.string(), unranked: z.string().optional() }),
  rounds: CountedRounds,
  slices: z.array(Slice).min(1).describe('The first is everyone who matches.'),
});

/** Results as JSON; the results page shows the same documents. */
export const resultsApi = new Hono<Env>().get(
  '/api/studies/:id/results',
  describe({
    summary: 'The aggregated answers to one question, whole and by one segment',
    tag: 'results',
    success: {
      200: [Document, 'Small groups are held back. ETag changes with every response.'],
      304: 'Nothing has changed since the ETag in If-None-Match.',
    },
    errors: [404, 422],
  }),
  valid('query', Query),
  async (c) => {
    const study = await studyFor(c, 'read');
    const query = askedResults(study.definition, c.req.query());
    const { etag, document } = await resultsOf(c.var.db, study, query);
    const same = unchanged(c, etag);
    if (same) return same;
    const results = await document();
    const rounds = await countedRoundsOf(c.var.db, study, query);
    return c.json({ ...results, rounds });
  },
);
