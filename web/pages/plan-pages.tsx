import { type Context, Hono } from 'hono';
import type { Study } from '../../src/db/studies.ts';
import { mayDoTo } from '../../src/http/authorise.ts';
import type { Env } from '../../src/http/env.ts';
import { readForm } from '../../src/http/form-body.ts';
import { planOf } from '../../src/http/plan-of.ts';
import { runStability, saveSettings } from '../../src/http/plan-api.ts';
import { planSettingsOf } from '../../src/http/plan-settings-of.ts';
import { pathText, Refusal } from '../../src/http/refusal.ts';
import type { Reader } from '../../src/http/results-of.ts';
import { roundsOf } from '../../src/http/rounds-of.ts';
import { segmentValues } from '../../src/http/segment-values.ts';
import { studyFor } from '../../src/http/study-api.ts';
import { textIn } from '../../src/survey/language.ts';
import { contentItems, needsWords } from '../../src/survey/needs/needs-words.ts';
import { readPlanForm } from '../../src/survey/needs/plan-form.ts';
import type { PlanBasis } from '../../src/survey/needs/planned.ts';
import { PlanSettings } from '../../src/survey/needs/plan-settings.ts';
import { fittingQuestions, NEED_ROLES, needRoles } from '../../src/survey/needs/roles.ts';
import { withoutDefaults } from '../../src/survey/needs/sheet-texts.ts';
import { resultsParameters } from '../../src/survey/results-query.ts';
import { segmentOf } from '../../src/survey/segment.ts';
import { designerTexts } from '../text/designer/texts.ts';
import { PLAN_TEXTS, planTexts } from '../text/plan/texts.ts';
import { resultsTexts } from '../text/results/texts.ts';
import { planView } from '../plan/plan-view.ts';
import { designerLanguage } from './designer-language.ts';
import { figureWords } from './figure-words.ts';
import { html } from './html.ts';
import { PlanPage } from './plan-page.tsx';
import type { Groups } from './plan-rules.tsx';
import type { Fitting } from './plan-sheets.tsx';
import { segmentNames } from './results-pages.tsx';

/** The page of the curriculum and what its form does. It works without script. */
export const planPages = new Hono<Env>()
  .get('/studies/:id/plan', async (c) => planPage(c, await studyFor(c, 'read')))
  .post('/studies/:id/plan', async (c) => {
    const study = await studyFor(c, 'edit');
    const form = await readForm(c);
    const { db } = c.var;
    const language = designerLanguage(c);
    const say = planTexts(language);
    const { settings: before } = await planSettingsOf(db, study.id);
    const roles = needRoles(study.definition, before.roles);
    const items = contentItems(study.definition, roles, language);
    const methods = needsWords(study.definition, roles, language).names.methods;
    const sent = readPlanForm(
      form,
      { modules: items.map(({ id }) => id), methods: methods.map(({ id }) => id) },
      before,
    );
    const read = PlanSettings.safeParse({ ...sent, sheets: withoutDefaults(items, sent.sheets) });
    if (!read.success) {
      const [issue] = read.error.issues;
      const problem = `${pathText(issue?.path ?? [])}: ${issue?.message ?? ''}`;
      return planPage(c, study, { problem: say('wrong', { problem }), status: 422 });
    }
    // What it would be, for the page's script.
    if (form.get('do') === 'look') return planPage(c, study, { given: read.data });
    try {
      await saveSettings(c, study, Number(form.get('revision') ?? 0), read.data);
    } catch (error) {
      if (!(error instanceof Refusal) || error.status !== 409) throw error;
      return planPage(c, study, { problem: say('conflict'), given: read.data, status: 409 });
    }
    return c.redirect(`/studies/${study.id}/plan?notice=saved`, 303);
  })
  .post('/studies/:id/plan/stability', async (c) => {
    const study = await studyFor(c, 'edit');
    await runStability(c, study);
    return c.redirect(`/studies/${study.id}/plan#stability`, 303);
  });

interface Shown {
  problem?: string;
  /** Settings to show in place of those saved. */
  given?: PlanSettings;
  status?: 200 | 409 | 422;
}

