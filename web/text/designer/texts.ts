import type { Language } from '../../../src/survey/language.ts';
import { type Catalogue, type Translate, translator } from '../catalogue.ts';
import en from './en.ts';

type English = typeof en;

/** Says a text of the designer's pages. */
export type SayDesigner = Translate<English>;

const TEXTS: Partial<Record<Language, Catalogue<English>>> = { en };

/** The texts of the designer's pages in one language. */
export function designerTexts(language: Language): SayDesigner {
  return translator<English>(language, TEXTS[language] ?? en);
}
