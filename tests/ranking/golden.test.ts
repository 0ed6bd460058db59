import { readFileSync, readdirSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { plenaryRank, rankedFile, rankings } from './plenary-rank.ts';

const folder = new URL('../fixtures/golden/', import.meta.url);

// Expected results of other tools; their shape differs from file to file.
// oxlint-disable-next-line typescript/no-explicit-any
type Golden = any;

const goldens: { name: string; golden: Golden }[] = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => ({
    name: name.replace('.json', ''),
    golden: JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Golden,
  }))
  .filter(({ golden }) => golden.pairwise !== undefined);

/** Equal within a relative tolerance, or both null. */
function close(actual: number | null, expected: number | null | undefined, relative: number): void {
  if (expected === null || expected === undefined) expect(actual).toBeNull();
  else expect(Math.abs(actual! - expected)).toBeLessThanOrEqual(relative * Math.abs(expected));
}

function allClose(actual: (number | null)[] | null, expected: number[], absolute: number): void {
  expect(actual).toHaveLength(expected.length);
  expected.forEach((value, k) => {
    expect(Math.abs(actual![k]! - value)).toBeLessThanOrEqual(
      absolute * Math.max(1, Math.abs(value)),
    );
  });
}

const sorted = (order: (string | number)[][]): (string | number)[][] =>
  order.map((group) => group.toSorted((a, b) => Number(a) - Number(b)));

test('every public golden has its ranking file', () => {
  expect(goldens).toHaveLength(24);
});

describe.each(goldens)('plenary rank gives the results of other tools for $name', ({ golden }) => {
  const mode: string = golden.mode;
  const read = () => rankedFile(golden.source, mode);

  test('counts', async () => {
    const document = await read();
    expect(document.n).toBe(golden.n);
    expect(document.mode).toBe(mode);
    expect(document.items).toEqual(golden.items);
    expect(document.pairwise).toEqual(golden.pairwise);
    expect(document.rankedCount).toEqual(golden.ranked_count);
    if (mode === 'bottom') {
      golden.position_counts.forEach((row: number[], i: number) => {
        allClose(document.positionCounts[i]!, row, 1e-9);
      });
    }
  });

  test('mean rank and Borda', async () => {
    const { meanRank, borda, bordaNet, meanRankError, variants } = await read();
    expect(bordaNet).toEqual(golden.borda_net);
    if (mode === 'ignore') return;
    if (golden.mean_rank === null) expect(meanRank).toBeNull();
    else allClose(meanRank, golden.mean_rank, 1e-11);
    expect(borda).toEqual(golden.borda.mid);
    expect(variants.borda!.unrankedZero).toEqual(golden.borda.unranked_zero);
    expect(variants.borda!.modified).toEqual(golden.borda.modified_k);
    allClose(variants.borda!.dowdall, golden.borda.dowdall, 1e-10);
    const errors = golden.agreement?.mean_rank_se;
    if (errors) allClose(meanRankError, errors, 1e-10);
  });

  test('head-to-head methods', async () => {
    const document = await read();
    const { variants } = document;
    expect(document.copelandNet).toEqual(golden.copeland.score_net);
    expect(variants.headToHead.map(({ wins, ties, losses }) => [wins, ties, losses])).toEqual(
      golden.copeland.win_tie_loss,
    );
    expect(document.condorcetWinner).toBe(golden.condorcet_winner);
    expect(document.smithSet).toEqual(golden.smith_set);
    expect(variants.majorityGroups).toEqual(golden.weak_majority_components);
    expect(document.minimax.worstDefeat).toEqual(golden.minimax_worst_defeat.margins);
    expect(document.minimax.winners).toEqual(golden.minimax_winners.margins);
    const { winningVotes, opposition } = variants.minimax;
    expect(winningVotes.worstDefeat).toEqual(golden.minimax_worst_defeat.winning_votes);
    expect(winningVotes.winners).toEqual(golden.minimax_winners.winning_votes);
    expect(opposition.worstDefeat).toEqual(golden.minimax_worst_defeat.opposition);
    expect(opposition.winners).toEqual(golden.minimax_winners.opposition);
  });

  test('Schulze and Ranked Pairs', async () => {
    const { schulze, rankedPairs, variants } = await read();
    const { margins, winning_votes: votes } = golden.schulze;
    expect(schulze.winners).toEqual(margins.winners);
    expect(schulze.order).toEqual(margins.order_peeled);
    if (margins.paths) expect(variants.schulze.paths).toEqual(margins.paths);
    expect(variants.schulze.winningVotes.winners).toEqual(votes.winners);
    expect(variants.schulze.winningVotes.order).toEqual(votes.order_peeled);
    if (votes.paths) expect(variants.schulze.winningVotes.paths).toEqual(votes.paths);
    const locked = golden.ranked_pairs;
    expect(rankedPairs.order).toEqual(locked.margins.order);
    expect(rankedPairs.tieBreakMatters).toBe(locked.margins.tie_break_matters);
    expect(variants.rankedPairs.winningVotes.order).toEqual(locked.winning_votes.order);
    expect(variants.rankedPairs.winningVotes.tieBreakMatters).toBe(
      locked.winning_votes.tie_break_matters,
    );
  });

  test('Kemeny: score, number of optima, membership, ties', async () => {
    const { kemeny } = await read();
    const expected = golden.kemeny;
    expect(kemeny.score).toBe(expected.score);
    expect(kemeny.disagreements).toBe(expected.disagreements);
    expect(kemeny.proved).toBe(true);
    expect(kemeny.gap).toBe(0);
    if (typeof expected.optimal_count === 'number') {
      expect(kemeny.optima).toBe(expected.optimal_count);
    }
    if (expected.optimal_count === 1) {
      expect(kemeny.order).toEqual(expected.order.map((id: number) => [id]));
    }
    const optima: number[][] | undefined = expected.optimal_orders;
    if (optima && optima.length === expected.optimal_count) {
      expect(optima).toContainEqual(kemeny.order.flat());
      expect(sorted(kemeny.order)).toEqual(sorted(tiedGroups(optima)));
    }
  });

  test('instant run-off', async () => {
    const { irv } = await read();
    if (golden.irv === null) {
      expect(irv).toBeNull();
      return;
    }
    expect(irv!.winners).toEqual(golden.irv.winners);
    expect(irv!.tieMet).toBe(golden.irv.tie_met);
    expect(irv!.rounds).toHaveLength(golden.irv.rounds.length);
    irv!.rounds.forEach((round, k) => {
      const expected = golden.irv.rounds[k];
      expect(round.exhausted).toBe(expected.exhausted);
      expect(round.eliminated).toEqual(expected.eliminated ?? []);
      const counts = golden.items.map(({ id }: { id: number }) => expected.counts[id] ?? null);
      expect(round.counts).toEqual(counts);
    });
  });

  test('agreement', async () => {
    const { agreement } = await read();
    const expected = golden.agreement ?? {};
    close(agreement.kendallW, expected.kendall_w, 1e-9);
    close(agreement.chiSquare, expected.chi2, 1e-9);
    close(agreement.pValue, expected.p_chi2, 1e-6);
    if (expected.F !== undefined) close(agreement.fStatistic, expected.F, 1e-9);
    if (expected.p_F !== undefined) close(agreement.fPValue, expected.p_F, 1e-6);
    close(agreement.meanTau, expected.mean_pairwise_tau_a, 1e-9);
  });

  test('Plackett-Luce and Bradley-Terry', async () => {
    const { plackettLuce, bradleyTerry, variants } = await read();
    const regular = golden.plackett_luce_pseudo ?? null;
    if (regular === null) expect(plackettLuce).toBeNull();
    else allClose(plackettLuce!.logWorth, regular.log_worth_mean0, 1e-6);
    const plain = golden.plackett_luce;
    if (plain.exists === true) {
      const fit = variants.plackettLuce!;
      allClose(fit.logWorth, plain.log_worth_mean0, 1e-6);
      allClose(fit.standardError, plain.se_sum0, 1e-6);
      close(fit.logLikelihood, plain.loglik, 1e-9);
    } else if (plain.exists === false) {
      expect(variants.plackettLuce!.logWorth).toBeNull();
      expect(sorted(variants.plackettLuce!.groups).sort()).toEqual(
        sorted(plain.win_graph_components).sort(),
      );
    }
    if (golden.bradley_terry.exists) {
      allClose(bradleyTerry!.logWorth, golden.bradley_terry.log_worth_mean0, 1e-6);
    } else expect(bradleyTerry).toBeNull();
  });
});

