import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { Study } from '../db/studies.ts';
import { contentHash } from '../survey/strategy/content-hash.ts';
import type { StrategyDocument } from '../survey/strategy/strategy-document.ts';
import { StrategyBody } from '../survey/strategy/strategy-schema.ts';
import { describe } from './describe.ts';
import type { Env } from './env.ts';
import { siteOrigin } from './site-origin.ts';
import { STRATEGY, versionFor } from './strategy-api.ts';
import { StrategyQuery } from './strategy-body.ts';
import { strategyChoice } from './strategy-choice.ts';
import { strategyView } from './strategy-draft.ts';
import {
  strategyFile,
  type StrategyFormat,
  strategyName,
  STRATEGY_TYPES,
} from './strategy-file.ts';
import { studyFor } from './study-api.ts';
import { unchanged } from './unchanged.ts';
import { valid } from './valid.ts';

const FileQuery = StrategyQuery.extend({
  version: z.uuid().optional().describe('A frozen version; else the strategy as it is now.'),
});

const SAME = 'Nothing has changed since the ETag in If-None-Match.';

/** A strategy as a file: what people read is what they take home. */
export const strategyFileApi = new Hono<Env>()
  .get(
    `${STRATEGY}.json`,
    describe({
      summary: 'The training strategy as JSON',
      tag: 'strategy',
      success: { 200: [StrategyBody, 'With every figure that its sentences tell.'], 304: SAME },
      errors: [404, 422],
    }),
    valid('query', FileQuery),
    async (c) => answer(c, await studyFor(c, 'read'), c.req.valid('query'), 'json'),
  )
  .get(
    `${STRATEGY}.md`,
    describe({
      summary: 'The training strategy as Markdown',
      tag: 'strategy',
      success: {
        200: { type: 'text/markdown', text: 'Charts are tables, notes lead to the numbers.' },
        304: SAME,
      },
      errors: [404, 422],
    }),
    valid('query', FileQuery),
    async (c) => answer(c, await studyFor(c, 'read'), c.req.valid('query'), 'md'),
  )
  .get(
    `${STRATEGY}.docx`,
    describe({
      summary: 'The training strategy as a Word file',
      tag: 'strategy',
      success: {
        200: { type: STRATEGY_TYPES.docx, text: 'With Word’s own headings, charts and notes.' },
        304: SAME,
      },
      errors: [404, 422],
    }),
    valid('query', FileQuery),
    async (c) => answer(c, await studyFor(c, 'read'), c.req.valid('query'), 'docx'),
  );

async function answer(
  c: Context<Env>,
  study: Study,
  query: z.infer<typeof FileQuery>,
  format: StrategyFormat,
): Promise<Response> {
  const document = await documentOf(c, study, query);
  const origin = siteOrigin(c);
  const day = document.madeAt.slice(0, 10);
  const hash = await contentHash([
    format,
    origin,
    study.definition.source,
    { ...document, madeAt: day },
  ]);
  const same = unchanged(c, `"${hash.slice(0, 32)}"`);
  if (same) return same;
  const acknowledgement = study.definition.source;
  const { type, body } = await strategyFile(
    document,
    format,
    { origin, acknowledgement },
    c.var.config.word,
  );
  const name = strategyName(document, study.definition.id, format);
  c.header('Content-Type', type);
  c.header('Content-Disposition', `attachment; filename="${name}"`);
  return c.body(body);
}

async function documentOf(
  c: Context<Env>,
  study: Study,
  { version, ...asked }: z.infer<typeof FileQuery>,
): Promise<StrategyDocument> {
  if (version) return (await versionFor(c.var.db, study, version)).document;
  const choice = strategyChoice(study, asked);
  return (await strategyView(c.var.db, study, choice, c.var.config.now())).document;
}
