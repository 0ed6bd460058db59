import { type Context, Hono } from 'hono';
import { changeStudy } from '../../src/db/change-study.ts';
import { countResponses, type Study } from '../../src/db/studies.ts';
import { mayDoTo } from '../../src/http/authorise.ts';
import type { Env } from '../../src/http/env.ts';
import { readFields, readForm } from '../../src/http/form-body.ts';
import { Refusal } from '../../src/http/refusal.ts';
import { studyFor } from '../../src/http/study-api.ts';
import { translate, type WordingRefusal } from '../../src/http/translate.ts';
import { translationsIn, whoAndWhen } from '../../src/http/translation-api.ts';
import { readTranslations } from '../../src/http/translation-import.ts';
import { fileText } from '../../src/survey/import/file-text.ts';
import { isLanguage, type Language } from '../../src/survey/language.ts';
import { planImport } from '../../src/survey/translation-import.ts';
import {
  tidyWording,
  TRANSLATION_STATES,
  type Translation,
} from '../../src/survey/translation-state.ts';
import { designerTexts } from '../text/designer/texts.ts';
import { LANGUAGE_NAMES } from '../text/language-names.ts';
import { type SayTranslations, translationsTexts } from '../text/translations/texts.ts';
import { designerLanguage } from './designer-language.ts';
import { html } from './html.ts';
import { TranslationsEditPage } from './translations-edit-page.tsx';
import { TranslationsImportPage } from './translations-import-page.tsx';
import { TranslationsPage } from './translations-page.tsx';

/** The pages about translations. They work without script; with it, texts save themselves. */
export const translationPages = new Hono<Env>()
  .get('/studies/:id/translations', async (c) => {
    const study = await studyFor(c, 'read');
    const target = targetOf(c, study);
    return target ? editPage(c, study, target) : gridPage(c, study);
  })
  .post('/studies/:id/translations', saveTexts)
  .post('/studies/:id/translations/languages', addLanguage)
  .post('/studies/:id/translations/import', previewFile)
  .post('/studies/:id/translations/import/apply', applyFile);

function frame(c: Context<Env>, study: Study) {
  const language = designerLanguage(c);
  return {
    study,
    mayEdit: mayDoTo(c.var.principal, study, 'edit'),
    language,
    say: translationsTexts(language),
    sayDesigner: designerTexts(language),
    assets: c.var.config.assets,
  };
}

/** The language that the address names, if the study is translated into it. */
function targetOf(c: Context<Env>, { definition }: Study): Language | null {
  const asked = c.req.query('language');
  const { languages, defaultLanguage } = definition;
  return languages.find((code) => code === asked && code !== defaultLanguage) ?? null;
}

function filterOf(c: Context<Env>) {
  return {
    state: TRANSLATION_STATES.find((state) => state === c.req.query('state')) ?? null,
    part: c.req.query('part') || null,
  };
}

async function gridPage(c: Context<Env>, study: Study): Promise<Response> {
  const { languages, defaultLanguage } = study.definition;
  const targets = languages.filter((code) => code !== defaultLanguage);
  const translations = new Map<Language, Translation[]>();
  for (const code of targets) translations.set(code, await translationsIn(c, study, code));
  const page = (
    <TranslationsPage {...frame(c, study)} translations={translations} filter={filterOf(c)} />
  );
  return html(c, page);
}

async function editPage(
  c: Context<Env>,
  study: Study,
  target: Language,
  { problems = [], typed }: { problems?: string[]; typed?: Record<string, string> } = {},
): Promise<Response> {
  const base = frame(c, study);
  const count = Number(c.req.query('changed'));
  const isSaved = c.req.query('changed') !== undefined && Number.isInteger(count);
  const page = (
    <TranslationsEditPage
      {...base}
      target={target}
      translations={await translationsIn(c, study, target)}
      filter={filterOf(c)}
      answered={(await countResponses(c.var.db, study.id)) > 0}
      problems={problems}
      notice={isSaved ? `${base.say('saved')} ${base.say('savedCount', { count })}` : undefined}
      {...(typed && { typed })}
    />
  );
  return html(c, page, problems.length > 0 ? 422 : 200);
}

/** Takes the texts of one form; what somebody else has changed meanwhile stays. */
async function saveTexts(c: Context<Env>): Promise<Response> {
  const study = await studyFor(c, 'edit');
  const target = targetOf(c, study);
  if (!target) throw new Refusal(404, 'The study is not translated into this language.');
  const { say } = frame(c, study);
  const fields = await readForm(c);
  const now = new Map((await translationsIn(c, study, target)).map((unit) => [unit.id, unit]));
  const texts: Record<string, string> = {};
  const reviewed: Record<string, boolean> = {};
  const problems: string[] = [];
  const typed: Record<string, string> = {};
  for (const [name, value] of fields) {
    if (!name.startsWith('text:')) continue;
    const id = name.slice('text:'.length);
    const wording = tidyWording(String(value));
    const was = tidyWording(String(fields.get(`was:${id}`) ?? ''));
    const marked = fields.has(`reviewed:${id}`);
    if (marked !== fields.has(`is:${id}`) || (marked && wording !== was)) reviewed[id] = marked;
    if (wording === was) continue;
    typed[id] = wording;
    const current = now.get(id)?.wording;
    if (current === undefined || tidyWording(current) === was) texts[id] = wording;
    else problems.push(`“${wording}”: ${say('conflict')}`);
  }
  const change = { language: target, texts, reviewed };
  const made = await translate(c.var.db, study, change, whoAndWhen(c));
  if ('stale' in made) {
    return editPage(c, study, target, { problems: [say('stale')], typed });
  }
  for (const refused of made.refused) {
    problems.push(`“${texts[refused.id] ?? ''}”: ${reason(say, refused, now)}`);
  }
  if (problems.length > 0) {
    return editPage(c, await studyFor(c, 'edit'), target, { problems, typed });
  }
  const query = new URLSearchParams(new URL(c.req.url).search);
  query.set('changed', String(made.changed));
  return c.redirect(`/studies/${study.id}/translations?${query.toString()}`, 303);
}

