import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import fc from 'fast-check';
import { sampleStandardDeviation } from 'simple-statistics';
import { describe, expect, test } from 'vitest';

import { gapOrder } from '../../src/needs/gap-order.ts';
import {
  addRatings,
  emptyGapTally,
  mergeGapTallies,
  subtractGapTallies,
} from '../../src/needs/gap-tally.ts';
import type { Ratings } from '../../src/needs/gap-tally.ts';
import { gapsOf } from '../../src/needs/gaps.ts';
import { quadrantsOf } from '../../src/needs/quadrant.ts';
import { rankGap } from '../../src/needs/rank-gap.ts';
import { remediesOf } from '../../src/needs/remedy.ts';
import { signedRank } from '../../src/needs/signed-rank.ts';
import { fixture, tallyRatings } from './fixtures.ts';

interface Golden {
  importance: (number | null)[][];
  ability: (number | null)[][];
  crosshair: { importance: number; ability: number };
  results: Record<string, number | string>[];
}
interface Fixtures {
  'gap-5x3': {
    importance: number[][];
    level: number[][];
    meanImportance: number[];
    meanLevel: number[];
    mwds: number[];
    rdm: { NR: number[]; PR: number[]; TR: number[]; score: number[] };
  };
}

const golden = fixture<Golden>('golden/tna-example.json');
const small = fixture<Fixtures>('statistics-fixtures.json')['gap-5x3'];

const rating = fc.option(fc.integer({ min: 1, max: 5 }), { nil: null });
const answers = fc.integer({ min: 1, max: 4 }).chain((items) => {
  const row = fc.array(rating, { minLength: items, maxLength: items });
  return fc.array(fc.tuple(row, row), { minLength: 1, maxLength: 40 });
});
const tallyAnswers = (rows: (readonly [Ratings, Ratings])[], items = rows[0]![0].length) =>
  tallyRatings(
    rows.map(([importance]) => importance),
    rows.map(([, level]) => level),
    items,
  );

function close(actual: number | null | undefined, expected: unknown, relative = 1e-12): void {
  expect(typeof actual).toBe('number');
  expect(Math.abs(actual! - (expected as number))).toBeLessThanOrEqual(
    relative * Math.max(1e-12, Math.abs(expected as number)),
  );
}

describe('gaps of 40 respondents and 8 items, with gaps in the answers, as other tools compute them', () => {
  const gaps = gapsOf(tallyRatings(golden.importance, golden.ability));

  test.each(golden.results.map((expected, item) => [expected.item, expected, item] as const))(
    '%s',
    (_, expected, item) => {
      const gap = gaps[item]!;
      expect(gap.n).toBe(expected.n_pairs);
      close(gap.meanImportance, expected.mean_importance_paired);
      close(gap.meanImportanceAll, expected.mean_importance_all);
      close(gap.meanLevel, expected.mean_ability_paired);
      close(gap.meanGap, expected.mean_gap, 1e-11);
      close(gap.mwds, expected.mwds, 1e-11);
      close(gap.mwdsAll, expected.mwds_mean_importance_all, 1e-11);
      close(100 * gap.below.share!, expected.NR_pct);
      close(100 * gap.above.share!, expected.PR_pct);
      close(100 * gap.equal.share!, expected.TR_pct);
      close(gap.rds, expected.rds);
      expect(gap.signedRank?.statistic).toBe(expected.wilcoxon_W_min);
      expect(gap.signedRank?.method).toBe('normal');
      close(gap.signedRank?.pValue, expected.wilcoxon_p_two_sided_normal_nocc, 1e-6);
    },
  );

  test.each([
    ['mwds', 'rank_mwds'],
    ['rds', 'rank_rds'],
    ['meanGap', 'rank_mean_gap'],
  ] as const)('the order of need by %s is theirs', (measure, rank) => {
    const byRank = golden.results.map((result, item) => ({ item, rank: Number(result[rank]) }));
    const expected = byRank.toSorted((a, b) => a.rank - b.rank).map(({ item }) => [item]);
    expect(gapOrder(gaps, measure)).toEqual({ order: expected, unknown: [] });
  });

  test('crosshair and quadrants are theirs', () => {
    const chart = quadrantsOf(tallyRatings(golden.importance, golden.ability), 'grand-means');
    close(chart.crosshair?.importance, golden.crosshair.importance);
    close(chart.crosshair?.level, golden.crosshair.ability);
    expect(chart.points.map(({ quadrant }) => quadrant)).toEqual(
      golden.results.map(({ ipa_quadrant_grand_mean: name }) => String(name).replace(' ', '-')),
    );
  });

  test('Holm corrects over all eight items and never makes a test more certain', () => {
    const tests = gaps.map(({ signedRank: own }) => own!);
    const smallest = tests.toSorted((a, b) => a.pValue - b.pValue)[0]!;
    close(smallest.adjustedP, 8 * smallest.pValue);
    for (const { pValue, adjustedP } of tests) expect(adjustedP).toBeGreaterThanOrEqual(pValue);
  });
});

