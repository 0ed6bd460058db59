import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { LocalStudy } from '../../../src/survey/local-study.ts';
import { mouse } from '../hand.ts';
import { answerAll, button, wordsIn } from '../respondent.ts';
import { SOON } from './hall.ts';

const { say } = wordsIn('en');

/** Presses “send”, come what may, and gives the page on which the answers have arrived. */
export type Way = (page: Page) => Promise<Page>;

const send = (page: Page) => button(page, say('send')).click();
const waits = (page: Page) =>
  page.getByRole('heading', { level: 1, name: say('waiting') }).waitFor(SOON);

/** From the table to one’s own answers, through every question, and back to the table. */
export async function answerAlone(
  seat: Page,
  ranking: readonly string[],
  { way = straight, study }: { way?: Way | undefined; study?: LocalStudy } = {},
): Promise<Page> {
  await seat.locator('#own a').click(SOON);
  await answerAll({ page: seat, hand: mouse, language: 'en', ranking, ...(study && { study }) });
  const page = await way(seat);
  await page.getByRole('heading', { level: 1, name: say('arrived') }).waitFor(SOON);
  await page.getByRole('link', { name: 'At your table' }).click();
  await page.locator('#own').filter({ hasText: 'have arrived' }).waitFor(SOON);
  return page;
}

export const straight: Way = async (page) => {
  await send(page);
  return page;
};

/** The network is away from before the sending, and comes back while the page waits. */
export const offline: Way = async (page) => {
  await page.context().setOffline(true);
  await send(page);
  await waits(page);
  await page.context().setOffline(false);
  return page;
};

/** Requests fail although the phone believes that it has a network; the page tries again. */
export const cutOff: Way = async (page) => {
  await page.route('**/api/responses/*', (route) => route.abort());
  await send(page);
  await waits(page);
  await page.unroute('**/api/responses/*');
  return page;
};

/** The phone is put away without a network; the answers go when it is taken out again. */
export const putAway: Way = async (page) => {
  const context = page.context();
  const address = page.url();
  await context.setOffline(true);
  await send(page);
  await waits(page);
  await page.close();
  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto(address);
  return again;
};

/** The server has the answers and its reply is lost, so that the phone sends them twice. */
export const lostReply: Way = async (page) => {
  const stored: number[] = [];
  await page.route('**/api/responses/*', async (route) => {
    const reply = await route.fetch();
    stored.push(reply.status());
    if (stored.length === 1) await route.abort('connectionreset');
    else await route.fulfill({ response: reply });
  });
  await send(page);
  await expect.poll(() => stored, SOON).toEqual([201, 200]);
  await page.unroute('**/api/responses/*');
  return page;
};
