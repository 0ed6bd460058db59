import { chromium } from 'playwright-core';
import { needChromium } from '../chromium.ts';
import { root } from '../source-files.ts';
import { runCommand } from '../stage.ts';
import { startDemo } from './demo-server.ts';
import { setUp } from './set-up.ts';

/** Takes the README's picture: the results of the synthetic study, as a designer sees them. */
async function screenshot(): Promise<void> {
  const found = await needChromium();
  if ('missing' in found) throw new Error(found.missing);
  const built = await runCommand('node', ['web/build.ts', '--if-stale']);
  if (!built.ok) throw new Error(built.output);
  const demo = await startDemo();
  const browser = await chromium.launch({
    executablePath: found.path,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const page = await browser.newPage({
      viewport: { width: 1280, height: 1180 },
      colorScheme: 'light',
    });
    await setUp(page, demo.setupUrl);
    await page.goto(demo.resultsUrl);
    await page.locator('canvas').first().waitFor();
    // The charts draw themselves in over a moment.
    await page.waitForTimeout(1500);
    await page.screenshot({ path: `${root}web/screenshot.png` });
  } finally {
    await browser.close();
    await demo.end();
  }
}

await screenshot();
console.log('web/screenshot.png is new.');
