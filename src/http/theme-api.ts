import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { askedResults } from './asked-results.ts';
import { isUuid, type Study } from '../db/studies.ts';
import { addTheme, codeTexts, undoCoding } from '../db/themes.ts';
import { mayAddThemes } from '../survey/theme.ts';
import { newItem } from '../survey/write-in-item.ts';
import { ENGLISH_NAMES } from '../survey/segment.ts';
import { plainText, textKey } from '../survey/write-in-key.ts';
import { describe } from './describe.ts';
import type { Env } from './env.ts';
import { Refusal } from './refusal.ts';
import { studyFor } from './study-api.ts';
import { codableQuestion, textList, themeDocument, themesFor } from './themes-of.ts';
import { valid } from './valid.ts';

const Theme = z.object({ id: z.string(), name: z.string() });

const List = z.object({
  question: z.string(),
  suppressed: z.literal('too-few').optional(),
  answered: z.int().nullable().describe('Responses with an answer; null where too few.'),
  themes: z.array(Theme),
  mayAdd: z.boolean(),
  texts: z.array(
    z.object({
      key: z.string(),
      text: z.string(),
      n: z.int(),
      themes: z.array(z.string()),
      group: z.int().describe('Texts of one group say nearly the same.'),
    }),
  ),
  log: z.array(
    z.object({
      id: z.uuid(),
      theme: z.string(),
      name: z.string(),
      adds: z.boolean(),
      texts: z.int(),
      madeAt: z.string(),
      madeBy: z.string().nullable(),
      undoneAt: z.string().nullable(),
      undoneBy: z.string().nullable(),
    }),
  ),
});

const Counts = z.object({
  coded: z.boolean(),
  slices: z.array(z.object({ key: z.string(), label: z.string(), n: z.int().nullable() }).loose()),
});

const Step = z.strictObject({
  question: z.string().max(60),
  theme: z.string().max(60),
  texts: z.array(z.string().min(1).max(5000)).min(1).max(1000),
  adds: z.boolean().default(true).describe('False takes the theme from the texts.'),
});

const NewTheme = z.strictObject({
  question: z.string().max(60),
  label: z.string().trim().min(1).max(120),
});

const Question = z.object({ question: z.string().max(60) });

/** Texts in people's own words, and the themes that they were coded into. */
export const themeApi = new Hono<Env>()
  .get(
    '/api/studies/:id/texts',
    describe({
      summary: 'The answers to a text question with their themes, and the log of the coding',
      tag: 'results',
      success: { 200: [List, 'Never personal answers; nothing of fewer than `minCell` answers.'] },
      errors: [404, 422],
    }),
    valid('query', Question),
    async (c) => {
      const study = await studyFor(c, 'read');
      const question = codableQuestion(study.definition, c.req.valid('query').question);
      return c.json(await textList(c.var.db, study, question, study.definition.defaultLanguage));
    },
  )
  .get(
    '/api/studies/:id/themes',
    describe({
      summary: 'How many people named each theme, whole and by one segment',
      tag: 'results',
      success: { 200: [Counts, 'Figures as of a multiple choice; small groups are held back.'] },
      errors: [404, 422],
    }),
    valid(
      'query',
      Question.extend({
        by: z.string().max(200).optional(),
        where: z.string().max(2000).optional(),
        voice: z.string().max(20).optional(),
      }),
    ),
    async (c) => {
      const study = await studyFor(c, 'read');
      const query = askedResults(study.definition, c.req.query());
      const reader = { language: study.definition.defaultLanguage, names: ENGLISH_NAMES };
      const document = await themeDocument(c.var.db, study, query, reader);
      return c.json({ coded: document !== null, slices: document?.slices ?? [] });
    },
  )
  .post(
    '/api/studies/:id/themes',
    describe({
      summary: 'Adds a theme to a text question',
      tag: 'results',
      success: { 201: [Theme, 'The theme; one of the same name is given back.'] },
      errors: [400, 404, 415, 422],
    }),
    editorsOnly,
    valid('json', NewTheme),
    async (c) => {
      const study = await studyFor(c, 'edit');
      const { question, label } = c.req.valid('json');
      return c.json(await makeTheme(c, study, question, label), 201);
    },
  )
  .post(
    '/api/studies/:id/themes/steps',
    describe({
      summary: 'Gives texts a theme, or takes it from them',
      tag: 'results',
      success: {
        201: [
          z.object({ id: z.uuid().nullable(), changed: z.int() }),
          'The step, to undo it by; null where it changed nothing.',
        ],
      },
      errors: [400, 404, 415, 422],
    }),
    editorsOnly,
    valid('json', Step),
    async (c) => {
      const study = await studyFor(c, 'edit');
      const { texts, ...step } = c.req.valid('json');
      return c.json(await code(c, study, { ...step, keys: texts.map(textKey) }), 201);
    },
  )
  .post(
    '/api/studies/:id/themes/steps/:step/undo',
    describe({
      summary: 'Takes a step of the coding back',
      tag: 'results',
      success: { 200: [z.object({ changed: z.int() }), 'Undone; the log keeps it.'] },
      errors: [404],
    }),
    async (c) => {
      const { id } = await studyFor(c, 'edit');
      return c.json({ changed: await undo(c, id, c.req.param('step')) });
    },
  );

async function editorsOnly(c: Context<Env>, next: () => Promise<void>): Promise<void> {
  await studyFor(c, 'edit');
  await next();
}

/** The theme of a question with a name, made if there is none yet. */
export async function makeTheme(
  c: Context<Env>,
  study: Study,
  questionId: string,
  label: string,
): Promise<{ id: string; name: string }> {
  const { db, config } = c.var;
  const question = codableQuestion(study.definition, questionId);
  const themes = await themesFor(db, study, question);
  const known = themes.find((theme) =>
    Object.values(theme.label).some((name) => plainText(name) === plainText(label)),
  );
  if (known) return { id: known.id, name: label };
  if (!mayAddThemes(question)) {
    throw new Refusal(422, 'The themes of this question are fixed by the study.');
  }
  const taken = themes.map(({ id }) => id);
  const id = newItem(study.definition, question, label, taken).id.replace(/^written-/, 'theme-');
  const free = taken.includes(id) ? `${id}-${taken.length}` : id;
  await addTheme(db, study.id, question.id, { id: free, label }, config.now());
  return { id: free, name: label };
}

/** Codes texts by their keys; a Refusal where the question has no such theme. */
export async function code(
  c: Context<Env>,
  study: Study,
  step: { question: string; theme: string; keys: readonly string[]; adds: boolean },
): Promise<{ id: string | null; changed: number }> {
  const { db, config, principal } = c.var;
  const question = codableQuestion(study.definition, step.question);
  const themes = await themesFor(db, study, question);
  if (!themes.some(({ id }) => id === step.theme)) {
    throw new Refusal(422, 'The question has no such theme.');
  }
  const decision = { by: principal?.name ?? null, at: config.now() };
  return codeTexts(db, study.id, step, decision);
}

/** Takes a step back; a Refusal where there is none to take back. */
export async function undo(c: Context<Env>, studyId: string, step: string): Promise<number> {
  const { db, config, principal } = c.var;
  const decision = { by: principal?.name ?? null, at: config.now() };
  const changed = isUuid(step) ? await undoCoding(db, studyId, step, decision) : null;
  if (changed === null) throw new Refusal(404, 'There is no such step to undo.');
  return changed;
}
