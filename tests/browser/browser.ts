import { AxeBuilder } from '@axe-core/playwright';
import { createAdaptorServer } from '@hono/node-server';
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

/** Fails with what axe finds against WCAG 2.2 AA and its best practices, or some of its rules. */
export async function expectNoViolations(
  page: Page,
  rules: readonly string[] | null = null,
): Promise<void> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  // No page has frames, so nothing has to be put together in a tab of its own.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (rules ? axe.withRules([...rules]) : axe.withTags(tags)).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(', ')}`),
  ).toEqual([]);
}

/** Fails when the page is wider than the window. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const excess = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(excess).toBe(0);
}
