import { signTest } from './distributions.ts';
import { holm } from './multiple-tests.ts';
import type { Pairwise } from './pairwise.ts';
import type { Significance } from './rank-range.ts';

/**
 * Tests every pair of items with the exact sign test on the ballots that prefer one to the other,
 * Holm-corrected over all pairs. Weaker than `rankDifferences`, but needs no ranks, so it also
 * serves where unranked items mean nothing.
 *
 * @example
 * pairDifferences(pairs)(0, 1) // => true: significantly more ballots prefer item 0
 */
export function pairDifferences({ m, wins }: Pairwise, confidence = 0.95): Significance {
  const tested: [higher: number, lower: number][] = [];
  const pValues: number[] = [];
  for (let i = 0; i < m; i++) {
    for (let j = i + 1; j < m; j++) {
      const [up, down] = [wins[i * m + j]!, wins[j * m + i]!];
      tested.push(up >= down ? [i, j] : [j, i]);
      pValues.push(signTest(up, up + down));
    }
  }
  const adjusted = holm(pValues);
  const better = new Uint8Array(m * m);
  tested.forEach(([i, j], k) => {
    if (adjusted[k]! <= 1 - confidence) better[i * m + j] = 1;
  });
  return (i, j) => better[i * m + j] === 1;
}
