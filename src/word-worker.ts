import { parentPort, workerData } from 'node:worker_threads';
import type { WriteWord } from './http/strategy-docx.ts';
import { wordFile } from './http/word/word-file.ts';

// One file, then the thread ends.
parentPort!.postMessage({ result: await wordFile(...(workerData as Parameters<WriteWord>)) }, []);
