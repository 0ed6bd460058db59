import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectNoSidewaysScroll, expectNoViolations, openBrowser, openPage } from './browser.ts';
import { serveApp, type ServedApp } from './browser.ts';
import { joinAddress, openStudy, primary } from './participant-study.ts';

let served: ServedApp;
let browser: Browser;

beforeAll(async () => {
  served = await serveApp();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

/**
 * Goes the whole way and calls `check` in every state: each step empty, refused and filled in, both
 * moves of each ranking, the review and the receipt.
 */
async function everyState(page: Page, check: (state: string) => Promise<void>): Promise<void> {
  await check('welcome');
  await primary(page).click();
  for (;;) {
    const name = (await page.locator('h1:visible').textContent()) ?? '';
    if ((await page.locator('.pool').count()) > 0) {
      await check(`${name}: nothing picked`);
      const help = page.locator('.pool .icon');
      if ((await help.count()) > 0) await help.first().click();
      for (const pick of await page.locator('.pick').all()) {
        await pick.click();
        if ((await primary(page).getAttribute('aria-disabled')) !== 'true') break;
      }
      await check(`${name}: picked`);
      await primary(page).click();
      await page.locator('.name').first().click();
      await check(`${name}: the order`);
    } else if ((await page.locator('.block').count()) > 0) {
      await check('review');
      await primary(page).click();
      break;
    } else {
      await check(name);
      await fill(page);
      await check(`${name}: filled in`);
    }
    await primary(page).click();
  }
  await page.locator('.receipt').waitFor();
  await check('receipt');
}

async function fill(page: Page): Promise<void> {
  for (const menu of await page.locator('select:visible').all()) {
    await menu.selectOption({ index: 2 });
  }
  const names = await page
    .locator('[type=radio]')
    .evaluateAll((radios) => [...new Set(radios.map((radio) => (radio as HTMLInputElement).name))]);
  for (const name of names) await page.locator(`label:has([name="${name}"])`).nth(1).click();
  for (const box of await page.locator('[type=checkbox]:visible').all()) await box.check();
  for (const box of await page.locator('textarea:visible').all()) await box.fill('Too few buses.');
  for (const box of await page.locator('.number input').all()) await box.fill('40');
}

/** What the sticky bar covers at this place of the page can be scrolled into view: axe can't. */
async function axe(page: Page, state: string): Promise<void> {
  const bars = (position: string) =>
    page.evaluate((value) => {
      for (const bar of document.querySelectorAll<HTMLElement>('.bar')) bar.style.position = value;
    }, position);
  await bars('static');
  await expectNoViolations(page).catch((error: Error) => {
    throw new Error(`${state}: ${error.message}`, { cause: error });
  });
  await bars('');
}

/** A phone in the dark and a desk in the light: each width and each scheme once. */
const LOOKS = [
  ['light', { width: 1280, height: 844 }],
  ['dark', { width: 390, height: 844 }],
] as const;

test('axe finds nothing in any state, on a desk in the light and on a phone in the dark', async () => {
  const study = await openStudy(served, 'rural-innovation-gaps');
  const { page, errors } = await openPage(browser, { locale: 'en' });
  const look = async (state: string) => {
    for (const [colorScheme, size] of LOOKS) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize(size);
      await axe(page, `${state} (${colorScheme}, ${size.width} px)`);
    }
  };
  await page.goto(served.url);
  await look('home');
  await page.goto(joinAddress(served, study));
  await everyState(page, look);
  await page.getByRole('link', { name: 'See or change my answers' }).click();
  await page.getByRole('heading', { name: 'Your answers' }).waitFor();
  await look('own answers');
  await page.getByRole('link', { name: 'Withdraw my answers' }).click();
  await look('withdraw');
  expect(errors).toEqual([]);
  await page.context().close();
}, 300_000);

test.each(['de', 'fr'])('no state is wider than 320 px (%s)', async (locale) => {
  const study = await openStudy(served, 'local-digital-skills');
  const { page, errors } = await openPage(browser, {
    viewport: { width: 320, height: 640 },
    locale,
  });
  await page.goto(joinAddress(served, study));
  expect(await page.locator('html').getAttribute('lang')).toBe(locale);
  await everyState(page, () => expectNoSidewaysScroll(page));
  expect(errors).toEqual([]);
  await page.context().close();
});

test('Tab never lands on something that the bar hides', async () => {
  const study = await openStudy(served, 'rural-innovation-gaps', ['barrier-ranking']);
  const { page } = await openPage(browser, { viewport: { width: 390, height: 700 }, locale: 'en' });
  await page.goto(joinAddress(served, study));
  await primary(page).click();
  for (let press = 0; press < 30; press += 1) {
    await page.keyboard.press('Tab');
    const hidden = await page.evaluate(() => {
      const { activeElement: element } = document;
      const bar = document.querySelector('div:not([hidden]) .bar');
      if (!element || !bar || bar.contains(element) || element === document.body) return false;
      return element.getBoundingClientRect().bottom > bar.getBoundingClientRect().top;
    });
    expect(hidden).toBe(false);
  }
  await page.context().close();
});
