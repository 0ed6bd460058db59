import { answerCoder, FIELD, fittedRanking } from './answer-code.ts';
import type { Definition, Question } from './definition.ts';
import { optionsOf } from './question-options.ts';
import { change, type NetChanges } from './net-changes.ts';
import { ballotsIn } from './deep-figures.ts';
import { tallyShape, whyLeftOut } from './question-tally.ts';
import { openFilters } from './results-filter.ts';
import type { ResultsQuery } from './results-query.ts';
import { identityOf, type LedgerEntry } from './stepped-tally.ts';
import { codedSegment } from './study-tally.ts';
import type { SliceTexts } from './tally-results.ts';

/** A coded response with what its author wrote in answer to one question. */
export interface WrittenResponse extends Omit<LedgerEntry, 'sign'> {
  words: readonly string[];
}

/** What tallies can't tell about a slice, its rankings still coded. */
export interface CodedTexts {
  codes?: [code: string, count: number][];
  writeIns: readonly string[];
}

/** Coded texts as a document takes them. */
export function decodedTexts(coded: ReadonlyMap<string, CodedTexts>): Map<string, SliceTexts> {
  return new Map(
    [...coded].map(([key, { codes, writeIns }]) => [
      key,
      { ...(codes && { ballots: ballotsIn(codes) }), writeIns },
    ]),
  );
}

/** Whether a question's results take more than tallies: whole ballots, or words. */
export function needsTexts(definition: Definition, question: Question): boolean {
  if (question.kind === 'ranking') return true;
  if (question.kind !== 'single') return false;
  return Boolean(question.writeIns) || optionsOf(definition, question).some((o) => o.writeIn);
}

/**
 * Gathers the ballots and words of the slices of a query, response by response.
 *
 * @param unseen responses that the figures don't show yet, as entries of the ledger
 * @example
 * const texts = gatherTexts(definition, query, waiting);
 * for (const response of responses) texts.add(response);
 * texts.bySlice().get('all')?.ballots
 */
export function gatherSliceTexts(
  definition: Definition,
  query: ResultsQuery,
  unseen: readonly LedgerEntry[],
): { add: (response: WrittenResponse) => void; bySlice: () => Map<string, CodedTexts> } {
  const { questions } = answerCoder(definition);
  const field = questions.findIndex(({ id }) => id === query.question);
  const shape = tallyShape(definition, questions[field]!);
  const isRanking = shape.kind === 'ranking';
  const filters = openFilters(definition, query.where).map(({ segment, values }) => ({
    values,
    valuesOf: codedSegment(definition, questions, segment.id),
  }));
  const by = query.by === null ? null : codedSegment(definition, questions, query.by);
  const left: NetChanges = new Map();
  for (const entry of unseen) if (entry.sign > 0) change(left, identityOf(entry), 1);
  const slices = new Map<string, { codes: Map<string, number>; words: string[] }>();
  const put = (key: string, code: string, words: readonly string[]) => {
    let slice = slices.get(key);
    if (!slice) slices.set(key, (slice = { codes: new Map(), words: [] }));
    slice.words.push(...words);
    if (isRanking) slice.codes.set(code, (slice.codes.get(code) ?? 0) + 1);
  };
  return {
    add: ({ words, ...response }) => {
      const isCounted = response.voice === query.voice;
      if (!isCounted && query.by !== '@voice') return;
      const identity = identityOf(response);
      if ((left.get(identity) ?? 0) > 0) return change(left, identity, -1);
      const row = response.code.split(FIELD);
      const group = { ...response, sign: 1 as const, codes: [] };
      for (const { values, valuesOf } of filters) {
        if (!valuesOf(row, group).some((value) => values.has(value))) return;
      }
      const given = row[field] ?? '';
      const code = isRanking ? fittedRanking(given, shape.options) : given;
      if (whyLeftOut(shape, code) !== null) return;
      if (isCounted) put('all', code, words);
      for (const value of new Set(by?.(row, group) ?? [])) put(`=${value}`, code, words);
    },
    bySlice: () =>
      new Map(
        [...slices].map(([key, { codes, words }]) => [
          key,
          { ...(isRanking && { codes: [...codes] }), writeIns: words },
        ]),
      ),
  };
}
