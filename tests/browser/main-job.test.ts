import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Language } from '../../src/survey/language.ts';
import { template } from '../../src/survey/templates.ts';
import { type ServerProcess, startProcess } from '../node/server-process.ts';
import { openBrowser, openPage } from './browser.ts';
import { finger, type Hand, keyboard, mouse } from './hand.ts';
import { meanRanks } from './mean-ranks.ts';
import {
  answerAll,
  button,
  competency,
  expectOrder,
  leave,
  type Respondent,
  studyIn,
  wordsIn,
} from './respondent.ts';
import { setUp } from './set-up.ts';

/** Competencies by a letter; not in the order of the template. */
const letters: Readonly<Record<string, string>> = {
  a: 'data-protection',
  b: 'citizen-engagement',
  c: 'interoperability',
  d: 'programme-management',
  e: 'data-analysis',
  f: 'technology-trends',
  g: 'business-models',
  h: 'innovation-procurement',
  i: 'value-from-data',
  j: 'public-private-partnership',
  k: 'investment-appraisal',
  l: 'multidisciplinary-teams',
};
const spelled = (ranking: string) => [...ranking].map((letter) => letters[letter]!);

type Way = 'touch' | 'keyboard' | 'plain' | 'offline' | 'mouse' | 'lost reply';

/** Who answers, how, and what they think. By mean rank and by majorities the order is a to l. */
const people: { ranking: string; way: Way; language?: Language; isHasty?: true }[] = [
  { ranking: 'acbdhfeigkjl', way: 'touch' },
  { ranking: 'bachdgje', way: 'touch' },
  { ranking: 'dabce', way: 'touch', isHasty: true },
  { ranking: 'aecdb', way: 'keyboard' },
  { ranking: 'cbahk', way: 'keyboard', isHasty: true },
  { ranking: 'bacdeg', way: 'plain' },
  { ranking: 'bdcig', way: 'plain' },
  { ranking: 'dcbaef', way: 'offline' },
  { ranking: 'acedfbg', way: 'offline' },
  { ranking: 'acbgfehdjikl', way: 'mouse', language: 'es' },
  { ranking: 'abfdg', way: 'mouse', language: 'de' },
  { ranking: 'abedcf', way: 'lost reply' },
];
const EDITOR = 3;
const EDITED = 'baecd';
const WITHDRAWN = 9;

/** Results of an open study move by no fewer answers than are shown at all. */
const STEP = template('smart-city-programme-manager')!.privacy.minCell;

/** The page looks every four to six seconds. */
const patient = { timeout: 30_000 };

const { say, sayPage } = wordsIn('en');
const title = studyIn('en').title;
const folder = mkdtempSync(join(tmpdir(), 'plenary-main-job-'));
const receipts: string[] = [];
const privateLinks: string[] = [];

let server: ServerProcess;
let browser: Browser;
let designer: Page;
let designerErrors: string[];
let study: string;
let code: string;

