import { COUNTRY_CODES } from '../countries.ts';
import type { Definition } from '../definition.ts';
import type { Language } from '../language.ts';
import type { LocalOption, LocalQuestion } from '../local-study.ts';
import { segmentIds, segmentOf } from '../segment.ts';
import { DONT_KNOW, questionCells } from './cells.ts';
import { type ExportWords, exportWords } from './export-words.ts';

/** The columns that come with a response and need no question, each with its segment. */
export const SYSTEM_COLUMNS = [
  { header: 'voice', segment: '@voice', type: 'category' },
  { header: 'table', segment: '@table', type: 'text' },
  { header: 'round', segment: '@round', type: 'number' },
  { header: 'event', segment: '@event', type: 'text' },
  { header: 'language', segment: '@language', type: 'category' },
] as const;

/** The column of what people came to a room as, in exports where somebody has a mark. */
export const MARK_COLUMN = 'mark';

/** The column of how answers came, in exports where some came on paper. */
export const CHANNEL_COLUMN = 'channel';

/** What stands in the column of how answers came. */
export const CHANNELS = ['online', 'paper'] as const;

/** The columns that a table has only where they say something. */
export interface ExtraColumns {
  synthetic?: boolean | undefined;
  /** What people came as. */
  marks?: boolean | undefined;
  /** How answers came. */
  channels?: boolean | undefined;
  /** The day of each response. */
  days?: boolean | undefined;
  /** The version of the study that each response fits. */
  versions?: boolean | undefined;
}

/** The column of the day on which a response came, in exports that were asked for it. */
export const DAY_COLUMN = 'day';

/** The column that marks answers made by the generator. */
export const SYNTHETIC_COLUMN = 'synthetic';

/** The column that tells which version of the study a response fits. */
export const VERSION_COLUMN = 'definition_version';

/** What stands in a column; ranks, flags (1 and 0), ratings, scales and numbers are numeric. */
export type ColumnType = 'rank' | 'flag' | 'rating' | 'scale' | 'number' | 'category' | 'text';

/** A column of a table of responses, as a data dictionary describes it. */
export interface ExportColumn {
  header: string;
  type: ColumnType;
  /** The id of its question; null for columns that need none. */
  question: string | null;
  /** The id of the option or row, where the question has a column for each. */
  item: string | null;
  /** The title of the question. */
  title: string;
  /** What the column is about within its question; '' where it has only one. */
  part: string;
  /** What the values stand for; empty where they stand for themselves. */
  values: readonly { value: string; label: string }[];
  /** The longest text, in characters; null where values are short. */
  maxLength: number | null;
  /** Values that too few people have are replaced. */
  suppressible: boolean;
}

/**
 * The columns of a study's table of responses, in their order, with labels in one language; a
 * language that the study does not carry gives its default language.
 *
 * @example
 * exportColumns(definition, 'de').map(({ header }) => header) // ['voice', 'table', 'round', …]
 */
