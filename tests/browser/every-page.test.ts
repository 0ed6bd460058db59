import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { setupLink } from '../../src/db/setup-link.ts';
import {
  expectNoSidewaysScroll,
  expectNoViolations,
  openBrowser,
  openPage,
  serveApp,
  type ServedApp,
} from './browser.ts';
import { joinAddress, openStudy, primary } from './participant-study.ts';
import { setUp } from './set-up.ts';
import { type SitePage, sitePages } from './site-pages.ts';

type Session = NonNullable<BrowserContextOptions['storageState']>;

let pages: SitePage[];
let close: () => Promise<void>;
let browser: Browser;
const sessions = new Map<ServedApp, Session>();

beforeAll(async () => {
  browser = await openBrowser();
  ({ pages, close } = await sitePages());
  for (const { site } of pages) {
    if (site && !sessions.has(site)) sessions.set(site, await signIn(site));
  }
});

afterAll(async () => {
  await browser?.close();
  await close?.();
});

/** In the language with the longest words, first on a desk, in the light. */
const DESK: BrowserContextOptions = {
  viewport: { width: 1280, height: 800 },
  colorScheme: 'light',
  locale: 'de',
};
/** Then on a phone, in the dark; and as narrow as windows get. */
const PHONE = { width: 390, height: 844 };
const NARROWEST = { width: 320, height: 844 };

/** What depends on width and colours; the rest is the same markup as on a desk. */
const LOOKS = [
  'color-contrast',
  'target-size',
  'scrollable-region-focusable',
  'link-in-text-block',
];

/** Pages on which results.test.ts runs axe, and the document that is shown to readers of a link too. */
const looked = new Set([
  ...['compared', 'held-back', 'single', 'scale', 'number', 'texts'].map((one) => `results-${one}`),
  'strategy-version',
]);

/** The same document as `strategy`, without its tools: narrow and dark it is looked at there. */
const alike = new Set(['strategy-shared']);

/** A frozen document and printed sheets keep their own language, here English. */
const inEnglish = new Set(['strategy-shared', 'room-sheets', 'room-host']);

test('every page is sound on a desk in the light and on a phone in the dark', async () => {
  const problems = await onEveryPage(async (page, { name }) => {
    const isNew = !looked.has(name);
    await expectNoSidewaysScroll(page);
    if (isNew) await expectNoViolationsAnywhere(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize(PHONE);
    await expectNoSidewaysScroll(page);
    if (isNew && !alike.has(name)) await expectNoViolationsAnywhere(page, LOOKS);
    await page.setViewportSize(NARROWEST);
    await expectNoSidewaysScroll(page);
  });
  expect(problems.join('\n')).toBe('');
}, 600_000);

test.each([
  ['on a desk in the light', DESK],
  ['on a phone in the dark', { ...DESK, viewport: PHONE, colorScheme: 'dark' }],
] as const)('a refused step is sound, with a script and without: %s', async (_, look) => {
  const site = await serveApp();
  const study = await openStudy(site, 'local-digital-skills', [
    'participation',
    'half-day',
    'local-action',
    'action-scale',
    'people-reached',
  ]);
  for (const hasScript of [true, false]) {
    const { page, errors } = await openPage(browser, { ...look, locale: 'en-GB' });
    // axe is a script itself: the page's own one is kept away instead of all of them.
    if (!hasScript) await page.route('**/*.js', (route) => route.abort());
    await page.goto(joinAddress(site, study));
    await primary(page).click();
    await page.getByRole('heading', { name: 'How would you like to take part?' }).waitFor();
    await primary(page).click();
    await page.getByRole('alert').getByRole('heading', { name: 'There is a problem' }).waitFor();
    await expectNoViolationsAnywhere(page);
    await page.getByRole('checkbox').first().check();
    await primary(page).click();
    const action = page.getByRole('textbox', { name: 'Which local action' });
    await action.fill('A repair café for old computers.');
    if (!hasScript) await primary(page).click();
    await page.getByRole('textbox', { name: 'How many people' }).fill('many');
    await primary(page).click();
    await page.getByRole('alert').getByText('Write a number').waitFor();
    await expectNoViolationsAnywhere(page);
    expect(errors.filter((error) => !/status of 422|ERR_FAILED/.test(error))).toEqual([]);
    await page.context().close();
  }
  await site.close();
});

/** Opens every page and gathers what is wrong with it: in its markup, its requests, and by `check`. */
async function onEveryPage(
  check: (page: Page, address: SitePage) => Promise<void>,
): Promise<string[]> {
  const problems: string[] = [];
  for (const site of [undefined, ...sessions.keys()]) {
    const storageState = site && sessions.get(site);
    const context = await browser.newContext({ ...DESK, ...(storageState && { storageState }) });
    for (const address of pages.filter((page) => page.site === site)) {
      const page = await context.newPage();
      const found = await faults(page, address, check);
      problems.push(...found.map((problem) => `${address.name}: ${problem}`));
      await page.close();
    }
    await context.close();
  }
  return problems;
}

async function faults(
  page: Page,
  address: SitePage,
  check: (page: Page, address: SitePage) => Promise<void>,
): Promise<string[]> {
  const { status = 200 } = address;
  const asked = new URL(address.url);
  asked.searchParams.set('lang', 'de');
  const url = asked.href;
  const found: string[] = [];
  page.on('pageerror', ({ message }) => found.push(message));
  page.on('requestfailed', (request) => found.push(`${request.url()} failed`));
  page.on('response', (response) => {
    if (response.status() >= 400 && response.url() !== url) {
      found.push(`${response.url()} answers ${response.status()}`);
    }
  });
  page.on('console', (message) => {
    const isOwnStatus = message.location().url === url && status >= 400;
    if (message.type() === 'error' && !isOwnStatus) found.push(message.text());
  });
  const response = (await page.goto(url))!;
  if (response.status() !== status) found.push(`answers ${response.status()}, not ${status}`);
  const source = await response.text();
  if (/<style|\sstyle=|\son[a-z]+=|javascript:/i.test(source)) found.push('inline style or script');
  if (/<script(?![^>]*\b(src=|type="application\/json"))/.test(source)) found.push('inline script');
  if (!/^[^–·]+[–·] ?\S/.test(await page.title())) found.push(`title: ${await page.title()}`);
  const headings = await page.getByRole('heading', { level: 1 }).count();
  if (headings !== 1) found.push(`${headings} main headings`);
  const lang = await page.locator('html').getAttribute('lang');
  if (lang !== (inEnglish.has(address.name) ? 'en' : 'de')) found.push(`lang: ${lang}`);
  await check(page, address).catch((error: Error) => found.push(error.message));
  return found;
}

async function expectNoViolationsAnywhere(
  page: Page,
  rules: readonly string[] | null = null,
): Promise<void> {
  await page.evaluate(() => {
    // What lies half under the bar at the bottom can be scrolled away, but not by axe.
    for (const bar of document.querySelectorAll<HTMLElement>('.bar')) bar.style.position = 'static';
  });
  await expectNoViolations(page, rules);
}

async function signIn(site: ServedApp): Promise<Session> {
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await context.newPage();
  await setUp(page, `${site.url}/setup/${await setupLink(site.db, new Date())}`);
  const state = await context.storageState();
  await context.close();
  return state;
}
