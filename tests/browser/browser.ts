import { createAdaptorServer } from '@hono/node-server';
import axe from 'axe-core';
import { readFileSync } from 'node:fs';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { readManifest } from '../../src/http/assets.ts';
import type { Config } from '../../src/http/env.ts';
import { readStaticFiles } from '../../src/static-files.ts';
import { findChromium } from '../chromium.ts';
import { type FreshApp, freshApp } from '../fresh-app.ts';
import { root } from '../source-files.ts';

/** An app that listens on a port of its own, with its built browser files. */
export interface ServedApp extends FreshApp {
  url: string;
}

/** Serves a fresh app with what `npm run build` made. */
export async function serveApp(overrides: Partial<Config> = {}): Promise<ServedApp> {
  const folder = `${root}dist/web`;
  const manifest = JSON.parse(readFileSync(`${folder}/manifest.json`, 'utf8')) as Parameters<
    typeof readManifest
  >[0];
  const files = readStaticFiles(folder);
  const fresh = await freshApp({
    assets: readManifest(manifest),
    now: () => new Date(),
    ...overrides,
  });
  const server = createAdaptorServer({
    fetch: (request) => files(request) ?? fresh.app.fetch(request),
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    ...fresh,
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      server.close();
      if ('closeAllConnections' in server) server.closeAllConnections();
      await fresh.close();
    },
  };
}

/** Starts Chromium without anything that talks to the network by itself. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('There is no Chromium: set CHROMIUM_PATH.');
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}

/** A page of its own whose errors end the test: exceptions, and whatever goes to the console. */
export async function openPage(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; errors: string[] }> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return { page, errors };
}

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Fails with what axe finds against WCAG 2.2 AA and its best practices, or some of its rules. */
export async function expectNoViolations(
  page: Page,
  rules: readonly string[] | null = null,
): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const runOnly: axe.RunOnly = rules
    ? { type: 'rule', values: [...rules] }
    : { type: 'tag', values: WCAG };
  const violations = await page.evaluate(async (only) => {
    const { axe: own } = globalThis as unknown as { axe: typeof axe };
    const found = await own.run({ runOnly: only, resultTypes: ['violations'] });
    return found.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
    );
  }, runOnly);
  expect(violations).toEqual([]);
}

/** Fails when the page stays wider than the window; a chart may take a moment to follow it. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const excess = () =>
    page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
  await expect.poll(excess).toBe(0);
}
