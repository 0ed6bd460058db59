import { type Answers, isAnswered, isShown } from '../answer.ts';
import type { Language } from '../language.ts';
import type { LocalQuestion } from '../local-study.ts';
import { freeText } from './free-texts.ts';
import { parameters } from './parameters.ts';
import type { Random } from './random.ts';
import { orderOf, swapNeighbours } from './ranking-draw.ts';

/**
 * The answers that a table gives after its talk: rankings by Borda of its members, the host
 * (the first one) counting 1.5, with one chance swap of neighbours per four members; choices by
 * majority, numbers and ratings by the median; texts of its own.
 *
 * @example
 * tableAnswers(random, questions, members.map((m) => m.answers), 'en')['training-duration']
 */
export function tableAnswers(
  random: Random,
  questions: readonly LocalQuestion[],
  members: readonly Answers[],
  language: Language,
): Answers {
  const answers: Answers = {};
  for (const question of questions) {
    if (question.personal || !isShown(question, answers)) continue;
    const answer = agreed(random, question, members, language);
    if (isAnswered(question, answer)) answers[question.id] = answer;
  }
  return answers;
}

function agreed(
  random: Random,
  question: LocalQuestion,
  members: readonly Answers[],
  language: Language,
): unknown {
  const given = members.map((answers) => answers[question.id]);
  switch (question.kind) {
    case 'ranking':
      return bordaOf(random, question, given);
    case 'rating-matrix': {
      const points = (question.points ?? []).map((point) => point.value);
      const middle = points[Math.floor(points.length / 2)]!;
      return Object.fromEntries(
        (question.rows ?? []).map(({ id }) => {
          const values = given.map((rating) => (rating as Answers | undefined)?.[id]);
          return [id, middleOf(values.filter((value) => typeof value === 'number')) ?? middle];
        }),
      );
    }
    case 'number':
      return middleOf(given.filter((value) => typeof value === 'number'));
    case 'multiple':
      return given.find((value) => Array.isArray(value));
    case 'single':
    case 'scale':
      return commonest(given) ?? question.points?.[0]?.value ?? question.options?.[0]?.id;
    case 'short-text':
    case 'long-text': {
      const text = freeText(random, question, language);
      return question.repeat && text !== null ? [text] : text;
    }
  }
}

function bordaOf(random: Random, question: LocalQuestion, given: readonly unknown[]): string[][] {
  const options = (question.options ?? []).map(({ id }) => id);
  const scores = options.map(() => 0);
  given.forEach((ranking, member) => {
    const weight = member === 0 ? parameters.workshop.hostWeight : 1;
    if (!Array.isArray(ranking)) return;
    let above = 0;
    const left = new Set(options);
    for (const group of ranking as unknown[][]) {
      for (const item of group) {
        if (typeof item !== 'string' || !left.delete(item)) continue;
        scores[options.indexOf(item)]! += weight * (options.length - above - group.length / 2);
      }
      above += group.length;
    }
    for (const item of left) scores[options.indexOf(item)]! += (weight * left.size) / 2;
  });
  const swaps = Math.round(given.length / parameters.workshop.membersPerSwap);
  return swapNeighbours(random, orderOf(scores), swaps)
    .slice(0, question.max ?? options.length)
    .map((item) => [options[item]!]);
}

/** The lower median of a list, one of its own values; null for an empty list. */
function middleOf(values: readonly number[]): number | null {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? null;
}

function commonest(given: readonly unknown[]): unknown {
  const counts = new Map<unknown, number>();
  for (const value of given) {
    if (typeof value !== 'object' && value !== undefined) {
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0];
}
