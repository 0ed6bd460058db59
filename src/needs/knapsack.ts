/** Something that can be packed once. `needs` are positions of items that must be packed too. */
export interface Parcel {
  /** A whole number above 0. */
  size: number;
  /** 0 or more. */
  value: number;
  mustHave: boolean;
  needs: readonly number[];
}

/** The best selection. */
export interface Packing {
  chosen: boolean[];
  size: number;
  value: number;
  /** No other selection has this value and this size. */
  unique: boolean;
}

/** Values closer than this are equal. */
const tolerance = 1e-9;

interface Best {
  value: number;
  size: number;
  take: boolean;
  unique: boolean;
}

/**
 * The most valuable selection of parcels within a capacity, exactly: a dynamic programme over what
 * is left and over which prerequisites are packed. Of selections with equal value the smaller one
 * is taken, of equally small ones the one with the earlier parcels. Parcels must be listed after
 * those that they need. `null` when must-haves and what they need don't fit. The work grows with
 * parcels x capacity, and with 2^k for k prerequisites open at a time.
 * Source: Martello & Toth 1990, Knapsack Problems, chapter 2, extended by the precedence states.
 *
 * @example
 * knapsack([{ size: 3, value: 4, mustHave: false, needs: [] }, { size: 2, value: 3, mustHave: false, needs: [] }], 4)?.chosen
 * // => [true, false]
 */
export function knapsack(parcels: readonly Parcel[], capacity: number): Packing | null {
  const lastAsked = parcels.map((_, i) => parcels.findLastIndex(({ needs }) => needs.includes(i)));
  const known = new Map<string, Best | null>();

  const solve = (i: number, left: number, packed: readonly number[]): Best | null => {
    if (i === parcels.length) return { value: 0, size: 0, take: false, unique: true };
    const open = packed.filter((j) => lastAsked[j]! >= i);
    const key = `${i} ${left} ${open.join()}`;
    const seen = known.get(key);
    if (seen !== undefined) return seen;
    const { size, value, needs, mustHave } = parcels[i]!;
    const allowed = size <= left && needs.every((j) => open.includes(j));
    const rest = allowed ? solve(i + 1, left - size, [...open, i]) : null;
    const taken = rest && {
      value: rest.value + value,
      size: rest.size + size,
      take: true,
      unique: rest.unique,
    };
    const best = better(taken, mustHave ? null : solve(i + 1, left, open));
    known.set(key, best);
    return best;
  };

  const best = solve(0, capacity, []);
  if (best === null) return null;
  const chosen: boolean[] = [];
  const packed: number[] = [];
  let left = capacity;
  for (const [i, { size }] of parcels.entries()) {
    const take = solve(i, left, packed)!.take;
    chosen.push(take);
    if (!take) continue;
    left -= size;
    packed.push(i);
  }
  return { chosen, size: best.size, value: best.value, unique: best.unique };
}

function better(taken: Best | null, skipped: Best | null): Best | null {
  if (taken === null || skipped === null) {
    return taken ?? (skipped && { ...skipped, take: false });
  }
  const same = Math.abs(taken.value - skipped.value) <= tolerance;
  if (same && taken.size === skipped.size) return { ...taken, unique: false };
  const skip = same ? skipped.size < taken.size : skipped.value > taken.value;
  return skip ? { ...skipped, take: false } : taken;
}
