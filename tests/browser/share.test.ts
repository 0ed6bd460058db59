import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { smallDefinition } from '../api/small-study.ts';
import { openBrowser, serveApp, type ServedApp } from './browser.ts';
import { primary } from './participant-study.ts';

let site: ServedApp;
let browser: Browser;
let designer: BrowserContext;
let study: { id: string; joinCode: string };
const hosts: Server[] = [];

/** One question, so that answering it takes no time. */
const definition = {
  ...smallDefinition,
  languages: ['en', 'de'],
  questions: smallDefinition.questions.filter(({ id }) => id === 'role'),
};

beforeAll(async () => {
  site = await serveApp();
  browser = await openBrowser();
  designer = await browser.newContext({
    locale: 'en-GB',
    extraHTTPHeaders: { authorization: `Bearer ${site.token}` },
  });
  const made = await site.designer('/api/studies', { body: { definition } });
  study = (await made.json()) as typeof study;
  await site.designer(`/api/studies/${study.id}/open`, { method: 'POST' });
});

afterAll(async () => {
  for (const host of hosts) host.close();
  await browser?.close();
  await site?.close();
});

/** Answers the question and leaves the page with everything ready to be sent. */
async function answer(page: Page): Promise<void> {
  await primary(page).click();
  await page.getByRole('radio', { name: 'student' }).check();
  await primary(page).click();
  await page.getByRole('button', { name: 'Send' }).waitFor();
}

