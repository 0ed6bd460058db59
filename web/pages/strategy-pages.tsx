import { type Context, Hono } from 'hono';
import { listComments } from '../../src/db/strategy/comments.ts';
import { listDrafts } from '../../src/db/strategy/drafts.ts';
import type { Study } from '../../src/db/studies.ts';
import type { Env } from '../../src/http/env.ts';
import { readForm } from '../../src/http/form-body.ts';
import { Refusal } from '../../src/http/refusal.ts';
import { roundsOf } from '../../src/http/rounds-of.ts';
import { versionFor } from '../../src/http/strategy-api.ts';
import { shownStrategy, strategyChoice } from '../../src/http/strategy-choice.ts';
import { resolveFor, sayRemark } from '../../src/http/strategy-comment.ts';
import type { StrategyChoice } from '../../src/http/generated-strategy.ts';
import {
  changeStrategy,
  type Refused,
  type StrategyView,
  strategyView,
} from '../../src/http/strategy-draft.ts';
import { studyFor } from '../../src/http/study-api.ts';
import { textOfBlock } from '../../src/survey/strategy/document-differences.ts';
import { LONGEST } from '../../src/survey/strategy/strategy-edits.ts';
import { filterText } from '../../src/survey/strategy/strategy-filter.ts';
import { html } from './html.ts';
import { type Fields, textOf } from './room-form.ts';
import { anchorOf, changesIn } from './strategy-form.ts';
import {
  offeredGroups,
  roundsAsked,
  type StrategyFrame,
  strategyFrame,
  strategyLanguage,
  strategyQuery,
} from './strategy-frame.ts';
import { type FreezeTyped, StrategyPage } from './strategy-page.tsx';
import type { StrategyProblem } from './strategy-tools.tsx';

/** The page of a study's strategy and its forms. They work without script. */
export const strategyPages = new Hono<Env>()
  .get('/studies/:id/strategy', async (c) => {
    const study = await studyFor(c, 'read');
    const frame = strategyFrame(c, study);
    const choice = await shownStrategy(c.var.db, study, c.req.query(), strategyLanguage(frame));
    const view = await strategyView(c.var.db, study, choice, c.var.config.now());
    return strategyPage(c, frame, choice, { view });
  })
  .post('/studies/:id/strategy', async (c) => {
    const study = await studyFor(c, 'edit');
    const form = await readForm(c);
    const frame = strategyFrame(c, study);
    const choice = choiceIn(study, form, frame);
    const asked = textOf(form, 'do');
    const done = () =>
      c.redirect(
        `/studies/${study.id}/strategy${strategyQuery(choice)}&saved${anchorOf(form)}`,
        303,
      );
    if (asked === 'resolve' || asked === 'reopen') {
      await resolveFor(c, study, textOf(form, 'comment'), asked === 'resolve');
      return done();
    }
    const changes = changesIn(form);
    if (!changes) {
      const view = await strategyView(c.var.db, study, choice, c.var.config.now());
      const count = asked === 'write' ? LONGEST.sentence : LONGEST.paragraph;
      const message = frame.tell('tooLong', { count });
      const problem = { place: placeIn(form), message, text: textOf(form, 'text') };
      return strategyPage(c, frame, choice, { view, problem, status: 422 });
    }
    const { view, refused } = await changeStrategy(c.var.db, study, choice, {
      changes,
      revision: Number(textOf(form, 'revision')) || 0,
      by: c.var.principal?.name ?? null,
      at: c.var.config.now(),
    });
    if (!refused) return done();
    const problem = problemOf(refused, { form, view, frame });
    const status = refused.outcome === 'conflict' ? 409 : 422;
    return strategyPage(c, frame, choice, { view, problem, status });
  })
  .post('/studies/:id/strategy/comments', async (c) => {
    const study = await studyFor(c, 'comment');
    const form = await readForm(c);
    const root = `/studies/${study.id}/strategy`;
    const id = textOf(form, 'version');
    if (id !== '') {
      const { document } = await versionFor(c.var.db, study, id);
      await sayRemark(c, study, { form, versionId: id, document });
      return c.redirect(`${root}/versions/${id}${anchorOf(form)}`, 303);
    }
    const choice = choiceIn(study, form, strategyFrame(c, study));
    const { document } = await strategyView(c.var.db, study, choice, c.var.config.now());
    await sayRemark(c, study, { form, versionId: null, document });
    return c.redirect(`${root}${strategyQuery(choice)}&saved${anchorOf(form)}`, 303);
  });

/** The page with a study's strategy; `problem` and `freezeTyped` give back what was not taken. */
export async function strategyPage(
  c: Context<Env>,
  frame: StrategyFrame,
  choice: StrategyChoice,
  shown: {
    view: StrategyView;
    problem?: StrategyProblem;
    freezeTyped?: FreezeTyped;
    status?: 409 | 422;
  },
): Promise<Response> {
  const { study } = frame;
  const { view, problem = null, freezeTyped = null, status = 200 } = shown;
  const on = { language: choice.language, filter: filterText(choice.filter) };
  const page = (
    <StrategyPage
      {...{ frame, choice, view, problem, freezeTyped }}
      comments={await listComments(c.var.db, study.id, on)}
      groups={await offeredGroups(c, frame)}
      rounds={await roundsOf(c.var.db, study, roundsAsked(frame, choice))}
      drafts={await listDrafts(c.var.db, study.id)}
      saved={c.req.query('saved') !== undefined}
      open={c.req.query('open') ?? ''}
    />
  );
  return html(c, page, status);
}

/** Which strategy a form belongs to. */
export function choiceIn(study: Study, form: Fields, frame: StrategyFrame): StrategyChoice {
  const parameters = Object.fromEntries(
    ['language', 'where', 'quality', 'round'].map((name) => [
      name,
      textOf(form, name) || undefined,
    ]),
  );
  return strategyChoice(study, parameters, strategyLanguage(frame));
}

/** The control that a form stands in, as `StrategyProblem` names it. */
function placeIn(form: Fields): string {
  const asked = textOf(form, 'do');
  if (asked === 'title') return 'title';
  if (asked === 'add') return `add:${textOf(form, 'section')}`;
  if (asked === 'rewrite') return `paragraph:${textOf(form, 'paragraph')}`;
  return asked === 'write' ? `block:${textOf(form, 'block')}` : '';
}

/** Why a change was not made, where it can be repeated with what was typed. */
function problemOf(
  { outcome, place }: Refused,
  { form, view, frame }: { form: Fields; view: StrategyView; frame: StrategyFrame },
): StrategyProblem {
  const { tell } = frame;
  const text = textOf(form, 'text');
  const stands = textAt(view, form);
  if (outcome === 'conflict' && stands !== null) {
    return { place: placeIn(form), message: tell('conflict', { text: stands }), text };
  }
  if (outcome === 'full') throw new Refusal(422, `There is no room left for ${place}.`);
  return { place: '', message: tell('unknownPlace', { text: text || place }), text };
}

/** What stands now where a form wanted to write; null where nothing does. */
function textAt({ document }: StrategyView, form: Fields): string | null {
  if (textOf(form, 'do') === 'title') return document.title;
  const paragraph = textOf(form, 'paragraph');
  const id = textOf(form, 'do') === 'rewrite' ? `free:${paragraph}` : textOf(form, 'block');
  const block = document.sections.flatMap(({ blocks }) => blocks).find((one) => one.id === id);
  return block ? textOfBlock(block) : null;
}
