import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { tallyBallots } from '../../src/ranking/ballots.ts';
import { bordaPoints } from '../../src/ranking/borda.ts';
import { concordance } from '../../src/ranking/concordance.ts';
import { condorcetWinner } from '../../src/ranking/condorcet.ts';
import { headToHead } from '../../src/ranking/copeland.ts';
import { instantRunoff } from '../../src/ranking/instant-runoff.ts';
import { kemeny } from '../../src/ranking/kemeny.ts';
import { pairwise } from '../../src/ranking/pairwise.ts';
import { plackettLuce, plainPlackettLuce } from '../../src/ranking/plackett-luce.ts';
import { rankingDocument } from '../../src/ranking/ranking-document.ts';
import type { Ranking } from '../../src/ranking/ranking.ts';
import { tallyOf } from '../../src/ranking/tally.ts';

// Published examples; every entry has its own shape.
// oxlint-disable-next-line typescript/no-explicit-any
type Fixture = any;

const file = new URL('../fixtures/statistics-fixtures.json', import.meta.url);
const fixtures = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Fixture>;

const close = (actual: number | null, expected: number, relative = 1e-9): void => {
  expect(Math.abs(actual! - expected)).toBeLessThanOrEqual(relative * Math.abs(expected));
};

const worthsOf = (logWorth: number[]): number[] => {
  const total = logWorth.reduce((sum, value) => sum + Math.exp(value), 0);
  return logWorth.map((value) => Math.exp(value) / total);
};

/** One respondent's rank numbers, equal numbers tied. */
function fromRanks(ranks: number[]): Ranking {
  const levels = [...new Set(ranks)].sort((a, b) => a - b);
  return levels.map((level) => ranks.flatMap((rank, item) => (rank === level ? [item] : [])));
}

function checkConcordance(rankings: Ranking[], expected: Fixture): void {
  const tally = tallyOf(expected.n, rankings);
  const { kendallW, chiSquare, pValue } = concordance(tally);
  expect(tally.n).toBe(expected.m);
  expect(Array.from(tally.sum2Midrank, (sum) => sum / 2)).toEqual(expected.rankSums);
  close(kendallW, expected.Wc);
  close(chiSquare, expected.chi2);
  close(pValue, expected.p, 1e-6);
}

describe("Kendall's W of published rank tables", () => {
  test.each(['zar-20-5-kendall-w-ties', 'essays-3-judges'])('%s', (name) => {
    checkConcordance(fixtures[name].ranks.map(fromRanks), fixtures[name].expected);
  });

  test('nominal group technique, 4 people and 5 ideas', () => {
    const { points, sums, expected } = fixtures['ngt-4x5'];
    const people = [0, 1, 2, 3].map((k) =>
      fromRanks(Object.values(points as Record<string, number[]>).map((given) => -given[k]!)),
    );
    checkConcordance(people, expected);
    const given = bordaPoints(tallyOf(5, people)).map((borda) => borda + 4);
    expect(given).toEqual(Object.values(sums));
  });
});

test('Netflix: worths, likelihood and counts as published with the R package PlackettLuce', () => {
  const netflix = fixtures['netflix-plackett-luce'];
  const ballots = netflix.orders.map(([count, order]: [number, number[]]) => ({
    count,
    ranking: order.map((id) => [id - 1]),
  }));
  const tally = tallyBallots(4, ballots);
  expect(bordaPoints(tally)).toEqual(netflix.borda);
  const { wins } = pairwise(tally, 'bottom');
  expect(Array.from(wins)).toEqual(netflix.pairwise.flat());
  close(concordance(tally).kendallW, netflix.kendall.W);
  close(concordance(tally).pValue, netflix.kendall.p, 1e-6);
  expect(kemeny({ m: 4, wins }).order.flat()).toEqual(netflix.kemeny.map((id: number) => id - 1));
  const plain = plainPlackettLuce(4, ballots, 'bottom')!.worths!;
  close(plain.logLikelihood, netflix.logLik);
  worthsOf(plain.logWorth).forEach((worth, k) => close(worth, netflix.worthMle[k], 1e-6));
  const regular = plackettLuce(4, ballots, 'bottom')!;
  worthsOf(regular.logWorth).forEach((worth, k) => close(worth, netflix.worthPseudoHalf[k], 1e-6));
});

test('five methods, five winners', () => {
  const example = fixtures['five-methods-five-winners'];
  const ballots = example.ballots.map(([count, order]: [number, string]) => ({
    count,
    ranking: [...order].map((letter) => ['ABCDE'.indexOf(letter)]),
  }));
  const tally = tallyBallots(5, ballots);
  const pairs = pairwise(tally, 'bottom');
  expect(bordaPoints(tally)).toEqual(example.bordaN_1);
  expect(bordaPoints(tally).map((points) => points + tally.n)).toEqual(example.borda5to1);
  expect(Array.from(pairs.wins)).toEqual(example.pairwise.flat());
  expect(headToHead(pairs).map(({ wins }) => wins)).toEqual(example.copeland);
  expect(condorcetWinner(pairs)).toBe(4);
  expect(instantRunoff(5, ballots)!.winners).toEqual([2]);
  expect(kemeny(pairs).score).toBe(example.kemenyScore);
  const letters = kemeny(pairs)
    .order.flat()
    .map((item) => 'ABCDE'[item]);
  expect(letters.join('')).toBe(example.kemeny);
  close(concordance(tally).kendallW, example.kendall.W);
});

test('T-shirts: 30 people, 11 designs', () => {
  const shirts = fixtures['shirt-30x11'];
  const ballots = shirts.orders.map((order: number[]) => ({
    count: 1,
    ranking: order.map((id) => [id - 1]),
  }));
  const tally = tallyBallots(11, ballots);
  expect(bordaPoints(tally)).toEqual(shirts.borda);
  expect(Array.from(pairwise(tally, 'bottom').wins)).toEqual(shirts.pairwise.flat());
  expect(kemeny(pairwise(tally, 'bottom')).score).toBe(shirts.kemenyScore);
  close(concordance(tally).kendallW, shirts.expected.W);
  const plain = plainPlackettLuce(11, ballots, 'bottom')!.worths!;
  close(plain.logLikelihood, shirts.plackettLuceLogLik);
  worthsOf(plain.logWorth).forEach((worth, k) => close(worth, shirts.plackettLuceWorth[k], 1e-6));
});

describe('short ballots with ties, as professors gave them', () => {
  test.each(['edu-qualities-15', 'edu-least-courses-14'])('%s', (name) => {
    const { items, orders, voters, mentions, firstPlaces } = fixtures[name];
    const ids = Object.keys(items);
    const ballots = orders.map(([count, groups]: [number, number[][]]) => ({
      count,
      ranking: groups.map((group) => group.map((id) => ids.indexOf(String(id)))),
    }));
    const tally = tallyBallots(ids.length, ballots);
    const named = ids.map((id) => ({ id, name: items[id] }));
    const { n, rankedCount, positionCounts } = rankingDocument(tally, named, {
      unranked: 'bottom',
      ballots,
    });
    expect(n).toBe(voters);
    ids.forEach((id, k) => {
      expect(rankedCount[k]).toBe(mentions[id] ?? 0);
      if (name === 'edu-least-courses-14') {
        expect(positionCounts[k]![0]).toBe(firstPlaces[id] ?? 0);
      }
    });
  });
});
