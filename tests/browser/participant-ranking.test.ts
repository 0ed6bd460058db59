import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Study } from '../../src/db/studies.ts';
import { openBrowser, serveApp, type ServedApp } from './browser.ts';
import { openStudy, orderOn, pickFirst, PHONE, primary, takePart } from './participant-study.ts';

let served: ServedApp;
let browser: Browser;
let study: Study;
let complete: Study;

beforeAll(async () => {
  served = await serveApp();
  browser = await openBrowser();
  study = await openStudy(served, 'rural-innovation-gaps', ['barrier-ranking', 'comment']);
  complete = await openStudy(served, 'local-digital-skills', ['factor-ranking']);
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

async function ranking(options = PHONE, of = study): Promise<Page> {
  const { page, errors } = await takePart(browser, served, of, options);
  page.on('close', () => expect(errors).toEqual([]));
  return page;
}

const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement: element } = document;
    return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
  });
const spoken = (page: Page) => page.getByRole('status').textContent();

describe('picking', () => {
  test('nothing is ranked before the first tap', async () => {
    const page = await ranking();
    expect(await page.locator('.pick[aria-pressed=true]').count()).toBe(0);
    expect(await page.locator('.num').allTextContents()).toEqual(Array(12).fill(''));
    await page.close();
  });

  test('gives numbers in the order of the taps, and nothing moves by a pixel', async () => {
    const page = await ranking();
    const tops = () =>
      page
        .locator('.pool li')
        .evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().top + scrollY));
    const before = await tops();
    for (const index of [4, 0, 2]) await page.locator('.pick').nth(index).tap();
    expect(await tops()).toEqual(before);
    const numbers = await page.locator('.num').allTextContents();
    expect([numbers[4], numbers[0], numbers[2]]).toEqual(['1', '2', '3']);
    await page.close();
  });

  test('a second tap takes the number back and the others close up', async () => {
    const page = await ranking();
    for (const index of [0, 1, 2, 1]) await page.locator('.pick').nth(index).tap();
    expect((await page.locator('.num').allTextContents()).slice(0, 3)).toEqual(['1', '', '2']);
    expect(await spoken(page)).toMatch(/taken out/);
    await page.close();
  });

  test('keeps the focus on what was tapped, and says its number', async () => {
    const page = await ranking();
    const pick = page.locator('.pick').nth(3);
    await pick.focus();
    await page.keyboard.press('Enter');
    expect(await pick.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await spoken(page)).toMatch(/is your number 1\. Choose 2 more$/);
    await page.close();
  });

  test('no button is ever disabled, so none can lose the focus', async () => {
    const page = await ranking();
    for (let index = 0; index < 5; index += 1) await page.locator('.pick').nth(index).click();
    expect(await page.locator(':disabled').count()).toBe(0);
    expect(await page.locator('.pick[aria-disabled=true]').count()).toBe(7);
    await page.locator('.pick').nth(8).dispatchEvent('click');
    expect(await spoken(page)).toMatch(/You have chosen 5/);
    expect(await page.locator('.pick[aria-pressed=true]').count()).toBe(5);
    await page.close();
  });

  test('says how many are missing and does not go on before', async () => {
    const page = await ranking();
    expect(await primary(page).textContent()).toBe('Choose 3 more');
    await page.locator('.pick').first().click();
    expect(await primary(page).textContent()).toBe('Choose 2 more');
    await primary(page).dispatchEvent('click');
    expect(await page.locator('.order').count()).toBe(0);
    await page.close();
  });

  test('undo takes back one move after the other, fifty deep', async () => {
    const page = await ranking();
    const undo = page.getByRole('button', { name: 'Undo' });
    for (let round = 0; round < 55; round += 1) {
      await page.locator('.pick').nth(0).dispatchEvent('click');
    }
    expect(await page.locator('.pick[aria-pressed=true]').count()).toBe(1);
    for (let round = 0; round < 50; round += 1) await undo.dispatchEvent('click');
    expect(await undo.getAttribute('aria-disabled')).toBe('true');
    expect(await page.locator('.pick[aria-pressed=true]').count()).toBe(1);
    await page.close();
  });

  test('the last of a complete ranking places itself', async () => {
    const page = await ranking(PHONE, complete);
    for (let index = 0; index < 6; index += 1) await page.locator('.pick').nth(index).click();
    expect(await page.locator('.pick[aria-pressed=true]').count()).toBe(7);
    expect(await primary(page).textContent()).toBe('Check the order');
    await page.close();
  });

  test('an item of one’s own is added once and ranked next', async () => {
    const page = await ranking();
    const own = page.getByLabel('Something missing? Add your own');
    await own.fill('Drone landing sites');
    await own.press('Enter');
    await page.getByLabel('Something missing? Add your own').fill('drone landing SITES');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    expect(await page.locator('.pick').count()).toBe(13);
    expect(await page.locator('.pick').last().textContent()).toMatch(/^1Drone landing sites/);
    await page.close();
  });

  test('what an item means can be read in both moves', async () => {
    const page = await ranking();
    await page
      .getByRole('button', { name: /^What it means/ })
      .first()
      .click();
    const help = await page.locator('.more').textContent();
    expect(help!.length).toBeGreaterThan(10);
    await pickFirst(page, 3);
    await page.locator('.name').first().click();
    expect(await page.locator('.more p').textContent()).toBe(help);
    await page.close();
  });
});

