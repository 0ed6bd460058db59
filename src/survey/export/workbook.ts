import type { Definition } from '../definition.ts';
import type { Language } from '../language.ts';
import type { Respondent } from '../respondent.ts';
import { aboutExport } from './about-export.ts';
import { columnLabel, type ExportColumn, type ExtraColumns, isNumeric } from './columns.ts';
import { dictionaryRows } from './data-dictionary.ts';
import { exportWords } from './export-words.ts';
import { DECIMAL, responseCells } from './response-cells.ts';
import type { ThemeLine } from '../theme.ts';
import { safeCell } from './safe-cell.ts';

type Cell = string | number | null;

/**
 * Responses as an Excel workbook with four sheets: the answers with ids, the same with labels in
 * one language, the data dictionary, and what a reader must know; a fifth has the themes of texts
 * that were coded. The cells are those of
 * `responseCells`; every text is a cell of type string, so nothing in it is a formula.
 *
 * The writer of spreadsheets is loaded when the first one is asked for.
 *
 * @param language a language that the study does not carry gives its default language
 * @param now of which only the day is told
 * @example
 * await responseWorkbook(definition, respondents, { language: 'de', synthetic: false, now })
 */
export async function responseWorkbook(
  definition: Definition,
  respondents: readonly Respondent[],
  {
    language,
    themes = [],
    now,
    synthetic,
    ...extra
  }: ExtraColumns & {
    language: Language;
    synthetic: boolean;
    themes?: readonly ThemeLine[];
    now: Date;
  },
): Promise<Uint8Array<ArrayBuffer>> {
  const { writeXlsx } = await import('hucre/xlsx');
  const shown = definition.languages.includes(language) ? language : definition.defaultLanguage;
  const table = responseCells(definition, respondents, {
    ...extra,
    synthetic,
    language: shown,
  });
  const { sheets, dictionary } = exportWords(shown);
  const { columns, rows } = table;
  const labels = columns.map(
    ({ values }) => new Map(values.map(({ value, label }) => [value, safeCell(label)])),
  );
  const heads = columns.map((column) => safeCell(columnLabel(column)));
  const about = aboutExport(definition, table, { synthetic, language: shown, now });
  const file = await writeXlsx({
    sheets: [
      sheet(sheets.answers, [
        columns.map(({ header }) => header),
        ...rows.map((row) => row.map((cell, k) => typed(cell, columns[k]!))),
      ]),
      sheet(sheets.labels, [
        heads,
        ...rows.map((row) => row.map((cell, k) => labelled(cell, columns[k]!, labels[k]!))),
      ]),
      sheet(sheets.dictionary, [
        [...dictionary],
        ...dictionaryRows(definition, columns).map((row) => row.map(orNull)),
      ]),
      ...(themes.length > 0 ? [themeSheet(themes)] : []),
      sheet(sheets.about, [['Subject', 'Value'], ...about], [30, 90]),
    ],
    properties: {
      title: xmlText(String(about[0]?.[1] ?? '')),
      created: day(now),
      modified: day(now),
    },
  });
  return new Uint8Array(file);
}

function themeSheet(themes: readonly ThemeLine[]) {
  const head = ['Question', 'Theme', 'Theme label', 'Answers', 'Text'];
  const rows = themes.map(({ question, theme, label, n, text }) => [
    question,
    theme,
    safeCell(label),
    n,
    safeCell(text),
  ]);
  return sheet('Themes', [head, ...rows], [24, 24, 30, 10, 80]);
}

function typed(cell: string, column: ExportColumn): Cell {
  return isNumeric(column) && DECIMAL.test(cell) ? Number(cell) : orNull(cell);
}

/** Ranks, flags and numbers stay numbers: they are counted with, not read. */
function labelled(cell: string, column: ExportColumn, labels: ReadonlyMap<string, string>): Cell {
  const words = column.type === 'rank' || column.type === 'flag' ? undefined : labels.get(cell);
  return words ?? typed(cell, column);
}

function orNull(cell: string): Cell {
  return cell === '' ? null : cell;
}

function sheet(name: string, rows: Cell[][], widths?: number[]) {
  const count = rows[0]?.length ?? 0;
  return {
    name,
    rows: rows.map((row) => row.map((cell) => (typeof cell === 'string' ? xmlText(cell) : cell))),
    columns: Array.from({ length: count }, (_, k) => ({ width: widths?.[k] ?? 18 })),
    freezePane: { rows: 1 },
  };
}

function day(now: Date): Date {
  return new Date(`${now.toISOString().slice(0, 10)}T00:00:00Z`);
}

/** Longest text of a cell, by the file format. */
const CELL_LENGTH = 32_767;

/**
 * A text that XML can hold and a spreadsheet shows as it is: no halves of characters and no
 * non-characters, one kind of line break, and nothing that reads as an escape of the format.
 */
function xmlText(text: string): string {
  return text
    .slice(0, CELL_LENGTH)
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\uFFFD-\uFFFF]/g, ' ')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}
