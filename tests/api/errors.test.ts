import { describe, expect, it, vi } from 'vitest';
import { freshApp } from '../fresh-app.ts';
import { openSmallStudy, smallDefinition } from './small-study.ts';

describe('when the database does not answer', () => {
  it('a request gets one sentence, and the log says where without saying what', async () => {
    const broken = await freshApp();
    await broken.close();
    const lines: string[] = [];
    const spy = vi.spyOn(console, 'error').mockImplementation((line: string) => {
      lines.push(line);
    });
    const answer = await broken.app.request('/api/responses/5f0c7a3e-3b1e-4a53-8f0e-3a6f3c0d9b11', {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        joinCode: 'K7P-42M',
        revision: 1,
        locale: 'en',
        answers: { name: 'Ada Lovelace' },
      }),
    });
    spy.mockRestore();
    expect(answer.status).toBe(500);
    expect(await answer.json()).toEqual({
      error: 'Something went wrong here, and nothing was changed: try again.',
    });
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0]!)).toMatchObject({
      level: 'error',
      method: 'PUT',
      route: '/api/responses/…',
    });
    expect(lines[0]).not.toMatch(/Lovelace|K7P|5f0c7a3e/);
  });

  it('the server is alive but not ready', async () => {
    const server = await freshApp();
    expect((await server.app.request('/readyz')).status).toBe(200);
    await server.close();
    expect((await server.app.request('/healthz')).status).toBe(200);
    expect((await server.app.request('/readyz')).status).toBe(503);
  });
});

describe('an address that leads nowhere', () => {
  it('answers with JSON under /api and with a page elsewhere', async () => {
    const fresh = await freshApp();
    const json = await fresh.app.request('/api/nowhere');
    expect(json.status).toBe(404);
    expect(await json.json()).toEqual({ error: 'There is nothing at this address.' });
    const page = await fresh.app.request('/nowhere/at/all');
    expect(page.status).toBe(404);
    expect(await page.text()).toMatch(/^<!doctype html>/);
    await fresh.close();
  });
});

describe('a character that no database keeps', () => {
  it('is refused in one sentence, wherever it stands', async () => {
    const server = await freshApp();
    const title = { en: 'a\u0000b' };
    const asked = [
      await server.designer('/api/studies', {
        body: { definition: { ...smallDefinition, title } },
      }),
      await server.designer('/api/tokens', { body: { name: title.en } }),
    ];
    const { id } = await openSmallStudy(server);
    asked.push(await server.designer(`/api/studies/${id}/room-results?event=%00`));
    for (const answer of asked) {
      expect([answer.status, await answer.json()]).toEqual([
        422,
        { error: 'A text has a character that cannot be stored: take it out.' },
      ]);
    }
    await server.close();
  });
});
