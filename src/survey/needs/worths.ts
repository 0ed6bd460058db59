import type { RankingFigures } from '../ranking-results.ts';
import type { ShownSlice } from '../results-document.ts';
import type { Worths } from './needs-document.ts';

/**
 * Worths of the items as shares that sum to 1: the Plackett–Luce chance of being named first; Borda
 * points where a ballot ties items; the Bradley–Terry model of the pairs where ballots are too many
 * to have been gone through. `null` where nothing tells.
 *
 * @param isWaiting ballots have not been gone through yet
 * @example
 * worthsOf(slice, false)?.shares // => [0.31, 0.22, …]
 */
export function worthsOf(slice: ShownSlice, isWaiting: boolean): Worths | null {
  const { plackettLuce, bradleyTerry, borda } = slice as ShownSlice<RankingFigures>;
  const ofLogs = (logs: readonly number[]) => toShares(logs.map(Math.exp));
  if (plackettLuce) return withShares('plackett-luce', ofLogs(plackettLuce.logWorth));
  if (isWaiting && bradleyTerry) return withShares('bradley-terry', ofLogs(bradleyTerry.logWorth));
  return borda && withShares('borda', toShares(borda));
}

function withShares(basis: Worths['basis'], shares: number[] | null): Worths | null {
  return shares && { basis, shares };
}

function toShares(values: readonly number[]): number[] | null {
  const total = values.reduce((sum, value) => sum + value, 0);
  return total > 0 && Number.isFinite(total) ? values.map((value) => value / total) : null;
}
