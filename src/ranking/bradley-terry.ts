import { fitWorths } from './choice-model.ts';
import type { Choices } from './choice-model.ts';
import type { Pairwise } from './pairwise.ts';

/**
 * Log-worths, mean 0, of the Bradley-Terry model of the head-to-head counts: item i is preferred to
 * item j with probability w_i / (w_i + w_j). Point estimates only: the counts of one respondent
 * hang together, so the usual standard errors would be two times too small. Ballots that tie a
 * pair count for neither. Null when no finite estimate exists.
 *
 * @example
 * bradleyTerry({ m: 2, wins: Float64Array.of(0, 3, 1, 0) }) // => [0.549, -0.549]
 */
export function bradleyTerry({ m, wins }: Pairwise): number[] | null {
  const choices: Choices = {
    m,
    sets: [],
    wins: new Float64Array(m),
    over: Uint8Array.from(wins, (count) => (count > 0 ? 1 : 0)),
  };
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < m; j++) {
      choices.wins[i]! += wins[i * m + j]!;
      const count = wins[i * m + j]! + wins[j * m + i]!;
      if (i < j && count > 0) choices.sets.push({ items: [i, j], count });
    }
  }
  return fitWorths(choices, 0)?.logWorth ?? null;
}
