import Papa from 'papaparse';
import { isLanguage, type Language } from './language.ts';
import { type TranslationFile, TranslationFileError } from './translation-file.ts';
import type { Translation } from './translation-state.ts';

const HEADER = ['id', 'source', 'translation', 'language', 'state', 'max'] as const;

/**
 * Translations as CSV (RFC 4180, UTF-8 with a byte order mark, which Excel needs). A cell that a
 * spreadsheet would take for a formula gets an apostrophe in front, which reading takes off again.
 */
export function translationCsv(translations: readonly Translation[], language: Language): string {
  const rows = translations.map(({ id, source, wording, state, limit }) => [
    id,
    guarded(source),
    guarded(wording),
    language,
    state,
    String(limit),
  ]);
  return `\u{feff}${Papa.unparse([[...HEADER], ...rows], { newline: '\r\n' })}\r\n`;
}

/**
 * Reads translations from CSV, with commas, semicolons or tabs between, as spreadsheets save it.
 * Needs the columns `id` and `translation`; others may be missing or in another order.
 *
 * @throws {TranslationFileError} for anything else
 */
export function readTranslationCsv(text: string): TranslationFile {
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\u{feff}/u, ''), {
    skipEmptyLines: 'greedy',
    delimitersToGuess: [',', ';', '\t'],
  });
  const broken = errors.find(({ type }) => type === 'Quotes');
  if (broken) {
    throw new TranslationFileError(`Line ${(broken.row ?? 0) + 1}: a quotation mark is missing.`);
  }
  const [header = [], ...rows] = data;
  const names = header.map((name) => name.trim().toLowerCase());
  const column = (name: (typeof HEADER)[number]) => names.indexOf(name);
  if (column('id') < 0 || column('translation') < 0) {
    throw new TranslationFileError('The first line has to name the columns id and translation.');
  }
  const cell = (row: readonly string[], name: (typeof HEADER)[number]) => row[column(name)] ?? '';
  const languages = new Set(rows.map((row) => cell(row, 'language').trim()));
  const [language] = languages;
  if (languages.size > 1) throw new TranslationFileError('The file is in several languages.');
  return {
    language: isLanguage(language) ? language : null,
    rows: rows.map((row) => ({
      id: cell(row, 'id').trim(),
      source: column('source') < 0 ? null : unguarded(cell(row, 'source')),
      wording: unguarded(cell(row, 'translation')),
    })),
  };
}

/** Texts that start with an apostrophe get one too, so that taking one off is always right. */
function guarded(text: string): string {
  return /^[=+\-@\t\r']/.test(text) ? `'${text}` : text;
}

function unguarded(text: string): string {
  return /^'[=+\-@\t\r']/.test(text) ? text.slice(1) : text;
}
