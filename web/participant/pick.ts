import type { RankingAnswer } from '../../src/survey/answer.ts';
import type { LocalQuestion } from '../../src/survey/local-study.ts';

/** Ranked things, best first: an option's id, or `+` and the text of a write-in. */
export type Order = readonly string[];

type Asked = Pick<LocalQuestion, 'options' | 'min' | 'max' | 'complete' | 'writeIns'>;

/**
 * The order that an answer holds; tied items follow one another. Empty for no answer.
 *
 * @example
 * orderOf([['law'], [{ writeIn: 'Drones' }]]) // ['law', '+Drones']
 */
export function orderOf(answer: unknown): Order {
  if (!Array.isArray(answer)) return [];
  return (answer as Exclude<RankingAnswer, string>)
    .flat()
    .map((item) => (typeof item === 'string' ? item : `+${item.writeIn}`));
}

/** The answer that an order stands for; undefined when nothing is ranked. */
export function rankingOf(order: Order): RankingAnswer | undefined {
  if (order.length === 0) return undefined;
  return order.map((key) => [key.startsWith('+') ? { writeIn: key.slice(1) } : key]);
}

/** How many can be ranked at most. */
export function most({ options = [], max, writeIns = 0 }: Asked): number {
  return max ?? options.length + writeIns;
}

/**
 * How many are still to be ranked before the order can stand.
 *
 * @example
 * toGo({ options, min: 3, max: 5 }, ['law']) // 2
 */
export function toGo({ options = [], min = 1, complete }: Asked, order: Order): number {
  if (complete) return options.filter(({ id }) => !order.includes(id)).length;
  return Math.max(0, min - order.length);
}

/**
 * The order after a tap: the next number for what has none, and for what has one its removal, with
 * the rest closing up. Where all must be ranked, the one that is left gets the last number by
 * itself. Null when no number is left.
 *
 * @example
 * pick(question, ['law', 'data'], 'law') // ['data']
 */
export function pick(question: Asked, order: Order, key: string): Order | null {
  if (order.includes(key)) return order.filter((other) => other !== key);
  if (order.length >= most(question)) return null;
  const next = [...order, key];
  const left = question.options?.filter(({ id }) => !next.includes(id)) ?? [];
  return question.complete && left.length === 1 ? [...next, left[0]!.id] : next;
}

/** The order with one thing at another place, counted from 0. */
export function moved(order: Order, key: string, place: number): Order {
  const rest = order.filter((other) => other !== key);
  return [...rest.slice(0, place), key, ...rest.slice(place)];
}
