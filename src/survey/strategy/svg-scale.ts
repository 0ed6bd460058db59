import type { ChartAxis } from './strategy-document.ts';

/** A value's place on an axis that is drawn from `from` to `to`; outside the axis, its end. */
export type Scale = (value: number) => number;

/**
 * The scale of an axis. `reversed` turns it round; an axis without extent puts everything in its
 * middle.
 *
 * @example
 * scaleOf({ label: 'Place', min: 1, max: 5, reversed: true }, 0, 100)(1) // => 100
 */
export function scaleOf({ min, max, reversed }: ChartAxis, from: number, to: number): Scale {
  const span = max - min;
  return (value) => {
    const share = span > 0 ? Math.min(1, Math.max(0, (value - min) / span)) : 0.5;
    return from + (to - from) * (reversed ? 1 - share : share);
  };
}

/**
 * Round values within an axis: about `most` of them, steps of 1, 2 or 5 times a power of ten. An axis
 * of places begins with the first place: 1, 3, 5 …
 *
 * @example
 * ticksOf({ label: 'Hours', min: 0, max: 40 }, 5) // => [0, 10, 20, 30, 40]
 */
export function ticksOf({ min, max, reversed }: ChartAxis, most: number): number[] {
  const span = max - min;
  if (!(span > 1e-9)) return [min];
  const least = span / most;
  const power = 10 ** Math.floor(Math.log10(least));
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= least * 0.999) ?? 10);
  if (reversed && step >= 1 && Number.isInteger(min)) {
    return Array.from({ length: Math.floor(span / step) + 1 }, (_, k) => min + k * step);
  }
  const first = Math.ceil(min / step - 1e-9);
  const last = Math.floor(max / step + 1e-9);
  const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  return Array.from({ length: last - first + 1 }, (_, k) =>
    Number(((first + k) * step).toFixed(digits)),
  );
}

/**
 * The part of an axis that holds these values, with a margin and round ends, within the axis. Points
 * that lie close together can be told apart; where there are none, the whole axis.
 *
 * @example
 * windowOf({ label: 'Level', min: 1, max: 5 }, [2.4, 2.9]) // => { label: 'Level', min: 2.3, max: 3 }
 */
export function windowOf(axis: ChartAxis, values: readonly number[]): ChartAxis {
  const shown = axis.cut === undefined ? values : [...values, axis.cut];
  if (!values.length) return axis;
  const [low, high] = [Math.min(...shown), Math.max(...shown)];
  const margin = Math.max((high - low) * 0.12, (axis.max - axis.min) / 100);
  const step = ticksOf({ ...axis, min: 0, max: high - low + 2 * margin }, 6)[1] ?? 1;
  const round = (value: number, to: (value: number) => number) =>
    Number((to(value / step) * step).toFixed(6));
  const min = Math.max(axis.min, round(low - margin, Math.floor));
  const max = Math.min(axis.max, round(high + margin, Math.ceil));
  return max > min ? { ...axis, min, max } : axis;
}

/** A number with at most one decimal, for coordinates. */
export function coordinate(value: number): number {
  return Math.round(value * 10) / 10;
}
