import { parentPort, workerData } from 'node:worker_threads';
import { deepFigures, type DeepTask } from './survey/deep-figures.ts';

// One task, then the thread ends: what it has used is free again, whatever came of it.
parentPort!.postMessage({ result: deepFigures(workerData as DeepTask) }, []);
