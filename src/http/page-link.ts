import type { Context } from 'hono';
import { z } from 'zod';

/** Which page of a list. */
export const Page = z.object({
  limit: z.coerce.number().pipe(z.int().min(1).max(200)).default(50),
  cursor: z.string().max(100).optional().describe('`next` of the page before.'),
});

/** `next` in the answer to a list. */
export const Next = z
  .string()
  .nullable()
  .describe('The cursor of the following page, or null; also in the `Link` header.');

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

/**
 * A page of a list that is short enough to be read whole, and the cursor of the page after it. The
 * cursor is the last entry's own name, so entries that come or go meanwhile move nothing; a page
 * after an entry that has gone is empty.
 *
 * @param nameOf what an entry is known by, different for each
 * @example
 * pageOf(c, tokens, ({ id }) => id, { limit: 2 }) // { page: [two tokens], next: '…' }
 */
export function pageOf<Entry>(
  c: Context,
  entries: readonly Entry[],
  nameOf: (entry: Entry) => string,
  { limit, cursor }: z.infer<typeof Page>,
): { page: Entry[]; next: string | null } {
  const place = entries.findIndex((entry) => nameOf(entry) === cursor);
  const start = cursor === undefined ? 0 : place < 0 ? entries.length : place + 1;
  const page = entries.slice(start, start + limit);
  const next = start + limit < entries.length ? nameOf(page.at(-1)!) : null;
  linkNext(c, next);
  return { page, next };
}
