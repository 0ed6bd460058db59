import type { Definition, Question } from './definition.ts';
import { MOST_FILTERS, type ResultsQuery } from './results-query.ts';
import { smallCells } from './small-cells.ts';

/** Answers that count by round, 1 the first; a round without any is not there. */
export type AnswersByRound = ReadonlyMap<number, number>;

/** What is known of the rounds of a study. */
export interface RoundCounts {
  /** All rounds with answers, to whatever question. */
  rounds: readonly number[];
  /** Of each question that matters. */
  questions: readonly AnswersByRound[];
  /** The people of each event, those without one among them. */
  events?: readonly AnswersByRound[];
}

/**
 * The round that stands for a study once it has closed: the latest in which every question was
 * asked at every event and whose figures may be shown. Who answers in two rounds is the same person
 * twice, so all rounds together make intervals too narrow.
 *
 * A question counts as asked in a round when anybody answered it there, an event as present when
 * anybody took part; those with fewer than `minCell` people in each round don't matter.
 *
 * @returns null where there are not two rounds, and where no round can stand alone
 * @example
 * defaultRound({ rounds: [1, 2], questions: [new Map([[1, 40], [2, 38]])] }, 5) // => 2
 * defaultRound({ rounds: [1, 2], questions: [new Map([[1, 40]])] }, 5)
 * // => 1: in round 2 nobody was asked this
 */
export function defaultRound(
  { rounds, questions, events = [] }: RoundCounts,
  minCell: number,
): number | null {
  if (rounds.length < 2) return null;
  const matters = (counts: AnswersByRound) => Math.max(0, ...counts.values()) >= minCell;
  const asked = questions.filter(matters);
  const needed = [...asked, ...events.filter(matters)];
  const latestFirst = rounds.toSorted((a, b) => b - a);
  const found = latestFirst.find(
    (round) =>
      needed.every((counts) => (counts.get(round) ?? 0) > 0) &&
      asked.some((counts) => shownRounds(counts, minCell).includes(round)),
  );
  return found ?? null;
}

/** The rounds whose answers to a question may be shown beside those of all rounds, in order. */
export function shownRounds(counts: AnswersByRound, minCell: number): number[] {
  const rounds = [...counts.keys()].toSorted((a, b) => a - b);
  const held = smallCells(
    rounds.map((round) => counts.get(round)!),
    minCell,
  );
  return rounds.filter((round, at) => counts.get(round)! > 0 && !held[at]);
}

/**
 * The questions that a round has to have asked to stand for the whole study: those that everybody
 * is asked and whose answers are counted.
 */
export function roundQuestions({ questions }: Definition): Question[] {
  return questions.filter(
    ({ kind, hidden, showIf }) =>
      !hidden && !showIf && kind !== 'short-text' && kind !== 'long-text',
  );
}

/** Whether an address says which rounds to count: one by one, all of them, or each beside the others. */
export function namesRound({
  by,
  where,
  rounds,
}: Omit<ResultsQuery, 'question' | 'voice'>): boolean {
  return (
    rounds !== undefined || by === '@round' || where.some(({ segment }) => segment === '@round')
  );
}

/**
 * A query with the round that a page takes by itself; the same query where it names its rounds.
 *
 * @example
 * inRound({ question: 'topics', by: null, where: [], voice: 'individual' }, 2)
 * // => { …, where: [{ segment: '@round', values: ['2'] }], rounds: 'latest' }
 */
export function inRound(query: ResultsQuery, round: number | null): ResultsQuery {
  if (round === null || namesRound(query) || query.where.length >= MOST_FILTERS) return query;
  const filter = { segment: '@round', values: [String(round)] };
  return { ...query, where: [...query.where, filter], rounds: 'latest' };
}

/**
 * Of all rounds with answers, those that a query counts.
 *
 * @example
 * countedRounds([1, 2, 3], [{ segment: '@round', values: ['3', '1'] }]) // => [1, 3]
 */
export function countedRounds(rounds: readonly number[], where: ResultsQuery['where']): number[] {
  const named = where.find(({ segment }) => segment === '@round')?.values;
  return named ? rounds.filter((round) => named.includes(String(round))) : [...rounds];
}
