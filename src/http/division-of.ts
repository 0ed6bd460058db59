import type { Kysely } from 'kysely';
import { currentTallies } from '../db/current-tallies.ts';
import { questionResults } from '../db/question-results.ts';
import type { Database } from '../db/schema.ts';
import {
  type ComparableSlice,
  type Division,
  divisionOf,
  testableGroups,
} from '../survey/divisions.ts';
import type { RankingFigures } from '../survey/ranking-results.ts';
import type { ResultsDocument } from '../survey/results-document.ts';
import type { ResultsQuery } from '../survey/results-query.ts';
import { QUALITY } from '../survey/segment.ts';
import type { ResultsStudy } from './results-of.ts';

/**
 * Whether the shown groups of a document answer differently. Rankings are tested by the ranks that
 * people gave, from the tallies behind the document; all else by its figures. Null without groups,
 * where one person may be in two of them, and where what is left out of a ranking says nothing.
 */
export async function divisionOfResults(
  db: Kysely<Database>,
  study: ResultsStudy,
  query: ResultsQuery,
  { slices, question }: ResultsDocument,
): Promise<Division | null> {
  const by = study.definition.questions.find(({ id }) => id === query.by);
  if (query.by === null || query.by === QUALITY || by?.kind === 'multiple') return null;
  const groups = testableGroups(slices);
  if (question.kind !== 'ranking') {
    return divisionOf(groups as ComparableSlice[], question.kind === 'multiple');
  }
  const head = groups.length < 2 ? null : await currentTallies(db, study);
  if (!head || question.unranked === 'ignore') return null;
  const { tallies } = await questionResults(db, study, query, head);
  const ranked = groups.flatMap((slice) => {
    const value = slice.key.slice(query.by!.length + 1);
    const ranking = tallies.slices.get(value)?.tally.ranking;
    const { items } = slice as unknown as RankingFigures;
    return ranking ? [{ n: slice.n, items, ranking }] : [];
  });
  return ranked.length === groups.length ? divisionOf(ranked, false) : null;
}
