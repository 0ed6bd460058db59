import type { Definition } from '../definition.ts';
import type { Language } from '../language.ts';
import type { Respondent } from '../respondent.ts';
import type { ThemeLine } from '../theme.ts';
import { mergedAnswers } from '../write-in-merge.ts';
import { preflibExport, rankingQuestion } from './ballots.ts';
import { dataDictionary } from './data-dictionary.ts';
import { type ExportedPractice, exportDocument } from './export-document.ts';
import { responseTable } from './response-table.ts';
import { rScript } from './r-script.ts';
import { spssSyntax } from './spss-syntax.ts';
import { responseWorkbook } from './workbook.ts';

/** What a study can be exported as; `dictionary`, `r` and `sps` hold no answers. */
export const FORMATS = ['csv', 'xlsx', 'json', 'preflib', 'dictionary', 'r', 'sps'] as const;

export type Format = (typeof FORMATS)[number];

export interface ExportOptions {
  format: Format;
  /** The ranking question of a PrefLib file; the primary one without it. */
  question?: string | undefined;
  /** A table as European Excel opens it. */
  excel?: 'eu' | undefined;
  /** A table without line breaks within texts. */
  lines?: 'one' | undefined;
  /** The language of labels; the study's default without it. */
  lang?: Language | undefined;
  /** With the day of each response, where enough people answered on it. */
  times?: 'day' | undefined;
  /** The coding of texts, for a workbook's sheet and the JSON document. */
  themes?: readonly ThemeLine[] | undefined;
  /** The register of good practice, for JSON. */
  practices?: readonly ExportedPractice[] | undefined;
  /** The time of the export, of which a workbook tells the day. */
  now: Date;
}

/** A file to hand out. */
export interface ExportFile {
  body: string | Uint8Array<ArrayBuffer>;
  contentType: string;
  /** After the dot: `csv`, `json`, or the kind of PrefLib file; a dictionary's has two parts. */
  extension: string;
}

/** What an export has to know of a study; its version is told of each response if there are several. */
export interface ExportedStudy {
  definition: Definition;
  synthetic: boolean;
  version?: number;
}

/**
 * A study's answers as a file, shuffled, without ids, times and personal answers; `null` when a
 * PrefLib file is asked of a study without that ranking question. Merged write-ins are what they
 * were merged into.
 *
 * @param given put into another order by this call
 * @example
 * (await exportStudy(study, respondents, { format: 'csv', now: new Date() }))?.body
 */
export async function exportStudy(
  { definition, synthetic, version = 1 }: ExportedStudy,
  given: Respondent[],
  { format, question, excel, lines, lang, times, themes = [], practices = [], now }: ExportOptions,
): Promise<ExportFile | null> {
  shuffle(given);
  const respondents = given.map((respondent) => ({
    ...respondent,
    answers: mergedAnswers(definition, respondent.answers),
  }));
  const language = lang ?? definition.defaultLanguage;
  const extra = {
    synthetic,
    marks: respondents.some(({ mark }) => mark),
    channels: respondents.some(({ channel }) => channel),
    days: times === 'day',
    versions: version > 1,
  };
  const file = exportName(definition, synthetic, 'csv');
  switch (format) {
    case 'csv':
      return {
        body: responseTable(definition, respondents, { ...extra, excel, lines }),
        contentType: CSV,
        extension: 'csv',
      };
    case 'xlsx':
      return {
        body: await responseWorkbook(definition, respondents, {
          language,
          ...extra,
          themes,
          now,
        }),
        contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        extension: 'xlsx',
      };
    case 'dictionary':
      return {
        body: dataDictionary(definition, language, extra),
        contentType: CSV,
        extension: 'dictionary.csv',
      };
    case 'r':
      return {
        body: rScript(definition, { ...extra, language, file }),
        contentType: 'text/plain; charset=utf-8',
        extension: 'R',
      };
    case 'sps':
      return {
        body: spssSyntax(definition, { ...extra, language, file }),
        contentType: 'text/plain; charset=utf-8',
        extension: 'sps',
      };
    case 'json':
      return {
        body: `${JSON.stringify(exportDocument(definition, respondents, { ...extra, themes, practices }), null, 1)}\n`,
        contentType: 'application/json',
        extension: 'json',
      };
    case 'preflib': {
      const ranking = rankingQuestion(definition, question);
      if (!ranking) return null;
      const text = preflibExport(definition, ranking, respondents, { synthetic });
      const extension = /^# DATA TYPE: (\w+)$/m.exec(text)?.[1] ?? 'toi';
      return { body: text, contentType: 'text/plain; charset=utf-8', extension };
    }
  }
}

const CSV = 'text/csv; charset=utf-8; header=present';

/** Fisher and Yates with the system's own randomness: the order must not be guessable. */
function shuffle(list: unknown[]): void {
  const random = new Uint32Array(1);
  for (let k = list.length - 1; k > 0; k--) {
    const other = crypto.getRandomValues(random)[0]! % (k + 1);
    [list[k], list[other]] = [list[other], list[k]];
  }
}

/**
 * A file name that says what is in it, of letters that every system takes: the id of the template,
 * or the title of a study that was made without one.
 *
 * @example
 * exportName({ id: 'smart-city', … }, true, 'csv') // 'synthetic-smart-city.csv'
 * exportName({ id: 'blank', title: { en: 'Über uns' }, defaultLanguage: 'en' }, false, 'csv') // 'uber-uns.csv'
 */
export function exportName(
  { id, title, defaultLanguage }: Pick<Definition, 'id'> & Partial<Definition>,
  synthetic: boolean,
  extension: string,
): string {
  const own = id === 'blank' && defaultLanguage ? plainName(title?.[defaultLanguage] ?? '') : '';
  return `${synthetic ? 'synthetic-' : ''}${own || id}.${extension}`;
}

/** A title in letters without accents, digits and single hyphens; empty for other scripts. */
function plainName(title: string): string {
  const letters = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return letters
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
}
