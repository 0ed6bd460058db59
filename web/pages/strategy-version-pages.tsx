import { type Context, Hono } from 'hono';
import { listComments } from '../../src/db/strategy/comments.ts';
import { endLink, listLinks } from '../../src/db/strategy/links.ts';
import { findPrior } from '../../src/db/strategy/templates.ts';
import {
  deleteVersion,
  listVersions,
  type StrategyVersion,
} from '../../src/db/strategy/versions.ts';
import type { Env } from '../../src/http/env.ts';
import { readForm } from '../../src/http/form-body.ts';
import { Refusal } from '../../src/http/refusal.ts';
import { versionAsked, versionFor } from '../../src/http/strategy-api.ts';
import { LONGEST_TOLD, NewLink, NewVersion } from '../../src/http/strategy-body.ts';
import { resolveFor } from '../../src/http/strategy-comment.ts';
import { strategyView } from '../../src/http/strategy-draft.ts';
import { changedSince, freezeStrategy } from '../../src/http/strategy-freeze.ts';
import { linkTo } from '../../src/http/strategy-link.ts';
import { studyFor } from '../../src/http/study-api.ts';
import { priorFor, publishStudy } from '../../src/http/template-of.ts';
import { documentDifferences } from '../../src/survey/strategy/document-differences.ts';
import { html } from './html.ts';
import { textOf } from './room-form.ts';
import { comparePage } from './strategy-compare-pages.tsx';
import { StrategyDifferencesPage } from './strategy-differences-page.tsx';
import { type StrategyFrame, strategyFrame } from './strategy-frame.ts';
import { choiceIn, strategyPage } from './strategy-pages.tsx';
import { StrategyReusePage } from './strategy-reuse-page.tsx';
import { StrategyVersionPage } from './strategy-version-page.tsx';
import { StrategyVersionsPage } from './strategy-versions-page.tsx';

/** Frozen strategies: their pages, what differs between them, groups side by side, and reuse. */
export const strategyVersionPages = new Hono<Env>()
  .get('/studies/:id/strategy/versions', async (c) => {
    const study = await studyFor(c, 'read');
    const versions = await listVersions(c.var.db, study.id);
    return html(c, <StrategyVersionsPage frame={strategyFrame(c, study)} versions={versions} />);
  })
  .post('/studies/:id/strategy/versions', async (c) => {
    const study = await studyFor(c, 'edit');
    const form = await readForm(c);
    const frame = strategyFrame(c, study);
    const choice = choiceIn(study, form, frame);
    const typed = {
      name: textOf(form, 'name'),
      note: textOf(form, 'note'),
      signedBy: textOf(form, 'signedBy'),
    };
    const read = NewVersion.safeParse({
      ...typed,
      signedBy: typed.signedBy || null,
      revision: Number(textOf(form, 'revision')),
    });
    if (!read.success) throw new Refusal(422, 'A version needs a name.');
    const { name, note, signedBy, revision } = read.data;
    const by = c.var.principal?.name ?? null;
    const at = c.var.config.now();
    const freeze = { name, note, signedBy, revision, by, at };
    const version = await freezeStrategy(c.var.db, study, choice, freeze);
    if (version) return c.redirect(`/studies/${study.id}/strategy/versions/${version.id}`, 303);
    const view = await strategyView(c.var.db, study, choice, at);
    return strategyPage(c, frame, choice, { view, freezeTyped: typed, status: 409 });
  })
  .get('/studies/:id/strategy/versions/:version', async (c) => {
    const study = await studyFor(c, 'read');
    const version = await versionFor(c.var.db, study, c.req.param('version'));
    return versionPage(c, strategyFrame(c, study), version, null);
  })
  .post('/studies/:id/strategy/versions/:version', async (c) => {
    const study = await studyFor(c, 'edit');
    const version = await versionFor(c.var.db, study, c.req.param('version'));
    const form = await readForm(c);
    const root = `/studies/${study.id}/strategy/versions`;
    const asked = textOf(form, 'do');
    if (asked === 'delete') {
      await studyFor(c, 'delete');
      await deleteVersion(c.var.db, study.id, version.id);
      return c.redirect(root, 303);
    }
    if (asked === 'link') {
      const read = NewLink.safeParse({
        kind: textOf(form, 'kind'),
        days: Number(textOf(form, 'days')),
        files: textOf(form, 'files') === 'yes',
      });
      if (!read.success) throw new Refusal(422, 'A link lasts from 1 to 366 days.');
      const { url } = await linkTo(c, study.id, version.id, read.data);
      return versionPage(c, strategyFrame(c, study), version, url);
    }
    if (asked === 'end-link') {
      await endLink(c.var.db, study.id, textOf(form, 'link'), c.var.config.now());
      return c.redirect(`${root}/${version.id}#links`, 303);
    }
    await resolveFor(c, study, textOf(form, 'comment'), asked === 'resolve');
    return c.redirect(`${root}/${version.id}`, 303);
  })
  .get('/studies/:id/strategy/differences', async (c) => {
    const study = await studyFor(c, 'read');
    const frame = strategyFrame(c, study);
    const old = await versionAsked(c.var.db, study, c.req.query('from') ?? '');
    const to = c.req.query('to') ?? 'draft';
    const { language, filter } = old.document;
    const newer = to === 'draft' ? null : await versionAsked(c.var.db, study, to);
    const now =
      newer?.document ??
      (await strategyView(c.var.db, study, { language, filter }, c.var.config.now())).document;
    const called = ({ name, frozenAt }: StrategyVersion) =>
      `${name}, ${frame.figures.date(frozenAt)}`;
    return html(
      c,
      <StrategyDifferencesPage
        frame={frame}
        names={{ from: called(old), to: newer ? called(newer) : frame.tell('presentDraft') }}
        wording={language}
        differences={documentDifferences(old.document, now)}
        path={`/studies/${study.id}/strategy/differences?${new URLSearchParams({ from: old.id, to })}`}
      />,
    );
  })
  .get('/studies/:id/strategy/compare', comparePage)
  .get('/studies/:id/strategy/reuse', async (c) => {
    const study = await studyFor(c, 'read');
    return html(
      c,
      <StrategyReusePage
        frame={strategyFrame(c, study)}
        now={await priorFor(c.var.db, study, c.var.config.now())}
        last={await findPrior(c.var.db, study.id)}
        published={c.req.query('published') !== undefined}
      />,
    );
  })
  .post('/studies/:id/strategy/reuse', async (c) => {
    const study = await studyFor(c, 'edit');
    const name = textOf(await readForm(c), 'name').slice(0, LONGEST_TOLD.name);
    if (name === '') throw new Refusal(422, 'A template needs a name.');
    await publishStudy(c, study, name);
    return c.redirect(`/studies/${study.id}/strategy/reuse?published`, 303);
  });

async function versionPage(
  c: Context<Env>,
  frame: StrategyFrame,
  version: StrategyVersion,
  madeLink: string | null,
): Promise<Response> {
  const { db, config } = c.var;
  const { study, mayEdit } = frame;
  const now = config.now();
  const page = (
    <StrategyVersionPage
      {...{ frame, version, madeLink, now }}
      since={await changedSince(db, study, version, now)}
      comments={await listComments(db, study.id, { versionId: version.id })}
      links={mayEdit ? await listLinks(db, study.id, version.id) : []}
    />
  );
  return html(c, page);
}
