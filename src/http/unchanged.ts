import type { Context } from 'hono';
import type { Env } from './env.ts';

/**
 * Marks an answer with its ETag, for its reader alone. Gives the empty 304 when the reader's copy is
 * still the right one, else null: then the answer has to be made.
 *
 * @example
 * return unchanged(c, '"7-open-3-en"') ?? c.json(await document());
 */
export function unchanged(c: Context<Env>, etag: string): Response | null {
  c.header('ETag', etag);
  c.header('Cache-Control', 'private, no-cache');
  return isCurrent(c.req.header('if-none-match'), etag) ? c.body(null, 304) : null;
}

/** Whether one of the reader's tags, weak or not, is this one. */
function isCurrent(ifNoneMatch: string | undefined, etag: string): boolean {
  const known = (ifNoneMatch ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return known.includes(etag) || known.includes('*');
}
