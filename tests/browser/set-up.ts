import type { Page } from 'playwright-core';
import { FIRST_OWNER } from '../first-owner.ts';

/** Opens the set-up link that the server printed and makes the first owner's account. */
export async function setUp(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel('Organisation').fill(FIRST_OWNER.organisation);
  await page.getByLabel('Your name').fill(FIRST_OWNER.name);
  await page.getByLabel('E-mail address').fill(FIRST_OWNER.email);
  await page.getByLabel('Password').fill(FIRST_OWNER.password);
  await page.getByRole('button', { name: 'Make the account' }).click();
  await page.getByRole('heading', { level: 1, name: 'Your studies' }).waitFor();
}
