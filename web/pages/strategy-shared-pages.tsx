import { type Context, Hono } from 'hono';
import { listComments } from '../../src/db/strategy/comments.ts';
import type { Config, Env } from '../../src/http/env.ts';
import { readForm } from '../../src/http/form-body.ts';
import { rateLimit } from '../../src/http/rate-limit.ts';
import { Refusal } from '../../src/http/refusal.ts';
import { LONGEST_TOLD } from '../../src/http/strategy-body.ts';
import { remark, RemarkForm } from '../../src/http/strategy-comment.ts';
import { STRATEGY_FORMATS, strategyFile } from '../../src/http/strategy-file.ts';
import { type Shared, sharedBy } from '../../src/http/strategy-link.ts';
import { LANGUAGES, type Language } from '../../src/survey/language.ts';
import { strategyPageTexts } from '../text/strategy-page/texts.ts';
import { html } from './html.ts';
import { textOf } from './room-form.ts';
import { anchorOf } from './strategy-form.ts';
import { NoStrategyPage, SharedStrategyPage } from './strategy-shared-page.tsx';

/** Frozen strategies for people with a link: no account, no cookies, nothing for search engines. */
export function sharedStrategyPages(config: Config): Hono<Env> {
  return new Hono<Env>()
    .use('/s/*', async (c, next) => {
      c.header('X-Robots-Tag', 'noindex, nofollow');
      await next();
    })
    .get('/s/:token', async (c) => {
      const shared = await found(c);
      if (shared instanceof Response) return shared;
      const sent = c.req.query('sent') !== undefined;
      return page(c, shared, { sent, author: '', refused: null });
    })
    .post('/s/:token', rateLimit('comments', config), async (c) => {
      const shared = await found(c);
      if (shared instanceof Response) return shared;
      const { link, study, version } = shared;
      if (link.kind !== 'review') throw new Refusal(403, 'This link is for reading.');
      const form = await readForm(c);
      const author = textOf(form, 'author').slice(0, LONGEST_TOLD.author);
      const read = RemarkForm.safeParse(Object.fromEntries(form));
      if (!read.success || author === '') {
        const { language } = version.document;
        const message = strategyPageTexts(language)('tooLong', { count: LONGEST_TOLD.comment });
        const refused = { block: textOf(form, 'block'), text: textOf(form, 'text'), message };
        return page(c, shared, { sent: false, author, refused });
      }
      const { remark: id, ...said } = read.data;
      await remark(c.var.db, study, {
        id,
        ...said,
        versionId: version.id,
        document: version.document,
        author,
        guest: true,
        at: c.var.config.now(),
      });
      return c.redirect(`/s/${c.req.param('token')}?sent${anchorOf(form)}`, 303);
    })
    .get('/s/:token/:file', rateLimit('files', config), async (c) => {
      const shared = await found(c);
      if (shared instanceof Response) return shared;
      const { link } = shared;
      if (!link.files) throw new Refusal(404, 'There is nothing at this address.');
      const file = c.req.param('file');
      const made = await fileOf(c, shared, file);
      if (!made) throw new Refusal(404, 'There is nothing at this address.');
      c.header('Content-Type', made.type);
      c.header('Content-Disposition', `attachment; filename="${file}"`);
      c.header('Cache-Control', 'no-store');
      return c.body(made.body);
    });
}

/** A file of a frozen strategy, without links to pages that its reader can't open. */
async function fileOf(c: Context<Env>, { study, version }: Shared, name: string) {
  const format = STRATEGY_FORMATS.find((known) => name === `strategy.${known}`);
  if (!format) return null;
  const options = { origin: null, acknowledgement: study.definition.source };
  return strategyFile(version.document, format, options, c.var.config.word);
}

/** What the secret in the address leads to, or the page that says that it leads nowhere. */
async function found(c: Context<Env>): Promise<Shared | Response> {
  const shared = await sharedBy(c, c.req.param('token') ?? '');
  if (shared && shared !== 'gone') return shared;
  const gone = shared === 'gone';
  const notFound = (
    <NoStrategyPage language={readerLanguage(c)} assets={c.var.config.assets} gone={gone} />
  );
  return html(c, notFound, gone ? 410 : 404);
}

async function page(
  c: Context<Env>,
  shared: Shared,
  shown: {
    sent: boolean;
    author: string;
    refused: { block: string; text: string; message: string } | null;
  },
): Promise<Response> {
  const { link, study, version } = shared;
  const comments =
    link.kind === 'review' ? await listComments(c.var.db, study.id, { versionId: version.id }) : [];
  const body = (
    <SharedStrategyPage
      {...{ shared, comments, ...shown }}
      path={`/s/${c.req.param('token')}`}
      assets={c.var.config.assets}
    />
  );
  return html(c, body, shown.refused ? 422 : 200);
}

/** The browser's first language that Plenary speaks. Nothing is remembered. */
function readerLanguage(c: Context<Env>): Language {
  const accepted = (c.req.header('accept-language') ?? '').split(',');
  const codes = accepted.map((entry) => entry.trim().slice(0, 2).toLowerCase());
  return LANGUAGES.find((language) => codes.includes(language)) ?? 'en';
}
