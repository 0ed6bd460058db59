import { gzipSync } from 'node:zlib';

import { build } from 'vite';
import { expect, test } from 'vitest';

/** Bundles a source module for the browser, in memory; its size in gzipped bytes. */
async function gzippedSize(entry: string): Promise<number> {
  const file = new URL(`../../src/ranking/${entry}`, import.meta.url).pathname;
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: true, lib: { entry: file, formats: ['es'], fileName: 'out' } },
  });
  const outputs = Array.isArray(result) ? result : [result];
  const code = outputs
    .flatMap((each) => ('output' in each ? each.output : []))
    .map((chunk) => (chunk.type === 'chunk' ? chunk.code : ''))
    .join('');
  expect(code).not.toMatch(/from\s*["']node:|require\(["']/);
  return gzipSync(code).length;
}

test('everything on a results page bundles for browsers and Workers, within 60 kB gzipped', async () => {
  expect(await gzippedSize('ranking-document.ts')).toBeLessThan(60_000);
});

test('what a phone needs to check a ranking stays under 2 kB gzipped', async () => {
  expect(await gzippedSize('ballot-code.ts')).toBeLessThan(2_000);
});
