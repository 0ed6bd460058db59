import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { WriteWord } from './http/strategy-docx.ts';

/** A strategy of fifty pages takes some seconds; whatever takes longer is ended. */
const LIMIT = 120_000;

/**
 * Writes Word files in a thread of their own, one at a time: laying out pages, to number them in
 * the contents, takes a second in which no request would be answered.
 *
 * @param milliseconds after which a file is given up, without the time it waits for others
 * @example
 * const bytes = await wordThread()(document, { origin: 'https://plenary.example' });
 */
export function wordThread({ milliseconds = LIMIT } = {}): WriteWord {
  let last: Promise<unknown> = Promise.resolve();
  return (document, options) => {
    const run = last.then(() => writeApart([document, options], milliseconds));
    last = run.catch(() => {});
    return run;
  };
}

async function writeApart(
  workerData: Parameters<WriteWord>,
  milliseconds: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const worker = new Worker(workerFile(), { workerData });
  worker.unref();
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise((resolve, reject) => {
      timer = setTimeout(() => reject(new Error('the Word file took too long')), milliseconds);
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('the thread ended without a Word file')));
    });
  } finally {
    clearTimeout(timer);
    worker.removeAllListeners('exit');
    await worker.terminate();
  }
}

/** Beside the built server, or the source that runs by itself. */
function workerFile(): string {
  const file = ['word-worker.js', '../word-worker.js', 'word-worker.ts']
    .map((name) => fileURLToPath(new URL(name, import.meta.url)))
    .find((path) => existsSync(path));
  if (!file) throw new Error('The file that writes Word files is missing: build again.');
  return file;
}
