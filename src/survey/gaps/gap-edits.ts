import { Definition } from '../definition.ts';
import type { Question } from '../question.ts';
import { gapQuestions } from './gap-questions.ts';
import type { ConfirmRule } from './validation.ts';

/**
 * The study with another rule for confirming; a string is a sentence that says what is wrong.
 */
export function withRule(definition: Definition, confirmRule: ConfirmRule): Definition | string {
  const id = gapQuestions(definition)?.validation.id;
  if (id === undefined) return NO_CHECK;
  return checked(
    withQuestion(definition, id, (question) =>
      question.kind === 'rating-matrix' ? { ...question, confirmRule } : question,
    ),
  );
}

/**
 * The study whose ranking offers only these items, or all of them (null). Only what is shown
 * changes: the list stays, so that each option keeps its place and stored answers their meaning.
 */
export function withShown(
  definition: Definition,
  items: readonly string[] | null,
): Definition | string {
  const ranking = gapQuestions(definition)?.ranking;
  if (!ranking?.optionsFilter) return 'No ranking of this study takes its options from a check.';
  const least = ranking.complete ? 1 : (ranking.min ?? 1);
  if (items && new Set(items).size < least) {
    return `The ranking asks for at least ${least} items: show as many.`;
  }
  const { validatedBy } = ranking.optionsFilter;
  return checked(
    withQuestion(definition, ranking.id, (question) =>
      question.kind === 'ranking'
        ? { ...question, optionsFilter: { validatedBy, ...(items && { shown: [...items] }) } }
        : question,
    ),
  );
}

/** The study with more gaps at the end of its list, where nothing that is stored moves. */
export function withGaps(
  definition: Definition,
  gaps: readonly { id: string; label: string }[],
): Definition | string {
  const list = gapQuestions(definition)?.validation.rowsFrom;
  if (list === undefined) return 'The check of this study has no list that others share.';
  const { defaultLanguage, lists } = definition;
  const added = gaps.map(({ id, label }) => ({ id, label: { [defaultLanguage]: label } }));
  const whole = [...(lists[list] ?? []), ...added];
  return checked({ ...definition, lists: { ...lists, [list]: whole } });
}

const NO_CHECK = 'No question of this study checks a list by a rule.';

function withQuestion(
  definition: Definition,
  id: string,
  change: (question: Question) => Question,
): Definition {
  const questions = definition.questions.map((one) => (one.id === id ? change(one) : one));
  return { ...definition, questions };
}

function checked(definition: Definition): Definition | string {
  const { success, data, error } = Definition.safeParse(definition);
  return success ? data : (error.issues[0]?.message ?? 'The study would not be valid.');
}
