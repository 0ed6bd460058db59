import { fitWorths } from '../ranking/choice-model.ts';
import { plackettLucePseudo } from '../ranking/plackett-luce.ts';
import type { Ranking, UnrankedMode } from '../ranking/ranking.ts';
import { iterateWorths } from './worth-iteration.ts';
import type { ChoiceSets } from './worth-iteration.ts';

/**
 * A figure of any sample of the respondents: `drawn[r]` says how often respondent r is in it. One
 * number an item, `null` where the sample says nothing.
 */
export type Sampler<T> = (drawn: ArrayLike<number>) => T[] | null;

/**
 * Worths of the items in samples of the respondents, as shares that sum to 1: the regularised
 * Plackett–Luce chance of being named first, or, as soon as one ranking ties items, shares of the
 * Borda points with mid-ranks (`basis` says which). What can be prepared is prepared once, so that
 * hundreds of samples of thousands of rankings take seconds. `rankings` holds `null` for a
 * respondent who gave none.
 *
 * @example
 * const { sample } = worthSampler(3, rankings, 'bottom');
 * sample(rankings.map(() => 1)) // worths of everyone
 */
export function worthSampler(
  m: number,
  rankings: readonly (Ranking | null)[],
  mode: UnrankedMode,
): { basis: 'plackett-luce' | 'borda'; sample: Sampler<number> } {
  const ties = rankings.some((ranking) => ranking?.some((group) => group.length > 1));
  return ties || m < 2
    ? { basis: 'borda', sample: bordaSampler(m, rankings) }
    : { basis: 'plackett-luce', sample: plackettLuceSampler(m, rankings, mode) };
}

/** Every respondent's choices as numbers of choice sets, so that a sample only has to count them. */
function plackettLuceSampler(
  m: number,
  rankings: readonly (Ranking | null)[],
  mode: UnrankedMode,
): Sampler<number> {
  const everything = Array.from({ length: m }, (_, item) => item);
  const sets: number[][] = [];
  const numbers = new Map<string, number>();
  const choices = rankings.map((ranking) => {
    if (ranking === null) return [];
    const order = ranking.map(([item]) => item!);
    let left = mode === 'ignore' ? order.toSorted((a, b) => a - b) : everything;
    return order.flatMap((item) => {
      if (left.length < 2) return [];
      const key = left.join();
      const set = numbers.get(key) ?? sets.length;
      if (set === sets.length) {
        numbers.set(key, set);
        sets.push(left);
      }
      left = left.filter((other) => other !== item);
      return [{ item, set }];
    });
  });
  const flat = flatten(sets);
  const steps = choices.map((own) => ({
    items: Uint16Array.from(own, ({ item }) => item),
    sets: Int32Array.from(own, ({ set }) => set),
  }));
  const countChoices = (drawn: ArrayLike<number>) => {
    const counts = new Float64Array(sets.length);
    const wins = new Float64Array(m);
    steps.forEach((own, respondent) => {
      const times = drawn[respondent]!;
      if (times === 0) return;
      for (let k = 0; k < own.items.length; k++) {
        counts[own.sets[k]!]! += times;
        wins[own.items[k]!]! += times;
      }
    });
    return { counts, wins };
  };
  const all = countChoices(new Uint8Array(rankings.length).fill(1));
  const start = newtonWorths(sets, all.counts, all.wins);
  return (drawn) => {
    const { counts, wins } = countChoices(drawn);
    if (start === null || counts.every((count) => count === 0)) return null;
    const worths = iterateWorths(flat, counts, wins, start, plackettLucePseudo);
    return worths ?? newtonWorths(sets, counts, wins);
  };
}

function newtonWorths(
  sets: readonly number[][],
  counts: Float64Array,
  wins: Float64Array,
): number[] | null {
  const used = sets.flatMap((items, set) =>
    counts[set]! > 0 ? [{ items, count: counts[set]! }] : [],
  );
  if (used.length === 0) return null;
  const choices = { m: wins.length, sets: used, wins, over: new Uint8Array(0) };
  const fit = fitWorths(choices, plackettLucePseudo);
  return fit && toShares(fit.logWorth.map(Math.exp));
}

function flatten(sets: readonly number[][]): ChoiceSets {
  const starts = new Int32Array(sets.length + 1);
  sets.forEach((items, set) => (starts[set + 1] = starts[set]! + items.length));
  return { starts, items: Int32Array.from(sets.flat()) };
}

function bordaSampler(m: number, rankings: readonly (Ranking | null)[]): Sampler<number> {
  const points = rankings.map((ranking) => ranking && bordaOf(m, ranking));
  return (drawn) => {
    const sum = Array.from({ length: m }, () => 0);
    points.forEach((own, respondent) => {
      const times = drawn[respondent]!;
      if (own && times > 0) for (let item = 0; item < m; item++) sum[item]! += times * own[item]!;
    });
    return toShares(sum);
  };
}

/** m - mid-rank for every item, those left out tied at the bottom. */
function bordaOf(m: number, ranking: Ranking): Float64Array {
  const points = new Float64Array(m);
  let above = 0;
  for (const group of ranking) {
    for (const item of group) points[item] = m - above - (group.length + 1) / 2;
    above += group.length;
  }
  const ranked = new Set(ranking.flat());
  const left = m - above;
  for (let item = 0; item < m; item++) if (!ranked.has(item)) points[item] = (left - 1) / 2;
  return points;
}

function toShares(values: readonly number[]): number[] | null {
  const total = values.reduce((sum, value) => sum + value, 0);
  return total > 0 ? values.map((value) => value / total) : null;
}
