import { expect, test } from 'vitest';

import { polarisedItems } from '../../src/ranking/polarisation.ts';
import { tallyOf } from '../../src/ranking/tally.ts';

const order = (text: string): number[][] => [...text].map((letter) => ['ABCDEF'.indexOf(letter)]);

test('an item is polarised when a third of the people put it in the top third and a third in the bottom third', () => {
  const ballots = ['ABCDEF', 'BACDEF', 'BCDEFA', 'CBDEFA', 'BCADEF', 'BCDAEF'].map(order);
  expect(polarisedItems(tallyOf(6, ballots), 'bottom')).toEqual([
    { item: 0, topShare: 2 / 6, bottomShare: 2 / 6 },
  ]);
  const one = [...ballots, order('BCADEF')];
  expect(polarisedItems(tallyOf(6, one), 'bottom')).toEqual([]);
});

test('only places next to the ends count, and only for three items or more', () => {
  const inner = ['BCADEF', 'BCDAEF'].map(order);
  expect(polarisedItems(tallyOf(6, inner), 'bottom').map(({ item }) => item)).not.toContain(0);
  expect(
    polarisedItems(
      tallyOf(2, [
        [[0], [1]],
        [[1], [0]],
      ]),
      'bottom',
    ),
  ).toEqual([]);
  expect(polarisedItems(tallyOf(3, []), 'bottom')).toEqual([]);
});

test('where unranked says nothing, shares are of those who ranked the item', () => {
  const ballots = ['ABC', 'CBA', 'BC', 'BC', 'BC'].map(order);
  const tally = tallyOf(3, ballots);
  expect(polarisedItems(tally, 'ignore')).toContainEqual({
    item: 0,
    topShare: 0.5,
    bottomShare: 0.5,
  });
  expect(polarisedItems(tally, 'bottom').map(({ item }) => item)).not.toContain(0);
});
