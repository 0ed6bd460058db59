import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const jsx = { oxc: { jsx: { runtime: 'automatic' as const, importSource: 'preact' } } };
/** Every core: by itself vitest leaves one alone, which is half of a small machine. */
const maxWorkers = '100%';
/** How long something that is to become so may take: a busy machine is slow, not wrong. */
const expectations = { poll: { timeout: 60_000 } };
const api = ['tests/api/**/*.test.{ts,tsx}'];

/** Takes the longest files first, so that no core waits for them at the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) =>
      Number(/every-page|authorisation-matrix/.test(moduleId));
    return (await super.sort(files)).toSorted((a, b) => isLong(b) - isLong(a));
  }
}

/**
 * One project a runtime: the API suite runs twice, on PGlite and on a real PostgreSQL. Its files and
 * those of the unit tests share the loaded modules, which takes half the time: nothing in the server
 * may be global to a process.
 */
export default defineConfig({
  ...jsx,
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        ...jsx,
        test: {
          name: 'unit',
          expect: expectations,
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/{api,node,workers,browser,faults}/**'],
          isolate: false,
          testTimeout: 120_000,
          maxWorkers,
        },
      },
      {
        ...jsx,
        test: {
          name: 'pglite',
          expect: expectations,
          include: api,
          isolate: false,
          env: { TEST_DATABASE: 'pglite' },
          maxWorkers,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        ...jsx,
        test: {
          name: 'postgres',
          expect: expectations,
          include: api,
          isolate: false,
          env: { TEST_DATABASE: 'postgres' },
          maxWorkers,
          globalSetup: 'tests/postgres.ts',
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        ...jsx,
        test: {
          name: 'node',
          expect: expectations,
          include: ['tests/node/**/*.test.ts'],
          globalSetup: ['tests/build.ts', 'tests/postgres.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
      {
        ...jsx,
        test: {
          name: 'faults',
          expect: expectations,
          include: ['tests/faults/**/*.test.ts'],
          globalSetup: ['tests/build.ts', 'tests/postgres.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
      {
        ...jsx,
        test: {
          name: 'browser',
          expect: expectations,
          include: ['tests/browser/**/*.test.{ts,tsx}'],
          globalSetup: ['tests/build.ts', 'tests/postgres.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          maxWorkers,
        },
      },
      {
        ...jsx,
        test: {
          name: 'workers',
          expect: expectations,
          include: ['tests/workers/**/*.test.ts'],
          globalSetup: ['tests/build.ts', 'tests/postgres.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
