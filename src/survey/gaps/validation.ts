import { type Interval, wilsonInterval } from '../../ranking/wilson.ts';

/** When votes are enough: a share (0..1) of them for the point `value`, of at least `minAnswers`. */
export interface ConfirmRule {
  minShare: number;
  value: number;
  minAnswers: number;
}

/** What has become of a gap; `proposed` until there are enough votes. */
export const GAP_STATES = ['proposed', 'confirmed', 'partly-contested', 'rejected'] as const;
export type GapState = (typeof GAP_STATES)[number];

/** The verdict on one gap with the counts that it rests on. */
export interface Verdict {
  state: GapState;
  /** Votes without don’t-knows; null where held back. */
  n: number | null;
  /** Share of the votes for the rule's point, with Wilson's 95 % interval. */
  share: number | null;
  interval: Interval | null;
  /** Share of the votes for the lowest point: “not here”. */
  against: number | null;
}

/**
 * Decides on a gap. Don’t-knows are not among the votes. With fewer than `minAnswers` votes, or
 * votes that are held back, it stays proposed. With enough it is confirmed where at least
 * `minShare` chose the rule's point, rejected where at least `minShare` chose the lowest point of
 * the scale, and partly contested otherwise. More confirmations never make it worse.
 *
 * @param counts votes per point of the scale, as `values`; null where held back
 * @example
 * verdictOf([1, 1, 8], [0, 1, 2], { minShare: 0.7, value: 2, minAnswers: 5 }).state // 'confirmed'
 */
export function verdictOf(
  counts: readonly number[] | null,
  values: readonly number[],
  { minShare, value, minAnswers }: ConfirmRule,
): Verdict {
  if (counts === null) {
    return { state: 'proposed', n: null, share: null, interval: null, against: null };
  }
  const n = counts.reduce((sum, count) => sum + count, 0);
  if (n === 0) return { state: 'proposed', n, share: null, interval: null, against: null };
  const yes = counts[values.indexOf(value)] ?? 0;
  const no = counts[values.indexOf(Math.min(...values))] ?? 0;
  const isEnough = (count: number) => count >= minShare * n - 1e-9;
  const decided = isEnough(yes) ? 'confirmed' : isEnough(no) ? 'rejected' : 'partly-contested';
  return {
    state: n < minAnswers ? 'proposed' : decided,
    n,
    share: yes / n,
    interval: wilsonInterval(yes, n),
    against: no / n,
  };
}
