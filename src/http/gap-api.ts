import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { Study } from '../db/studies.ts';
import { smeFilter } from '../survey/gaps/gap-questions.ts';
import type { Filter } from '../survey/results-query.ts';
import { ENGLISH_NAMES, segmentOf } from '../survey/segment.ts';
import type { Action } from './authorise.ts';
import { describe } from './describe.ts';
import type { Env } from './env.ts';
import {
  CoverageBody,
  CoverageQuery,
  FreezeBody,
  Frozen,
  GapsBody,
  ListBody,
  MergeBody,
  Named,
  NewGap,
  RuleBody,
  ValidationBody,
} from './gap-body.ts';
import { coverageCsv } from './gap-csv.ts';
import {
  gapQuestionsFor,
  listGaps,
  makeGap,
  merge,
  setRule,
  setShown,
  unmerge,
} from './gap-decision.ts';
import { confirmedGaps, coverageDocument, validationDocument } from './gap-figures.ts';
import { gapDocument } from './gaps-of.ts';
import { Refusal } from './refusal.ts';
import type { Reader } from './results-of.ts';
import { studyFor } from './study-api.ts';
import { valid } from './valid.ts';

const PATH = '/api/studies/:id/gaps';

/** Gaps and barriers: collected, merged, checked, ranked, and compared with what is on offer. */
export const gapApi = new Hono<Env>()
  .get(
    PATH,
    describe({
      summary: 'What was collected, the gaps it was merged into, and the log of the merges',
      tag: 'room',
      success: { 200: [GapsBody, 'Ideas are never changed or deleted by a merge.'] },
      errors: [404],
    }),
    async (c) => {
      const study = await studyFor(c, 'read');
      return c.json(await gapDocument(c.var.db, study, study.definition.defaultLanguage));
    },
  )
  .post(
    PATH,
    describe({
      summary: 'Makes a gap that the study’s list does not have',
      tag: 'room',
      success: { 201: [Named, 'The gap; one of the same name is given back.'] },
      errors: [400, 404, 409, 413, 415, 422],
    }),
    only('run'),
    valid('json', NewGap),
    async (c) => {
      const study = await studyFor(c, 'run');
      return c.json(await makeGap(c, study, c.req.valid('json').label), 201);
    },
  )
  .post(
    `${PATH}/steps`,
    describe({
      summary: 'Merges ideas, or a whole gap, into a gap',
      tag: 'room',
      success: { 201: [z.object({ id: z.uuid() }), 'The step, to undo it by.'] },
      errors: [400, 404, 409, 413, 415, 422],
    }),
    only('run'),
    valid('json', MergeBody),
    async (c) => {
      const study = await studyFor(c, 'run');
      return c.json({ id: await merge(c, study, c.req.valid('json')) }, 201);
    },
  )
  .post(
    `${PATH}/steps/:step/undo`,
    describe({
      summary: 'Takes a merge back',
      tag: 'room',
      success: { 204: 'Undone; the log keeps it.' },
      errors: [404],
    }),
    async (c) => {
      await unmerge(c, await studyFor(c, 'run'), c.req.param('step'));
      return c.body(null, 204);
    },
  )
  .get(
    `${PATH}/validation`,
    describe({
      summary: 'What has become of each gap by the rule, whole and by one segment',
      tag: 'room',
      success: { 200: [ValidationBody, 'Small groups are held back and stay proposed.'] },
      errors: [404, 409, 422],
    }),
    valid('query', z.object({ by: z.string().max(200).optional() })),
    async (c) => {
      const study = await studyFor(c, 'read');
      const by = c.req.valid('query').by || null;
      if (by !== null && !segmentOf(study.definition, by, 'en')) {
        throw new Refusal(422, 'The study cannot be divided by this.');
      }
      const questions = gapQuestionsFor(study);
      const reader = readerOf(study);
      const document = await validationDocument(c.var.db, study, questions, { by, reader });
      return c.json({ ...document, shown: questions.ranking?.optionsFilter?.shown ?? null });
    },
  )
  .put(
    `${PATH}/rule`,
    describe({
      summary: 'Replaces the rule by which gaps are confirmed',
      tag: 'room',
      success: { 204: 'Stored; all verdicts follow it, also those on earlier votes.' },
      errors: [400, 404, 409, 413, 415, 422],
    }),
    only('edit'),
    valid('json', RuleBody),
    async (c) => {
      await setRule(c, await studyFor(c, 'edit'), c.req.valid('json'));
      return c.body(null, 204);
    },
  )
  .post(
    `${PATH}/list`,
    describe({
      summary: 'Puts added gaps at the end of the list that is checked and ranked',
      tag: 'room',
      success: { 200: [z.object({ added: z.array(z.string()) }), 'What was added, by id.'] },
      errors: [400, 404, 409, 413, 415, 422],
    }),
    only('run'),
    valid('json', ListBody),
    async (c) => {
      const study = await studyFor(c, 'run');
      return c.json({ added: await listGaps(c, study, c.req.valid('json').gaps) });
    },
  )
  .put(
    `${PATH}/shown`,
    describe({
      summary: 'Fixes which items the ranking offers from now on',
      tag: 'room',
      success: { 200: [Frozen, 'Fixed; each option keeps its place in the stored answers.'] },
      errors: [400, 404, 409, 413, 415, 422],
    }),
    only('run'),
    valid('json', FreezeBody),
    async (c) => {
      const study = await studyFor(c, 'run');
      const questions = gapQuestionsFor(study);
      const asked = c.req.valid('json').items;
      const items = asked ?? (await confirmedGaps(c.var.db, study, questions, readerOf(study)));
      await setShown(c, study, items);
      return c.json({ question: questions.ranking!.id, shown: [...new Set(items)] });
    },
  )
  .delete(
    `${PATH}/shown`,
    describe({
      summary: 'Lets the ranking offer the whole list again',
      tag: 'room',
      success: { 204: 'Everybody who ranks from now on sees the whole list.' },
      errors: [404, 409, 422],
    }),
    async (c) => {
      await setShown(c, await studyFor(c, 'run'), null);
      return c.body(null, 204);
    },
  )
  .get(
    `${PATH}/coverage`,
    describe({
      summary: 'Rank against coverage: which gaps are of high priority and uncovered',
      tag: 'room',
      success: { 200: [CoverageBody, 'The needs first. Figures that are held back are null.'] },
      errors: [404, 409, 422],
    }),
    valid('query', CoverageQuery),
    async (c) => {
      const study = await studyFor(c, 'read');
      const raters = ratersOf(study, c.req.valid('query').by);
      const questions = gapQuestionsFor(study);
      const { db } = c.var;
      return c.json(await coverageDocument(db, study, questions, readerOf(study), raters));
    },
  )
  .get(
    `${PATH}/coverage.csv`,
    describe({
      summary: 'Rank against coverage as a table',
      tag: 'room',
      success: { 200: { type: 'text/csv', text: 'One row per gap, the needs first.' } },
      errors: [404, 409, 422],
    }),
    valid('query', CoverageQuery),
    async (c) => {
      const study = await studyFor(c, 'read');
      const raters = ratersOf(study, c.req.valid('query').by);
      const questions = gapQuestionsFor(study);
      const { db } = c.var;
      const document = await coverageDocument(db, study, questions, readerOf(study), raters);
      return csvFile(c, 'coverage.csv', coverageCsv(document));
    },
  );

/** Whose ratings of coverage are asked for: everybody's, or those of small and medium enterprises. */
export function ratersOf({ definition }: Pick<Study, 'definition'>, by: 'all' | 'smes'): Filter[] {
  if (by === 'all') return [];
  const smes = smeFilter(definition);
  if (!smes) throw new Refusal(422, 'The study does not ask who is a small or medium enterprise.');
  return [smes];
}

/** A table as a file of its own. */
export function csvFile(c: Context<Env>, name: string, text: string): Response {
  c.header('Content-Type', 'text/csv; charset=utf-8');
  c.header('Content-Disposition', `attachment; filename="${name}"`);
  c.header('Cache-Control', 'no-store');
  return c.body(text);
}

function readerOf({ definition }: Study): Reader {
  return { language: definition.defaultLanguage, names: ENGLISH_NAMES };
}

/** Only who may do this gets as far as their body being looked at. */
function only(action: Action) {
  return async (c: Context<Env>, next: () => Promise<void>): Promise<void> => {
    await studyFor(c, action);
    await next();
  };
}
