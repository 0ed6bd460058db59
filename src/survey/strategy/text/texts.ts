import type { Catalogue } from '../../catalogue.ts';
import type { Language } from '../../language.ts';
import ca from './ca.ts';
import de from './de.ts';
import en from './en.ts';
import es from './es.ts';
import fr from './fr.ts';
import it from './it.ts';
import nl from './nl.ts';
import pt from './pt.ts';

/** The shape of every language's catalogue. */
export type StrategyEnglish = typeof en;

/** The sentences of a strategy in every language. */
export const STRATEGY_TEXTS: Record<Language, Catalogue<StrategyEnglish>> = {
  en,
  es,
  ca,
  pt,
  fr,
  de,
  it,
  nl,
};
