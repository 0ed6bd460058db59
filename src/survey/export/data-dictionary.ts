import Papa from 'papaparse';
import type { Definition } from '../definition.ts';
import type { Language } from '../language.ts';
import { unrankedMode } from '../question-options.ts';
import {
  columnLabel,
  type ColumnType,
  type ExportColumn,
  exportColumns,
  type ExtraColumns,
} from './columns.ts';
import { safeCell } from './safe-cell.ts';
import { spssNames } from './spss-names.ts';
import { SUPPRESSED } from './suppress.ts';

/** The head of a data dictionary. */
export const DICTIONARY_HEADER = [
  'column',
  'type',
  'question',
  'item',
  'label',
  'values',
  'empty',
  'suppressible',
  'spss',
] as const;

const EMPTY: Record<ColumnType, string> = {
  rank: '',
  flag: 'not answered',
  rating: 'not rated',
  scale: 'not answered',
  number: 'not answered',
  category: 'not answered',
  text: 'nothing written',
};

/** What a gap in a ranking means to the figures of a study. */
export const UNRANKED = {
  bottom: 'not ranked: tied below the ranked items',
  ignore: 'not ranked: says nothing about the item',
} as const;

/**
 * The data dictionary of a study's table of responses: a row for each column, in the table's
 * order, as cells that start no formula.
 */
export function dictionaryRows(
  definition: Definition,
  columns: readonly ExportColumn[],
): string[][] {
  const spss = spssNames(columns.map(({ header }) => header));
  const modes = new Map(
    definition.questions.flatMap((question) =>
      question.kind === 'ranking' ? [[question.id, unrankedMode(question)] as const] : [],
    ),
  );
  return columns.map((column, k) => {
    const { header, type, question, item, values, suppressible } = column;
    const cells = [
      header,
      type,
      question ?? '',
      item ?? '',
      columnLabel(column),
      values.map(({ value, label }) => `${value} = ${label}`).join(' | '),
      type === 'rank' ? UNRANKED[modes.get(question ?? '') ?? 'bottom'] : EMPTY[type],
      suppressible ? `"${SUPPRESSED}" where too few people share the value` : '',
      spss[k]!,
    ];
    return cells.map(safeCell);
  });
}

/**
 * The data dictionary as a CSV file.
 *
 * @example
 * dataDictionary(definition, 'en').split('\r\n')[1] // 'voice,category,,,Who answers,…'
 */
export function dataDictionary(
  definition: Definition,
  language: Language,
  options: ExtraColumns = {},
): string {
  const rows = dictionaryRows(definition, exportColumns(definition, language, options));
  return `${Papa.unparse([[...DICTIONARY_HEADER], ...rows], { newline: '\r\n' })}\r\n`;
}
