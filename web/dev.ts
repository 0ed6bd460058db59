import { spawn, type ChildProcess } from 'node:child_process';
import { build } from 'vite';
import { browserBuild, serverBuild } from './build.ts';

let server: ChildProcess | undefined;

/** Ends the running server, waits until it has released its data directory, and starts the new build. */
async function restart(): Promise<void> {
  const running = server;
  if (running && running.exitCode === null) {
    running.kill('SIGTERM');
    await new Promise((resolve) => running.once('exit', resolve));
  }
  server = spawn(process.execPath, ['dist/server/node.js'], { stdio: 'inherit' });
}

await build({ ...browserBuild, build: { ...browserBuild.build, watch: {} } });
await build({
  ...serverBuild,
  build: { ...serverBuild.build, watch: {} },
  plugins: [{ name: 'restart', writeBundle: () => void restart() }],
});
