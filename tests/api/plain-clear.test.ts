import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FreshApp, freshApp } from '../fresh-app.ts';
import { elementsOf } from '../markup.ts';
import { openSmallStudy } from './small-study.ts';

let fresh: FreshApp;
beforeAll(async () => {
  fresh = await freshApp();
});
afterAll(() => fresh.close());

/** Presses a button of the plain form with what it carries and what was filled in. */
async function press(path: string, html: string, fields: Record<string, string>): Promise<string> {
  const form = new FormData();
  for (const { name, attributes } of elementsOf(html)) {
    const { type, name: key, value, checked } = attributes;
    if (name !== 'input' || key === undefined) continue;
    if (type === 'hidden' || checked !== undefined) form.set(key, value ?? '');
  }
  for (const [key, value] of Object.entries(fields)) form.set(key, value);
  return (await fresh.app.request(path, { method: 'POST', body: form })).text();
}

const chosen = (html: string) =>
  elementsOf(html).filter(
    ({ name, attributes }) =>
      name === 'input' && attributes['type'] === 'radio' && attributes['checked'] !== undefined,
  ).length;

it('an optional choice is taken back without a script, and the other answers stay', async () => {
  const { joinCode } = await openSmallStudy(fresh);
  const path = `/j/${joinCode}`;
  let html = await (await fresh.app.request(path)).text();
  const step = () =>
    elementsOf(html).find(({ attributes }) => attributes['name'] === 'step')?.attributes['value'];
  html = await press(path, html, { go: 'next', lang: 'en' });
  for (let n = 0; n < 12 && !html.includes('value="clear:role"'); n += 1) {
    html = await press(path, html, {
      go: 'next',
      'topics.law': '1',
      'topics.data': '2',
      step: step() ?? '',
    });
  }
  expect(html).toContain('value="clear:role"');
  html = await press(path, html, { role: 'student', years: '2', go: 'next', step: step() ?? '' });
  html = await press(path, html, { go: 'back' });
  for (let n = 0; n < 12 && !html.includes('value="clear:role"'); n += 1) {
    html = await press(path, html, { go: 'back' });
  }
  expect(chosen(html)).toBeGreaterThan(0);
  const before = chosen(html);
  html = await press(path, html, { go: 'clear:role' });
  expect(html).toContain('value="clear:role"');
  expect(chosen(html)).toBe(before - 1);
  const state = elementsOf(html).find(({ attributes }) => attributes['name'] === 'state');
  const { answers } = JSON.parse(state!.attributes['value']!) as { answers: object };
  expect(answers).not.toHaveProperty('role');
  expect(answers).toHaveProperty('topics');
});

it('a required choice offers nothing to take it back with', async () => {
  const { joinCode } = await openSmallStudy(fresh);
  const html = await (await fresh.app.request(`/j/${joinCode}`)).text();
  expect(html).not.toContain('value="clear:topics"');
});
