import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentedBy, UndocumentedError } from '../documented.ts';
import { type FreshApp, freshApp } from '../fresh-app.ts';

interface Operation {
  summary?: string;
  tags?: string[];
  responses: Record<string, { description?: string }>;
}

interface Description {
  openapi: string;
  tags: { name: string; description: string }[];
  paths: Record<string, Record<string, Operation>>;
}

let fresh: FreshApp;
let document: Description;
beforeAll(async () => {
  fresh = await freshApp();
  document = (await (await fresh.app.request('/openapi.json')).json()) as Description;
});
afterAll(() => fresh.close());

describe('the API description', () => {
  it('is a valid OpenAPI 3.1 document', async () => {
    const { valid, errors } = await new Validator().validate(structuredClone(document) as never);
    expect(errors ?? []).toEqual([]);
    expect(valid).toBe(true);
    expect(document.openapi).toMatch(/^3\.1/);
  });

  it('says of every operation what it does, in a group that is explained', () => {
    const groups = new Set(document.tags.map(({ name }) => name));
    for (const [path, item] of Object.entries(document.paths)) {
      for (const [method, { summary, tags = [], responses }] of Object.entries(item)) {
        const operation = `${method} ${path}`;
        expect.soft(summary, operation).toMatch(/^\S.{5,}/);
        expect
          .soft(
            tags.filter((tag) => !groups.has(tag)),
            operation,
          )
          .toEqual([]);
        expect.soft(tags, operation).toHaveLength(1);
        expect.soft(Object.keys(responses).length, operation).toBeGreaterThan(1);
      }
    }
  });

  it('F7: describes every route of the API that there is', () => {
    const routes = fresh.app.routes
      .filter(({ path, method }) => path.startsWith('/api/') && method !== 'ALL')
      .map(({ path, method }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
    const described = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(new Set(described.filter((name) => name.includes('/api/')))).toEqual(new Set(routes));
  });
});

describe('a response that is not as described', () => {
  const answer = (body: unknown, status = 200) => Response.json(body, { status });
  const check = (path: string, response: Response, method = 'GET') =>
    documentedBy(document as never)(method, path, response);

  it('is noticed by its status, its body, its type and its route', async () => {
    const missing = '/api/studies/5f0c7a3e-3b1e-4a53-8f0e-3a6f3c0d9b11';
    await check('/api/studies', answer({ studies: [], next: null }));
    await check(missing, answer({ error: 'There is no such study.' }, 404));
    for (const [path, response, method] of [
      ['/api/studies', answer({ studies: [] })],
      ['/api/studies', answer({ studies: [{}], next: null })],
      ['/api/studies', answer({ error: 'Teapot.' }, 418)],
      ['/api/studies', new Response('studies', { headers: { 'content-type': 'text/plain' } })],
      ['/api/studies', answer({ error: 'Wait.' }, 429)],
      [missing, answer({ message: 'wrong key' }, 404)],
      ['/api/elsewhere', answer({})],
      ['/api/studies', answer({}), 'PATCH'],
    ] as [string, Response, string?][]) {
      await expect(check(path, response, method)).rejects.toThrow(UndocumentedError);
    }
  });
});

describe('limits', () => {
  it('tell in every answer how much is left, and for how long to wait when nothing is', async () => {
    const { app, close, token } = await freshApp({
      limits: { calls: { perSecond: 0.01, burst: 2 } },
    });
    const ask = () =>
      app.request('/api/studies', { headers: { authorization: `Bearer ${token}` } });
    const [first, second, third] = [await ask(), await ask(), await ask()];
    expect(first.headers.get('ratelimit-policy')).toBe('"calls";q=2;w=200');
    expect(first.headers.get('ratelimit')).toMatch(/^"calls";r=1;t=(100|[89]\d)$/);
    expect(second.headers.get('ratelimit')).toMatch(/^"calls";r=0;t=(200|1[89]\d)$/);
    expect(third.status).toBe(429);
    expect(third.headers.get('ratelimit')).toMatch(/^"calls";r=0;t=(200|1[89]\d)$/);
    expect(third.headers.get('retry-after')).toMatch(/^(100|[89]\d)$/);
    await close();
  });
});
