import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { DatabaseSilentError, isUnavailable, isUnstorable } from '../db/bounded.ts';
import { QueueFullError } from '../db/submission-queue.ts';
import type { Env } from './env.ts';
import { Refusal } from './refusal.ts';

/** Shows a person what went wrong; `sentence` is in English. */
export type ShowError = (
  c: Context<Env>,
  status: ContentfulStatusCode,
  sentence: string,
) => Response | Promise<Response>;

/**
 * What an app answers to errors and to paths that lead nowhere: JSON under /api, a page elsewhere.
 * What nobody foresaw is logged.
 *
 * @param show makes the page
 * @example
 * app.onError(errorAnswers(errorPage).onError);
 */
export function errorAnswers(show: ShowError) {
  const answer = (
    c: Context<Env>,
    status: ContentfulStatusCode,
    error: string,
    issues: Refusal['issues'] = [],
  ): Response | Promise<Response> => {
    if (status === 401) c.header('WWW-Authenticate', 'Bearer');
    if (!c.req.path.startsWith('/api/')) return show(c, status, error);
    return c.json({ error, ...(issues.length > 0 && { issues }) }, status);
  };
  return {
    onError: (error: Error, c: Context<Env>) => answerError(error, c, answer),
    notFound: (c: Context<Env>) => answer(c, 404, 'There is nothing at this address.'),
  };
}

function answerError(
  error: Error,
  c: Context<Env>,
  answer: (
    c: Context<Env>,
    status: ContentfulStatusCode,
    error: string,
    issues?: Refusal['issues'],
  ) => Response | Promise<Response>,
): Response | Promise<Response> {
  if (error instanceof HTTPException) {
    const issues = error instanceof Refusal ? error.issues : [];
    return answer(c, error.status, sentenceOf(error), issues);
  }
  if (error instanceof QueueFullError) {
    c.header('Retry-After', String(error.retryAfter));
    return answer(c, 429, error.message);
  }
  if (isUnstorable(error)) {
    return answer(c, 422, 'A text has a character that cannot be stored: take it out.');
  }
  const away = isUnavailable(error);
  console.error(
    JSON.stringify({
      level: away ? 'warning' : 'error',
      at: c.var.config.now().toISOString(),
      method: c.req.method,
      route: c.req.path.replace(/[^/]*\d[^/]*/g, '…').slice(0, 100),
      error: error.name,
      code: (error as { code?: unknown }).code ?? null,
      stack: frames(error),
    }),
  );
  if (away) {
    c.header('Retry-After', '2');
    return answer(c, 503, new DatabaseSilentError().message);
  }
  return answer(c, 500, 'Something went wrong here, and nothing was changed: try again.');
}

function sentenceOf(error: HTTPException): string {
  if (error instanceof Refusal) return error.message;
  if (error.status === 400) return 'The body cannot be read: it is not valid JSON.';
  return error.message || 'The request was refused.';
}

/** Where the error was thrown, without its message, which may quote what somebody wrote. */
function frames(error: Error): string[] {
  const lines = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return lines.slice(0, 8).map((line) => line.trim());
}
