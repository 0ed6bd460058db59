import { afterAll, beforeAll, expect, it } from 'vitest';
import { nodeSender } from '../../src/webhook-sender.ts';
import { runWebhooksOnce } from '../../src/http/webhook-runner.ts';
import { type FreshApp, freshApp } from '../fresh-app.ts';
import { openSmallStudy } from './small-study.ts';

let fresh: FreshApp;
beforeAll(async () => {
  fresh = await freshApp();
});
afterAll(() => fresh.close());

async function send(path: string, form?: [string, string][]): Promise<Response> {
  return fresh.app.request(path, {
    method: form ? 'POST' : 'GET',
    headers: {
      authorization: `Bearer ${fresh.token}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    ...(form && { body: new URLSearchParams(form).toString() }),
  });
}

it('a webhook is added, tested, stopped and removed by forms, and its secret is shown once', async () => {
  const { id } = await openSmallStudy(fresh);
  const path = `/studies/${id}/webhooks`;
  expect(await (await send(`/studies/${id}`)).text()).toContain(`href="${path}"`);
  expect(await (await send(path)).text()).toContain('No webhook yet');
  const form = (url: string): [string, string][] => [
    ['url', url],
    ['events', 'study.closed'],
    ['events', 'response.stored'],
    ['every', '50'],
  ];
  const wrong = await send(path, form('https://127.0.0.1/hook'));
  expect(wrong.status).toBe(422);
  expect(await wrong.text()).toMatch(/value="https:\/\/127\.0\.0\.1\/hook"/);
  const none = await send(path, [
    ['url', 'https://example.org/hook'],
    ['every', '50'],
  ]);
  expect(none.status).toBe(422);
  const added = await send(path, form('https://hooks.invalid.example/hook'));
  expect(added.status).toBe(201);
  const [secret] = /whsec_[\w+/=]{44}/.exec(await added.text()) ?? [];
  expect(secret).toBeDefined();
  const listed = await (await send(path)).text();
  expect(listed).not.toContain(secret);
  const [own] = /\/studies\/[\w-]+\/webhooks\/[\w-]{36}/.exec(listed) ?? [''];
  expect((await send(`${own}/test`, [])).status).toBe(303);
  await runWebhooksOnce({
    db: fresh.db,
    secret: fresh.config.secret,
    now: fresh.config.now,
    send: nodeSender({ private: false }),
  });
  expect(await (await send(path)).text()).toMatch(/next attempt 20 November 2026/);
  expect(await (await send(`${own}/secret`, [])).text()).toMatch(/whsec_/);
  await send(`${own}/stop`, []);
  expect(await (await send(`${path}?lang=de`)).text()).toContain('Angehalten');
  await send(`${own}/start`, []);
  await send(`${own}/remove`, []);
  expect(await (await send(path)).text()).toContain('No webhook yet');
});

it('who may not edit a study sees none of its webhooks', async () => {
  const { id } = await openSmallStudy(fresh);
  const made = await fresh.designer('/api/tokens', { body: { name: 'room', role: 'facilitator' } });
  const { token } = (await made.json()) as { token: string };
  const headers = { authorization: `Bearer ${token}` };
  for (const path of [`/studies/${id}/webhooks`, `/api/studies/${id}/webhooks`]) {
    expect((await fresh.app.request(path, { headers })).status).toBe(403);
  }
});
