import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { listReviews } from '../db/translation-reviews.ts';
import type { Study } from '../db/studies.ts';
import { fileText } from '../survey/import/file-text.ts';
import type { Language as LanguageCode } from '../survey/language.ts';
import { Language } from '../survey/text.ts';
import { translationCsv } from '../survey/translation-csv.ts';
import { planImport } from '../survey/translation-import.ts';
import { progressOf, TRANSLATION_STATES, translationsOf } from '../survey/translation-state.ts';
import { translationXliff } from '../survey/translation-xliff.ts';
import { describe } from './describe.ts';
import type { Env } from './env.ts';
import { Refusal } from './refusal.ts';
import { studyFor } from './study-api.ts';
import { type Translated, translate } from './translate.ts';
import { readTranslations } from './translation-import.ts';
import { valid } from './valid.ts';

const InLanguage = z.object({ language: Language });
const FileQuery = InLanguage.extend({ format: z.enum(['csv', 'xliff']).default('csv') });
const ImportQuery = InLanguage.extend({
  apply: z
    .enum(['none', 'current', 'all'])
    .default('none')
    .describe('Nothing; what fits the present sources; or also what was made for older ones.'),
});

const Body = z.strictObject({
  language: Language,
  texts: z
    .record(z.string().max(300), z.string().max(2000))
    .default(() => ({}))
    .describe('Wordings by the id of their text; an empty one takes the translation away.'),
  reviewed: z
    .record(z.string().max(300), z.boolean())
    .default(() => ({}))
    .describe('Whether the caller has found the translation right.'),
});

const Progress = z.object({ missing: z.int(), draft: z.int(), reviewed: z.int() });

const Translations = z.object({
  language: Language,
  progress: Progress,
  texts: z.array(
    z.object({
      id: z.string(),
      source: z.string(),
      text: z.string(),
      state: z.enum(TRANSLATION_STATES),
      reviewedBy: z.string().nullable(),
      reviewedAt: z.iso.datetime().nullable(),
    }),
  ),
  refused: z
    .array(z.object({ id: z.string(), problem: z.string(), rule: z.string().optional() }))
    .describe('What was not taken, and why.'),
});

const Change = z.object({ id: z.string(), before: z.string(), after: z.string() });

const Plan = z.object({
  applied: z.int(),
  changes: z.array(Change.extend({ source: z.string() })),
  outdated: z
    .array(Change.extend({ source: z.string(), fileSource: z.string() }))
    .describe('Made for a source that has changed since.'),
  unknown: z.array(z.string()).describe('Ids that the study does not have.'),
  refused: z.array(z.object({ id: z.string(), after: z.string(), problem: z.string() })),
  same: z.int(),
});

