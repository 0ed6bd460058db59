import { Hono } from 'hono';
import { generateSpecs } from 'hono-openapi';
import type { Env } from './env.ts';

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
    {
      name: 'strategy',
      description: 'Training strategies made from results, and what is done with them.',
    },
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

/** A description of the API as OpenAPI 3.1 lays it out. */
export type ApiDescription = Awaited<ReturnType<typeof generateSpecs>>;

/** `/openapi.json`, and the same to read, made from the routes of an app when first asked for. */
export function apiDescription(app: Hono<Env>): {
  routes: Hono<Env>;
  read: () => Promise<ApiDescription>;
} {
  let known: Promise<ApiDescription> | null = null;
  const read = () =>
    (known ??= generateSpecs(app, {
      documentation: DOCUMENTATION,
      defaultValidationErrorResponse: false,
      excludeStaticFile: false,
    }));
  return { read, routes: new Hono<Env>().get('/openapi.json', async (c) => c.json(await read())) };
}
