import type { Definition } from './definition.ts';
import type { Language } from './language.ts';
import { characters } from './text-rules.ts';
import { type TranslationUnit, translationUnits } from './translation-units.ts';

/** How far a translation is: not there, there, or confirmed by somebody. */
export type TranslationState = 'missing' | 'draft' | 'reviewed';

export const TRANSLATION_STATES = ['missing', 'draft', 'reviewed'] as const;

/** Somebody's word that a translation is right. */
export interface Review {
  unit: string;
  language: string;
  /** As {@link reviewedTexts} gives it: another source or translation needs another review. */
  fingerprint: string;
  by: string;
  at: Date;
}

/** A text of a study in one language, beside its source. */
export interface Translation extends TranslationUnit {
  source: string;
  /** Empty when it is missing. */
  wording: string;
  state: TranslationState;
  review: Review | null;
}

/** What a review is about: it holds as long as both texts are the same. */
export function reviewedTexts(source: string, wording: string): string {
  return JSON.stringify([source, wording]);
}

/**
 * All texts of a study in one language with their states. A review whose source or translation has
 * changed since counts no more: the text is a draft again.
 *
 * @param reviews of this study, in any language
 */
export function translationsOf(
  definition: Definition,
  language: Language,
  reviews: readonly Review[],
): Translation[] {
  const known = new Map(
    reviews.filter((review) => review.language === language).map((review) => [review.unit, review]),
  );
  return translationUnits(definition).map((unit) => {
    const source = unit.text[definition.defaultLanguage] ?? '';
    const wording = unit.text[language] ?? '';
    const found = known.get(unit.id);
    const isCurrent = found?.fingerprint === reviewedTexts(source, wording);
    const state = wording === '' ? 'missing' : isCurrent ? 'reviewed' : 'draft';
    return { ...unit, source, wording, state, review: state === 'reviewed' ? found! : null };
  });
}

/**
 * The languages of a study whose wording nobody has vouched for: the definition says that they
 * weren't reviewed, and not every text has been since.
 *
 * @example
 * unreviewedLanguages(definition, await listReviews(db, study.id)) // ['ca', 'nl']
 */
export function unreviewedLanguages(
  definition: Definition,
  reviews: readonly Review[],
): Language[] {
  return definition.languages.filter((language) => {
    if (definition.reviewed[language] !== false) return false;
    if (!reviews.some((review) => review.language === language)) return true;
    return translationsOf(definition, language, reviews).some(({ state }) => state !== 'reviewed');
  });
}

/** How many texts of a language are in each state. */
export function progressOf(translations: readonly Translation[]): Record<TranslationState, number> {
  const progress = { missing: 0, draft: 0, reviewed: 0 };
  for (const { state } of translations) progress[state] += 1;
  return progress;
}

/** Why a wording cannot be taken. */
export type WordingProblem = 'placeholders' | 'too-long' | 'control-character';

/**
 * What is wrong with a wording: other placeholders (`{name}`) than its source, more characters than
 * its field has room for, or characters that nothing can show. Null when nothing is.
 *
 * @example
 * wordingProblem({ source: 'Hello {name}', limit: 75 }, 'Hallo {nom}') // 'placeholders'
 */
export function wordingProblem(
  { source, limit }: Pick<Translation, 'source' | 'limit'>,
  wording: string,
): WordingProblem | null {
  if (wording === '') return null;
  // oxlint-disable-next-line no-control-regex
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|\p{Cs}/u.test(wording)) {
    return 'control-character';
  }
  if (placeholders(source) !== placeholders(wording)) return 'placeholders';
  return characters(wording) > limit ? 'too-long' : null;
}

function placeholders(text: string): string {
  return (text.match(/\{\w+\}/g) ?? []).toSorted().join();
}

/** A wording as it is stored: trimmed, with plain line breaks. */
export function tidyWording(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').trim();
}
