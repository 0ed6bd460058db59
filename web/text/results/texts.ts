import type { Language } from '../../../src/survey/language.ts';
import { type Catalogue, type Translate, translator } from '../catalogue.ts';
import en from './en.ts';

type English = typeof en;

/** Says a text of the results page. */
export type SayResults = Translate<English>;

const TEXTS: Partial<Record<Language, Catalogue<English>>> = { en };

/** The texts of the results page in one language. */
export function resultsTexts(language: Language): SayResults {
  return translator<English>(language, TEXTS[language] ?? en);
}
