import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../source-files.ts';

/** A server with the synthetic study, and the addresses that it printed. */
export interface DemoServer {
  url: string;
  /** The participant's page. */
  joinUrl: string;
  resultsUrl: string;
  /** The path of the link that signs the first designer in. */
  setupUrl: string;
  end(): Promise<void>;
}

/** Starts `plenary demo` of the built server on a free port, with a database of its own. */
export async function startDemo(): Promise<DemoServer> {
  const folder = mkdtempSync(join(tmpdir(), 'plenary-demo-'));
  const child = spawn(process.execPath, ['dist/server/plenary.js', 'demo'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      DATA_DIR: folder,
      HOST: '127.0.0.1',
      PORT: '0',
      DATABASE_URL: '',
      ORIGIN: '',
    },
  });
  const exited = once(child, 'exit');
  const end = async () => {
    child.kill('SIGTERM');
    await exited;
    rmSync(folder, { recursive: true, force: true });
  };
  let output = '';
  return new Promise((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      const addresses = addressesIn(output);
      if (addresses) resolve({ ...addresses, end });
    });
    void exited.then(() => reject(new Error(`The demo did not start:\n${output}`)));
  });
}

function addressesIn(output: string): Omit<DemoServer, 'end'> | null {
  const url = /running at (\S+)\n/.exec(output)?.[1];
  const joinUrl = /(\S+\/j\/\S+)\n/.exec(output)?.[1];
  const resultsUrl = /(\S+\/results)\n/.exec(output)?.[1];
  const setupUrl = /(\S+\/setup\/\S+)\n/.exec(output)?.[1];
  return url && joinUrl && resultsUrl && setupUrl ? { url, joinUrl, resultsUrl, setupUrl } : null;
}
