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

/** Says the name of a part of a study. */
export type SayNavigation = Translate<English>;

/** Every language; only the server loads them. */
export const NAVIGATION_TEXTS: Record<Language, Catalogue<English>> = {
  en,
  es,
  ca,
  pt,
  fr,
  de,
  it,
  nl,
};

/** The names of a study's parts in one language. */
export function navigationTexts(language: Language): SayNavigation {
  return translator<English>(language, NAVIGATION_TEXTS[language]);
}
