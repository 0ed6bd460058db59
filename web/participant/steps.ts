import { type Answers, isShown, visibleAnswers } from '../../src/survey/answer.ts';
import type { LocalQuestion, LocalStudy } from '../../src/survey/local-study.ts';

/** What is asked on one screen. Its id is that of its first question. */
export interface Step {
  id: string;
  /** The question itself where the step has only one, else the section's title. */
  title: string;
  /** Of the title, where it is in another language. */
  lang?: string | undefined;
  questions: LocalQuestion[];
}

/**
 * Divides a study into steps: a ranking or a rating of more than four rows stands alone, other
 * neighbours of one section stand together.
 *
 * @example
 * stepsOf(study).map((step) => step.id) // ['role', 'training-necessary', 'target-ranking', …]
 */
export function stepsOf(study: Pick<LocalStudy, 'questions' | 'sections'>): Step[] {
  const steps: Step[] = [];
  let open: Step | undefined;
  for (const question of study.questions) {
    const alone = question.kind === 'ranking' || (question.rows?.length ?? 0) > 4;
    if (alone || !open || open.questions[0]?.section !== question.section) {
      const step: Step = {
        id: question.id,
        title: question.title,
        lang: question.lang,
        questions: [question],
      };
      steps.push(step);
      open = alone ? undefined : step;
    } else {
      open.questions.push(question);
      const section = study.sections.find(({ id }) => id === question.section);
      open.title = section?.title ?? '';
      open.lang = section?.lang;
    }
  }
  return steps;
}

/** The steps that these answers leave, each with the questions that are put ({@link isShown}). */
export function shownSteps(study: LocalStudy, answers: Answers): Step[] {
  const visible = visibleAnswers(study, answers);
  return stepsOf(study)
    .map((step) => ({
      ...step,
      questions: step.questions.filter((question) => isShown(question, visible)),
    }))
    .filter((step) => step.questions.length > 0);
}
