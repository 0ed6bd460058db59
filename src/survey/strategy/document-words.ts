import type { Language } from '../language.ts';
import ca from './words/ca.ts';
import de from './words/de.ts';
import en from './words/en.ts';
import es from './words/es.ts';
import fr from './words/fr.ts';
import it from './words/it.ts';
import nl from './words/nl.ts';
import pt from './words/pt.ts';

/** A word or phrase around the sentences of a strategy. */
export type DocumentWord = keyof typeof en;

/** The same words in another language: a missing one does not compile. */
export type DocumentWords = Readonly<Record<DocumentWord, string>>;

/** Says a word of the document, with its `{names}` filled in. */
export type SayDocument = (
  word: DocumentWord,
  values?: Readonly<Record<string, string | number>>,
) => string;

/** Every language's words. */
export const DOCUMENT_WORDS: Readonly<Record<Language, DocumentWords>> = {
  en,
  es,
  ca,
  pt,
  fr,
  de,
  it,
  nl,
};

/**
 * The words around a strategy's sentences in one language: page, Word file and Markdown share them.
 *
 * @example
 * documentWords('de')('table', { number: 3 }) // => 'Tabelle 3'
 */
export function documentWords(language: Language): SayDocument {
  const words = DOCUMENT_WORDS[language];
  return (word, values = {}) =>
    words[word].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
