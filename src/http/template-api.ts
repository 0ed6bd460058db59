import { Hono } from 'hono';
import { z } from 'zod';
import { deleteTemplate, listTemplates } from '../db/strategy/templates.ts';
import { formatJoinCode } from '../survey/join-code.ts';
import { requireRole } from './authorise.ts';
import { describe } from './describe.ts';
import type { Env } from './env.ts';
import { Refusal } from './refusal.ts';
import { FromTemplate, NewTemplate, Templates } from './strategy-body.ts';
import { studyFor } from './study-api.ts';
import { StudyHead } from './study-body.ts';
import { publishStudy, startFrom } from './template-of.ts';
import { valid } from './valid.ts';

/** Studies published as templates for the next round, with what they found. */
export const templateApi = new Hono<Env>()
  .get(
    '/api/templates',
    describe({
      summary: 'The templates that the organisation has made of its studies',
      tag: 'studies',
      success: { 200: [Templates, 'The latest first, with what each last round found.'] },
    }),
    async (c) => {
      const { principal } = requireRole(c, null, 'list');
      const templates = await listTemplates(c.var.db, {
        organisationId: principal.organisation.id,
        studyId: principal.studyId,
      });
      return c.json({
        templates: templates.map(({ definition, prior, ...rest }) => ({
          ...rest,
          questions: definition.questions.length,
          findings: prior.findings,
        })),
      });
    },
  )
  .post(
    '/api/studies/:id/template',
    describe({
      summary: 'Publishes a study as a template, with its results as the next round’s start',
      tag: 'studies',
      success: { 201: [z.object({ id: z.uuid() }), 'The template.'] },
      errors: [400, 404, 409, 413, 415, 422],
    }),
    async (c, next) => {
      await studyFor(c, 'edit');
      await next();
    },
    valid('json', NewTemplate),
    async (c) => {
      const study = await studyFor(c, 'edit');
      return c.json({ id: await publishStudy(c, study, c.req.valid('json').name) }, 201);
    },
  )
  .post(
    '/api/templates/:template/studies',
    describe({
      summary: 'Starts a study from a template of the organisation',
      tag: 'studies',
      success: { 201: [StudyHead, 'A draft with its join code.'] },
      errors: [400, 404, 413, 415, 422],
    }),
    async (c, next) => {
      requireRole(c, null, 'create');
      await next();
    },
    valid('json', FromTemplate),
    async (c) => {
      const made = await startFrom(c, c.req.param('template'), c.req.valid('json'));
      const { id, joinCode, status } = made;
      c.header('Location', `/api/studies/${id}`);
      return c.json({ id, joinCode: formatJoinCode(joinCode), status }, 201);
    },
  )
  .delete(
    '/api/templates/:template',
    describe({
      summary: 'Deletes a template; studies that were started from it stay',
      tag: 'studies',
      success: { 204: 'Deleted.' },
      errors: [404],
    }),
    async (c) => {
      const { principal } = requireRole(c, null, 'create');
      const id = c.req.param('template');
      if (!(await deleteTemplate(c.var.db, principal.organisation.id, id))) {
        throw new Refusal(404, 'There is no such template.');
      }
      return c.body(null, 204);
    },
  );
