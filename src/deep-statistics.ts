import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { DeepStatistics } from './http/env.ts';
import type { DeepFigures, DeepTask } from './survey/deep-figures.ts';

const LIMIT = 20_000;

/**
 * Works deep figures out in a thread of their own, one task at a time, so that no request waits
 * for them. A task that takes longer than the limit is ended, whatever it is at.
 *
 * @param milliseconds from the start of a task, without the time it waits for others
 * @example
 * const deep = deepStatistics();
 * await deep(task) // [['all', { plackettLuce, irv }]], or 'too-slow'
 */
export function deepStatistics({ milliseconds = LIMIT } = {}): DeepStatistics {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const run = last.then(() => runApart(task, milliseconds));
    last = run.catch(() => {});
    return run;
  };
}

async function runApart(task: DeepTask, milliseconds: number): Promise<DeepFigures | 'too-slow'> {
  const worker = new Worker(workerFile(), { workerData: task });
  worker.unref();
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise((resolve, reject) => {
      timer = setTimeout(resolve, milliseconds, 'too-slow');
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('the thread ended without figures')));
    });
  } finally {
    clearTimeout(timer);
    worker.removeAllListeners('exit');
    await worker.terminate();
  }
}

/** Beside the built server, or the source that runs by itself. */
function workerFile(): string {
  const file = ['deep-worker.js', '../deep-worker.js', 'deep-worker.ts']
    .map((name) => fileURLToPath(new URL(name, import.meta.url)))
    .find((path) => existsSync(path));
  if (!file) throw new Error('The file of the deep statistics is missing: build again.');
  return file;
}
