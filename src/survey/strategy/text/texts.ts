import type { Catalogue } from '../../catalogue.ts';
import type { Language } from '../../language.ts';
import en from './en.ts';

/** The shape of every language's catalogue. */
export type StrategyEnglish = typeof en;

/** The sentences of a strategy in every language. */
export const STRATEGY_TEXTS: Record<Language, Catalogue<StrategyEnglish>> = {
  en,
  es: en,
  ca: en,
  pt: en,
  fr: en,
  de: en,
  it: en,
  nl: en,
};
