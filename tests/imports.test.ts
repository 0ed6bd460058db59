import { readFileSync } from 'node:fs';
import { parseSync } from 'vite';
import { describe, expect, test } from 'vitest';
import { filesBelow, importsOf, isModule, root, type Import } from './source-files.ts';

interface Layer {
  /** Paths this layer owns. */
  files: RegExp;
  /** Our own files it may import, besides its own. */
  own: RegExp;
  /** Packages and Node modules it may import; null allows any. */
  packages: RegExp | null;
  /** Where code that needs more belongs. */
  instead: string;
}

/** Statistics, and the parser of CSV files of ballots. */
const pure = /^(simple-statistics|@stdlib\/.+|papaparse)$/;
const domain = String.raw`src\/(ranking|needs|survey)\/`;

/** The arrows of the architecture, first match wins. */
const layers: Layer[] = [
  {
    files: /^src\/ranking\//,
    own: /^$/,
    packages: pure,
    instead:
      'src/ranking is mathematics of numbers and ids; what knows questions goes to src/survey',
  },
  {
    files: /^src\/needs\//,
    own: /^src\/ranking\//,
    packages: /^(simple-statistics|@stdlib\/.+|highs)$/,
    instead: 'src/needs is mathematics; what knows questions goes to src/survey',
  },
  {
    files: /^src\/survey\//,
    own: /^src\/(ranking|needs)\//,
    packages: /^(simple-statistics|@stdlib\/.+|zod|papaparse|hucre\/xlsx|fast-xml-parser)$/,
    instead:
      'src/survey runs in the browser too: queries go to src/db, HTTP to src/http, files to src/cli',
  },
  {
    files: /^src\/db\//,
    own: new RegExp(`^(${domain}|migrations/)`),
    packages:
      /^(kysely|kysely\/.+|kysely-postgres-js|postgres|@electric-sql\/pglite(\/.+)?|node:.+)$/,
    instead: 'src/db holds queries only: what answers requests goes to src/http',
  },
  {
    files: /^src\/http\//,
    own: new RegExp(`^(${domain}|src/db/)`),
    packages: /^(?!(kysely|postgres|kysely-postgres-js|@electric-sql\/pglite|preact)(\/|$)|node:)/,
    instead: 'src/http stays thin and runs on Workers: queries go to src/db, pages to web/pages',
  },
  {
    files: /^src\/app\.ts$/,
    own: new RegExp(`^(${domain}|src/(db|http)/|web/(pages|text)/)`),
    packages: /^(hono|hono-openapi|@hono)(\/|$)/,
    instead: 'src/app.ts only puts routes and pages together',
  },
  {
    files: /^src\/worker\.ts$/,
    own: new RegExp(`^(${domain}|src/(db|http)/|src/app\\.ts|dist/web/manifest\\.json)`),
    packages: /^(hono|postgres)(\/|$)/,
    instead: 'src/worker.ts only starts the app; what both entries need goes to src/app.ts',
  },
  {
    files:
      /^src\/(node|server|young-space|settings|secret|open-database|static-files|deep-statistics|deep-worker|own-thread|plan-thread|plan-worker|word-thread|word-worker|webhook-sender)\.ts$/,
    own: new RegExp(`^(${domain}|src/(db|http)/|src/[a-z-]+\\.ts$)`),
    packages: null,
    instead: 'the Node entry starts the app; pages are reached through src/app.ts',
  },
  {
    files: /^src\/cli\//,
    own: new RegExp(`^(${domain}|src/(db|http)/|src/[a-z-]+\\.ts$)`),
    packages: null,
    instead: 'the command line prints text; pages are reached through src/app.ts',
  },
  {
    files: /^web\/pages\//,
    own: new RegExp(`^(${domain}|src/(db|http)/|web/)`),
    packages: /^(preact|preact-render-to-string|hono|@hono|zod|uqr)(\/|$)/,
    instead: 'web/pages renders what src/http and src/db give it',
  },
  {
    files: /^web\/text\//,
    own: /^src\/survey\/(catalogue|language)\.ts$/,
    packages: /^$/,
    instead: 'web/text is text; what computes goes to src/survey',
  },
  {
    files: /^web\/(build|dev)\.ts$/,
    own: /^web\/build\.ts$/,
    packages: null,
    instead: 'the build reads sources through Vite',
  },
  {
    files: /^web\//,
    own: new RegExp(`^(${domain}|web/)`),
    packages: /^(preact|chart\.js|chartjs-chart-matrix|uqr)(\/|$)/,
    instead: 'browser code asks the server over HTTP; shared rules go to src/survey',
  },
  {
    files: /^migrations\//,
    own: /^$/,
    packages: /^kysely(\/.+)?$/,
    instead: 'a migration is frozen DDL: copy what it needs into it',
  },
];

