import { Hono } from 'hono';
import { changeDistribution } from '../db/distribution.ts';
import { DistributionChange, distributionProblems } from '../survey/distribution.ts';
import { describe } from './describe.ts';
import type { Env } from './env.ts';
import { joinUrl } from './qr-code.ts';
import { qrPng } from './qr-png.ts';
import { pathText, Refusal } from './refusal.ts';
import { joinOrigin } from './site-origin.ts';
import { studyFor } from './study-api.ts';
import { DistributionBody } from './study-body.ts';
import { valid } from './valid.ts';

/** How a study reaches people: when, how many, who, and on which sites. */
export const shareApi = new Hono<Env>()
  .patch(
    '/api/studies/:id/distribution',
    describe({
      summary: 'Changes when a study opens and closes, its quotas, who may answer, and where',
      tag: 'studies',
      success: { 200: [DistributionBody, 'As it is now.'] },
      errors: [400, 404, 413, 415, 422],
    }),
    async (c, next) => {
      await studyFor(c, 'run');
      await next();
    },
    valid('json', DistributionChange),
    async (c) => {
      const study = await studyFor(c, 'run');
      const change = c.req.valid('json');
      const { definition, distribution } = study;
      const now = c.var.config.now();
      const problems = distributionProblems(definition, distribution, change, now);
      if (problems.length > 0) {
        const issues = problems.map(({ path, message }) => ({ path: pathText(path), message }));
        throw new Refusal(422, problems[0]!.message, issues);
      }
      await changeDistribution(c.var.db, study.id, change);
      return c.json((await studyFor(c, 'run')).distribution);
    },
  )
  .get(
    '/api/studies/:id/qr.png',
    describe({
      summary: 'The QR code that people join with, as an image of about 700 pixels',
      tag: 'studies',
      success: { 200: { type: 'image/png', text: 'A QR code with its quiet zone.' } },
      errors: [404],
    }),
    async (c) => {
      const study = await studyFor(c, 'read');
      c.header('Content-Type', 'image/png');
      return c.body(await qrPng(joinUrl(joinOrigin(c), study.joinCode)));
    },
  );
