import type { ValueCounts } from './quartiles.ts';

/** One bar: the answers from `from` up to, but not including, `to`; a single value where equal. */
export interface Bin {
  from: number;
  to: number;
  n: number;
  /** Of all answers, 0..1. */
  share: number;
}

/** More different values than this are gathered in bins. */
const MOST_VALUES = 12;

/**
 * A histogram of numbers: one bar a value while there are few different ones, else about ten bins
 * of a round width (1, 2 or 5 times a power of ten) without gaps between them.
 *
 * @example
 * histogramOf(new Map([[20, 3], [50, 1]]))
 * // => [{ from: 20, to: 20, n: 3, share: 0.75 }, { from: 50, to: 50, n: 1, share: 0.25 }]
 */
export function histogramOf(counts: ValueCounts): Bin[] {
  const sorted = [...counts].filter(([, n]) => n > 0).toSorted(([a], [b]) => a - b);
  const total = sorted.reduce((sum, [, n]) => sum + n, 0);
  const least = sorted[0]?.[0];
  const most = sorted.at(-1)?.[0];
  if (least === undefined || most === undefined) return [];
  if (sorted.length <= MOST_VALUES) {
    return sorted.map(([value, n]) => ({ from: value, to: value, n, share: n / total }));
  }
  const width = roundWidth((most - least) / 10);
  const first = Math.floor(least / width);
  const bins = Array.from({ length: Math.floor(most / width) - first + 1 }, (_, index) => ({
    from: (first + index) * width,
    to: (first + index + 1) * width,
    n: 0,
    share: 0,
  }));
  for (const [value, n] of sorted) bins[Math.floor(value / width) - first]!.n += n;
  return bins.map((bin) => ({ ...bin, share: bin.n / total }));
}

function roundWidth(width: number): number {
  const power = 10 ** Math.floor(Math.log10(width));
  const step = [1, 2, 5, 10].find((candidate) => candidate * power >= width) ?? 10;
  return step * power;
}
