import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { setStudyStatus, type Study } from '../../src/db/studies.ts';
import { openBrowser, serveApp, type ServedApp } from './browser.ts';
import {
  joinAddress,
  openStudy,
  pickFirst,
  primary,
  storedResponses,
  takePart,
} from './participant-study.ts';

let served: ServedApp;
let browser: Browser;
let study: Study;

beforeAll(async () => {
  served = await serveApp();
  browser = await openBrowser();
});
beforeEach(async () => {
  study = await openStudy(served, 'rural-innovation-gaps', ['barrier-ranking', 'comment']);
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

/** Answers everything, up to the button that sends. */
async function toReview(page: Page): Promise<string[]> {
  const order = await pickFirst(page, 3);
  await primary(page).click();
  await page.getByRole('textbox').fill('Buses.');
  await primary(page).click();
  return order;
}

const receipt = (page: Page) => page.locator('.receipt .code:visible').textContent();

test('answers arrive with the order in which the items stood, and a receipt comes back', async () => {
  const { page, errors } = await takePart(browser, served, study);
  const standing = await page.locator('.pick').allTextContents();
  const order = await toReview(page);
  await primary(page).click();
  const own = await receipt(page);
  expect(own).toMatch(/^\w{4}-\w{4}-\w{4}$/);
  const [response, ...others] = await storedResponses(served, study);
  expect(others).toEqual([]);
  const { options } = { options: study.definition.lists['barriers']! };
  const label = (id: string) => options.find((option) => option.id === id)!.label.en!;
  expect(response!.shown!['barrier-ranking']!.map(label)).toEqual(standing);
  const groups = response!.entry!['barrier-ranking'] as string[][];
  expect(groups.map(([id]) => label(id!))).toEqual(order);
  // On plain http, as on a workshop's own network, there is no clipboard.
  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  const asked = page.waitForEvent('dialog');
  const pressed = page.getByRole('button', { name: 'Copy the link' }).click();
  const dialog = await asked;
  expect(dialog.defaultValue()).toContain(own);
  await dialog.dismiss();
  await pressed;
  expect(errors).toEqual([]);
  await page.context().close();
});

test('answers sent without a network arrive once when it is back', async () => {
  const { page } = await takePart(browser, served, study);
  await page.context().setOffline(true);
  await page.getByText('No network. You can go on, nothing is lost.').waitFor();
  await toReview(page);
  await primary(page).click();
  await page.getByRole('heading', { name: 'Waiting for the network' }).waitFor();
  expect(await storedResponses(served, study)).toEqual([]);
  await page.context().setOffline(false);
  await receipt(page);
  expect(await storedResponses(served, study)).toHaveLength(1);
  await page.context().close();
});

test('answers left in the outbox go out when the page is opened again', async () => {
  const { page } = await takePart(browser, served, study);
  await toReview(page);
  await page.route('**/api/responses/*', (route) => route.abort());
  await primary(page).click();
  await page.getByRole('heading', { name: 'Waiting for the network' }).waitFor();
  await page.unroute('**/api/responses/*');
  await page.reload();
  await receipt(page);
  expect(await storedResponses(served, study)).toHaveLength(1);
  await page.context().close();
});

test('a reply that is lost does not make the answers count twice', async () => {
  const { page } = await takePart(browser, served, study);
  await toReview(page);
  let requests = 0;
  await page.route('**/api/responses/*', async (route) => {
    requests += 1;
    if (requests > 1) return route.continue();
    await route.fetch();
    return route.abort();
  });
  await primary(page).click();
  await receipt(page);
  expect(requests).toBe(2);
  const stored = await storedResponses(served, study);
  expect(stored.map(({ revision }) => revision)).toEqual([1]);
  await page.context().close();
});

test('a double tap on the last button sends once', async () => {
  const { page } = await takePart(browser, served, study);
  await toReview(page);
  let requests = 0;
  page.on('request', (request) => {
    if (request.method() === 'PUT') requests += 1;
  });
  await primary(page).dblclick();
  await receipt(page);
  expect(requests).toBe(1);
  expect(await storedResponses(served, study)).toHaveLength(1);
  await page.context().close();
});

test('a draft survives a reload, and the consent is not asked twice', async () => {
  const { page } = await takePart(browser, served, study);
  await page.locator('.pick').nth(5).click();
  const picked = await page.locator('.pick').nth(5).textContent();
  await page.reload();
  await page.getByText('Step 1 of 3').waitFor();
  expect(await page.locator('.pick').nth(5).textContent()).toBe(picked);
  await page.context().close();
});

test('the phone’s own way back goes one screen back and loses nothing', async () => {
  const { page } = await takePart(browser, served, study);
  await pickFirst(page, 3);
  await primary(page).click();
  await page.goBack();
  await page.getByRole('heading', { name: 'Is this the right order?' }).waitFor();
  await page.goBack();
  expect(await page.locator('.pick[aria-pressed=true]').count()).toBe(3);
  await page.context().close();
});

test('answers can be changed from the receipt, and the later revision counts', async () => {
  const { page } = await takePart(browser, served, study);
  await toReview(page);
  await primary(page).click();
  await page.getByRole('link', { name: 'See or change my answers' }).click();
  await page.getByRole('heading', { name: 'Your answers' }).waitFor();
  await primary(page).click();
  await page.getByRole('button', { name: /^Change\s+Is anything missing/ }).click();
  await page.getByRole('textbox').fill('Trains.');
  await primary(page).click();
  await page.getByText('Trains.').waitFor();
  await primary(page).click();
  await receipt(page);
  const [response, ...others] = await storedResponses(served, study);
  expect(others).toEqual([]);
  expect(response!.revision).toBe(2);
  await page.getByRole('link', { name: 'See or change my answers' }).click();
  await page.getByRole('button', { name: 'Change my answers' }).click();
  await setStudyStatus(served.db, study.id, 'closed', new Date());
  await primary(page).click();
  await page.getByText('what you sent before counts').waitFor();
  await page.context().close();
});

test('answers that wait for the network can be changed, and only the last version arrives', async () => {
  const { page } = await takePart(browser, served, study);
  await page.context().setOffline(true);
  await toReview(page);
  await primary(page).click();
  await page.getByRole('button', { name: 'See or change my answers' }).click();
  await page.getByRole('button', { name: /^Change\s+Is anything missing/ }).click();
  await page.getByRole('textbox').fill('Trains.');
  await primary(page).click();
  await primary(page).click();
  await page.context().setOffline(false);
  await receipt(page);
  const stored = await storedResponses(served, study);
  expect(stored.map(({ revision }) => revision)).toEqual([2]);
  await page.context().close();
});

test('withdrawing is asked again, and then the answers are gone', async () => {
  const { page } = await takePart(browser, served, study);
  await toReview(page);
  await primary(page).click();
  await page.getByRole('link', { name: 'Withdraw my answers' }).click();
  await page.getByRole('button', { name: 'Yes, withdraw my answers' }).click();
  await page.getByRole('heading', { name: 'Your answers are withdrawn' }).waitFor();
  const [response] = await storedResponses(served, study);
  expect(response!.entry).toBeNull();
  await page.reload();
  await page.getByRole('heading', { name: 'Your answers are withdrawn' }).waitFor();
  await page.goto(joinAddress(served, study));
  await page.getByRole('button', { name: 'Agree and start' }).waitFor();
  await page.context().close();
});

test('the next person at a shared device finds nothing of the one before', async () => {
  const { page } = await takePart(browser, served, study);
  await toReview(page);
  await primary(page).click();
  await receipt(page);
  await page.getByRole('button', { name: 'Next person' }).click();
  expect(await page.evaluate(() => Object.entries(localStorage))).toEqual([
    ['plenary:outbox', '[]'],
  ]);
  await primary(page).click();
  expect(await page.locator('.pick[aria-pressed=true]').count()).toBe(0);
  await toReview(page);
  await primary(page).click();
  await receipt(page);
  expect(await storedResponses(served, study)).toHaveLength(2);
  await page.context().close();
});

test('a study that closes meanwhile says so in words, and opens again where one was', async () => {
  const { page } = await takePart(browser, served, study);
  await toReview(page);
  await setStudyStatus(served.db, study.id, 'closed', new Date());
  await primary(page).click();
  await page.getByText('This study has closed. Your answers could not be counted').waitFor();
  expect(await storedResponses(served, study)).toEqual([]);
  await setStudyStatus(served.db, study.id, 'open', new Date());
  await page.reload();
  await page.getByText('Buses.').waitFor();
  await primary(page).click();
  await receipt(page);
  expect(await storedResponses(served, study)).toHaveLength(1);
  await page.context().close();
});

test('a refusal leads to the question that it is about', async () => {
  const { page } = await takePart(browser, served, study);
  await toReview(page);
  await page.route('**/api/responses/*', (route) =>
    route.fulfill({
      status: 422,
      json: { error: 'No.', issues: [{ path: 'answers.comment', message: 'No.' }] },
    }),
  );
  await primary(page).click();
  await page.getByRole('link', { name: 'Is anything missing?' }).click();
  expect(await page.getByRole('textbox').inputValue()).toBe('Buses.');
  await page.context().close();
});

test('a phone that cannot store says so and still sends', async () => {
  const { page } = await takePart(browser, served, study);
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new Error('full');
    };
  });
  await page.locator('.pick').nth(4).click();
  await page.getByText('Not saved on this phone').waitFor();
  await page.locator('.pick').nth(4).click();
  await toReview(page);
  await primary(page).click();
  await receipt(page);
  expect(await storedResponses(served, study)).toHaveLength(1);
  await page.context().close();
});

