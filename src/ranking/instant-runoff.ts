import type { Ballots } from './ballots.ts';

/** First choices in one round of an instant run-off, by item; null for items already out. */
export type RunoffRound = { counts: (number | null)[]; exhausted: number; eliminated: number[] };

/** The result of an instant run-off; `tieMet` when several items had to leave or win together. */
export type InstantRunoff = { winners: number[]; rounds: RunoffRound[]; tieMet: boolean };

/**
 * Instant run-off over `m` items: drop the items with the fewest first choices until one has more
 * than half of the ballots that still name somebody. All items at the lowest count leave together;
 * when that would leave nobody, all of them win. Null when a ballot ties items, where a first
 * choice is not defined.
 *
 * @example
 * instantRunoff(3, [{ count: 3, ranking: [[0]] }, { count: 2, ranking: [[1], [0]] }])?.winners // => [0]
 */
export function instantRunoff(m: number, ballots: Ballots): InstantRunoff | null {
  if (ballots.some(({ ranking }) => ranking.some((group) => group.length > 1))) return null;
  let standing = Array.from({ length: m }, (_, item) => item);
  const rounds: RunoffRound[] = [];
  let tieMet = false;
  for (;;) {
    const round = firstChoices(m, ballots, standing);
    rounds.push(round);
    const counts = standing.map((item) => round.counts[item]!);
    const active = counts.reduce((sum, count) => sum + count, 0);
    const best = Math.max(...counts);
    if (standing.length === 1 || best * 2 > active) {
      return { winners: standing.filter((_, k) => counts[k] === best), rounds, tieMet };
    }
    const least = Math.min(...counts);
    const lowest = standing.filter((_, k) => counts[k] === least);
    if (lowest.length > 1) tieMet = true;
    if (lowest.length === standing.length) return { winners: standing, rounds, tieMet };
    round.eliminated = lowest;
    standing = standing.filter((item) => !lowest.includes(item));
  }
}

function firstChoices(m: number, ballots: Ballots, standing: readonly number[]): RunoffRound {
  const counts: (number | null)[] = Array.from({ length: m }, () => null);
  for (const item of standing) counts[item] = 0;
  let exhausted = 0;
  for (const { count, ranking } of ballots) {
    const choice = ranking.find((group) => counts[group[0]!] !== null);
    if (choice) counts[choice[0]!]! += count;
    else exhausted += count;
  }
  return { counts, exhausted, eliminated: [] };
}
