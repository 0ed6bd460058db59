import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { smallDefinition } from '../api/small-study.ts';
import { expectNoViolations, openBrowser, openPage, serveApp, type ServedApp } from './browser.ts';

let browser: Browser;
let site: ServedApp;
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), serveApp()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** The join address of an open study whose questions are optional choices only. */
async function choices(): Promise<string> {
  const kept = new Set(['role', 'years', 'places']);
  const definition = {
    ...smallDefinition,
    questions: smallDefinition.questions.filter(({ id }) => kept.has(id)),
  };
  const made = await site.designer('/api/studies', { body: { definition } });
  const { id, joinCode } = (await made.json()) as { id: string; joinCode: string };
  await site.designer(`/api/studies/${id}/open`, { method: 'POST' });
  return `${site.url}/j/${joinCode}`;
}

test('an optional choice is taken back by keyboard, and nothing is left of it', async () => {
  const { page, errors } = await openPage(browser, { viewport: { width: 390, height: 844 } });
  await page.goto(await choices());
  await page.getByRole('button', { name: /start|begin|continue/i }).click();
  const student = page.getByRole('radio', { name: 'student' });
  const clear = page
    .getByRole('group', { name: /^role/ })
    .getByRole('button', { name: 'Clear answer' });
  await student.waitFor();
  expect(await clear.count()).toBe(0);
  await student.focus();
  await page.keyboard.press('Space');
  await clear.waitFor();
  await expectNoViolations(page);
  await clear.focus();
  await page.keyboard.press('Enter');
  await clear.waitFor({ state: 'detached' });
  expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('f-role');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  const role = page.locator('dl > div', { hasText: 'role' });
  await expect.poll(() => role.textContent()).toContain('Not answered');
  expect(errors).toEqual([]);
  await page.context().close();
});

test('a page that cannot be shown says so in the reader’s language and leads on', async () => {
  const { page } = await openPage(browser, { locale: 'fr-FR' });
  const answer = await page.goto(`${site.url}/nulle-part`);
  expect(answer!.status()).toBe(404);
  expect(await page.locator('html').getAttribute('lang')).toBe('fr');
  await page.getByRole('heading', { level: 1, name: 'Il n’y a rien ici' }).waitFor();
  await page.getByRole('link', { name: 'Saisir un code' }).click();
  await page.getByRole('textbox').first().waitFor();
  await page.context().close();
});

test('the documentation finds a call by its words and shows how to make it', async () => {
  const { page, errors } = await openPage(browser, { viewport: { width: 390, height: 844 } });
  await page.goto(`${site.url}/docs`);
  await page.getByLabel('Search').fill('withdraw receipt delete');
  await page.getByRole('button', { name: 'Search' }).click();
  const call = page.locator('details', { hasText: 'DELETE/api/responses/{id}' });
  await call.waitFor();
  expect(await page.locator('details').count()).toBeLessThan(4);
  await expect.poll(() => call.locator('pre').textContent()).toContain('curl -X DELETE');
  expect(await call.locator('pre').textContent()).toContain("-H 'Receipt: ");
  await page.getByLabel('Search').fill('zebra crossing');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByText('Nothing matches this search.').waitFor();
  expect(errors).toEqual([]);
  await page.context().close();
});
