import { gapOrder } from '../../needs/gap-order.ts';
import { addRatings, emptyGapTally, type GapTally } from '../../needs/gap-tally.ts';
import { gapsOf } from '../../needs/gaps.ts';
import { quadrantsOf } from '../../needs/quadrant.ts';
import { rankGap } from '../../needs/rank-gap.ts';
import { certaintyOf, fewestAnswers } from '../../needs/statement.ts';
import { orderByScore } from '../../ranking/order.ts';
import type { Definition } from '../definition.ts';
import { scalePoints } from '../question-options.ts';
import type { Filter } from '../results-query.ts';
import type { RatingFigures } from '../rating-results.ts';
import type { GapRow, Gaps, Missing, RankedFigures, RankedGapRow } from './needs-document.ts';
import { type CodedRow, passes, ratingReader } from './response-ratings.ts';

/** Error rate of the claims about all gaps together. */
const LEVEL = 0.05;

/** Both ratings of everyone who passes the filters. */
export interface PairedRatings {
  tally: GapTally;
  /** Respondents with a complete pair for any content. */
  n: number;
  /** By content why nothing of it may be shown; `null` where it may. */
  held: (Missing | null)[];
}

/**
 * Counts importance and level of each content together, response by response. A content with fewer
 * than `minCell` complete pairs is held back, and so is one where those whom the filters keep out
 * gave fewer: a subtraction would tell about them.
 */
export function pairedRatings(
  definition: Definition,
  roles: { importance: string; level: string },
  items: readonly string[],
  responses: Iterable<CodedRow>,
  where: readonly Filter[],
): PairedRatings {
  const asked = definition.questions.find(({ id }) => id === roles.importance)!;
  const points = scalePoints(definition, asked).map(({ value }) => value);
  const importance = ratingReader(definition, roles.importance, items);
  const level = ratingReader(definition, roles.level, items);
  const isMeant = passes(definition, where);
  const tally = emptyGapTally(items.length, points);
  const inside = items.map(() => 0);
  const outside = items.map(() => 0);
  let n = 0;
  for (const response of responses) {
    const [wished, known] = [importance(response), level(response)];
    if (!wished || !known) continue;
    const pairs = items.map((_, item) => wished[item] !== null && known[item] !== null);
    const isIn = isMeant(response);
    const counts = isIn ? inside : outside;
    pairs.forEach((isPair, item) => isPair && counts[item]!++);
    if (!isIn) continue;
    if (pairs.includes(true)) n++;
    const complete = (values: readonly (number | null)[]) =>
      values.map((value, item) => (pairs[item] ? value : null));
    addRatings(tally, complete(wished), complete(known));
  }
  const { minCell } = definition.privacy;
  const held = items.map((_, item): Missing | null => {
    if (inside[item] === 0) return 'no-answers';
    if (inside[item]! < Math.max(minCell, fewestAnswers)) return 'too-few';
    return outside[item]! > 0 && outside[item]! < minCell ? 'by-subtraction' : null;
  });
  return { tally, n, held };
}

/**
 * The gaps of all contents, those held back without figures and outside of every comparison.
 *
 * @param means of all who rated importance, with or without a level, by content
 */
export function ratedGaps(
  items: readonly string[],
  { tally, held }: PairedRatings,
  means: readonly (number | null)[],
  sampleOf: number | null,
): Extract<Gaps, { kind: 'rated' }> {
  const shown = withoutHeld(tally, held);
  const gaps = gapsOf(shown);
  const chart = quadrantsOf(shown, 'grand-means');
  const order = (measure: 'rds' | 'mwds') =>
    gapOrder(gaps, measure).order.map((group) => group.map((item) => items[item]!));
  return {
    kind: 'rated',
    points: [...tally.points],
    crosshair: chart.crosshair,
    rows: gaps.map(({ item, ...gap }): GapRow => {
      const point = chart.points[item]!;
      const isSure = gap.signedRank !== null && gap.signedRank.adjustedP <= LEVEL;
      const direction = isSure && gap.rds ? (gap.rds < 0 ? 'lacking' : 'exceeding') : 'none';
      const meanImportanceAll = held[item] ? null : (means[item] ?? gap.meanImportance);
      const { meanGap } = gap;
      return {
        id: items[item]!,
        gap: {
          ...gap,
          meanImportanceAll,
          mwdsAll:
            meanImportanceAll === null || meanGap === null ? null : meanImportanceAll * meanGap,
        },
        direction,
        certainty: certaintyOf(gap.n, direction !== 'none'),
        quadrant: point.quadrant,
        importanceInterval: point.importanceInterval,
        levelInterval: point.levelInterval,
        borderline: point.borderline,
        missing: held[item] ?? null,
      };
    }),
    byRds: order('rds'),
    byMwds: order('mwds'),
    sampleOf,
  };
}

function withoutHeld(tally: GapTally, held: readonly (Missing | null)[]): GapTally {
  const size = (tally.points.length + 1) ** 2;
  const counts = tally.counts.map((count, at) => (held[Math.floor(at / size)] ? 0 : count));
  return { ...tally, counts };
}

/**
 * Need scores where importance was ranked and only the level rated: high in the ranking and low on
 * the scale is a need.
 */
export function rankedGaps(
  items: readonly string[],
  ranking: RankedFigures,
  level: RatingFigures,
): Extract<Gaps, { kind: 'ranked' }> {
  const values = level.points.map(({ value }) => value);
  const [lowest, highest] = [Math.min(...values), Math.max(...values)];
  const rows = items.map((id): RankedGapRow => {
    const meanRank = ranking.items.find((item) => item.id === id)?.meanRank ?? null;
    const mean = level.rows.find((row) => row.id === id)?.mean ?? null;
    const given = { meanRank, items: ranking.items.length, level: mean, lowest, highest };
    return { id, meanRank, level: mean, score: rankGap(given) };
  });
  const known = rows.filter(({ score }) => score !== null);
  const order = orderByScore(known.map(({ score }) => Number(score!.toPrecision(12))));
  return {
    kind: 'ranked',
    highest,
    lowest,
    rows,
    order: order.map((group) => group.map((at) => known[at]!.id)),
  };
}
