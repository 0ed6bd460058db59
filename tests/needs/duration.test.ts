import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { durationLimit, durationVariants, weeklyLoad } from '../../src/needs/duration.ts';
import { ordinalByGroup, ordinalSummary } from '../../src/needs/ordinal.ts';
import { trainingVerdict } from '../../src/needs/training-verdict.ts';

const durations = [
  { id: '1-day', value: 8 },
  { id: '2-3-days', value: 20 },
  { id: '1-week', value: 40 },
  { id: '75-hours', value: 75 },
  { id: '150-hours', value: 150 },
];
const counts = fc
  .array(fc.nat({ max: 30 }), { minLength: 5, maxLength: 5 })
  .map((list) => Object.fromEntries(durations.map(({ id }, index) => [id, list[index]!])));

describe('ordinal answers', () => {
  test('the median is the middle answer of the sorted list, or both middle ones', () => {
    fc.assert(
      fc.property(counts, (given) => {
        const sorted = durations.flatMap(({ id, value }) =>
          Array.from({ length: given[id]! }, () => value),
        );
        const { n, median } = ordinalSummary(durations, given);
        expect(n).toBe(sorted.length);
        if (n === 0) expect(median).toBeNull();
        else {
          expect(median!.values).toEqual([sorted[Math.ceil(n / 2) - 1], sorted[Math.floor(n / 2)]]);
        }
      }),
    );
  });

  test('quartiles, median and its interval are in order', () => {
    fc.assert(
      fc.property(counts, (given) => {
        const all = ordinalSummary(durations, given);
        if (all.n === 0) return;
        const line = [
          ...all.lowerQuartile!.values,
          ...all.median!.values,
          ...all.upperQuartile!.values,
        ];
        expect(line).toEqual(line.toSorted((a, b) => a - b));
        if (all.n < 6) expect(all.medianInterval).toBeNull();
        else {
          expect(all.medianInterval!.values[0]).toBeLessThanOrEqual(all.median!.values[0]);
          expect(all.medianInterval!.values[1]).toBeGreaterThanOrEqual(all.median!.values[1]);
        }
      }),
    );
  });

  test('an even split lies between two categories and is not passed off as one', () => {
    const split = ordinalSummary(durations, { '1-day': 2, '75-hours': 2 });
    expect(split.median).toEqual({ categories: ['1-day', '75-hours'], values: [8, 75] });
    expect(durationLimit(split)).toBe(8);
    expect(durationLimit(split, 'upper')).toBe(75);
    expect(durationLimit(split, 'middle')).toBe(41.5);
  });

  test('the interval of the median of 20 answers runs from the 6th to the 15th', () => {
    const interval = (n: number) => {
      const categories = Array.from({ length: n }, (_, k) => ({ id: `${k + 1}`, value: k + 1 }));
      const once = Object.fromEntries(categories.map(({ id }) => [id, 1]));
      return ordinalSummary(categories, once).medianInterval!.values;
    };
    expect(interval(20)).toEqual([6, 15]);
    expect(interval(11)).toEqual([2, 10]);
    expect(interval(6)).toEqual([1, 6]);
  });

  test('all groups together are everyone', () => {
    fc.assert(
      fc.property(counts, counts, (city, town) => {
        const sum = Object.fromEntries(durations.map(({ id }) => [id, city[id]! + town[id]!]));
        const { all, groups } = ordinalByGroup(durations, { city, town });
        expect(all).toEqual(ordinalSummary(durations, sum));
        expect(groups).toEqual({
          city: ordinalSummary(durations, city),
          town: ordinalSummary(durations, town),
        });
      }),
    );
  });

  test('the order in which categories are listed does not matter, unknown ones are refused', () => {
    const given = { '1-day': 3, '1-week': 5, '150-hours': 4 };
    expect(ordinalSummary(durations.toReversed(), given)).toEqual(ordinalSummary(durations, given));
    expect(() => ordinalSummary(durations, { '1-year': 1 })).toThrow(RangeError);
    expect(() => ordinalSummary(durations, { '1-day': -1 })).toThrow(RangeError);
  });

  test('nobody answered: nothing is claimed', () => {
    const none = ordinalSummary(durations, {});
    expect(none).toMatchObject({ n: 0, median: null, medianInterval: null });
    expect(durationLimit(none)).toBeNull();
    expect(durationVariants(none)).toBeNull();
  });

  test('the variants are the quartiles around the median', () => {
    const given = { '1-day': 10, '2-3-days': 10, '1-week': 10, '75-hours': 10, '150-hours': 1 };
    expect(durationVariants(ordinalSummary(durations, given))).toEqual({
      short: 20,
      standard: 40,
      long: 75,
    });
  });
});

describe('hours in a calendar', () => {
  test('the weeks that are needed are enough, and one fewer is not', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 750 }),
        fc.integer({ min: 1, max: 52 }),
        fc.integer({ min: 1, max: 40 }),
        (hours, weeks, limit) => {
          const load = weeklyLoad(hours, weeks, limit)!;
          expect(load.feasible).toBe(weeks >= load.weeksNeeded);
          expect(weeklyLoad(hours, load.weeksNeeded, limit)!.feasible).toBe(true);
        },
      ),
    );
    expect(weeklyLoad(75, 0)).toBeNull();
  });
});

describe('whether training is the answer', () => {
  const verdict = (necessary: number, existingEnough: number, otherCause: number) =>
    trainingVerdict({ necessary, existingEnough, otherCause, dontKnow: 9 });

  test('a majority needs its whole interval on one side of a half', () => {
    expect(verdict(83, 7, 6).verdict).toBe('training-needed');
    expect(verdict(3, 0, 0).verdict).toBe('undecided');
    expect(verdict(51, 49, 0).verdict).toBe('undecided');
    expect(verdict(10, 5, 40).verdict).toBe('not-a-training-problem');
    expect(verdict(10, 40, 5).verdict).toBe('existing-training-is-enough');
    expect(verdict(10, 20, 22).verdict).toBe('no-new-training');
    expect(verdict(0, 0, 0)).toMatchObject({ verdict: 'no-answers', warning: false });
  });

  test('a notable minority for other causes is a warning even when training is needed', () => {
    const many = verdict(75, 5, 20);
    expect(many).toMatchObject({ verdict: 'training-needed', warning: true });
    expect(many.otherCause).toMatchObject({ count: 20, n: 100, share: 0.2 });
    expect(verdict(9, 0, 1).warning).toBe(false);
  });

  test('those who do not know leave the base', () => {
    const { necessary, dontKnow } = verdict(30, 5, 5);
    expect(necessary).toMatchObject({ n: 40, share: 0.75 });
    expect(dontKnow).toBe(9);
  });
});