/** Items that change places between optimal orders, as tied groups. */
function tiedGroups(optima: number[][]): number[][] {
  const first = optima[0]!;
  const groups: number[][] = [];
  first.forEach((item, position) => {
    const before = new Set(first.slice(0, position));
    const shared = optima.every((order) => order.slice(0, position).every((id) => before.has(id)));
    if (shared) groups.push([item]);
    else groups.at(-1)!.push(item);
  });
  return groups;
}

const ranks = JSON.parse(readFileSync(new URL('rank-ci.json', folder), 'utf8')) as Golden;
const rankSets: [string, string][] = [
  ['agh-2003', '00009-00000001.soc'],
  ['tshirt', '00012-00000001.soc'],
  ['dots', '00024-00000001.soc'],
  ['poster-1', '00033-00000002.toc'],
  ['debian-2005.bottom', '00002-00000003.soi'],
  ['sushi10', '00014-00000001.soc'],
];

test.each(rankSets)('rank ranges equal Holm-corrected paired t tests: %s', async (name, source) => {
  const expected = ranks.sets[name];
  const { rankRange, meanRankError } = await rankedFile(source, 'bottom');
  expect(rankRange!.map(([low]) => low)).toEqual(expected.holm_t_pairwise95_L);
  expect(rankRange!.map(([, high]) => high)).toEqual(expected.holm_t_pairwise95_U);
  allClose(meanRankError, expected.mean_rank_se, 1e-9);
});

test('a file of 5000 ballots over 100 items is ranked, too', async () => {
  const args = [`${rankings}00014-00000002.soi`, '--json'];
  const { code, out } = await plenaryRank(...args);
  expect(code).toBe(0);
  const document = JSON.parse(out) as { n: number; kemeny: { order: unknown[][] } };
  expect(document.n).toBe(5000);
  expect(document.kemeny.order.flat()).toHaveLength(100);
});
