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

export type EditorEnglish = typeof en;

/** Says a text of the editor. */
export type SayEditor = Translate<EditorEnglish>;

/** What the editor says in one language; travels in the page. */
export type EditorTexts = Catalogue<EditorEnglish>;

/** Every language; only the server loads them. */
export const EDITOR_TEXTS: Record<Language, EditorTexts> = { en, es, ca, pt, fr, de, it, nl };

/** The texts of the editor in one language. */
export function editorTexts(language: Language): SayEditor {
  return translator<EditorEnglish>(language, EDITOR_TEXTS[language]);
}
