import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { needChromium } from '../chromium.ts';
import { runCommand } from '../stage.ts';
import { startDemo } from './demo-server.ts';

interface Report {
  categories: Record<string, { title: string; score: number | null }>;
  audits: Record<string, { title: string; score: number | null; displayValue?: string }>;
}

/**
 * Measures the participant's page and a designer's results as a phone on a slow network sees them,
 * and prints what Lighthouse says.
 */
async function lighthouse(): Promise<void> {
  const found = await needChromium();
  if ('missing' in found) throw new Error(found.missing);
  const built = await runCommand('node', ['web/build.ts', '--if-stale']);
  if (!built.ok) throw new Error(built.output);
  const temporary = mkdtempSync(join(tmpdir(), 'plenary-lighthouse-'));
  const file = join(temporary, 'report.json');
  const demo = await startDemo();
  try {
    console.log("The participant's page");
    print(await measure(demo.joinUrl, file, found.path));
    const headers = join(temporary, 'headers.json');
    writeFileSync(headers, JSON.stringify({ Cookie: await signedIn(demo.setupUrl, found.path) }));
    console.log('\nThe results');
    print(await measure(demo.resultsUrl, file, found.path, [`--extra-headers=${headers}`]));
  } finally {
    await demo.end();
    rmSync(temporary, { recursive: true, force: true });
  }
}

async function measure(
  url: string,
  file: string,
  chromiumPath: string,
  more: readonly string[] = [],
): Promise<Report> {
  const categories = '--only-categories=performance,accessibility,best-practices';
  const flags =
    '--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-background-networking';
  const { ok, output } = await runCommand(
    'lighthouse',
    [url, categories, flags, '--output=json', `--output-path=${file}`, '--quiet', ...more],
    { env: { CHROME_PATH: chromiumPath, CI: '1' } },
  );
  if (!ok) throw new Error(output);
  return JSON.parse(readFileSync(file, 'utf8')) as Report;
}

/** Makes the first designer, and gives the cookie of the session. */
async function signedIn(setupUrl: string, executablePath: string): Promise<string> {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    await page.goto(setupUrl);
    for (const field of await page.locator('main form input:visible').all()) {
      const type = await field.getAttribute('type');
      const email = 'designer@example.org';
      await field.fill(type === 'email' ? email : 'a long enough password');
    }
    await page.locator('main form button').last().click();
    await page.waitForURL('**/studies');
    const cookies = await page.context().cookies();
    return cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  } finally {
    await browser.close();
  }
}

function print({ categories, audits }: Report): void {
  for (const { title, score } of Object.values(categories)) {
    console.log(`${title.padEnd(28)} ${score === null ? 'not measured' : Math.round(score * 100)}`);
  }
  const timings = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time'];
  for (const id of [...timings, 'cumulative-layout-shift', 'total-byte-weight', 'interactive']) {
    const audit = audits[id];
    if (audit) console.log(`${audit.title.padEnd(28)} ${audit.displayValue ?? ''}`);
  }
  const wanting = Object.values(audits).filter(({ score }) => score !== null && score < 0.9);
  for (const { title, displayValue = '' } of wanting)
    console.log(`  below 90: ${title} ${displayValue}`);
}

await lighthouse();
