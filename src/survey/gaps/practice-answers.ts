import type { Definition } from '../definition.ts';
import { type Language, textIn } from '../language.ts';
import { optionsOf } from '../question-options.ts';
import { isCodable, type TextQuestion } from '../theme.ts';
import { PracticeFacts } from './practice.ts';

/** A question that asks for good practice, and the ids of those that ask on about it. */
export interface PracticeQuestion {
  text: TextQuestion;
  /** A scale from 1 (very hard) to 5 (very easy). */
  replicability?: string | undefined;
  /** A scale whose words say how large it is. */
  scale?: string | undefined;
  /** A number of people. */
  reached?: string | undefined;
}

/**
 * The questions of a study that ask for good practice, as its analyses name them.
 *
 * @example
 * practiceQuestions(template('rural-innovation-gaps')!)[0]?.text.id // 'best-practice'
 */
export function practiceQuestions({ analyses, questions }: Definition): PracticeQuestion[] {
  return analyses.flatMap((analysis) => {
    if (analysis.kind !== 'practice') return [];
    const { replicability, scale, reached } = analysis;
    const text = questions.find(({ id }) => id === analysis.text);
    return text && isCodable(text) ? [{ text, replicability, scale, reached }] : [];
  });
}

/**
 * What the register says of a practice that somebody named: the first line or sentence as its
 * title, the whole text as what it is, and the answers to the questions that asked on. Who runs it
 * is not asked, so that nobody's answer names them.
 *
 * @param answers of the same person, by question id
 * @param unnamed stands where the organisation will be named
 * @example
 * practiceFrom(definition, question, 'A digital bus. It stops in each village.', {}, { … }).title
 * // 'A digital bus'
 */
export function practiceFrom(
  definition: Definition,
  { replicability, scale, reached }: PracticeQuestion,
  text: string,
  answers: Readonly<Record<string, unknown>>,
  { unnamed, language }: { unnamed: string; language: Language },
): PracticeFacts {
  const chosen = (id: string | undefined) => {
    const question = definition.questions.find((one) => one.id === id);
    if (!question || id === undefined) return undefined;
    return optionsOf(definition, question).find((option) => option.id === answers[id]);
  };
  const ease = chosen(replicability)?.value ?? null;
  const size = chosen(scale)?.label;
  const people = reached === undefined ? undefined : answers[reached];
  const whole = text.trim();
  const [first = whole] = whole.split(/\n|[.!?](?:\s|$)/);
  return PracticeFacts.parse({
    title: Array.from(first.trim() || whole)
      .slice(0, 150)
      .join(''),
    owner: unnamed,
    what: Array.from(whole).slice(0, 2000).join(''),
    scaleNow: size ? textIn(size, language, definition.defaultLanguage) : '',
    reached: typeof people === 'number' && people >= 0 ? Math.round(people) : null,
    replicability: ease !== null && [1, 2, 3, 4, 5].includes(ease) ? ease : null,
  });
}
