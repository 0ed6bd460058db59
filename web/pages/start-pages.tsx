import { type Context, Hono } from 'hono';
import { deleteTemplate } from '../../src/db/strategy/templates.ts';
import { createStudy } from '../../src/db/studies.ts';
import { deleteTestResponses } from '../../src/db/test-responses.ts';
import { requireRole } from '../../src/http/authorise.ts';
import type { Env } from '../../src/http/env.ts';
import { readFields } from '../../src/http/form-body.ts';
import { Refusal } from '../../src/http/refusal.ts';
import { studyFor } from '../../src/http/study-api.ts';
import { startFrom } from '../../src/http/template-of.ts';
import { blankStudy } from '../../src/survey/blank-study.ts';
import type { Definition } from '../../src/survey/definition.ts';
import { fileText } from '../../src/survey/import/file-text.ts';
import { readStudyFile } from '../../src/survey/import/study-file.ts';
import { editorTexts } from '../text/editor/texts.ts';
import { designerLanguage } from './designer-language.ts';

/** Ways to start a study other than from a template: blank, from a file, as a copy. */
export const startPages = new Hono<Env>()
  .post('/studies/blank', async (c) => {
    requireRole(c, null, 'create');
    return start(c, blankStudy(designerLanguage(c)));
  })
  .post('/studies/file', async (c) => {
    requireRole(c, null, 'create');
    const language = designerLanguage(c);
    const { file } = await readFields(c);
    const isFile = file instanceof File;
    const text = isFile ? fileText(await file.arrayBuffer()) : String(file ?? '');
    const name = isFile ? file.name : '';
    const read = readStudyFile(text, name, language);
    if (typeof read === 'string') {
      throw new Refusal(422, editorTexts(language)('fileWrong', { reason: read }));
    }
    return start(c, read);
  })
  .post('/studies/from-template', async (c) => {
    const { principal } = requireRole(c, null, 'create');
    const { template, lastTime, do: asked } = await readFields(c);
    if (asked === 'delete') {
      await deleteTemplate(c.var.db, principal.organisation.id, String(template));
      return c.redirect('/studies', 303);
    }
    const { id } = await startFrom(c, String(template), { lastTime: lastTime === 'yes' });
    return c.redirect(`/studies/${id}/edit`, 303);
  })
  .post('/studies/:id/copy', async (c) => {
    const { definition } = await studyFor(c, 'read');
    requireRole(c, null, 'create');
    return start(c, definition);
  })
  .post('/studies/:id/test-answers/delete', async (c) => {
    const { id } = await studyFor(c, 'run');
    await deleteTestResponses(c.var.db, id);
    return c.redirect(`/studies/${id}/edit#try`, 303);
  });

async function start(c: Context<Env>, definition: Definition): Promise<Response> {
  const { principal } = requireRole(c, null, 'create');
  const { id } = await createStudy(c.var.db, {
    definition,
    now: c.var.config.now(),
    organisationId: principal.organisation.id,
  });
  return c.redirect(`/studies/${id}/edit`, 303);
}
