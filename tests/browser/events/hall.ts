import type { Browser, BrowserContextOptions, Locator, Page, Route } from 'playwright-core';
import { expect } from 'vitest';
import { roomFeed } from '../../../src/db/room/room-feed.ts';
import { setupLink } from '../../../src/db/setup-link.ts';
import { openBrowser, openPage, serveApp, type ServedApp } from '../browser.ts';
import { setUp } from '../set-up.ts';
import { ask } from './attendee.ts';

/** A venue: the served product with a clock that the test turns, and a browser. */
export interface Hall extends ServedApp {
  browser: Browser;
  /** Turns the server's clock to a moment such as `2018-11-15T16:34:00+01:00`. */
  turnTo(moment: string): void;
}

export const DESK: BrowserContextOptions = {
  viewport: { width: 1280, height: 900 },
  locale: 'en-GB',
};
export const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  locale: 'en-GB',
};

/** What somebody else did has to be on a screen after so long, on however busy a machine. */
export const SOON = { timeout: 60_000 };

/**
 * Serves the product as `node.ts` does, with one look at the rooms for all screens, at a moment of
 * the test's choice.
 */
export async function openHall(moment: string): Promise<Hall> {
  let now = new Date(moment);
  const often = { perSecond: 10_000, burst: 10_000 };
  const late: { rooms?: ReturnType<typeof roomFeed> } = {};
  const [site, browser] = await Promise.all([
    serveApp({
      now: () => now,
      limits: { submissions: often, calls: often, signIns: often },
      rooms: {
        watch: (place, tell) => late.rooms!.watch(place, tell),
        size: () => late.rooms!.size(),
        close: () => late.rooms!.close(),
      },
    }),
    openBrowser(),
  ]);
  late.rooms = roomFeed(site.db);
  return {
    ...site,
    browser,
    turnTo: (to) => {
      now = new Date(to);
    },
    close: async () => {
      await browser.close();
      late.rooms?.close();
      await site.close();
    },
  };
}

/** The first owner, who signs in by the link that the server printed. */
export async function organiser(hall: Hall): Promise<{ page: Page; errors: string[] }> {
  const opened = await openPage(hall.browser, DESK);
  const token = await setupLink(hall.db, hall.config.now());
  await setUp(opened.page, `${hall.url}/setup/${token}`);
  return opened;
}

/** Somebody else who may run every study. */
export function facilitator(hall: Hall): Promise<{ page: Page; errors: string[] }> {
  const extraHTTPHeaders = { authorization: `Bearer ${hall.token}` };
  return openPage(hall.browser, { ...DESK, extraHTTPHeaders });
}

