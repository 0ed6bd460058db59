import { answerCoder, placeOf } from '../answer-code.ts';
import type { Definition } from '../definition.ts';
import { optionsOf, scalePoints } from '../question-options.ts';
import type { Filter } from '../results-query.ts';
import { openFilters } from '../results-filter.ts';
import { codedSegment, type CodeGroup } from '../study-tally.ts';

/** A coded response: a field for each countable question, and where it comes from. */
export type CodedRow = Omit<CodeGroup, 'sign' | 'codes'> & { row: readonly string[] };

/**
 * Reads one rating question out of coded responses: the values given, in the order of `items`;
 * `null` where an item was not rated, and for a response without any rating.
 *
 * @example
 * const level = ratingReader(definition, 'level', ['data', 'law']);
 * level(response) // => [4, null]
 */
export function ratingReader(
  definition: Definition,
  question: string,
  items: readonly string[],
): (response: CodedRow) => (number | null)[] | null {
  const { questions } = answerCoder(definition);
  const field = questions.findIndex(({ id }) => id === question);
  const asked = questions[field];
  if (!asked) throw new RangeError('the study has no such question');
  const values = scalePoints(definition, asked).map(({ value }) => value);
  const rows = optionsOf(definition, asked).map(({ id }) => id);
  const places = items.map((id) => rows.indexOf(id));
  return ({ row }) => {
    const code = row[field] ?? '';
    if (code === '') return null;
    return places.map((place) => values[placeOf(code.charCodeAt(place)) - 1] ?? null);
  };
}

/**
 * Whether a coded response passes all filters.
 *
 * @example
 * passes(definition, [{ segment: 'role', values: ['student'] }])(response) // => true
 */
export function passes(
  definition: Definition,
  where: readonly Filter[],
): (response: CodedRow) => boolean {
  const { questions } = answerCoder(definition);
  const filters = openFilters(definition, where).map(({ segment, values }) => ({
    values,
    valuesOf: codedSegment(definition, questions, segment.id),
  }));
  return ({ row, ...group }) => {
    const from = { ...group, sign: 1 as const, codes: [] };
    return filters.every(({ values, valuesOf }) =>
      valuesOf([...row], from).some((value) => values.has(value)),
    );
  };
}
