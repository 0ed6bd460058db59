import type { Definition, Question } from './definition.ts';
import type { Voice } from './respondent.ts';
import { QUALITY, type Segment, segmentOf } from './segment.ts';

/** One condition on respondents: any of these values of a segment. */
export interface Filter {
  segment: string;
  values: readonly string[];
}

/** What is asked of the results: one question, divided by one segment, of some respondents. */
export interface ResultsQuery {
  question: string;
  by: string | null;
  where: readonly Filter[];
  /** Whose answers: people's or tables', never both in one figure. */
  voice: Voice;
  /**
   * Rounds that nobody has named one by one: `all`, when an address says so, or the `latest` that
   * a page takes by itself, whose filter is in `where` then. Figures follow from `where` alone.
   */
  rounds?: 'all' | 'latest';
}

/** The parameters of a results address, as they arrive. */
export type ResultsParameters = Readonly<Partial<Record<ResultsParameter, string>>>;
type ResultsParameter = 'question' | 'by' | 'where' | 'event' | 'round' | 'voice' | 'quality';

/** So many segments can be filtered by at a time. */
export const MOST_FILTERS = 6;

/**
 * Reads the parameters of a results address against a study; a string is a sentence that names
 * what the study does not have. `where` is `role:student,researcher-trainer;country:ES`, values
 * percent-encoded where they hold one of `,;:%`; `event` and `round` are filters of their own
 * name, `round=all` is every round, and `quality=clean` leaves flagged answers out. Without `question` the study's primary question is taken, without `voice` individuals.
 *
 * @example
 * readResultsQuery(definition, { question: 'topics', by: 'role' })
 * // => { question: 'topics', by: 'role', where: [], voice: 'individual' }
 */
export function readResultsQuery(
  definition: Definition,
  parameters: ResultsParameters,
): ResultsQuery | string {
  const asked = parameters.question || primaryQuestion(definition).id;
  const question = definition.questions.find(({ id }) => id === asked);
  if (!question) return `The study has no question "${quoted(asked)}".`;
  const divided = parameters.by ? segmentOf(definition, parameters.by, 'en') : null;
  if (parameters.by && !divided) return noSegment(parameters.by);
  const by = divided?.id ?? null;
  const voice = parameters.voice || 'individual';
  if (voice !== 'individual' && voice !== 'table') {
    return `There is no voice "${quoted(voice)}": ask for individual or table.`;
  }
  const where = readFilters(definition, parameters);
  if (typeof where === 'string') return where;
  const rounds = parameters.round === 'all' ? ({ rounds: 'all' } as const) : {};
  return { question: question.id, by, where, voice, ...rounds };
}

/** The question that results open with: the primary one, else the first ranking, else the first. */
export function primaryQuestion({ questions }: Definition): Question {
  return (
    questions.find((question) => question.kind === 'ranking' && question.primary) ??
    questions.find(({ kind }) => kind === 'ranking') ??
    questions[0]!
  );
}

/**
 * The address parameters of a query, so that it can be linked; the inverse of readResultsQuery.
 *
 * @example
 * resultsParameters({ question: 'topics', by: null, where: [], voice: 'table' }).toString()
 * // => 'question=topics&voice=table'
 */
export function resultsParameters(query: ResultsQuery): URLSearchParams {
  const parameters = new URLSearchParams({ question: query.question });
  if (query.by !== null) parameters.set('by', query.by);
  const where = query.where.filter((filter) => !isClean(filter));
  if (where.length > 0) parameters.set('where', where.map(writtenFilter).join(';'));
  if (where.length < query.where.length) parameters.set('quality', 'clean');
  if (query.voice !== 'individual') parameters.set('voice', query.voice);
  return parameters;
}

/**
 * The parameters of a page about a query: a round that the page takes by itself is left to the
 * page, and `all` rounds are asked for in so many words.
 *
 * @example
 * pageParameters({ ...query, rounds: 'all' }).get('round') // => 'all'
 */
export function pageParameters(query: ResultsQuery): URLSearchParams {
  const where = namedFilters(query);
  const parameters = resultsParameters({ ...query, where });
  const isNamed = where.some(({ segment }) => segment === '@round');
  if (query.rounds === 'all' && !isNamed) parameters.set('round', 'all');
  return parameters;
}

/** The filters of a query that somebody has chosen: not a round that a page takes by itself. */
export function namedFilters({ where, rounds }: Pick<ResultsQuery, 'where' | 'rounds'>): Filter[] {
  return where.filter(({ segment }) => rounds !== 'latest' || segment !== '@round');
}

/** Whether a query needs to know which answers are flagged. */
export function asksQuality({ by, where }: Pick<ResultsQuery, 'by' | 'where'>): boolean {
  return by === QUALITY || where.some(({ segment }) => segment === QUALITY);
}

function isClean({ segment, values }: Filter): boolean {
  return segment === QUALITY && values.join() === 'clean';
}

function writtenFilter({ segment, values }: Filter): string {
  return `${segment}:${values.map((value) => value.replace(/[%,;:]/g, encodeURIComponent)).join(',')}`;
}

function readFilters(definition: Definition, parameters: ResultsParameters): Filter[] | string {
  const written = (parameters.where ?? '').split(';').filter((part) => part.trim() !== '');
  const parts = written.map((part) => {
    const colon = part.indexOf(':');
    return colon < 1 ? part : ([part.slice(0, colon).trim(), part.slice(colon + 1)] as const);
  });
  if (parameters.event) parts.push(['@event', escaped(parameters.event)]);
  const everyRound = parameters.round === 'all';
  if (parameters.round && !everyRound) parts.push(['@round', escaped(parameters.round)]);
  if (parameters.quality === 'clean') parts.push([QUALITY, 'clean']);
  else if (parameters.quality && parameters.quality !== 'all') {
    return `There is no quality "${quoted(parameters.quality)}": ask for all or clean.`;
  }
  if (parts.length > MOST_FILTERS) return `Use at most ${MOST_FILTERS} filters at a time.`;
  const filters: Filter[] = [];
  for (const part of parts) {
    if (typeof part === 'string') {
      return `The filter "${quoted(part)}" is not written as segment:value,value.`;
    }
    const segment = segmentOf(definition, part[0], 'en');
    if (!segment) return noSegment(part[0]);
    const isTwice = filters.some((filter) => filter.segment === segment.id);
    if (isTwice || (everyRound && segment.id === '@round')) {
      return `The filter "${segment.id}" is there twice: list its values after one colon.`;
    }
    const values = part[1].split(',').map(unescaped);
    const unknown = values.find((value) => !isValue(segment, value));
    if (unknown !== undefined) {
      return `The segment "${segment.id}" has no value "${quoted(unknown)}".`;
    }
    filters.push({ segment: segment.id, values: [...new Set(values)] });
  }
  return filters;
}

function isValue(segment: Segment, value: string): boolean {
  if (segment.id === '@round') return /^[1-9]\d{0,3}$/.test(value);
  return value === '' || segment.values === null || segment.values.includes(value);
}

function noSegment(id: string): string {
  return `The study cannot be divided by "${quoted(id)}".`;
}

function quoted(text: string): string {
  return text.slice(0, 60);
}

function escaped(value: string): string {
  return value.replaceAll(',', '%2C');
}

function unescaped(value: string): string {
  try {
    return decodeURIComponent(value.trim());
  } catch {
    return value.trim();
  }
}