beforeAll(async () => {
  server = await startProcess({ DATA_DIR: folder });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.end('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
});

test('a designer gets from the printed link to an open study', async () => {
  const link = /\S+\/setup\/\S+/.exec(server.output())?.[0];
  expect(link, server.output()).toBeTruthy();
  const opened = await openPage(browser, {
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
  });
  designer = opened.page;
  designerErrors = opened.errors;
  await setUp(designer, link!);
  await designer.getByRole('button', { name: title }).click();
  await designer.getByRole('heading', { level: 1, name: title }).waitFor();
  study = designer.url();
  expect(await designer.getByText('Nobody can answer yet.').isVisible()).toBe(true);
  await button(designer, 'Open the study').click();
  await button(designer, 'Close the study').waitFor();
  const words = await designer.getByText(/^Join code: /).textContent();
  code = words!.replace(/^Join code: |\s/g, '');
  expect(code).toMatch(/^\w{3}-\w{3}$/);
  await designer.getByRole('link', { name: 'Show results' }).click();
  await designer.getByRole('heading', { name: '0 of 5 answers needed' }).waitFor();
});

test('twelve people answer: by finger, keyboard, plain form, offline, in Spanish and German', async () => {
  const waiting = [...people.keys()];
  const work = async () => {
    for (let n = waiting.shift(); n !== undefined; n = waiting.shift()) {
      await answerAs(n).catch((error: unknown) => {
        throw new Error(`Participant ${n} (${people[n!]!.way})`, { cause: error });
      });
    }
  };
  await Promise.all([work(), work(), work()]);
  expect(new Set(receipts).size).toBe(people.length);
}, 300_000);

test('the results page keeps up by itself: in steps while the study is open, then with all', async () => {
  const address = designer.url();
  let loads = 0;
  designer.on('load', () => (loads += 1));
  await expect.poll(participants, patient).toBeGreaterThan(people.length - STEP);
  await turn('Close the study');
  await expect.poll(participants, patient).toBe(people.length);
  expect([loads, designer.url(), designerErrors]).toEqual([0, address, []]);
});

test('the designer reads the order that arithmetic gives', async () => {
  await expectResults(people.map(({ ranking }) => ranking));
});

test('results follow an edit by the private link and a withdrawal by receipt code', async () => {
  await turn('Open again');
  await edit(EDITOR, EDITED);
  await withdraw(WITHDRAWN);
  await turn('Close the study');
  await designer.reload();
  const left = people
    .map(({ ranking }, n) => (n === EDITOR ? EDITED : ranking))
    .filter((_, n) => n !== WITHDRAWN);
  expect(await participants()).toBe(left.length);
  await expectResults(left);
  expect(designerErrors).toEqual([]);
});

test('the exported table has a row for each respondent', async () => {
  const id = /studies\/([^/]+)/.exec(study)![1];
  const file = await designer.request.get(`${server.url}/api/studies/${id}/export?format=csv`);
  expect(file.status()).toBe(200);
  const [head, ...rows] = (await file.text()).trim().split(/\r?\n/);
  expect(head).toContain('competency-ranking');
  expect(rows).toHaveLength(people.length - 1);
});

test('who comes after the end is told so, before and after answering', async () => {
  await turn('Open again');
  const late = await respondent({ ranking: 'abcde', way: 'mouse' });
  await late.page.goto(`${server.url}/j/${code}`);
  await answerAll(late);
  await turn('Close the study');
  await button(late.page, say('send')).click();
  await late.page.getByText(say('closed')).waitFor();
  await late.page.goto(`${server.url}/j/${code}`);
  await late.page.getByRole('heading', { level: 1, name: sayPage('closedTitle') }).waitFor();
  await late.page.context().close();
  await designer.reload();
  expect(await participants()).toBe(people.length - 1);
});

/** Opens or closes the study from its page, in a tab beside the results. */
async function turn(words: 'Close the study' | 'Open again'): Promise<void> {
  const page = await designer.context().newPage();
  await page.goto(study);
  await button(page, words).click();
  await button(page, words === 'Open again' ? 'Close the study' : 'Open again').waitFor();
  await page.close();
}

type Person = (typeof people)[number];

async function respondent(person: Person): Promise<Respondent & { errors: string[] }> {
  const { ranking, way, language = 'en', isHasty = false } = person;
  const isPlain = way === 'plain';
  const { page, errors } = await openPage(browser, contextOf(way, language));
  const hands: Partial<Record<Way, Hand>> = { touch: finger, 'lost reply': finger };
  const hand = way === 'keyboard' ? keyboard(page) : (hands[way] ?? mouse);
  return { page, hand, language, isPlain, isHasty, ranking: spelled(ranking), errors };
}

function contextOf(way: Way, language: Language): BrowserContextOptions {
  const locale = { en: 'en-GB', es: 'es-ES', de: 'de-DE' }[language as 'en'];
  const isTouch = way === 'touch' || way === 'lost reply';
  return {
    viewport: { width: 390, height: 844 },
    locale,
    hasTouch: isTouch,
    isMobile: isTouch,
    javaScriptEnabled: way !== 'plain',
  };
}

/** One person's way from the code to the receipt. */
async function answerAs(n: number): Promise<void> {
  const person = people[n]!;
  const one = await respondent(person);
  const { page, hand, language, errors } = one;
  const words = wordsIn(language);
  if (n === 0) {
    await page.goto(server.url);
    await hand.write(page.getByLabel(words.sayPage('code')), code.toLowerCase().replace('-', ' '));
    await hand.press(button(page, words.say('continue')));
    await page.getByRole('heading', { name: title }).waitFor();
  } else {
    await page.goto(`${server.url}/j/${code}`);
  }
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(studyIn(language).title);
  await answerAll(one);
  const send = button(page, words.say('send'));
  if (person.way === 'offline') await sendOffline(one, n);
  else if (person.way === 'lost reply') await sendTwice(one);
  else await hand.press(send);
  const { page: last } = one;
  await last.getByRole('heading', { level: 1, name: words.say('arrived') }).waitFor();
  await keepReceipt(last, language, n);
  if (person.way !== 'offline' && person.way !== 'lost reply') expect(errors).toEqual([]);
  await last.context().close();
}

async function keepReceipt(page: Page, language: Language, n: number): Promise<void> {
  const text = await page.getByRole('main').innerText();
  receipts[n] = /\b\w{4}-\w{4}-\w{4}\b/.exec(text)![0];
  const link = page.getByRole('link', { name: wordsIn(language).say('yourLink'), exact: true });
  privateLinks[n] = (await link.getAttribute('href'))!;
}

/** Sends with no network; the page, or for every other person a later visit, delivers. */
async function sendOffline(one: Respondent, n: number): Promise<void> {
  const { page, hand } = one;
  const context = page.context();
  await context.setOffline(true);
  await page.getByText(say('offline')).waitFor();
  await hand.press(button(page, say('send')));
  await page.getByRole('heading', { level: 1, name: say('waiting') }).waitFor();
  expect(await page.getByText(/\b\w{4}-\w{4}-\w{4}\b/).count()).toBe(0);
  if (n % 2 === 1) {
    await context.setOffline(false);
    return;
  }
  await page.close();
  await context.setOffline(false);
  one.page = await context.newPage();
  await one.page.goto(`${server.url}/j/${code}`);
}

/** Taps twice, and the server's first reply never comes back. */
async function sendTwice({ page }: Respondent): Promise<void> {
  const stored: number[] = [];
  await page.route('**/api/responses/*', async (route) => {
    const reply = await route.fetch();
    stored.push(reply.status());
    if (stored.length === 1) await route.abort('connectionreset');
    else await route.fulfill({ response: reply });
  });
  const send = button(page, say('send'));
  await send.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await send.boundingBox())!;
  await page.touchscreen.tap(x + width / 2, y + height / 2);
  await page.touchscreen.tap(x + width / 2, y + height / 2);
  await page.getByRole('heading', { level: 1, name: say('arrived') }).waitFor();
  expect(stored).toEqual([201, 200]);
}

