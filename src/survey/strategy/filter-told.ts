import { type Filter, readResultsQuery } from '../results-query.ts';
import { QUALITY } from '../segment.ts';
import { questionIn, type Reading } from './reading.ts';
import { items, list, said, title, type Told, words } from './told.ts';

/** A filter in words; `null` where everyone counts. */
export function filterTold(
  reading: Pick<Reading, 'input'>,
  filter: Readonly<Record<string, string>>,
): Told | null {
  const read = readResultsQuery(reading.input.definition, filter);
  if (typeof read === 'string' || read.where.length === 0) return null;
  return list(read.where.map((one) => partTold(reading, one)));
}

function partTold(reading: Pick<Reading, 'input'>, { segment, values }: Filter): Told {
  if (segment === QUALITY) return { is: 'said', said: said('filterClean') };
  if (segment === '@round') {
    return list(values.map((n) => ({ is: 'said', said: said('round', { n: words(n) }) })));
  }
  if (!questionIn(reading, segment)) return words(values.join(', '));
  const parts = { title: title(segment), items: items(segment, values) };
  return { is: 'said', said: said('filterPart', parts) };
}
