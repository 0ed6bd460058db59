import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, test } from 'vitest';

import type { RankingDocument } from '../../src/ranking/ranking-document.ts';
import { plenaryRank, rankings } from '../ranking/plenary-rank.ts';

const folder = mkdtempSync(join(tmpdir(), 'plenary-rank-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const votes = file('votes.csv', 'Data;IoT;Law\n1;2;3\n1;3;2\n2;1;\n');

test('prints the order with bars, who leads under which method, and what to mind', async () => {
  const { code, out, err } = await plenaryRank(`${rankings}00009-00000001.soc`);
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('2003 Registration\n146 ballots over 9 items');
  expect(out).toMatch(/1 +Course 9 +█+ +1\.00 +8 +1-1/);
  expect(out).toContain('Course 9 leads under all 8 methods.');
  expect(out).toContain("Kendall's W = 0.456");
  for (const line of out.split('\n').slice(0, 12)) expect(line.length).toBeLessThanOrEqual(80);
});

test('says in words what unranked items were taken for, and that it decides', async () => {
  const source = `${rankings}00002-00000003.soi`;
  const bottom = await plenaryRank(source);
  expect(bottom.out).toContain('unranked items count as tied below the ranked ones');
  expect(bottom.out).toContain('counted as below Branden Robinson, not counted Matthew Garrett');
  const ignore = await plenaryRank(source, '--unranked', 'ignore');
  expect(ignore.out).toContain('unranked items say nothing');
  expect(ignore.out).toMatch(/1 +Matthew Garrett/);
});

test('gives everything as one line of JSON, with exactly the agreed names', async () => {
  const { code, out } = await plenaryRank(votes, '--json');
  expect(code).toBe(0);
  expect(out.trimEnd()).not.toContain('\n');
  const document = JSON.parse(out) as RankingDocument;
  const names =
    'n items mode rankedCount pairwise positionCounts meanRank borda bordaNet ' +
    'copelandNet condorcetWinner smithSet minimax schulze rankedPairs kemeny irv ' +
    'agreement rankRange plackettLuce consensus';
  for (const name of names.split(' ')) {
    expect(document, name).toHaveProperty(name);
  }
  expect(document).not.toHaveProperty('variants');
  expect(document.items[0]).toEqual({ id: 'Data', name: 'Data' });
  expect(document.kemeny.order).toEqual([['Data'], ['IoT'], ['Law']]);
  expect(document.kemeny).toMatchObject({ score: 7, proved: true, gap: 0 });
  expect(document.agreement).toHaveProperty('meanTau');
  expect(document.consensus.order).toEqual([['Data'], ['IoT'], ['Law']]);
  expect(document.minimax).toEqual({ worstDefeat: [0, 1, 3], winners: ['Data'] });
});

test('reads every kind of PrefLib file and both meanings of unranked', async () => {
  for (const name of ['00033-00000002.toc', 'edge-never-ranked.soi', 'edge-one-alternative.soc']) {
    for (const mode of ['bottom', 'ignore']) {
      const { code, out } = await plenaryRank(`${rankings}${name}`, '--unranked', mode, '--json');
      expect(code).toBe(0);
      expect((JSON.parse(out) as RankingDocument).mode).toBe(mode);
    }
  }
});

describe('what cannot be used is refused with exit code 2 and one line', () => {
  const path = (name: string, content: string | Uint8Array): [string, string] => [
    name,
    file(name, content),
  ];
  const header = '# DATA TYPE: soc\n# ALTERNATIVE NAME 1: A\n# ALTERNATIVE NAME 2: B\n';
  const bad: [string, string, RegExp][] = [
    [...path('empty.soc', ''), /empty\.soc:1: the file is empty\n$/],
    [
      ...path('junk.soc', Uint8Array.of(0x89, 0x50, 0, 1, 255)),
      /junk\.soc:1: the file is not text/,
    ],
    [...path('junk.csv', Uint8Array.of(65, 10, 0xff, 0xfe)), /junk\.csv:2: the file is not text/],
    [
      ...path('counts.soc', `${header}# NUMBER VOTERS: 9\n3: 1,2\n`),
      /counts\.soc:4: the header st/,
    ],
    [...path('unknown.soc', `${header}3: 1,7\n`), /unknown\.soc:4: unknown alternative "7"/],
    [...path('twice.soc', `${header}3: 1,1\n`), /twice\.soc:4: alternative 1 is ranked twice/],
    [...path('brace.soc', `${header}3: 1,2}\n`), /brace\.soc:4: stray brace/],
    [...path('word.csv', 'A,B\n1,two\n'), /word\.csv:2: "two" in column "B" is not a rank/],
    ['no file', join(folder, 'none.soc'), /none\.soc:1: there is no such file/],
    ['a folder', folder, /:1: it can't be read/],
  ];
  test.each(bad)('%s', async (_, source, message) => {
    const { code, out, err } = await plenaryRank(source, '--json');
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
    expect(err.trimEnd()).not.toContain('\n');
  });

  test.each([
    [[], 'name one file'],
    [[votes, votes], 'name one file'],
    [[votes, '--unranked', 'top'], '--unranked must be bottom or ignore'],
    [[votes, '--colour'], '--colour'],
    [[votes, '--unranked'], '--unranked'],
  ])('options %j', async (args, message) => {
    const { code, out, err } = await plenaryRank(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
    expect(err.trimEnd()).not.toContain('\n');
  });
});

test('--help says how to use it', async () => {
  const { code, out } = await plenaryRank('--help');
  expect(code).toBe(0);
  expect(out).toContain('plenary rank FILE');
});
