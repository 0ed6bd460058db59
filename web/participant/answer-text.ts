import type { RatingAnswer } from '../../src/survey/answer.ts';
import type { LocalQuestion, LocalStudy } from '../../src/survey/local-study.ts';
import type { Say } from '../text/participant/texts.ts';

/**
 * An answer in words, one line each: a ranking's items in order, a rating's rows with their points.
 * Empty for no answer.
 *
 * @example
 * answerLines(study, question, 'es', say) // ['Spain']
 */
export function answerLines(
  study: LocalStudy,
  question: LocalQuestion,
  answer: unknown,
  say: Say,
): string[] {
  const { kind, rows = [], points = [], unit, countries } = question;
  const labels = new Map(question.options?.map(({ id, label }) => [id, label]));
  const label = (item: unknown): string => {
    if (typeof item !== 'object' || item === null) return labels.get(String(item)) ?? String(item);
    const { id, writeIn = '' } = item as { id?: string; writeIn?: string };
    return id ? `${labels.get(id)}: ${writeIn}` : writeIn;
  };
  const point = (value: unknown) =>
    value === null
      ? study.dontKnow
      : (points.find((candidate) => candidate.value === value)?.label ?? String(value));
  if (answer === undefined || answer === '') return [];
  if (answer === 'no-opinion') return [say('noOpinion')];
  if (kind === 'ranking')
    return (answer as unknown[][]).map((group) => group.map(label).join(' = '));
  if (kind === 'rating-matrix') {
    const given = answer as RatingAnswer;
    return rows
      .filter(({ id }) => Object.hasOwn(given, id))
      .map((row) => `${row.label}: ${point(given[row.id])}`);
  }
  if (kind === 'number' && typeof answer === 'number') {
    const number = new Intl.NumberFormat(study.language).format(answer);
    const known = (['hours', 'weeks', 'percent', 'people'] as const).find((name) => name === unit);
    return [known ? `${number} ${say(known)}` : number];
  }
  if (Array.isArray(answer)) return answer.filter(Boolean).map(label);
  if (countries) {
    return [new Intl.DisplayNames(study.language, { type: 'region' }).of(String(answer)) ?? ''];
  }
  return [kind === 'scale' && points.length > 0 ? point(answer) : label(answer)];
}
