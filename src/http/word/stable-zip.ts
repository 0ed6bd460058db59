import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/**
 * What the library makes up: links and charts are named at random, headings, bookmarks and
 * pictures counted on from one file to the next. All stand in attributes or fields, never in a text.
 */
const MADE_UP = [
  /(?<=")rId[a-z0-9_-]{21}(?=")/g,
  /(?<="|<w:instrText xml:space="preserve">PAGEREF )_Toc\d+/g,
  /(?<=<w:bookmark(?:Start|End)\b[^>]* w:id=")\d+/g,
  /(?<=<wp:docPr id=")\d+/g,
];
const MADE_HERE = ['rIdLink', '_TocHeading', '', ''];

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
  const names = MADE_UP.map(() => new Map<string, string>());
  const moment = date.toISOString().replace(/\.\d+Z$/, 'Z');
  const stable = Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([path, content]) => {
      if (path.endsWith('.xlsx')) return [path, stableZip(content, date)];
      if (!/\.(xml|rels)$/.test(path)) return [path, content];
      let text = MADE_UP.reduce(
        (xml, pattern, kind) => xml.replace(pattern, (name) => counted(names[kind]!, name, kind)),
        strFromU8(content),
      );
      if (path.startsWith('docProps/')) {
        text = text.replace(/(<dcterms:\w+[^>]*>)[^<]*/g, `$1${moment}`);
      }
      return [path, strToU8(edit(path, text))];
    }),
  );
  return zipSync(stable, { mtime: new Date(1980, 0, 1), level: 6 });
}

/** The name that takes the place of a made-up one: the same wherever that one stands. */
function counted(names: Map<string, string>, name: string, kind: number): string {
  if (!names.has(name)) names.set(name, `${MADE_HERE[kind]}${names.size + 1}`);
  return names.get(name)!;
}
