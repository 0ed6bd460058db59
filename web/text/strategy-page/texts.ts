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

/** Says a text of the pages about a strategy. */
export type SayStrategy = Translate<English>;

/** Every language; only the server loads them. */
export const STRATEGY_PAGE_TEXTS: Record<Language, Catalogue<English>> = {
  en,
  es,
  ca,
  pt,
  fr,
  de,
  it,
  nl,
};

/** The texts of the pages about a strategy in one language. */
export function strategyPageTexts(language: Language): SayStrategy {
  return translator<English>(language, STRATEGY_PAGE_TEXTS[language]);
}