export function exportColumns(
  definition: Definition,
  language: Language,
  {
    synthetic = false,
    marks = false,
    channels = false,
    days = false,
    versions = false,
  }: ExtraColumns = {},
): ExportColumn[] {
  const shown = definition.languages.includes(language) ? language : definition.defaultLanguage;
  const segments = new Set(segmentIds(definition));
  const say = exportWords(shown);
  const made: ExportColumn = {
    ...plain,
    header: SYNTHETIC_COLUMN,
    type: 'category',
    title: say.columns.synthetic,
    values: [{ value: 'yes', label: 'Made by a generator, not by people' }],
  };
  const system = SYSTEM_COLUMNS.map(({ header, segment, type }): ExportColumn => {
    const { values, label } = segmentOf(definition, segment, shown)!;
    const named = (values ?? []).map((value) => ({ value, label: label(value) }));
    return {
      ...plain,
      header,
      type,
      title: say.columns[header],
      values: named,
      suppressible: true,
    };
  });
  const questions = questionCells(definition, shown).flatMap(({ question, headers }) =>
    headers.map((header, k): ExportColumn => {
      const common = { ...plain, header, question: question.id, title: question.title };
      const suppressible = segments.has(question.id);
      return { ...common, suppressible, ...columnOf(definition, question, k, shown) };
    }),
  );
  const { values, label } = segmentOf(definition, '@mark', shown)!;
  const mark: ExportColumn = {
    ...plain,
    header: MARK_COLUMN,
    type: 'category',
    title: say.columns.mark,
    values: values!.map((value) => ({ value, label: label(value) })),
    suppressible: true,
  };
  const channel: ExportColumn = {
    ...plain,
    header: CHANNEL_COLUMN,
    type: 'category',
    title: say.columns.channel,
    values: [
      { value: 'online', label: 'Sent by those who answered' },
      { value: 'paper', label: 'Written on paper and typed in by a facilitator' },
    ],
    suppressible: true,
  };
  const day: ExportColumn = {
    ...plain,
    header: DAY_COLUMN,
    type: 'text',
    title: say.columns.day,
    maxLength: 10,
    suppressible: true,
  };
  const version: ExportColumn = {
    ...plain,
    header: VERSION_COLUMN,
    type: 'number',
    title: say.columns.version,
    suppressible: true,
  };
  return [
    ...(synthetic ? [made] : []),
    ...system,
    ...(marks ? [mark] : []),
    ...(channels ? [channel] : []),
    ...(days ? [day] : []),
    ...(versions ? [version] : []),
    ...questions,
  ];
}

/** Whether the cells of a column are numbers, but for what is suppressed or not known. */
export function isNumeric({ type }: Pick<ExportColumn, 'type'>): boolean {
  return type !== 'category' && type !== 'text';
}

/** The label of a column: the title of its question, and what it is about within it. */
export function columnLabel({ title, part }: Pick<ExportColumn, 'title' | 'part'>): string {
  return part === '' ? title : `${title}: ${part}`;
}

const plain = {
  question: null,
  item: null,
  part: '',
  values: [],
  maxLength: null,
  suppressible: false,
} as const;

function columnOf(
  definition: Definition,
  question: LocalQuestion,
  k: number,
  language: Language,
): Partial<ExportColumn> & Pick<ExportColumn, 'type'> {
  const say = exportWords(language);
  const writeIn = { type: 'text', part: say.ownWords } as const;
  const options = question.options ?? question.rows ?? [];
  const points = (question.points ?? []).map(({ value, label }) => ({
    value: String(value),
    label,
  }));
  const option = options[k];
  const about = option && { item: option.id, part: option.label };
  switch (question.kind) {
    case 'ranking':
      if (about) return { type: 'rank', ...about };
      if (k < options.length + (question.writeIns ?? 0)) return writeIn;
      return { type: 'flag', part: say.noOpinion, values: [{ value: '1', label: say.noOpinion }] };
    case 'multiple':
      return { type: 'flag', ...about, values: flags(say) };
    case 'rating-matrix': {
      const unknown = { value: DONT_KNOW, label: definition.dontKnow[language] ?? DONT_KNOW };
      return {
        type: 'rating',
        ...about,
        values: question.dontKnow ? [...points, unknown] : points,
      };
    }
    case 'single':
      if (k > 0) return writeIn;
      return {
        type: 'category',
        values: question.countries ? countries(language) : coded(options),
      };
    case 'scale':
      if (points.length === 0) return { type: 'category', values: coded(options) };
      return { type: 'scale', values: points };
    case 'number':
      return { type: 'number', part: question.unit ?? '' };
    case 'short-text':
    case 'long-text':
      return {
        type: 'text',
        part: question.repeat ? String(k + 1) : '',
        maxLength: question.maxLength ?? null,
      };
  }
}

function flags({ chosen, notChosen }: ExportWords) {
  return [
    { value: '1', label: chosen },
    { value: '0', label: notChosen },
  ];
}

function coded(options: readonly LocalOption[]) {
  return options.map(({ id, label }) => ({ value: id, label }));
}

function countries(language: Language) {
  const names = new Intl.DisplayNames([language], { type: 'region' });
  return COUNTRY_CODES.map((code) => ({ value: code, label: names.of(code) ?? code }));
}
