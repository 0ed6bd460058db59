import type { RatingFigures } from './rating-results.ts';
import { holdRows } from './rating-results.ts';
import type { Gathering, LeftOut, Slice } from './results-document.ts';
import { leaksSmallCells, type OpenFilter } from './results-filter.ts';
import { smallCells, type Suppression } from './small-cells.ts';

/** A group of respondents while it is gathered. */
export interface SliceGroup {
  key: string;
  label: string;
  /** Answers that count. */
  n: number;
  leftOut: LeftOut;
  gathering: Gathering;
  /** Answers that the filters keep out, by the pattern of the filters they pass. */
  beside: Map<number, number>;
}

interface Privacy {
  minCell: number;
  /** The question asks for something personal: no figures at all. */
  personal: boolean;
  /** The groups are no parts of `all`, so nothing can be had by subtraction. */
  apart: boolean;
}

/**
 * The slices of a document: everyone first, then the groups that have anyone in them. Held back are
 * - groups of fewer than `minCell` answers,
 * - groups that the total and the shown groups would give away by subtraction (`smallCells`),
 * - what a filter lets through, when what it keeps out is too small to stand alone,
 * - ratings of a row with fewer than `minCell` ratings, by the same rules.
 *
 * A held slice shows no number of answers; but everyone, unfiltered, does: that is the study's
 * progress, and a designer who tries the study alone must see it count.
 */
export function slicesOf(
  all: SliceGroup,
  groups: readonly SliceGroup[],
  filters: readonly OpenFilter[],
  privacy: Privacy,
): [Slice, ...Slice[]] {
  const { minCell, personal, apart } = privacy;
  const leaks = filters.some((filter) => leaksSmallCells(filter, minCell));
  const total = personal ? 'personal' : alone(all, leaks, minCell);
  const present = groups.filter((group) => respondents(group) > 0);
  const sizes = present.map(({ n }) => n);
  const own = present.map((group) => alone(group, leaks, minCell));
  const together = smallCells(
    sizes,
    minCell,
    own.map((reason) => reason !== undefined),
  );
  const reasons = present.map((_, index) => {
    if (personal) return 'personal';
    return own[index] ?? (apart ? undefined : (together[index] ?? (total && 'by-subtraction')));
  });
  const slices: [Slice, ...Slice[]] = [
    sliceOf(all, total, filters.length === 0),
    ...present.map((group, index) => sliceOf(group, reasons[index], false)),
  ];
  const [first] = slices;
  if (!first.suppressed && 'rows' in first) {
    const figures = [all, ...present].map(({ gathering }) => gathering.figures() as RatingFigures);
    holdRows(slices, figures, minCell, apart);
  }
  return slices;
}

/** Why a group is held back whatever the other groups are. */
function alone(group: SliceGroup, leaks: boolean, minCell: number): Suppression | undefined {
  if (group.n < minCell) return 'too-few';
  const remainders = [...group.beside.values()];
  return leaks || remainders.some((n) => n < minCell) ? 'by-subtraction' : undefined;
}

function respondents({ n, leftOut }: SliceGroup): number {
  return Object.values(leftOut).reduce((sum, count) => sum + count, n);
}

function sliceOf(group: SliceGroup, suppressed: Suppression | undefined, open: boolean): Slice {
  const { key, label, n, leftOut } = group;
  if (suppressed) return { key, label, suppressed, n: open ? n : null, leftOut: null };
  return { key, label, n, leftOut, ...group.gathering.figures() };
}
