import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Stability } from './needs/stability.ts';
import type { WorkStability } from './http/plan-stability-of.ts';

/** A plan of 500 samples of 5,000 respondents takes some seconds; whatever takes longer is ended. */
const LIMIT = 120_000;

/**
 * Works out how stable plans are in a thread of their own, one task at a time, so that no request
 * waits for them.
 *
 * @param milliseconds after which a task is ended, without the time it waits for others
 * @example
 * const work = planThread();
 * await work(task, (done) => console.log(done)) // => { samples: 500, modules: [ … ] }
 */
export function planThread({ milliseconds = LIMIT } = {}): WorkStability {
  let last: Promise<unknown> = Promise.resolve();
  return (task, progress) => {
    const run = last.then(() => runApart(task, progress, milliseconds));
    last = run.catch(() => {});
    return run;
  };
}

async function runApart(
  task: Parameters<WorkStability>[0],
  progress: Parameters<WorkStability>[1],
  milliseconds: number,
): Promise<Stability> {
  const worker = new Worker(workerFile(), { workerData: task });
  worker.unref();
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise((resolve, reject) => {
      timer = setTimeout(() => reject(new Error('it took too long')), milliseconds);
      timer.unref();
      worker.on('message', (message: { done: number } | { result: Stability }) => {
        if ('result' in message) resolve(message.result);
        else progress(message.done);
      });
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('the thread ended without a result')));
    });
  } finally {
    clearTimeout(timer);
    worker.removeAllListeners('exit');
    await worker.terminate();
  }
}

/** Beside the built server, or the source that runs by itself. */
function workerFile(): string {
  const file = ['plan-worker.js', '../plan-worker.js', 'plan-worker.ts']
    .map((name) => fileURLToPath(new URL(name, import.meta.url)))
    .find((path) => existsSync(path));
  if (!file) throw new Error('The file of the plan’s thread is missing: build again.');
  return file;
}
