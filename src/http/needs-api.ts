import { Hono } from 'hono';
import { z } from 'zod';
import { askedResults } from './asked-results.ts';
import { NEED_ROLES } from '../survey/needs/roles.ts';
import { describe } from './describe.ts';
import type { Env } from './env.ts';
import { needsOf } from './needs-of.ts';
import { CountedRounds } from './results-api.ts';
import { countedRoundsOf } from './rounds-of.ts';
import { studyFor } from './study-api.ts';
import { unchanged } from './unchanged.ts';
import { valid } from './valid.ts';

const Query = z.object({
  where: z.string().max(2000).optional().describe('role:student,researcher-trainer;country:ES'),
  event: z.string().max(200).optional(),
  round: z.string().max(10).optional().describe('A number, or all (default).'),
  voice: z.string().max(20).optional().describe('individual (default) or table; never both.'),
  quality: z.string().max(20).optional().describe('all (default), or clean: flagged answers out.'),
});

export const Finding = z
  .object({
    questions: z.array(z.string()).describe('Where the figures come from.'),
    n: z.int().nullable().describe('Answers that they stand on; null where that is held back.'),
    certainty: z.enum(['firm', 'tentative', 'open', 'too-few', 'computed']),
    figures: z.unknown().nullable(),
    missing: z
      .enum([
        'not-asked',
        'no-answers',
        'too-few',
        'by-subtraction',
        'personal',
        'until-closed',
        'other-scale',
      ])
      .nullable()
      .describe('Why there are no figures.'),
  })
  .loose();

const Statement = z
  .object({
    kind: z.string(),
    section: z.union([z.int(), z.literal('annex')]),
    n: z.int(),
    certainty: z.string(),
    figures: z.unknown(),
    evidence: z.object({
      questions: z.array(z.string()),
      filter: z.record(z.string(), z.string()),
    }),
  })
  .loose();

export const FlaggedOut = z
  .object({ n: z.int().nullable().describe('Null for fewer than minCell.') })
  .nullable()
  .describe('Flagged answers of the study, which are left out; null where they count.');

export const Head = z.object({
  version: z.string().describe('Changes whenever the answers that are shown do.'),
  study: z.object({ id: z.uuid(), title: z.string(), synthetic: z.boolean() }),
  status: z.enum(['draft', 'open', 'closed']),
  language: z.string(),
});

const Document = Head.extend({
  schema: z.literal('needs/1'),
  rounds: CountedRounds,
  filter: z.record(z.string(), z.string()),
  leftOut: FlaggedOut,
  minCell: z.int(),
  roles: z
    .record(z.enum(NEED_ROLES), z.string().nullable())
    .describe('Which question plays which part.'),
  items: z.array(z.object({ id: z.string(), name: z.string() }).loose()),
  decision: z.object({
    filter: z.record(z.string(), z.string()),
    answers: z
      .array(
        z.object({
          question: z.int().min(1).max(5),
          answer: z.unknown(),
          certainty: z.string(),
          statements: z.array(Statement),
        }),
      )
      .describe('The five interactive questions, answered.'),
  }),
  statements: z.array(Statement),
  necessary: Finding,
  rankings: z.record(z.string(), Finding),
  worths: Finding,
  gaps: Finding,
  scores: Finding,
  duration: Finding,
  spread: Finding,
  acceptance: Finding,
  onlineShare: Finding,
  mixing: Finding,
}).loose();

/** Training needs as JSON; the page of needs and the strategy stand on the same document. */
export const needsApi = new Hono<Env>().get(
  '/api/studies/:id/needs',
  describe({
    summary: 'What the answers say about training needs, with n and certainty of every figure',
    tag: 'strategy',
    success: {
      200: [Document, 'Small groups are held back as in results.'],
      304: 'Nothing has changed since the ETag in If-None-Match.',
    },
    errors: [404, 422],
  }),
  valid('query', Query),
  async (c) => {
    const study = await studyFor(c, 'read');
    const { where, voice } = askedResults(study.definition, c.req.query());
    const { etag, document } = await needsOf(c.var.db, study, { where, voice });
    const same = unchanged(c, etag);
    if (same) return same;
    const needs = await document();
    const rounds = await countedRoundsOf(c.var.db, study, { where, voice });
    return c.json({ ...needs, rounds });
  },
);
