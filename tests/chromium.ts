import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runCommand } from './stage.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** The path of an installed Chromium: `CHROMIUM_PATH`, or the first one on PATH; null when there is none. */
export function findChromium(): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const candidates = [
    process.env['CHROMIUM_PATH'],
    ...folders.flatMap((folder) => names.map((name) => join(folder, name))),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ];
  return candidates.find((path) => path && isExecutable(path)) ?? null;
}

/**
 * Finds Chromium, or installs the distribution's as root with apt-get.
 *
 * @returns its path, or a sentence that says what is missing and how to get it
 */
export async function needChromium(): Promise<{ path: string } | { missing: string }> {
  const found = findChromium();
  if (found) return { path: found };
  const missing =
    'The browser tests need Chromium: install it (on Debian `apt-get install chromium`) or name its program in CHROMIUM_PATH.';
  if (process.getuid?.() !== 0) return { missing };
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await runCommand('apt-get', ['update'], { env });
  const install = await runCommand('apt-get', ['install', '-y', 'chromium'], { env });
  const path = findChromium();
  return path ? { path } : { missing: `${missing}\n${install.output.slice(-2000)}` };
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
