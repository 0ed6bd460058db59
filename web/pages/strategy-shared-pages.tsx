import { type Context, Hono } from 'hono';
import { listComments } from '../../src/db/strategy/comments.ts';
import type { Config, Env } from '../../src/http/env.ts';
import { readForm } from '../../src/http/form-body.ts';
import { rateLimit } from '../../src/http/rate-limit.ts';
import { Refusal } from '../../src/http/refusal.ts';
import { siteOrigin } from '../../src/http/site-origin.ts';
import { LONGEST_TOLD } from '../../src/http/strategy-body.ts';
import { remark, RemarkForm } from '../../src/http/strategy-comment.ts';
import { strategyDocx } from '../../src/http/strategy-docx.ts';
import { type Shared, sharedBy } from '../../src/http/strategy-link.ts';
import { LANGUAGES, type Language } from '../../src/survey/language.ts';
import { strategyMarkdown } from '../../src/survey/strategy/markdown.ts';
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
      await remark(c.var.db, study, {
        ...read.data,
        versionId: version.id,
        document: version.document,
        author,
        guest: true,
        at: c.var.config.now(),
      });
      return c.redirect(`/s/${c.req.param('token')}?sent${anchorOf(form)}`, 303);
    })
    .get('/s/:token/:file', async (c) => {
      const shared = await found(c);
      if (shared instanceof Response) return shared;
      const { link, version } = shared;
      if (!link.files) throw new Refusal(404, 'There is nothing at this address.');
      const file = c.req.param('file');
      const made = await fileOf(c, version.document, file);
      if (!made) throw new Refusal(404, 'There is nothing at this address.');
      c.header('Content-Type', made.type);
      c.header('Content-Disposition', `attachment; filename="${file}"`);
      c.header('Cache-Control', 'no-store');
      return c.body(made.body);
    });
}

async function fileOf(c: Context<Env>, document: Shared['version']['document'], name: string) {
  const origin = siteOrigin(c);
  switch (name) {
    case 'strategy.json':
      return { type: 'application/json', body: JSON.stringify(document, null, 2) };
    case 'strategy.md':
      return { type: 'text/markdown; charset=utf-8', body: strategyMarkdown(document, { origin }) };
    case 'strategy.docx':
      return { type: WORD, body: await strategyDocx(document, { origin }) };
    default:
      return null;
  }
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

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
