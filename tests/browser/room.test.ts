import { randomUUID } from 'node:crypto';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventNow, phone, run, workshop } from '../api/room-study.ts';
import { expectNoViolations, openBrowser, openPage, serveApp, type ServedApp } from './browser.ts';
import { rankingFrom } from './room-pages.ts';

let site: ServedApp;
let browser: Browser;

beforeAll(async () => {
  [site, browser] = await Promise.all([serveApp(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const DESK = { viewport: { width: 1280, height: 900 }, locale: 'en-GB' };
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, locale: 'en-GB' };
/** What somebody else did has to be on a screen after so long, on however busy a machine. */
const SOON = { timeout: 60_000 };

const facilitator = () =>
  openPage(browser, { ...DESK, extraHTTPHeaders: { authorization: `Bearer ${site.token}` } });

const shows = (place: Locator, text: string | RegExp) =>
  place.filter({ hasText: text }).first().waitFor(SOON);

async function sitDown(page: Page, joinCode: string, table: string): Promise<void> {
  await page.goto(`${site.url}/j/${joinCode}?table=${encodeURIComponent(table)}`);
  await page.getByRole('button', { name: `Sit down at ${table}` }).click();
  await page.getByRole('heading', { level: 1, name: table }).waitFor();
}

test('S1, S2: an event comes from the agenda, and is changed part by part, without a script', async () => {
  const { id } = await workshop(site);
  const { page, errors } = await openPage(browser, {
    ...DESK,
    javaScriptEnabled: false,
    extraHTTPHeaders: { authorization: `Bearer ${site.token}` },
  });
  await page.goto(`${site.url}/studies/${id}/room`);
  await page.getByLabel('Name', { exact: true }).fill('Session #2');
  await page.getByLabel('Start', { exact: true }).fill('2027-03-01T10:00');
  await page.getByLabel('End', { exact: true }).fill('2027-03-01T09:00');
  await page.getByRole('button', { name: 'Create the event' }).click();
  await shows(page.getByRole('alert'), 'later end');
  await page.getByLabel('End', { exact: true }).fill('2027-03-01T12:00');
  await page.getByRole('button', { name: 'Create the event' }).click();
  await page.getByRole('heading', { name: 'Session #2' }).waitFor();
  await shows(page.locator('.programme'), 'Speaker to be decided');
  await page.getByRole('link', { name: 'Edit the event' }).click();
  await page.getByLabel('Minutes').first().fill('25');
  await page.getByLabel('Speakers').first().fill('Mark De Colvenaer, SmartCityTech');
  await page.getByRole('button', { name: 'Save' }).click();
  await shows(page.getByRole('status'), 'Saved.');
  await page.getByRole('link', { name: 'Open the console' }).click();
  await shows(page.locator('.programme'), 'Mark De Colvenaer, SmartCityTech');
  await page.getByRole('button', { name: 'Start the event' }).click();
  expect(await page.getByRole('timer').textContent()).toMatch(/^2[45]:\d\d$/);
  expect(errors.filter((error) => !error.includes('422'))).toEqual([]);
});

test('S4, S8: a table ranks on phones while two facilitators run the room', async () => {
  const { id, joinCode, event, path } = await workshop(site, 2);
  const [one, two] = await Promise.all([facilitator(), facilitator()]);
  const address = `${site.url}/studies/${id}/room/${event.id}`;
  await Promise.all([one.page.goto(address), two.page.goto(address)]);
  await one.page.getByRole('button', { name: 'Start the event' }).click();
  await one.page.getByRole('timer').waitFor();
  await two.page.getByRole('timer').waitFor(SOON);
  await run(site, path, { action: 'go-to', phase: 'interactive' });
  await run(site, path, {
    action: 'open',
    to: 'individual',
    questions: ['competency-ranking'],
  });
  await shows(one.page.locator('#phase-title'), 'Interactive session');

  const [ann, ben] = await Promise.all([openPage(browser, PHONE), openPage(browser, PHONE)]);
  await sitDown(ann.page, joinCode, 'Table 1');
  await shows(ann.page.locator('.who-writes'), 'You are the writer');
  await sitDown(ben.page, joinCode, 'Table 1');
  await shows(ben.page.locator('.who-writes'), 'Person 1 writes');
  await shows(one.page.locator('.room-tables li').first(), '2 people');
  for (const { page } of [ann, ben]) await page.locator('#go-competency-ranking').click();

  const items = ['Technology trends', 'Business models', 'Data protection'];
  for (const item of items) {
    await ann.page.getByRole('button', { name: `Add: ${item}` }).click();
    await ann.page.locator('.order li', { hasText: item }).waitFor();
  }
  const rows = ben.page.locator('.order .name');
  await shows(rows.nth(2), 'Data protection');
  expect(await ben.page.getByRole('button', { name: /^Add:/ }).count()).toBe(0);
  await ben.page.getByRole('button', { name: 'Write instead' }).click();
  await shows(ben.page.locator('.who-writes'), 'You are the writer');
  await ben.page.getByRole('button', { name: 'Move up: Data protection' }).click();
  await shows(rows.nth(1), 'Data protection');
  await shows(ann.page.locator('.order .name').nth(1), 'Data protection');
  await shows(ann.page.locator('.who-writes'), 'Person 2 writes');

  await ben.page.context().setOffline(true);
  await ben.page.getByRole('button', { name: 'Move up: Data protection' }).click();
  await ben.page.locator('[data-offline]:not([hidden])').waitFor(SOON);
  await ben.page.context().setOffline(false);
  await shows(ann.page.locator('.order .name').first(), 'Data protection');
  await ben.page.locator('[data-offline]').waitFor({ state: 'hidden', ...SOON });

  const notes = ann.page.getByLabel('Conclusion 1');
  await notes.fill('Train teams, not people.');
  await notes.blur();
  await expect
    .poll(() => ben.page.getByLabel('Conclusion 1').inputValue(), SOON)
    .toBe('Train teams, not people.');

  // Two who write at once: nobody’s words are lost, and who came second is told.
  const [annWrites, benWrites] = [ann.page, ben.page].map((page) =>
    page.getByLabel('Conclusion 2'),
  );
  await benWrites!.click();
  await annWrites!.fill('Start with data.');
  await annWrites!.blur();
  await ann.page.getByLabel('Conclusion 3').fill('Ask again in a year.');
  await ann.page.getByLabel('Conclusion 3').blur();
  await expect
    .poll(() => ben.page.getByLabel('Conclusion 3').inputValue(), SOON)
    .toBe('Ask again in a year.');
  await benWrites!.fill('Start with people.');
  await benWrites!.blur();
  await shows(ben.page.locator('#notice-conclusion-2'), 'You wrote: Start with people.');
  await expect.poll(() => benWrites!.inputValue(), SOON).toBe('Start with data.');
  await ann.page.getByLabel('Notes', { exact: true }).fill('A word and');
  await ann.page.reload();
  const written = ann.page.getByLabel('Notes', { exact: true });
  await expect.poll(() => written.inputValue(), SOON).toBe('A word and');

  await ann.page.getByRole('link', { name: 'Answer on your own' }).click();
  await ann.page.getByRole('button', { name: 'Agree and start' }).click();
  for (let pick = 0; pick < 5; pick += 1) await ann.page.locator('.pick').nth(pick).click();
  await ann.page.getByRole('button', { name: 'Check the order' }).click();
  await ann.page.getByRole('button', { name: 'Continue' }).click();
  await ann.page.getByRole('button', { name: 'Send my answers' }).click();
  await ann.page.getByRole('link', { name: 'At your table' }).click();
  await shows(ann.page.locator('#own'), 'Your own answers have arrived.');
  await shows(one.page.locator('.room-tables li').first(), 'one sent alone');

  await two.page.reload();
  await shows(two.page.locator('.room-tables li').first(), '2 people');
  await Promise.all([expectNoViolations(two.page), expectNoViolations(ben.page)]);
  await one.page.getByRole('button', { name: 'Pause' }).click();
  await shows(ann.page.locator('#now'), 'Paused');
  await two.page.getByRole('button', { name: 'Go on', exact: true }).click(SOON);
  await one.page.getByRole('button', { name: 'Pause' }).waitFor(SOON);

  const seated = await site.db
    .selectFrom('response')
    .select(['voice', 'table_name', 'event'])
    .where('study_id', '=', id)
    .execute();
  expect(seated).toEqual([{ voice: 'individual', table_name: 'Table 1', event: event.key }]);
  await one.page.locator('#p-opening').getByRole('button').click();
  await shows(one.page.locator('#phase-title'), 'Opening');
  await one.page.getByRole('button', { name: 'Close and go on' }).dblclick();
  await shows(one.page.locator('#phase-title'), 'Keynote speaker');
  await one.page.getByRole('button', { name: 'Last call' }).click();
  await shows(one.page.locator('#phase'), 'Keynote speaker');
  await one.page.locator('.tag.call').first().waitFor(SOON);
  expect((await eventNow(site, path)).state.phase).toBe('keynote');

  const made = /ERR_INTERNET_DISCONNECTED|409 \(Conflict\)/;
  for (const { errors } of [one, two, ann, ben]) {
    expect(errors.filter((error) => !made.test(error))).toEqual([]);
  }
});

test('S8: a phone without a script joins, ranks and sends; S14: the big screen hides and reveals', async () => {
  const { id, joinCode, event, path } = await workshop(site, 1);
  await run(site, path, { action: 'start' });
  await run(site, path, { action: 'go-to', phase: 'interactive' });
  const plain = await openPage(browser, { ...PHONE, javaScriptEnabled: false });
  await sitDown(plain.page, joinCode, 'Table 1');
  await plain.page.locator('#go-competency-ranking').click();
  for (let pick = 0; pick < 5; pick += 1) {
    await plain.page.getByRole('button', { name: /^Add:/ }).first().click();
  }
  await plain.page.getByRole('button', { name: 'Send the table’s answers' }).click();
  await shows(plain.page.getByRole('status'), 'have arrived');

  const screen = await facilitator();
  await screen.page.goto(`${site.url}/studies/${id}/room/${event.id}/screen`);
  await run(site, path, { action: 'screen', screen: 'ranking', question: 'competency-ranking' });
  await shows(screen.page.locator('#instead'), 'when the facilitator reveals them');
  await screen.page.setViewportSize({ width: 1920, height: 1080 });
  const below = () => document.documentElement.scrollHeight - window.innerHeight;
  await expect.poll(() => screen.page.evaluate(below), SOON).toBe(0);
  await crowd(8, joinCode, event.id);
  expect(await screen.page.locator('#ranking').count()).toBe(0);
  await run(site, path, { action: 'reveal' });
  await screen.page.locator('#ranking li').first().waitFor(SOON);
  expect(await screen.page.locator('#ranking li').count()).toBe(8);
  await expectNoViolations(screen.page);
  expect([...plain.errors, ...screen.errors]).toEqual([]);
});

/** So many people come in and answer, each beginning with another item. */
async function crowd(people: number, joinCode: string, event: string): Promise<void> {
  for (let n = 0; n < people; n += 1) {
    const one = phone(site, joinCode);
    await one.join({ event });
    const answers = { 'competency-ranking': rankingFrom(n) };
    expect((await one.answer(event, randomUUID(), { answers })).status).toBe(201);
  }
}
