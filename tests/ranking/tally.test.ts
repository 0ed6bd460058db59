import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { decodeBallot, encodeBallot } from '../../src/ranking/ballot-code.ts';
import { countRankings, tallyBallots } from '../../src/ranking/ballots.ts';
import { tallyBatch } from '../../src/ranking/batch-tally.ts';
import { midRankCounts } from '../../src/ranking/mid-ranks.ts';
import { packTally, unpackTally } from '../../src/ranking/packed-tally.ts';
import { positionCounts } from '../../src/ranking/positions.ts';
import { restrictRanking, restrictTally } from '../../src/ranking/restrict.ts';
import {
  addBallot,
  emptyTally,
  mergeTallies,
  subtractTallies,
  tallyOf,
} from '../../src/ranking/tally.ts';
import type { PairTally } from '../../src/ranking/tally.ts';
import { profile, runs } from './profiles.ts';

const twoSets = profile().chain(({ m, ballots }) =>
  fc.record({ m: fc.constant(m), ballots: fc.constant(ballots), cut: fc.nat(ballots.length) }),
);

test('merging tallies is tallying both sets of ballots', () => {
  fc.assert(
    fc.property(twoSets, ({ m, ballots, cut }) => {
      const [first, second] = [ballots.slice(0, cut), ballots.slice(cut)];
      const merged = mergeTallies(tallyOf(m, first), tallyOf(m, second));
      expect(merged).toEqual(tallyOf(m, ballots));
    }),
    runs,
  );
});

test('subtracting undoes merging', () => {
  fc.assert(
    fc.property(twoSets, ({ m, ballots, cut }) => {
      const [a, b] = [tallyOf(m, ballots.slice(0, cut)), tallyOf(m, ballots.slice(cut))];
      expect(subtractTallies(mergeTallies(a, b), b)).toEqual(a);
    }),
    runs,
  );
});

test('a ballot taken out again leaves no trace', () => {
  fc.assert(
    fc.property(profile({ least: 2 }), ({ m, ballots }) => {
      const tally = tallyOf(m, ballots);
      for (const ballot of ballots) addBallot(tally, ballot, -1);
      expect(subtractTallies(tally, emptyTally(m))).toEqual(emptyTally(m));
    }),
    runs,
  );
});

test('the order of ballots does not matter, nor whether equal ones are counted together', () => {
  fc.assert(
    fc.property(profile(), ({ m, ballots }) => {
      const tally = tallyOf(m, ballots);
      expect(tallyOf(m, ballots.toReversed())).toEqual(tally);
      expect(tallyBallots(m, countRankings(m, [...ballots, ...ballots]))).toEqual(
        mergeTallies(tally, tally),
      );
    }),
    runs,
  );
});

test('batch tallying coded ballots equals adding ballots one by one', () => {
  fc.assert(
    fc.property(profile({ most: 14, ballots: 40 }), ({ m, ballots }) => {
      const text = ballots.map((ballot) => encodeBallot(m, ballot)).join('');
      const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0) - 48);
      expect(tallyBatch(m, text)).toEqual(tallyOf(m, ballots));
      expect(tallyBatch(m, bytes)).toEqual(tallyOf(m, ballots));
    }),
    runs,
  );
});

test.each([31, 89, 90, 91, 130, 250])('batch tallying works for %i items', (m) => {
  const ballots = [1, 2, 3].map((step) =>
    Array.from({ length: m }, (_, k) => [(k * 7 + step) % m]).filter(
      ([item], k, all) => all.findIndex(([other]) => other === item) === k && item! % step === 0,
    ),
  );
  const many = Array.from({ length: 1100 }, (_, k) => ballots[k % 3]!);
  const text = many.map((ballot) => encodeBallot(m, ballot)).join('');
  expect(tallyBatch(m, text)).toEqual(tallyBallots(m, countRankings(m, many)));
});

test('batch tallying accepts group numbers with gaps and refuses what is no group number', () => {
  expect(tallyBatch(3, Uint8Array.of(9, 0, 250))).toEqual(tallyOf(3, [[[0], [2]]]));
  expect(() => tallyBatch(3, Uint8Array.of(1, 2, 255))).toThrow(RangeError);
  expect(() => tallyBatch(3, '12')).toThrow(RangeError);
  expect(() => tallyBatch(2, '1 ')).toThrow(RangeError);
  expect(() => tallyBatch(251, '')).toThrow(RangeError);
});

