/** The built files of one browser entry: a module script and its style sheets, as paths from the site's root. */
export interface Asset {
  js?: string;
  css: string[];
}

/** Built files by entry name (`participant`, `designer`, `results`). */
export type Assets = Readonly<Record<string, Asset>>;

interface Chunk {
  file: string;
  name?: string;
  isEntry?: boolean;
  imports?: string[];
  css?: string[];
}

/**
 * Reads Vite's build manifest into {@link Assets}. Style sheets that entries share belong to a chunk
 * that they import, so imports are followed.
 *
 * @example
 * readManifest({ 'web/participant/main.tsx': { file: 'assets/p.js', name: 'participant', isEntry: true, css: ['assets/p.css'] } })
 * // => { participant: { js: '/assets/p.js', css: ['/assets/p.css'] } }
 */
export function readManifest(manifest: Record<string, Chunk>): Assets {
  const entries = Object.values(manifest).filter((chunk) => chunk.isEntry && chunk.name);
  return Object.fromEntries(
    entries.map((chunk) => [
      chunk.name,
      { js: `/${chunk.file}`, css: cssOf(manifest, chunk).map((file) => `/${file}`) },
    ]),
  );
}

function cssOf(manifest: Record<string, Chunk>, entry: Chunk): string[] {
  const chunks = new Set([entry]);
  for (const { imports = [] } of chunks) {
    for (const key of imports) if (manifest[key]) chunks.add(manifest[key]);
  }
  // What is shared comes first: it declares the order of the layers.
  return [...new Set([...chunks].toReversed().flatMap(({ css = [] }) => css))];
}
