/** A weak order of items: tied groups of item indices, best first, every item in one group. */
export type Order = number[][];

/**
 * Items in order of their score, highest first; equal scores are one tied group.
 *
 * @example
 * orderByScore([3, 7, 3]) // => [[1], [0, 2]]
 */
export function orderByScore(scores: ArrayLike<number>): Order {
  const items = Array.from({ length: scores.length }, (_, item) => item);
  items.sort((a, b) => scores[b]! - scores[a]! || a - b);
  const order: Order = [];
  for (const item of items) {
    const group = order.at(-1);
    if (group && scores[group[0]!] === scores[item]) group.push(item);
    else order.push([item]);
  }
  return order;
}

/**
 * Peels a relation into an order: first the items that nothing defeats, then those that nothing of
 * the rest defeats, and so on. Items in a cycle of defeats with nothing undefeated stay one group.
 *
 * @example
 * peelUndefeated(3, (i, j) => i === 2 && j === 0) // => [[1, 2], [0]]
 */
export function peelUndefeated(m: number, defeats: (i: number, j: number) => boolean): Order {
  const order: Order = [];
  let rest = Array.from({ length: m }, (_, item) => item);
  while (rest.length > 0) {
    const open = rest.filter((item) => !rest.some((other) => defeats(other, item)));
    const group = open.length > 0 ? open : rest;
    order.push(group);
    rest = rest.filter((item) => !group.includes(item));
  }
  return order;
}

/**
 * The place of every item in an order, counting from 0 and the same within a tied group.
 *
 * @example
 * placesOf(3, [[1], [0, 2]]) // => [1, 0, 1]
 */
export function placesOf(m: number, order: readonly (readonly number[])[]): number[] {
  const places = Array.from({ length: m }, () => order.length);
  order.forEach((group, place) => {
    for (const item of group) places[item] = place;
  });
  return places;
}
