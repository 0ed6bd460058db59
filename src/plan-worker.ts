import { parentPort, workerData } from 'node:worker_threads';
import { type StabilityTask, workStability } from './survey/needs/stability-task.ts';

// One task, then the thread ends. A message every so often tells how far it is.
const EVERY = 250;
let last = performance.now();

const result = workStability(workerData as StabilityTask, [], (done) => {
  const now = performance.now();
  if (now - last > EVERY) {
    last = now;
    parentPort!.postMessage({ done }, []);
  }
  return true;
});
parentPort!.postMessage({ result }, []);
