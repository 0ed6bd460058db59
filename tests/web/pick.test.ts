import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { most, moved, orderOf, pick, rankingOf, toGo } from '../../web/participant/pick.ts';

const options = ['law', 'data', 'energy', 'mobility'].map((id) => ({ id, label: id }));
const question = { options, min: 2, max: 3 };

describe('picking', () => {
  test('gives the next number, and takes it back when picked again', () => {
    expect(pick(question, ['law'], 'data')).toEqual(['law', 'data']);
    expect(pick(question, ['law', 'data'], 'law')).toEqual(['data']);
  });

  test('is refused when no number is left', () => {
    expect(pick(question, ['law', 'data', 'energy'], 'mobility')).toBeNull();
  });

  test('places the last of a complete ranking by itself, but takes it back without a fight', () => {
    const complete = { options, complete: true as const };
    const all = ['law', 'data', 'energy', 'mobility'];
    expect(pick(complete, ['law', 'data'], 'energy')).toEqual(all);
    expect(pick(complete, all, 'energy')).toEqual(['law', 'data', 'mobility']);
  });

  test('twice the same leaves the others in their order', () => {
    const items = fc.uniqueArray(fc.constantFrom('law', 'data', 'energy', 'mobility'), {
      maxLength: 3,
    });
    fc.assert(
      fc.property(items, fc.constantFrom('law', 'data', 'energy', 'mobility'), (order, key) => {
        const once = pick({ options }, order, key)!;
        const twice = pick({ options }, once, key)!;
        expect(twice.filter((other) => other !== key)).toEqual(
          order.filter((other) => other !== key),
        );
      }),
    );
  });
});

test('counts what is still to be ranked', () => {
  expect(toGo(question, [])).toBe(2);
  expect(toGo(question, ['law', 'data', 'energy'])).toBe(0);
  expect(toGo({ options, complete: true }, ['law', '+own'])).toBe(3);
  expect(toGo({ options }, [])).toBe(1);
});

test('write-ins make room for themselves unless the study sets a limit', () => {
  expect(most({ options, writeIns: 2 })).toBe(6);
  expect(most({ options, writeIns: 2, max: 3 })).toBe(3);
});

test('an answer and its order are two forms of one thing', () => {
  const answer = [['law'], [{ writeIn: 'Drones' }], ['data']];
  expect(orderOf(answer)).toEqual(['law', '+Drones', 'data']);
  expect(rankingOf(orderOf(answer))).toEqual(answer);
  expect(orderOf('no-opinion')).toEqual([]);
  expect(rankingOf([])).toBeUndefined();
});

test('moving keeps everything else in its order', () => {
  expect(moved(['a', 'b', 'c', 'd'], 'd', 1)).toEqual(['a', 'd', 'b', 'c']);
  expect(moved(['a', 'b', 'c', 'd'], 'a', 3)).toEqual(['b', 'c', 'd', 'a']);
});
