import type { Answers } from './answer.ts';
import type { LocalQuestion, LocalStudy } from './local-study.ts';

/**
 * Whether a question has been answered: a blank text, an empty list and a matrix without a row
 * count as not answered; "no opinion" and "don't know" are answers.
 *
 * @example
 * isAnswered({ kind: 'long-text' }, '  ') // false
 */
export function isAnswered(
  question: Pick<LocalQuestion, 'kind' | 'rows'>,
  answer: unknown,
): boolean {
  if (isBlank(answer)) return false;
  if (question.kind !== 'rating-matrix' || !question.rows) return true;
  const rows = answer as object;
  return question.rows.some(({ id }) => Object.hasOwn(rows, id));
}

/**
 * Whether a question is put to somebody who gave these answers. Pass the answers to visible
 * questions only ({@link visibleAnswers}): a hidden question cannot make another one appear.
 */
export function isShown(question: Pick<LocalQuestion, 'showIf'>, answers: Answers): boolean {
  const { showIf } = question;
  return !showIf || (Object.hasOwn(answers, showIf.question) && !isBlank(answers[showIf.question]));
}

/**
 * The answers to keep: those to questions of this study that are shown and answered, in the
 * study's order, with the space around texts removed.
 *
 * @example
 * visibleAnswers(study, { problem: ' ', solution: 'Talk.' }) // {}: solution shows if problem has one
 */
export function visibleAnswers(study: Pick<LocalStudy, 'questions'>, answers: Answers): Answers {
  const visible: Answers = {};
  for (const question of study.questions) {
    if (!Object.hasOwn(answers, question.id) || !isShown(question, visible)) continue;
    const answer = answers[question.id];
    if (!isBlank(answer)) visible[question.id] = trimmed(question, answer);
  }
  return visible;
}

function isBlank(answer: unknown): boolean {
  if (answer === undefined || answer === null) return true;
  if (typeof answer === 'string') return answer.trim() === '';
  if (Array.isArray(answer)) return answer.every(isBlankItem);
  return typeof answer === 'object' && Object.keys(answer).length === 0;
}

/** No deeper than a group of a ranking, so that no answer can be too deep to look at. */
function isBlankItem(item: unknown): boolean {
  return Array.isArray(item) ? item.length === 0 : item === null || trimText(item) === '';
}

function trimmed({ kind }: LocalQuestion, answer: unknown): unknown {
  if (kind === 'short-text' || kind === 'long-text') {
    return Array.isArray(answer)
      ? answer.filter((text) => !isBlank(text)).map(trimText)
      : trimText(answer);
  }
  if (kind === 'ranking' && Array.isArray(answer)) {
    return answer.map((group) => (Array.isArray(group) ? group.map(trimWriteIn) : group));
  }
  return kind === 'single' ? trimWriteIn(answer) : answer;
}

function trimText(text: unknown): unknown {
  return typeof text === 'string' ? text.trim() : text;
}

function trimWriteIn(item: unknown): unknown {
  return typeof item === 'object' && item !== null && 'writeIn' in item
    ? { ...item, writeIn: trimText(item.writeIn) }
    : item;
}