/** The translations of a study, one language at a time, and the files that translators work on. */
export const translationApi = new Hono<Env>()
  .get(
    '/api/studies/:id/translations',
    describe({
      summary: 'The texts of a study in one language, with their states',
      tag: 'studies',
      success: { 200: [Translations, 'In the order in which people read them.'] },
      errors: [404, 422],
    }),
    valid('query', InLanguage),
    async (c) => {
      const study = await studyFor(c, 'read');
      const { language } = c.req.valid('query');
      return c.json(bodyOf(language, await translationsIn(c, study, language), []));
    },
  )
  .patch(
    '/api/studies/:id/translations',
    describe({
      summary: 'Changes translations, and notes which of them were reviewed',
      tag: 'studies',
      success: { 200: [Translations, 'As they are now.'] },
      errors: [400, 404, 409, 413, 415, 422],
    }),
    async (c, next) => {
      await studyFor(c, 'edit');
      await next();
    },
    valid('json', Body),
    async (c) => {
      const study = await studyFor(c, 'edit');
      const change = c.req.valid('json');
      requireTarget(study, change.language);
      const made = saved(await translate(c.var.db, study, change, whoAndWhen(c)));
      return c.json(bodyOf(change.language, made.translations, made.refused));
    },
  )
  .get(
    '/api/studies/:id/translations/file',
    describe({
      summary: 'The texts of a study for a translator, as CSV or XLIFF 1.2',
      tag: 'studies',
      success: {
        200: { type: ['text/csv', 'application/xliff+xml'], text: 'One row or unit a text.' },
      },
      errors: [404, 422],
    }),
    valid('query', FileQuery),
    async (c) => {
      const study = await studyFor(c, 'read');
      const { language, format } = c.req.valid('query');
      requireTarget(study, language);
      const translations = await translationsIn(c, study, language);
      const { id, defaultLanguage: from } = study.definition;
      const [type, extension, body] =
        format === 'csv'
          ? (['text/csv', 'csv', translationCsv(translations, language)] as const)
          : ([
              'application/xliff+xml',
              'xlf',
              translationXliff(translations, { study: id, from, to: language }),
            ] as const);
      c.header('Content-Type', `${type}; charset=utf-8`);
      c.header('Content-Disposition', `attachment; filename="${id}-${language}.${extension}"`);
      return c.body(body);
    },
  )
  .post(
    '/api/studies/:id/translations/file',
    describe({
      summary: 'Says what a translator’s file would change, and changes it if asked to',
      tag: 'studies',
      success: { 200: [Plan, 'What differs; `applied` counts what was changed.'] },
      errors: [404, 409, 413, 422],
      body: { types: ['text/csv', 'application/xliff+xml'], text: 'CSV, XLIFF 1.2 or 2.0.' },
    }),
    valid('query', ImportQuery),
    async (c) => {
      const study = await studyFor(c, 'edit');
      const { language, apply } = c.req.valid('query');
      requireTarget(study, language);
      const file = readTranslations(fileText(await c.req.arrayBuffer()));
      if (file.language && file.language !== language) {
        throw new Refusal(422, `The file is in "${file.language}", not in "${language}".`);
      }
      const plan = planImport(await translationsIn(c, study, language), file.rows);
      const wanted = [
        ...(apply === 'none' ? [] : plan.changes),
        ...(apply === 'all' ? plan.outdated : []),
      ];
      const texts = Object.fromEntries(wanted.map(({ id, after }) => [id, after]));
      const made = saved(await translate(c.var.db, study, { language, texts }, whoAndWhen(c)));
      return c.json({ applied: made.changed, ...plan });
    },
  );

/** The texts of a study in one language. */
export async function translationsIn(c: Context<Env>, study: Study, language: LanguageCode) {
  const reviews = await listReviews(c.var.db, study.id);
  return translationsOf(study.definition, language, reviews);
}

/** Who changes something, and when, for logs. */
export function whoAndWhen(c: Context<Env>): { by: string; now: Date } {
  return { by: c.var.principal?.name ?? '', now: c.var.config.now() };
}

/** A language that the study has, besides the one that it is written in. */
function requireTarget({ definition }: Study, language: LanguageCode): void {
  if (language === definition.defaultLanguage) {
    throw new Refusal(422, 'This is the language that the study is written in.');
  }
  if (!definition.languages.includes(language)) {
    throw new Refusal(422, `The study is not in "${language}": add the language first.`);
  }
}

function saved(made: Translated): Exclude<Translated, { stale: true }> {
  if ('stale' in made) throw new Refusal(409, 'The study is being changed: try again.');
  return made;
}

function bodyOf(
  language: LanguageCode,
  translations: Awaited<ReturnType<typeof translationsIn>>,
  refused: Exclude<Translated, { stale: true }>['refused'],
) {
  return {
    language,
    progress: progressOf(translations),
    texts: translations.map(({ id, source, wording, state, review }) => ({
      id,
      source,
      text: wording,
      state,
      reviewedBy: review?.by ?? null,
      reviewedAt: review?.at ?? null,
    })),
    refused,
  };
}
