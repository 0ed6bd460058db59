import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { build, type InlineConfig, type Plugin } from 'vite';
import { browserBuild, serverBuild } from './build.ts';

let server: ChildProcess | undefined;
let soon: NodeJS.Timeout | undefined;
let restarts = Promise.resolve();

/** Ends the running server, waits until it has released its data directory, and starts the new build. */
async function restart(): Promise<void> {
  const running = server;
  if (running && running.exitCode === null) {
    running.kill('SIGTERM');
    await new Promise((resolve) => running.once('exit', resolve));
  }
  server = spawn(process.execPath, ['dist/server/node.js'], { stdio: 'inherit' });
}

/** The server reads the browser files once, so either build starts it anew; both at once start it once. */
const restarting: Plugin = {
  name: 'restart',
  writeBundle() {
    clearTimeout(soon);
    soon = setTimeout(() => {
      if (['web/manifest.json', 'server/node.js'].every((file) => existsSync(`dist/${file}`))) {
        restarts = restarts.then(restart);
      }
    }, 300);
  },
};

function watched(config: InlineConfig): InlineConfig {
  const plugins = [...(config.plugins ?? []), restarting];
  return { ...config, plugins, build: { ...config.build, watch: {} } };
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    server?.kill('SIGTERM');
    process.exit(0);
  });
}

await build(watched(browserBuild));
await build(watched(serverBuild));
