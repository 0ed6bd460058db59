import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** The names that the library makes up for links and charts, anew each time. */
const MADE_UP = /(?<=")rId[a-z0-9_-]{21}(?=")/g;

/**
 * The same Office file with nothing of the moment in it: times become `date`, random names are
 * counted, and the entries of the archive have no time of their own. Two files of the same content
 * are the same bytes.
 *
 * @param edit what else is to be changed in a part
 */
export function stableZip(
  bytes: Uint8Array,
  date: Date,
  edit: (path: string, xml: string) => string = (_, xml) => xml,
): Uint8Array<ArrayBuffer> {
  const names = new Map<string, string>();
  const moment = date.toISOString().replace(/\.\d+Z$/, 'Z');
  const stable = Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([path, content]) => {
      if (path.endsWith('.xlsx')) return [path, stableZip(content, date)];
      if (!/\.(xml|rels)$/.test(path)) return [path, content];
      let text = strFromU8(content).replace(MADE_UP, (name) => {
        if (!names.has(name)) names.set(name, `rIdLink${names.size + 1}`);
        return names.get(name)!;
      });
      if (path.startsWith('docProps/')) {
        text = text.replace(/(<dcterms:\w+[^>]*>)[^<]*/g, `$1${moment}`);
      }
      return [path, strToU8(edit(path, text))];
    }),
  );
  return zipSync(stable, { mtime: new Date(1980, 0, 1), level: 6 });
}
