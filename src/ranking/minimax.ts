import { margin } from './pairwise.ts';
import type { Pairwise } from './pairwise.ts';

/** What counts as the size of a defeat. */
export type DefeatMeasure = 'margins' | 'winning-votes' | 'opposition';

/** Every item's worst defeat, and the items whose worst defeat is the smallest. */
export type Minimax = { worstDefeat: number[]; winners: number[] };

/**
 * Minimax (Simpson-Kramer): the winner is the item whose worst head-to-head defeat is least bad.
 * `margins`: by how many ballots; `winning-votes`: how many ballots are against, where lost;
 * `opposition`: how many ballots are against, lost or not. Never below 0.
 *
 * @example
 * minimax(pairs).winners // the Condorcet winner alone, where there is one
 */
export function minimax(pairs: Pairwise, measure: DefeatMeasure = 'margins'): Minimax {
  const { m, wins } = pairs;
  const worstDefeat = Array.from({ length: m }, (_, i) => {
    let worst = 0;
    for (let j = 0; j < m; j++) {
      const by = margin(pairs, j, i);
      const against = wins[j * m + i]!;
      if (measure === 'margins') worst = Math.max(worst, by);
      else if (measure === 'opposition' || by > 0) worst = Math.max(worst, against);
    }
    return worst;
  });
  const least = Math.min(...worstDefeat);
  const winners = worstDefeat.flatMap((worst, i) => (worst === least ? [i] : []));
  return { worstDefeat, winners };
}
