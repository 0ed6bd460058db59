import type { Kysely } from 'kysely';
import { tallyShapeName } from '../survey/study-tally.ts';
import { fold, type FoldedStudy, isFoldDue } from './fold.ts';
import type { Database } from './schema.ts';
import { type TallyHead, tallyHead } from './watermark.ts';

/** Of the time, how much folding one study may take: a fold of 50 ms is followed by 150 ms without. */
const SHARE = 1 / 4;
const LONGEST_PAUSE = 1000;
const MOST_ATTEMPTS = 4;

interface Folding {
  done: Promise<unknown>;
  /** When the next one may start, by `performance.now()`. */
  next: number;
}

/** Folds by database and study, under way or lately done: readers of one process share them. */
const foldings = new WeakMap<Kysely<Database>, Map<string, Folding>>();

/**
 * Where the tallies of a study stand, after counting new answers into them if enough have come;
 * null when there is no such study. Costs one statement while there is nothing to count.
 *
 * @example
 * const head = await currentTallies(db, study);
 * head?.release // 17
 */
export async function currentTallies(
  db: Kysely<Database>,
  study: FoldedStudy,
): Promise<TallyHead | null> {
  const shape = tallyShapeName(study.definition);
  for (let attempt = 1; ; attempt++) {
    const head = await tallyHead(db, study.id, shape);
    if (!head || !isFoldDue(head, study.definition.privacy.minCell)) return head;
    // Others may have been faster each time: what they wrote is new enough, too.
    if (attempt === MOST_ATTEMPTS && head.valid) return head;
    if (attempt > 2 * MOST_ATTEMPTS) throw new Error('The answers could not be counted.');
    await foldOnce(db, study);
  }
}

async function foldOnce(db: Kysely<Database>, study: FoldedStudy): Promise<void> {
  let own = foldings.get(db);
  if (!own) foldings.set(db, (own = new Map()));
  const last = own.get(study.id);
  if (last && last.next === Infinity) {
    await last.done;
    return;
  }
  const run = async () => {
    const wait = (last?.next ?? 0) - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    const start = performance.now();
    try {
      await fold(db, study, new Date());
    } finally {
      const now = performance.now();
      folding.next = now + Math.min(LONGEST_PAUSE, (now - start) * (1 / SHARE - 1));
    }
  };
  const folding: Folding = { done: Promise.resolve(), next: Infinity };
  own.set(study.id, folding);
  if (own.size > 1000) own.delete(own.keys().next().value!);
  folding.done = run();
  await folding.done;
}