function layerOf(file: string): Layer {
  const layer = layers.find(({ files }) => files.test(file));
  if (layer) return layer;
  throw new Error(`${file} is in no layer: move it, or add its layer to tests/imports.test.ts.`);
}

function broken({ file, target, own, typeOnly }: Import): string | null {
  const layer = layerOf(file);
  const allowed = own
    ? layer.files.test(target) || layer.own.test(target)
    : typeOnly || layer.packages === null || layer.packages.test(target);
  return allowed ? null : `${file} imports ${target}: ${layer.instead}.`;
}

const files = filesBelow();
const modules = files.filter(isModule);
const product = modules.filter((file) => /^(src|web|migrations)\//.test(file));
const imports = product.flatMap(importsOf);

describe('import direction', () => {
  test('every module imports only from the layers below its own', () => {
    expect(product.length).toBeGreaterThan(20);
    expect(imports.map(broken).filter((line) => line !== null)).toEqual([]);
  });

  test('a broken arrow is reported with the file, the import and the place it belongs', () => {
    const wrong = { own: true, typeOnly: false };
    expect(broken({ file: 'src/ranking/borda.ts', target: 'src/db/studies.ts', ...wrong })).toBe(
      'src/ranking/borda.ts imports src/db/studies.ts: src/ranking is mathematics of numbers and ids; what knows questions goes to src/survey.',
    );
    expect(broken({ file: 'web/participant/main.tsx', target: 'src/db/a.ts', ...wrong })).toMatch(
      /src\/db\/a\.ts: browser code/,
    );
    expect(broken({ file: 'src/http/a.ts', target: 'web/pages/a.tsx', ...wrong })).not.toBeNull();
  });

  test('only src/app.ts imports web/', () => {
    const importers = imports
      .filter(
        ({ file, target, own }) => own && file.startsWith('src/') && target.startsWith('web/'),
      )
      .map(({ file }) => file);
    expect([...new Set(importers)].filter((file) => file !== 'src/app.ts')).toEqual([]);
  });

  test('no browser entry reaches the database, HTTP or Node by any path', () => {
    const next = Map.groupBy(
      imports.filter(({ typeOnly }) => !typeOnly),
      ({ file }) => file,
    );
    const seen = new Map<string, string>();
    const queue = product.filter((file) =>
      /^web\/(participant|designer|editor|charts|workshop)\//.test(file),
    );
    for (const file of queue) seen.set(file, file);
    for (const file of queue) {
      for (const { target } of next.get(file) ?? []) {
        if (seen.has(target)) continue;
        seen.set(target, `${seen.get(file)} > ${target}`);
        queue.push(target);
      }
    }
    const reached = [...seen].filter(([name]) =>
      /^(src\/(db|http)\/|node:|kysely|postgres)/.test(name),
    );
    expect(reached.map(([, path]) => path)).toEqual([]);
  });
});

describe('house style', () => {
  test('no file is a barrel of re-exports or a drawer without a noun', () => {
    const drawers = product.filter((file) =>
      /\/(utils?|helpers?|types|common|misc)\.tsx?$/.test(file),
    );
    const barrels = product.filter((file) => {
      const { program } = parseSync(file, readFileSync(root + file, 'utf8'));
      const body = program.body.filter(({ type }) => type !== 'ImportDeclaration');
      const reExports = body.filter((node) => 'source' in node && node.source);
      return body.length > 0 && reExports.length === body.length;
    });
    expect([...drawers, ...barrels]).toEqual([]);
  });

  test('no file names a place on one machine or a package registry', () => {
    const places =
      /(^|[\s"'`(=:])\/(home|Users|root|work)\/|[A-Z]:\\Users|registry\.[a-z.]+\/|"resolved"\s*:/m;
    const text = files.filter((file) => !/\.(png|ico|xlsx|woff2?)$/.test(file));
    expect(text.filter((file) => places.test(readFileSync(root + file, 'utf8')))).toEqual([]);
  });
});