/** Another site, with the study in a frame. */
async function hostPage(): Promise<string> {
  const frame = `<iframe src="${site.url}/j/${study.joinCode}?embed=1" width="400" height="700"></iframe>`;
  const host = createServer((_, response) => {
    response.setHeader('content-type', 'text/html').end(`<!doctype html><title>x</title>${frame}`);
  });
  host.listen(0, '127.0.0.1');
  await once(host, 'listening');
  hosts.push(host);
  return `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
}

test('a study is shared: times, sites, cards, links for one response each, and enough answers', async () => {
  const page = await designer.newPage();
  const path = `${site.url}/studies/${study.id}/share`;
  await page.goto(path);

  await page.getByLabel('Closes').fill('2099-07-01T18:00');
  await page.getByLabel('Time zone').selectOption('Atlantic/Canary');
  await page.locator('#times').getByRole('button', { name: 'Save' }).click();
  await page.getByText('Closes on 1 July 2099 at 18:00 (Western European Time)').waitFor();

  const [named, other] = [await hostPage(), await hostPage()];
  await page.getByLabel('To show the study inside a page').fill(named);
  await page.locator('#website').getByRole('button', { name: 'Save' }).click();
  await page.getByText('Then put this where it is to appear').waitFor();
  const visitor = await browser.newPage();
  await visitor.goto(named);
  await visitor.frameLocator('iframe').getByRole('heading', { name: 'Small study' }).waitFor();
  await visitor.goto(other, { waitUntil: 'load' });
  expect(await visitor.frames()[1]!.evaluate(() => document.body.textContent)).not.toContain(
    'Small study',
  );

  await page.getByLabel('Number of tables').fill('9');
  await page.getByRole('button', { name: 'Show the cards' }).click();
  await page.getByRole('heading', { name: 'Table 9' }).waitFor();
  const sheets = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(sheets.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(3);
  await page.getByRole('link', { name: 'Back to sharing' }).click();

  await page.getByLabel('Number of links').fill('5');
  await page.getByRole('button', { name: 'Make links' }).click();
  await page.getByText('5 links have been made').waitFor();
  await page.getByLabel('Only people with a personal link').check();
  await page.locator('#links').getByRole('button', { name: 'Save' }).first().click();
  await page.getByText('Saved.').waitFor();
  const csv = await (await site.designer(`/api/studies/${study.id}/invitations.csv`)).text();
  const tokens = [...csv.matchAll(/\/i\/([0-9A-Z]{16})/g)].map(([, token]) => token!);
  const link = (index: number) => `${site.url}/j/${study.joinCode}/i/${tokens[index]!}?lang=en`;

  await visitor.goto(`${site.url}/j/${study.joinCode}?lang=en`);
  await visitor.getByRole('heading', { name: 'You need a personal link' }).waitFor();
  await visitor.goto(link(0));
  await visitor.getByText('You can answer until 1 July 2099 at 18:00').waitFor();
  await answer(visitor);
  await visitor.getByRole('button', { name: 'Send' }).click();
  await visitor.getByRole('heading', { name: 'Your answers have arrived' }).waitFor();
  await visitor.goto(link(0));
  await visitor.getByRole('heading', { name: 'This link has been used' }).waitFor();

  const second = await (await browser.newContext()).newPage();
  await second.goto(link(1));
  await answer(second);
  await page.goto(path);
  await page.getByLabel('Limit groups by').selectOption('role');
  await page.getByLabel('student').fill('1');
  await page.locator('#quotas').getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved.').waitFor();
  await expect
    .poll(async () => (await (await site.designer(`/api/studies/${study.id}`)).json()) as unknown)
    .toMatchObject({ distribution: { quotas: { segment: { limits: { student: 1 } } } } });
  await second.getByRole('button', { name: 'Send' }).click();
  await second.getByRole('heading', { name: 'We have enough answers' }).waitFor();
  await second.context().close();
  await visitor.close();
  await page.close();
});

test('texts are translated in place, reviewed, and come back from a translator, with script or without', async () => {
  const made = await site.designer('/api/studies', { body: { definition } });
  const { id } = (await made.json()) as { id: string };
  const path = `${site.url}/studies/${id}/translations`;
  const page = await designer.newPage();
  await page.goto(path);
  await page.getByRole('link', { name: 'Translate into Deutsch' }).click();
  const title = page.getByRole('textbox', { name: 'Small study' });
  const unit = page.locator('#title');
  await title.fill('Kleine Studie');
  await title.blur();
  await page.getByText('Saved.').waitFor();
  await unit.getByText('Draft').waitFor();
  await unit.getByLabel('Reviewed').check();
  await unit.locator('.mark.reviewed').waitFor();
  await page.reload();
  expect(await title.inputValue()).toBe('Kleine Studie');
  await unit.getByText(/Reviewed by Test on/).waitFor();

  const plain = await browser.newContext({
    javaScriptEnabled: false,
    locale: 'en-GB',
    extraHTTPHeaders: { authorization: `Bearer ${site.token}` },
  });
  const form = await plain.newPage();
  await form.goto(`${path}?language=de&part=study`);
  await form.getByRole('textbox', { name: 'Intro' }).fill('Einleitung');
  await form.getByRole('button', { name: 'Save these texts' }).click();
  await form.getByText('One text was changed.').waitFor();
  await form.getByLabel('State').selectOption('missing');
  await form.getByRole('button', { name: 'Show', exact: true }).click();
  expect(await form.getByRole('textbox', { name: 'Intro' }).count()).toBe(0);
  await form.getByRole('textbox', { name: 'Consent' }).waitFor();

  const rows = ['id,translation', 'consent,Einwilligung', 'title,Mini', 'none,Weg'].join('\n');
  const file = { name: 'de.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) };
  await form.getByLabel('File from a translator').setInputFiles(file);
  await form.getByRole('button', { name: 'See what it changes' }).click();
  await form.getByText('2 texts change.').waitFor();
  await form.getByRole('heading', { name: 'Not in this study' }).waitFor();
  await form.getByRole('button', { name: 'Take over' }).click();
  await form.getByText('2 texts were changed.').waitFor();
  await page.reload();
  expect(await title.inputValue()).toBe('Mini');
  await unit.getByText('Draft').waitFor();
  await plain.close();
  await page.close();
});
