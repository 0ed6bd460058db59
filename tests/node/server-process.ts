import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll } from 'vitest';
import { root } from '../source-files.ts';

/** A server that runs as a process of its own, as `npm start` runs it. */
export interface ServerProcess {
  url: string;
  pid: number;
  output: () => string;
  /** Sends a signal and waits for the end; null when a signal ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** A test that fails half-way must not leave its server behind. */
const started = new Set<ChildProcess>();
afterAll(() => {
  for (const child of started) child.kill('SIGKILL');
});

/** The part of the environment that a server needs and no test run's own settings. */
function environment(env: Record<string, string>): Record<string, string> {
  const { PATH = '', HOME = '', PLENARY_TEST_RUN = '' } = process.env;
  return { PATH, HOME, PLENARY_TEST_RUN, HOST: '127.0.0.1', PORT: '0', ...env };
}

/** Runs the built server until it ends by itself. */
export async function runToEnd(
  env: Record<string, string>,
  args = ['dist/server/node.js'],
): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, args, { cwd: root, env: environment(env) });
  started.add(child);
  let output = '';
  child.stdout.on('data', (text) => (output += text));
  child.stderr.on('data', (text) => (output += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output };
}

/** Starts the built server and waits until it prints its address. */
export async function startProcess(env: Record<string, string>): Promise<ServerProcess> {
  const child = spawn(process.execPath, ['dist/server/node.js'], {
    cwd: root,
    env: environment(env),
  });
  started.add(child);
  let output = '';
  const ended = once(child, 'close') as Promise<[number | null]>;
  const url = await new Promise<string>((resolve, reject) => {
    const read = (text: Buffer) => {
      output += text.toString();
      const found = /running at (http:\S+)\n/.exec(output)?.[1];
      // The lines after the address come in the same turn.
      if (found) setTimeout(resolve, 50, found);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void ended.then(([code]) => reject(new Error(`The server ended with ${code}:\n${output}`)));
  });
  return {
    url,
    pid: child.pid!,
    output: () => output,
    async end(signal) {
      child.kill(signal);
      const [code] = await ended;
      return code;
    },
  };
}
