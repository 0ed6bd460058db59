import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

/** What a thread tells: how far it is, or what came of it. */
export type ThreadMessage<Result> = { done: number } | { result: Result };

/** A task took longer than it may. */
export class TookTooLong extends Error {}

/**
 * Runs tasks in threads of their own, one at a time, so that no request waits for them. The thread
 * gets the task as `workerData`, posts `ThreadMessage`s, and ends. A task that takes longer than
 * the limit is ended, whatever it is at, and a result that comes later does not count.
 *
 * @param entry name of the thread's file without its ending, beside this one or the built server
 * @param milliseconds from the start of a task, without the time it waits for others
 * @throws TookTooLong
 * @example
 * const work = ownThread<StabilityTask, Stability>('plan-worker', 120_000);
 * await work(task, (done) => console.log(done))
 */
export function ownThread<Task, Result>(
  entry: string,
  milliseconds: number,
): (task: Task, progress?: (done: number) => void) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (task, progress = () => {}) => {
    const run = last.then(() => runApart<Task, Result>(entry, task, progress, milliseconds));
    last = run.catch(() => {});
    return run;
  };
}

async function runApart<Task, Result>(
  entry: string,
  workerData: Task,
  progress: (done: number) => void,
  milliseconds: number,
): Promise<Result> {
  const worker = new Worker(fileOf(entry), { workerData });
  worker.unref();
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    const end = performance.now() + milliseconds;
    return await new Promise((resolve, reject) => {
      const giveUp = () => reject(new TookTooLong(`${entry} took too long`));
      timer = setTimeout(giveUp, milliseconds);
      worker.on('message', (message: ThreadMessage<Result>) => {
        if (!('result' in message)) progress(message.done);
        else if (performance.now() > end) giveUp();
        else resolve(message.result);
      });
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error(`${entry} ended without a result`)));
    });
  } finally {
    clearTimeout(timer);
    worker.removeAllListeners('exit');
    await worker.terminate();
  }
}

/** Beside the built server, or the source that runs by itself. */
function fileOf(entry: string): string {
  const file = [`${entry}.js`, `../${entry}.js`, `${entry}.ts`]
    .map((name) => fileURLToPath(new URL(name, import.meta.url)))
    .find((path) => existsSync(path));
  if (!file) throw new Error(`The file of ${entry} is missing: build again.`);
  return file;
}
