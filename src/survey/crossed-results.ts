import { answerCoder } from './answer-code.ts';
import { companies, type Company } from './companies.ts';
import type { Definition } from './definition.ts';
import {
  combineQuestionTallies,
  countCodes,
  emptyQuestionTally,
  type TallyShape,
  tallyShape,
} from './question-tally.ts';
import { openFilters } from './results-filter.ts';
import type { ResultsQuery } from './results-query.ts';
import type { CodeGroup } from './study-tally.ts';
import type { DocumentTallies } from './tally-results.ts';

/** Coded answers come in by and by; what has come can be shown when it is enough. */
export interface CrossedGathering {
  add: (groups: Iterable<CodeGroup>) => void;
  /** Shows what was added in companies of at least `minCell` (`companies`); 1 shows everything. */
  step: (minCell: number) => void;
  tallies: () => DocumentTallies;
}

/**
 * Starts counting one question for a query of any filters, with the same outcome as
 * `gatherResults` once everything is shown. It reads codes only, a hundred thousand in some tenths
 * of a second.
 *
 * @param running whether people still answer: then figures are sums of companies
 * @example
 * const crossed = gatherCrossed(definition, query, false);
 * crossed.add(groups);
 * crossed.step(1);
 * crossed.tallies().all.n // 146
 */
export function gatherCrossed(
  definition: Definition,
  query: ResultsQuery,
  running: boolean,
): CrossedGathering {
  const question = answerCoder(definition).questions.find(({ id }) => id === query.question);
  if (!question) throw new RangeError('the query does not fit');
  const gathered = companies(definition, question, query, running);
  const isCounted = ({ voice }: CodeGroup) => voice === query.voice || query.by === '@voice';
  return {
    add: (groups) => {
      for (const group of groups) if (isCounted(group)) gathered.add(group);
    },
    step: gathered.step,
    tallies: () => sumUp(definition, query, tallyShape(definition, question), gathered.list()),
  };
}

function sumUp(
  definition: Definition,
  { where, by, voice }: ResultsQuery,
  shape: TallyShape,
  list: readonly Company[],
): DocumentTallies {
  const filters = openFilters(definition, where);
  const passesAll = 2 ** filters.length - 1;
  const newCell = () => ({
    tally: emptyQuestionTally(shape),
    beside: new Map<number, number>(),
    added: [] as string[][],
    taken: [] as string[][],
  });
  const all = newCell();
  const slices = new Map<string, ReturnType<typeof newCell>>();
  for (const company of list) {
    const values = filters.map(({ segment }) => company.values(segment.id));
    let pattern = 0;
    for (const [index, filter] of filters.entries()) {
      if (values[index]!.some((value) => filter.values.has(value))) pattern += 2 ** index;
    }
    const cells = company.voice === voice ? [all] : [];
    for (const value of new Set(by === null ? [] : company.values(by))) {
      let cell = slices.get(value);
      if (!cell) slices.set(value, (cell = newCell()));
      cells.push(cell);
    }
    const { n } = company.shown;
    for (const { tally, beside, added, taken } of cells) {
      if (pattern === passesAll) {
        if (company.shown.tally) combineQuestionTallies(tally, company.shown.tally, 1);
        added.push(company.shown.added);
        taken.push(company.shown.taken);
      } else if (n > 0) beside.set(pattern, (beside.get(pattern) ?? 0) + n);
    }
    if (company.voice !== voice || n === 0) continue;
    for (const [index, { sizes }] of filters.entries()) {
      if ((pattern | (2 ** index)) !== passesAll) continue;
      for (const value of values[index]!) sizes.set(value, (sizes.get(value) ?? 0) + n);
    }
  }
  for (const { tally, added, taken } of [all, ...slices.values()]) {
    countCodes(tally, shape, added.flat(), 1);
    countCodes(tally, shape, taken.flat(), -1);
  }
  return { all: all.tally, beside: all.beside, slices, filters };
}
