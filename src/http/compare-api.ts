import { Hono } from 'hono';
import { z } from 'zod';
import { askedResults } from './asked-results.ts';
import { readCompare } from '../survey/compare-query.ts';
import { compareOf } from './compare-of.ts';
import { describe } from './describe.ts';
import { dividesOf, mayDivideRound } from './divides-of.ts';
import type { Env } from './env.ts';
import { Refusal } from './refusal.ts';
import { studyFor } from './study-api.ts';
import { unchanged } from './unchanged.ts';
import { valid } from './valid.ts';

const Query = z.object({
  question: z.string().max(200).optional().describe('Id; the primary question where not given.'),
  where: z.string().max(2000).optional().describe('Group A: role:student;country:ES'),
  event: z.string().max(200).optional(),
  round: z.string().max(10).optional().describe('A number, or all (default).'),
  quality: z.string().max(20).optional().describe('all (default), or clean: of both groups.'),
  voice: z.string().max(20).optional().describe('individual (default) or table.'),
  compare: z
    .string()
    .max(2000)
    .describe('Group B: all, others, or filters as in `where`, with @voice:table for tables.'),
});

const Group = z
  .object({
    key: z.string(),
    label: z.string(),
    n: z.int().nullable(),
    suppressed: z.enum(['too-few', 'by-subtraction', 'personal']).optional(),
    leftOut: z.record(z.string(), z.int()).nullable(),
  })
  .loose();

const Item = z.object({
  id: z.string(),
  name: z.string(),
  a: z.number().nullable(),
  b: z.number().nullable(),
  placeA: z.int().optional(),
  placeB: z.int().optional(),
  difference: z.number().nullable().describe('`a` less `b`.'),
  interval: z.tuple([z.number(), z.number()]).nullable().describe('Of the difference, 95 %.'),
  pValue: z.number().nullable(),
  adjustedPValue: z.number().nullable().describe('Corrected by Holm for all items.'),
  higherInA: z
    .number()
    .optional()
    .describe('Probability that a member of A ranks the item higher than one of B.'),
});

const Compared = z.object({
  version: z.string(),
  study: z.uuid(),
  question: z.object({ id: z.string(), kind: z.string(), unranked: z.string().optional() }),
  a: Group,
  b: Group,
  apart: z.boolean().describe('Nobody is in both groups; else nothing is tested.'),
  comparison: z
    .object({
      measure: z.enum(['mean-rank', 'share', 'median', 'mean']),
      test: z
        .object({
          method: z.enum(['wald', 'permutation', 'chi-square', 'wilcoxon']),
          statistic: z.number(),
          degreesOfFreedom: z.number().nullable(),
          pValue: z.number(),
        })
        .nullable(),
      items: z.array(Item).describe('What divides the groups most comes first.'),
      orders: z
        .object({ pairs: z.int(), opposed: z.int(), tauX: z.number().nullable() })
        .optional(),
    })
    .nullable()
    .describe('Null where a group is held back, and for what people wrote.'),
});

const Divides = z.object({
  version: z.string(),
  study: z.uuid(),
  voice: z.string(),
  lines: z.array(
    z.object({
      question: z.string(),
      segment: z.string(),
      groups: z.array(z.object({ key: z.string(), label: z.string(), n: z.int() })),
      method: z.enum(['chi-square', 'permutation', 'kruskal-wallis']),
      pValue: z.number(),
      adjustedPValue: z.number().describe('Corrected by Holm for all lines.'),
      effect: z.number().describe('Share of the differences that the groups account for, 0 to 1.'),
      item: z.object({
        id: z.string(),
        name: z.string(),
        pValue: z.number(),
        adjustedPValue: z.number(),
        effect: z.number(),
        high: z.int().describe('Index of the group that places it highest.'),
        low: z.int(),
        values: z.array(z.number()),
      }),
    }),
  ),
});

/** Differences between groups as JSON. */
export const compareApi = new Hono<Env>()
  .get(
    '/api/studies/:id/compare',
    describe({
      summary: 'Two groups’ answers to one question side by side, what divides them first',
      tag: 'results',
      success: {
        200: [Compared, 'A group that is too small is held back, and then nothing is compared.'],
        304: 'Nothing has changed since the ETag in If-None-Match.',
      },
      errors: [404, 422],
    }),
    valid('query', Query),
    async (c) => {
      const study = await studyFor(c, 'read');
      const query = askedResults(study.definition, c.req.query());
      const compare = readCompare(study.definition, query, c.req.query('compare'));
      if (compare === null) throw new Refusal(422, 'Say whom to compare with.');
      if (typeof compare === 'object' && 'problem' in compare) {
        throw new Refusal(422, compare.problem);
      }
      const { etag, document } = await compareOf(c.var.db, study, query, compare);
      return unchanged(c, etag) ?? c.json(await document());
    },
  )
  .get(
    '/api/studies/:id/divides',
    describe({
      summary:
        'What divides people: every question by every segment, the largest differences first',
      tag: 'results',
      success: {
        200: [Divides, 'Only groups that are large enough to be shown are compared.'],
        304: 'Nothing has changed since the ETag in If-None-Match.',
      },
      errors: [404, 422],
    }),
    valid(
      'query',
      z.object({
        voice: z.enum(['individual', 'table']).optional(),
        round: z
          .string()
          .regex(/^([1-9]\d{0,3}|all)$/, 'a number, or all')
          .optional()
          .describe('A number, once the study has closed, or all (default).'),
      }),
    ),
    async (c) => {
      const study = await studyFor(c, 'read');
      const { voice = 'individual', round = 'all' } = c.req.valid('query');
      const one = round === 'all' ? null : Number(round);
      if (one !== null && !(await mayDivideRound(c.var.db, study))) {
        throw new Refusal(
          422,
          'One round is looked at alone in a closed study that is not too large.',
        );
      }
      const { etag, document } = await dividesOf(c.var.db, study, voice, undefined, one);
      return unchanged(c, etag) ?? c.json(await document());
    },
  );