async function planPage(
  c: Context<Env>,
  study: Study,
  { problem, given, status = 200 }: Shown = {},
): Promise<Response> {
  const { db, config, principal } = c.var;
  const { definition } = study;
  const language = designerLanguage(c);
  const say = planTexts(language);
  const names = segmentNames(resultsTexts(language));
  const reader: Reader = { language, names };
  const made = await planOf(db, study, reader, { at: config.now(), ...(given && { given }) });
  const plan = await made.document();
  const rounds = await roundsOf(db, study);
  const basis = await made.needs();
  const figures = figureWords(language);
  const called = new Map([...plan.methods, ...plan.items].map((item) => [item.id, item]));
  const words = { say, figures, name: (id: string) => called.get(id)?.name ?? id };
  const ids = plan.items.map(({ id }) => id);
  const view = planView(plan, ids, plan.settings, words);
  const roles = needRoles(definition);
  const titleOf = (id: string | null) => {
    const question = definition.questions.find((candidate) => candidate.id === id);
    return question && textIn(question.title, language, definition.defaultLanguage);
  };
  return html(
    c,
    <PlanPage
      study={study}
      part={{
        ...words,
        plan,
        view,
        short: (id) => called.get(id)?.short ?? id,
        mayEdit: mayDoTo(principal, study, 'edit'),
        language,
        minCell: definition.privacy.minCell,
      }}
      groups={await groupsOf(c, study, reader, plan.settings)}
      rounds={rounds}
      fitting={
        Object.fromEntries(
          NEED_ROLES.map((role) => [
            role,
            fittingQuestions(definition, role).map(({ id }) => [id, titleOf(id) ?? id]),
          ]),
        ) as unknown as Fitting
      }
      found={Object.fromEntries(
        NEED_ROLES.flatMap((role) => {
          const title = titleOf(roles[role]);
          return title ? [[role, title]] : [];
        }),
      )}
      language={language}
      sayDesigner={designerTexts(language)}
      assets={config.assets}
      data={{
        language,
        settings: plan.settings,
        basis: lightened(basis),
        names: Object.fromEntries([...called].map(([id, { name }]) => [id, name])),
        methods: plan.methods.map(({ id }) => id),
        texts: PLAN_TEXTS[language],
      }}
      notice={problem === undefined && c.req.query('notice') === 'saved' ? say('saved') : undefined}
      problem={problem}
      unsaved={given !== undefined}
    />,
    status,
  );
}

/** Groups whose answers can be taken alone: each value of the study's own segments. */
async function groupsOf(
  c: Context<Env>,
  study: Study,
  { language, names }: Reader,
  settings: PlanSettings,
): Promise<Groups> {
  const { definition } = study;
  const values = await segmentValues(c.var.db, study, 'individual');
  const groups: [string, string][] = [];
  if ((values.get('@round')?.length ?? 0) > 1) {
    const everyone = `${planTexts(language)('everyone')} · ${resultsTexts(language)('allRounds')}`;
    groups.push(['', everyone]);
  }
  for (const [id, own] of values) {
    const segment = segmentOf(definition, id, language, names);
    if (!segment || own.length > MOST_VALUES) continue;
    for (const value of own) {
      if (value === '') continue;
      const where = [{ segment: id, values: [value] }];
      const query = { question: '', by: null, where, voice: 'individual' as const };
      groups.push([resultsParameters(query).get('where')!, segment.label(value)]);
    }
  }
  const known = new Set(groups.map(([where]) => where));
  for (const where of [settings.where, settings.duration.where]) {
    if (where !== '' && !known.has(where)) groups.push([where, where]);
  }
  return groups;
}

/** More values than this are no choice for a menu. */
const MOST_VALUES = 15;

/** The basis without what no plan needs, for the page's script. */
function lightened(basis: PlanBasis): PlanBasis {
  const { items, rankings, acceptance, onlineShare, spread, scores, duration } = basis;
  const { methods } = rankings;
  const light = {
    ...methods,
    figures: methods.figures && { order: methods.figures.order },
  } as PlanBasis['rankings']['methods'];
  return {
    items: items.map(({ id }) => ({ id })) as PlanBasis['items'],
    rankings: { methods: light } as PlanBasis['rankings'],
    acceptance,
    onlineShare,
    spread,
    scores,
    duration,
  };
}
