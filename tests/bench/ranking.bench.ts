import { encodeBallot } from '../../src/ranking/ballot-code.ts';
import { countRankings } from '../../src/ranking/ballots.ts';
import { tallyBatch } from '../../src/ranking/batch-tally.ts';
import { bootstrapRanks } from '../../src/ranking/bootstrap.ts';
import { agreementOf, kemeny } from '../../src/ranking/kemeny.ts';
import { pairwise } from '../../src/ranking/pairwise.ts';
import type { Pairwise } from '../../src/ranking/pairwise.ts';
import { plackettLuce } from '../../src/ranking/plackett-luce.ts';
import { seededRandom } from '../../src/ranking/random.ts';
import { rankingDocument } from '../../src/ranking/ranking-document.ts';
import type { Ranking } from '../../src/ranking/ranking.ts';
import { schulze } from '../../src/ranking/schulze.ts';
import { tallyOf } from '../../src/ranking/tally.ts';
import { mallows } from '../ranking/profiles.ts';
import type { BenchLine } from './run.ts';

/**
 * The ranking engine against the plain way to write the same thing, which is kept only here:
 * tallying, everything on a results page, exact Kemeny, Plackett-Luce and the bootstrap.
 */
export async function bench(): Promise<BenchLine[]> {
  return [
    ...tallying(),
    ...resultsPage(12, 10),
    ...resultsPage(30, 100),
    ...exactKemeny(),
    ...worths(),
    ...resampling(),
  ];
}

/** Shortest time of several runs in milliseconds: what the machine can do when left alone. */
function fastest(times: number, run: () => unknown): number {
  let best = Infinity;
  for (let k = 0; k < times; k++) {
    const start = performance.now();
    run();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

const itemsOf = (m: number) =>
  Array.from({ length: m }, (_, k) => ({ id: k, name: `Competency ${k + 1}` }));

function tallying(): BenchLine[] {
  const [m, n] = [12, 200_000];
  const few = mallows(m, 20_000, 0.9, seededRandom(1));
  const kinds = { 'complete ballots': few, 'top five only': few.map((each) => each.slice(0, 5)) };
  return Object.entries(kinds).flatMap(([kind, rankings]) => {
    const text = rankings
      .map((ranking) => encodeBallot(m, ranking))
      .join('')
      .repeat(n / rankings.length);
    const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0) - 48);
    const naive = fastest(3, () => naiveTally(m, rankings)) / rankings.length;
    return [
      { name: `tally, bytes, ${kind}`, input: bytes },
      { name: `tally, text, ${kind}`, input: text },
    ].map(({ name, input }) => {
      const each = fastest(7, () => tallyBatch(m, input)) / n;
      const detail = `${(1 / each / 1000).toFixed(2)} M ballots/s of ${m} items; naive ${(1 / naive / 1000).toFixed(2)} M`;
      return { name, ratio: naive / each, detail };
    });
  });
}

function resultsPage(m: number, limit: number): BenchLine[] {
  const rankings = mallows(m, 5000, 0.93, seededRandom(m));
  const tally = tallyOf(m, rankings);
  const page = () => rankingDocument(tally, itemsOf(m), { unranked: 'bottom' });
  const mine = fastest(9, page);
  const naive = fastest(2, () => {
    naiveTally(m, rankings);
    page();
  });
  const detail = `${mine.toFixed(1)} ms from a tally (aim ${limit} ms); naive: ${naive.toFixed(0)} ms from 5000 ballots`;
  return [{ name: `results page, ${m} items`, ratio: naive / mine, detail }];
}

function exactKemeny(): BenchLine[] {
  const small = pairwise(tallyOf(8, mallows(8, 25, 1, seededRandom(8))), 'bottom');
  const naive = fastest(1, () => everyOrder(small));
  const mine = fastest(5, () => kemeny(small));
  const lines: BenchLine[] = [
    {
      name: 'exact Kemeny, 8 items',
      ratio: naive / mine,
      detail: `${mine.toFixed(2)} ms; trying all orders ${naive.toFixed(0)} ms`,
    },
  ];
  for (const phi of [0.8, 0.9, 0.95]) {
    for (const m of [10, 20, 30, 40]) {
      const questions = Array.from({ length: 10 }, (_, seed) =>
        pairwise(tallyOf(m, mallows(m, 25, phi, seededRandom(seed * 100 + m))), 'bottom'),
      );
      const runs = questions.map((pairs) => {
        const start = performance.now();
        const { proved } = kemeny(pairs, { effort: Infinity, milliseconds: 2000 });
        return { proved, time: performance.now() - start };
      });
      const times = runs.map(({ time }) => time).sort((a, b) => a - b);
      const proved = runs.filter((run) => run.proved).length;
      const detail = `${proved} of 10 proved within 2 s; median ${times[5]!.toFixed(1)} ms, longest ${times[9]!.toFixed(0)} ms`;
      lines.push({ name: `exact Kemeny, ${m} items, Mallows ${phi}`, ratio: null, detail });
    }
  }
  return lines;
}

