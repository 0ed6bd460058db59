import type { Definition } from '../definition.ts';
import { readResultsQuery, resultsParameters } from '../results-query.ts';

/** Whose strategy it is, as in the results' address; empty for everyone. */
export type StrategyFilter = Readonly<Record<string, string>>;

const NAMES = ['where', 'quality'] as const;

/**
 * Reads whom a strategy is for from an address; a string is a sentence that names what the study
 * does not have. The same filter written in another way gives the same record.
 *
 * @example
 * readStrategyFilter(definition, { where: 'role:student', event: 'oslo' })
 * // => { where: 'role:student;@event:oslo' }
 */
export function readStrategyFilter(
  definition: Definition,
  parameters: Readonly<Record<string, string | undefined>>,
): StrategyFilter | string {
  const { where, event, round, quality } = parameters;
  const read = readResultsQuery(definition, {
    ...(where && { where }),
    ...(event && { event }),
    ...(round && { round }),
    ...(quality && { quality }),
  });
  if (typeof read === 'string') return read;
  const sorted = [...read.where]
    .map(({ segment, values }) => ({ segment, values: values.toSorted() }))
    .toSorted((a, b) => (a.segment < b.segment ? -1 : 1));
  const written = resultsParameters({ ...read, where: sorted });
  return Object.fromEntries(
    NAMES.flatMap((name) => {
      const value = written.get(name);
      return value ? [[name, value]] : [];
    }),
  );
}

/**
 * A filter as the text that it is stored under, and as it stands in an address.
 *
 * @example
 * filterText({ where: 'role:student' }) // 'where=role%3Astudent'
 */
export function filterText(filter: StrategyFilter): string {
  return new URLSearchParams(filter).toString();
}
