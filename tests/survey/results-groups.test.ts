import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meanRankErrors } from '../../src/ranking/rank-covariance.ts';
import type { Ranking } from '../../src/ranking/ranking.ts';
import { tallyOf } from '../../src/ranking/tally.ts';
import { type RankedGroup, surestDifference } from '../../src/survey/group-differences.ts';

/** A group whose `firsts` ballots are 0 1 2 and whose `lasts` ballots are 2 1 0. */
function group(firsts: number, lasts: number): RankedGroup {
  const up: Ranking = [[0], [1], [2]];
  const down: Ranking = [[2], [1], [0]];
  const n = firsts + lasts;
  const tally = tallyOf(
    3,
    Array.from({ length: n }, (_, k) => (k < firsts ? up : down)),
  );
  const meanRank = Array.from(tally.sum2Midrank, (sum) => sum / (2 * n));
  return { n, meanRank, meanRankError: meanRankErrors(tally) };
}

describe('a difference between groups', () => {
  test('equals Welch’s t test, Holm-corrected over items and pairs', () => {
    // t = -3.559026 with 38 degrees of freedom; both tails by numerical integration of the density.
    const found = surestDifference([group(15, 5), group(5, 15)]);
    expect(found).toMatchObject({ item: 0, higher: 0, lower: 1 });
    expect(found!.pValue).toBeCloseTo(3 * 0.00101913273, 10);
  });

  test('is not claimed of equal groups, nor of two people', () => {
    expect(surestDifference([group(10, 10), group(10, 10)])).toBeNull();
    expect(surestDifference([group(1, 1), group(1, 1)])).toBeNull();
    expect(surestDifference([group(10, 10)])).toBeNull();
    expect(surestDifference([])).toBeNull();
  });

  test('stays the same when the groups change places', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.nat(20), fc.nat(20), fc.nat(20), (a, b, c, d) => {
        const one = group(a + 1, b + 1);
        const two = group(c + 1, d + 1);
        const there = surestDifference([one, two]);
        const back = surestDifference([two, one]);
        expect(back?.pValue).toBe(there?.pValue);
        expect(back?.higher).toBe(there?.lower);
      }),
    );
  });

  test('is not looked for where mean ranks are not defined', () => {
    const ignoring = { n: 30, meanRank: [1, 2, 3], meanRankError: null };
    expect(surestDifference([ignoring, ignoring])).toBeNull();
  });
});
