import { needScores, orderChanges } from '../../needs/need-score.ts';
import { orderByScore } from '../../ranking/order.ts';
import type { ContentScores, Gaps, Worths } from './needs-document.ts';

/** Gaps as the weights take them, in the order of the contents; `null` where unknown. */
export function gapSizes(gaps: Gaps): (number | null)[] {
  return gaps.kind === 'rated'
    ? gaps.rows.map(({ gap }) => gap.mwds)
    : gaps.rows.map(({ score }) => score);
}

/**
 * The weights of the contents from ranking and gaps, and where on the slider between the two their
 * order turns. `null` where neither says anything.
 *
 * @example
 * contentScores(['data', 'law'], worths, gaps, 0.6)?.order // => [['data'], ['law']]
 */
export function contentScores(
  items: readonly string[],
  worths: Worths | null,
  gaps: Gaps | null,
  part?: number,
): ContentScores | null {
  const scores = needScores(worths?.shares ?? null, gaps && gapSizes(gaps), part);
  if (!scores.weights) return null;
  const order = orderByScore(scores.weights.map((weight) => Number(weight.toPrecision(12))));
  const { worthShares, gapShares } = scores;
  return {
    scores,
    order: order.map((group) => group.map((item) => items[item]!)),
    turns: worthShares && gapShares ? orderChanges(worthShares, gapShares) : [],
  };
}
