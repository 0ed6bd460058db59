import type { WriteWord } from './http/strategy-docx.ts';
import { ownThread } from './own-thread.ts';

/** A strategy of fifty pages takes some seconds. */
const LIMIT = 120_000;

/**
 * Writes Word files in a thread of their own: laying out pages, to number them in the contents,
 * takes a second in which no request would be answered.
 *
 * @example
 * const bytes = await wordThread()(document, { origin: 'https://plenary.example' });
 */
export function wordThread(): WriteWord {
  const work = ownThread<Parameters<WriteWord>, Awaited<ReturnType<WriteWord>>>(
    'word-worker',
    LIMIT,
  );
  return (...task) => work(task);
}
