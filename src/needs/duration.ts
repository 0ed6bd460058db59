import type { OrdinalSummary } from './ordinal.ts';

/** Which of two categories counts when a median lies between them. */
export type BetweenRule = 'lower' | 'upper' | 'middle';

/** Hours of the short, standard and long variant of a programme. */
export interface DurationVariants {
  short: number;
  standard: number;
  long: number;
}

/**
 * The hours to plan with: the median duration. Where it lies between two categories the lower one
 * is taken, because at least half of the respondents want that long or longer and at least half no
 * more than the next; `middle` takes the middle of the two hours. `null` without answers.
 *
 * @example
 * durationLimit(summary) // => 75
 */
export function durationLimit(summary: OrdinalSummary, rule: BetweenRule = 'lower'): number | null {
  return summary.median && pick(summary.median.values, rule);
}

/**
 * Hours for three variants: the quartiles of the answers around their median. Two of them can be
 * equal when the answers agree. `null` without answers.
 *
 * @example
 * durationVariants(summary) // => { short: 40, standard: 75, long: 150 }
 */
export function durationVariants(
  { lowerQuartile, median, upperQuartile }: OrdinalSummary,
  rule: BetweenRule = 'lower',
): DurationVariants | null {
  if (!lowerQuartile || !median || !upperQuartile) return null;
  return {
    short: pick(lowerQuartile.values, rule),
    standard: pick(median.values, rule),
    long: pick(upperQuartile.values, rule),
  };
}

function pick([lower, upper]: readonly [number, number], rule: BetweenRule): number {
  if (rule === 'middle') return (lower + upper) / 2;
  return rule === 'lower' ? lower : upper;
}

/** Hours a week that a programme asks for. */
export interface WeeklyLoad {
  hoursPerWeek: number;
  /** Whether that fits under the limit. */
  feasible: boolean;
  /** The fewest whole weeks that would fit. */
  weeksNeeded: number;
}

/**
 * Whether hours fit a calendar spread, at most `hoursPerWeekLimit` a week (a full working week
 * unless told). `null` for no weeks or a limit of 0.
 *
 * @example
 * weeklyLoad(75, 4, 15) // => { hoursPerWeek: 18.75, feasible: false, weeksNeeded: 5 }
 */
export function weeklyLoad(
  hours: number,
  weeks: number,
  hoursPerWeekLimit = 40,
): WeeklyLoad | null {
  if (!(weeks > 0) || !(hoursPerWeekLimit > 0)) return null;
  const hoursPerWeek = hours / weeks;
  return {
    hoursPerWeek,
    feasible: hoursPerWeek <= hoursPerWeekLimit,
    weeksNeeded: Math.ceil(hours / hoursPerWeekLimit - 1e-9),
  };
}
