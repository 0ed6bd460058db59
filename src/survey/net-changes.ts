/** How often each thing was put in, less how often it was taken out; never 0. */
export type NetChanges = Map<string, number>;

/** Puts something in (`by` 1) or takes it out (-1); both leave nothing. */
export function change(net: NetChanges, thing: string, by: number): void {
  const sum = (net.get(thing) ?? 0) + by;
  if (sum === 0) net.delete(thing);
  else net.set(thing, sum);
}

/**
 * How many respondents changes concern at least: an edit takes one answer out and puts one in, and
 * counts once; somebody who edits again and again still counts once.
 *
 * @example
 * respondentsIn(new Map([['a', -1], ['b', 1]])) // 1
 */
export function respondentsIn(net: NetChanges): number {
  let [added, taken] = [0, 0];
  for (const count of net.values()) {
    if (count > 0) added += count;
    else taken -= count;
  }
  return Math.max(added, taken);
}
