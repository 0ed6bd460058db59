import { Hono } from 'hono';
import { z } from 'zod';
import { isUuid, type Study } from '../db/studies.ts';
import type { Question } from '../survey/definition.ts';
import { describe } from './describe.ts';
import type { Env } from './env.ts';
import { Refusal } from './refusal.ts';
import { studyFor } from './study-api.ts';
import { valid } from './valid.ts';
import { finishMerges, mergeWriteIns, unmergeWriteIns } from './write-in-decision.ts';
import { writeInList, writeInQuestions } from './write-in-page.ts';

const Text = z.object({ text: z.string(), n: z.int() });

const List = z.object({
  question: z.string(),
  suppressed: z.literal('too-few').optional(),
  answered: z.int().nullable().describe('Responses with an answer; null where too few.'),
  groups: z
    .array(z.object({ n: z.int(), spellings: z.array(Text.extend({ key: z.string() })) }))
    .describe('Not merged yet; spellings that look alike stand together.'),
  options: z.array(z.object({ id: z.string(), name: z.string(), added: z.boolean() })),
  log: z.array(
    z.object({
      id: z.uuid(),
      question: z.string(),
      target: z.string(),
      name: z.string(),
      isNew: z.boolean().describe('The merge made an item that nobody had been shown.'),
      texts: z.array(Text),
      mergedAt: z.string(),
      mergedBy: z.string().nullable(),
      undoneAt: z.string().nullable(),
      undoneBy: z.string().nullable(),
    }),
  ),
});

const Changed = z
  .int()
  .nullable()
  .describe('Responses that count differently now; null while that is still to be done.');

const Merge = z
  .strictObject({
    question: z.string().max(60),
    texts: z.array(z.string().min(1).max(500)).min(1).max(500),
    into: z.string().max(60).optional().describe('The id of an option or of an added item.'),
    label: z.string().trim().min(1).max(120).optional().describe('Of a new item instead.'),
  })
  .refine(({ into, label }) => (into === undefined) !== (label === undefined), {
    message: 'give either into or label',
  });

/** Write-ins, and which options they count as. */
export const writeInApi = new Hono<Env>()
  .get(
    '/api/studies/:id/write-ins',
    describe({
      summary: 'What people wrote in at one question, grouped by spelling, with the log of merges',
      tag: 'results',
      success: { 200: [List, 'The write-ins; nothing of fewer than `minCell` answers.'] },
      errors: [404, 422],
    }),
    valid('query', z.object({ question: z.string().max(60) })),
    async (c) => {
      const study = await studyFor(c, 'read');
      const question = writeInQuestion(study, c.req.valid('query').question);
      await finishMerges(c.var.db, study.id);
      return c.json(await writeInList(c.var.db, study, question, study.definition.defaultLanguage));
    },
  )
  .post(
    '/api/studies/:id/write-ins/merges',
    describe({
      summary: 'Counts write-ins as an option, or as a new item',
      tag: 'results',
      success: {
        201: [z.object({ id: z.uuid(), target: z.string(), changed: Changed }), 'The merge.'],
      },
      errors: [400, 404, 409, 415, 422],
    }),
    async (c, next) => {
      await studyFor(c, 'edit');
      await next();
    },
    valid('json', Merge),
    async (c) => {
      const study = await studyFor(c, 'edit');
      const { question: id, ...request } = c.req.valid('json');
      const question = writeInQuestion(study, id);
      const decision = { by: c.var.principal?.name ?? null, at: c.var.config.now() };
      return c.json(await mergeWriteIns(c.var.db, study, question, request, decision), 201);
    },
  )
  .post(
    '/api/studies/:id/write-ins/merges/:merge/undo',
    describe({
      summary: 'Takes a merge back',
      tag: 'results',
      success: { 200: [z.object({ changed: Changed }), 'Undone; the log keeps it.'] },
      errors: [404, 409],
    }),
    async (c) => {
      const { id } = await studyFor(c, 'edit');
      const merge = c.req.param('merge');
      if (!isUuid(merge)) throw new Refusal(404, 'There is no such merge to undo.');
      const decision = { by: c.var.principal?.name ?? null, at: c.var.config.now() };
      return c.json(await unmergeWriteIns(c.var.db, id, merge, decision));
    },
  );

/** The question of a study in which people can write something in; 422 where they can't. */
export function writeInQuestion(study: Study, id: string): Question {
  const question = writeInQuestions(study).find((candidate) => candidate.id === id);
  if (!question) throw new Refusal(422, 'The study has no such question that takes write-ins.');
  return question;
}
