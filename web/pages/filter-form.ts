import {
  compareParameter,
  type CompareWith,
  othersFilter,
  readCompare,
} from '../../src/survey/compare-query.ts';
import type { Definition } from '../../src/survey/definition.ts';
import {
  type Filter,
  pageParameters,
  readResultsQuery,
  resultsParameters,
} from '../../src/survey/results-query.ts';
import { segmentIds } from '../../src/survey/segment.ts';

/** Prefixes of the form's boxes: who is shown, and whom they are compared with. */
export const ONLY = 'only.';
export const OTHER = 'other.';

/**
 * The address that the form of filters stands for: boxes become `where` and `compare`. Null when
 * the address does not come from the form; what does not fit is left for the page to refuse.
 *
 * @example
 * formAddress(definition, new URLSearchParams('form=1&only.role=student&only.role=mayor'))
 * // => 'question=topics&where=role:student,mayor'
 */
export function formAddress(definition: Definition, sent: URLSearchParams): string | null {
  if (!sent.has('form')) return null;
  const question = sent.get('question') ?? '';
  const [quality, by, voice] = ['quality', 'by', 'voice'].map(
    (name) => sent.get(name) || undefined,
  );
  const everyRound = sent.get(`${ONLY}@round`) === 'all';
  const where = filtersIn(definition, sent, ONLY).filter(
    ({ segment }) => !everyRound || segment !== '@round',
  );
  const query = readResultsQuery(definition, {
    question,
    ...(by !== undefined && { by }),
    ...(voice !== undefined && { voice }),
    ...(quality !== undefined && { quality }),
    ...(everyRound && { round: 'all' }),
    where: written(where),
  });
  if (typeof query === 'string') return null;
  const parameters = pageParameters(query);
  const compare = compareWith(definition, sent, where);
  const known = compare && readCompare(definition, query, compareParameter(compare));
  if (compare && known !== null && !(typeof known === 'object' && 'problem' in known)) {
    parameters.set('compare', compareParameter(compare));
    parameters.delete('by');
  }
  const language = sent.get('lang');
  if (language) parameters.set('lang', language);
  return parameters.toString();
}

function compareWith(
  definition: Definition,
  sent: URLSearchParams,
  only: readonly Filter[],
): CompareWith | null {
  const chosen = sent.get('with') ?? '';
  const where = filtersIn(definition, sent, OTHER);
  const voice = sent.get(`${OTHER}@voice`) === 'table' ? 'table' : 'individual';
  if (chosen === 'all') return 'all';
  if (chosen === 'others') return othersFilter(only) ? 'others' : 'all';
  if (chosen !== 'these') return null;
  return where.length > 0 || voice === 'table' ? { where, voice } : null;
}

function filtersIn(definition: Definition, sent: URLSearchParams, prefix: string): Filter[] {
  return segmentIds(definition).flatMap((segment) => {
    if (segment === '@voice') return [];
    const boxes = sent.getAll(prefix + segment);
    // Several rounds can stand for one choice, and nothing for the page's own.
    const values =
      segment === '@round' ? boxes.flatMap((box) => box.split(',').filter(Boolean)) : boxes;
    return values.length > 0 ? [{ segment, values }] : [];
  });
}

function written(where: readonly Filter[]): string {
  const query = { question: '', by: null, where, voice: 'individual' as const };
  return resultsParameters(query).get('where') ?? '';
}
