import { readFileSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoStudy } from '../../src/cli/demo-study.ts';
import { setStudyStatus } from '../../src/db/studies.ts';
import type { CompareDocument } from '../../src/http/compare-of.ts';
import {
  expectNoSidewaysScroll,
  expectNoViolations,
  openBrowser,
  openPage,
  serveApp,
  type ServedApp,
} from './browser.ts';
import { designerSession } from './designer-session.ts';

interface Golden {
  n: number;
  mean_rank: number[];
  pairwise: number[][];
  agreement: { kendall_w: number };
}

/** For what a loaded machine may take its time with. */
const SOON = { timeout: 60_000 };

let served: ServedApp;
let browser: Browser;
let demo: string;
let state: NonNullable<BrowserContextOptions['storageState']>;

const fixture = (path: string) =>
  readFileSync(new URL(`../fixtures/${path}`, import.meta.url), 'utf8');

beforeAll(async () => {
  served = await serveApp();
  browser = await openBrowser();
  const { study } = await demoStudy(served.db, {
    preset: 'demo',
    seed: 5,
    templateId: 'smart-city-programme-manager',
    now: new Date(),
  });
  demo = study.id;
  state = await designerSession(browser, served);
});

afterAll(async () => {
  await browser?.close();
  await served?.close();
});

async function asDesigner(options: BrowserContextOptions = {}) {
  return openPage(browser, { storageState: state, locale: 'en-GB', ...options });
}

async function imported(file: string, unranked = 'bottom'): Promise<string> {
  const answer = await served.app.request(`/api/studies/import?file=${file}&unranked=${unranked}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${served.token}`, 'content-type': 'text/plain' },
    body: fixture(`rankings/${file}`),
  });
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { id: string }).id;
}

/** The rows of a panel's table, as text. */
async function tableOf(page: Page, panel: string): Promise<string[][]> {
  return page
    .locator(`#${panel} tbody tr`)
    .evaluateAll((rows) =>
      rows.map((row) => [...row.children].map((cell) => (cell.textContent ?? '').trim())),
    );
}

async function scrollThrough(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let y = 0; y < document.body.scrollHeight; y += 400) {
      scrollTo(0, y);
      await new Promise((resolve) => {
        setTimeout(resolve, 50);
      });
    }
    scrollTo(0, 0);
  });
}

/** Whether every visible canvas has something drawn on it. */
async function areDrawn(page: Page, canvases = 'canvas:visible'): Promise<boolean> {
  return page.locator(canvases).evaluateAll((found) =>
    (found as HTMLCanvasElement[]).every((canvas) => {
      const { width, height } = canvas;
      const pixels = canvas.getContext('2d')!.getImageData(0, 0, width, height).data;
      return pixels.some((value) => value !== 0);
    }),
  );
}

