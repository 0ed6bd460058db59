import type { GapTally } from './gap-tally.ts';
import { gapsOf } from './gaps.ts';

/** What would close a gap: training, a change in the organisation, or the ratings can't say. */
export type Remedy = 'training' | 'organisation' | 'undecided';

/** Ratings of two remedies for one task. */
export interface RemedyFigures {
  item: number;
  n: number;
  meanTraining: number | null;
  meanOrganisation: number | null;
  adjustedP: number | null;
  remedy: Remedy;
}

/**
 * The second half of a Hennessy–Hicks analysis: how far each gap could be closed by training
 * (first rating of the tally) and by organisational change (second rating). The higher one is the
 * remedy when the signed-rank test, corrected over all items, tells them apart at 5 %. The first
 * half, mean importance - mean performance on 7 points, is `meanGap` of `gapsOf`.
 * Source: Hennessy & Hicks, Training Needs Analysis Questionnaire and Manual (WHO Europe).
 *
 * @example
 * remediesOf(tally)[0].remedy // => 'organisation'
 */
export function remediesOf(tally: GapTally): RemedyFigures[] {
  return gapsOf(tally).map(({ item, n, meanImportance, meanLevel, meanGap, signedRank }) => {
    const adjustedP = signedRank?.adjustedP ?? null;
    const clear = adjustedP !== null && adjustedP <= 0.05 && meanGap !== null && meanGap !== 0;
    const remedy = clear ? (meanGap > 0 ? 'training' : 'organisation') : 'undecided';
    return {
      item,
      n,
      meanTraining: meanImportance,
      meanOrganisation: meanLevel,
      adjustedP,
      remedy,
    };
  });
}
