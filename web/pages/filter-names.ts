import type { Definition } from '../../src/survey/definition.ts';
import type { Language } from '../../src/survey/language.ts';
import type { Filter, ResultsQuery } from '../../src/survey/results-query.ts';
import { type SegmentNames, segmentOf } from '../../src/survey/segment.ts';
import type { Words } from './ranking-slice.ts';

/** How a page words the values of segments. */
export interface Naming {
  definition: Definition;
  language: Language;
  names: SegmentNames;
}

/** A filter's values in words: "Student, Mayor". */
export function filterName(
  { segment: id, values }: Filter,
  { definition, language, names }: Naming,
): string {
  const segment = segmentOf(definition, id, language, names);
  return values.map((value) => segment?.label(value) ?? value).join(', ');
}

/** Those who match a query, in words: "Everyone", "Tables", "City · Round 1". */
export function groupName(query: ResultsQuery, naming: Naming, { say }: Words): string {
  const parts = [
    ...(query.voice === 'table' ? [say('tables')] : []),
    ...query.where.map((filter) => filterName(filter, naming)),
  ];
  return parts.length > 0 ? parts.join(' · ') : say('everyone');
}
