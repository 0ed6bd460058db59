import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import manifest from '../../package.json' with { type: 'json' };
import { root } from '../source-files.ts';

/** The built server as a process, and how to end it. */
export interface BuiltServer {
  url: string;
  pid: number;
  stop(): Promise<void>;
}

/** Builds what is stale, starts the server on a free port and waits for its address. */
export async function builtServer(env: Record<string, string>): Promise<BuiltServer> {
  execFileSync(process.execPath, ['web/build.ts', '--if-stale'], { cwd: root, stdio: 'ignore' });
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [...memoryFlags(), 'dist/server/node.js'], {
    cwd: root,
    env: { PATH, HOME, HOST: '127.0.0.1', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = once(child, 'exit');
  process.once('exit', () => child.kill('SIGKILL'));
  let output = '';
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      const found = /running at (http:\S+)\n/.exec(output)?.[1];
      if (found) resolve(found);
    });
    void ended.then(() => reject(new Error(`The server ended:\n${output}`)));
  });
  return {
    url,
    pid: child.pid!,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** As `npm start` runs the server: without, V8 keeps more and more room for short-lived objects. */
export function memoryFlags(): string[] {
  return manifest.scripts.start.match(/--max-\S+/g) ?? [];
}
