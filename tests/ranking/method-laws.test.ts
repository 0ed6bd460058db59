import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { bordaPoints } from '../../src/ranking/borda.ts';
import { condorcetWinner, smithSet } from '../../src/ranking/condorcet.ts';
import { agreementOf, kemeny } from '../../src/ranking/kemeny.ts';
import { leadersByMethod, runMethods } from '../../src/ranking/methods.ts';
import { orderByScore } from '../../src/ranking/order.ts';
import type { Order } from '../../src/ranking/order.ts';
import { margin, pairwise } from '../../src/ranking/pairwise.ts';
import type { Pairwise } from '../../src/ranking/pairwise.ts';
import { rankingDocument } from '../../src/ranking/ranking-document.ts';
import type { Ranking, UnrankedMode } from '../../src/ranking/ranking.ts';
import { schulze } from '../../src/ranking/schulze.ts';
import { tallyOf } from '../../src/ranking/tally.ts';
import { profile, runs } from './profiles.ts';

const modes = fc.constantFrom<UnrankedMode>('bottom', 'ignore');

/** A question and a new numbering of its items. */
const relabelled = profile({ least: 2 }).chain(({ m, ballots }) =>
  fc.record({
    m: fc.constant(m),
    ballots: fc.constant(ballots),
    labels: fc.shuffledSubarray(
      Array.from({ length: m }, (_, item) => item),
      { minLength: m },
    ),
  }),
);

const sets = (order: Order): number[][] => order.map((group) => group.toSorted((a, b) => a - b));
const counted = (ballots: Ranking[]) => ballots.map((ranking) => ({ count: 1, ranking }));
const run = (m: number, ballots: Ranking[], mode: UnrankedMode) =>
  runMethods(pairwise(tallyOf(m, ballots), mode), mode, counted(ballots));

/** The orders and winners of every method that treats items alike. */
function outcome(m: number, ballots: Ranking[], mode: UnrankedMode): Record<string, number[][]> {
  const results = run(m, ballots, mode);
  return {
    kemeny: sets(results.kemeny.order),
    schulze: sets(results.schulze.order),
    copeland: sets(orderByScore(results.copelandNet)),
    borda: sets(orderByScore(results.bordaNet)),
    minimax: sets([results.minimax.winners]),
    smith: sets([results.smithSet]),
    irv: results.irv ? sets([results.irv.winners]) : [],
  };
}

test('no method depends on the order in which ballots come', () => {
  fc.assert(
    fc.property(profile(), modes, ({ m, ballots }, mode) => {
      expect(outcome(m, ballots.toReversed(), mode)).toEqual(outcome(m, ballots, mode));
    }),
    runs,
  );
});

test('no method depends on how items are numbered: ties are never broken by list position', () => {
  fc.assert(
    fc.property(relabelled, modes, ({ m, ballots, labels }, mode) => {
      const renamed = ballots.map((ballot) =>
        ballot.map((group) => group.map((item) => labels[item]!)),
      );
      const before = outcome(m, ballots, mode);
      const expected = Object.fromEntries(
        Object.entries(before).map(([method, order]) => [
          method,
          sets(order.map((group) => group.map((item) => labels[item]!))),
        ]),
      );
      expect(outcome(m, renamed, mode)).toEqual(expected);
    }),
    runs,
  );
});

test('reversing every ballot reverses Kemeny, Copeland and Borda', () => {
  fc.assert(
    fc.property(profile({ gaps: false }), ({ m, ballots }) => {
      const forth = outcome(m, ballots, 'bottom');
      const back = outcome(
        m,
        ballots.map((ballot) => ballot.toReversed()),
        'bottom',
      );
      for (const method of ['kemeny', 'copeland', 'borda']) {
        expect(back[method], method).toEqual(forth[method]!.toReversed());
      }
    }),
    runs,
  );
});

test('counting every ballot twice changes no result', () => {
  fc.assert(
    fc.property(profile(), modes, ({ m, ballots }, mode) => {
      expect(outcome(m, [...ballots, ...ballots], mode)).toEqual(outcome(m, ballots, mode));
    }),
    runs,
  );
});

test('when all ballots are the same ranking, every method returns it', () => {
  fc.assert(
    fc.property(profile({ gaps: false, ballots: 1 }), fc.integer({ min: 1, max: 9 }), (p, n) => {
      fc.pre(p.ballots.length === 1);
      const ballots = Array.from({ length: n }, () => p.ballots[0]!);
      const {
        kemeny: byKemeny,
        schulze: bySchulze,
        copeland,
        borda,
      } = outcome(p.m, ballots, 'bottom');
      const expected = sets(p.ballots[0]!.map((group) => [...group]));
      for (const order of [byKemeny, bySchulze, copeland, borda]) expect(order).toEqual(expected);
      expect(sets([run(p.m, ballots, 'bottom').rankedPairs.order[0]!])[0]).toEqual(expected[0]);
    }),
    runs,
  );
});

test('a Condorcet winner leads under every Condorcet method, and leaders come from the Smith set', () => {
  fc.assert(
    fc.property(profile({ least: 2 }), modes, ({ m, ballots }, mode) => {
      const pairs = pairwise(tallyOf(m, ballots), mode);
      const winner = condorcetWinner(pairs);
      const smith = smithSet(pairs);
      if (winner !== null) expect(smith).toEqual([winner]);
      for (const { method, leaders } of leadersByMethod(run(m, ballots, mode))) {
        if (!['kemeny', 'schulze', 'ranked-pairs', 'copeland', 'minimax'].includes(method))
          continue;
        if (winner !== null) expect(leaders, method).toEqual([winner]);
        if (method !== 'minimax') for (const item of leaders) expect(smith, method).toContain(item);
      }
    }),
    runs,
  );
});

