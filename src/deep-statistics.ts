import type { DeepStatistics } from './http/env.ts';
import { ownThread, TookTooLong } from './own-thread.ts';
import type { DeepFigures, DeepTask } from './survey/deep-figures.ts';

const LIMIT = 20_000;

/**
 * Works deep figures out in a thread of their own.
 *
 * @param milliseconds after which a task is ended
 * @example
 * const deep = deepStatistics();
 * await deep(task) // [['all', { plackettLuce, irv }]], or 'too-slow'
 */
export function deepStatistics({ milliseconds = LIMIT } = {}): DeepStatistics {
  const work = ownThread<DeepTask, DeepFigures>('deep-worker', milliseconds);
  return (task) =>
    work(task).catch((error: unknown) => {
      if (error instanceof TookTooLong) return 'too-slow';
      throw error;
    });
}
