import { Hono } from 'hono';
import { z } from 'zod';
import { QUALITY_SIGNS } from '../survey/quality-signs.ts';
import { describe } from './describe.ts';
import type { Env } from './env.ts';
import { MOST_REVIEWED, qualityOf } from '../db/quality-of.ts';
import { Refusal } from './refusal.ts';
import { studyFor } from './study-api.ts';

const Summary = z.object({
  n: z.int().nullable().describe('Null for 1 to minCell - 1.'),
  effect: z
    .object({
      n: z.int(),
      items: z.array(z.object({ id: z.string(), place: z.int(), without: z.int() })),
    })
    .nullable()
    .describe('The order with these answers and without; null where too few to tell.'),
});

const Review = z.object({
  version: z.string(),
  n: z.int().describe('Answers of individuals that were looked at.'),
  timed: z.int().describe('Of those, with a known time.'),
  ranking: z.string().nullable().describe('The ranking whose order is compared.'),
  signs: z.array(Summary.extend({ sign: z.enum(QUALITY_SIGNS) })),
  flagged: Summary.describe('What quality=clean leaves out.'),
  shownOrder: z.array(
    z.object({
      question: z.string(),
      test: z
        .object({
          n: z.int(),
          meanCorrelation: z.number(),
          z: z.number(),
          pValue: z.number(),
        })
        .nullable(),
    }),
  ),
});

/** What can be said of the quality of answers. */
export const qualityApi = new Hono<Env>().get(
  '/api/studies/:id/quality',
  describe({
    summary: 'Signs that answers may not be considered: how many, and what they do to the order',
    tag: 'results',
    success: { 200: [Review, 'Never whose answers they are.'] },
    errors: [404, 422],
  }),
  async (c) => {
    const study = await studyFor(c, 'read');
    const reviewed = await qualityOf(c.var.db, study);
    if (!reviewed) {
      throw new Refusal(422, `There are more than ${MOST_REVIEWED} answers to look at.`);
    }
    const { version, review } = reviewed;
    c.header('Cache-Control', 'private, no-cache');
    return c.json({ version, ...review });
  },
);
