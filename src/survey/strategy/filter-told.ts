import { readResultsQuery } from '../results-query.ts';
import { questionIn, type Reading } from './reading.ts';
import { items, list, said, title, type Told, words } from './told.ts';

/** A filter in words; `null` where everyone counts. */
export function filterTold(
  reading: Pick<Reading, 'input'>,
  filter: Readonly<Record<string, string>>,
): Told | null {
  const read = readResultsQuery(reading.input.definition, filter);
  if (typeof read === 'string' || read.where.length === 0) return null;
  return list(
    read.where.map(({ segment, values }) =>
      questionIn(reading, segment)
        ? {
            is: 'said',
            said: said('filterPart', { title: title(segment), items: items(segment, values) }),
          }
        : segment === '@round'
          ? list(values.map((n) => ({ is: 'said', said: said('round', { n: words(n) }) })))
          : words(values.join(', ')),
    ),
  );
}
