import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { setupLink } from '../../src/db/setup-link.ts';
import { FIRST_OWNER } from '../first-owner.ts';
import {
  expectNoSidewaysScroll,
  expectNoViolations,
  openBrowser,
  openPage,
  serveApp,
  type ServedApp,
} from './browser.ts';
import { setUp } from './set-up.ts';

const often = { perSecond: 1000, burst: 1000 };
let site: ServedApp;
let browser: Browser;
let owner: Page;
let ownerErrors: string[];

beforeAll(async () => {
  [browser, site] = await Promise.all([
    openBrowser(),
    serveApp({ limits: { signIns: often, calls: often } }),
  ]);
  const opened = await openPage(browser, {
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
  });
  owner = opened.page;
  ownerErrors = opened.errors;
  await setUp(owner, `${site.url}/setup/${await setupLink(site.db, new Date())}`);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Opens the menu of the header and chooses an entry by its name. */
async function choose(page: Page, name: string): Promise<void> {
  const menu = page.locator('.account-menu');
  await menu.locator('summary').click();
  await menu.getByText(name, { exact: true }).click();
}

test('the menu opens by keyboard and fits a small phone, in both schemes', async () => {
  await owner.setViewportSize({ width: 320, height: 640 });
  const summary = owner.locator('.account-menu summary');
  await summary.focus();
  await owner.keyboard.press('Enter');
  await owner.getByRole('link', { name: 'People' }).waitFor();
  await expectNoSidewaysScroll(owner);
  const box = (await owner.locator('.account-list').boundingBox())!;
  expect(box.x).toBeGreaterThanOrEqual(0);
  expect(box.x + box.width).toBeLessThanOrEqual(320);
  for (const colorScheme of ['light', 'dark'] as const) {
    await owner.emulateMedia({ colorScheme });
    await expectNoViolations(owner);
  }
  await owner.emulateMedia({ colorScheme: 'light' });
  await owner.keyboard.press('Tab');
  await expect
    .poll(() => owner.evaluate(() => document.activeElement?.textContent))
    .toBe('Account');
  const list = owner.locator('.account-list');
  await owner.keyboard.press('Escape');
  await list.waitFor({ state: 'hidden' });
  expect(await summary.evaluate((focused) => focused === document.activeElement)).toBe(true);
  await owner.keyboard.press('Enter');
  await list.waitFor();
  await owner.mouse.click(4, 500);
  await list.waitFor({ state: 'hidden' });
  await owner.setViewportSize({ width: 1280, height: 800 });
  expect(ownerErrors).toEqual([]);
});

test('somebody who is invited makes an account without script, and the owner changes the role', async () => {
  await owner.goto(`${site.url}/studies`);
  await choose(owner, 'People');
  await owner.getByRole('heading', { level: 1, name: 'People' }).waitFor();
  await owner.getByLabel('E-mail address').fill('Bernat@City.example');
  await owner.getByLabel('Role', { exact: true }).selectOption('Viewer');
  await button(owner, 'Invite').click();
  const link = await owner.locator('.secret-text').innerText();
  await expectNoViolations(owner);

  const context = await browser.newContext({ locale: 'de-DE', javaScriptEnabled: false });
  const guest = await context.newPage();
  await guest.goto(link);
  await guest
    .getByRole('heading', { level: 1, name: `Einladung zu ${FIRST_OWNER.organisation}` })
    .waitFor();
  await guest.getByLabel('Ihr Name').fill('Bernat Puig');
  await guest.getByLabel('Passwort').fill(FIRST_OWNER.password);
  await button(guest, 'Einladung annehmen').click();
  await guest.getByRole('heading', { level: 1, name: 'Ihre Studien' }).waitFor();
  expect(await guest.getByRole('button', { name: 'Mit dieser Vorlage beginnen' }).count()).toBe(0);
  await choose(guest, 'Konto');
  await guest.getByLabel('Sprache dieser Seiten').selectOption('nl');
  await guest.locator('form[action="/account/language"] button').click();
  await guest.getByRole('status').getByText('Opgeslagen.').waitFor();

  await owner.goto(`${site.url}/people`);
  await owner.getByLabel('Role of Bernat Puig').selectOption('Designer');
  await owner
    .getByRole('listitem')
    .filter({ hasText: 'Bernat Puig' })
    .getByRole('button', { name: /^Change the role/ })
    .click();
  await expect.poll(() => owner.getByLabel('Role of Bernat Puig').inputValue()).toBe('designer');
  await guest.goto(`${site.url}/studies`);
  await guest.getByRole('button', { name: 'Met dit sjabloon beginnen' }).first().waitFor();
  await choose(guest, 'Afmelden');
  await guest.goto(`${site.url}/studies`);
  await guest.getByRole('heading', { level: 1, name: 'Aanmelden' }).waitFor();
  await context.close();
  expect(ownerErrors).toEqual([]);
});

test('a token is made, works, and is revoked', async () => {
  await choose(owner, 'API tokens');
  await owner.getByLabel('Name', { exact: true }).fill('Dashboard');
  await owner.getByLabel('read studies and results').check();
  await button(owner, 'Make a token').click();
  const token = await owner.locator('.secret-text').innerText();
  const status = async () => {
    const headers = { authorization: `Bearer ${token}` };
    return (await fetch(`${site.url}/api/studies`, { headers })).status;
  };
  expect(await status()).toBe(200);
  await owner.goto(`${site.url}/tokens`);
  expect(await owner.locator('.secret-text').count()).toBe(0);
  await button(owner, 'Revoke Dashboard').click();
  await expect.poll(() => button(owner, 'Revoke Dashboard').count()).toBe(0);
  expect(await status()).toBe(401);
});

test('a wrong password is told beside the form, and a new one signs out everywhere else', async () => {
  const { page: other, errors } = await openPage(browser, { locale: 'en-GB' });
  await other.goto(`${site.url}/people`);
  await other.getByLabel('E-mail address').fill(FIRST_OWNER.email);
  await other.getByLabel('Password').fill('not the password');
  await button(other, 'Sign in').click();
  await other.getByRole('alert').getByText('do not match').waitFor();
  await expectNoViolations(other);
  await other.getByLabel('Password').fill(FIRST_OWNER.password);
  await button(other, 'Sign in').click();
  await other.getByRole('heading', { level: 1, name: 'People' }).waitFor();

  await choose(owner, 'Account');
  expect(await owner.getByRole('button', { name: /^Sign out there/ }).count()).toBe(1);
  await owner.getByLabel('Current password').fill(FIRST_OWNER.password);
  await owner.getByLabel('New password').fill('an even longer sentence');
  await owner.locator('form[action="/account/password"] button').click();
  await owner.getByRole('status').getByText('Saved.').waitFor();
  expect(await owner.getByRole('button', { name: /^Sign out there/ }).count()).toBe(0);
  await other.goto(`${site.url}/people`);
  await other.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
  expect(errors.filter((error) => !/status of 401/.test(error))).toEqual([]);
  expect(ownerErrors).toEqual([]);
});
