import type { Kysely } from 'kysely';
import { MOST_REVIEWED, qualityOf, type Reviewed } from '../db/quality-of.ts';
import { readWithQuality } from '../db/quality-results.ts';
import type { Database } from '../db/schema.ts';
import type { TallyHead } from '../db/watermark.ts';
import type { ResultsDocument } from '../survey/results-document.ts';
import type { ResultsQuery } from '../survey/results-query.ts';
import { gatherResults } from '../survey/results.ts';
import { Refusal } from './refusal.ts';
import type { Reader, ResultsStudy } from './results-of.ts';

/**
 * Whether figures move in steps, as they do until a study closes: till then flagged answers can't be
 * left out. Answers that nobody gave need no such care.
 *
 * @example
 * isMoving({ status: 'open', synthetic: false }) // true
 */
export function isMoving({
  status,
  synthetic,
}: Pick<ResultsStudy, 'synthetic'> & Pick<TallyHead, 'status'>): boolean {
  return status === 'open' && !synthetic;
}

/**
 * Looks which answers are flagged, for results without them. Those are left out as by any filter:
 * where they are too few to stand alone, the rest is held back.
 *
 * While a study is open this is not to be had: figures move in steps of at least `minCell` answers,
 * and the part of a step that is not flagged could be a single one. Answers that nobody gave need no
 * such care.
 *
 * @throws Refusal 422 of a running study, and of more than `MOST_REVIEWED` answers
 */
export async function reviewQuality(
  db: Kysely<Database>,
  study: ResultsStudy,
  { status }: Pick<TallyHead, 'status'>,
): Promise<Reviewed> {
  if (isMoving({ status, synthetic: study.synthetic })) {
    throw new Refusal(422, 'Flagged answers can be left out once the study is closed.');
  }
  const reviewed = await qualityOf(db, study);
  if (!reviewed) {
    throw new Refusal(
      422,
      `Signs of quality are looked for among up to ${MOST_REVIEWED} answers, and there are more.`,
    );
  }
  return reviewed;
}

/** What people wrote, without flagged answers: read one by one, as tallies have no words. */
export async function textsWithQuality(
  db: Kysely<Database>,
  study: ResultsStudy,
  query: ResultsQuery,
  { language, names }: Reader,
  { head, version }: { head: TallyHead; version: string },
): Promise<ResultsDocument> {
  const { flagged } = await reviewQuality(db, study, head);
  const results = gatherResults(study.definition, query, language, names);
  await readWithQuality(db, study, query, head, flagged, results.add);
  return results.document(study.id, version);
}
