import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { setStudyStatus } from '../../src/db/studies.ts';
import { expectNoSidewaysScroll, expectNoViolations, openBrowser, openPage } from './browser.ts';
import { serveApp, type ServedApp } from './browser.ts';
import { joinAddress, openStudy, PHONE, primary, storedResponses } from './participant-study.ts';

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

const QUESTIONS = ['role', 'country', 'barrier-ranking', 'best-practice', 'practice-replicable'];

async function withoutScript(
  lang: string,
): Promise<{ page: Page; study: Awaited<ReturnType<typeof openStudy>> }> {
  const study = await openStudy(served, 'rural-innovation-gaps', QUESTIONS);
  const { page } = await openPage(browser, { ...PHONE, javaScriptEnabled: false, locale: lang });
  await page.goto(joinAddress(served, study));
  await primary(page).click();
  return { page, study };
}

async function rank(page: Page, numbers: readonly string[]): Promise<string[]> {
  for (const [index, number] of numbers.entries()) {
    await page.locator('.plain select').nth(index).selectOption(number);
  }
  return page.locator('.plain li > label:only-of-type').allTextContents();
}

describe('with JavaScript off', () => {
  test('the whole way works, from the consent to the receipt', async () => {
    const { page, study } = await withoutScript('en');
    await page.getByLabel('Other', { exact: true }).check();
    await page.locator('.write-in input:visible').fill('Archivist');
    await page.getByLabel('In which country do you work?').selectOption('PT');
    await primary(page).click();
    await rank(page, ['3', '1', '2']);
    await primary(page).click();
    await page.getByRole('textbox').fill('A shared bus.');
    await primary(page).click();
    await page.getByRole('radio').nth(1).check();
    await primary(page).click();
    await page.getByText('Portugal').waitFor();
    await page.getByText('Other: Archivist').waitFor();
    await primary(page).click();
    await page.waitForURL(/\/r\/.+sent/);
    expect(await page.locator('.code').textContent()).toMatch(/^\w{4}-\w{4}-\w{4}$/);
    const [response, ...others] = await storedResponses(served, study);
    expect(others).toEqual([]);
    const shown = response!.shown!['barrier-ranking']!;
    expect(response!.entry!['barrier-ranking']).toEqual([[shown[1]], [shown[2]], [shown[0]]]);
    await page.context().close();
  });

  test('what is missing is said on top, with a link to the field, and nothing is lost', async () => {
    const { page } = await withoutScript('es');
    await page.getByRole('radio').nth(2).check();
    const reply = page.waitForResponse((response) => response.request().method() === 'POST');
    await primary(page).click();
    expect((await reply).status()).toBe(422);
    const summary = page.getByRole('alert');
    expect(await summary.textContent()).toMatch(/Hay un problema/);
    const link = summary.getByRole('link').first();
    const target = (await link.getAttribute('href'))!;
    expect(await page.locator(target).getAttribute('name')).toBe('country');
    expect(await page.getByRole('radio').nth(2).isChecked()).toBe(true);
    await page.context().close();
  });

  test('the same number twice is refused where ties are not allowed', async () => {
    const { page } = await withoutScript('de');
    await page.getByRole('radio').nth(0).check();
    await page.getByRole('combobox').selectOption('DE');
    await primary(page).click();
    await rank(page, ['1', '1', '2']);
    await primary(page).click();
    expect(await page.getByRole('alert').textContent()).toMatch(/Eine Nummer kommt zweimal vor/);
    await page.context().close();
  });

  test('going back keeps what was answered, and sending the review twice counts once', async () => {
    const { page, study } = await withoutScript('en');
    await page.getByRole('radio').nth(1).check();
    await page.getByRole('combobox').selectOption('ES');
    await primary(page).click();
    await page.getByRole('button', { name: 'Back' }).click();
    expect(await page.getByRole('combobox').inputValue()).toBe('ES');
    await primary(page).click();
    await rank(page, ['1', '2', '3']);
    await primary(page).click();
    await primary(page).click();
    const form = await page
      .locator('form')
      .evaluate((it) => Object.fromEntries(new FormData(it as HTMLFormElement) as never));
    const send = () =>
      page.request.post(joinAddress(served, study), { form: { ...form, go: 'send' } });
    const [one, two] = [await send(), await send()];
    expect([one.url(), two.url()]).toEqual([one.url(), one.url()]);
    expect(one.url()).toMatch(/\/r\//);
    expect(await storedResponses(served, study)).toHaveLength(1);
    await page.context().close();
  });

  test('answers can be changed from the receipt, and withdrawn', async () => {
    const { page, study } = await withoutScript('en');
    await page.getByRole('radio').nth(1).check();
    await page.getByRole('combobox').selectOption('ES');
    await primary(page).click();
    await rank(page, ['1', '2', '3']);
    await primary(page).click();
    await primary(page).click();
    await primary(page).click();
    await primary(page).click();
    await page.getByRole('button', { name: /^Change\s+About you/ }).click();
    await page.getByRole('combobox').selectOption('FR');
    await primary(page).click();
    await primary(page).click();
    await page.getByText('France').waitFor();
    const [changed] = await storedResponses(served, study);
    expect(changed!.entry!['country']).toBe('FR');
    expect(changed!.revision).toBeGreaterThan(1);
    await page.getByRole('link', { name: 'Withdraw my answers' }).click();
    await page.getByRole('button', { name: 'Yes, withdraw my answers' }).click();
    const [withdrawn] = await storedResponses(served, study);
    expect(withdrawn!.entry).toBeNull();
    await page.context().close();
  });

  test('every page passes axe and fits a narrow phone', async () => {
    const study = await openStudy(served, 'rural-innovation-gaps', QUESTIONS);
    const { page } = await openPage(browser, {
      viewport: { width: 320, height: 700 },
      locale: 'fr',
    });
    // axe is a script itself: the page's own one is kept away instead of all of them.
    await page.route('**/*.js', (route) => route.abort());
    const check = async () => {
      await page.evaluate(() => {
        for (const bar of document.querySelectorAll<HTMLElement>('.bar'))
          bar.style.position = 'static';
      });
      await expectNoViolations(page);
      await expectNoSidewaysScroll(page);
    };
    await page.goto(joinAddress(served, study));
    await check();
    await primary(page).click();
    await primary(page).click();
    await check();
    await page.locator('.option').nth(1).click();
    await page.getByRole('combobox').selectOption('FR');
    await primary(page).click();
    await check();
    await rank(page, ['1', '2', '3']);
    await primary(page).click();
    await primary(page).click();
    await check();
    await primary(page).click();
    await page.waitForURL(/\/r\//);
    await check();
    await page.context().close();
  });
});

test.each([
  ['draft', 'draft', 404, 'Aún no está abierto'],
  ['closed', 'closed', 410, 'Este estudio se ha cerrado'],
] as const)('a %s study says so in the reader’s language', async (_, status, code, words) => {
  const study = await openStudy(served, 'rural-innovation-gaps', ['comment']);
  if (status === 'closed') await setStudyStatus(served.db, study.id, 'closed', new Date());
  else await served.db.updateTable('study').set({ status: 'draft' }).execute();
  const { page } = await openPage(browser, { ...PHONE, locale: 'es' });
  const reply = await page.goto(joinAddress(served, study));
  expect(reply!.status()).toBe(code);
  await page.getByRole('heading', { name: words }).waitFor();
  await expectNoViolations(page);
  await page.context().close();
});

test('a receipt code typed by hand leads to the answers, a wrong one to a sentence', async () => {
  const study = await openStudy(served, 'rural-innovation-gaps', ['comment']);
  const id = crypto.randomUUID();
  const reply = await served.app.request(`/api/responses/${id}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      joinCode: study.joinCode,
      revision: 1,
      locale: 'nl',
      answers: { comment: 'Meer bussen.' },
    }),
  });
  const { receipt } = (await reply.json()) as { receipt: string };
  const { page } = await openPage(browser, { ...PHONE, locale: 'nl' });
  await page.goto(`${joinAddress(served, study)}/receipt`);
  await page.getByLabel('Uw ontvangstcode').fill('AAAA-BBBB-CCCC');
  await primary(page).click();
  await page
    .getByRole('alert')
    .getByText('Er zijn geen antwoorden met deze ontvangstcode')
    .waitFor();
  await page.getByLabel('Uw ontvangstcode').fill(receipt.toLowerCase().replaceAll('-', ' '));
  await primary(page).click();
  await page.getByText('Meer bussen.').waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('nl');
  await page.context().close();
});

test('the code of a study is taken in any case and with spaces, and a wrong one is named', async () => {
  const study = await openStudy(served, 'rural-innovation-gaps', ['comment']);
  const { page } = await openPage(browser, { ...PHONE, locale: 'en' });
  await page.goto(served.url);
  await page.getByLabel('Code').fill('nope');
  await primary(page).click();
  await page.getByRole('alert').getByText('There is no study with this code').waitFor();
  await page.getByLabel('Code').fill(study.joinCode.toLowerCase().replace(/^.{3}/, '$& '));
  await primary(page).click();
  await page.getByRole('button', { name: 'Agree and start' }).waitFor();
  await page.context().close();
});