describe('published data on the page', () => {
  test('AGH 2003: 146 participants, course 9 first on every ballot, W 0.46', async () => {
    const golden = JSON.parse(fixture('golden/agh-2003.json')) as Golden;
    const id = await imported('00009-00000001.soc');
    const { page, errors } = await asDesigner({ javaScriptEnabled: true });
    await page.goto(`${served.url}/studies/${id}/results`);
    expect(await page.locator('[data-n]').textContent()).toBe(String(golden.n));
    expect(Number(await page.locator('[data-w]').getAttribute('data-w'))).toBeCloseTo(
      golden.agreement.kendall_w,
      9,
    );
    const rows = await tableOf(page, 'order');
    const means = rows.map(([, mean]) => Number(mean));
    expect(means.toSorted((a, b) => a - b)).toEqual(
      golden.mean_rank.map((mean) => Number(mean.toFixed(2))).toSorted((a, b) => a - b),
    );
    expect(rows[0]!.slice(1, 5)).toEqual(['1.00', '1.00 to 1.00', '1 to 1', '100%']);
    expect(await page.locator('#order h2').textContent()).toMatch(/ leads: first choice of 100%$/);
    await page.locator('#order canvas').scrollIntoViewIfNeeded();
    await expect.poll(() => areDrawn(page, '#order canvas'), SOON).toBe(true);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  test('Debian 2005: who is placed above whom, in per cent', async () => {
    const golden = JSON.parse(fixture('golden/debian-2005.bottom.json')) as Golden;
    const id = await imported('00002-00000003.soi');
    const { page } = await asDesigner({ javaScriptEnabled: false });
    await page.goto(`${served.url}/studies/${id}/results`);
    expect(await page.locator('[data-n]').textContent()).toBe('504');
    const shares = (await tableOf(page, 'head-to-head')).map(([, ...cells]) => cells);
    const wins = golden.pairwise;
    const expected = wins.map((row, i) =>
      row.map((above, j) =>
        i === j ? '–' : String(Math.round((100 * above) / (above + wins[j]![i]!))),
      ),
    );
    const sorted = (matrix: string[][]) => matrix.map((row) => row.toSorted().join()).toSorted();
    expect(sorted(shares)).toEqual(sorted(expected));
    await page.context().close();
  });
});

describe('the results page', () => {
  test('shows a chart, on request its table, and both to a printer', async () => {
    const { page, errors } = await asDesigner();
    await page.goto(`${served.url}/studies/${demo}/results?by=area-type`);
    const panel = page.locator('#order');
    await expect.poll(() => panel.locator('canvas').isVisible(), SOON).toBe(true);
    expect(await panel.locator('table').isVisible()).toBe(false);
    const asTable = panel.getByRole('button', { name: 'Table' });
    await asTable.focus();
    await page.keyboard.press('Enter');
    expect(await panel.locator('table').isVisible()).toBe(true);
    expect(await panel.locator('canvas').isVisible()).toBe(false);
    expect(await asTable.getAttribute('aria-pressed')).toBe('true');
    expect(await asTable.evaluate((button) => button === document.activeElement)).toBe(true);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Space');
    expect(await panel.locator('canvas').isVisible()).toBe(true);
    await page.emulateMedia({ media: 'print' });
    expect(await panel.locator('table').isVisible()).toBe(true);
    expect(await page.locator('.controls').isVisible()).toBe(false);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  test('says everything without script, also which groups are compared', async () => {
    const { page } = await asDesigner({ javaScriptEnabled: false });
    await page.goto(`${served.url}/studies/${demo}/results`);
    await page.getByRole('combobox', { name: 'Compare', exact: true }).selectOption('area-type');
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    expect(new URL(page.url()).searchParams.get('by')).toBe('area-type');
    for (const panel of ['order', 'places', 'compared', 'head-to-head', 'methods']) {
      expect(await page.locator(`#${panel} table`).isVisible()).toBe(true);
      expect((await tableOf(page, panel)).length).toBeGreaterThan(5);
    }
    expect(await page.locator('canvas').first().isVisible()).toBe(false);
    await page.context().close();
  });

  test('counts new answers by itself, without moving the page or losing the focus', async () => {
    const { page, errors } = await asDesigner();
    await page.goto(`${served.url}/studies/${demo}/results?question=training-necessary`);
    const count = page.locator('[data-n]');
    const before = Number(await count.getAttribute('data-n'));
    const button = page.getByRole('button', { name: 'Table' }).first();
    await button.focus();
    await button.scrollIntoViewIfNeeded();
    const top = await button.evaluate((element) => element.getBoundingClientRect().top);
    for (let person = 0; person < 10; person++) await answerOnce();
    await expect
      .poll(async () => Number(await count.getAttribute('data-n')), SOON)
      .toBeGreaterThanOrEqual(before + 5);
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await button.evaluate((element) => element.getBoundingClientRect().top)).toBe(top);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  test('compares any two filters without script, and says how each figure is worked out', async () => {
    const { page } = await asDesigner({ javaScriptEnabled: false });
    await page.goto(`${served.url}/studies/${demo}/results?question=competency-ranking`);
    await page.locator('#menu-who summary').click();
    await page.locator('#menu-who').getByLabel('City', { exact: true }).check();
    await page.locator('#menu-with summary').click();
    await page.getByLabel('Those chosen here', { exact: true }).check();
    const others = page.locator('#menu-with .these');
    await others.getByLabel('Town or suburb').check();
    await others.getByLabel('Rural area').check();
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    const { searchParams } = new URL(page.url());
    expect(searchParams.get('where')).toBe('area-type:city');
    expect(searchParams.get('compare')).toBe('area-type:town-suburb,rural');
    const path = `/api/studies/${demo}/compare?${searchParams}`;
    const { a, b, comparison } = (await (await served.designer(path)).json()) as CompareDocument;
    for (const [group, { n }] of Object.entries({ a, b })) {
      expect(await page.locator(`[data-group="${group}"]`).textContent()).toBe(String(n));
    }
    const rows = await tableOf(page, 'differences');
    expect(rows.map(([name]) => name)).toEqual(comparison!.items.map(({ name }) => name));
    expect((await tableOf(page, 'orders')).length).toBe(rows.length);
    const how = page.locator('#differences .how');
    expect(await how.getByText('Mann and Whitney').isVisible()).toBe(false);
    await how.locator('summary').focus();
    await page.keyboard.press('Enter');
    expect(await how.getByText('Mann and Whitney').isVisible()).toBe(true);
    await page.context().close();
  });

  test('follows question, groups and filters in place: focus, menus and history stay', async () => {
    const { page, errors } = await asDesigner();
    await page.goto(`${served.url}/studies/${demo}/results?question=competency-ranking`);
    await page.evaluate(() => (document.body.dataset['kept'] = 'yes'));
    const compare = page.getByRole('combobox', { name: 'Compare', exact: true });
    await compare.focus();
    await compare.selectOption('area-type');
    await page.locator('#compared').waitFor();
    expect(await compare.evaluate((select) => select === document.activeElement)).toBe(true);
    expect(await page.locator('#shown').textContent()).toContain('Rank the competencies');
    await page.locator('#menu-who summary').click();
    const city = page.locator('#menu-who').getByLabel('City', { exact: true });
    await city.check();
    await page.waitForURL('**where=area-type*');
    await page.locator('.chip', { hasText: 'City' }).waitFor();
    expect(await page.locator('#menu-who').evaluate((menu) => menu.hasAttribute('open'))).toBe(
      true,
    );
    expect(await city.evaluate((box) => box === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    await page.goBack();
    await page.locator('.chip', { hasText: 'City' }).waitFor({ state: 'detached' });
    await page.goBack();
    await page.locator('#compared').waitFor({ state: 'detached' });
    expect(await page.locator('body').getAttribute('data-kept')).toBe('yes');
    const saved = page.waitForEvent('download');
    await page.locator('#order').getByRole('button', { name: 'Save SVG' }).click();
    const svg = readFileSync(await (await saved).path(), 'utf8');
    const title = await page.locator('#order h2').textContent();
    expect(svg).toMatch(/^<svg xmlns=/);
    expect(svg).toContain(`>${title}</title>`);
    expect(svg).not.toContain('<image');
    for (const [item] of await tableOf(page, 'order')) {
      expect(svg).toContain(`>${item!.slice(0, 14).replace('&', '&amp;')}`);
    }
    expect(errors).toEqual([]);
    await page.context().close();
  });

  test('draws anew when the colours change', async () => {
    const { page, errors } = await asDesigner({ colorScheme: 'light' });
    await page.goto(`${served.url}/studies/${demo}/results`);
    const canvas = page.locator('#order canvas');
    await expect.poll(() => areDrawn(page, '#order canvas'), SOON).toBe(true);
    const light = await canvas.evaluate((element) => (element as HTMLCanvasElement).toDataURL());
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect
      .poll(() => canvas.evaluate((element) => (element as HTMLCanvasElement).toDataURL()), SOON)
      .not.toBe(light);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  test('tells a designer alone how many answers are missing', async () => {
    const made = await served.designer('/api/studies', {
      body: { template: 'local-digital-skills' },
    });
    const { id } = (await made.json()) as { id: string };
    const { page } = await asDesigner();
    await page.goto(`${served.url}/studies/${id}/results`);
    expect(await page.locator('.empty h2').textContent()).toBe('0 of 5 answers needed');
    await expectNoViolations(page);
    await page.context().close();
  });
});

describe('pages of designers', () => {
  const pages = [
    ['studies', '/studies'],
    ['study', '/studies/DEMO'],
    ['poster', '/studies/DEMO/poster'],
    ['ranking', '/studies/DEMO/results?by=area-type'],
    ['ranks by role', '/studies/DEMO/results?by=role&lang=de'],
    ['choice', '/studies/DEMO/results?question=role'],
    ['scale', '/studies/DEMO/results?question=training-duration&by=role'],
    ['number', '/studies/DEMO/results?question=online-share'],
    ['ratings', '/studies/DEMO/results?question=competency-level&by=area-type&lang=fr'],
    ['texts', '/studies/DEMO/results?question=own-problem'],
    ['held back', '/studies/DEMO/results?where=country:MT'],
  ] as const;

  test('have nothing that axe objects to, and fit every window, with their charts drawn', async () => {
    const desk = { width: 1280, height: 900 };
    const { page, errors } = await asDesigner({ colorScheme: 'dark', viewport: desk });
    for (const [name, path] of pages) {
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.setViewportSize(desk);
      await page.goto(served.url + path.replace('DEMO', demo));
      await scrollThrough(page);
      await expect.poll(() => areDrawn(page), { ...SOON, message: name }).toBe(true);
      await expectNoViolations(page);
      await expectNoSidewaysScroll(page);
      await page.emulateMedia({ colorScheme: 'light' });
      await page.setViewportSize({ width: 390, height: 900 });
      await expectNoViolations(page);
      await expectNoSidewaysScroll(page);
      await page.setViewportSize({ width: 320, height: 640 });
      await expectNoSidewaysScroll(page);
    }
    expect(errors).toEqual([]);
    await page.context().close();
  }, 300_000);

  test('can be used by keyboard alone, and the focus can be seen everywhere', async () => {
    const { page } = await asDesigner({ viewport: { width: 1280, height: 900 } });
    await page.goto(`${served.url}/studies/${demo}/results?lang=en`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
      'Skip to the content',
    );
    const reached = new Set<string>();
    for (let stop = 0; stop < 120; stop++) {
      await page.keyboard.press('Tab');
      const place = await page.evaluate(() => {
        const element = document.activeElement!;
        if (element === document.body) return null;
        const { outlineStyle } = getComputedStyle(element);
        return `${outlineStyle} ${element.tagName} ${element.textContent?.trim().slice(0, 40)}`;
      });
      if (place === null) break;
      expect(place).not.toMatch(/^none/);
      reached.add(place);
    }
    const all = [...reached].join('\n');
    const names = ['Studies', 'Compare with', 'How is this worked out?', 'Chart', 'Table'];
    for (const name of [...names, 'Save SVG', 'Save CSV', 'Deutsch']) expect(all).toContain(name);
    await page.context().close();
  });
});

/** One more person answers the demo study, on the shortest way. */
async function answerOnce(): Promise<void> {
  await setStudyStatus(served.db, demo, 'open', new Date());
  const study = (await (await served.designer(`/api/studies/${demo}`)).json()) as {
    joinCode: string;
  };
  const answers = {
    role: 'student',
    'organisation-type': 'municipality',
    country: 'ES',
    'area-type': 'city',
    'training-necessary': 'yes-urgent',
    'target-ranking': [['programme-managers'], ['department-heads'], ['elected-officials']],
    'competency-ranking': [
      ['data-analysis'],
      ['interoperability'],
      ['business-models'],
      ['data-protection'],
      ['citizen-engagement'],
    ],
    'method-ranking': [['case-studies'], ['site-visits'], ['mentoring']],
    'training-duration': '1-week',
    'framework-ranking': [['short-course'], ['micro-credential'], ['in-house']],
    'elearning-acceptable': 'half',
    'mixing-benefit': { cultures: 4, schools: 4, domains: 4 },
    'challenge-ranking': [['funding'], ['silos'], ['privacy']],
  };
  const answer = await served.app.request(`/api/responses/${crypto.randomUUID()}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      joinCode: study.joinCode,
      revision: 1,
      locale: 'en',
      answers,
      shown: {},
    }),
  });
  expect(answer.status, await answer.clone().text()).toBe(201);
}
