import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/**
 * Answers a request with a page. Pages of participants and designers belong to one reader, so no
 * cache keeps them unless the handler has said otherwise.
 *
 * @example
 * return html(c, <HomePage … />, 404);
 */
export function html(c: Context, page: VNode, status: ContentfulStatusCode = 200): Response {
  if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store');
  return c.html(`<!doctype html>${renderToString(page)}`, status);
}
