import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startPostgres } from '../postgres.ts';
import { memoryFlags } from './built-server.ts';
import type { BenchLine } from './run.ts';

const run = promisify(execFile);

/** What one process measured at one size, in milliseconds and bytes. */
interface Measured {
  size: number;
  divided: number;
  crossed: number;
  fold: number;
  resident: number;
}

const SIZES = (process.env['BENCH_SIZES'] ?? '1000,10000,100000,1000000').split(',').map(Number);

/**
 * Results of a 12-item question by a segment of seven values, from studies of a thousand to a
 * million responses. Each size is served by a process of its own, so that memory can be compared.
 */
export async function bench(): Promise<BenchLine[]> {
  const database = await startPostgres();
  try {
    const all: Measured[] = [];
    for (const size of SIZES) {
      const script = fileURLToPath(new URL('measure-results.ts', import.meta.url));
      const args = [...memoryFlags(), script, database.url, String(size)];
      const { stdout } = await run(process.execPath, args);
      all.push(JSON.parse(stdout) as Measured);
    }
    const [first] = all;
    const ten = all.find(({ size }) => size === 10_000) ?? first!;
    return all.flatMap(({ size, divided, crossed, fold, resident }) => [
      {
        name: `${size} responses, by role`,
        ratio: divided / first!.divided,
        detail: `${divided.toFixed(1)} ms (time, as against ${first!.size} responses)`,
      },
      {
        name: `${size} responses, memory`,
        ratio: resident / ten.resident,
        detail: `${(resident / 1e6).toFixed(0)} MB (as against ${ten.size}); first fold ${fold.toFixed(0)} ms`,
      },
      ...(size > 100_000
        ? []
        : [
            {
              name: `${size} responses, two filters`,
              ratio: crossed / divided,
              detail: `${crossed.toFixed(0)} ms (as against the stored tallies)`,
            },
          ]),
    ]);
  } finally {
    await database.stop();
  }
}
