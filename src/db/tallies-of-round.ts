import type { Kysely } from 'kysely';
import type { Voice } from '../survey/respondent.ts';
import { openFilters } from '../survey/results-filter.ts';
import { tallyShape, emptyQuestionTally, type QuestionTally } from '../survey/question-tally.ts';
import { EVERYONE, type SegmentTallies, studyTally } from '../survey/study-tally.ts';
import type { DocumentTallies } from '../survey/tally-results.ts';
import type { FoldedStudy } from './fold.ts';
import { ledgerEntries } from './ledger-entries.ts';
import type { Database } from './schema.ts';
import { NOTHING, type TallyHead } from './watermark.ts';

/** The tallies of one round: of a question by a segment. */
export type TalliesOfRound = (question: string, segment: string) => DocumentTallies | null;

/**
 * Counts a closed study's answers of one round by several segments at once, in one pass over the
 * ledger. What the other rounds hold stands beside each group, so that nobody is given away by
 * subtraction.
 *
 * @returns for a question and a segment, null where the segment has too many values
 * @example
 * (await talliesOfRound(db, study, head, { round: 2, voice: 'individual', segments }))('topics', 'role')
 */
export async function talliesOfRound(
  db: Kysely<Database>,
  study: FoldedStudy,
  { state }: TallyHead,
  { round, voice, segments }: { round: number; voice: Voice; segments: readonly string[] },
): Promise<TalliesOfRound> {
  const { definition } = study;
  const scope = { segments: [EVERYONE, '@round', ...segments] };
  const [own, whole] = [studyTally(definition, scope), studyTally(definition, scope)];
  for await (const groups of ledgerEntries(db, study, NOTHING, state)) {
    const some = groups.filter((group) => group.voice === voice);
    whole.add(some);
    own.add(some.filter((group) => group.round === round));
  }
  const [counted, all] = [own, whole].map(
    (tally) =>
      new Map(
        tally.cells().map(({ question, segment, tallies }) => [`${question}\t${segment}`, tallies]),
      ),
  );
  const cellsOf = (from: typeof counted, question: string, segment: string): SegmentTallies =>
    from?.get(`${question}\t${segment}`) ?? null;
  const prefix = `${voice}:`;
  return (id, segment) => {
    const question = definition.questions.find((candidate) => candidate.id === id);
    const slices = cellsOf(counted, id, segment);
    const wholes = cellsOf(all, id, segment);
    if (!question || !slices || !wholes) return null;
    const besideOf = (one: QuestionTally, every: QuestionTally | undefined) => {
      const others = (every?.n ?? 0) - one.n;
      return others > 0 ? new Map([[0, others]]) : new Map<number, number>();
    };
    const filters = openFilters(definition, [{ segment: '@round', values: [String(round)] }]);
    for (const [key, { n }] of cellsOf(all, id, '@round') ?? []) {
      if (n > 0) filters[0]!.sizes.set(key.slice(prefix.length), n);
    }
    const everyone = cellsOf(counted, id, EVERYONE)?.get(prefix);
    const shown = everyone ?? emptyQuestionTally(tallyShape(definition, question));
    return {
      all: shown,
      beside: besideOf(shown, cellsOf(all, id, EVERYONE)?.get(prefix)),
      slices: new Map(
        [...slices].map(([key, tally]) => [
          key.slice(prefix.length),
          { tally, beside: besideOf(tally, wholes.get(key)) },
        ]),
      ),
      filters,
    };
  };
}
