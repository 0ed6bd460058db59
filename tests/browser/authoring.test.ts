import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { setupLink } from '../../src/db/setup-link.ts';
import type { Language } from '../../src/survey/language.ts';
import {
  expectNoSidewaysScroll,
  expectNoViolations,
  openBrowser,
  openPage,
  serveApp,
  type ServedApp,
} from './browser.ts';
import { button, wordsIn } from './respondent.ts';
import { setUp } from './set-up.ts';

/** From the list of studies to the file with the answers, every click and every field. */
const MOST_STEPS = 28;

let site: ServedApp;
let browser: Browser;
let page: Page;
let errors: string[];
let steps = 0;

const patient = { timeout: 30_000 };
const topics = {
  en: ['Law', 'Data', 'Money', 'People'],
  de: ['Recht', 'Daten', 'Geld', 'Menschen'],
};

beforeAll(async () => {
  const often = { perSecond: 1000, burst: 1000 };
  site = await serveApp({ limits: { signIns: often, receipts: often } });
  browser = await openBrowser();
  const viewport = { width: 1280, height: 900 };
  ({ page, errors } = await openPage(browser, { viewport, acceptDownloads: true }));
  await setUp(page, `${site.url}/setup/${await setupLink(site.db, new Date())}`);
  await page.goto(`${site.url}/studies`);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const click = (target: Locator) => {
  steps += 1;
  return target.click();
};
const fill = (field: Locator, text: string) => {
  steps += 1;
  return field.fill(text);
};
const pick = (menu: Locator, value: string) => {
  steps += 1;
  return menu.selectOption(value);
};

async function paste(field: Locator, lines: readonly string[]): Promise<void> {
  steps += 1;
  await field.evaluate((control, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    const init = { clipboardData, bubbles: true, cancelable: true };
    control.dispatchEvent(new ClipboardEvent('paste', init));
  }, lines.join('\n'));
}

const saved = () =>
  expect.poll(() => page.locator('.save-state').getAttribute('data-save'), patient).toBe('saved');
const field = (name: string) => page.getByLabel(name, { exact: true });
const question = (name: string | RegExp) =>
  page.locator('.questions .name').filter({ hasText: name });
const names = () => page.locator('.questions .name .title').allInnerTexts();

test('a new study of four questions in two languages is written without leaving the page', async () => {
  await click(button(page, 'Start with a blank study'));
  await page.getByRole('heading', { name: 'One question' }).waitFor();
  await fill(field('Title'), 'Training for cities');
  await click(question('What matters most'));
  await fill(field('Question'), 'Which topics matter most?');
  await paste(field('Option 1'), topics.en);
  await click(button(page, 'One choice'));
  await fill(field('Question'), 'What is your role?');
  await paste(field('Option 1'), ['Teacher', 'Student', 'Clerk']);
  await click(button(page, 'Scale'));
  await fill(field('Question'), 'How urgent is it?');
  await click(button(page, 'Long text'));
  await fill(field('Question'), 'What is missing?');

  await pick(field('Add a language'), 'de');
  await fill(field('Title'), 'Schulung für Städte');
  await fill(field('Question'), 'Was fehlt?');
  await click(question('Which topics'));
  await fill(field('Question'), 'Welche Themen sind am wichtigsten?');
  await paste(field('Option 1'), topics.de);
  await click(question('What is your role'));
  await fill(field('Question'), 'Was ist Ihre Rolle?');
  await paste(field('Option 1'), ['Lehrkraft', 'Studierende', 'Verwaltung']);
  await click(question('How urgent'));
  await fill(field('Question'), 'Wie dringend ist es?');
  await saved();
  expect(await names()).toEqual([
    'Welche Themen sind am wichtigsten?',
    'Was ist Ihre Rolle?',
    'Wie dringend ist es?',
    'Was fehlt?',
  ]);
  expect(errors).toEqual([]);
});

test('what is on the screen survives a reload, and so does undoing it', async () => {
  const before = steps;
  await page.reload();
  await question('Which topics').waitFor();
  await field('Title').fill('Another title');
  await saved();
  await button(page, 'Undo').click();
  await saved();
  expect(await field('Title').inputValue()).toBe('Training for cities');
  await button(page, 'Redo').click();
  await button(page, 'Undo').click();
  await saved();
  steps = before;
});

test('questions move by keyboard alone, the focus goes with them, and it is announced', async () => {
  const up = page.getByRole('button', { name: 'Move up: What is missing?' });
  await up.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  expect((await names())[1]).toBe('What is missing?');
  expect(await up.evaluate((control) => control === document.activeElement)).toBe(true);
  await page.getByRole('status').getByText('What is missing? moved to number 2.').waitFor();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await saved();
  expect((await names()).at(-1)).toBe('What is missing?');
});

test('an empty field is named beside it and in the list, and nothing is saved until it is filled', async () => {
  await field('Title').fill('');
  await expect.poll(() => page.locator('.save-state').getAttribute('data-save')).toBe('invalid');
  await page.getByRole('link', { name: 'About the study: Write something here.' }).click();
  expect(await field('Title').evaluate((own) => own === document.activeElement)).toBe(true);
  expect(await field('Title').getAttribute('aria-invalid')).toBe('true');
  await field('Title').fill('Training for cities');
  await saved();
});

test('another window’s change is told, not overwritten', async () => {
  const { page: other } = await openPage(browser, {
    storageState: await page.context().storageState(),
  });
  await other.goto(page.url());
  await other.getByLabel('Title', { exact: true }).fill('From another window');
  await expect
    .poll(() => other.locator('.save-state').getAttribute('data-save'), patient)
    .toBe('saved');
  await field('Introduction').fill('Mine.');
  const state = () => page.locator('.save-state').getAttribute('data-save');
  await expect.poll(state, patient).toBe('conflict');
  await button(page, 'Keep mine').click();
  await saved();
  await other.reload();
  expect(await other.getByLabel('Title', { exact: true }).inputValue()).toBe('Training for cities');
  await other.context().close();
  // The browser logs the 409 that was asked for.
  errors.splice(0);
});

test('the page is sound at 390 px with a question and the preview open, whose answers go nowhere', async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await question('Which topics').click();
  await page.locator('.dots').first().click();
  await button(page, 'Preview').click();
  const phone = page.frameLocator('iframe');
  const { say } = wordsIn('en');
  await phone.getByRole('button', { name: say('start') }).click();
  for (const topic of ['Data', 'Law', 'Money']) {
    await phone.getByRole('button', { name: topic }).click();
  }
  await phone.getByRole('button', { name: say('checkOrder') }).click();
  await phone.getByRole('button', { name: say('continue') }).click();
  await phone.getByRole('button', { name: say('continue') }).click();
  await phone.getByRole('button', { name: say('send') }).click();
  await phone.getByRole('heading', { name: say('arrived') }).waitFor();
  await expectNoSidewaysScroll(page);
  await button(page, 'Preview').click();
  await expectNoViolations(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  const { id } = (await site.db.selectFrom('study').select('id').executeTakeFirst())!;
  const kept = await site.db
    .selectFrom('response')
    .selectAll()
    .where('study_id', '=', id)
    .execute();
  expect(kept).toEqual([]);
  expect(errors).toEqual([]);
});

/** Somebody who answers on a phone, in their language. */
async function answer(url: string, language: Language, order: readonly number[]): Promise<void> {
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true };
  const { page: own, errors: wrong } = await openPage(browser, phone);
  const { say } = wordsIn(language);
  await own.goto(`${url}?lang=${language}`);
  await button(own, say('start')).tap();
  const words = topics[language as 'en' | 'de'];
  for (const place of order) await own.getByRole('button', { name: words[place]! }).tap();
  await button(own, say('checkOrder')).tap();
  await button(own, say('continue')).tap();
  await own.getByRole('radio').first().check({ force: true });
  await button(own, say('continue')).tap();
  await button(own, say('send')).tap();
  await own.getByRole('heading', { name: say('arrived') }).waitFor(patient);
  expect(wrong).toEqual([]);
  await own.context().close();
}

test(`from a blank study to charted and exported answers of five phones in at most ${MOST_STEPS} steps`, async () => {
  await click(page.getByRole('link', { name: 'Study', exact: true }));
  await click(button(page, 'Open the study'));
  await page.getByRole('button', { name: 'Close the study' }).waitFor();
  const { join_code: code } = (await site.db
    .selectFrom('study')
    .select('join_code')
    .executeTakeFirst())!;
  const url = `${site.url}/j/${code}`;
  const orders = [
    [1, 0, 2],
    [1, 2, 0],
    [1, 0, 3],
    [0, 1, 2],
    [1, 3, 0],
  ];
  for (const [n, order] of orders.entries()) await answer(url, n % 2 ? 'de' : 'en', order);
  await click(page.getByRole('link', { name: 'Results', exact: true }));
  await page.locator('canvas[role=img]').first().waitFor(patient);
  expect(await page.locator('canvas[role=img]').first().getAttribute('aria-label')).toContain(
    'Data',
  );
  await click(page.getByRole('link', { name: 'Study', exact: true }));
  const download = page.waitForEvent('download');
  await click(page.getByRole('link', { name: /CSV/ }).first());
  expect((await download).suggestedFilename()).toMatch(/\.csv$/);
  expect(errors).toEqual([]);
  expect(steps).toBeLessThanOrEqual(MOST_STEPS);
}, 180_000);

test('once people have answered, a new wording is published as a version, and a removal is not offered', async () => {
  await page.getByRole('link', { name: 'Questions', exact: true }).click();
  await page.getByRole('heading', { name: '5 people have answered' }).waitFor();
  await question('Which topics').click();
  const remove = button(page, 'Delete question');
  expect(await remove.getAttribute('aria-disabled')).toBe('true');
  await field('Question').fill('Which topics are most important?');
  await page.getByText('New wording: answers stay comparable').waitFor();
  await button(page, 'Publish version 2').click();
  await saved();
  await page.reload();
  await page.getByText('Version 2,').waitFor();
  expect(errors).toEqual([]);
});
