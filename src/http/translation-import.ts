import { TranslationFileError, type TranslationFile } from '../survey/translation-file.ts';
import { readTranslationCsv } from '../survey/translation-csv.ts';
import { readTranslationXliff } from '../survey/translation-xliff.ts';
import { Refusal } from './refusal.ts';

/**
 * Reads a translator's file, XLIFF or CSV, by what it starts with.
 *
 * @throws {Refusal} 422 with the reason
 */
export function readTranslations(text: string): TranslationFile {
  try {
    const isXml = /^[\s\u{feff}]*</u.test(text);
    return isXml ? readTranslationXliff(text) : readTranslationCsv(text);
  } catch (error) {
    if (error instanceof TranslationFileError) throw new Refusal(422, error.message);
    throw error;
  }
}
