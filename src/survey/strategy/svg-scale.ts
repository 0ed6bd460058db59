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
 * Round values within an axis: about `most` of them, steps of 1, 2 or 5 times a power of ten.
 *
 * @example
 * ticksOf({ label: 'Hours', min: 0, max: 40 }, 5) // => [0, 10, 20, 30, 40]
 */
export function ticksOf({ min, max }: ChartAxis, most: number): number[] {
  const span = max - min;
  if (!(span > 0)) return [min];
  const least = span / most;
  const power = 10 ** Math.floor(Math.log10(least));
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= least * 0.999) ?? 10);
  const first = Math.ceil(min / step - 1e-9);
  const last = Math.floor(max / step + 1e-9);
  const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  return Array.from({ length: last - first + 1 }, (_, k) =>
    Number(((first + k) * step).toFixed(digits)),
  );
}

/** A number with at most one decimal, for coordinates. */
export function coordinate(value: number): number {
  return Math.round(value * 10) / 10;
}
