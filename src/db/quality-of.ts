import type { Kysely } from 'kysely';
import type { LedgerEntry } from '../survey/stepped-tally.ts';
import { gatherQuality, type QualityReview } from '../survey/quality-review.ts';
import { currentTallies } from './current-tallies.ts';
import type { FoldedStudy } from './fold.ts';
import { reviewedRows } from './quality.ts';
import { remembered } from './remembered.ts';
import type { Database } from './schema.ts';
import { versionOf } from './watermark.ts';

/** A response as figures count it. */
export type FlaggedResponse = Omit<LedgerEntry, 'sign'>;

/** A review with the responses that it flags, which never leave the server. */
export interface Reviewed {
  version: string;
  review: QualityReview;
  /** By id. */
  flagged: ReadonlyMap<string, FlaggedResponse>;
}

const reviews = remembered<Reviewed>(20);

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
  study: FoldedStudy,
): Promise<Reviewed | null> {
  const head = await currentTallies(db, study);
  if (head && head.counted > MOST_REVIEWED) return null;
  const version = head ? versionOf(head) : 'none';
  return reviews(db, `${study.id} ${version}`, () => review(db, study, version));
}

async function review(
  db: Kysely<Database>,
  study: FoldedStudy,
  version: string,
): Promise<Reviewed> {
  const gathering = gatherQuality(study.definition);
  const counted = new Map<string, FlaggedResponse>();
  for await (const rows of reviewedRows(db, study)) {
    for (const row of rows) {
      gathering.add(row);
      const { id, locale, voice, table, round, event, mark, code } = row;
      counted.set(id, { locale, voice, table, round, event, mark, code });
    }
  }
  const { review: found, flagged } = gathering.finish();
  for (const id of counted.keys()) if (!flagged.has(id)) counted.delete(id);
  return { version, review: found, flagged: counted };
}
