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
  tags: [
    { name: 'studies', description: 'What is asked, how people get in, and the answers as files.' },
    { name: 'responses', description: 'What a participant sends, changes and withdraws.' },
    { name: 'results', description: 'Figures of the answers, and when they change.' },
    { name: 'room', description: 'Events, tables, phases, and what tables work out.' },
    { name: 'webhooks', description: 'Tells another program what happens in a study.' },
    { name: 'access', description: 'Who may do what: tokens, people, backups.' },
  ],
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
  let known: Awaited<ReturnType<typeof describe>> | null = null;
  return new Hono<Env>()
    .get('/openapi.json', async (c) => c.json((known ??= await describe())))
    .get('/docs', async (c) => docs(c, (known ??= await describe())));
}

interface Schema {
  type?: string | string[];
  enum?: unknown[];
  properties?: Record<string, Schema>;
  required?: string[];
}

interface Operation {
  summary?: string;
  security?: unknown[];
  parameters?: { name: string; in: string; required?: boolean; description?: string }[];
  requestBody?: { content?: Record<string, { schema?: Schema }> };
  responses?: Record<string, { description: string }>;
}

function docs(c: Context<Env>, { paths }: Awaited<ReturnType<typeof generateSpecs>>) {
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) =>
      section(`${method.toUpperCase()} ${path}`, operation as Operation),
    ),
  );
  return plainPage(
    c,
    'API of Plenary',
    html`<p>${withCode(DOCUMENTATION.info.description)}</p>
      <p>Everything with its schemas: <a href="/openapi.json">openapi.json</a> (OpenAPI 3.1)</p>
      ${operations}`,
  );
}

function section(
  title: string,
  { summary, security, parameters, requestBody, responses }: Operation,
) {
  const body = requestBody?.content?.['application/json']?.schema;
  const fields = Object.entries(body?.properties ?? {});
  return html`<section>
    <h2><code>${title}</code></h2>
    <p>${summary}. ${security?.length ? 'Needs a session or a token.' : ''}</p>
    <ul>
      ${parameters?.map(
        ({ name, in: place, required, description }) =>
          html`<li>
            <code>${name}</code> in the ${place}${required ? '' : ', optional'}
            ${description && html`– ${withCode(description)}`}
          </li>`,
      )}
      ${fields.map(
        ([name, field]) =>
          html`<li>
            <code>${name}</code> in the
            body${body?.required?.includes(name) ? '' : ', optional'}${kindOf(field)}
          </li>`,
      )}
      ${Object.entries(responses ?? {}).map(
        ([status, { description }]) =>
          html`<li><code>${status}</code> ${withCode(description)}</li>`,
      )}
    </ul>
  </section>`;
}

function kindOf({ type, enum: values }: Schema): string {
  if (values) return `: ${values.join(', ')}`;
  return type ? `: ${[type].flat().join(' or ')}` : '';
}

/** Text with what stands between backquotes as code. */
function withCode(text: string) {
  return text.split('`').map((part, index) => (index % 2 ? html`<code>${part}</code>` : part));
}