/** Makes a study from a template by its title and opens it, on the designer's pages. */
export async function startStudy(
  { url }: Hall,
  page: Page,
  title: string,
): Promise<{ id: string; joinCode: string }> {
  await page.goto(`${url}/studies`);
  await page.getByRole('button', { name: title }).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await page.getByRole('button', { name: 'Open the study' }).click();
  await page.getByRole('button', { name: 'Close the study' }).waitFor();
  const words = (await page.getByText(/^Join code: /).textContent())!;
  return {
    id: /\/studies\/([^/?#]+)/.exec(page.url())![1]!,
    joinCode: words.replace(/^Join code: |\s/g, ''),
  };
}

/** Fills in the form for another event and comes to its console. */
export async function makeEvent(
  { url }: Hall,
  page: Page,
  study: { id: string },
  facts: Readonly<Record<string, string>>,
): Promise<{ id: string; path: string }> {
  await page.goto(`${url}/studies/${study.id}/room`);
  for (const [label, value] of Object.entries(facts)) {
    if (label !== 'Time zone') await page.getByLabel(label, { exact: true }).fill(value);
    else await page.getByRole('combobox', { name: label }).selectOption(value);
  }
  await page.getByRole('button', { name: 'Create the event' }).click();
  await page.getByRole('heading', { level: 2, name: facts['Name']! }).waitFor();
  const id = /\/room\/([^/?#]+)/.exec(page.url())![1]!;
  return { id, path: `/studies/${study.id}/room/${id}` };
}

/** Waits until a place of a page shows something. */
export const shows = (place: Locator, text: string | RegExp) =>
  place.filter({ hasText: text }).first().waitFor(SOON);

/** What makes a live page look again: its tab comes to the front. */
const appear = (page: Page) =>
  page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));

/** How many answers to looks at an address come from now on. */
function countLooks(page: Page, address: string): () => number {
  let looks = 0;
  page.on('response', (response) => {
    if (response.url() === address) looks += 1;
  });
  return () => looks;
}

/** Has a live page look for what is new, and waits until it shows it. */
export async function look(page: Page): Promise<void> {
  const looks = countLooks(page, page.url());
  const askAgain = async () => {
    await appear(page);
    return looks();
  };
  await expect.poll(askAgain, SOON).toBeGreaterThan(0);
  await page.evaluate(() => new Promise((shown) => setTimeout(shown, 200)));
}

/**
 * Has a live page look for what is new, and keeps the answer back until it is old.
 *
 * @returns `arrives` lets it through and waits until the page has looked again
 */
export async function holdLook(page: Page): Promise<{ arrives(): Promise<void> }> {
  const address = page.url();
  const held = Promise.withResolvers<void>();
  let isHeld = false;
  const answer = async (route: Route) => {
    const response = await route.fetch();
    isHeld = true;
    await held.promise;
    await route.fulfill({ response });
  };
  await page.route(address, answer, { times: 1 });
  const askAgain = async () => {
    await appear(page);
    return isHeld;
  };
  await expect.poll(askAgain, SOON).toBe(true);
  return {
    arrives: async () => {
      const looks = countLooks(page, address);
      held.resolve();
      await expect.poll(looks, SOON).toBeGreaterThan(1);
    },
  };
}

/** Opens a part of the console that is folded away. */
export async function unfold(page: Page, id: string): Promise<Locator> {
  const part = page.locator(`#${id}`);
  const isOpen = await part.evaluate((details: HTMLDetailsElement) => details.open);
  if (!isOpen) await part.locator('summary').first().click();
  return part;
}

/** What the exported file has, as the data page gives it. */
export async function exported({ url, token }: Hall, study: string, query: string) {
  const headers = { authorization: `Bearer ${token}` };
  const answer = await ask(`${url}/api/studies/${study}/export?${query}`, { headers });
  if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
  return answer.text();
}

/** JSON that a designer reads from the API. */
export async function told<Body>({ url, token }: Hall, path: string): Promise<Body> {
  const headers = { authorization: `Bearer ${token}` };
  const answer = await ask(url + path, { headers });
  if (!answer.ok) throw new Error(`${path} ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as Body;
}

const named = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first();

/** Presses a button by its words. */
export const press = (page: Page, name: string) => named(page, name).click(SOON);

/** Does something on the console and waits until it shows the room as it is then. */
export async function act(page: Page, button: string | Locator): Promise<void> {
  const revision = () => page.locator('#screen-part [name=revision]').first().inputValue();
  const before = await revision();
  await (typeof button === 'string' ? named(page, button) : button).click(SOON);
  await expect.poll(revision, SOON).not.toBe(before);
}

/** Opens questions to everybody alone, and closes all others, on the console. */
export async function openAlone(page: Page, questions: readonly string[]): Promise<void> {
  await unfold(page, 'open-part');
  const group = page.getByRole('group', { name: 'Open to everyone alone' });
  await group.evaluate((fieldset, open) => {
    for (const box of fieldset.querySelectorAll<HTMLInputElement>('input[type=checkbox]')) {
      box.checked = open.includes(box.value);
    }
  }, questions);
  const form = page.locator('#open-part form').filter({ has: group });
  await act(page, form.getByRole('button', { name: 'Apply' }));
}

/**
 * Fails unless pages had no other errors than those that the test made, by taking the network away
 * and by closing the study while phones looked.
 */
export function expectNoErrors(pages: readonly { errors: readonly string[] }[]): void {
  const isMade = (error: string) =>
    /ERR_INTERNET_DISCONNECTED|ERR_FAILED|ERR_CONNECTION_RESET|410 \(Gone\)/.test(error);
  expect(pages.map(({ errors }) => errors.filter((error) => !isMade(error)))).toEqual(
    pages.map(() => []),
  );
}