/** On another phone: the answers by the private link, one item moved to the top, sent again. */
async function edit(n: number, ranking: string): Promise<void> {
  const one = await respondent({ ranking, way: 'touch' });
  const { page, hand, errors } = one;
  const [first = '', ...rest] = [...ranking].map((letter) => competency('en', letters[letter]!));
  const question = studyIn('en').questions.find(({ id }) => id === 'competency-ranking')!;
  await page.goto(server.url + privateLinks[n]!);
  await leave(one, () => hand.press(button(page, sayPage('changeMine'))));
  await leave(one, () => hand.press(page.getByRole('button', { name: question.title })));
  await expectOrder(page, [...rest, first]);
  for (const _ of rest) await hand.press(button(page, say('up', { item: first })));
  await expectOrder(page, [first, ...rest]);
  await leave(one, () => hand.press(button(page, say('continue'))));
  await hand.press(button(page, say('send')));
  await page.getByRole('heading', { level: 1, name: say('arrived') }).waitFor();
  expect(await page.getByRole('main').innerText()).toContain(receipts[n]!);
  expect(errors).toEqual([]);
  await page.context().close();
}

/** With nothing but the receipt code, as somebody types it. */
async function withdraw(n: number): Promise<void> {
  const { language = 'en' } = people[n]!;
  const words = wordsIn(language);
  const { page, errors } = await respondent({ ranking: '', way: 'mouse', language });
  await page.goto(`${server.url}/j/${code}`);
  await page.getByRole('link', { name: words.say('haveReceipt') }).click();
  await page.getByLabel(words.say('receipt')).fill(receipts[n]!.toLowerCase().replaceAll('-', ''));
  await button(page, words.say('continue')).click();
  await page.getByRole('link', { name: words.say('withdraw') }).click();
  await button(page, words.sayPage('withdrawYes')).click();
  await page.getByRole('heading', { level: 1, name: words.sayPage('withdrawnTitle') }).waitFor();
  expect(errors).toEqual([]);
  await page.context().close();
}

/** The number of participants that the results page shows; null while it shows none. */
async function participants(): Promise<number | null> {
  const card = designer
    .getByRole('heading', { level: 2, name: 'Participants', exact: true })
    .locator('xpath=..');
  if ((await card.count()) === 0) return null;
  return Number(/\d+/.exec(await card.innerText())![0]);
}

/** Fails unless the results page tells the order and the mean ranks of these rankings. */
async function expectResults(rankings: readonly string[]): Promise<void> {
  const means = meanRanks(rankings.map(spelled), Object.values(letters));
  const expected = [...means]
    .toSorted(([, a], [, b]) => a - b)
    .map(([item, mean]) => [competency('en', item), mean.toFixed(2)]);
  await button(designer, 'Table').first().click();
  const table = designer
    .getByRole('table')
    .filter({ has: designer.getByRole('columnheader', { name: 'Mean rank', exact: true }) })
    .first();
  await expect
    .poll(async () => {
      const rows = (await table.getByRole('row').allInnerTexts()).slice(1);
      const cells = rows.map((row) => row.split('\t').map((cell) => cell.trim()));
      return cells.map(([item = '', mean]) => [item.replace(/^\d+\s+/, ''), mean]);
    })
    .toEqual(expected);
  const headings = await designer.getByRole('heading', { level: 2 }).allInnerTexts();
  expect(headings.join('\n')).toContain(expected[0]![0]);
}
