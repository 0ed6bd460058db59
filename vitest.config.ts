import { defineConfig } from 'vitest/config';

const jsx = { oxc: { jsx: { runtime: 'automatic' as const, importSource: 'preact' } } };
/** Every core: by itself vitest leaves one alone, which is half of a small machine. */
const maxWorkers = '100%';
const api = ['tests/api/**/*.test.{ts,tsx}'];

/**
 * One project a runtime: the API suite runs twice, on PGlite and on a real PostgreSQL. Its files share
 * the loaded modules, which takes half the time: nothing in the server may be global to a process.
 */
export default defineConfig({
  ...jsx,
  test: {
    projects: [
      {
        ...jsx,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/{api,node,workers,browser,faults}/**'],
          testTimeout: 60_000,
          maxWorkers,
        },
      },
      {
        ...jsx,
        test: {
          name: 'pglite',
          include: api,
          isolate: false,
          env: { TEST_DATABASE: 'pglite' },
          maxWorkers,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        ...jsx,
        test: {
          name: 'postgres',
          include: api,
          isolate: false,
          env: { TEST_DATABASE: 'postgres' },
          maxWorkers,
          globalSetup: 'tests/postgres.ts',
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        ...jsx,
        test: {
          name: 'node',
          include: ['tests/node/**/*.test.ts'],
          globalSetup: ['tests/build.ts', 'tests/postgres.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
      {
        ...jsx,
        test: {
          name: 'faults',
          include: ['tests/faults/**/*.test.ts'],
          globalSetup: ['tests/build.ts', 'tests/postgres.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
      {
        ...jsx,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.{ts,tsx}'],
          globalSetup: ['tests/build.ts', 'tests/postgres.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          maxWorkers,
        },
      },
      {
        ...jsx,
        test: {
          name: 'workers',
          include: ['tests/workers/**/*.test.ts'],
          globalSetup: ['tests/build.ts', 'tests/postgres.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
