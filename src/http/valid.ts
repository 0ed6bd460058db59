import { zValidator } from '@hono/zod-validator';
import type { MiddlewareHandler, ValidationTargets } from 'hono';
import { resolver, uniqueSymbol } from 'hono-openapi';
import type { z } from 'zod';
import { pathText, Refusal } from './refusal.ts';

/**
 * Checks one part of a request against a schema, gives the handler the typed value, and describes
 * it in the API description. 415 for a body that is not JSON, 400 for JSON that can't be read, 422
 * for what the schema refuses, with the place of each issue.
 *
 * @example
 * api.post('/api/studies', valid('json', NewStudy), (c) => c.json(c.req.valid('json')))
 */
export function valid<Schema extends z.ZodType, Target extends keyof ValidationTargets>(
  target: Target,
  schema: Schema,
) {
  const check = zValidator(target, schema, (result) => {
    if (result.success) return;
    const issues = result.error.issues.flatMap(flat).slice(0, 50);
    throw new Refusal(422, sentence(issues), issues);
  });
  const middleware: MiddlewareHandler = async (c, next) => {
    if (target === 'json') requireJson(c.req.header('content-type'));
    return check(c as never, next);
  };
  const description = { target, ...resolver(schema, { options: { io: 'input' } }) };
  return Object.assign(middleware, { [uniqueSymbol]: description }) as unknown as typeof check;
}

function requireJson(contentType: string | undefined): void {
  if (/^application\/([a-z.-]+\+)?json\s*(;|$)/i.test(contentType ?? '')) return;
  throw new Refusal(415, 'Send the body as JSON, with Content-Type: application/json.');
}

/** A union reports what each of its branches says; the branch that came nearest is worth reading. */
function flat(issue: z.core.$ZodIssue): { path: string; message: string }[] {
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const nearest = [...issue.errors].sort((a, b) => depth(b) - depth(a))[0] ?? [];
    if (nearest.length > 0) {
      return nearest.flatMap((inner) => flat({ ...inner, path: [...issue.path, ...inner.path] }));
    }
  }
  return [{ path: pathText(issue.path), message: issue.message }];
}

function depth(issues: z.core.$ZodIssue[]): number {
  return Math.max(0, ...issues.map((issue) => issue.path.length));
}

function sentence(issues: { path: string; message: string }[]): string {
  const first = issues[0];
  if (!first) return 'The request is not valid.';
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : '';
  return `${first.path === '' ? 'The body' : first.path}: ${first.message}${more}.`;
}
