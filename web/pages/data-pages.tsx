import { type Context, Hono } from 'hono';
import { askedResults } from '../../src/http/asked-results.ts';
import { countOnPaper } from '../../src/db/room/sheets.ts';
import { mayDoTo } from '../../src/http/authorise.ts';
import type { Env } from '../../src/http/env.ts';
import { readFields } from '../../src/http/form-body.ts';
import { MOST_REVIEWED, qualityOf } from '../../src/db/quality-of.ts';
import { Refusal } from '../../src/http/refusal.ts';
import { studyFor } from '../../src/http/study-api.ts';
import { code, makeTheme, undo } from '../../src/http/theme-api.ts';
import {
  codableQuestion,
  codableQuestions,
  textList,
  themeDocument,
} from '../../src/http/themes-of.ts';
import { writeInQuestion } from '../../src/http/write-in-api.ts';
import { finishMerges, mergeWriteIns, unmergeWriteIns } from '../../src/http/write-in-decision.ts';
import { writeInList, writeInQuestions } from '../../src/http/write-in-page.ts';
import { isUuid, type Study } from '../../src/db/studies.ts';
import { dataTexts } from '../text/data/texts.ts';
import { designerTexts } from '../text/designer/texts.ts';
import { resultsTexts } from '../text/results/texts.ts';
import type { DataFrame } from './data-frame.tsx';
import { DataQualityPage } from './data-quality.tsx';
import { DataTextsPage } from './data-texts.tsx';
import { DataWriteInsPage } from './data-write-ins.tsx';
import { designerLanguage } from './designer-language.ts';
import { figureWords } from './figure-words.ts';
import { html } from './html.ts';
import { segmentNames } from './results-pages.tsx';

/** The pages about a study's data and their forms. They work without script. */
export const dataPages = new Hono<Env>()
  .get('/studies/:id/data', async (c) => textsPage(c, await studyFor(c, 'read')))
  .get('/studies/:id/data/write-ins', async (c) => writeInsPage(c, await studyFor(c, 'read')))
  .get('/studies/:id/data/quality', async (c) => {
    const study = await studyFor(c, 'read');
    const reviewed = await qualityOf(c.var.db, study);
    const page = (
      <DataQualityPage
        frame={frameOf(c, study)}
        review={reviewed?.review ?? null}
        most={MOST_REVIEWED}
        onPaper={await countOnPaper(c.var.db, study.id)}
      />
    );
    return html(c, page);
  })
  .post('/studies/:id/data/code', async (c) => {
    const study = await studyFor(c, 'edit');
    const form = await formOf(c);
    const question = codableQuestion(study.definition, form.one('question')).id;
    const label = form.one('label').trim().slice(0, 120);
    const keys = form.all('key');
    const given = form.one('theme');
    if (keys.length > 0 && (label !== '' || given !== '')) {
      const adds = form.one('do') !== 'take';
      const theme = label !== '' && adds ? (await makeTheme(c, study, question, label)).id : given;
      if (theme !== '') await code(c, study, { question, theme, keys, adds });
    }
    const query = new URLSearchParams(c.req.query());
    query.set('question', question);
    return c.redirect(`/studies/${study.id}/data?${query}`, 303);
  })
  .post('/studies/:id/data/code/undo', async (c) => {
    const study = await studyFor(c, 'edit');
    const form = await formOf(c);
    await undo(c, study.id, form.one('decision'));
    return back(c, study, '', form.one('question'));
  })
  .post('/studies/:id/data/write-ins', async (c) => {
    const study = await studyFor(c, 'edit');
    const form = await formOf(c);
    const question = writeInQuestion(study, form.one('question'));
    const texts = form.all('text').filter((text) => text.trim() !== '');
    const into = form.one('into');
    const label = form.one('label').trim().slice(0, 120);
    if (texts.length > 0) {
      if (into === '' && label === '') {
        throw new Refusal(422, dataTexts(designerLanguage(c))('newItemName'));
      }
      const target = into === '' ? { label } : { into };
      await mergeWriteIns(c.var.db, study, question, { texts, ...target }, decisionOf(c));
    }
    return back(c, study, '/write-ins', question.id);
  })
  .post('/studies/:id/data/write-ins/undo', async (c) => {
    const study = await studyFor(c, 'edit');
    const form = await formOf(c);
    const merge = form.one('decision');
    if (!isUuid(merge)) throw new Refusal(404, 'There is no such merge to undo.');
    await unmergeWriteIns(c.var.db, study.id, merge, decisionOf(c));
    return back(c, study, '/write-ins', form.one('question'));
  });

function frameOf(c: Context<Env>, study: Study): DataFrame {
  const language = designerLanguage(c);
  return {
    study,
    language,
    assets: c.var.config.assets,
    say: designerTexts(language),
    tell: dataTexts(language),
    figures: figureWords(language),
    mayEdit: mayDoTo(c.var.principal, study, 'edit'),
  };
}

async function textsPage(c: Context<Env>, study: Study): Promise<Response> {
  const { db } = c.var;
  const frame = frameOf(c, study);
  const questions = codableQuestions(study.definition);
  const wanted = c.req.query('question') || (questions[0]?.id ?? '');
  const { language, tell } = frame;
  const list =
    questions.length === 0
      ? null
      : await textList(db, study, codableQuestion(study.definition, wanted), language);
  const by = c.req.query('by') ?? '';
  const query = askedResults(study.definition, { question: wanted, by });
  const reader = { language, names: segmentNames(resultsTexts(language)) };
  const page = (
    <DataTextsPage
      {...{ frame, questions, list, by }}
      counts={list && (await themeDocument(db, study, query, reader, tell('notCoded')))}
      search={(c.req.query('search') ?? '').slice(0, 200)}
      only={c.req.query('only') === 'uncoded' ? 'uncoded' : 'all'}
    />
  );
  return html(c, page);
}

async function writeInsPage(c: Context<Env>, study: Study): Promise<Response> {
  const { db } = c.var;
  const frame = frameOf(c, study);
  const questions = writeInQuestions(study);
  const wanted = c.req.query('question') || (questions[0]?.id ?? '');
  const question = questions.length === 0 ? null : writeInQuestion(study, wanted);
  const isDone = await finishMerges(db, study.id);
  const page = (
    <DataWriteInsPage
      {...{ frame, questions, question }}
      list={question && (await writeInList(db, study, question, frame.language))}
      isWaiting={!isDone}
    />
  );
  return html(c, page);
}

async function formOf(c: Context<Env>) {
  const form = await readFields(c, { all: true });
  const all = (name: string) =>
    [form[name] ?? []].flat().filter((value): value is string => typeof value === 'string');
  return { all, one: (name: string) => all(name)[0] ?? '' };
}

function decisionOf(c: Context<Env>) {
  return { by: c.var.principal?.name ?? null, at: c.var.config.now() };
}

function back(c: Context<Env>, study: Study, part: string, question: string): Response {
  const query = new URLSearchParams({ question });
  return c.redirect(`/studies/${study.id}/data${part}?${query}`, 303);
}
