import type { Definition, Question } from './definition.ts';
import type { Option } from './option.ts';
import { textKey } from './write-in-key.ts';

/** A text question, whose answers can be coded into themes. */
export type TextQuestion = Extract<Question, { kind: 'short-text' | 'long-text' }>;

/** What the themes are called under which the answers nobody has coded are counted. */
export const UNCODED = 'not-coded';

/** A coded text and one of its themes, as exports list them; `n` people wrote it. */
export interface ThemeLine {
  question: string;
  text: string;
  n: number;
  theme: string;
  label: string;
}

/** Whether the answers to a question can be read and coded: texts, but nothing personal. */
export function isCodable(question: Question): question is TextQuestion {
  return (
    (question.kind === 'short-text' || question.kind === 'long-text') && question.personal !== true
  );
}

/**
 * The themes of a question: those of its `coding` list, then those that designers added.
 *
 * @example
 * themeOptions(definition, question, []).map(({ id }) => id) // ['funding', 'know-how', …]
 */
export function themeOptions(
  definition: Pick<Definition, 'lists'>,
  { coding }: TextQuestion,
  added: readonly Option[],
): Option[] {
  const list = coding && Object.hasOwn(definition.lists, coding.list);
  const given = (list && definition.lists[coding.list]) || [];
  const ids = new Set(given.map(({ id }) => id));
  return [...given, ...added.filter(({ id }) => !ids.has(id))];
}

/** Whether designers may add themes: unless the question's coding says that its list is whole. */
export function mayAddThemes({ coding }: TextQuestion): boolean {
  return coding?.allowNew !== false;
}

/**
 * The themes of an answer, each once; `[UNCODED]` for an answer without any, and nothing for
 * somebody who did not answer. Several texts of one person count together.
 */
export function themesOf(
  answer: unknown,
  codes: ReadonlyMap<string, readonly string[]>,
): string[] | undefined {
  const texts = [answer]
    .flat()
    .filter((text): text is string => typeof text === 'string' && text.trim() !== '');
  if (texts.length === 0) return undefined;
  const themes = new Set(texts.flatMap((text) => codes.get(textKey(text)) ?? []));
  return themes.size > 0 ? [...themes] : [UNCODED];
}

/**
 * A study in which a text question asks for its themes instead, so that they are counted, divided
 * and held back as the answers to a multiple choice are.
 *
 * @param uncoded what answers without a theme are called, by language
 */
export function themedDefinition(
  definition: Definition,
  question: TextQuestion,
  themes: readonly Option[],
  uncoded: Option['label'],
): Definition {
  const { id, section, audience, required, title } = question;
  const options = [...themes, { id: UNCODED, label: uncoded }];
  const counted: Question = {
    id,
    section,
    audience,
    required,
    title,
    kind: 'multiple',
    options,
  };
  return {
    ...definition,
    questions: definition.questions.map((other) => (other === question ? counted : other)),
  };
}
