import { WRITE_IN_LENGTH } from '../answer.ts';
import type { Definition } from '../definition.ts';
import { type Language, textIn } from '../language.ts';
import { DONT_KNOW } from './cells.ts';
import {
  columnLabel,
  type ExportColumn,
  exportColumns,
  type ExtraColumns,
  isNumeric,
} from './columns.ts';
import { spssNames } from './spss-names.ts';
import { SUPPRESSED } from './suppress.ts';

/** Numbers that stand for words in numeric variables; both are user-missing. */
const CODES = { [SUPPRESSED]: -998, [DONT_KNOW]: -999 } as const;

/** What SPSS takes: bytes of a label of a variable and of a value, and of a text. */
const LIMITS = { variable: 200, value: 120, text: 32_767 };

/** Ids are at most this long; so is every code of a category. */
const ID_LENGTH = 60;

/** Bytes of a character of UTF-8 at most. */
const BYTES = 4;

/**
 * SPSS syntax that reads a study's CSV export with `lines=one` (SPSS takes each line break for a
 * new case) and gives variables and values their labels in one language.
 *
 * @param file the name of the CSV file
 * @example
 * spssSyntax(definition, { language: 'en', synthetic: false, file: 'smart-city.csv' })
 */
export function spssSyntax(
  definition: Definition,
  {
    language,
    synthetic,
    file,
    ...extra
  }: ExtraColumns & { language: Language; synthetic: boolean; file: string },
): string {
  const columns = exportColumns(definition, language, { ...extra, synthetic });
  const names = spssNames(columns.map(({ header }) => header));
  const variables = columns.map((column, k) => ({ column, name: names[k]!, raw: `raw_${k + 1}_` }));
  const worded = variables.filter(({ column }) => isNumeric(column) && hasWords(column));
  const title = textIn(definition.title, language, definition.defaultLanguage);
  return `${[
    '* Encoding: UTF-8.',
    `* ${oneLine(title, LIMITS.variable)}.`,
    ...(synthetic ? ['* SYNTHETIC DATA: made by a generator, not by people.'] : []),
    '* Reads the CSV export made with lines=one; set the path of the file before running.',
    'SET DECIMAL=DOT.',
    'GET DATA',
    '  /TYPE=TXT',
    `  /FILE=${quoted(file, LIMITS.variable)}`,
    "  /ENCODING='UTF8'",
    '  /ARRANGEMENT=DELIMITED',
    '  /FIRSTCASE=2',
    '  /DELIMITERS=","',
    `  /QUALIFIER='"'`,
    '  /VARIABLES=',
    ...variables.map(({ column, name, raw }) =>
      worded.some((other) => other.raw === raw)
        ? `    ${raw} A16`
        : `    ${name} ${format(column)}`,
    ),
    '  .',
    ...worded.flatMap(({ name, raw }) => [
      `RECODE ${raw}`,
      ...Object.entries(CODES).map(([word, code]) => `  ('${word}'=${code})`),
      `  (CONVERT) INTO ${name}.`,
      `MISSING VALUES ${name} (${Object.values(CODES).join(', ')}).`,
    ]),
    'EXECUTE.',
    ...(worded.length > 0
      ? ['DELETE VARIABLES', ...worded.map(({ raw }) => `  ${raw}`), '  .']
      : []),
    ...variables.flatMap(({ column, name }) => [
      `VARIABLE LABELS ${name}`,
      `  ${quoted(columnLabel(column), LIMITS.variable)}.`,
      ...valueLabels(column, name),
      `VARIABLE LEVEL ${name} (${level(column)}).`,
    ]),
    'EXECUTE.',
  ].join('\n')}\n`;
}

function hasWords({ suppressible, values }: ExportColumn): boolean {
  return suppressible || values.some(({ value }) => value === DONT_KNOW);
}

function format(column: ExportColumn): string {
  if (isNumeric(column)) return 'F10.2';
  if (column.type === 'category') return `A${ID_LENGTH}`;
  const characters = column.maxLength ?? WRITE_IN_LENGTH + '100: '.length;
  return `A${Math.min(LIMITS.text, characters * BYTES + 1)}`;
}

function level(column: ExportColumn): string {
  if (column.type === 'rank' || column.type === 'rating' || column.type === 'scale') {
    return 'ORDINAL';
  }
  return column.type === 'number' ? 'SCALE' : 'NOMINAL';
}

function valueLabels(column: ExportColumn, name: string): string[] {
  const numeric = isNumeric(column);
  const held = column.suppressible
    ? [{ value: SUPPRESSED, label: 'Held back: too few people share it' }]
    : [];
  const labels = [...column.values, ...held].map(({ value, label }) => {
    const code = numeric ? (codeOf(value) ?? value) : quoted(value, ID_LENGTH);
    return `  ${code} ${quoted(label, LIMITS.value)}`;
  });
  return labels.length > 0 ? [`VALUE LABELS ${name}`, ...labels, '  .'] : [];
}

function codeOf(value: string): number | undefined {
  return value === SUPPRESSED || value === DONT_KNOW ? CODES[value] : undefined;
}

/** A string of SPSS: on one line, its quotes doubled, cut to a number of bytes. */
function quoted(text: string, bytes: number): string {
  return `'${oneLine(text, bytes).replaceAll("'", "''")}'`;
}

function oneLine(text: string, bytes: number): string {
  const line = text.toWellFormed().replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ');
  const encoder = new TextEncoder();
  let [size, kept] = [0, ''];
  for (const character of line) {
    size += encoder.encode(character).length;
    if (size > bytes) break;
    kept += character;
  }
  return kept.trim();
}
