import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { BallotFileError } from '../../src/ranking/ballot-file.ts';
import { tallyBallots } from '../../src/ranking/ballots.ts';
import { readBallotsCsv } from '../../src/ranking/ballots-csv.ts';
import { placesOf } from '../../src/ranking/order.ts';
import { readBallots } from '../../src/ranking/read-ballots.ts';
import { tallyOf } from '../../src/ranking/tally.ts';
import { profile, runs } from './profiles.ts';

const ballotsOf = (text: string) => readBallotsCsv(text, 'x.csv').ballots;

test('one row is one ballot: smaller is better, equal ties, empty is unranked', () => {
  const { items, ballots } = readBallotsCsv('Data,IoT,Law\n2,1,\n1,1,3\n2,1,\n', 'x.csv');
  expect(items).toEqual([
    { id: 'Data', name: 'Data' },
    { id: 'IoT', name: 'IoT' },
    { id: 'Law', name: 'Law' },
  ]);
  expect(ballots).toEqual([
    { count: 2, ranking: [[1], [0]] },
    { count: 1, ranking: [[0, 1], [2]] },
  ]);
});

test('European tables are read: semicolons, decimal commas, a byte order mark, Windows line ends', () => {
  expect(ballotsOf('\uFEFFA;B\r\n2,5;2\r\n;1\r\n')).toEqual([
    { count: 1, ranking: [[1], [0]] },
    { count: 1, ranking: [[1]] },
  ]);
  expect(ballotsOf('A\tB\n1\t2\n')).toEqual([{ count: 1, ranking: [[0], [1]] }]);
  expect(ballotsOf('A,B\n"1,5",1.25\n')).toEqual([{ count: 1, ranking: [[1], [0]] }]);
});

test('names may hold separators and line breaks inside quotes', () => {
  const { items, ballots } = readBallotsCsv('"Law; ethics",B\n1,2\n', 'x.csv');
  expect(items.map(({ id }) => id)).toEqual(['Law; ethics', 'B']);
  expect(ballots).toHaveLength(1);
  expect(() => ballotsOf('"A\nB",C\n1,2\n1,x\n')).toThrow('x.csv:4: "x" in column "C"');
});

test('rows that rank nothing are no ballots, but are counted', () => {
  const { ballots, blank } = readBallotsCsv('A,B\n,\n1,2\n\n,\n', 'x.csv');
  expect(ballots).toHaveLength(1);
  expect(blank).toBe(2);
});

test('numbers need not be consecutive', () => {
  expect(ballotsOf('A,B,C\n10,5,7\n')).toEqual([{ count: 1, ranking: [[1], [2], [0]] }]);
});

test('any ballots survive as a table', () => {
  fc.assert(
    fc.property(profile(), fc.constantFrom(',', ';', '\t'), ({ m, ballots }, mark) => {
      const told = ballots.filter((ballot) => ballot.length > 0);
      const rows = told.map((ballot) => {
        const places = placesOf(m, ballot);
        return places.map((place) => (place < ballot.length ? place + 1 : '')).join(mark);
      });
      const names = Array.from({ length: m }, (_, item) => `I${item}`).join(mark);
      const read = readBallotsCsv([names, ...rows].join('\n'), 'x.csv');
      expect(tallyBallots(m, read.ballots)).toEqual(tallyOf(m, told));
    }),
    runs,
  );
});

describe('a bad table is refused with its line and the reason', () => {
  const bad: [string, string, string][] = [
    ['empty', '', 'x.csv:1: the file is empty'],
    ['a word', 'A,B\n1,2\n1,first\n', 'x.csv:3: "first" in column "B" is not a rank'],
    ['zero', 'A,B\n0,1\n', 'x.csv:2: "0" in column "A" is not a rank'],
    ['negative', 'A,B\n-1,1\n', 'x.csv:2: "-1" in column "A" is not a rank'],
    ['a short row', 'A,B,C\n1,2\n', 'x.csv:2: 2 cells in a table of 3 columns'],
    ['a long row', 'A,B\n1,2,3\n', 'x.csv:2: 3 cells in a table of 2 columns'],
    ['two equal names', 'A,B,A\n1,2,3\n', 'x.csv:1: two columns are named "A"'],
    ['a nameless column', 'A,,C\n1,2,3\n', 'x.csv:1: column 2 has no name'],
    ['binary', 'A,B\n1,\u0000\n', 'x.csv:2: the file is not text'],
    ['an open quote', 'A,B\n"1,2\n', 'x.csv:2: '],
  ];
  test.each(bad)('%s', (_, text, message) => {
    expect(() => ballotsOf(text)).toThrow(BallotFileError);
    expect(() => ballotsOf(text)).toThrow(message);
  });

  test('too many columns', () => {
    const names = Array.from({ length: 251 }, (_, k) => `A${k}`).join();
    expect(() => ballotsOf(`${names}\n`)).toThrow('x.csv:1: more than 250 columns');
  });
});

test('the format is told by the ending, else by the first character', () => {
  const preflib = '# DATA TYPE: soc\n# ALTERNATIVE NAME 1: A\n2: 1\n';
  expect(readBallots(preflib, 'votes').items).toEqual([{ id: 1, name: 'A' }]);
  expect(readBallots('A\n1\n', 'votes').items).toEqual([{ id: 'A', name: 'A' }]);
  expect(readBallots(preflib, 'x.soc').ballots).toEqual([{ count: 2, ranking: [[0]] }]);
});
