import type { LocalQuestion } from '../local-study.ts';

/** A choice with more options than this takes too much of a sheet. */
const MOST_OPTIONS = 12;

/**
 * The questions that a sheet of paper has unless others are chosen: the most important ranking, and
 * the first short choice that people are told apart by, before it.
 *
 * @example
 * sheetQuestions(local.questions).map(({ id }) => id) // ['role', 'competency-ranking']
 */
export function sheetQuestions(questions: readonly LocalQuestion[]): LocalQuestion[] {
  const asked = questions.filter(({ personal }) => !personal);
  const rankings = asked.filter(({ kind }) => kind === 'ranking');
  const main = rankings.find(({ primary }) => primary) ?? rankings[0];
  const choice = asked.find(
    ({ kind, segment, options = [] }) =>
      kind === 'single' && segment && options.length > 0 && options.length <= MOST_OPTIONS,
  );
  const kept = [choice, main].filter((question) => question !== undefined);
  return kept.length > 0 ? questions.filter((question) => kept.includes(question)) : [...questions];
}

/**
 * Reads which questions an address asks for: their places in the study from 1, with dots between.
 * Nothing readable gives those of `sheetQuestions`.
 *
 * @example
 * chosenQuestions(local.questions, '1.9') // the first and the ninth
 */
export function chosenQuestions(
  questions: readonly LocalQuestion[],
  written: string,
): LocalQuestion[] {
  const places = new Set(written.split('.').map(Number));
  const chosen = questions.filter(({ personal }, k) => places.has(k + 1) && !personal);
  return chosen.length > 0 ? chosen : sheetQuestions(questions);
}

/**
 * The places that `chosenQuestions` reads; '' for those that it gives by itself.
 *
 * @example
 * questionPlaces(local.questions, chosen) // '1.9'
 */
export function questionPlaces(
  questions: readonly LocalQuestion[],
  chosen: readonly LocalQuestion[],
): string {
  const places = (some: readonly LocalQuestion[]) =>
    questions.flatMap((question, k) => (some.includes(question) ? [k + 1] : [])).join('.');
  const written = places(chosen);
  return written === places(sheetQuestions(questions)) ? '' : written;
}
