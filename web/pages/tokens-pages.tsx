import { type Context, Hono } from 'hono';
import { listStudies } from '../../src/db/studies.ts';
import { deleteToken, listTokens, ROLES, type Scope, SCOPES } from '../../src/db/tokens.ts';
import { requireRole } from '../../src/http/authorise.ts';
import type { Env } from '../../src/http/env.ts';
import { readFields } from '../../src/http/form-body.ts';
import { Refusal } from '../../src/http/refusal.ts';
import { makeToken, tokensOf } from '../../src/http/token-api.ts';
import { formOf, nameProblem } from './account-form.ts';
import { accountFrame } from './account-frame.ts';
import { signInFirst } from './account-sign-in.tsx';
import { html } from './html.ts';
import { EXPIRY_DAYS, TokensPage, type TokensNews } from './tokens-page.tsx';

/** API tokens on a page: made, shown once, listed, revoked. */
export const tokensPages = new Hono<Env>()
  .use('/tokens', signInFirst)
  .get('/tokens', (c) => tokensPage(c))
  .post('/tokens', async (c) => {
    tokensOf(c);
    const form = await formOf(c, ['name', 'role', 'study', 'days']);
    const problem = nameProblem(form.name, accountFrame(c).text);
    if (problem) return tokensPage(c, { problem });
    const role = ROLES.find((name) => name === form.role);
    if (!role) throw new Refusal(422, 'There is no such role.');
    const { token } = await makeToken(c, {
      name: form.name,
      role,
      scopes: await scopesOf(c),
      studyId: form.study === '' ? null : form.study,
      expiresAt: endOf(form.days, c.var.config.now()),
    });
    return tokensPage(c, { made: { name: form.name, token } });
  })
  .post('/tokens/revoke', async (c) => {
    const owner = tokensOf(c);
    const { token } = await formOf(c, ['token']);
    if (!(await deleteToken(c.var.db, { id: token, ...owner }))) {
      throw new Refusal(404, 'There is no such token.');
    }
    return c.redirect('/tokens', 303);
  });

async function scopesOf(c: Context<Env>): Promise<Scope[] | null> {
  const form = await readFields(c, { all: true });
  const ticked = [form['scope']].flat();
  const scopes = SCOPES.filter((scope) => ticked.includes(scope));
  return scopes.length > 0 ? scopes : null;
}

function endOf(days: string, now: Date): Date | null {
  if (days === '') return null;
  const count = EXPIRY_DAYS.find((offered) => String(offered) === days);
  if (count === undefined) throw new Refusal(422, 'Choose one of the offered ends.');
  return new Date(now.getTime() + count * 86_400_000);
}

async function tokensPage(c: Context<Env>, news: TokensNews = {}): Promise<Response> {
  const { principal } = requireRole(c, null, 'tokens');
  const { db, config } = c.var;
  const { studies } = await listStudies(db, {
    limit: 200,
    organisationId: principal.organisation.id,
    studyId: principal.studyId,
  });
  const page = (
    <TokensPage
      {...accountFrame(c, '/tokens')}
      organisation={principal.organisation.name}
      roles={ROLES.slice(0, ROLES.indexOf(principal.role) + 1)}
      tokens={await listTokens(db, tokensOf(c))}
      studies={studies}
      now={config.now()}
      news={news}
    />
  );
  return html(c, page, news.problem === undefined ? 200 : 422);
}
