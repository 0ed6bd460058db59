import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';

/** The repository's folder, ending in a slash. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** One import, export-from or dynamic import of a module. */
export interface Import {
  file: string;
  /** Path from the repository's root for our own files, else the package's name or `node:…`. */
  target: string;
  own: boolean;
  typeOnly: boolean;
}

const skipped = /^(\.git|\.data|\.wrangler|node_modules|dist|tests\/output)$/;

/** Every file of the product below a folder, as sorted paths from the root. */
export function filesBelow(folder = ''): string[] {
  return readdirSync(root + folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      if (skipped.test(path)) return [];
      return entry.isDirectory() ? filesBelow(path) : [path];
    })
    .toSorted();
}

/** Whether a path names a TypeScript module. */
export const isModule = (file: string) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts');

/**
 * Reads what a file imports: import, export-from, dynamic import and `import('…')` in types.
 *
 * @throws when the file is not valid TypeScript, or a dynamic import has a computed name
 */
export function importsOf(file: string): Import[] {
  const code = readFileSync(root + file, 'utf8');
  const parsed = parseSync(file, code);
  if (parsed.errors[0]) throw new Error(`${file}: ${parsed.errors[0].message}`);
  const { staticImports, staticExports, dynamicImports } = parsed.module;
  const named = [
    ...staticImports.map((one) => ({
      name: one.moduleRequest.value,
      typeOnly:
        /^import\s+type\b/.test(code.slice(one.start, one.end)) ||
        (one.entries.length > 0 && one.entries.every(({ isType }) => isType)),
    })),
    ...staticExports
      .flatMap(({ entries }) => entries)
      .filter(({ moduleRequest }) => moduleRequest)
      .map((entry) => ({ name: entry.moduleRequest!.value, typeOnly: entry.isType })),
    ...dynamicImports.map(({ moduleRequest }) => ({
      name: literal(file, code.slice(moduleRequest.start, moduleRequest.end)),
      typeOnly: false,
    })),
    ...[...code.matchAll(/\b(?:typeof\s+)?import\(\s*(['"])([^'"]+)\1\s*\)\s*[.;[]/g)].map(
      (match) => ({
        name: match[2]!,
        typeOnly: true,
      }),
    ),
  ];
  return named.map(({ name, typeOnly }) => {
    const own = name.startsWith('.');
    return { file, target: own ? posix.join(posix.dirname(file), name) : name, own, typeOnly };
  });
}

function literal(file: string, source: string): string {
  const match = /^(['"`])([^'"`$]+)\1$/.exec(source);
  if (match) return match[2]!;
  throw new Error(`${file}: import(${source}) has a computed name; name the module itself.`);
}
