import type { Definition } from '../../src/survey/definition.ts';
import type { Language } from '../../src/survey/language.ts';
import type { EditorTexts } from '../text/editor/texts.ts';

/** What the page gives the editor to start from. */
export interface EditorData {
  id: string;
  definition: Definition;
  revision: number;
  version: number;
  /** People have answered: changes make a new version. */
  frozen: boolean;
  responses: number;
  /** Of the page, not of the study. */
  language: Language;
  texts: EditorTexts;
  /** Whether the one who looks may change anything. */
  mayEdit: boolean;
}
