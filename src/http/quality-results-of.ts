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
 * While a study is open this is to be had for everyone only: figures of groups move at other
 * moments than everyone's, and the two together could give a single answer away.
 */
export async function withQuality(
  db: Kysely<Database>,
  study: ResultsStudy,
  query: ResultsQuery,
  { language, names }: Reader,
  { head, version }: { head: TallyHead; version: string },
): Promise<ResultsDocument> {
  if (head.status === 'open' && (query.by !== null || query.where.length > 1)) {
    throw new Refusal(
      422,
      'While the study is open, flagged answers can be left out for everyone together only.',
    );
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
