import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoStudy } from '../../src/cli/demo-study.ts';
import { setStudyStatus } from '../../src/db/studies.ts';
import {
  expectNoSidewaysScroll,
  expectNoViolations,
  openBrowser,
  openPage,
  serveApp,
  type ServedApp,
} from './browser.ts';
import { designerSession } from './designer-session.ts';

let served: ServedApp;
let browser: Browser;
let study: string;
let state: NonNullable<BrowserContextOptions['storageState']>;

beforeAll(async () => {
  served = await serveApp();
  browser = await openBrowser();
  const made = await demoStudy(served.db, {
    preset: 'demo',
    seed: 5,
    templateId: 'smart-city-programme-manager',
    now: new Date(),
  });
  study = made.study.id;
  await setStudyStatus(served.db, study, 'closed', new Date());
  state = await designerSession(browser, served);
});

afterAll(async () => {
  await browser?.close();
  await served?.close();
});

const address = (part = '') => `${served.url}/studies/${study}/data${part}`;

async function asDesigner(options: BrowserContextOptions = {}) {
  return openPage(browser, { storageState: state, locale: 'en-GB', ...options });
}

async function expectSound(page: Page): Promise<void> {
  await expectNoViolations(page);
  await expectNoSidewaysScroll(page);
}

test('texts are coded by keyboard alone, counted at once, and the step can be undone', async () => {
  const { page, errors } = await asDesigner();
  await page.goto(address('?question=own-problem'));
  const first = page.getByRole('checkbox').first();
  await first.focus();
  await page.keyboard.press('Space');
  await page.getByRole('textbox', { name: 'Theme' }).fill('Staff and money');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'How many named each theme' }).waitFor();
  expect(await page.getByRole('row', { name: /Staff and money/ }).count()).toBe(1);
  expect(await page.locator('.tag.theme').count()).toBe(1);

  // The focus is where it was; the arrow goes on, and the digit gives the theme to the next text.
  await page.keyboard.press('ArrowDown');
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('1')]);
  expect(await page.locator('.tag.theme').count()).toBe(2);
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('key');
  await expectSound(page);

  const log = page.getByRole('region', { name: 'What was decided' });
  expect(await log.getByRole('listitem').count()).toBe(2);
  await Promise.all([
    page.waitForEvent('load'),
    log.getByRole('button', { name: /Undo/ }).first().click(),
  ]);
  expect(await page.locator('.tag.theme').count()).toBe(1);
  expect(await log.getByText(/undone by Test/).count()).toBe(1);
  expect(errors).toEqual([]);
  await page.context().close();
});

test('write-ins are merged without script into a new item that results then show', async () => {
  const { page, errors } = await asDesigner({ javaScriptEnabled: false });
  await page.goto(address('/write-ins?question=competency-ranking'));
  const group = page.getByRole('listitem').filter({ hasText: 'Change management' }).first();
  await group.getByLabel('Name of the new item').fill('Leading change');
  await group.getByRole('button', { name: /^Merge/ }).click();
  await page.getByText(/Merged into the new item “Leading change”/).waitFor();
  const other = page.getByRole('listitem').filter({ hasText: 'Gestión del cambio' }).first();
  await other.getByLabel('Counts as').selectOption({ label: 'Leading change' });
  await other.getByRole('button', { name: /^Merge/ }).click();
  await page.getByText(/Merged into “Leading change”: “Gestión del cambio”/).waitFor();
  await page.goto(`${served.url}/studies/${study}/results?question=competency-ranking`);
  const note = page.getByText(/Made of write-ins and shown to nobody: Leading change/);
  expect(await note.count()).toBe(1);
  expect(await page.getByRole('rowheader', { name: /Leading change/ }).count()).toBeGreaterThan(0);
  expect(errors).toEqual([]);
  await page.context().close();
});

test('quality is told in words, and results can be shown without flagged answers', async () => {
  const { page, errors } = await asDesigner({ viewport: { width: 390, height: 844 } });
  await page.goto(address('/quality'));
  for (const name of ['Very fast', 'One answer throughout', 'Possible copy']) {
    expect(await page.getByRole('heading', { name }).count()).toBe(1);
  }
  await expectSound(page);
  await page.goto(address('/write-ins?question=competency-ranking'));
  await expectSound(page);
  await page.goto(address('/quality'));
  await page.getByRole('link', { name: 'Results without flagged answers' }).click();
  await page.waitForURL('**/results?quality=clean');
  expect(await page.getByRole('combobox', { name: 'Quality' }).inputValue()).toBe('clean');
  expect(errors).toEqual([]);
  await page.context().close();
});