test('a coded ballot gives the ranking back, with one character per item', () => {
  fc.assert(
    fc.property(profile({ most: 100, ballots: 3 }), ({ m, ballots }) => {
      for (const ballot of ballots) {
        const code = encodeBallot(m, ballot);
        expect(code).toHaveLength(m);
        const sorted = ballot.map((group) => group.toSorted((a, b) => a - b));
        expect(decodeBallot(code)).toEqual(sorted);
      }
    }),
    runs,
  );
});

test('a packed tally comes back whole, and damaged bytes are refused', () => {
  fc.assert(
    fc.property(profile(), ({ m, ballots }) => {
      const tally = tallyOf(m, ballots);
      const bytes = packTally(subtractTallies(tally, tallyOf(m, ballots.slice(1))));
      expect(unpackTally(packTally(tally))).toEqual(tally);
      expect(unpackTally(bytes)).toEqual(tallyOf(m, ballots.slice(0, 1)));
      expect(() => unpackTally(bytes.subarray(0, -1))).toThrow(RangeError);
      expect(() => unpackTally(Uint8Array.of(...bytes, 0))).toThrow(RangeError);
      expect(() => unpackTally(Uint8Array.of(9, ...bytes))).toThrow(RangeError);
    }),
    runs,
  );
});

test('large and negative counts survive packing', () => {
  const tally = addBallot(emptyTally(2), [[1], [0]], -123_456_789_012);
  expect(unpackTally(packTally(tally))).toEqual(tally);
});

test('a restricted tally is the tally of the restricted ballots', () => {
  const some = profile({ least: 2 }).chain(({ m, ballots }) =>
    fc.record({
      m: fc.constant(m),
      ballots: fc.constant(ballots),
      items: fc.shuffledSubarray(
        Array.from({ length: m }, (_, item) => item),
        { minLength: 1 },
      ),
    }),
  );
  fc.assert(
    fc.property(some, ({ m, ballots, items }) => {
      const short = tallyOf(
        items.length,
        ballots.map((ballot) => restrictRanking(ballot, items)),
      );
      const restricted = restrictTally(tallyOf(m, ballots), items);
      for (const [name, counts] of Object.entries(restricted) as [keyof PairTally, unknown][]) {
        expect(counts, name).toEqual(short[name]);
      }
    }),
    runs,
  );
});

describe('positions', () => {
  test('every ballot gives every item one place in all, when unranked means below', () => {
    fc.assert(
      fc.property(profile(), ({ m, ballots }) => {
        const tally = tallyOf(m, ballots);
        const counts = positionCounts(tally, 'bottom');
        for (let k = 0; k < m; k++) {
          const [row, column] = [counts[k]!, counts.map((places) => places[k]!)];
          expect(row.reduce((a, b) => a + b, 0)).toBeCloseTo(ballots.length, 9);
          expect(column.reduce((a, b) => a + b, 0)).toBeCloseTo(ballots.length, 9);
        }
        positionCounts(tally, 'ignore').forEach((row, i) => {
          expect(row.reduce((a, b) => a + b, 0)).toBeCloseTo(tally.ranked[i]!, 9);
        });
      }),
      runs,
    );
  });

  test('mid-ranks add up to the mid-rank sums', () => {
    fc.assert(
      fc.property(profile(), ({ m, ballots }) => {
        const tally = tallyOf(m, ballots);
        for (let item = 0; item < m; item++) {
          const counts = midRankCounts(tally, item);
          expect(counts.reduce((sum, [, count]) => sum + count, 0)).toBe(ballots.length);
          expect(counts.reduce((sum, [rank, count]) => sum + rank * count, 0)).toBe(
            tally.sum2Midrank[item],
          );
          expect(counts.reduce((sum, [rank, count]) => sum + rank * rank * count, 0)).toBe(
            tally.outer[item * m + item],
          );
        }
      }),
      runs,
    );
  });
});

test('tallies of different numbers of items are not combined', () => {
  expect(() => mergeTallies(emptyTally(2), emptyTally(3))).toThrow(RangeError);
});
