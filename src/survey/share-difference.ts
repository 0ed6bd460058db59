import { type Interval, wilsonInterval } from '../ranking/wilson.ts';

/**
 * The 95 % interval of the difference between the shares of two groups of different people, `a`
 * less `b`, from their counts: the hybrid of Wilson's intervals. Null where a group is empty.
 * Source: Newcombe 1998, Statistics in Medicine 17, 873–890, method 10.
 *
 * @example
 * shareDifference([56, 70], [48, 80]) // [0.0524, 0.3339]
 */
export function shareDifference(
  a: readonly [hits: number, n: number],
  b: readonly [hits: number, n: number],
): Interval | null {
  const [ofA, ofB] = [wilsonInterval(...a), wilsonInterval(...b)];
  if (!ofA || !ofB) return null;
  const [shareA, shareB] = [a[0] / a[1], b[0] / b[1]];
  const difference = shareA - shareB;
  return [
    difference - Math.hypot(shareA - ofA[0], ofB[1] - shareB),
    difference + Math.hypot(ofA[1] - shareA, shareB - ofB[0]),
  ];
}
