import type { Definition } from '../survey/definition.ts';
import {
  readResultsQuery,
  type ResultsParameters,
  type ResultsQuery,
} from '../survey/results-query.ts';
import { Refusal } from './refusal.ts';

/**
 * Which results an address asks for.
 *
 * @throws {Refusal} 422 that says what in it the study does not have
 * @example
 * askedResults(study.definition, { where: 'area-type:city' }).where[0].segment // 'area-type'
 */
export function askedResults(definition: Definition, query: ResultsParameters): ResultsQuery {
  const read = readResultsQuery(definition, query);
  if (typeof read === 'string') throw new Refusal(422, read);
  return read;
}
