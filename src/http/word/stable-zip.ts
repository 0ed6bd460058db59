import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** What the library makes up anew each time. */
const MADE_UP = /\b(rId)?[a-z0-9_-]{21}\b/g;

/**
 * The same Office file with nothing of the moment in it: times become `date`, random names are
 * counted, and the entries of the archive have no time of their own. Two files of the same content
 * are the same bytes.
 */
export function stableZip(bytes: Uint8Array, date: Date): Uint8Array<ArrayBuffer> {
  const names = new Map<string, string>();
  const moment = date.toISOString().replace(/\.\d+Z$/, 'Z');
  const stable = Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([path, content]) => {
      if (path.endsWith('.xlsx')) return [path, stableZip(content, date)];
      if (!/\.(xml|rels)$/.test(path)) return [path, content];
      let text = strFromU8(content);
      if (path.startsWith('docProps/')) {
        text = text.replace(/(<dcterms:\w+[^>]*>)[^<]*/g, `$1${moment}`);
      }
      return [path, strToU8(text)];
    }),
  );
  return zipSync(stable, { mtime: new Date(1980, 0, 1), level: 6 });
}
