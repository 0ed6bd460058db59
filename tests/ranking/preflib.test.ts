import { readFileSync, readdirSync } from 'node:fs';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { BallotFileError } from '../../src/ranking/ballot-file.ts';
import { countRankings, tallyBallots } from '../../src/ranking/ballots.ts';
import { readPreflib } from '../../src/ranking/preflib.ts';
import { preflibText } from '../../src/ranking/preflib-text.ts';
import { tallyOf } from '../../src/ranking/tally.ts';
import { rankings } from './plenary-rank.ts';
import { profile, runs } from './profiles.ts';

const head = (...lines: string[]): string =>
  ['# TITLE: t', '# DATA TYPE: toi', '# ALTERNATIVE NAME 1: A', '# ALTERNATIVE NAME 2: B', ...lines]
    .map((line) => `${line}\n`)
    .join('');

const files = readdirSync(rankings).filter((name) => /\.[st]o[ci]$/.test(name));

test.each(files)('%s reads as its header says', (name) => {
  const text = readFileSync(`${rankings}${name}`, 'utf8');
  const { items, ballots, dataType, title } = readPreflib(text, name);
  const stated = (key: string): number => Number(new RegExp(`# ${key}: (\\d+)`).exec(text)?.[1]);
  expect(items).toHaveLength(stated('NUMBER ALTERNATIVES'));
  expect(ballots).toHaveLength(stated('NUMBER UNIQUE ORDERS'));
  expect(ballots.reduce((sum, { count }) => sum + count, 0)).toBe(stated('NUMBER VOTERS'));
  expect(name.endsWith(dataType)).toBe(true);
  expect(text).toContain(`# TITLE: ${title}`);
});

test('what was written reads back with the same tally', () => {
  fc.assert(
    fc.property(profile(), ({ m, ballots }) => {
      const names = Array.from({ length: m }, (_, item) => `Item: no ${item}`);
      const text = preflibText(names, countRankings(m, ballots), { title: 'A title' });
      const read = readPreflib(text, 'x.toi');
      expect(read.items.map(({ name }) => name)).toEqual(names);
      const told = ballots.filter((ballot) => ballot.length > 0);
      expect(tallyBallots(m, read.ballots)).toEqual(tallyOf(m, told));
      const complete = told.every((ballot) => ballot.flat().length === m);
      const strict = told.every((ballot) => ballot.every((group) => group.length === 1));
      expect(read.dataType).toBe(`${strict ? 's' : 't'}o${complete ? 'c' : 'i'}`);
    }),
    runs,
  );
});

test('ties, spaces, blank lines, Windows line ends and a byte order mark are read', () => {
  const text = `\uFEFF${head('', '2: {1, 2}', '1 : 2').replaceAll('\n', '\r\n')}`;
  expect(readPreflib(text, 'x.toi').ballots).toEqual([
    { count: 2, ranking: [[0, 1]] },
    { count: 1, ranking: [[1]] },
  ]);
});

test('the kind of orders comes from the file name when the header is silent', () => {
  const text = '# ALTERNATIVE NAME 1: A\n1: 1\n';
  expect(readPreflib(text, 'a/b.SOC').dataType).toBe('soc');
  expect(() => readPreflib(text, 'b.txt')).toThrow('b.txt:1: the data type is none of');
});

describe('a bad file is refused with its line and the reason', () => {
  const bad: [string, string, number, string][] = [
    ['empty', '', 1, 'the file is empty'],
    ['only spaces', ' \n\n', 1, 'the file is empty'],
    ['binary', head('1: 1', '\u0000\u0001'), 6, 'the file is not text'],
    ['not UTF-8', head('1: \uFFFD'), 5, 'the file is not text'],
    [
      'wrong number of voters',
      head('# NUMBER VOTERS: 4', '3: 1'),
      5,
      'states 4 voters, the file has 3',
    ],
    [
      'wrong number of orders',
      head('# NUMBER UNIQUE ORDERS: 2', '3: 1'),
      5,
      'states 2 unique orders',
    ],
    ['wrong number of items', head('# NUMBER ALTERNATIVES: 3', '3: 1'), 5, 'states 3 alternatives'],
    ['no whole number', head('# NUMBER VOTERS: many', '3: 1'), 5, 'NUMBER VOTERS is not a whole'],
    ['unknown item', head('1: 1', '1: 3,1'), 6, 'unknown alternative "3"'],
    ['a word', head('1: A'), 5, 'unknown alternative "A"'],
    ['the same item twice', head('1: 1,2,1'), 5, 'alternative 1 is ranked twice'],
    ['twice in a tie', head('1: {1,1}'), 5, 'alternative 1 is ranked twice'],
    ['open brace', head('1: {1,2'), 5, 'stray brace'],
    ['closing brace', head('1: 1},2'), 5, 'stray brace'],
    ['nested braces', head('1: {1,{2}}'), 5, 'stray brace'],
    ['empty braces', head('1: {}'), 5, 'unknown alternative ""'],
    ['stray comma', head('1: 1,,2'), 5, 'stray comma'],
    ['comma at the end', head('1: 1,'), 5, 'stray comma'],
    ['no count', head('1,2'), 5, 'not a line of the form'],
    ['count zero', head('0: 1'), 5, '0 is not a number of ballots'],
    ['no order', head('3:'), 5, 'the order names no alternative'],
    [
      'an item named twice',
      head('# ALTERNATIVE NAME 1: C', '1: 1'),
      5,
      'alternative 1 is named twice',
    ],
    ['no items', '# TITLE: t\n# DATA TYPE: soc\n', 1, 'no alternative is named'],
    [
      'other data type',
      '# DATA TYPE: wmd\n# ALTERNATIVE NAME 1: A\n',
      1,
      'none of soc, soi, toc, toi',
    ],
    [
      'a tie in strict orders',
      head('1: {1,2}').replace('toi', 'soi'),
      5,
      'a tie in a file of type soi',
    ],
    [
      'a gap in complete orders',
      head('1: 1').replace('toi', 'toc'),
      5,
      '1 of 2 alternatives ranked',
    ],
  ];
  test.each(bad)('%s', (_, text, line, reason) => {
    const read = (): unknown => readPreflib(text, 'votes.toi');
    expect(read).toThrow(BallotFileError);
    expect(read).toThrow(`votes.toi:${line}: `);
    expect(read).toThrow(reason);
  });

  test('too many items', () => {
    const names = Array.from({ length: 251 }, (_, k) => `# ALTERNATIVE NAME ${k + 1}: A${k}`);
    expect(() => readPreflib(names.join('\n'), 'x.soc')).toThrow(
      'x.soc:251: more than 250 alternatives',
    );
  });

  test('any damage to a file either reads or says where', () => {
    const text = readFileSync(`${rankings}edge-schulze-wiki.soc`, 'utf8');
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(3), fc.string(), (at, cut, insert) => {
        const damaged = text.slice(0, at) + insert + text.slice(at + cut);
        try {
          readPreflib(damaged, 'x.soc');
        } catch (error) {
          expect(error).toBeInstanceOf(BallotFileError);
          expect(String(error)).toMatch(/x\.soc:\d+: [^\n]+$/);
        }
      }),
      runs,
    );
  });
});
