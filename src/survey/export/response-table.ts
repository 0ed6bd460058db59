import Papa from 'papaparse';
import type { Definition } from '../definition.ts';
import type { Respondent } from '../respondent.ts';
import { questionCells } from './cells.ts';
import { safeCell } from './safe-cell.ts';
import { hiddenSegments, rareValues, SUPPRESSED } from './suppress.ts';

/** The columns that come with a response and need no question, each with its segment. */
export const SYSTEM_COLUMNS = [
  { header: 'voice', segment: '@voice' },
  { header: 'table', segment: '@table' },
  { header: 'round', segment: '@round' },
  { header: 'event', segment: '@event' },
  { header: 'language', segment: '@language' },
] as const;

/** The column that marks answers made by the generator. */
export const SYNTHETIC_COLUMN = 'synthetic';

/**
 * Responses as a table: RFC 4180, one row per respondent, columns named by question and item, one
 * numeric rank per ranked item. Rows come in the order given, so shuffle them before. Values of
 * segments that fewer than `minCell` people have read `suppressed`; personal answers never come.
 *
 * @param excel `eu`: semicolons, decimal commas and a byte order mark, as European Excel wants
 * @example
 * responseTable(definition, rows).split('\r\n')[0] // 'voice,table,round,event,language,role,…'
 */
export function responseTable(
  definition: Definition,
  respondents: readonly Respondent[],
  { synthetic = false, excel }: { synthetic?: boolean; excel?: 'eu' | undefined } = {},
): string {
  const questions = questionCells(definition);
  const rare = rareValues(definition, respondents);
  const header = [
    ...(synthetic ? [SYNTHETIC_COLUMN] : []),
    ...SYSTEM_COLUMNS.map((column) => column.header),
    ...questions.flatMap(({ headers }) => headers),
  ];
  const rows = respondents.map((respondent) => {
    const hidden = hiddenSegments(respondent, rare);
    const system = systemCells(respondent);
    return [
      ...(synthetic ? ['yes'] : []),
      ...SYSTEM_COLUMNS.map(({ segment }, k) => (hidden.has(segment) ? SUPPRESSED : system[k]!)),
      ...questions.flatMap(({ question, headers, write }) => {
        if (hidden.has(question.id)) return headers.map(() => SUPPRESSED);
        const numbers = question.kind === 'number' || question.kind === 'scale';
        const cells = write(respondent.answers[question.id]);
        return cells.map((cell) => {
          if (!numbers || !/^-?\d/.test(cell) || Number.isNaN(Number(cell))) return safeCell(cell);
          return excel === 'eu' ? cell.replace('.', ',') : cell;
        });
      }),
    ];
  });
  const delimiter = excel === 'eu' ? ';' : ',';
  const text = Papa.unparse([header, ...rows], { delimiter, newline: '\r\n' });
  return `${excel === 'eu' ? '\uFEFF' : ''}${text}\r\n`;
}

function systemCells({ voice, table, round, event, locale }: Respondent): string[] {
  return [voice, safeCell(table ?? ''), String(round), safeCell(event ?? ''), locale];
}
