import type { Ballots } from './ballots.ts';
import { fitWorths, worthGroups } from './choice-model.ts';
import type { Choices, Worths } from './choice-model.ts';
import type { UnrankedMode } from './ranking.ts';

/** Pseudo-wins and losses against a hypothetical item that keep the usual fit finite. */
export const plackettLucePseudo = 0.5;

/**
 * The choices that strict ballots make: the first item out of all, the second out of the rest, and
 * so on. With `bottom` the unranked items are in every set, with `ignore` in none. Null when a
 * ballot ties items, where the model is not defined.
 *
 * @example
 * rankingChoices(3, [{ count: 2, ranking: [[1]] }], 'bottom')?.sets // => [{ items: [0, 1, 2], count: 2 }]
 */
export function rankingChoices(m: number, ballots: Ballots, mode: UnrankedMode): Choices | null {
  const wins = new Float64Array(m);
  const over = new Uint8Array(m * m);
  const sets = new Map<string, { items: number[]; count: number }>();
  const present = new Uint16Array(Math.ceil(m / 16));
  for (const { count, ranking } of ballots) {
    if (ranking.some((group) => group.length > 1)) return null;
    const order = ranking.map((group) => group[0]!);
    const left = new Set(mode === 'ignore' ? order : Array.from({ length: m }, (_, i) => i));
    present.fill(0);
    for (const item of left) present[item >> 4]! |= 1 << (item & 15);
    for (const chosen of order) {
      if (left.size < 2) break;
      const key = String.fromCharCode(...present);
      const known = sets.get(key);
      if (known) known.count += count;
      else sets.set(key, { items: [...left].sort((a, b) => a - b), count });
      wins[chosen]! += count;
      left.delete(chosen);
      present[chosen >> 4]! ^= 1 << (chosen & 15);
      for (const other of left) over[chosen * m + other] = 1;
    }
  }
  return { m, sets: [...sets.values()], wins, over };
}

/**
 * The Plackett-Luce model of strict ballots: worths such that a new respondent would name item i
 * first with probability exp(logWorth_i) / (sum of all). Regularised, so it always exists. Null
 * when a ballot ties items, without ballots, or with fewer than two items.
 *
 * @example
 * plackettLuce(2, [{ count: 3, ranking: [[0], [1]] }], 'bottom')?.logWorth // => [0.97, -0.97]
 */
export function plackettLuce(m: number, ballots: Ballots, mode: UnrankedMode): Worths | null {
  if (ballots.length === 0) return null;
  const choices = rankingChoices(m, ballots, mode);
  return choices && fitWorths(choices, plackettLucePseudo);
}

/**
 * The plain maximum likelihood fit, and the groups of items that keep it from existing.
 *
 * @example
 * plainPlackettLuce(2, [{ count: 3, ranking: [[0], [1]] }], 'bottom')
 * // => { worths: null, groups: [[0], [1]] }
 */
export function plainPlackettLuce(
  m: number,
  ballots: Ballots,
  mode: UnrankedMode,
): { worths: Worths | null; groups: number[][] } | null {
  const choices = ballots.length === 0 ? null : rankingChoices(m, ballots, mode);
  return choices && { worths: fitWorths(choices, 0), groups: worthGroups(choices) };
}
