import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { readStaticFiles } from '../src/static-files.ts';

const script = 'console.log("a page");\n'.repeat(100);
const folder = mkdtempSync(join(tmpdir(), 'plenary-files-'));
mkdirSync(join(folder, 'assets'));
writeFileSync(join(folder, 'assets/page-abc.js'), script);
writeFileSync(join(folder, 'favicon.svg'), '<svg/>');
writeFileSync(join(folder, 'manifest.json'), '{}');
writeFileSync(join(folder, '_headers'), '');
const files = readStaticFiles(folder);
afterAll(() => rmSync(folder, { recursive: true }));

const get = (path: string, headers = {}, method = 'GET') =>
  files(new Request(`http://localhost${path}`, { headers, method }));

describe('static files', () => {
  test('a file with a hash in its name may be kept for a year', () => {
    const response = get('/assets/page-abc.js?v=1')!;
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('a browser that takes gzip gets the same bytes compressed', async () => {
    const plain = await get('/assets/page-abc.js')!.text();
    const zipped = get('/assets/page-abc.js', { 'accept-encoding': 'br, gzip' })!;
    expect(zipped.headers.get('content-encoding')).toBe('gzip');
    const bytes = Buffer.from(await zipped.arrayBuffer());
    expect(zipped.headers.get('content-length')).toBe(String(bytes.length));
    expect(bytes.length).toBeLessThan(script.length / 10);
    expect(gunzipSync(bytes).toString()).toBe(plain);
  });

  test('other files are asked for again, and not sent again when unchanged', () => {
    const first = get('/favicon.svg')!;
    expect(first.headers.get('cache-control')).toBe('no-cache');
    const again = get('/favicon.svg', { 'if-none-match': first.headers.get('etag')! })!;
    expect(again.status).toBe(304);
    expect(again.body).toBeNull();
    expect(get('/favicon.svg', { 'if-none-match': 'W/"other"' })!.status).toBe(200);
  });

  test('HEAD answers the headers alone', async () => {
    const head = get('/favicon.svg', {}, 'HEAD')!;
    expect(head.headers.get('content-length')).toBe('6');
    expect(await head.text()).toBe('');
  });

  test.each(['/', '/nothing.js', '/assets', '/manifest.json', '/_headers', '/../package.json'])(
    '%s is no file of the site',
    (path) => expect(get(path)).toBeNull(),
  );

  test('a path that leaves the folder, however it is written, is no file of the site', () => {
    expect(get('/assets/%2e%2e/%2e%2e/etc/passwd')).toBeNull();
    expect(get('/assets/..%2f..%2fetc%2fpasswd')).toBeNull();
  });

  test('only GET and HEAD read a file', () => {
    expect(get('/favicon.svg', {}, 'POST')).toBeNull();
  });
});
