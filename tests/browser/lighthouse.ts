import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { needChromium } from '../chromium.ts';
import { runCommand } from '../stage.ts';
import { startDemo } from './demo-server.ts';

interface Report {
  categories: Record<string, { title: string; score: number | null }>;
  audits: Record<string, { title: string; score: number | null; displayValue?: string }>;
}

/** Measures the participant's page as a phone on a slow network sees it, and prints what Lighthouse says. */
async function lighthouse(): Promise<void> {
  const found = await needChromium();
  if ('missing' in found) throw new Error(found.missing);
  const built = await runCommand('node', ['web/build.ts', '--if-stale']);
  if (!built.ok) throw new Error(built.output);
  const temporary = mkdtempSync(join(tmpdir(), 'plenary-lighthouse-'));
  const file = join(temporary, 'report.json');
  const demo = await startDemo();
  try {
    const categories = '--only-categories=performance,accessibility,best-practices';
    const flags =
      '--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-background-networking';
    const { ok, output } = await runCommand(
      'lighthouse',
      [demo.joinUrl, categories, flags, '--output=json', `--output-path=${file}`, '--quiet'],
      { env: { CHROME_PATH: found.path, CI: '1' } },
    );
    if (!ok) throw new Error(output);
    print(JSON.parse(readFileSync(file, 'utf8')) as Report);
  } finally {
    await demo.end();
    rmSync(temporary, { recursive: true, force: true });
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
