import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { type ChangeOutcome, changeStudy, studyVersions } from '../db/change-study.ts';
import { keepSchedules, onSchedule } from '../db/schedule.ts';
import {
  countResponses,
  createStudy,
  deleteStudy,
  findStudy,
  listStudies,
  setStudyStatus,
  type Study,
} from '../db/studies.ts';
import { countTestResponses, deleteTestResponses } from '../db/test-responses.ts';
import type { Definition } from '../survey/definition.ts';
import { formatJoinCode } from '../survey/join-code.ts';
import { template } from '../survey/templates.ts';
import { type Action, requireRole } from './authorise.ts';
import { describe } from './describe.ts';
import type { Env, Principal } from './env.ts';
import { linkNext, Page, pageOf } from './page-link.ts';
import { joinUrl, qrSvg } from './qr-code.ts';
import { pathText, Refusal } from './refusal.ts';
import { joinOrigin } from './site-origin.ts';
import {
  NewStudy,
  StudyBody,
  StudyChange,
  StudyHead,
  StudyPage,
  Versions,
  WholeStudy,
} from './study-body.ts';
import { valid } from './valid.ts';

/** Studies as designers handle them. */
export const studyApi = new Hono<Env>()
  .get(
    '/api/studies',
    describe({
      summary: 'Studies, newest first, a page at a time',
      tag: 'studies',
      success: {
        200: [
          z.object({ studies: z.array(StudyBody), next: z.string().nullable() }),
          '`next` is the cursor of the following page, or null.',
        ],
      },
      errors: [422],
    }),
    valid('query', StudyPage),
    async (c) => {
      const { principal } = requireRole(c, null, 'list');
      const { limit, cursor = null } = c.req.valid('query');
      await keepSchedules(c.var.db, c.var.config.now());
      const { studies, next } = await listStudies(c.var.db, {
        limit,
        cursor,
        organisationId: principal.organisation.id,
        studyId: principal.studyId,
      });
      linkNext(c, next);
      const shown = studies.map((study) => {
        const { organisationId: _, owner: _owner, partners: _partners, ...told } = study;
        const sharedBy = sharedByOf(principal, study);
        return { ...told, sharedBy, joinCode: formatJoinCode(study.joinCode) };
      });
      return c.json({ studies: shown, next });
    },
  )
  .post(
    '/api/studies',
    describe({
      summary: 'Makes a study from a template or a definition',
      tag: 'studies',
      success: { 201: [StudyHead, 'A draft with its join code.'] },
      errors: [400, 413, 415, 422],
    }),
    async (c, next) => {
      requireRole(c, null, 'create');
      await next();
    },
    valid('json', NewStudy),
    async (c) => {
      const sent = c.req.valid('json');
      const definition = sent.definition ?? template(sent.template!)!;
      return created(c, definition);
    },
  )
  .get(
    '/api/studies/:id',
    describe({
      summary: 'A study with its definition',
      tag: 'studies',
      success: { 200: [WholeStudy, 'The study.'] },
      errors: [404],
    }),
    async (c) => c.json(await whole(c, await studyFor(c, 'read'))),
  )
  .patch(
    '/api/studies/:id',
    describe({
      summary: 'Replaces the definition of a study, or makes a new version of it',
      tag: 'studies',
      success: { 200: [WholeStudy, 'The study as it is now.'] },
      errors: [400, 404, 409, 413, 415, 422],
    }),
    async (c, next) => {
      await studyFor(c, 'edit');
      await next();
    },
    valid('json', StudyChange),
    async (c) => {
      const study = await studyFor(c, 'edit');
      const made = await changeStudy(c.var.db, study.id, {
        ...c.req.valid('json'),
        by: c.var.principal!.name,
        now: c.var.config.now(),
      });
      if (made?.outcome !== 'saved') throw refusalOf(made);
      return c.json(await whole(c, await studyFor(c, 'edit')));
    },
  )
  .get(
    '/api/studies/:id/versions',
    describe({
      summary: 'The versions of a study, and what differs between them',
      tag: 'studies',
      success: { 200: [Versions, 'The log, newest first.'] },
      errors: [404, 422],
    }),
    valid('query', Page),
    async (c) => {
      const { id, version } = await studyFor(c, 'read');
      const all = await studyVersions(c.var.db, id);
      const nameOf = (one: (typeof all)[number]) => String(one.version);
      const { page, next } = pageOf(c, all, nameOf, c.req.valid('query'));
      return c.json({ version, versions: page, next });
    },
  )
  .delete(
    '/api/studies/:id/test-answers',
    describe({
      summary: 'Deletes the test answers of a study',
      tag: 'studies',
      success: { 204: 'Deleted. Real answers are kept elsewhere and stay.' },
      errors: [404],
    }),
    async (c) => {
      const { id } = await studyFor(c, 'run');
      await deleteTestResponses(c.var.db, id);
      return c.body(null, 204);
    },
  )
  .delete(
    '/api/studies/:id',
    describe({
      summary: 'Deletes a study and all its answers',
      tag: 'studies',
      success: { 204: 'Deleted; its join code will never be used again.' },
      errors: [404],
    }),
    async (c) => {
      const { id } = await studyFor(c, 'delete');
      await deleteStudy(c.var.db, id);
      return c.body(null, 204);
    },
  )
  .post(
    '/api/studies/:id/open',
    describe({
      summary: 'Opens a study for answers',
      tag: 'studies',
      success: { 200: [StudyHead, 'The study is open.'] },
      errors: [404],
    }),
    (c) => setStatus(c, 'open'),
  )
  .post(
    '/api/studies/:id/close',
    describe({
      summary: 'Closes a study: no answers, edits or withdrawals any more',
      tag: 'studies',
      success: { 200: [StudyHead, 'The study is closed.'] },
      errors: [404, 409],
    }),
    (c) => setStatus(c, 'closed'),
  )
  .post(
    '/api/studies/:id/duplicate',
    describe({
      summary: 'Makes a draft with the same definition and no answers',
      tag: 'studies',
      success: { 201: [StudyHead, 'The copy with its own join code.'] },
      errors: [404],
    }),
    async (c) => {
      const study = await studyFor(c, 'read');
      requireRole(c, null, 'create');
      return created(c, study.definition);
    },
  )
  .get(
    '/api/studies/:id/qr.svg',
    describe({
      summary: 'The QR code that people join with',
      tag: 'studies',
      success: { 200: { type: 'image/svg+xml', text: 'A QR code with its quiet zone.' } },
      errors: [404],
    }),
    async (c) => {
      const study = await studyFor(c, 'read');
      c.header('Content-Type', 'image/svg+xml');
      return c.body(qrSvg(joinUrl(joinOrigin(c), study.joinCode)));
    },
  );

