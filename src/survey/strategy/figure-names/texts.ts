import type { Language } from '../../language.ts';
import type { LeftOutReason } from '../../results-document.ts';
import type { FigureMethod } from '../figure-methods.ts';
import ca from './ca.ts';
import de from './de.ts';
import en from './en.ts';
import es from './es.ts';
import fr from './fr.ts';
import it from './it.ts';
import nl from './nl.ts';
import pt from './pt.ts';

/** Names of a strategy's figures: one that a language lacks does not compile. */
export interface FigureNameTexts {
  methods: Record<FigureMethod, string>;
  /** Of the plan. */
  variants: Record<'short' | 'standard' | 'long', string>;
  /** Why answers don't count. */
  leftOut: Record<LeftOutReason, string>;
  /** A figure and what it is of, `{figure}` and `{item}`. */
  of: string;
  question: string;
}

/** The names of figures in every language. */
export const FIGURE_NAMES: Readonly<Record<Language, FigureNameTexts>> = {
  en,
  es,
  ca,
  pt,
  fr,
  de,
  it,
  nl,
};
