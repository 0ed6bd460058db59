import { readdirSync } from 'node:fs';
import { basename } from 'node:path';

/** One line of a benchmark: a ratio to something measured in the same run, because absolute figures don't travel. */
export interface BenchLine {
  name: string;
  /** How many times as fast (above 1) or slow (below 1) as what `detail` names; null when it is only a figure. */
  ratio: number | null;
  detail: string;
}

interface BenchModule {
  bench: () => Promise<BenchLine[]>;
}

const folder = new URL('.', import.meta.url);
const wanted = process.argv.slice(2);
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.bench.ts'))
  .filter((name) => wanted.length === 0 || wanted.includes(basename(name, '.bench.ts')))
  .toSorted();
if (files.length === 0) {
  console.error(`No benchmark is named ${wanted.join(', ')}.`);
  process.exitCode = 1;
}
for (const file of files) {
  console.log(`\n${basename(file, '.bench.ts')}`);
  const { bench } = (await import(new URL(file, folder).href)) as BenchModule;
  const lines = await bench();
  const width = Math.max(...lines.map(({ name }) => name.length));
  for (const { name, ratio, detail } of lines) {
    const times = ratio === null ? '' : `${ratio.toPrecision(3)}×`;
    console.log(`  ${name.padEnd(width)}  ${times.padStart(8)}  ${detail}`);
  }
}