/** The study that the path names, or another one by its id, if the caller may do this to it. */
export async function studyFor(
  c: Context<Env>,
  action: Action,
  id: string = c.req.param('id') ?? '',
): Promise<Study> {
  const found = c.var.principal && (await findStudy(c.var.db, id));
  const study = await onSchedule(c.var.db, found, c.var.config.now());
  return requireRole(c, study, action).study;
}

async function setStatus(c: Context<Env>, status: 'open' | 'closed'): Promise<Response> {
  const study = await studyFor(c, 'run');
  if (status === 'closed' && study.status === 'draft') {
    throw new Refusal(409, 'This study was never open, so there is nothing to close.');
  }
  await setStudyStatus(c.var.db, study.id, status, c.var.config.now());
  return c.json({ id: study.id, joinCode: formatJoinCode(study.joinCode), status });
}

async function created(c: Context<Env>, definition: Definition): Promise<Response> {
  const { principal } = requireRole(c, null, 'create');
  const study = await createStudy(c.var.db, {
    definition,
    now: c.var.config.now(),
    organisationId: principal.organisation.id,
  });
  const { id, status } = study;
  c.header('Location', `/api/studies/${id}`);
  return c.json({ id, joinCode: formatJoinCode(study.joinCode), status }, 201);
}

async function whole(c: Context<Env>, study: Study) {
  const { definitionRevision: revision, organisationId: _, owner: _owner, ...rest } = study;
  const { partners: _partners, ...shown } = rest;
  return {
    ...shown,
    sharedBy: sharedByOf(c.var.principal!, study),
    joinCode: formatJoinCode(study.joinCode),
    title: study.definition.title,
    responses: await countResponses(c.var.db, study.id),
    revision,
    testAnswers: await countTestResponses(c.var.db, study.id),
  };
}

/** Whose study it is, where it is another organisation's that shares it. */
function sharedByOf(
  { organisation }: Principal,
  study: Pick<Study, 'organisationId' | 'owner'>,
): string | null {
  return study.organisationId === organisation.id ? null : study.owner;
}

/** Why a definition was not taken. */
function refusalOf(made: Exclude<ChangeOutcome, { outcome: 'saved' }> | null): Refusal {
  if (!made) return new Refusal(404, 'There is no such study.');
  if (!('changes' in made)) {
    const text = 'Somebody has changed the study meanwhile: read it again and repeat the change.';
    return new Refusal(409, text);
  }
  const issues = made.changes
    .filter(({ effect }) => made.outcome === 'frozen' || effect === 'refused')
    .map(({ path, kind, effect }) => ({ path: pathText(path), message: `${kind} (${effect})` }));
  const text =
    made.outcome === 'frozen'
      ? 'This study has responses, so its definition is frozen: send newVersion, or change a copy.'
      : 'This study has responses, and these changes would take their meaning: change a copy.';
  return new Refusal(409, text, issues);
}