test('the worked case of five respondents and three items', () => {
  const gaps = gapsOf(tallyRatings(small.importance, small.level));
  gaps.forEach((gap, item) => {
    close(gap.meanImportance, small.meanImportance[item]);
    close(gap.meanLevel, small.meanLevel[item]);
    close(gap.mwds, small.mwds[item], 1e-11);
    close(gap.rds, small.rdm.score[item]);
    close(100 * gap.below.share!, small.rdm.NR[item]);
    close(100 * gap.above.share!, small.rdm.PR[item]);
    close(100 * gap.equal.share!, small.rdm.TR[item]);
  });
});

describe('laws of gaps', () => {
  test('counts say all that the raw answers say: n, means, Borich and discrepancy scores', () => {
    fc.assert(
      fc.property(answers, (rows) => {
        gapsOf(tallyAnswers(rows)).forEach((gap, item) => {
          const pairs = rows
            .map(([importance, level]) => [importance[item], level[item]] as const)
            .filter((pair): pair is [number, number] => pair[0] !== null && pair[1] !== null);
          expect(gap.n).toBe(pairs.length);
          if (pairs.length === 0) return;
          const mean = pairs.reduce((sum, [i]) => sum + i, 0) / pairs.length;
          const weighted = pairs.map(([i, l]) => (i - l) * mean);
          expect(gap.mwds).toBeCloseTo(weighted.reduce((a, b) => a + b, 0) / pairs.length, 10);
          const score = pairs.reduce((sum, [i, l]) => sum + Math.sign(l - i), 0);
          expect(gap.rds).toBeCloseTo((100 * score) / pairs.length, 10);
          expect(gap.below.count).toBe(pairs.filter(([i, l]) => l < i).length);
          const first = signedRankOfList(pairs.map(([i, l]) => i - l));
          expect(gap.signedRank?.statistic).toBeCloseTo(first, 10);
        });
      }),
      { numRuns: 500 },
    );
  });

  test('the mean weighted discrepancy is mean importance times mean gap', () => {
    fc.assert(
      fc.property(answers, (rows) => {
        for (const { mwds, meanImportance, meanLevel } of gapsOf(tallyAnswers(rows))) {
          if (mwds === null) expect(meanImportance).toBeNull();
          else expect(mwds).toBeCloseTo(meanImportance! * (meanImportance! - meanLevel!), 10);
        }
      }),
    );
  });

  test('tallies of two groups add up to the tally of both, and taking one away leaves the other', () => {
    fc.assert(
      fc.property(answers, fc.nat(), (rows, cut) => {
        const at = cut % (rows.length + 1);
        const items = rows[0]![0].length;
        const first = tallyAnswers(rows.slice(0, at), items);
        const second = tallyAnswers(rows.slice(at), items);
        const both = tallyAnswers(rows);
        expect(mergeGapTallies(first, second)).toEqual(both);
        expect(subtractGapTallies(both, second)).toEqual(first);
      }),
    );
  });

  test('shares of below, equal and above make everyone, and scores stay in their ranges', () => {
    fc.assert(
      fc.property(answers, (rows) => {
        for (const gap of gapsOf(tallyAnswers(rows))) {
          expect(gap.below.count + gap.equal.count + gap.above.count).toBe(gap.n);
          if (gap.n === 0) continue;
          expect(Math.abs(gap.rds!)).toBeLessThanOrEqual(100);
          expect(Math.abs(gap.mwds!)).toBeLessThanOrEqual(20);
          const { pValue } = gap.signedRank!;
          expect(pValue).toBeGreaterThan(0);
          expect(pValue).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test('swapping importance and level turns the discrepancy score around and keeps the p-value', () => {
    fc.assert(
      fc.property(answers, (rows) => {
        const there = gapsOf(tallyAnswers(rows));
        const back = gapsOf(tallyAnswers(rows.map(([a, b]) => [b, a] as const)));
        there.forEach((gap, item) => {
          expect(back[item]!.rds === null ? null : -back[item]!.rds + 0).toBe(
            gap.rds === null ? null : gap.rds + 0,
          );
          expect(back[item]!.signedRank?.pValue).toBe(gap.signedRank?.pValue);
        });
      }),
    );
  });

  test('an item without a pair has no figures and takes no part in the correction', () => {
    const [rated, unrated] = gapsOf(tallyRatings([[5, 4]], [[2, null]]));
    expect(unrated).toMatchObject({ n: 0, mwds: null, rds: null, meanGap: null, signedRank: null });
    expect(unrated!.meanImportanceAll).toBe(4);
    expect(rated!.signedRank).toMatchObject({ pValue: 1, adjustedP: 1 });
    expect(gapOrder([rated!, unrated!])).toEqual({ order: [[0]], unknown: [1] });
  });

  test('a rating that is no point of the scale is refused, not rounded', () => {
    expect(() => addRatings(emptyGapTally(1, [1, 2, 3]), [4], [1])).toThrow(RangeError);
    expect(() => emptyGapTally(1, [3, 2])).toThrow(RangeError);
    expect(() => mergeGapTallies(emptyGapTally(1, [1, 2]), emptyGapTally(2, [1, 2]))).toThrow(
      RangeError,
    );
  });

  test('the Borich interval is that of the mean influence of single respondents', () => {
    fc.assert(
      fc.property(answers, (rows) => {
        const [gap] = gapsOf(tallyAnswers(rows));
        const pairs = rows
          .map(([importance, level]) => [importance[0]!, level[0]!] as const)
          .filter(([i, l]) => i !== null && l !== null);
        if (pairs.length < 2) {
          expect(gap!.mwdsInterval).toBeNull();
          return;
        }
        const [mI, mL] = [gap!.meanImportance!, gap!.meanLevel!];
        const influence = pairs.map(([i, l]) => (2 * mI - mL) * i - mI * l);
        const [low, high] = gap!.mwdsInterval!;
        const error = sampleStandardDeviation(influence) / Math.sqrt(pairs.length);
        expect((low + high) / 2).toBeCloseTo(gap!.mwds!, 9);
        expect((high - low) / 2).toBeCloseTo(tQuantile(0.975, pairs.length - 1) * error, 7);
      }),
    );
  });

  test('the Borich interval covers the true score in 92 to 98 of 100 samples', () => {
    let seed = 1;
    const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
    const draw = () => {
      const importance = random() < 0.6 ? 5 : 3;
      return [[importance], [random() < 0.5 ? importance - 2 : importance]] as const;
    };
    let covered = 0;
    for (let sample = 0; sample < 1000; sample++) {
      const [low, high] = gapsOf(tallyAnswers(Array.from({ length: 40 }, draw)))[0]!.mwdsInterval!;
      if (low <= 4.2 && 4.2 <= high) covered++;
    }
    expect(covered).toBeGreaterThan(920);
    expect(covered).toBeLessThan(980);
  });
});

describe('the signed-rank test', () => {
  test('below 15 differences the p-value is the share of sign patterns that are as extreme', () => {
    const differences = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(differences, (list) => {
        const found = signedRank(countsOf(list))!;
        expect(found.method).toBe('exact');
        const sizes = list.filter((value) => value !== 0).map(Math.abs);
        let extreme = 0;
        for (let signs = 0; signs < 2 ** sizes.length; signs++) {
          const pattern = sizes.map((size, k) => ((signs >> k) & 1 ? size : -size));
          if (signedRankOfList(pattern) <= found.statistic) extreme++;
        }
        expect(found.pValue).toBeCloseTo(extreme / 2 ** sizes.length, 12);
      }),
    );
  });

  test('exact and normal p-values of the same differences meet near the change-over', () => {
    const list = [1, 2, -3, 4, 5, -6, 7, 8, 9, -10, 11, 12, 13, 14];
    const exact = signedRank(countsOf(list))!;
    const normal = signedRank(countsOf([...list, 15]))!;
    expect([exact.method, normal.method]).toEqual(['exact', 'normal']);
    // scipy.stats.wilcoxon: statistic 19, exact p
    expect(exact.pValue).toBeCloseTo(0.03527832031, 10);
    expect(Math.abs(exact.pValue - normal.pValue)).toBeLessThan(0.02);
  });

  test('differences that are all zero are no evidence, and no pairs are no test', () => {
    expect(signedRank(new Map([[0, 12]]))).toMatchObject({ n: 0, statistic: 0, pValue: 1 });
    expect(signedRank(new Map())).toBeNull();
  });
});

describe('the importance–level chart', () => {
  test('intervals are Student’s t on each axis', () => {
    const { points } = quadrantsOf(tallyRatings(small.importance, small.level), 'midpoint');
    points.forEach((point, item) => {
      const half = (rows: number[][]) =>
        (tQuantile(0.975, 4) * sampleStandardDeviation(rows.map((row) => row[item]!))) /
        Math.sqrt(5);
      expect(point.importanceInterval![1] - point.importance!).toBeCloseTo(half(small.importance));
      expect(point.level! - point.levelInterval![0]).toBeCloseTo(half(small.level), 10);
    });
  });

  test('an interval that reaches over a line is borderline there, and only there', () => {
    const rows = Array.from({ length: 20 }, (_, k) => [5, k % 2 ? 3 : 2] as const);
    const tally = tallyRatings(
      rows.map(([importance, level]) => [importance, 3, level]),
      rows.map(([, level]) => [level, 3, level]),
    );
    const { points, crosshair } = quadrantsOf(tally, 'midpoint');
    expect(crosshair).toEqual({ importance: 3, level: 3 });
    expect(points[0]).toMatchObject({
      quadrant: 'concentrate-here',
      borderline: { importance: false, level: false },
    });
    expect(points[1]).toMatchObject({
      quadrant: 'keep-up',
      borderline: { importance: true, level: true },
    });
    const own = quadrantsOf(tally, { importance: 2.6, level: 1.5 }).points[2]!;
    expect(own).toMatchObject({
      quadrant: 'possible-overkill',
      borderline: { importance: true, level: false },
    });
  });

  test('one respondent puts every item on the border, none gives no chart', () => {
    const one = quadrantsOf(tallyRatings([[5]], [[1]]), 'midpoint').points[0]!;
    expect(one).toMatchObject({
      quadrant: 'concentrate-here',
      importanceInterval: null,
      borderline: { importance: true, level: true },
    });
    const none = quadrantsOf(emptyGapTally(2, [1, 2, 3]), 'grand-means');
    expect(none.crosshair).toBeNull();
    expect(none.points[0]).toMatchObject({ quadrant: null, importance: null });
  });
});

describe('what would close a gap', () => {
  test('the clearly higher rating names the remedy, close ones leave it open', () => {
    const training = Array.from({ length: 20 }, (_, k) => [5, 2, 3 + (k % 2)]);
    const organisation = Array.from({ length: 20 }, (_, k) => [2, 5, 4 - (k % 2)]);
    const remedies = remediesOf(tallyRatings(training, organisation));
    expect(remedies.map(({ remedy }) => remedy)).toEqual(['training', 'organisation', 'undecided']);
  });
});

describe('a gap from ranks', () => {
  test('first place and no mastery is 1, last place or full mastery is 0', () => {
    const at = (meanRank: number, level: number) =>
      rankGap({ meanRank, items: 5, level, lowest: 1, highest: 5 });
    expect(at(1, 1)).toBe(1);
    expect(at(5, 1)).toBe(0);
    expect(at(1, 5)).toBe(0);
    expect(rankGap({ meanRank: 2, items: 5, level: 2, highest: 5 })).toBeCloseTo(0.45, 12);
    expect(rankGap({ meanRank: null, items: 5, level: 2, highest: 5 })).toBeNull();
    expect(rankGap({ meanRank: 1, items: 1, level: 2, highest: 5 })).toBeNull();
  });
});

function countsOf(list: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const value of list) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** The smaller rank sum, straight from the definition. */
function signedRankOfList(list: readonly number[]): number {
  const kept = list.filter((value) => value !== 0);
  const rank = (size: number) =>
    kept.filter((value) => Math.abs(value) < size).length +
    (kept.filter((value) => Math.abs(value) === size).length + 1) / 2;
  const sum = (sign: number) =>
    kept
      .filter((value) => Math.sign(value) === sign)
      .reduce((total, value) => total + rank(Math.abs(value)), 0);
  return Math.min(sum(1), sum(-1));
}
