import type { Browser, BrowserContextOptions } from 'playwright-core';
import { openPage, type ServedApp } from './browser.ts';

/** What the browser of a designer holds who has signed in with the site's token. */
export async function designerSession(
  browser: Browser,
  { url, token }: ServedApp,
): Promise<NonNullable<BrowserContextOptions['storageState']>> {
  const { page } = await openPage(browser);
  await page.goto(`${url}/studies`);
  await page.getByLabel('API token').fill(token);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/studies');
  const state = await page.context().storageState();
  await page.context().close();
  return state;
}
