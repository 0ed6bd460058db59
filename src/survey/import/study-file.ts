import Papa from 'papaparse';
import { z } from 'zod';
import { blankStudy } from '../blank-study.ts';
import { Definition } from '../definition.ts';
import { isLanguage, type Language } from '../language.ts';

const MOST_ITEMS = 300;

/**
 * Reads a file as a study: the JSON of a definition or of an export, or a CSV of items, which become
 * the options of one ranking question. A CSV has one item a line: its label, and if there are more
 * columns its short label and an explanation. Columns headed by language codes (`en,de`) are labels
 * in those languages; the first is the main one.
 *
 * @param language of a CSV that does not say
 * @returns the study, or one sentence that says why the file is none
 * @example
 * readStudyFile('en,de\nLaw,Recht\nData,Daten\n', 'items.csv', 'en') // a study in two languages
 */
export function readStudyFile(
  text: string,
  fileName: string,
  language: Language,
): Definition | string {
  const content = text.replace(/^\uFEFF/, '');
  // What no text has: a picture, a workbook or another program's own file.
  if (content.includes('\0')) return 'it is no text: save it as CSV.';
  const isJson = /\.json$/i.test(fileName) || content.trimStart().startsWith('{');
  return isJson ? readJson(content) : readItems(content, language);
}

function readJson(text: string): Definition | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'it is not valid JSON.';
  }
  const study = Exported.safeParse(value);
  return checked(study.success ? study.data.definition : value);
}

const Exported = z.object({ schema: z.literal('plenary-export/1'), definition: z.unknown() });

function checked(value: unknown): Definition | string {
  const result = Definition.safeParse(value);
  if (result.success) return result.data;
  const { path, message } = result.error.issues[0]!;
  return path.length > 0 ? `${path.join('.')}: ${message}` : message;
}

function readItems(text: string, language: Language): Definition | string {
  const rows = Papa.parse<string[]>(text, { skipEmptyLines: 'greedy' }).data.map((row) =>
    row.map((cell) => cell.trim()),
  );
  const [first = []] = rows;
  const codes = first.map((cell) => cell.toLowerCase()).filter(isLanguage);
  const inLanguages = first.length > 0 && codes.length === first.length;
  const isHead = inLanguages || /^(label|item|option|name)$/i.test(first[0] ?? '');
  const items = isHead ? rows.slice(1) : rows;
  if (items.length < 2) return 'it needs at least two items, one a line.';
  if (items.length > MOST_ITEMS) return `it has more than ${MOST_ITEMS} items.`;
  const languages = inLanguages ? [...new Set(codes)] : [language];
  const main = languages[0]!;
  const study = blankStudy(main);
  const texts = (cells: readonly string[]) =>
    Object.fromEntries(languages.flatMap((code, k) => (cells[k] ? [[code, cells[k]]] : [])));
  const options = items.map((cells, index) => ({
    id: `option-${index + 1}`,
    label: inLanguages ? texts(cells) : { [main]: cells[0] ?? '' },
    ...(!inLanguages && cells[1] && { short: { [main]: cells[1] } }),
    ...(!inLanguages && cells[2] && { help: { [main]: cells[2] } }),
  }));
  const [question] = study.questions;
  const max = Math.min(options.length, options.length > 7 ? 5 : options.length);
  const result = checked({ ...study, languages, questions: [{ ...question, options, max }] });
  // An item is found by its number, not by its place in the study.
  if (typeof result !== 'string') return result;
  return result.replace(/^questions\.0\.options\.(\d+)[^:]*/, (_, at) => `item ${Number(at) + 1}`);
}
