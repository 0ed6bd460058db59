import { Hono } from 'hono';
import { z } from 'zod';
import { answersOf } from '../db/answers.ts';
import { exportName, exportStudy, FORMATS } from '../survey/export/export-study.ts';
import type { Respondent } from '../survey/respondent.ts';
import { describe } from './describe.ts';
import type { Env } from './env.ts';
import { Refusal } from './refusal.ts';
import { studyFor } from './study-api.ts';
import { valid } from './valid.ts';

const Query = z.object({
  format: z
    .enum(FORMATS, { error: `choose one of ${FORMATS.join(', ')}` })
    .default('csv')
    .describe('A table, a document for programs, or the rankings of one question.'),
  question: z.string().max(60).optional().describe('The ranking of a PrefLib file.'),
  excel: z.enum(['eu']).optional().describe('Semicolons, decimal commas, byte order mark.'),
});

/** Answers as files for other programs. */
export const exportApi = new Hono<Env>().get(
  '/api/studies/:id/export',
  describe({
    summary: 'The answers of a study as CSV, JSON or PrefLib, shuffled and without names',
    tag: 'studies',
    success: { 200: { type: 'text/csv', text: 'One row per respondent.' } },
    errors: [404, 422],
  }),
  valid('query', Query),
  async (c) => {
    const study = await studyFor(c, 'export');
    const respondents: Respondent[] = [];
    for await (const rows of answersOf(c.var.db, study.id)) respondents.push(...rows);
    const query = c.req.valid('query');
    const file = exportStudy(study, respondents, query);
    if (!file) throw new Refusal(422, 'The study has no such ranking question.');
    const name = exportName(study.definition, study.synthetic, file.extension);
    c.header('Content-Type', file.contentType);
    c.header('Content-Disposition', `attachment; filename="${name}"`);
    c.header('Cache-Control', 'no-store');
    return c.body(file.text);
  },
);
