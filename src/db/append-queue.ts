import type { Kysely } from 'kysely';
import { appendResponses, type AppendOutcome, type NewResponse } from './append-responses.ts';
import type { Database } from './schema.ts';
import type { Study } from './studies.ts';

interface Waiting {
  response: NewResponse;
  resolve: (outcome: AppendOutcome) => void;
  reject: (error: unknown) => void;
}

interface Queue {
  waiting: Waiting[];
  /** The ids in the statements under way: a second copy waits for the first. */
  busy: Set<string>;
  running: number;
}

/** More statements at once would make each group smaller. */
const STATEMENTS = 2;
const MOST_RESPONSES = 100;

/** By database and then by study: on Workers each request has a database of its own. */
const queues = new WeakMap<Kysely<Database>, Map<string, Queue>>();

/**
 * Stores one response like `appendResponses`, in one statement with others that arrive while
 * earlier statements are under way: a full hall then costs few commits. It resolves after the
 * commit, and a response that can't be stored fails alone.
 */
export function appendGrouped(
  db: Kysely<Database>,
  study: Study,
  response: NewResponse,
): Promise<AppendOutcome> {
  const byStudy = queues.get(db) ?? new Map<string, Queue>();
  queues.set(db, byStudy);
  const key = `${study.id}/${study.definitionRevision}`;
  const queue: Queue = byStudy.get(key) ?? { waiting: [], busy: new Set(), running: 0 };
  byStudy.set(key, queue);
  return new Promise((resolve, reject) => {
    queue.waiting.push({ response, resolve, reject });
    pump();
  });

  function pump(): void {
    while (queue.running < STATEMENTS) {
      const group = takeGroup(queue);
      if (group.length === 0) break;
      queue.running += 1;
      void store(db, study, group).then(() => {
        queue.running -= 1;
        for (const { response: stored } of group) queue.busy.delete(stored.id);
        pump();
      });
    }
    if (queue.running === 0) byStudy.delete(key);
  }
}

/** The longest waiting responses with different ids, none of which is under way already. */
function takeGroup(queue: Queue): Waiting[] {
  const group: Waiting[] = [];
  queue.waiting = queue.waiting.filter((waiting) => {
    const { id } = waiting.response;
    if (group.length === MOST_RESPONSES || queue.busy.has(id)) return true;
    queue.busy.add(id);
    group.push(waiting);
    return false;
  });
  return group;
}

/** Never rejects: each response of the group learns for itself what became of it. */
async function store(db: Kysely<Database>, study: Study, group: Waiting[]): Promise<void> {
  try {
    const responses = group.map(({ response }) => response);
    const outcomes = await appendResponses(db, study, responses);
    group.forEach(({ resolve }, index) => resolve(outcomes[index]!));
  } catch (error) {
    if (group.length === 1) group[0]!.reject(error);
    else await Promise.all(group.map((waiting) => store(db, study, [waiting])));
  }
}
