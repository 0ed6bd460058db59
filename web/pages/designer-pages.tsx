import { type Context, Hono } from 'hono';
import { keepSchedules } from '../../src/db/schedule.ts';
import {
  countResponses,
  createStudy,
  deleteStudy,
  listStudies,
  setStudyStatus,
  type Study,
} from '../../src/db/studies.ts';
import { listTemplates } from '../../src/db/strategy/templates.ts';
import { listReviews } from '../../src/db/translation-reviews.ts';
import { mayDo, mayDoTo, requireRole } from '../../src/http/authorise.ts';
import type { Env } from '../../src/http/env.ts';
import { readFields } from '../../src/http/form-body.ts';
import { joinUrl, qrSvg } from '../../src/http/qr-code.ts';
import { Refusal } from '../../src/http/refusal.ts';
import { joinOrigin } from '../../src/http/site-origin.ts';
import { studyFor } from '../../src/http/study-api.ts';
import { parseJoinCode } from '../../src/survey/join-code.ts';
import { template, templateIds } from '../../src/survey/templates.ts';
import { unreviewedLanguages } from '../../src/survey/translation-state.ts';
import { designerTexts } from '../text/designer/texts.ts';
import { signInFirst } from './account-sign-in.tsx';
import { dataPages } from './data-pages.tsx';
import { designerLanguage } from './designer-language.ts';
import { editPages } from './edit-pages.tsx';
import { figureWords } from './figure-words.ts';
import { gapsPages } from './gaps-pages.tsx';
import { html } from './html.ts';
import { partnerPages } from './partner-pages.tsx';
import { paperPages } from './paper-pages.tsx';
import { PosterPage } from './poster-page.tsx';
import { previewPages } from './preview-pages.tsx';
import { needsPages } from './needs-pages.tsx';
import { printPages } from './print-pages.tsx';
import { planPages } from './plan-pages.tsx';
import { resultsPages } from './results-pages.tsx';
import { registrationPages } from './registration-pages.tsx';
import { roomPages } from './room-pages.tsx';
import { roomResultsPages } from './room-results-pages.tsx';
import { startPages } from './start-pages.tsx';
import { seriesPages } from './series-pages.tsx';
import { seatingPages } from './seating-pages.tsx';
import { sharePages } from './share-pages.tsx';
import { strategyPages } from './strategy-pages.tsx';
import { strategyVersionPages } from './strategy-version-pages.tsx';
import { StudiesPage } from './studies-page.tsx';
import { StudyPage } from './study-page.tsx';
import { translationPages } from './translations-pages.tsx';
import { webhooksPages } from './webhooks-routes.tsx';

/** The designer's pages: studies, one study, its poster and its results. They work without script. */
export const designerPages = new Hono<Env>()
  .use('/studies', signInFirst)
  .use('/studies/*', signInFirst)
  .use('/partnership/*', signInFirst)
  .get('/studies', async (c) => {
    const { principal } = requireRole(c, null, 'list');
    await keepSchedules(c.var.db, c.var.config.now());
    const list = { organisationId: principal.organisation.id, studyId: principal.studyId };
    const cursor = c.req.query('cursor') ?? null;
    const { studies, next } = await listStudies(c.var.db, { cursor, ...list });
    return html(
      c,
      <StudiesPage
        {...frame(c)}
        studies={studies}
        next={next}
        templates={templateIds.map((id) => template(id)!)}
        ownTemplates={await listTemplates(c.var.db, list)}
        mayCreate={mayDo(principal, 'create')}
        organisation={principal.organisation.id}
      />,
    );
  })
  .post('/studies', async (c) => {
    const { principal } = requireRole(c, null, 'create');
    const form = await readFields(c);
    const definition = template(String(form['template']));
    if (!definition) throw new Refusal(422, 'There is no such template.');
    const { id } = await createStudy(c.var.db, {
      definition,
      now: c.var.config.now(),
      organisationId: principal.organisation.id,
    });
    return c.redirect(`/studies/${id}`, 303);
  })
  .get('/studies/:id', async (c) => studyPage(c, await studyFor(c, 'read')))
  .get('/studies/:id/poster', async (c) => {
    const study = await studyFor(c, 'read');
    return html(c, <PosterPage {...frame(c)} study={study} join={joinOf(c, study)} />);
  })
  .post('/studies/:id/open', async (c) => setStatus(c, 'open'))
  .post('/studies/:id/close', async (c) => setStatus(c, 'closed'))
  .post('/studies/:id/delete', async (c) => {
    const study = await studyFor(c, 'delete');
    const { code } = await readFields(c);
    if (parseJoinCode(String(code)) !== study.joinCode) {
      return studyPage(c, study, designerTexts(designerLanguage(c))('deleteWrong'));
    }
    await deleteStudy(c.var.db, study.id);
    return c.redirect('/studies', 303);
  })
  .route('/', editPages)
  .route('/', previewPages)
  .route('/', startPages)
  .route('/', webhooksPages)
  .route('/', sharePages)
  .route('/', partnerPages)
  .route('/', translationPages)
  .route('/', roomPages)
  .route('/', seatingPages)
  .route('/', paperPages)
  .route('/', printPages)
  .route('/', registrationPages)
  .route('/', roomResultsPages)
  .route('/', seriesPages)
  .route('/', resultsPages)
  .route('/', needsPages)
  .route('/', planPages)
  .route('/', strategyPages)
  .route('/', strategyVersionPages)
  .route('/', dataPages)
  .route('/', gapsPages);

/** What every designer's page needs. */
function frame(c: Context<Env>) {
  const language = designerLanguage(c);
  return {
    language,
    say: designerTexts(language),
    figures: figureWords(language),
    assets: c.var.config.assets,
  };
}

async function studyPage(c: Context<Env>, study: Study, problem?: string): Promise<Response> {
  const responses = await countResponses(c.var.db, study.id);
  const reviews = await listReviews(c.var.db, study.id);
  const { principal } = c.var;
  const page = (
    <StudyPage
      {...frame(c)}
      study={study}
      responses={responses}
      unreviewed={unreviewedLanguages(study.definition, reviews)}
      join={joinOf(c, study)}
      may={{
        run: mayDoTo(principal, study, 'run'),
        export: mayDoTo(principal, study, 'export'),
        delete: mayDoTo(principal, study, 'delete'),
      }}
      {...(problem !== undefined && { problem })}
    />
  );
  return html(c, page, problem === undefined ? 200 : 422);
}

async function setStatus(c: Context<Env>, status: 'open' | 'closed'): Promise<Response> {
  const study = await studyFor(c, 'run');
  if (status === 'open' || study.status === 'open') {
    await setStudyStatus(c.var.db, study.id, status, c.var.config.now());
  }
  return c.redirect(`/studies/${study.id}`, 303);
}

function joinOf(c: Context<Env>, study: Study) {
  const origin = joinOrigin(c);
  const url = joinUrl(origin, study.joinCode);
  return { url, short: `${new URL(origin).host}/j`, qr: qrSvg(url) };
}
