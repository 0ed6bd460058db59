import { type Context, Hono } from 'hono';
import { addPractice, changePractice, listPractices } from '../../src/db/gaps/practices.ts';
import type { Study } from '../../src/db/studies.ts';
import { mayDoTo } from '../../src/http/authorise.ts';
import type { Env } from '../../src/http/env.ts';
import { readForm } from '../../src/http/form-body.ts';
import { NewPractice } from '../../src/http/gap-body.ts';
import {
  gapQuestionsFor,
  listGaps,
  makeGap,
  merge,
  setRule,
  setShown,
  unmerge,
} from '../../src/http/gap-decision.ts';
import { coverageDocument, validationDocument } from '../../src/http/gap-figures.ts';
import { gapDocument } from '../../src/http/gaps-of.ts';
import { practiceAnswers, takeOverPractice } from '../../src/http/practice-answers-of.ts';
import { Refusal } from '../../src/http/refusal.ts';
import { joinOrigin } from '../../src/http/site-origin.ts';
import { studyFor } from '../../src/http/study-api.ts';
import { gapQuestions, smeFilter } from '../../src/survey/gaps/gap-questions.ts';
import type { Language } from '../../src/survey/language.ts';
import { formatJoinCode } from '../../src/survey/join-code.ts';
import { segmentIds, segmentOf } from '../../src/survey/segment.ts';
import { designerTexts } from '../text/designer/texts.ts';
import { gapsTexts } from '../text/gaps/texts.ts';
import { resultsTexts } from '../text/results/texts.ts';
import { designerLanguage } from './designer-language.ts';
import { figureWords } from './figure-words.ts';
import type { GapsFrame } from './gaps-frame.ts';
import { GapsPage } from './gaps-page.tsx';
import { html } from './html.ts';
import { type Fields, textOf } from './room-form.ts';
import { segmentNames } from './results-pages.tsx';
import { segmentName } from './segment-name.ts';

/** The page about gaps and its forms. They work without script. */
export const gapsPages = new Hono<Env>()
  .get('/studies/:id/gaps', async (c) => page(c, await studyFor(c, 'read')))
  .post('/studies/:id/gaps', async (c) => {
    const study = await studyFor(c, 'run');
    const form = await readForm(c);
    return c.redirect(`/studies/${study.id}/gaps#${await perform(c, study, form)}`, 303);
  })
  .post('/studies/:id/gaps/undo', async (c) => {
    const study = await studyFor(c, 'run');
    await unmerge(c, study, textOf(await readForm(c), 'decision'));
    return c.redirect(`/studies/${study.id}/gaps#log`, 303);
  })
  .post('/studies/:id/gaps/rule', async (c) => {
    const study = await studyFor(c, 'edit');
    const form = await readForm(c);
    const [share, votes] = [Number(textOf(form, 'share')), Number(textOf(form, 'votes'))];
    const rule = gapQuestionsFor(study).validation.confirmRule!;
    await setRule(c, study, { ...rule, minShare: share / 100, minAnswers: votes });
    return c.redirect(`/studies/${study.id}/gaps#check`, 303);
  })
  .post('/studies/:id/gaps/practices', async (c) => {
    const study = await studyFor(c, 'run');
    await savePractice(c, study, await readForm(c));
    return c.redirect(`/studies/${study.id}/gaps#practices`, 303);
  })
  .post('/studies/:id/gaps/practices/take', async (c) => {
    const study = await studyFor(c, 'run');
    const form = await readForm(c);
    const asked = { question: textOf(form, 'question'), key: textOf(form, 'key') };
    const decision = { by: c.var.principal?.name ?? null, at: c.var.config.now() };
    await takeOverPractice(c.var.db, study, asked, wordingIn(designerLanguage(c)), decision);
    return c.redirect(`/studies/${study.id}/gaps#practices`, 303);
  });

function wordingIn(language: Language) {
  return { language, unnamed: gapsTexts(language)('ownerUnknown') };
}

