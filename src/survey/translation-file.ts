import type { Language } from './language.ts';

/** A row of a translator's file. */
export interface FileRow {
  id: string;
  /** As it was when the file was made; null when the file does not say. */
  source: string | null;
  wording: string;
}

/** What a translator's file says. */
export interface TranslationFile {
  /** The language that it is in; null when it does not say or is none of ours. */
  language: Language | null;
  rows: FileRow[];
}

/** A file that cannot be read; `message` is one sentence with the line where it is known. */
export class TranslationFileError extends Error {
  override name = 'TranslationFileError';
}