test('two tabs with the same outbox send it once', async () => {
  const { page } = await takePart(browser, served, study);
  await toReview(page);
  await page.route('**/api/responses/*', (route) => route.abort());
  await primary(page).click();
  await page.getByRole('heading', { name: 'Waiting for the network' }).waitFor();
  await page.unroute('**/api/responses/*');
  const other = await page.context().newPage();
  await Promise.all([other.goto(joinAddress(served, study)), page.reload()]);
  await receipt(page);
  expect(await storedResponses(served, study)).toHaveLength(1);
  await page.context().close();
});

test('of two tabs with the same draft, what is sent last counts', async () => {
  const { page } = await takePart(browser, served, study);
  await pickFirst(page, 3);
  await primary(page).click();
  const other = await page.context().newPage();
  await other.goto(joinAddress(served, study));
  for (const [tab, text] of [
    [other, 'Buses.'],
    [page, 'Trains.'],
  ] as const) {
    await tab.getByRole('textbox').fill(text);
    await primary(tab).click();
    await primary(tab).click();
    await tab.locator('.receipt .code:visible').waitFor();
  }
  await page.getByRole('link', { name: 'See or change my answers' }).click();
  await page.getByText('Trains.').waitFor();
  expect(await storedResponses(served, study)).toHaveLength(1);
  await page.context().close();
});

test('a tab that waits shows the receipt that another tab got', async () => {
  const { page } = await takePart(browser, served, study);
  await toReview(page);
  await page.route('**/api/responses/*', (route) => route.abort());
  await primary(page).click();
  await page.getByRole('heading', { name: 'Waiting for the network' }).waitFor();
  const other = await page.context().newPage();
  await other.goto(joinAddress(served, study));
  expect(await receipt(page)).toBe(await receipt(other));
  await page.context().close();
});
