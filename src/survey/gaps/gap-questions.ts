import type { Definition } from '../definition.ts';
import type { RankingQuestion, RatingMatrixQuestion } from '../question.ts';
import type { Filter } from '../results-query.ts';
import type { TextQuestion } from '../theme.ts';
import { isCodable } from '../theme.ts';

/** The questions of a study that collect, check, cover and rank the same gaps. */
export interface GapQuestions {
  validation: RatingMatrixQuestion;
  /** The other rating matrix of the same rows: how well each is covered. */
  coverage: RatingMatrixQuestion | null;
  /** The ranking that takes its options from the check. */
  ranking: RankingQuestion | null;
  /** Texts that are coded into the list. */
  collect: TextQuestion[];
}

/**
 * The questions about gaps, found by what they say of one another: the rating matrix with a rule
 * for confirming, the ranking that it validates, and what shares its list. Null without such a
 * matrix.
 *
 * @example
 * gapQuestions(template('rural-innovation-gaps')!)?.ranking?.id // 'barrier-ranking'
 */
export function gapQuestions({ questions }: Definition): GapQuestions | null {
  const matrices = questions.filter((question) => question.kind === 'rating-matrix');
  const validation = matrices.find(({ confirmRule }) => confirmRule !== undefined);
  if (!validation) return null;
  const { rowsFrom } = validation;
  const rankings = questions.filter((question) => question.kind === 'ranking');
  return {
    validation,
    coverage:
      matrices.find((other) => {
        return other !== validation && rowsFrom !== undefined && other.rowsFrom === rowsFrom;
      }) ?? null,
    ranking: rankings.find((one) => one.optionsFilter?.validatedBy === validation.id) ?? null,
    collect: questions.filter(
      (question): question is TextQuestion =>
        isCodable(question) && rowsFrom !== undefined && question.coding?.list === rowsFrom,
    ),
  };
}

/**
 * The people who answer for small and medium-sized enterprises: those who chose `sme` where a
 * study divides by it. Null where it does not.
 */
export function smeFilter({ questions, segments }: Definition): Filter | null {
  const question = questions.find(
    (one) =>
      one.kind === 'single' &&
      one.options?.some(({ id }) => id === 'sme') &&
      (one.segment === true || segments.includes(one.id)),
  );
  return question ? { segment: question.id, values: ['sme'] } : null;
}
