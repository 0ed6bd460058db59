import type { Kysely } from 'kysely';
import { within } from './bounded.ts';
import { type InvitedResponse, type StoreOutcome, storeResponses } from './limited-responses.ts';
import type { Database } from './schema.ts';
import { findStudyByCode, type Study } from './studies.ts';

/** Takes the submissions of one process, many at a time. */
export interface SubmissionQueue {
  /**
   * The study with a join code. One that is open may be as it was a moment ago: storing a response
   * notices when it is not.
   */
  study: (code: string) => Promise<Study | null>;
  /**
   * Stores a response; resolves once it is committed.
   *
   * @throws {QueueFullError} when too many wait
   */
  put: (study: Study, response: InvitedResponse) => Promise<StoreOutcome>;
  /** Submissions that wait or are under way. */
  size: () => number;
}

export interface QueueLimits {
  /** Statements under way at a time. */
  inFlight: number;
  /** Responses in one statement. */
  batch: number;
  /** Responses that may wait. */
  waiting: number;
  /** How long an open study may be taken as known, in milliseconds. */
  knownFor: number;
  /** How long a statement may take, in milliseconds, before its submissions are given up. */
  patience: number;
}

const LIMITS: QueueLimits = {
  inFlight: 2,
  batch: 100,
  waiting: 5000,
  knownFor: 1000,
  patience: 5000,
};

/** More submissions come than can be stored: ask again in a moment. */
export class QueueFullError extends Error {
  /** Seconds to wait. */
  readonly retryAfter = 2;

  constructor() {
    super('Too many answers arrive at once: try again in a moment.');
    this.name = 'QueueFullError';
  }
}

interface Waiting {
  study: Study;
  response: InvitedResponse;
  resolve: (outcome: StoreOutcome) => void;
  reject: (error: unknown) => void;
}

/**
 * Groups the submissions that arrive while statements are under way into the next one. Each is
 * acknowledged after its commit and not before; one that the database refuses fails alone. An idle
 * queue sends at once: nothing ever waits for company.
 *
 * @example
 * const queue = submissionQueue(db);
 * await Promise.all(responses.map((response) => queue.put(study, response))); // a few statements
 */
export function submissionQueue(
  db: Kysely<Database>,
  limits: Partial<QueueLimits> = {},
): SubmissionQueue {
  const { inFlight, batch, waiting: most, knownFor, patience } = { ...LIMITS, ...limits };
  const waiting: Waiting[] = [];
  const studies = openStudies(db, knownFor, patience);
  let running = 0;
  let underWay = 0;

  const next = (): void => {
    while (running < inFlight && waiting.length > 0) {
      const group = takeBatch(waiting, batch);
      running++;
      underWay += group.length;
      void store(db, group, patience).finally(() => {
        running--;
        underWay -= group.length;
        next();
      });
    }
  };

  return {
    study: (code) => studies.find(code),
    put: async (study, response) => {
      if (waiting.length >= most) throw new QueueFullError();
      const outcome = await new Promise<StoreOutcome>((resolve, reject) => {
        waiting.push({ study, response, resolve, reject });
        // Those that arrive in the same turn go together.
        if (running < inFlight && waiting.length === 1) setImmediate(next);
      });
      if (outcome === 'changed' || outcome === 'closed') studies.forget(study.id);
      return outcome;
    },
    size: () => waiting.length + underWay,
  };
}

/** The first in line and those behind it of the same study, no two with the same id. */
function takeBatch(waiting: Waiting[], most: number): Waiting[] {
  const { study } = waiting[0]!;
  const group: Waiting[] = [];
  const left: Waiting[] = [];
  const ids = new Set<string>();
  for (const one of waiting) {
    const id = one.response.id.toLowerCase();
    const fits =
      group.length < most &&
      one.study.id === study.id &&
      one.study.definitionRevision === study.definitionRevision &&
      !ids.has(id);
    if (fits) ids.add(id);
    (fits ? group : left).push(one);
  }
  waiting.splice(0, waiting.length, ...left);
  return group;
}

async function store(
  db: Kysely<Database>,
  group: readonly Waiting[],
  patience: number,
): Promise<void> {
  try {
    const responses = group.map(({ response }) => response);
    const outcomes = await within(patience, storeResponses(db, group[0]!.study, responses));
    for (const [index, { resolve }] of group.entries()) resolve(outcomes[index]!);
  } catch (error) {
    if (group.length === 1 || !isOfTheData(error)) {
      for (const { reject } of group) reject(error);
      return;
    }
    const half = Math.ceil(group.length / 2);
    await store(db, group.slice(0, half), patience);
    await store(db, group.slice(half), patience);
  }
}

/** Whether the statement failed for what one of its rows holds: SQLSTATE classes 22 and 23. */
function isOfTheData(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^2[23]...$/.test(code);
}

/** Open studies by join code, looked up once for all who ask within a moment. */
function openStudies(db: Kysely<Database>, knownFor: number, patience: number) {
  const known = new Map<string, { study: Promise<Study | null>; until: number }>();
  return {
    find: async (code: string): Promise<Study | null> => {
      const entry = known.get(code);
      if (entry && performance.now() < entry.until) return entry.study;
      const study = within(patience, findStudyByCode(db, code));
      known.set(code, { study, until: performance.now() + knownFor });
      if (known.size > 1000) known.delete(known.keys().next().value!);
      try {
        const found = await study;
        if (found?.status !== 'open') known.delete(code);
        return found;
      } catch (error) {
        known.delete(code);
        throw error;
      }
    },
    forget: (id: string): void => {
      for (const [code, { study }] of known) {
        study.then(
          (found) => found?.id === id && known.delete(code),
          () => {},
        );
      }
    },
  };
}
