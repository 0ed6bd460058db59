import { peelUndefeated } from './order.ts';
import type { Order } from './order.ts';
import { winStrengths } from './pairwise.ts';
import type { Pairwise, Strength } from './pairwise.ts';
import { seededRandom, shuffle } from './random.ts';

/** The order of Ranked Pairs, and whether wins of equal strength could have changed its winners. */
export type RankedPairs = { order: Order; tieBreakMatters: boolean };

type Win = { from: number; to: number; strength: number };

const triedTieBreaks = 25;

/**
 * Ranked Pairs (Tideman 1987): lock the wins in, strongest first, skipping any that would close a
 * cycle; the order peels the locked relation. Wins of equal strength are locked by item index, and
 * `tieBreakMatters` says whether any of 25 seeded random ways gives other winners (trying all ways
 * is NP-hard).
 *
 * @example
 * rankedPairs(pairs) // => { order: [[1], [0], [2]], tieBreakMatters: false }
 */
export function rankedPairs(pairs: Pairwise, strength: Strength = 'margins'): RankedPairs {
  const { m } = pairs;
  const strengths = winStrengths(pairs, strength);
  const wins: Win[] = [];
  strengths.forEach((value, k) => {
    if (value > 0) wins.push({ from: Math.floor(k / m), to: k % m, strength: value });
  });
  wins.sort((a, b) => b.strength - a.strength);
  const { reaches, skipped } = lock(m, wins);
  const order = orderOf(m, reaches);
  const equal = wins.some((win, k) => k > 0 && wins[k - 1]!.strength === win.strength);
  if (skipped === 0 || !equal) return { order, tieBreakMatters: false };

  const random = seededRandom(m);
  for (let attempt = 0; attempt < triedTieBreaks; attempt++) {
    const shuffled = shuffle([...wins], random).sort((a, b) => b.strength - a.strength);
    const winners = orderOf(m, lock(m, shuffled).reaches)[0];
    if (String(winners) !== String(order[0])) return { order, tieBreakMatters: true };
  }
  return { order, tieBreakMatters: false };
}

/** Locks wins in the given order; `reaches[i * m + j]` is 1 when locked wins lead from i to j. */
function lock(m: number, wins: readonly Win[]): { reaches: Uint8Array; skipped: number } {
  const reaches = new Uint8Array(m * m);
  let skipped = 0;
  for (const { from, to } of wins) {
    if (reaches[to * m + from]) {
      skipped++;
      continue;
    }
    if (reaches[from * m + to]) continue;
    for (let i = 0; i < m; i++) {
      if (i !== from && !reaches[i * m + from]) continue;
      reaches[i * m + to] = 1;
      for (let j = 0; j < m; j++) if (reaches[to * m + j]) reaches[i * m + j] = 1;
    }
  }
  return { reaches, skipped };
}

function orderOf(m: number, reaches: Uint8Array): Order {
  return peelUndefeated(m, (i, j) => reaches[i * m + j] === 1);
}
