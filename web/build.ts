import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, type InlineConfig, type Plugin } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

// Vite looks at it: with any other value it would build for development, larger and slower.
process.env['NODE_ENV'] = 'production';

const shared: InlineConfig = {
  root,
  configFile: false,
  logLevel: 'warn',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
};

/** Browser entries by name: each becomes a module script and its style sheet. */
const entries = {
  participant: 'web/participant/main.tsx',
  designer: 'web/designer/main.ts',
  results: 'web/designer/results.ts',
  room: 'web/room/console.ts',
  table: 'web/room/table.ts',
  paper: 'web/paper/main.ts',
  screen: 'web/room/screen.ts',
  data: 'web/data/main.ts',
  needs: 'web/needs/main.ts',
  plan: 'web/plan/main.ts',
  share: 'web/share/main.ts',
  translations: 'web/translations/main.ts',
  editor: 'web/editor/main.tsx',
  strategy: 'web/strategy/main.ts',
};

/** Participant pages draw JSX themselves: a phone need not load Preact (web/participant/draw.ts). */
const participantJsx: Plugin = {
  name: 'participant-jsx',
  enforce: 'pre',
  resolveId: (source, importer) =>
    source === 'preact/jsx-runtime' && importer?.startsWith(`${root}web/participant/`)
      ? `${root}web/participant/jsx-runtime.ts`
      : null,
};

/**
 * Phones get copies of what their page shares with other pages: in chunks of their own these would
 * be requests of their own.
 */
const phoneCopies: Plugin = {
  name: 'phone-copies',
  enforce: 'pre',
  async resolveId(source, importer, options) {
    const isEntry = importer === undefined && source.endsWith(entries.participant);
    if (!isEntry && !importer?.endsWith(COPY)) return null;
    const found = await this.resolve(source, importer?.replace(COPY, ''), {
      ...options,
      skipSelf: true,
    });
    return found && /\.tsx?$/.test(found.id) ? found.id + COPY : found;
  },
};

const COPY = '?phone';

/** Vite's configuration of the browser files (`dist/web`). */
export const browserBuild: InlineConfig = {
  ...shared,
  publicDir: 'web/public',
  plugins: [participantJsx, phoneCopies],
  build: {
    outDir: 'dist/web',
    manifest: 'manifest.json',
    modulePreload: { polyfill: false },
    target: 'es2022',
    rollupOptions: { input: entries, checks: { pluginTimings: false } },
  },
};

/** Vite's configuration of the server and the command line (`dist/server`). */
export const serverBuild: InlineConfig = {
  ...shared,
  publicDir: false,
  build: {
    ssr: true,
    outDir: 'dist/server',
    target: 'node22',
    rollupOptions: {
      input: {
        node: 'src/node.ts',
        server: 'src/server.ts',
        plenary: 'src/cli/plenary.ts',
        'deep-worker': 'src/deep-worker.ts',
        'word-worker': 'src/word-worker.ts',
        'plan-worker': 'src/plan-worker.ts',
      },
    },
  },
};

function newest(folder: string): number {
  return Math.max(
    ...readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => statSync(`${entry.parentPath}/${entry.name}`).mtimeMs),
  );
}

function isStale(): boolean {
  const built = `${root}/dist/server/node.js`;
  if (!existsSync(built) || !existsSync(`${root}/dist/web/manifest.json`)) return true;
  const sources = ['src', 'web', 'migrations'].map((folder) => newest(root + folder));
  return Math.max(...sources, statSync(`${root}/package.json`).mtimeMs) > statSync(built).mtimeMs;
}

/** Builds beside `folder` and then takes its place, so that no reader finds it half written. */
async function buildInPlace(config: InlineConfig, folder: string): Promise<void> {
  const fresh = `${root}${folder}.${process.pid}`;
  try {
    await build({ ...config, build: { ...config.build, outDir: fresh, emptyOutDir: true } });
    rmSync(root + folder, { recursive: true, force: true });
    renameSync(fresh, root + folder);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!process.argv.includes('--if-stale') || isStale()) {
    await buildInPlace(browserBuild, 'dist/web');
    await buildInPlace(serverBuild, 'dist/server');
  }
}
