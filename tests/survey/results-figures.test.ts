import fc from 'fast-check';
import { median } from 'simple-statistics';
import { describe, expect, test } from 'vitest';
import { Definition } from '../../src/survey/definition.ts';
import { histogramOf } from '../../src/survey/histogram.ts';
import { quartilesOf } from '../../src/survey/quartiles.ts';
import { gatherRatings, type RatingFigures } from '../../src/survey/rating-results.ts';
import { smallCells } from '../../src/survey/small-cells.ts';
import { shuffledTexts } from '../../src/survey/text-order.ts';
import { wilsonInterval } from '../../src/ranking/wilson.ts';
import { countWriteIns } from '../../src/survey/write-ins.ts';
import { smallDefinition } from '../api/small-study.ts';

const counted = (values: readonly number[]) => {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
};

describe('Wilson’s interval', () => {
  test('has the published ends: 10 of 20, 0 of 10, 81 of 263', () => {
    const rounded = (hits: number, n: number) =>
      wilsonInterval(hits, n)!.map((end) => end.toFixed(4));
    expect(rounded(10, 20)).toEqual(['0.2993', '0.7007']);
    expect(rounded(0, 10)).toEqual(['0.0000', '0.2775']);
    // Newcombe 1998, Stat. Med. 17, 857–872, method 3.
    expect(rounded(81, 263)).toEqual(['0.2553', '0.3662']);
  });

  test('holds the share, stays within 0 and 1, and mirrors the share of the others', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.nat(1e6), (n, any) => {
        const hits = any % (n + 1);
        const [low, high] = wilsonInterval(hits, n)!;
        const [mirroredLow, mirroredHigh] = wilsonInterval(n - hits, n)!;
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(hits / n);
        expect(high).toBeGreaterThanOrEqual(hits / n);
        expect(low).toBeCloseTo(1 - mirroredHigh, 12);
        expect(high).toBeCloseTo(1 - mirroredLow, 12);
      }),
    );
  });

  test('is undefined without answers', () => {
    expect(wilsonInterval(0, 0)).toBeNull();
  });
});

describe('quartiles', () => {
  test('are those of R, quantile(type = 2)', () => {
    const of = (values: number[]) => {
      const { median: middle, quartiles } = quartilesOf(counted(values));
      return [quartiles![0], middle, quartiles![1]];
    };
    expect(of([1, 2, 3, 4])).toEqual([1.5, 2.5, 3.5]);
    expect(of([1, 2, 3, 4, 5])).toEqual([2, 3, 4]);
    expect(of([0, 1])).toEqual([0, 0.5, 1]);
  });

  test('leave a quarter below and a quarter above, with the median of simple-statistics', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1 }), (values) => {
        const { median: middle, quartiles } = quartilesOf(counted(values));
        expect(middle).toBe(median(values));
        const [low, high] = quartiles!;
        const share = (isMeant: (value: number) => boolean) =>
          values.filter(isMeant).length / values.length;
        expect(share((value) => value <= low)).toBeGreaterThanOrEqual(0.25);
        expect(share((value) => value >= low)).toBeGreaterThanOrEqual(0.75);
        expect(share((value) => value <= high)).toBeGreaterThanOrEqual(0.75);
        expect(share((value) => value >= high)).toBeGreaterThanOrEqual(0.25);
      }),
    );
  });

  test('name both categories when an even number of answers splits between them', () => {
    const split = quartilesOf(counted([8, 40, 75, 150]));
    expect(split).toMatchObject({ median: 57.5, medianBetween: [40, 75] });
    expect(quartilesOf(counted([8, 40, 75])).medianBetween).toEqual([40, 40]);
  });

  test('are undefined without answers', () => {
    const none = { median: null, medianBetween: null, quartiles: null };
    expect(quartilesOf(new Map())).toEqual(none);
    expect(quartilesOf(new Map([[3, 0]]))).toEqual(none);
  });
});

describe('a histogram', () => {
  test('holds every answer once, in bars without gap or overlap', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(10_000_000), { minLength: 1 }), (values) => {
        const bins = histogramOf(counted(values));
        expect(bins.reduce((sum, { n }) => sum + n, 0)).toBe(values.length);
        expect(bins.length).toBeLessThanOrEqual(13);
        for (const [index, { from, to }] of bins.entries()) {
          if (from !== to && index > 0) expect(from).toBeCloseTo(bins[index - 1]!.to, 6);
        }
      }),
    );
  });
});

describe('the interval of a mean rating', () => {
  const definition = Definition.parse(smallDefinition);
  const skills = definition.questions.find(({ id }) => id === 'skills')!;
  const intervalOf = (ratings: readonly number[]) => {
    const gathering = gatherRatings(definition, skills, 'en');
    for (const law of ratings) gathering.add({ law });
    return (gathering.figures() as RatingFigures).rows[0]!.interval;
  };

  test('is Student’s t, as five people are too few for the normal distribution', () => {
    const [low, high] = intervalOf([1, 2, 2, 2, 3])!;
    // R: t.test(c(1, 2, 2, 2, 3))
    expect(low).toBeCloseTo(1.122011, 6);
    expect(high).toBeCloseTo(2.877989, 6);
  });

  test('stays within the scale, and needs two ratings', () => {
    expect(intervalOf([3, 3, 3, 3, 2])![1]).toBe(3);
    expect(intervalOf([3, 3])).toEqual([3, 3]);
    expect(intervalOf([3])).toBeNull();
    expect(intervalOf([])).toBeNull();
  });
});

describe('held back groups', () => {
  test('are the small ones, and the next smallest beside a single one', () => {
    const few = 'too-few';
    const along = 'by-subtraction';
    expect(smallCells([40, 17, 3], 5)).toEqual([undefined, along, few]);
    expect(smallCells([40, 17], 5)).toEqual([undefined, undefined]);
    expect(smallCells([40, 4, 1], 5)).toEqual([undefined, few, few]);
    expect(smallCells([40, 2, 1, 9], 5)).toEqual([undefined, few, few, along]);
    expect(smallCells([3], 5)).toEqual([few]);
    expect(smallCells([40, 0, 3], 5)).toEqual([along, undefined, few]);
  });
});

describe('texts', () => {
  test('stand in the same order whoever wrote first', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (texts) => {
        const reversed = shuffledTexts(texts.toReversed(), 'q');
        expect(shuffledTexts(texts, 'q')).toEqual(reversed);
        expect(reversed.toSorted()).toEqual(texts.toSorted());
      }),
    );
  });

  test('are not in the order of the alphabet', () => {
    const texts = Array.from({ length: 20 }, (_, index) => `answer ${index + 10}`);
    expect(shuffledTexts(texts, 'q')).not.toEqual(texts);
  });

  test('count as one write-in when they differ only in case and space', () => {
    const counts = countWriteIns();
    for (const text of [' gis', 'GIS', 'cyber  security', 'GIS ', '']) counts.add(text);
    expect(counts.list()).toEqual([
      { text: 'GIS', n: 3 },
      { text: 'cyber security', n: 1 },
    ]);
  });
});
