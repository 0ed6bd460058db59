import { checkAnswer, checkIds } from './answer-checks.ts';
import { type Issue, quotable, type Report } from './answer-issue.ts';
import type { LocalStudy } from './local-study.ts';
import { isAnswered, isShown, visibleAnswers } from './visible-answers.ts';

export { WRITE_IN_LENGTH } from './answer-checks.ts';
export { issueMessage } from './answer-message.ts';
export { isAnswered, isShown, visibleAnswers } from './visible-answers.ts';
export type { Issue, IssueCode } from './answer-issue.ts';

/** Tied groups, best first; unranked items are left out. A write-in stands in place of an id. */
export type RankingAnswer = (string | { writeIn: string })[][] | 'no-opinion';

/** An option's id, a country code, a text beside an option, or a text in place of one. */
export type SingleAnswer = string | { id: string; writeIn: string } | { writeIn: string };

/** A value per row id; `null` is "don't know". */
export type RatingAnswer = Record<string, number | null>;

export type Answer = RankingAnswer | SingleAnswer | RatingAnswer | string[] | number;

/** Answers by question id, as they arrive: nothing is known of them before answerIssues. */
export type Answers = Record<string, unknown>;

const MOST_ISSUES = 50;

/**
 * What is wrong with the answers to a study, for the phone and for the server alike; empty when
 * they can be kept. Unanswered questions are looked at only for `required`, which a draft may
 * ignore; answers to questions that `showIf` hides are not looked at and not to be kept
 * (visibleAnswers drops them). `shown` holds the order in which options stood on the screen.
 * At most 50 issues are reported.
 *
 * @example
 * answerIssues(study, { 'topic-ranking': [['mobility'], ['mobility']] })
 * // [{ path: ['answers', 'topic-ranking', 1, 0], code: 'repeated', params: { … } }]
 */
export function answerIssues(
  study: Pick<LocalStudy, 'questions'>,
  answers: Answers,
  shown: Record<string, unknown> = {},
): Issue[] {
  const issues: Issue[] = [];
  const questions = new Map(study.questions.map((question) => [question.id, question]));
  const reporter =
    (field: string, id: string): Report =>
    (code, place = [], params = {}) => {
      if (issues.length >= MOST_ISSUES) return;
      const title = questions.get(id)?.title;
      const about = { question: quotable(id), ...(title !== undefined && { title }) };
      issues.push({ path: [field, id, ...place], code, params: { ...about, ...params } });
    };
  for (const [field, given] of [
    ['answers', answers],
    ['shown', shown],
  ] as const) {
    for (const id of Object.keys(given)) {
      if (!questions.has(id)) reporter(field, id)('unknown-question');
    }
  }
  const visible = visibleAnswers(study, answers);
  for (const question of study.questions) {
    const report = reporter('answers', question.id);
    if (Object.hasOwn(visible, question.id)) checkAnswer(question, answers[question.id], report);
    if (
      question.required &&
      isShown(question, visible) &&
      !isAnswered(question, visible[question.id])
    ) {
      report('required');
    }
    if (Object.hasOwn(shown, question.id)) {
      checkIds(question, shown[question.id], reporter('shown', question.id));
    }
  }
  return issues;
}
