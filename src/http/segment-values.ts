import type { Kysely } from 'kysely';
import type { Database } from '../db/schema.ts';
import { readQuestionTallies } from '../db/tally-snapshot.ts';
import type { Definition, Question } from '../survey/definition.ts';
import { isEmptyTally } from '../survey/question-tally.ts';
import type { Voice } from '../survey/respondent.ts';
import { inSegmentOrder, segmentIds, segmentOf } from '../survey/segment.ts';
import type { ResultsStudy } from './results-of.ts';

/** By segment, the values that anybody has, in the segment's order. */
export type SegmentValues = ReadonlyMap<string, readonly string[]>;

/**
 * The values that the shown answers of a study have in each of its segments, from the stored
 * tallies: events, rounds and tables are known from nowhere else. Segments with too many values,
 * and studies that nobody has answered, have none.
 *
 * @example
 * (await segmentValues(db, study, 'individual')).get('@event') // ['oslo', 'online']
 */
export async function segmentValues(
  db: Kysely<Database>,
  study: ResultsStudy,
  voice: Voice,
): Promise<SegmentValues> {
  const { definition } = study;
  const question = lightest(definition);
  const segments = segmentIds(definition).filter((id) => id !== '@voice');
  const stored = question && (await readQuestionTallies(db, study, question.id, segments));
  const found = new Map<string, readonly string[]>();
  for (const id of segments) {
    const slices = stored?.question.segments.get(id);
    const segment = segmentOf(definition, id, 'en');
    if (!segment || !slices) continue;
    const values = [...slices].flatMap(([key, { shown }]) =>
      key.startsWith(`${voice}:`) && !isEmptyTally(shown) ? [key.slice(voice.length + 1)] : [],
    );
    found.set(id, inSegmentOrder(segment, values));
  }
  return found;
}

/** Any countable question knows everybody; the tallies of a choice are the smallest. */
function lightest({ questions }: Definition): Question | undefined {
  const countable = questions.filter(({ kind }) => kind !== 'short-text' && kind !== 'long-text');
  return (
    countable.find(({ kind }) => kind === 'single' || kind === 'scale') ??
    countable.find(({ kind }) => kind !== 'ranking') ??
    countable[0]
  );
}
