/**
 * Deals challenge cards round the tables, one after another: every card is dealt, every table gets
 * one, and no table gets two more than another.
 *
 * @returns the cards of each table, in the tables' order
 * @example
 * dealCards(['a', 'b', 'c'], 2) // [['a', 'c'], ['b']]
 * dealCards(['a', 'b'], 3) // [['a'], ['b'], ['a']]
 */
export function dealCards(cards: readonly string[], tables: number): string[][] {
  if (cards.length === 0) return Array.from({ length: tables }, () => []);
  const turns = Math.max(cards.length, tables);
  const hands: string[][] = Array.from({ length: tables }, () => []);
  for (let turn = 0; turn < turns && tables > 0; turn += 1) {
    hands[turn % tables]!.push(cards[turn % cards.length]!);
  }
  return hands;
}

/**
 * How many tables it takes for so many people.
 *
 * @example
 * tablesFor(48, 6) // 8
 * tablesFor(49, 6) // 9
 */
export function tablesFor(people: number, size: number): number {
  return Math.max(1, Math.ceil(people / size));
}
