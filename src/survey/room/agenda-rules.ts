import type { Definition } from '../definition.ts';
import type { AgendaItem } from './agenda.ts';

/**
 * What is wrong with an agenda as a sentence, or null: questions that the study does not have, and
 * parts without a title in any of its languages. A speaker who is still to be decided is fine, and
 * so is a part without any.
 */
export function agendaProblem(
  { questions, languages, defaultLanguage }: Definition,
  agenda: readonly AgendaItem[],
): string | null {
  const known = new Set(questions.map(({ id }) => id));
  for (const item of agenda) {
    const missing = item.questions.find((id) => !known.has(id));
    if (missing !== undefined) return `The study has no question "${missing}".`;
    if (![...languages, defaultLanguage].some((language) => item.title[language])) {
      return `The part "${item.id}" has no title in a language of the study.`;
    }
  }
  return null;
}
