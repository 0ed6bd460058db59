import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';

interface StaticFile {
  body: Uint8Array<ArrayBuffer>;
  gzip: Uint8Array<ArrayBuffer> | null;
  headers: Record<string, string>;
}

/** Answers a request for a built file, or returns null when no file has that path. */
export type StaticFiles = (request: Request) => Response | null;

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};

/**
 * Reads every file of a folder into memory, compressed once, and serves it by its path.
 * Files under `/assets` carry a hash in their name and are cached for a year; the others are revalidated by ETag.
 * Only paths that existed at start are answered, so no request reaches the file system.
 *
 * @example
 * const files = readStaticFiles('dist/web');
 * files(new Request('http://localhost/favicon.svg'))?.status; // => 200
 * files(new Request('http://localhost/../package.json')); // => null
 */
export function readStaticFiles(folder: string): StaticFiles {
  const files = new Map<string, StaticFile>();
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const name = `/${relative(folder, path).split(sep).join('/')}`;
    // The build's own notes (`manifest.json`, `_headers`) are not part of the site.
    if (!/^\/(manifest\.json|[._].*)$/.test(name)) files.set(name, readStaticFile(path, name));
  }
  return (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return null;
    const file = files.get(new URL(request.url).pathname);
    return file ? respond(request, file) : null;
  };
}

function readStaticFile(path: string, name: string): StaticFile {
  const body = new Uint8Array(readFileSync(path));
  const gzip = new Uint8Array(gzipSync(body, { level: 9 }));
  return {
    body,
    gzip: gzip.length < body.length * 0.9 ? gzip : null,
    headers: {
      'content-type': types[extname(path)] ?? 'application/octet-stream',
      'cache-control': name.startsWith('/assets/')
        ? 'public, max-age=31536000, immutable'
        : 'no-cache',
      etag: `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
      vary: 'accept-encoding',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
    },
  };
}

function respond(request: Request, file: StaticFile): Response {
  const headers = new Headers(file.headers);
  const known = request.headers.get('if-none-match')?.split(/\s*,\s*/) ?? [];
  if (known.includes(file.headers['etag'] ?? ''))
    return new Response(null, { status: 304, headers });
  const zip = file.gzip && /\bgzip\b/.test(request.headers.get('accept-encoding') ?? '');
  const body = zip ? file.gzip! : file.body;
  if (zip) headers.set('content-encoding', 'gzip');
  headers.set('content-length', String(body.length));
  return new Response(request.method === 'HEAD' ? null : body, { headers });
}
