import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { h, type VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Env } from '../../src/http/env.ts';
import { AccountContext, accountOf } from './account-context.ts';

/**
 * Answers a request with a page, which knows who is signed in. Pages of participants and designers
 * belong to one reader, so no cache keeps them unless the handler has said otherwise.
 *
 * @example
 * return html(c, <HomePage … />, 404);
 */
export function html(c: Context<Env>, page: VNode, status: ContentfulStatusCode = 200): Response {
  if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store');
  const whole = h(AccountContext.Provider, { value: accountOf(c) }, page);
  return c.html(`<!doctype html>${renderToString(whole)}`, status);
}
