import type { Kysely } from 'kysely';
import { readWithQuality } from '../db/quality-results.ts';
import type { Database } from '../db/schema.ts';
import type { TallyHead } from '../db/watermark.ts';
import type { ResultsDocument } from '../survey/results-document.ts';
import type { ResultsQuery } from '../survey/results-query.ts';
import { gatherResults } from '../survey/results.ts';
import { MOST_REVIEWED, qualityOf } from './quality-of.ts';
import { Refusal } from './refusal.ts';
import type { Reader, ResultsStudy } from './results-of.ts';

/**
 * Results without flagged answers, or flagged ones beside the others, from the answers one by one.
 * Flagged answers are left out as by any filter: where those left out are too few to stand alone,
 * the rest is held back.
 *
 * While a study is open this is not to be had: figures move in steps of at least `minCell` answers,
 * and the part of a step that is not flagged could be a single one. Answers that nobody gave need no
 * such care.
 */
export async function withQuality(
  db: Kysely<Database>,
  study: ResultsStudy,
  query: ResultsQuery,
  { language, names }: Reader,
  { head, version }: { head: TallyHead; version: string },
): Promise<ResultsDocument> {
  if (head.status === 'open' && !study.synthetic) {
    throw new Refusal(422, 'Flagged answers can be left out once the study is closed.');
  }
  const reviewed = await qualityOf(db, study);
  if (!reviewed) {
    throw new Refusal(
      422,
      `Signs of quality are looked for among up to ${MOST_REVIEWED} answers, and there are more.`,
    );
  }
  const results = gatherResults(study.definition, query, language, names);
  await readWithQuality(db, study, query, head, reviewed.flagged, results.add);
  return results.document(study.id, version);
}
