import { signTest, standardNormalQuantile } from './distributions.ts';
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

/**
 * Wilson's interval for a share: `successes` of `trials`. Stays inside 0..1 and keeps its level for
 * small numbers. Null without trials.
 *
 * @example
 * wilsonInterval(9, 10) // => [0.5958499732047615, 0.9821237869049271]
 */
export function wilsonInterval(
  successes: number,
  trials: number,
  confidence = 0.95,
): [number, number] | null {
  if (trials === 0) return null;
  const z = standardNormalQuantile((1 + confidence) / 2);
  const share = successes / trials;
  const width = 1 + (z * z) / trials;
  const centre = (share + (z * z) / (2 * trials)) / width;
  const half =
    (z / width) * Math.sqrt((share * (1 - share)) / trials + (z * z) / (4 * trials * trials));
  return [
    successes === 0 ? 0 : Math.max(0, centre - half),
    successes === trials ? 1 : Math.min(1, centre + half),
  ];
}