function reason(
  say: SayTranslations,
  refused: Pick<WordingRefusal, 'id' | 'rule'> & { problem: WordingRefusal['problem'] | 'twice' },
  units: ReadonlyMap<string, Translation>,
): string {
  switch (refused.problem) {
    case 'placeholders':
      return say('placeholders');
    case 'too-long':
      return say('tooLong', { n: units.get(refused.id)?.limit ?? 0 });
    case 'control-character':
      return say('controlCharacter');
    case 'rule':
      return say('rule', { rule: refused.rule ?? '' });
    case 'unknown':
      return say('unknownText');
    case 'twice':
      return say('twice');
  }
}

async function addLanguage(c: Context<Env>): Promise<Response> {
  const study = await studyFor(c, 'edit');
  const language = (await readFields(c))['language'];
  if (!isLanguage(language)) throw new Refusal(422, 'There is no such language.');
  const { definition, definitionRevision: revision } = study;
  if (!definition.languages.includes(language)) {
    const languages = [...definition.languages, language];
    const changed = { ...definition, languages };
    const by = whoAndWhen(c);
    const made = await changeStudy(c.var.db, study.id, {
      definition: changed,
      revision,
      newVersion: true,
      ...by,
    });
    if (made?.outcome !== 'saved') throw new Refusal(409, frame(c, study).say('stale'));
  }
  return c.redirect(`/studies/${study.id}/translations?language=${language}`, 303);
}

async function previewFile(c: Context<Env>): Promise<Response> {
  const study = await studyFor(c, 'edit');
  const target = targetOf(c, study);
  if (!target) throw new Refusal(404, 'The study is not translated into this language.');
  const base = frame(c, study);
  const { say } = base;
  const refuse = (problem: string) => editPage(c, study, target, { problems: [problem] });
  const { file } = await readFields(c);
  if (!(file instanceof File) || file.size === 0) return refuse(say('noFile'));
  let read: ReturnType<typeof readTranslations>;
  try {
    read = readTranslations(fileText(await file.arrayBuffer()));
  } catch (error) {
    if (error instanceof Refusal) return refuse(say('unreadable', { reason: error.message }));
    throw error;
  }
  if (read.language && read.language !== target) {
    const names = { file: LANGUAGE_NAMES[read.language], language: LANGUAGE_NAMES[target] };
    return refuse(say('wrongLanguage', names));
  }
  const translations = await translationsIn(c, study, target);
  const units = new Map(translations.map((unit) => [unit.id, unit]));
  const page = (
    <TranslationsImportPage
      {...base}
      target={target}
      plan={planImport(translations, read.rows)}
      reasonOf={(refused) => reason(say, refused, units)}
    />
  );
  return html(c, page);
}

/** What the summary showed, as it is now: everything is checked once more. */
async function applyFile(c: Context<Env>): Promise<Response> {
  const study = await studyFor(c, 'edit');
  const target = targetOf(c, study);
  if (!target) throw new Refusal(404, 'The study is not translated into this language.');
  const fields = await readFields(c);
  const rows = pairs(fields['rows']);
  const old = new Set(strings(fields['old']));
  const wanted = rows.filter(([id]) => fields['outdated'] !== undefined || !old.has(id));
  const change = { language: target, texts: Object.fromEntries(wanted) };
  const made = await translate(c.var.db, study, change, whoAndWhen(c));
  const { say } = frame(c, study);
  if ('stale' in made) return editPage(c, study, target, { problems: [say('stale')] });
  if (made.refused.length > 0) {
    const units = new Map(made.translations.map((unit) => [unit.id, unit]));
    const problems = made.refused.map((one) => `${one.id}: ${reason(say, one, units)}`);
    return editPage(c, await studyFor(c, 'edit'), target, { problems });
  }
  const query = new URLSearchParams({ language: target, changed: String(made.changed) });
  return c.redirect(`/studies/${study.id}/translations?${query.toString()}`, 303);
}

function strings(json: unknown): string[] {
  return list(json).filter((value) => typeof value === 'string');
}

function pairs(json: unknown): [string, string][] {
  return list(json).flatMap((pair): [string, string][] => {
    const [id, text] = Array.isArray(pair) ? (pair as unknown[]) : [];
    return typeof id === 'string' && typeof text === 'string' ? [[id, text]] : [];
  });
}

function list(json: unknown): unknown[] {
  try {
    const value: unknown = JSON.parse(String(json));
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
