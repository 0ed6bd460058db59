import type { Context } from 'hono';

/**
 * Says in a `Link` header where the next page of a list is, for who follows links instead of
 * reading `next` (RFC 8288). The last page has none.
 *
 * @param next the cursor, null on the last page
 */
export function linkNext(c: Context, next: string | null): void {
  if (next === null) return;
  const url = new URL(c.req.url);
  url.searchParams.set('cursor', next);
  c.header('Link', `<${url.pathname}${url.search}>; rel="next"`);
}
