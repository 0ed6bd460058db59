import type { Language } from '../../../src/survey/language.ts';
import { type Catalogue, type Translate, translator } from '../../../src/survey/catalogue.ts';
import ca from './ca.ts';
import de from './de.ts';
import en from './en.ts';
import es from './es.ts';
import fr from './fr.ts';
import it from './it.ts';
import nl from './nl.ts';
import pt from './pt.ts';

type English = typeof en;

/** Says a text of pages for what went wrong. */
export type SayErrors = Translate<English>;

/** Every language; only the server loads them. */
export const ERRORS_TEXTS: Record<Language, Catalogue<English>> = {
  en,
  es,
  ca,
  pt,
  fr,
  de,
  it,
  nl,
};

/** The texts of pages for what went wrong in one language. */
export function errorTexts(language: Language): SayErrors {
  return translator<English>(language, ERRORS_TEXTS[language]);
}
