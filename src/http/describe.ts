import { describeRoute, resolver } from 'hono-openapi';
import { z } from 'zod';

/** The one shape of every error. */
export const ErrorBody = z.object({
  error: z.string().describe('One sentence for a person.'),
  issues: z
    .array(z.object({ path: z.string(), message: z.string() }))
    .optional()
    .describe('What is wrong where, such as `answers.competency-ranking[2]`.'),
});

const REASONS: Record<number, string> = {
  400: 'The body is not JSON.',
  401: 'No session and no valid token.',
  403: 'The role does not allow this; or, for a response, `issues` names why it is not wanted.',
  404: 'There is no such thing, or none that the caller may know of.',
  409: 'It does not fit what is stored already.',
  410: 'The study is closed, or the response was withdrawn.',
  413: 'The body is too large.',
  415: 'The body has another type than the one that is read here.',
  422: 'The body is not valid; `issues` says where.',
  429: 'Too many requests; `Retry-After` says how many seconds to wait.',
  500: 'Something went wrong here, and nothing was changed.',
  503: 'The database does not answer, or too many screens are watching: try again in a moment.',
};

interface Operation {
  summary: string;
  tag: 'studies' | 'responses' | 'results' | 'strategy' | 'webhooks' | 'room' | 'access';
  /** What success looks like, by status: a sentence, or a schema or content types with one. */
  success: Record<
    number,
    | string
    | [z.ZodType, string]
    | {
        type: string | readonly string[];
        text: string;
        /** What the body is where the type is JSON. */
        json?: z.ZodType;
      }
  >;
  /** The errors that can occur, by status. */
  errors?: number[];
  /** Whether a session or token is needed (the default) or not. */
  open?: true;
  receipt?: 'required' | 'optional';
  /** A body that is no JSON: its content types, and what it is. */
  body?: { types: readonly string[]; text: string };
}

/**
 * Describes a route in `/openapi.json`. Bodies and parameters are added by `valid`.
 *
 * @example
 * api.get('/api/studies/:id', describe({ summary: 'A study', tag: 'studies', success: { 200: 'It.' } }), …)
 */
export function describe({ summary, tag, success, errors = [], open, receipt, body }: Operation) {
  const statuses = [...new Set([...(open ? [] : [401, 403, 429]), ...errors, 500])];
  return describeRoute({
    summary,
    tags: [tag],
    security: open ? [] : [{ token: [] }, { session: [] }],
    ...(body && {
      requestBody: {
        required: true,
        description: body.text,
        content: Object.fromEntries(
          body.types.map((type) => [type, { schema: { type: 'string' as const } }]),
        ),
      },
    }),
    ...(receipt && { parameters: [receiptHeader(receipt === 'required')] }),
    responses: {
      ...Object.fromEntries(
        Object.entries(success).map(([status, content]) => [status, successful(content)]),
      ),
      ...Object.fromEntries(
        statuses.map((status) => [
          status,
          {
            description: REASONS[status] ?? 'An error.',
            ...(status === 429 && { headers: TOO_MANY }),
            content: { 'application/json': { schema: resolver(ErrorBody) } },
          },
        ]),
      ),
    },
  });
}

function successful(body: Operation['success'][number]) {
  if (typeof body === 'string') return { description: body };
  if (!Array.isArray(body)) {
    return {
      description: body.text,
      content: Object.fromEntries(
        [body.type].flat().map((type) => [
          type,
          {
            schema:
              type === 'application/json'
                ? resolver(body.json ?? z.unknown())
                : { type: 'string' as const },
          },
        ]),
      ),
    };
  }
  const [schema, description] = body;
  return { description, content: { 'application/json': { schema: resolver(schema) } } };
}

const TOO_MANY = {
  'Retry-After': {
    required: true,
    description: 'Seconds to wait.',
    schema: { type: 'integer' as const, minimum: 1 },
  },
  'RateLimit-Policy': {
    description: 'What the limit is: its name, quota `q` and window `w` in seconds.',
    schema: { type: 'string' as const },
  },
  RateLimit: {
    description: 'What is left of it: requests `r`, and `t` seconds until all of it is back.',
    schema: { type: 'string' as const },
  },
};

function receiptHeader(required: boolean) {
  return {
    name: 'Receipt',
    in: 'header',
    required,
    description: 'The receipt that the first submission gave, such as 7K2M-9QXP-4RT0.',
    schema: { type: 'string' as const },
  };
}
