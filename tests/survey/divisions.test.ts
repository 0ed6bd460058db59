import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../src/ranking/random.ts';
import type { Ranking } from '../../src/ranking/ranking.ts';
import { tallyOf } from '../../src/ranking/tally.ts';
import { divisionOf, testableGroups } from '../../src/survey/divisions.ts';
import type { Slice } from '../../src/survey/results-document.ts';

const items = ['a', 'b', 'c', 'd'].map((id) => ({ id, name: id.toUpperCase() }));

function ranked(ballots: readonly Ranking[]) {
  return { n: ballots.length, items, ranking: tallyOf(items.length, ballots) };
}

const repeated = (ballot: Ranking, times: number) => Array.from({ length: times }, () => ballot);

describe('what divides groups', () => {
  test('names the item that divides, the groups at both ends, and equals R’s kruskal.test', () => {
    const [up, down]: Ranking[] = [
      [[0], [1], [2], [3]],
      [[3], [1], [2], [0]],
    ];
    const found = divisionOf(
      [
        ranked([...repeated(up!, 15), ...repeated(down!, 5)]),
        ranked([...repeated(up!, 5), ...repeated(down!, 15)]),
        ranked([...repeated(up!, 9), ...repeated(down!, 11)]),
      ],
      false,
    );
    // kruskal.test(list(c(rep(1,15),rep(4,5)), c(rep(1,5),rep(4,15)), c(rep(1,9),rep(4,11))))
    expect(found!.items[0]).toMatchObject({ id: 'a', high: 0, low: 1, values: [1.75, 3.25, 2.65] });
    expect(found!.items[0]!.pValue).toBeCloseTo(0.00682089773954763, 9);
    expect(found!.pValue).toBeCloseTo(2 * 0.00682089773954763, 9);
    expect(found!.items.map(({ id }) => id)).toEqual(['a', 'd']);
  });

  test('claims no more than one difference in twenty where there is none, in groups of five too', () => {
    const random = seededRandom(11);
    const ballot = (): Ranking => {
      const worth = items.map(
        (_, item) => [Math.log(random()) / Math.exp(-item / 3), item] as const,
      );
      return worth.toSorted(([x], [y]) => y - x).map(([, item]) => [item]);
    };
    let claimed = 0;
    const rounds = 300;
    for (let round = 0; round < rounds; round++) {
      const groups = [5, 5, 6, 8, 10, 13, 20, 30].map((n) =>
        ranked(Array.from({ length: n }, ballot)),
      );
      if (divisionOf(groups, false)!.pValue <= 0.05) claimed++;
    }
    expect(claimed / rounds).toBeLessThan(0.075);
  });

  test('is not looked for in one group, in fewer than 15 answers, or where nothing varies', () => {
    const same = repeated([[0], [1]], 20);
    expect(divisionOf([ranked(same)], false)).toBeNull();
    expect(divisionOf([ranked(same.slice(0, 7)), ranked(same.slice(0, 7))], false)).toBeNull();
    expect(divisionOf([ranked(same), ranked(same)], false)).toBeNull();
    expect(divisionOf([], false)).toBeNull();
  });

  test('leaves out everyone, those who did not say, and groups that are held back', () => {
    const slice = (key: string, extra: object = {}) =>
      ({
        key,
        label: key,
        n: 9,
        leftOut: {},
        counts: [],
        writeIns: [],
        ...extra,
      }) as unknown as Slice;
    const slices = [
      slice('all'),
      slice('role:x'),
      slice('role:y', { suppressed: 'too-few', n: null }),
      slice('role:z'),
      slice('role:'),
    ];
    expect(testableGroups(slices).map(({ key }) => key)).toEqual(['role:x', 'role:z']);
  });
});
