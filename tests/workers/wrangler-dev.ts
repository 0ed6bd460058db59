import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../postgres.ts';
import { root } from '../source-files.ts';

/** The Worker on this machine, as Cloudflare would run it, and how to end it. */
export interface LocalWorker {
  url: string;
  output: () => string;
  end(): Promise<void>;
}

/** Runs `wrangler dev` without a network: Hyperdrive leads to a PostgreSQL on this machine. */
export async function startWorker(
  databaseUrl: string,
  vars: Record<string, string>,
): Promise<LocalWorker> {
  const temporary = mkdtempSync(join(tmpdir(), 'plenary-worker-'));
  const [port, inspector] = await Promise.all([freePort(), freePort()]);
  const args = ['dev', '--local', '--show-interactive-dev-session=false', '--live-reload=false'];
  args.push('--ip', '127.0.0.1', '--port', String(port), '--inspector-port', String(inspector));
  args.push('--persist-to', temporary);
  for (const [name, value] of Object.entries(vars)) args.push('--var', `${name}:${value}`);
  const child = spawn(join(root, 'node_modules/.bin/wrangler'), args, {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      CI: '1',
      CLOUDFLARE_CF_FETCH_ENABLED: 'false',
      CLOUDFLARE_HYPERDRIVE_LOCAL_CONNECTION_STRING_HYPERDRIVE: databaseUrl,
      WRANGLER_LOG_PATH: join(temporary, 'log'),
      WRANGLER_SEND_ERROR_REPORTS: 'false',
      WRANGLER_SEND_METRICS: 'false',
      XDG_CONFIG_HOME: temporary,
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  const exited = once(child, 'exit');
  const end = async () => {
    if (child.exitCode === null) process.kill(-child.pid!, 'SIGKILL');
    await exited;
    rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
  };
  const url = `http://127.0.0.1:${port}`;
  const deadline = performance.now() + 90_000;
  while (performance.now() < deadline && child.exitCode === null) {
    const alive = await fetch(`${url}/healthz`).catch(() => null);
    if (alive) return { url, output: () => output, end };
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  await end();
  throw new Error(`wrangler dev did not start:\n${output}`);
}
