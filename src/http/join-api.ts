import { type Context, Hono } from 'hono';
import { etag } from 'hono/etag';
import { z } from 'zod';
import { onSchedule } from '../db/schedule.ts';
import { findStudyByCode, type Study } from '../db/studies.ts';
import { formatJoinCode, parseJoinCode } from '../survey/join-code.ts';
import { isLanguage } from '../survey/language.ts';
import { describe } from './describe.ts';
import type { Env } from './env.ts';
import { localised } from './localised.ts';
import { joinUrl, qrSvg } from './qr-code.ts';
import { Refusal } from './refusal.ts';
import { joinOrigin } from './site-origin.ts';
import { valid } from './valid.ts';

const Query = z.object({
  lang: z.string().max(20).optional().describe('A language code; else the default language.'),
  as: z.enum(['individual', 'table']).default('individual').describe('Who answers.'),
});

const Joined = z
  .object({
    code: z.string(),
    status: z.enum(['open', 'closed']),
    synthetic: z.boolean(),
    language: z.string(),
    languages: z.array(z.string()),
    title: z.string(),
    questions: z.array(z.object({ id: z.string(), kind: z.string() }).loose()),
  })
  .loose();

/** What a phone gets for a join code. */
export const joinApi = new Hono<Env>()
  .get(
    '/api/join/:code',
    describe({
      summary: 'A study as one language sees it',
      tag: 'responses',
      open: true,
      success: {
        200: [Joined, 'The study; `status` says whether it takes answers.'],
        304: 'Nothing has changed since the ETag in If-None-Match.',
      },
      errors: [404, 422],
    }),
    etag(),
    valid('query', Query),
    async (c) => {
      const study = await joinableStudy(c);
      const { lang, as } = c.req.valid('query');
      const language = isLanguage(lang) ? lang : study.definition.defaultLanguage;
      c.header('Cache-Control', 'public, no-cache');
      return c.json({
        code: formatJoinCode(study.joinCode),
        status: study.status,
        synthetic: study.synthetic,
        ...localised(study.definition, language, as),
      });
    },
  )
  .get('/j/:code/qr.svg', async (c) => {
    const study = await joinableStudy(c);
    c.header('Content-Type', 'image/svg+xml');
    c.header('Cache-Control', 'public, max-age=3600');
    return c.body(qrSvg(joinUrl(joinOrigin(c), study.joinCode)));
  });

/** The study that the path's join code names, once it has been opened. */
async function joinableStudy(c: Context<Env>): Promise<Study> {
  const code = parseJoinCode(c.req.param('code') ?? '');
  const found = code ? await findStudyByCode(c.var.db, code) : null;
  const study = await onSchedule(c.var.db, found, c.var.config.now());
  if (!study || study.status === 'draft') throw new Refusal(404, 'No study has this join code.');
  return study;
}
