import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { generateSpecs } from 'hono-openapi';
import type { Env } from './env.ts';
import { plainPage } from './plain-page.ts';

const DOCUMENTATION = {
  info: {
    title: 'Plenary',
    version: '1.0.0',
    description:
      'Collects ranked answers from a room or online. Designers send a session or an API token; participants need the join code only and, for their own answers, the receipt. Every error is `{error, issues?}` with one sentence.',
  },
  components: {
    securitySchemes: {
      token: { type: 'http' as const, scheme: 'bearer', description: 'An API token.' },
      session: { type: 'apiKey' as const, in: 'cookie', name: 'plenary_session' },
    },
  },
};

/** `/openapi.json`, and `/docs`, which shows it as a page without script. */
export function apiDescription(app: Hono<Env>): Hono<Env> {
  const describe = () =>
    generateSpecs(app, {
      documentation: DOCUMENTATION,
      defaultValidationErrorResponse: false,
      excludeStaticFile: false,
    });
  let known: ReturnType<typeof describe> | null = null;
  return new Hono<Env>()
    .get('/openapi.json', async (c) => c.json(await (known ??= describe())))
    .get('/docs', async (c) => docs(c, await (known ??= describe())));
}

function docs(c: Context<Env>, { paths }: Awaited<ReturnType<typeof generateSpecs>>) {
  const routes = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({
      path,
      method: method.toUpperCase(),
      operation: operation as {
        summary?: string;
        security?: unknown[];
        responses?: Record<string, { description: string }>;
      },
    })),
  );
  return plainPage(
    c,
    'API of Plenary',
    html`<p>${DOCUMENTATION.info.description}</p>
      <p>Everything with its schemas: <a href="/openapi.json">openapi.json</a> (OpenAPI 3.1)</p>
      ${routes.map(
        ({ path, method, operation }) =>
          html`<section>
            <h2><code>${method} ${path}</code></h2>
            <p>
              ${operation.summary}.
              ${operation.security?.length ? 'Needs a session or a token.' : ''}
            </p>
            <dl>
              ${Object.entries(operation.responses ?? {}).map(
                ([status, { description }]) =>
                  html`<dt>${status}</dt>
                    <dd>${description}</dd>`,
              )}
            </dl>
          </section>`,
      )}`,
  );
}