async function page(c: Context<Env>, study: Study): Promise<Response> {
  const { db, config, principal } = c.var;
  const { definition } = study;
  const language = designerLanguage(c);
  const reader = { language, names: segmentNames(resultsTexts(language)) };
  const questions = gapQuestions(definition);
  const asked = c.req.query('by') ?? '';
  const smes = smeFilter(definition);
  const bySmes = smes !== null && c.req.query('coverage') === 'smes';
  const by = asked !== '' && segmentOf(definition, asked, language) ? asked : '';
  const segments = segmentIds(definition)
    .filter((id) => !id.startsWith('@') || id === '@event')
    .map((id) => ({ id, name: segmentName(definition, id, language, resultsTexts(language)) }));
  const frame: GapsFrame = {
    study,
    language,
    assets: config.assets,
    say: designerTexts(language),
    tell: gapsTexts(language),
    figures: figureWords(language),
    mayRun: mayDoTo(principal, study, 'run'),
    mayEdit: mayDoTo(principal, study, 'edit'),
    checked: questions && {
      questions,
      document: await gapDocument(db, study, language),
      validation: await validationDocument(db, study, questions, { by: by || null, reader }),
      coverage: await coverageDocument(db, study, questions, reader, bySmes ? [smes] : []),
      bySmes: smes ? bySmes : null,
      by,
      segments,
    },
    practices: await listPractices(db, study.id),
    named: mayDoTo(principal, study, 'run')
      ? await practiceAnswers(db, study, wordingIn(language))
      : [],
    ideasAddress: `${joinOrigin(c)}/j/${formatJoinCode(study.joinCode)}/ideas`,
  };
  return html(c, <GapsPage frame={frame} />);
}

/** Carries out what a form asks for; the part of the page to go back to. */
async function perform(c: Context<Env>, study: Study, form: Fields): Promise<string> {
  const into = textOf(form, 'into');
  switch (textOf(form, 'do')) {
    case 'merge': {
      const ideas = form.getAll('idea').map(String);
      const label = textOf(form, 'label').slice(0, 75);
      if (ideas.length === 0 || (into === '@new' && label === '')) return 'ideas';
      const made = into === '@new' ? (await makeGap(c, study, label)).id : into;
      await merge(c, study, { ideas, gap: null, into: into === '@none' ? null : made });
      return 'ideas';
    }
    case 'merge-gap':
      await merge(c, study, { ideas: [], gap: textOf(form, 'gap'), into });
      return 'ideas';
    case 'list':
      await listGaps(c, study);
      return 'check';
    case 'freeze':
      await setShown(c, study, form.getAll('item').map(String));
      return 'check';
    case 'unfreeze':
      await setShown(c, study, null);
      return 'check';
    default:
      return 'ideas';
  }
}

async function savePractice(c: Context<Env>, study: Study, form: Fields): Promise<void> {
  const number = (name: string) => (textOf(form, name) === '' ? null : Number(textOf(form, name)));
  const texts = ['title', 'owner', 'place', 'what', 'scaleNow', 'factors'];
  const evidence = ['replicabilityEvidence', 'scalabilityEvidence'];
  const read = NewPractice.safeParse({
    ...Object.fromEntries([...texts, ...evidence].map((name) => [name, textOf(form, name)])),
    reached: number('reached'),
    replicability: number('replicability'),
    scalability: number('scalability'),
    status: textOf(form, 'status') || 'proposed',
  });
  if (!read.success) throw new Refusal(422, read.error.issues[0]!.message);
  const { status, ...facts } = read.data;
  const decision = { by: c.var.principal?.name ?? null, at: c.var.config.now() };
  const id = textOf(form, 'practice');
  if (id === '') return void (await addPractice(c.var.db, study.id, { facts, status }, decision));
  const revision = Number(textOf(form, 'revision'));
  const change = { id, revision, facts, status };
  if (!(await changePractice(c.var.db, study.id, change, decision))) {
    throw new Refusal(409, 'Somebody has changed the practice meanwhile: read it again.');
  }
}
