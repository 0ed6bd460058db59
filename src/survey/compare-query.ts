import type { Definition } from './definition.ts';
import {
  type Filter,
  readResultsQuery,
  type ResultsQuery,
  resultsParameters,
} from './results-query.ts';
import { QUALITY } from './segment.ts';

/** What results are compared with: everyone, everyone else, or those who pass other filters. */
export type CompareWith =
  | 'all'
  | 'others'
  | { where: readonly Filter[]; voice: ResultsQuery['voice'] };

/**
 * Reads the parameter `compare` of a results address: `all`, `others` (everyone whom the one
 * filter of the query keeps out, in the same round where that is filtered by as well), or filters as in `where`, with `@voice:table` among them for the
 * answers of tables. Null where there is none; `problem` names what the study does not have.
 *
 * @example
 * readCompare(definition, query, 'role:student;@event:oslo')
 * // => { where: [{ segment: 'role', … }, { segment: '@event', … }], voice: 'individual' }
 */
export function readCompare(
  definition: Definition,
  query: ResultsQuery,
  written: string | undefined,
): CompareWith | { problem: string } | null {
  if (!written) return null;
  if (written === 'all') return 'all';
  if (written === 'others') {
    return othersFilter(query.where)
      ? 'others'
      : { problem: 'To compare with the others, filter by exactly one segment.' };
  }
  const parts = written.split(';').filter((part) => part.trim() !== '');
  const ofVoice = parts.find((part) => part.startsWith('@voice:'));
  const where = parts.filter((part) => !part.startsWith('@voice:')).join(';');
  const voice = ofVoice?.slice('@voice:'.length) ?? 'individual';
  const read = readResultsQuery(definition, { question: query.question, where, voice });
  return typeof read === 'string' ? { problem: read } : { where: read.where, voice: read.voice };
}

/** The address parameter of a comparison; the inverse of readCompare. */
export function compareParameter(compare: CompareWith): string {
  if (typeof compare === 'string') return compare;
  const { where, voice } = compare;
  const filters =
    resultsParameters({ question: '', by: null, where, voice: 'individual' }).get('where') ?? '';
  const parts = [
    ...(filters === '' ? [] : [filters]),
    ...(voice === 'table' ? ['@voice:table'] : []),
  ];
  return parts.join(';') || 'all';
}

/**
 * The query of the second group. Where flagged answers are left out of the first, they are left out
 * of the second as well, unless that says itself which it takes.
 *
 * @param values all values that anybody has in the segment of `othersFilter`, for `others`
 */
export function comparedQuery(
  query: ResultsQuery,
  compare: CompareWith,
  values: readonly string[],
): ResultsQuery {
  const base = { ...query, by: null };
  const quality = query.where.filter((filter) => !isChosen(filter));
  if (compare === 'all') return { ...base, where: quality };
  if (compare !== 'others') {
    const { where, voice } = compare;
    return { ...base, where: where.every(isChosen) ? [...where, ...quality] : where, voice };
  }
  const filter = othersFilter(query.where);
  if (!filter) return { ...base, where: quality };
  const left = values.filter((value) => !filter.values.includes(value));
  const kept = query.where.filter((other) => other !== filter);
  return { ...base, where: [{ segment: filter.segment, values: left }, ...kept] };
}

/**
 * The filter whose others can be compared with: the only one, but for that of a round, which both
 * groups then share. Null where several would have to be turned round.
 *
 * @example
 * othersFilter([ofStudents, ofRound2]) // => ofStudents
 */
export function othersFilter(where: readonly Filter[]): Filter | null {
  const chosen = where.filter(isChosen);
  const beside = chosen.filter(({ segment }) => segment !== '@round');
  const [one, ...more] = beside.length > 0 ? beside : chosen;
  return one && more.length === 0 ? one : null;
}

function isChosen({ segment }: Filter): boolean {
  return segment !== QUALITY;
}

/**
 * Whether nobody can be in both groups: one counts people and the other tables, or both filter a
 * segment of which everybody has one value, by different values. Rounds don't tell people apart:
 * who answers in two of them is the same person twice.
 *
 * @example
 * areApart(definition, ofStudents, ofConsultants) // true
 */
export function areApart(definition: Definition, a: ResultsQuery, b: ResultsQuery): boolean {
  if (a.voice !== b.voice) return true;
  return a.where.some(({ segment, values }) => {
    const other = b.where.find((filter) => filter.segment === segment);
    const question = definition.questions.find(({ id }) => id === segment);
    if (!other || segment === '@round' || question?.kind === 'multiple') return false;
    return !values.some((value) => other.values.includes(value));
  });
}
