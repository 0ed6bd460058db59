import type { Definition } from '../../src/survey/definition.ts';
import { type Language, textIn } from '../../src/survey/language.ts';
import type { SystemSegment } from '../../src/survey/segment.ts';
import type { SayResults } from '../text/results/texts.ts';

const SYSTEM = {
  '@language': 'systemLanguage',
  '@table': 'systemTable',
  '@round': 'systemRound',
  '@event': 'systemEvent',
  '@mark': 'systemMark',
  '@voice': 'systemVoice',
} as const satisfies Record<SystemSegment, string>;

/** What people are divided by, in words: a question's title, or the name of a system segment. */
export function segmentName(
  definition: Definition,
  id: string,
  language: Language,
  say: SayResults,
): string {
  const question = definition.questions.find((candidate) => candidate.id === id);
  if (question) return textIn(question.title, language, definition.defaultLanguage);
  return Object.hasOwn(SYSTEM, id) ? say(SYSTEM[id as SystemSegment]) : id;
}
