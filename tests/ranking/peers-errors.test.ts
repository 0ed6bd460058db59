import { describe, expect, test } from 'vitest';

import { rankingDocument } from '../../src/ranking/ranking-document.ts';
import type { Ranking } from '../../src/ranking/ranking.ts';
import { restrictRanking } from '../../src/ranking/restrict.ts';
import { tallyOf } from '../../src/ranking/tally.ts';

const items = [...'ABCDE'].map((id) => ({ id, name: id }));
const ballot = (text: string): Ranking => [...text].map((id) => ['ABCDE'.indexOf(id)]);
const times = (n: number, text: string): Ranking[] => Array.from({ length: n }, () => ballot(text));

/** Fifty short ballots; nobody ranks E, one person ranks D. */
const ballots = [...times(25, 'ABC'), ...times(24, 'BAC'), ...times(1, 'D')];
const of = (unranked: 'bottom' | 'ignore', among = ballots) =>
  rankingDocument(tallyOf(5, among), items, { unranked, ballots: among });

describe('fifty short ballots over five items, one of them never ranked', () => {
  test('a never-ranked item is last, not first with a mean rank of 0', () => {
    const { consensus, meanRank, borda } = of('bottom');
    expect(consensus.order.at(-1)).toEqual(['E']);
    expect(Math.max(...meanRank!.map(Number))).toBe(meanRank![4]);
    expect(Math.min(...borda!)).toBe(borda![4]);
  });

  test('where unranked says nothing, it is in no order and named as never ranked', () => {
    const { consensus, neverRanked, meanRank } = of('ignore');
    expect(consensus.order.flat()).not.toContain('E');
    expect(consensus.methods.flatMap(({ leaders }) => leaders)).not.toContain('E');
    expect(neverRanked).toEqual(['E']);
    expect(meanRank![4]).toBeNull();
    expect(consensus.notes).toContainEqual({ kind: 'never-ranked', items: ['E'], excluded: true });
  });

  test('an item that one person ranks first does not pass one that 25 of 50 rank first', () => {
    for (const mode of ['bottom', 'ignore'] as const) {
      const { consensus, rankedCount } = of(mode);
      expect(rankedCount).toEqual([49, 49, 49, 1, 0]);
      if (mode === 'bottom') expect(consensus.order[0]).toEqual(['A']);
    }
    const { meanRank } = of('bottom');
    expect(meanRank![3]).toBeGreaterThan(meanRank![0]!);
  });

  test('a short ballot weighs as much as a long one: every ballot gives out the same points', () => {
    const { borda } = of('bottom');
    expect(borda!.reduce((sum, points) => sum + points, 0)).toBe(50 * 10);
    const alone = of('bottom', times(1, 'D')).borda!;
    const full = of('bottom', times(1, 'DABCE')).borda!;
    expect(alone[3]).toBe(full[3]);
    expect(alone.reduce((sum, points) => sum + points, 0)).toBe(10);
  });

  test('a lead of 25 to 24 is not reported as an order that the data show', () => {
    const { consensus, rankRange } = of('bottom');
    expect(consensus.order.slice(0, 2)).toEqual([['A'], ['B']]);
    expect(consensus.tiers[0]).toEqual(['A', 'B']);
    expect(rankRange![0]![1]).toBeGreaterThan(1);
    const note = consensus.notes.find(({ kind }) => kind === 'first-over-next');
    expect(note).toMatchObject({ first: 'A', next: 'B', for: 25, against: 24 });
  });

  test('items ranked equally often are told apart by where they are ranked', () => {
    const { rankedCount, meanRank } = of('bottom');
    expect(rankedCount[0]).toBe(rankedCount[2]);
    expect(meanRank![0]).toBeLessThan(meanRank![2]!);
  });
});

test('an item added after ballots exist inflates nobody: points follow the head-to-head counts', () => {
  const early = [...times(10, 'AB'), ...times(6, 'BA')];
  const before = of('ignore', early);
  const after = of('ignore', [...early, ...times(2, 'EAB')]);
  expect(before.pairwise[0]![1]).toBe(10);
  expect(after.pairwise[0]![1]).toBe(12);
  expect(after.bordaNet[4]).toBe(4);
  expect(after.pairwise[1]![4]).toBe(0);
});

test('an item hidden and shown again does not become the last choice of those who ranked without it', () => {
  const without = ballots.map((ranking) => restrictRanking(ranking, [0, 1, 2, 4]));
  expect(without[0]).toEqual([[0], [1], [2]]);
  expect(tallyOf(4, without).ranked[3]).toBe(0);
});

test('a tie is never broken by the place in the list', () => {
  const level = [...times(5, 'AB'), ...times(5, 'BA')];
  const flipped = [...times(5, 'BA'), ...times(5, 'AB')];
  for (const among of [level, flipped]) {
    const { consensus, schulze } = of('bottom', among);
    expect(consensus.order[0]!.toSorted()).toEqual(['A', 'B']);
    expect(schulze.winners).toEqual(['A', 'B']);
  }
});

test('items are told apart by id, whatever their names in this language', () => {
  const twins = [
    { id: 'a', name: 'Data' },
    { id: 'b', name: 'Data' },
  ];
  const { consensus } = rankingDocument(tallyOf(2, [[[1], [0]]]), twins, { unranked: 'bottom' });
  expect(consensus.order).toEqual([['b'], ['a']]);
});
