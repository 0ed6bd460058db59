import type { Gap } from './gaps.ts';
import type { QuadrantChart } from './quadrant.ts';
import { certaintyOf, fewestAnswers, unanswered } from './statement.ts';
import type { Evidence, Statement, StatementFigures } from './statement.ts';

/** Error rate of the claims about all gaps together. */
const level = 0.05;

/**
 * One statement an item about its gap, in the order given: it lacks or exceeds what is needed when
 * the Holm-corrected signed-rank test says so, else no gap is shown. `chart` must be of the same
 * items.
 *
 * @example
 * gapStatements(gaps, ['procurement'], chart, evidence)[0].figures.direction // => 'lacking'
 */
export function gapStatements(
  gaps: readonly Gap[],
  ids: readonly string[],
  chart: QuadrantChart,
  evidence: Evidence,
): Statement[] {
  return gaps.map(({ item, ...gap }): Statement => {
    if (gap.n < fewestAnswers) return unanswered(evidence, 6, gap.n);
    const direction = directionOf(gap);
    const point = chart.points[item];
    return {
      kind: 'gap',
      section: 6,
      n: gap.n,
      certainty: certaintyOf(gap.n, direction !== 'none'),
      figures: {
        item: ids[item]!,
        gap,
        direction,
        quadrant: point?.quadrant ?? null,
        borderline: point?.borderline ?? null,
      },
      evidence,
    };
  });
}

function directionOf({ signedRank, rds }: Omit<Gap, 'item'>): StatementFigures['gap']['direction'] {
  if (!signedRank || signedRank.adjustedP > level || !rds) return 'none';
  return rds < 0 ? 'lacking' : 'exceeding';
}
