import { Hono } from 'hono';
import { z } from 'zod';
import { answersOf } from '../db/answers.ts';
import type { Study } from '../db/studies.ts';
import { exportName, exportStudy, FORMATS } from '../survey/export/export-study.ts';
import { LANGUAGES } from '../survey/language.ts';
import type { Respondent } from '../survey/respondent.ts';
import { listPractices } from '../db/gaps/practices.ts';
import { PRACTICE_STATUSES, PracticeFacts } from '../survey/gaps/practice.ts';
import { describe } from './describe.ts';
import type { Env } from './env.ts';
import { Refusal } from './refusal.ts';
import { studyFor } from './study-api.ts';
import { themeLines } from './themes-of.ts';
import { valid } from './valid.ts';

const Query = z.object({
  format: z
    .enum(FORMATS, { error: `choose one of ${FORMATS.join(', ')}` })
    .default('csv')
    .describe(
      'A table (csv), a workbook with labels and a data dictionary (xlsx), a document for ' +
        'programs (json), the rankings of one question (preflib); or, without answers, the data ' +
        'dictionary of the table (dictionary), or what reads the table in R (r) or SPSS (sps).',
    ),
  question: z.string().max(60).optional().describe('The ranking of a PrefLib file.'),
  excel: z
    .enum(['eu'])
    .optional()
    .describe('A csv with semicolons, decimal commas and a byte order mark.'),
  lines: z
    .enum(['one'])
    .optional()
    .describe('A csv without line breaks within texts, as SPSS needs it.'),
  lang: z
    .enum(LANGUAGES)
    .optional()
    .describe('The language of labels; the default language of the study without it.'),
  times: z
    .enum(['day'])
    .optional()
    .describe('With the day of each response, where enough people answered on it; else no time.'),
});

const Document = z.object({
  schema: z.literal('plenary-export/1'),
  synthetic: z.boolean(),
  definition: z.object({ id: z.string() }).loose().describe('As a study is created from.'),
  responses: z.array(
    z.object({
      voice: z.enum(['individual', 'table']).nullable(),
      table: z.string().nullable(),
      round: z.int().nullable(),
      event: z.string().nullable(),
      locale: z.string().nullable(),
      mark: z
        .enum(['', 'participant', 'team', 'expert'])
        .nullable()
        .optional()
        .describe('Where somebody came to a room as one of the team or as an expert.'),
      channel: z
        .enum(['online', 'paper'])
        .nullable()
        .optional()
        .describe('Where some answers were written on paper and typed in.'),
      day: z.iso.date().nullable().optional(),
      version: z.int().nullable().optional().describe('Of the study, if it has several.'),
      answers: z.record(z.string(), z.unknown()),
      suppressed: z.array(z.string()).optional(),
    }),
  ),
  added: z
    .array(
      z.object({
        question: z.string(),
        id: z.string(),
        label: z.record(z.string(), z.string()),
      }),
    )
    .optional()
    .describe('Items that were made of write-ins, which nobody was shown.'),
  themes: z
    .array(
      z.object({
        question: z.string(),
        text: z.string(),
        n: z.int(),
        theme: z.string(),
        label: z.string(),
      }),
    )
    .optional()
    .describe('The themes that texts were coded into; absent where none were.'),
  practices: z
    .array(PracticeFacts.extend({ status: z.enum(PRACTICE_STATUSES) }))
    .optional()
    .describe('The register of good practice; absent while it is empty.'),
});

/** Answers as files for other programs. */
export const exportApi = new Hono<Env>().get(
  '/api/studies/:id/export',
  describe({
    summary: 'The answers of a study as a file, shuffled and without names',
    tag: 'studies',
    success: {
      200: {
        type: [
          'text/csv',
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
          'application/json',
          'text/plain',
        ],
        text: 'In a table, one row per respondent.',
        json: Document,
      },
    },
    errors: [404, 422],
  }),
  valid('query', Query),
  async (c) => {
    const study = await studyFor(c, 'export');
    const respondents: Respondent[] = [];
    const query = c.req.valid('query');
    const details = query.times === 'day' ? { dayIn: zoneOf(study) } : {};
    for await (const rows of answersOf(c.var.db, study.id, {}, details)) respondents.push(...rows);
    const language = query.lang ?? study.definition.defaultLanguage;
    const themes =
      query.format === 'json' || query.format === 'xlsx'
        ? await themeLines(c.var.db, study, language)
        : [];
    const register = query.format === 'json' ? await listPractices(c.var.db, study.id) : [];
    const practices = register.map(({ facts, status }) => ({ ...facts, status }));
    const options = { ...query, themes, practices, now: c.var.config.now() };
    const file = await exportStudy(study, respondents, options);
    if (!file) throw new Refusal(422, 'The study has no such ranking question.');
    const name = exportName(study.definition, study.synthetic, file.extension);
    c.header('Content-Type', file.contentType);
    c.header('Content-Disposition', `attachment; filename="${name}"`);
    c.header('Cache-Control', 'no-store');
    return c.body(file.body);
  },
);

/** The days of a study are those of the place where its workshop is. */
function zoneOf({ definition }: Study): string {
  return definition.workshop.timezone;
}
