import { createRequire } from 'node:module';

import { expect, test } from 'vitest';

import { agreementOf, kemeny } from '../../src/ranking/kemeny.ts';
import { margin, pairwise } from '../../src/ranking/pairwise.ts';
import type { Pairwise } from '../../src/ranking/pairwise.ts';
import { seededRandom } from '../../src/ranking/random.ts';
import { tallyOf } from '../../src/ranking/tally.ts';
import { mallows } from './profiles.ts';

type Highs = { solve: (problem: string) => { Status: string; ObjectiveValue: number } };

// The package's type declarations describe its ES module default as a namespace.
const loadHighs = createRequire(import.meta.url)('highs') as () => Promise<Highs>;
const highs = await loadHighs();

/**
 * The best score by integer programming: x_ij = 1 when i stands above j (i < j), and no three
 * items may stand in a circle.
 */
function oracleScore(pairs: Pairwise): number {
  const { m, wins } = pairs;
  const terms: string[] = [];
  const constraints: string[] = [];
  const names: string[] = [];
  let fixed = 0;
  for (let i = 0; i < m; i++) {
    for (let j = i + 1; j < m; j++) {
      fixed += wins[j * m + i]!;
      names.push(`x_${i}_${j}`);
      const gain = margin(pairs, i, j);
      terms.push(`${gain < 0 ? '-' : '+'} ${Math.abs(gain)} x_${i}_${j}`);
      for (let k = j + 1; k < m; k++) {
        const circle = `x_${i}_${j} + x_${j}_${k} - x_${i}_${k}`;
        constraints.push(`a_${i}_${j}_${k}: ${circle} <= 1`, `b_${i}_${j}_${k}: ${circle} >= 0`);
      }
    }
  }
  const problem = [
    'Maximize',
    ` obj: ${terms.join(' ')}`,
    'Subject To',
    ...constraints.map((line) => ` ${line}`),
    'Binary',
    ` ${names.join(' ')}`,
    'End',
  ].join('\n');
  const solution = highs.solve(problem);
  expect(solution.Status).toBe('Optimal');
  return fixed + Math.round(solution.ObjectiveValue);
}

test('200 random questions of 5 to 14 items: the score of an integer programming solver', () => {
  const random = seededRandom(2018);
  let cyclic = 0;
  for (let round = 0; round < 200; round++) {
    const m = 5 + (round % 10);
    const n = 3 + Math.floor(random() * 30);
    const ballots = mallows(m, n, [0.9, 0.95, 1][round % 3]!, random).map((ranking) =>
      ranking.slice(0, round % 4 === 0 ? 3 : m),
    );
    const pairs = pairwise(tallyOf(m, ballots), round % 8 === 0 ? 'ignore' : 'bottom');
    const found = kemeny(pairs);
    expect(found.proved).toBe(true);
    expect(found.score).toBe(oracleScore(pairs));
    expect(agreementOf(pairs, found.order.flat()).score).toBe(found.score);
    if (found.disagreements > unavoidable(pairs)) cyclic++;
  }
  expect(cyclic).toBeGreaterThan(50);
});

test.each([
  [18, 1],
  [24, 0.95],
  [30, 0.95],
])('%i items at Mallows phi %f: the score of the solver, with proof', (m, phi) => {
  const pairs = pairwise(tallyOf(m, mallows(m, 25, phi, seededRandom(m))), 'bottom');
  const found = kemeny(pairs);
  expect(found.proved).toBe(true);
  expect(found.score).toBe(oracleScore(pairs));
});

test('without budget the order comes with a gap that holds', () => {
  const random = seededRandom(35);
  const pairs = pairwise(tallyOf(30, mallows(30, 25, 1, random)), 'bottom');
  const rough = kemeny(pairs, { effort: 0 });
  const exact = kemeny(pairs);
  expect(rough.proved).toBe(false);
  expect(rough.gap).toBeGreaterThan(0);
  expect(rough.gap).toBeLessThan(rough.disagreements / 20);
  expect(rough.disagreements - rough.gap).toBeLessThanOrEqual(exact.disagreements);
  expect(exact.proved).toBe(true);
});

/** What every order disagrees with at least, were there no cycles. */
function unavoidable(pairs: Pairwise): number {
  let sum = 0;
  for (let i = 0; i < pairs.m; i++) {
    for (let j = i + 1; j < pairs.m; j++) {
      sum += Math.min(pairs.wins[i * pairs.m + j]!, pairs.wins[j * pairs.m + i]!);
    }
  }
  return sum;
}