test('Borda points follow from the head-to-head counts', () => {
  fc.assert(
    fc.property(profile(), ({ m, ballots }) => {
      const tally = tallyOf(m, ballots);
      const pairs = pairwise(tally, 'bottom');
      bordaPoints(tally).forEach((points, i) => {
        let net = 0;
        for (let j = 0; j < m; j++) net += margin(pairs, i, j);
        expect(points).toBe((net + tally.n * (m - 1)) / 2);
      });
    }),
    runs,
  );
});

describe('Kemeny', () => {
  test('no other order of the items agrees with more ballot pairs', () => {
    fc.assert(
      fc.property(profile({ most: 6 }), modes, ({ m, ballots }, mode) => {
        const pairs = pairwise(tallyOf(m, ballots), mode);
        const found = kemeny(pairs);
        const { best, optima } = everyOrder(pairs);
        expect(found.score).toBe(best);
        expect(found.optima).toBe(optima.length);
        expect(optima).toContainEqual(found.order.flat());
        expect(found.proved).toBe(true);
      }),
      runs,
    );
  });

  test('items are tied exactly when optimal orders put them both ways, at least in a chain', () => {
    fc.assert(
      fc.property(profile({ most: 6, ballots: 5 }), modes, ({ m, ballots }, mode) => {
        const pairs = pairwise(tallyOf(m, ballots), mode);
        const { order } = kemeny(pairs);
        const { optima } = everyOrder(pairs);
        let taken = 0;
        for (let position = 1; position <= m; position++) {
          const prefixes = new Set(
            optima.map((items) =>
              items
                .slice(0, position)
                .toSorted((a, b) => a - b)
                .join(),
            ),
          );
          const isCut = order.some((_, k) => order.slice(0, k + 1).flat().length === position);
          expect(isCut).toBe(prefixes.size === 1);
          if (isCut) taken = position;
        }
        expect(taken).toBe(m);
      }),
      runs,
    );
  });

  test('never scores below the order of another method', () => {
    fc.assert(
      fc.property(profile({ least: 2, most: 16 }), modes, ({ m, ballots }, mode) => {
        const pairs = pairwise(tallyOf(m, ballots), mode);
        const results = run(m, ballots, mode);
        const others = [
          results.schulze.order,
          results.rankedPairs.order,
          orderByScore(results.copelandNet),
          orderByScore(results.bordaNet),
        ];
        for (const order of others) {
          expect(agreementOf(pairs, order.flat()).score).toBeLessThanOrEqual(results.kemeny.score);
        }
      }),
      runs,
    );
  });

  test('an item that a majority group beats stands below all of that group', () => {
    fc.assert(
      fc.property(profile({ least: 2 }), modes, ({ m, ballots }, mode) => {
        const pairs = pairwise(tallyOf(m, ballots), mode);
        const smith = smithSet(pairs);
        const order = kemeny(pairs).order.flat();
        expect(order.slice(0, smith.length).toSorted((a, b) => a - b)).toEqual(smith);
      }),
      runs,
    );
  });
});

test('Schulze prefers i to j only when no stronger chain of wins leads back', () => {
  fc.assert(
    fc.property(profile({ least: 2, most: 6 }), modes, ({ m, ballots }, mode) => {
      const pairs = pairwise(tallyOf(m, ballots), mode);
      const { paths } = schulze(pairs);
      for (let i = 0; i < m; i++) {
        for (let j = 0; j < m; j++) {
          if (i !== j) expect(paths[i * m + j]).toBe(strongestChain(pairs, i, j, []));
        }
      }
    }),
    { numRuns: 500 },
  );
});

test('a result holds no NaN and no infinity, whatever the ballots', () => {
  fc.assert(
    fc.property(profile({ most: 9 }), modes, ({ m, ballots }, mode) => {
      const items = Array.from({ length: m }, (_, id) => ({ id, name: `Item ${id}` }));
      const document = rankingDocument(tallyOf(m, ballots), items, { unranked: mode, ballots });
      const copy: unknown = JSON.parse(JSON.stringify(document));
      expect(copy).toEqual(document);
    }),
    runs,
  );
});

/** Every order of the items, by trying them all. */
function everyOrder(pairs: Pairwise): { best: number; optima: number[][] } {
  const optima: number[][] = [];
  let best = -1;
  const extend = (order: number[], rest: number[]): void => {
    if (rest.length === 0) {
      const { score } = agreementOf(pairs, order);
      if (score > best) optima.length = 0;
      best = Math.max(best, score);
      if (score === best) optima.push(order);
      return;
    }
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
  return { best, optima };
}

/** The strongest chain of wins from i to j, by trying all chains. */
function strongestChain(pairs: Pairwise, i: number, j: number, visited: number[]): number {
  let best = Math.max(0, margin(pairs, i, j));
  for (let via = 0; via < pairs.m; via++) {
    if (via === i || via === j || visited.includes(via) || margin(pairs, i, via) <= 0) continue;
    const rest = strongestChain(pairs, via, j, [...visited, i]);
    best = Math.max(best, Math.min(margin(pairs, i, via), rest));
  }
  return best;
}
