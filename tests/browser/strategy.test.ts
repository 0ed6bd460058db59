import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoStudy } from '../../src/cli/demo-study.ts';
import { setupLink } from '../../src/db/setup-link.ts';
import type { Study } from '../../src/db/studies.ts';
import { respond } from '../smoke.ts';
import { openBrowser, openPage, serveApp, type ServedApp } from './browser.ts';
import { setUp } from './set-up.ts';

const BLOCK = 'leaders:contents';

let browser: Browser;
let site: ServedApp;
let study: Study;

beforeAll(async () => {
  browser = await openBrowser();
  site = await serveApp();
  const now = new Date();
  const templateId = 'smart-city-programme-manager';
  ({ study } = await demoStudy(site.db, { preset: 'demo', seed: 7, templateId, now }));
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** A sentence with its controls. */
const sentence = (page: Page, id = BLOCK) => page.locator(`[id="block-${id}"]`);

async function typeWords(page: Page, text: string): Promise<void> {
  const words = sentence(page).getByLabel('Your words');
  if (!(await words.isVisible())) await sentence(page).getByText(/^Edit/).click();
  await words.fill(text);
}

const save = (page: Page) => sentence(page).getByRole('button', { name: 'Save' }).click();

test('answers become a strategy that is edited, signed, shared, commented and kept honest', async () => {
  const { page, errors } = await openPage(browser);
  page.setDefaultTimeout(120_000);
  await setUp(page, `${site.url}/setup/${await setupLink(site.db, new Date())}`);
  await page.getByRole('link', { name: 'Training needs of Smart City' }).first().click();
  await page.getByRole('link', { name: 'Strategy', exact: true }).click();
  const parts = page.getByRole('navigation', { name: 'Parts of the strategy' });
  await parts.getByRole('link', { name: 'Needs' }).click();
  await page.getByRole('heading', { level: 2 }).first().waitFor();
  await parts.getByRole('link', { name: 'Curriculum' }).click();
  await page.getByRole('heading', { level: 2 }).first().waitFor();
  await parts.getByRole('link', { name: 'Strategy' }).click();

  // In place: the page is not loaded again, and what is typed elsewhere stays typed.
  await page.evaluate(() => document.body.setAttribute('data-same', ''));
  await page.getByText('Change the title').click();
  await page.getByLabel('Title', { exact: true }).fill('A title in the making');
  await typeWords(page, 'Teams come first.');
  await save(page);
  await page.getByText('Saved.', { exact: true }).waitFor();
  expect(await sentence(page).locator('.said').textContent()).toBe('Teams come first.');
  expect(await page.getByLabel('Title', { exact: true }).inputValue()).toBe(
    'A title in the making',
  );
  expect(await page.locator('body[data-same]').count()).toBe(1);

  // Somebody else is faster: nothing typed is lost, and saving again is a decision.
  await typeWords(page, 'Teams come first, we say.');
  const other = { do: 'write', block: BLOCK, text: 'Somebody else’s words.' };
  const api = `/api/studies/${study.id}/strategy`;
  const body = { revision: 1, changes: [other] };
  expect((await site.designer(api, { method: 'PATCH', body })).status).toBe(200);
  await save(page);
  await sentence(page).getByRole('alert').waitFor();
  expect(await sentence(page).getByRole('alert').textContent()).toContain('Somebody else’s words.');
  const words = sentence(page).getByLabel('Your words');
  expect(await words.inputValue()).toBe('Teams come first, we say.');
  expect(errors.filter((error) => !error.includes('409'))).toEqual([]);
  await save(page);
  await page.getByText('Saved.', { exact: true }).waitFor();
  expect(await sentence(page).locator('.said').textContent()).toBe('Teams come first, we say.');

  // Signed off.
  await page.getByText('Freeze a version').click();
  await page.getByLabel('Name', { exact: true }).fill('For the board');
  await page.getByLabel('Signed off by').fill('Dr Ruiz');
  await page.getByRole('button', { name: 'Freeze', exact: true }).click();
  await page.getByRole('heading', { name: 'For the board' }).waitFor();
  await page.getByText('The figures are still the same.').waitFor();
  const version = page.url();
  await page.getByText('Links for people without an account').click();
  await page.getByLabel('What they may do').selectOption('review');
  await page.getByRole('button', { name: 'Make a link' }).click();
  const link = (await page.locator('.made-link code').textContent())!;

  // Somebody without an account reads it and comments.
  const guest = await openPage(browser, { viewport: { width: 390, height: 844 } });
  guest.page.setDefaultTimeout(120_000);
  await guest.page.goto(link);
  await sentence(guest.page).locator('.talk > summary').click();
  await sentence(guest.page).getByLabel('Your name').fill('Zoë');
  await sentence(guest.page).getByLabel('Comment', { exact: true }).fill('Are you sure?');
  await sentence(guest.page).getByRole('button', { name: 'Send' }).click();
  await guest.page.getByText('Thank you, your comment was sent.').waitFor();
  expect(await guest.page.context().cookies()).toEqual([]);
  expect(guest.errors).toEqual([]);

  // One more answer, and the study closes: the words are older than their numbers now.
  await respond(site.url, study.joinCode);
  await site.designer(`/api/studies/${study.id}/close`, { method: 'POST' });
  await page.goto(version);
  await page.getByText(/The data changed since/).waitFor();
  await sentence(page).getByText('One open comment').click();
  await sentence(page).getByText('Are you sure?').waitFor();
  await page.goto(`${site.url}/studies/${study.id}/strategy`);
  const stale = sentence(page).getByText('The numbers changed since these words were written');
  await stale.waitFor();
  await sentence(page).getByRole('button', { name: 'Keep my words' }).click();
  await stale.waitFor({ state: 'detached' });
  expect(await sentence(page).locator('.said').textContent()).toBe('Teams come first, we say.');
}, 480_000);