describe('checking the order', () => {
  test('the arrows move an item, say so, and keep the focus to the very top', async () => {
    const page = await ranking();
    const order = await pickFirst(page, 5);
    const up = page.getByRole('button', { name: `Move up: ${order[4]}` });
    await up.focus();
    for (let press = 0; press < 6; press += 1) await page.keyboard.press('Enter');
    expect(await orderOn(page)).toEqual([order[4], ...order.slice(0, 4)]);
    expect(await focused(page)).toBe(`Move up: ${order[4]}`);
    expect(await up.getAttribute('aria-disabled')).toBe('true');
    expect(await spoken(page)).toBe(`${order[4]} moved to number 1.`);
    await page.close();
  });

  test('downwards the focus is kept as well', async () => {
    const page = await ranking();
    const order = await pickFirst(page, 3);
    await page.getByRole('button', { name: `Move down: ${order[0]}` }).focus();
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe(`Move down: ${order[0]}`);
    expect(await orderOn(page)).toEqual([order[1], order[0], order[2]]);
    await page.close();
  });

  test('the menu of positions moves an item and keeps the focus', async () => {
    const page = await ranking();
    const order = await pickFirst(page, 4);
    await page.locator('.name').nth(3).click();
    await page.getByLabel('Position').selectOption('1');
    expect(await orderOn(page)).toEqual([order[3], order[0], order[1], order[2]]);
    expect(await page.locator('select.place').evaluate((it) => it === document.activeElement)).toBe(
      true,
    );
    await page.close();
  });

  test('a finger drags an item by its handle from the first to the third place', async () => {
    const page = await ranking();
    const order = await pickFirst(page, 4);
    const drop = await dragByTouch(page, 0, 2);
    await drop();
    expect(await orderOn(page)).toEqual([order[1], order[2], order[0], order[3]]);
    expect(await spoken(page)).toBe(`${order[0]} moved to number 3.`);
    await page.close();
  });

  test('Escape in the middle of a drag changes nothing', async () => {
    const page = await ranking();
    const order = await pickFirst(page, 4);
    const drop = await dragByTouch(page, 0, 2);
    await page.keyboard.press('Escape');
    await drop();
    expect(await orderOn(page)).toEqual(order);
    expect(await spoken(page)).toBe('Not moved.');
    await page.close();
  });

  test('what is not ranked is named, and the choice can be changed', async () => {
    const page = await ranking();
    await pickFirst(page, 3);
    expect(await page.locator('.rest').textContent()).toMatch(/^Not in your top 3: .+ · /);
    await page.getByRole('button', { name: 'Change choices' }).click();
    expect(await page.locator('.pick[aria-pressed=true]').count()).toBe(3);
    await page.close();
  });

  test('every target is at least 44 pixels wide and high', async () => {
    const page = await ranking();
    await pickFirst(page, 5);
    await page.locator('.name').first().click();
    const sizes = await page.locator('button:visible, select:visible').evaluateAll((controls) =>
      controls.map((control) => {
        const { width, height } = control.getBoundingClientRect();
        return Math.min(width, height);
      }),
    );
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(44);
    await page.close();
  });
});

test('the keyboard alone ranks from the first item to the next step', async () => {
  const page = await ranking({ viewport: { width: 1280, height: 800 }, locale: 'en' });
  const tabTo = async (test_: RegExp) => {
    for (let press = 0; press < 80; press += 1) {
      await page.keyboard.press('Tab');
      if (test_.test(await focused(page))) return;
    }
    throw new Error(`Tab never reached ${test_}`);
  };
  for (const index of [0, 1, 2]) {
    const name = await page.locator('.pick').nth(index).textContent();
    await tabTo(new RegExp(`^${name}$`));
    await page.keyboard.press('Space');
  }
  await tabTo(/^Check the order$/);
  await page.keyboard.press('Enter');
  expect(await focused(page)).toBe('Is this the right order?');
  await tabTo(/^Continue$/);
  await page.keyboard.press('Enter');
  expect(await focused(page)).toMatch(/^Is anything missing\?/);
  expect(await page.title()).toMatch(/^Step 2 of 3 – Is anything missing/);
  await page.close();
});

/** Puts a finger on the handle of one row and moves it to another; the result lifts it. */
async function dragByTouch(page: Page, from: number, to: number) {
  const session = await page.context().newCDPSession(page);
  const centre = async (row: number) => {
    const box = (await page.locator('.order .handle').nth(row).boundingBox())!;
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  const start = await centre(from);
  const goal = await centre(to);
  const send = (type: string, y?: number) =>
    session.send('Input.dispatchTouchEvent', {
      type: type as 'touchStart',
      touchPoints: y === undefined ? [] : [{ x: start.x, y }],
    });
  await send('touchStart', start.y);
  for (let step = 1; step <= 8; step += 1) {
    await send('touchMove', start.y + ((goal.y - start.y + 4) * step) / 8);
  }
  return () => send('touchEnd');
}
