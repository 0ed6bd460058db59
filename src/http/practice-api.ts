import { type Context, Hono } from 'hono';
import { z } from 'zod';
import {
  addPractice,
  changePractice,
  findPractice,
  listPractices,
  type Practice,
} from '../db/gaps/practices.ts';
import type { Study } from '../db/studies.ts';
import { describe } from './describe.ts';
import type { Env } from './env.ts';
import { csvFile } from './gap-api.ts';
import {
  NewPractice,
  PracticeAnswersBody,
  PracticeBody,
  PracticeChange,
  PublicPractice,
  TakeOver,
} from './gap-body.ts';
import { practicesCsv } from './gap-csv.ts';
import { practiceAnswers, takeOverPractice } from './practice-answers-of.ts';
import { Refusal } from './refusal.ts';
import { roomStudy } from './room-seat-api.ts';
import { studyFor } from './study-api.ts';
import { valid } from './valid.ts';

const PATH = '/api/studies/:id/practices';

const Public = z.object({ practices: z.array(PublicPractice) });

/** The register of good practice: kept by facilitators, published for everybody. */
export const practiceApi = new Hono<Env>()
  .get(
    PATH,
    describe({
      summary: 'The register of good practice, also what is not published',
      tag: 'room',
      success: { 200: [z.object({ practices: z.array(PracticeBody) }), 'The oldest first.'] },
      errors: [404],
    }),
    async (c) => {
      const { id } = await studyFor(c, 'read');
      return c.json({ practices: (await listPractices(c.var.db, id)).map(toldPractice) });
    },
  )
  .post(
    PATH,
    describe({
      summary: 'Adds a practice to the register',
      tag: 'room',
      success: { 201: [PracticeBody, 'The practice; not public before it is published.'] },
      errors: [400, 404, 413, 415, 422],
    }),
    runnersOnly,
    valid('json', NewPractice),
    async (c) => {
      const { id } = await studyFor(c, 'run');
      const { status, ...facts } = c.req.valid('json');
      const made = await addPractice(c.var.db, id, { facts, status }, decisionOf(c));
      return c.json(toldPractice(made!), 201);
    },
  )
  .get(
    `${PATH}/answers`,
    describe({
      summary: 'What people named as good practice and nobody has taken over yet',
      tag: 'room',
      success: { 200: [PracticeAnswersBody, 'Drafts by question, each text once.'] },
      errors: [404],
    }),
    async (c) => {
      const study = await studyFor(c, 'run');
      const questions = await practiceAnswers(c.var.db, study, wordingOf(study));
      return c.json({ questions });
    },
  )
  .post(
    `${PATH}/answers`,
    describe({
      summary: 'Takes what somebody named over into the register, as proposed',
      tag: 'room',
      success: { 201: [PracticeBody, 'The practice; not public before it is published.'] },
      errors: [400, 404, 409, 413, 415, 422],
    }),
    runnersOnly,
    valid('json', TakeOver),
    async (c) => {
      const study = await studyFor(c, 'run');
      const asked = c.req.valid('json');
      const { db } = c.var;
      const made = await takeOverPractice(db, study, asked, wordingOf(study), decisionOf(c));
      if (!made)
        throw new Refusal(409, 'There is no such answer, or it is in the register already.');
      return c.json(toldPractice(made), 201);
    },
  )
  .patch(
    `${PATH}/:practice`,
    describe({
      summary: 'Replaces what is said about a practice, or publishes or hides it',
      tag: 'room',
      success: { 200: [PracticeBody, 'The practice as it is now.'] },
      errors: [400, 404, 409, 413, 415, 422],
    }),
    runnersOnly,
    valid('json', PracticeChange),
    async (c) => {
      const { id } = await studyFor(c, 'run');
      const { status, revision, ...facts } = c.req.valid('json');
      const practice = await practiceFor(c, id);
      const change = { id: practice.id, revision, facts, status };
      if (!(await changePractice(c.var.db, id, change, decisionOf(c)))) {
        throw new Refusal(409, 'Somebody has changed the practice meanwhile: read it again.');
      }
      return c.json(toldPractice(await practiceFor(c, id)));
    },
  )
  .get(
    '/api/join/:code/practices',
    describe({
      summary: 'The published practices of a study',
      tag: 'room',
      open: true,
      success: { 200: [Public, 'The oldest first.'] },
      errors: [404],
    }),
    async (c) => {
      const study = await roomStudy(c);
      return c.json({ practices: await publishedPractices(c, study.id) });
    },
  )
  .get(
    '/api/join/:code/practices.csv',
    describe({
      summary: 'The published practices of a study as a table',
      tag: 'room',
      open: true,
      success: { 200: { type: 'text/csv', text: 'One row per practice.' } },
      errors: [404],
    }),
    async (c) => {
      const study = await roomStudy(c);
      return csvFile(c, 'practices.csv', practicesCsv(await publishedPractices(c, study.id)));
    },
  );

/** The practice that the path names; a Refusal where there is none. */
export async function practiceFor(c: Context<Env>, studyId: string): Promise<Practice> {
  const practice = await findPractice(c.var.db, studyId, c.req.param('practice') ?? '');
  if (!practice) throw new Refusal(404, 'There is no such practice.');
  return practice;
}

/** What everybody may read of the register. */
export async function publishedPractices(
  c: Context<Env>,
  studyId: string,
): Promise<z.infer<typeof PublicPractice>[]> {
  return (await listPractices(c.var.db, studyId))
    .filter(({ status }) => status === 'published')
    .map(({ id, facts }) => ({ id, ...facts }));
}

function wordingOf({ definition }: Study) {
  return { language: definition.defaultLanguage, unnamed: '–' };
}

function toldPractice({ facts, changedAt, ...practice }: Practice) {
  return { ...facts, ...practice, changedAt: changedAt.toISOString() };
}

async function runnersOnly(c: Context<Env>, next: () => Promise<void>): Promise<void> {
  await studyFor(c, 'run');
  await next();
}

function decisionOf(c: Context<Env>) {
  return { by: c.var.principal?.name ?? null, at: c.var.config.now() };
}
