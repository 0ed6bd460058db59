import type { Definition } from '../definition.ts';
import type { Respondent } from '../respondent.ts';
import { preflibExport, rankingQuestion } from './ballots.ts';
import { exportDocument } from './export-document.ts';
import { responseTable } from './response-table.ts';

/** What a study can be exported as. */
export const FORMATS = ['csv', 'json', 'preflib'] as const;

export type Format = (typeof FORMATS)[number];

export interface ExportOptions {
  format: Format;
  /** The ranking question of a PrefLib file; the primary one without it. */
  question?: string | undefined;
  /** A table as European Excel opens it. */
  excel?: 'eu' | undefined;
}

/** A file to hand out. */
export interface ExportFile {
  text: string;
  contentType: string;
  /** After the dot: `csv`, `json`, or the kind of PrefLib file. */
  extension: string;
}

/**
 * A study's answers as a file, shuffled, without ids, times and personal answers; `null` when a
 * PrefLib file is asked of a study without that ranking question.
 *
 * @param respondents put into another order by this call
 * @example
 * exportStudy(study, respondents, { format: 'csv' })?.text
 */
export function exportStudy(
  { definition, synthetic }: { definition: Definition; synthetic: boolean },
  respondents: Respondent[],
  { format, question, excel }: ExportOptions,
): ExportFile | null {
  shuffle(respondents);
  switch (format) {
    case 'csv':
      return {
        text: responseTable(definition, respondents, { synthetic, excel }),
        contentType: 'text/csv; charset=utf-8; header=present',
        extension: 'csv',
      };
    case 'json':
      return {
        text: `${JSON.stringify(exportDocument(definition, respondents, { synthetic }), null, 1)}\n`,
        contentType: 'application/json',
        extension: 'json',
      };
    case 'preflib': {
      const ranking = rankingQuestion(definition, question);
      if (!ranking) return null;
      const text = preflibExport(definition, ranking, respondents, { synthetic });
      const extension = /^# DATA TYPE: (\w+)$/m.exec(text)?.[1] ?? 'toi';
      return { text, contentType: 'text/plain; charset=utf-8', extension };
    }
  }
}

/** Fisher and Yates with the system's own randomness: the order must not be guessable. */
function shuffle(list: unknown[]): void {
  const random = new Uint32Array(1);
  for (let k = list.length - 1; k > 0; k--) {
    const other = crypto.getRandomValues(random)[0]! % (k + 1);
    [list[k], list[other]] = [list[other], list[k]];
  }
}

/**
 * A file name that says what is in it, of letters that every system takes.
 *
 * @example
 * exportName({ id: 'smart-city', … }, true, 'csv') // 'synthetic-smart-city.csv'
 */
export function exportName(
  { id }: Pick<Definition, 'id'>,
  synthetic: boolean,
  extension: string,
): string {
  return `${synthetic ? 'synthetic-' : ''}${id}.${extension}`;
}
