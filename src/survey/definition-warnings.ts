import type { Definition } from './definition.ts';
import type { Language } from './language.ts';
import type { Option } from './option.ts';
import { optionsOf, scalePoints } from './question-options.ts';
import type { Question } from './question.ts';
import { characters } from './text-rules.ts';

export type WarningKind =
  | 'many-items'
  | 'double-barrelled'
  | 'negated'
  | 'long-label'
  | 'long-short'
  | 'missing-short'
  | 'missing-translation'
  | 'long-study';

/** Something that a definition could do better; it can be used all the same. */
export interface DefinitionWarning {
  kind: WarningKind;
  path: readonly (string | number)[];
  /** The wording that is meant, where only one language has it. */
  language?: Language;
  /** How many items, characters, texts or minutes. */
  count?: number;
}

/** More items than this are hard to rank: people tire, and the middle means little. */
const MOST_ITEMS = 12;
const LONG_LABEL = 75;
const LONG_SHORT = 22;
const MOST_MINUTES = 10;

/** "And" and "or": a label with one of them may ask two things at once. */
const JOINING: Record<Language, string> = {
  en: 'and|or',
  es: 'y|e|o|u',
  ca: 'i|o',
  pt: 'e|ou',
  fr: 'et|ou',
  de: 'und|oder|sowie',
  it: 'e|ed|o|oppure',
  nl: 'en|of',
};

/** A label that begins so says what is not: agreeing to it is easily misread. */
const NEGATING: Record<Language, string> = {
  en: 'no|not|never|without',
  es: 'no|nunca|sin',
  ca: 'no|mai|sense',
  pt: 'não|nunca|sem',
  fr: 'ne|pas|sans|aucun|aucune|jamais',
  de: 'kein|keine|keinen|nicht|nie|ohne',
  it: 'non|nessun|nessuna|mai|senza',
  nl: 'geen|niet|nooit|zonder',
};

/**
 * What a designer should think about before people are asked: rankings of many items, labels that
 * are too long, ask two things or say what is not, missing translations and short labels, a study
 * that takes more than ten minutes. In the order of the definition; none of them keeps a study
 * from being saved or opened.
 *
 * @example
 * definitionWarnings(definition)
 * // [{ kind: 'double-barrelled', path: ['lists', 'topics', 0, 'label'], language: 'en' }]
 */
export function definitionWarnings(definition: Definition): DefinitionWarning[] {
  const warnings = missingTranslations(definition);
  const seen = new Set<readonly Option[]>();
  for (const [index, question] of definition.questions.entries()) {
    if (question.hidden) continue;
    const options = optionsOf(definition, question);
    const path = ['questions', index];
    if (question.kind === 'ranking' && options.length > MOST_ITEMS) {
      warnings.push({ kind: 'many-items', path, count: options.length });
    }
    const judged = question.kind === 'ranking' || question.kind === 'rating-matrix';
    if (!judged || seen.has(options)) continue;
    seen.add(options);
    for (const [place, option] of options.entries()) {
      warnings.push(...labelWarnings(option, [...placeOf(question, path), place]));
    }
  }
  const minutes = Math.ceil(estimatedSeconds(definition) / 60);
  if (minutes > MOST_MINUTES) {
    warnings.push({ kind: 'long-study', path: ['questions'], count: minutes });
  }
  return warnings;
}

/** Where the options of a question stand in the definition. */
function placeOf(question: Question, path: (string | number)[]): (string | number)[] {
  if (question.kind === 'rating-matrix') {
    return question.rowsFrom === undefined ? [...path, 'rows'] : ['lists', question.rowsFrom];
  }
  const from = 'optionsFrom' in question ? question.optionsFrom : undefined;
  return from === undefined ? [...path, 'options'] : ['lists', from];
}

function labelWarnings({ label, short }: Option, path: (string | number)[]): DefinitionWarning[] {
  const place = [...path, 'label'];
  const warnings = Object.entries(label).flatMap(([key, text]) => {
    const language = key as Language;
    const found: DefinitionWarning[] = [];
    if (isDoubleBarrelled(text, language)) {
      found.push({ kind: 'double-barrelled', path: place, language });
    }
    if (startsWith(text, NEGATING[language])) {
      found.push({ kind: 'negated', path: place, language });
    }
    const count = characters(text);
    if (count > LONG_LABEL) found.push({ kind: 'long-label', path: place, language, count });
    if (count > LONG_SHORT && !short?.[language]) {
      found.push({ kind: 'missing-short', path: [...path, 'short'], language });
    }
    return found;
  });
  const shorts = Object.entries(short ?? {}).flatMap(([key, text]) => {
    const count = characters(text);
    if (count <= LONG_SHORT) return [];
    const at = [...path, 'short'];
    return [{ kind: 'long-short' as const, path: at, language: key as Language, count }];
  });
  return [...warnings, ...shorts];
}

/**
 * Whether a label may ask two things at once: it has a slash, an ampersand, or the language's
 * "and" or "or" as a word.
 *
 * @example
 * isDoubleBarrelled('Law and ethics', 'en') // true
 * isDoubleBarrelled('Standards', 'en') // false
 */
export function isDoubleBarrelled(label: string, language: Language): boolean {
  return /[/&]/.test(label) || new RegExp(`\\s(${JOINING[language]})\\s`, 'iu').test(label);
}

function startsWith(text: string, words: string): boolean {
  return new RegExp(`^(${words})\\s`, 'iu').test(text.trim());
}

/** One warning for each language that lacks some of the study's texts. */
function missingTranslations({ languages, defaultLanguage, ...rest }: Definition) {
  return languages.flatMap((language): DefinitionWarning[] => {
    if (language === defaultLanguage) return [];
    const count = missingTexts(rest, language, defaultLanguage);
    if (count === 0) return [];
    return [{ kind: 'missing-translation', path: ['languages'], language, count }];
  });
}

/** How many texts below a node have a wording in one language and none in another. */
function missingTexts(node: unknown, language: Language, reference: Language): number {
  if (typeof node !== 'object' || node === null) return 0;
  const text = node as Record<string, unknown>;
  if (typeof text[reference] === 'string') return text[language] ? 0 : 1;
  return Object.values(text).reduce<number>(
    (sum, value) => sum + missingTexts(value, language, reference),
    0,
  );
}

/**
 * How long a person takes to answer everything, in seconds: a rough guide from the kinds of
 * questions and the number of things in them.
 */
export function estimatedSeconds(definition: Definition): number {
  const asked = definition.questions.filter(
    ({ audience, hidden }) => !hidden && audience.includes('individual'),
  );
  return asked.reduce((sum, question) => sum + secondsFor(definition, question), 20);
}

function secondsFor(definition: Definition, question: Question): number {
  const options = optionsOf(definition, question).length;
  switch (question.kind) {
    case 'ranking':
      return 12 + 5 * Math.min(options, question.max ?? options) + options;
    case 'rating-matrix':
      return 6 + 5 * options;
    case 'multiple':
      return 8 + 2 * options;
    case 'single':
    case 'scale':
      return 6 + Math.min(10, options + scalePoints(definition, question).length);
    case 'number':
    case 'short-text':
      return 15;
    case 'long-text':
      return 40;
  }
}
