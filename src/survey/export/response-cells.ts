import type { Definition } from '../definition.ts';
import type { Language } from '../language.ts';
import type { Respondent } from '../respondent.ts';
import { questionCells } from './cells.ts';
import {
  type ExportColumn,
  exportColumns,
  type ExtraColumns,
  isNumeric,
  SYSTEM_COLUMNS,
} from './columns.ts';
import { markValue } from '../segment.ts';
import { safeCell } from './safe-cell.ts';
import {
  channelOf,
  hiddenSegments,
  rareValues,
  shownChannels,
  shownDays,
  shownVersions,
  SUPPRESSED,
} from './suppress.ts';

/** A table of responses before it becomes a file: a row for each respondent. */
export interface ResponseCells {
  columns: ExportColumn[];
  /** Cells under the columns: plain decimals, ids, or texts that start no formula. */
  rows: string[][];
}

/** A plain decimal number, as the cells of numeric columns hold it. */
export const DECIMAL = /^-?\d+(\.\d+)?$/;

/**
 * Responses as cells: every tabular export holds these and no others. Rows come in the order
 * given, so shuffle them before. Values of segments that fewer than `minCell` people have read
 * `suppressed`; personal answers never come.
 *
 * @param language of the labels of columns; the cells are the same in each
 */
export function responseCells(
  definition: Definition,
  respondents: readonly Respondent[],
  {
    language = definition.defaultLanguage,
    ...extra
  }: ExtraColumns & { language?: Language | undefined } = {},
): ResponseCells {
  const { synthetic, marks, channels, days, versions } = extra;
  const columns = exportColumns(definition, language, extra);
  const questions = questionCells(definition);
  const rare = rareValues(definition, respondents);
  const known = shownDays(definition, respondents);
  const common = shownVersions(definition, respondents);
  const ways = shownChannels(definition, respondents);
  const rows = respondents.map((respondent) => {
    const hidden = hiddenSegments(respondent, rare);
    const system = systemCells(respondent);
    const cells = [
      ...(synthetic ? ['yes'] : []),
      ...SYSTEM_COLUMNS.map(({ segment }, k) => (hidden.has(segment) ? SUPPRESSED : system[k]!)),
      ...(marks ? [hidden.has('@mark') ? SUPPRESSED : markValue(respondent)] : []),
      ...(channels ? [channelCell(respondent, ways)] : []),
      ...(days ? [dayCell(respondent, known)] : []),
      ...(versions ? [versionCell(respondent, common)] : []),
      ...questions.flatMap(({ question, headers, write }) =>
        hidden.has(question.id)
          ? headers.map(() => SUPPRESSED)
          : write(respondent.answers[question.id]),
      ),
    ];
    return cells.map((cell, k) =>
      isNumeric(columns[k]!) && DECIMAL.test(cell) ? cell : safeCell(cell),
    );
  });
  return { columns, rows };
}

function versionCell({ version = 1 }: Respondent, known: ReadonlySet<number>): string {
  return known.has(version) ? String(version) : SUPPRESSED;
}

function channelCell(respondent: Respondent, known: ReadonlySet<string>): string {
  const channel = channelOf(respondent);
  return known.has(channel) ? channel : SUPPRESSED;
}

function dayCell({ day }: Respondent, known: ReadonlySet<string>): string {
  if (day === undefined) return '';
  return known.has(day) ? day : SUPPRESSED;
}

function systemCells({ voice, table, round, event, locale }: Respondent): string[] {
  return [voice, table ?? '', String(round), event ?? '', locale];
}
