/** What is known of a gap: how it is ranked, and how well it is covered by what is on offer. */
export interface GapEvidence {
  id: string;
  /** Mean rank, 1 is first, with its 95 % interval; null where it is not known. */
  meanRank: number | null;
  rankInterval: readonly [number, number] | null;
  /** Mean of the coverage scale with its 95 % interval; null where it is not known. */
  coverage: number | null;
  coverageInterval: readonly [number, number] | null;
}

/** How sure one may be that a figure lies on one side of a line. */
export type Sureness = 'clearly' | 'probably';

/** How a gap stands to the two lines; null where the figures do not tell. */
export interface GapNeed extends GapEvidence {
  /** Ranked before the middle of the gaps. */
  priority: { high: boolean; sure: Sureness } | null;
  /** Covered less than the middle of the scale. */
  cover: { low: boolean; sure: Sureness } | null;
  /** Of high priority and uncovered; clearly only where both are clear. */
  need: Sureness | null;
}

/**
 * Finds the gaps that are ranked high and that offers cover little. High is a mean rank before the
 * mean of all gaps here, little is a mean under the middle of the scale. A gap is clearly on one
 * side where its whole 95 % interval is, else probably.
 *
 * @param middle of the coverage scale, such as 1.5 for 0 to 3
 * @returns needs first (the clear ones before the probable ones), each group by mean rank
 */
export function gapNeeds(gaps: readonly GapEvidence[], middle: number): GapNeed[] {
  const ranks = gaps.flatMap(({ meanRank }) => (meanRank === null ? [] : [meanRank]));
  const line = ranks.reduce((sum, rank) => sum + rank, 0) / ranks.length;
  const side = (value: number | null, interval: GapEvidence['rankInterval'], at: number) => {
    if (value === null) return null;
    const isClear = interval !== null && (interval[1] < at || interval[0] > at);
    return { below: value < at, sure: isClear ? ('clearly' as const) : ('probably' as const) };
  };
  const order = { clearly: 0, probably: 1, none: 2 };
  return gaps
    .map((gap): GapNeed => {
      const rank = side(gap.meanRank, gap.rankInterval, line);
      const cover = side(gap.coverage, gap.coverageInterval, middle);
      const isBoth = rank?.below && cover?.below;
      const sure = rank?.sure === 'clearly' && cover?.sure === 'clearly' ? 'clearly' : 'probably';
      return {
        ...gap,
        priority: rank && { high: rank.below, sure: rank.sure },
        cover: cover && { low: cover.below, sure: cover.sure },
        need: isBoth ? sure : null,
      };
    })
    .toSorted(
      (a, b) =>
        order[a.need ?? 'none'] - order[b.need ?? 'none'] ||
        (a.meanRank ?? Infinity) - (b.meanRank ?? Infinity) ||
        (a.id < b.id ? -1 : 1),
    );
}
