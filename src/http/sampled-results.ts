import type { Kysely } from 'kysely';
import type { Database } from '../db/schema.ts';
import type { DeepFigures } from '../survey/deep-figures.ts';
import type { ResultsDocument, Slice } from '../survey/results-document.ts';
import type { DeepStatistics } from './env.ts';

/** A document with the figures that take every ballot, worked out in the background. */
export interface SampledDocument {
  /** Tells one working out from the next. */
  id: number;
  document: ResultsDocument;
  responses: number;
  at: Date;
  missing?: 'too-slow';
}

interface Worked {
  document: ResultsDocument;
  responses: number;
  figures?: DeepFigures | 'too-slow';
}

/** Who works deep figures out, by the database that a process serves; nobody on Workers. */
const threads = new WeakMap<Kysely<Database>, DeepStatistics>();

/** Has deep figures of a database's studies worked out elsewhere, instead of on this thread. */
export function useDeepStatistics(db: Kysely<Database>, deep: DeepStatistics): void {
  threads.set(db, deep);
}

export function deepStatisticsOf(db: Kysely<Database>): DeepStatistics | undefined {
  return threads.get(db);
}

/** A document with the deep figures of its slices, where there are any. */
export function withDeepFigures(
  document: ResultsDocument,
  figures: DeepFigures | 'too-slow',
): ResultsDocument {
  const bySlice = new Map(figures === 'too-slow' ? [] : figures);
  const slices = document.slices.map((slice) =>
    slice.suppressed ? slice : { ...slice, ...bySlice.get(slice.key) },
  );
  return { ...document, slices: slices as ResultsDocument['slices'] };
}

interface Sampling {
  newest: SampledDocument | null;
  isRunning: boolean;
  /** When the next may start, by `performance.now()`. */
  next: number;
}

/** By place: a study's question, filters and language. */
const samplings = new Map<string, Sampling>();
const MOST_PLACES = 200;

/** Working out a place takes at most a twentieth of the time. */
const PAUSES = 20;

let count = 0;

/** What was last worked out for a place, or null. */
export function newestSample(place: string): SampledDocument | null {
  return samplings.get(place)?.newest ?? null;
}

/**
 * A document with the sampled figures that are there, and a new working out under way where they
 * are older than the document. One at a time for each place, and never one after the other: what
 * is shown meanwhile says when it was worked out.
 *
 * @param run works the whole document out; what it throws is logged, and tried again later
 */
export function withSample(
  place: string,
  sample: SampledDocument | null,
  document: ResultsDocument,
  run: () => Promise<Worked>,
): ResultsDocument {
  if (sample?.document.version !== document.version) start(place, run);
  if (!sample) return { ...document, sample: null };
  const { responses, at, missing } = sample;
  const own = new Map(sample.document.slices.map((slice) => [slice.key, slice]));
  const slices = document.slices.map((slice) => joined(slice, own.get(slice.key)));
  return {
    ...document,
    sample: { responses, at: at.toISOString(), ...(missing && { missing }) },
    slices: slices as ResultsDocument['slices'],
  };
}

function start(place: string, run: () => Promise<Worked>): void {
  const sampling = samplings.get(place) ?? { newest: null, isRunning: false, next: 0 };
  if (sampling.isRunning || performance.now() < sampling.next) return;
  samplings.delete(place);
  samplings.set(place, sampling);
  if (samplings.size > MOST_PLACES) samplings.delete(samplings.keys().next().value!);
  sampling.isRunning = true;
  const begun = performance.now();
  void run()
    .then(({ document, responses, figures }) => {
      const missing = figures === 'too-slow' && { missing: figures };
      sampling.newest = { id: ++count, document, responses, at: new Date(), ...missing };
    })
    .catch((error: Error) => {
      console.error(
        JSON.stringify({ level: 'warning', message: 'sampling failed', error: error.name }),
      );
    })
    .finally(() => {
      const now = performance.now();
      sampling.isRunning = false;
      sampling.next = now + PAUSES * (now - begun);
    });
}

/** Figures of the tallies, with those that the sample alone has. */
function joined(slice: Slice, sampled: Slice | undefined): Slice {
  if (slice.suppressed || !sampled || sampled.suppressed) return slice;
  if ('plackettLuce' in slice && 'plackettLuce' in sampled) {
    const { plackettLuce, irv, writeIns } = sampled;
    return { ...slice, plackettLuce, irv, writeIns };
  }
  if ('counts' in slice && 'counts' in sampled) return { ...slice, writeIns: sampled.writeIns };
  return slice;
}
