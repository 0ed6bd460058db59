/** Coded answers that are counted but not shown yet, and how often each: -1 is one taken out. */
export type HeldCodes = Map<string, number>;

/** Groups that divide the same respondents, by value; each with what it holds and has shown. */
export interface HeldGroup {
  held: HeldCodes;
}

/**
 * How many respondents a change concerns: an edit takes one answer out and puts one in, and
 * counts once.
 *
 * @example
 * changesIn(new Map([['a', -1], ['b', 1]])) // 1
 */
export function changesIn(held: HeldCodes): number {
  let [added, taken] = [0, 0];
  for (const net of held.values()) {
    if (net > 0) added += net;
    else taken -= net;
  }
  return Math.max(added, taken);
}

/** Holds one more answer; the same answer put in and taken out leaves nothing. */
export function hold(held: HeldCodes, code: string, by: number): void {
  const net = (held.get(code) ?? 0) + by;
  if (net === 0) held.delete(code);
  else held.set(code, net);
}

/**
 * What each of several groups can show of what it holds, so that
 * - no group moves by fewer than `minCell` respondents at a time, and
 * - what the groups together keep back is nobody, or at least `minCell` respondents: else a total
 *   without the groups would say what the few answered.
 * A group that could move keeps a few changes back where others hold too few.
 *
 * @returns by group, the codes to show; what is shown is held no longer
 * @example
 * release(new Map([['a', new Map([['x', 5]])], ['b', new Map([['y', 1]])]]), 5)
 * // nothing: "a" may not move, because its total without the groups would be the one of "b"
 */
export function release(
  groups: ReadonlyMap<string, HeldCodes>,
  minCell: number,
): Map<string, HeldCodes> {
  const sizes = [...groups].map(([value, held]) => ({ value, changes: changesIn(held) }));
  const ready = sizes.filter(({ changes }) => changes >= minCell);
  ready.sort((a, b) => b.changes - a.changes || (a.value < b.value ? -1 : 1));
  const kept = sizes.reduce((sum, { changes }) => sum + (changes < minCell ? changes : 0), 0);
  const missing = kept === 0 || groups.size < 2 ? 0 : Math.max(0, minCell - kept);
  const shown = new Map<string, HeldCodes>();
  for (const [index, { value, changes }] of ready.entries()) {
    const held = groups.get(value)!;
    const back = index === 0 ? missing : 0;
    if (changes - back < minCell) continue;
    shown.set(value, takeAllBut(held, back));
  }
  return shown;
}

/** Empties `held` but for so many changes. */
function takeAllBut(held: HeldCodes, back: number): HeldCodes {
  const taken = new Map(held);
  held.clear();
  let left = back;
  const sign = [...taken.values()].reduce((sum, net) => sum + net, 0) < 0 ? -1 : 1;
  for (const [code, net] of taken) {
    if (left === 0) break;
    if (net * sign <= 0) continue;
    const some = Math.min(left, net * sign);
    hold(held, code, sign * some);
    hold(taken, code, -sign * some);
    left -= some;
  }
  return taken;
}
