import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserBuild } from '../web/build.ts';

interface Chunk {
  file: string;
  name?: string;
  isEntry?: boolean;
  imports?: string[];
  css?: string[];
}

const folder = mkdtempSync(join(tmpdir(), 'plenary-size-'));
let manifest: Record<string, Chunk>;

beforeAll(async () => {
  await build({
    ...browserBuild,
    build: { ...browserBuild.build, outDir: folder, emptyOutDir: true },
  });
  manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as typeof manifest;
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

/** Everything that a page with this entry fetches before anything lazy, as paths in the build. */
function fetched(entry: string): { scripts: string[]; styles: string[] } {
  const first = Object.keys(manifest).find(
    (key) => manifest[key]!.isEntry && manifest[key]!.name === entry,
  );
  if (!first) throw new Error(`${entry} is no entry of the build`);
  const chunks = new Set([first]);
  for (const key of chunks) for (const next of manifest[key]!.imports ?? []) chunks.add(next);
  const found = [...chunks].map((key) => manifest[key]!);
  return {
    scripts: found.map(({ file }) => file),
    styles: [...new Set(found.flatMap(({ css = [] }) => css))],
  };
}

const zipped = (files: string[]) =>
  files.reduce(
    (sum, file) => sum + gzipSync(readFileSync(join(folder, file)), { level: 9 }).length,
    0,
  );

describe('what a phone downloads', () => {
  test('F9: the participant page needs at most 15 kB of script', () => {
    expect(zipped(fetched('participant').scripts)).toBeLessThanOrEqual(15_000);
  });

  test('the participant page needs at most 4 kB of style', () => {
    expect(zipped(fetched('participant').styles)).toBeLessThanOrEqual(4_000);
  });

  test('the participant page is complete after at most 6 requests, the page and its icon included', () => {
    const { scripts, styles } = fetched('participant');
    expect(2 + scripts.length + styles.length).toBeLessThanOrEqual(6);
  });

  test('no page loads a font or anything from another site', () => {
    for (const entry of ['participant', 'designer', 'results']) {
      for (const file of fetched(entry).styles) {
        const css = readFileSync(join(folder, file), 'utf8');
        expect(css).not.toMatch(/@font-face|@import|url\(\s*["']?(https?:)?\/\//);
      }
    }
  });
});

describe('what a room downloads', () => {
  test.each(['screen', 'table'])('the %s page needs at most 15 kB of script', (entry) => {
    expect(zipped(fetched(entry).scripts)).toBeLessThanOrEqual(15_000);
  });
});

describe('what a designer downloads', () => {
  test('the page on which questions are edited needs at most 60 kB of script', () => {
    expect(zipped(fetched('editor').scripts)).toBeLessThanOrEqual(60_000);
  });

  test('the curriculum, which follows its rules in the browser, needs at most 15 kB of script', () => {
    expect(zipped(fetched('plan').scripts)).toBeLessThanOrEqual(15_000);
  });

  test.each(['designer', 'results'])(
    'the %s page needs at most 90 kB before its charts',
    (entry) => {
      const { scripts, styles } = fetched(entry);
      expect(zipped([...scripts, ...styles])).toBeLessThanOrEqual(90_000);
    },
  );
});
