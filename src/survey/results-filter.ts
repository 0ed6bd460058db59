import type { Definition } from './definition.ts';
import type { Respondent } from './respondent.ts';
import type { Filter } from './results-query.ts';
import { type Segment, segmentOf } from './segment.ts';
import { smallCells } from './small-cells.ts';

/** A filter at work: it counts the answers of each value among those who pass the other filters. */
export interface OpenFilter {
  segment: Segment;
  values: ReadonlySet<string>;
  sizes: Map<string, number>;
}

/** Opens the filters of a query; throws a RangeError for a segment that the study has not. */
export function openFilters(definition: Definition, where: readonly Filter[]): OpenFilter[] {
  return where.map(({ segment: id, values }) => {
    const segment = segmentOf(definition, id, 'en');
    if (!segment) throw new RangeError('the query does not fit');
    return { segment, values: new Set(values), sizes: new Map() };
  });
}

/**
 * Which filters a respondent passes, bit 0 the first; with `counted` the respondent's answer also
 * goes into the sizes of each filter that nothing but this filter keeps it from.
 *
 * @example
 * passedBy(filters, student, true) // => 0b01: passes the first of two filters
 */
export function passedBy(
  filters: readonly OpenFilter[],
  respondent: Respondent,
  counted: boolean,
): number {
  const values = filters.map(({ segment }) => segment.valuesOf(respondent));
  const passes = filters.map((filter, index) =>
    values[index]!.some((value) => filter.values.has(value)),
  );
  const pattern = passes.reduce((bits, pass, index) => bits + (pass ? 2 ** index : 0), 0);
  if (!counted) return pattern;
  for (const [index, { sizes }] of filters.entries()) {
    if (passes.some((pass, other) => !pass && other !== index)) continue;
    for (const value of values[index]!) sizes.set(value, (sizes.get(value) ?? 0) + 1);
  }
  return pattern;
}

/**
 * Whether what a filter lets through could be combined with other results into a group that is
 * held back: it takes some, but not all, of the values that a division by its segment holds back.
 */
export function leaksSmallCells({ values, sizes }: OpenFilter, minCell: number): boolean {
  const present = [...sizes.keys()];
  const reasons = smallCells(
    present.map((value) => sizes.get(value)!),
    minCell,
  );
  const held = present.filter((_, index) => reasons[index]);
  return held.some((value) => values.has(value)) && !held.every((value) => values.has(value));
}
