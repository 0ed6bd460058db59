import type { Kysely } from 'kysely';
import { currentTallies } from '../db/current-tallies.ts';
import { qualityRows } from '../db/quality.ts';
import type { Database } from '../db/schema.ts';
import type { Study } from '../db/studies.ts';
import { versionOf } from '../db/watermark.ts';
import { gatherQuality, type QualityReview } from '../survey/quality-review.ts';

/** A review with the responses that it flags, which never leave the server. */
export interface Reviewed {
  version: string;
  review: QualityReview;
  flagged: ReadonlySet<string>;
}

/** Reviews worked out lately by study, the latest last; of each study only the newest. */
const reviews = new Map<string, Promise<Reviewed>>();
const MOST_REVIEWS = 20;

/** More responses than this are not looked at: copies can only be found among all. */
export const MOST_REVIEWED = 50_000;

/**
 * The quality of a study's answers as of the results' version: worked out by reading them all when
 * first asked for, and remembered until the results change. Null for more responses than
 * `MOST_REVIEWED`.
 *
 * @example
 * (await qualityOf(db, study))?.review.flagged.n // 9
 */
export async function qualityOf(
  db: Kysely<Database>,
  study: Pick<Study, 'id' | 'definition'>,
): Promise<Reviewed | null> {
  const head = await currentTallies(db, study);
  if (head && head.counted > MOST_REVIEWED) return null;
  const version = head ? versionOf(head) : 'none';
  const known = await reviews.get(study.id)?.catch(() => null);
  if (known?.version === version) return known;
  const run = review(db, study, version);
  reviews.delete(study.id);
  reviews.set(study.id, run);
  run.catch(() => reviews.delete(study.id));
  if (reviews.size > MOST_REVIEWS) reviews.delete(reviews.keys().next().value!);
  return run;
}

async function review(
  db: Kysely<Database>,
  study: Pick<Study, 'id' | 'definition'>,
  version: string,
): Promise<Reviewed> {
  const gathering = gatherQuality(study.definition);
  for await (const rows of qualityRows(db, study)) for (const row of rows) gathering.add(row);
  return { version, ...gathering.finish() };
}
