import type { PlanRules } from './plan-input.ts';
import { tidyHours } from './tidy-hours.ts';

/** Hours said both ways, because 100 hours of teaching and 100 hours of work differ a lot. */
export interface Workload {
  contactHours: number;
  totalHours: number;
  /** ECTS credits of the total workload, rounded down to halves. */
  credits: number;
  hoursPerCredit: number;
}

/**
 * Contact and total hours and ECTS credits of an amount of hours counted as the rules say. One
 * credit is 25 to 30 hours of total workload (ECTS Users' Guide 2015).
 *
 * @example
 * workloadOf(75, { ...defaultPlanRules, hours: 75 })
 * // => { contactHours: 30, totalHours: 75, credits: 3, hoursPerCredit: 25 }
 */
export function workloadOf(
  hours: number,
  rules: Pick<PlanRules, 'hoursAre' | 'contactShare' | 'hoursPerCredit'>,
): Workload {
  const { hoursAre, contactShare, hoursPerCredit } = rules;
  const totalHours = hoursAre === 'total' ? hours : tidyHours(hours / contactShare);
  const contactHours = hoursAre === 'contact' ? hours : tidyHours(hours * contactShare);
  const credits = Math.floor((2 * totalHours) / hoursPerCredit + 1e-9) / 2;
  return { contactHours, totalHours, credits, hoursPerCredit };
}
