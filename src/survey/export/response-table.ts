import Papa from 'papaparse';
import type { Definition } from '../definition.ts';
import type { Respondent } from '../respondent.ts';
import { type ExtraColumns, isNumeric } from './columns.ts';
import { DECIMAL, responseCells } from './response-cells.ts';

export interface TableOptions extends ExtraColumns {
  /** `eu`: semicolons, decimal commas and a byte order mark, as European Excel wants. */
  excel?: 'eu' | undefined;
  /** `one`: no line breaks within texts, for programs that take each for a new row. */
  lines?: 'one' | undefined;
}

/**
 * Responses as a table: RFC 4180, one row per respondent, columns named by question and item, one
 * numeric rank per ranked item; its cells are those of `responseCells`.
 *
 * @example
 * responseTable(definition, rows).split('\r\n')[0] // 'voice,table,round,event,language,role,…'
 */
export function responseTable(
  definition: Definition,
  respondents: readonly Respondent[],
  { excel, lines, ...extra }: TableOptions = {},
): string {
  const { columns, rows } = responseCells(definition, respondents, extra);
  const header = columns.map((column) => column.header);
  const written = rows.map((row) =>
    row.map((cell, k) => {
      const text = lines === 'one' ? cell.replace(/\s*[\r\n\u2028\u2029]\s*/g, ' ') : cell;
      const decimal = excel === 'eu' && isNumeric(columns[k]!) && DECIMAL.test(text);
      return decimal ? text.replace('.', ',') : text;
    }),
  );
  const delimiter = excel === 'eu' ? ';' : ',';
  const text = Papa.unparse([header, ...written], { delimiter, newline: '\r\n' });
  return `${excel === 'eu' ? '\uFEFF' : ''}${text}\r\n`;
}
