import { answerCoder, FIELD } from './answer-code.ts';
import type { Definition } from './definition.ts';
import {
  countCodes,
  emptyQuestionTally,
  type QuestionTally,
  tallyShape,
  whyLeftOut,
} from './question-tally.ts';
import { openFilters } from './results-filter.ts';
import type { ResultsQuery } from './results-query.ts';
import { codedSegment, type CodeGroup } from './study-tally.ts';
import type { DocumentTallies } from './tally-results.ts';

/** Coded answers come in by and by; what has come can be shown when it is enough. */
export interface CrossedGathering {
  add: (groups: Iterable<CodeGroup>) => void;
  /**
   * Shows what was added since the last step, unless that moves a group, or those that a filter
   * keeps out of it, by fewer than `minCell` respondents: then it waits for the next step.
   */
  step: (minCell: number) => void;
  tallies: () => DocumentTallies;
}

interface Moves {
  added: number;
  taken: number;
}

interface Cell extends Moves {
  shown: QuestionTally;
  codes: { added: string[]; taken: string[] };
  beside: Map<number, Moves & { shown: number }>;
}

/**
 * Starts counting one question for a query of any filters, with the same outcome as
 * `gatherResults`. It reads codes only, a hundred thousand in some tenths of a second.
 *
 * @example
 * const crossed = gatherCrossed(definition, query);
 * crossed.add(groups);
 * crossed.step(1);
 * crossed.tallies().all.n // 146
 */
export function gatherCrossed(definition: Definition, query: ResultsQuery): CrossedGathering {
  const { questions } = answerCoder(definition);
  const field = questions.findIndex(({ id }) => id === query.question);
  if (field < 0) throw new RangeError('the query does not fit');
  const shape = tallyShape(definition, questions[field]!);
  const filters = openFilters(definition, query.where).map((filter) => ({
    ...filter,
    valuesOf: codedSegment(definition, questions, filter.segment.id),
    moved: new Map<string, number>(),
  }));
  const by = query.by === null ? null : codedSegment(definition, questions, query.by);
  const passesAll = 2 ** filters.length - 1;
  const newCell = (): Cell => ({
    shown: emptyQuestionTally(shape),
    codes: { added: [], taken: [] },
    added: 0,
    taken: 0,
    beside: new Map(),
  });
  const all = newCell();
  const slices = new Map<string, Cell>();
  const cells = () => [all, ...slices.values()];

  const count = (cell: Cell, code: string, sign: 1 | -1, pattern: number, counts: boolean) => {
    if (pattern === passesAll) {
      (sign > 0 ? cell.codes.added : cell.codes.taken).push(code);
      if (counts) move(cell, sign);
    } else if (counts) {
      let beside = cell.beside.get(pattern);
      if (!beside) cell.beside.set(pattern, (beside = { shown: 0, added: 0, taken: 0 }));
      move(beside, sign);
    }
  };

  const take = (group: CodeGroup): void => {
    const { sign } = group;
    const isCounted = group.voice === query.voice;
    if (!isCounted && query.by !== '@voice') return;
    for (const whole of group.codes) {
      const row = whole.split(FIELD);
      const code = row[field] ?? '';
      const counts = whyLeftOut(shape, code) === null;
      const values = filters.map(({ valuesOf }) => valuesOf(row, group));
      let pattern = 0;
      for (const [index, filter] of filters.entries()) {
        if (values[index]!.some((value) => filter.values.has(value))) pattern += 2 ** index;
      }
      if (isCounted && counts) {
        for (const [index, { moved }] of filters.entries()) {
          if ((pattern | (2 ** index)) !== passesAll) continue;
          for (const value of values[index]!) moved.set(value, (moved.get(value) ?? 0) + sign);
        }
      }
      if (isCounted) count(all, code, sign, pattern, counts);
      for (const value of new Set(by?.(row, group) ?? [])) {
        let cell = slices.get(value);
        if (!cell) slices.set(value, (cell = newCell()));
        count(cell, code, sign, pattern, counts);
      }
    }
  };

  return {
    add: (groups) => {
      for (const group of groups) take(group);
    },
    step: (minCell) => {
      const moves = cells().flatMap((cell) => [cell, ...cell.beside.values()]);
      const steps = moves.map(({ added, taken }) => Math.max(added, taken));
      const isFirst = all.shown.n === 0;
      if (!isFirst && steps.some((size) => size > 0 && size < minCell)) return;
      for (const cell of cells()) {
        countCodes(cell.shown, shape, cell.codes.added, 1);
        countCodes(cell.shown, shape, cell.codes.taken, -1);
        cell.codes = { added: [], taken: [] };
        for (const beside of cell.beside.values()) beside.shown += beside.added - beside.taken;
      }
      for (const moved of moves) [moved.added, moved.taken] = [0, 0];
      for (const { sizes, moved } of filters) {
        for (const [value, change] of moved) sizes.set(value, (sizes.get(value) ?? 0) + change);
        for (const [value, size] of sizes) if (size === 0) sizes.delete(value);
        moved.clear();
      }
    },
    tallies: () => ({
      all: all.shown,
      beside: besideOf(all),
      slices: new Map(
        [...slices].map(([value, cell]) => [value, { tally: cell.shown, beside: besideOf(cell) }]),
      ),
      filters,
    }),
  };
}

function move(moves: Moves, sign: 1 | -1): void {
  if (sign > 0) moves.added++;
  else moves.taken++;
}

function besideOf({ beside }: Cell): Map<number, number> {
  const shown = [...beside].map(([pattern, moves]) => [pattern, moves.shown] as const);
  return new Map(shown.filter(([, n]) => n > 0));
}