function worths(): BenchLine[] {
  const rankings = mallows(10, 5000, 0.9, seededRandom(10));
  const mine = fastest(3, () => plackettLuce(10, countRankings(10, rankings), 'bottom'));
  const naive = fastest(1, () => naivePlackettLuce(10, rankings));
  const detail = `${mine.toFixed(0)} ms with standard errors; naive minorise-maximise ${naive.toFixed(0)} ms`;
  return [{ name: 'Plackett-Luce, 5000 x 10', ratio: naive / mine, detail }];
}

function resampling(): BenchLine[] {
  const rankings = mallows(10, 1000, 0.9, seededRandom(11));
  const method = (pairs: Pairwise) => schulze(pairs).order;
  const units = rankings.map((ranking) => [ranking]);
  const replicates = 1000;
  const mine = fastest(1, () => bootstrapRanks(10, units, { mode: 'bottom', method, replicates }));
  const random = seededRandom(12);
  const sample = () => rankings.map(() => rankings[Math.floor(random() * rankings.length)]!);
  const naive = fastest(3, () => method({ m: 10, wins: naiveTally(10, sample()) })) * replicates;
  const detail = `${(mine / 1000).toFixed(2)} s for 1000 replicates of 1000 x 10; naive ${(naive / 1000).toFixed(2)} s`;
  return [{ name: 'bootstrap, 1000 replicates', ratio: naive / mine, detail }];
}

/** Counts ballots as one would first write it: find both items on every ballot, pair by pair. */
function naiveTally(m: number, rankings: readonly Ranking[]): Float64Array {
  const wins = new Float64Array(m * m);
  const positions = new Float64Array(m * m);
  const products = new Float64Array(m * m);
  for (const ranking of rankings) {
    const placeOf = (item: number): number => {
      const place = ranking.findIndex((group) => group.includes(item));
      return place === -1 ? ranking.length : place;
    };
    for (let i = 0; i < m; i++) {
      positions[i * m + Math.min(placeOf(i), m - 1)]!++;
      for (let j = 0; j < m; j++) {
        if (placeOf(i) < placeOf(j)) wins[i * m + j]!++;
        products[i * m + j]! += placeOf(i) * placeOf(j);
      }
    }
  }
  return wins;
}

function everyOrder(pairs: Pairwise): number {
  let best = 0;
  const extend = (order: number[], rest: number[]): void => {
    if (rest.length === 0) best = Math.max(best, agreementOf(pairs, order).score);
    for (const item of rest) {
      extend(
        [...order, item],
        rest.filter((other) => other !== item),
      );
    }
  };
  extend(
    [],
    Array.from({ length: pairs.m }, (_, item) => item),
  );
  return best;
}

/** Hunter's minorise-maximise algorithm, stage by stage over every ballot, to 1e-8. */
function naivePlackettLuce(m: number, rankings: readonly Ranking[]): number[] {
  let worth = Array.from({ length: m }, () => 1);
  for (let iteration = 0; iteration < 500; iteration++) {
    const wins = worth.map(() => 0.5);
    const share = worth.map((each) => 1 / (each + 1));
    for (const ranking of rankings) {
      for (let stage = 0; stage < m - 1; stage++) {
        const left = ranking.slice(stage).flat();
        const total = left.reduce((sum, item) => sum + worth[item]!, 0);
        wins[left[0]!]!++;
        for (const item of left) share[item]! += 1 / total;
      }
    }
    const next = worth.map((_, item) => wins[item]! / share[item]!);
    const change = Math.max(...next.map((each, item) => Math.abs(Math.log(each / worth[item]!))));
    worth = next;
    if (change < 1e-8) break;
  }
  return worth.map(Math.log);
}
