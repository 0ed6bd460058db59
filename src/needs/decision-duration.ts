import { summaryOf } from './decision-input.ts';
import type { DecisionInput } from './decision-input.ts';
import { weeklyLoad } from './duration.ts';
import type { OrdinalSummary } from './ordinal.ts';
import { certaintyOf, fewestAnswers, unanswered } from './statement.ts';
import type { Evidence, Statement, StatementOf } from './statement.ts';

/**
 * Statements on how long training should take: hours for everyone first, by group, weeks, and
 * whether the hours fit the weeks.
 *
 * @example
 * durationStatements(input).map(({ kind }) => kind) // => ['duration', 'duration', 'weekly-load']
 */
export function durationStatements(
  input: Pick<DecisionInput, 'filter' | 'duration' | 'durationByGroup' | 'spread'>,
): Statement[] {
  const { filter, duration, spread, durationByGroup = {} } = input;
  const ofHours = { questions: [duration.question], filter };
  const ofWeeks = { questions: [spread.question], filter };
  const [hours, weeks] = [summaryOf(duration.answers), summaryOf(spread.answers)];
  return [
    say(hours, 'hours', null, ofHours),
    ...Object.entries(durationByGroup).map(([group, answers]) =>
      say(summaryOf(answers), 'hours', group, ofHours),
    ),
    say(weeks, 'weeks', null, ofWeeks),
    ...loadOf(hours, weeks, { questions: [duration.question, spread.question], filter }),
  ];
}

function say(
  summary: OrdinalSummary,
  unit: 'hours' | 'weeks',
  group: string | null,
  evidence: Evidence,
): Statement {
  const { n } = summary;
  if (n < fewestAnswers) return unanswered(evidence, 8, n);
  const certainty = certaintyOf(n, isSharp(summary));
  return {
    kind: 'duration',
    section: 8,
    n,
    certainty,
    figures: { unit, group, summary },
    evidence,
  };
}

/** The lower median of the hours over the lower median of the weeks. */
function loadOf(
  hours: OrdinalSummary,
  weeks: OrdinalSummary,
  evidence: Evidence,
): StatementOf<'weekly-load'>[] {
  const n = Math.min(hours.n, weeks.n);
  if (n < fewestAnswers) return [];
  const [planned, within] = [hours.median!.values[0], weeks.median!.values[0]];
  const load = weeklyLoad(planned, within);
  if (load === null) return [];
  const figures = { ...load, hours: planned, weeks: within };
  return [{ kind: 'weekly-load', section: 8, n, certainty: 'computed', figures, evidence }];
}

/**
 * Whether the median is one category and its whole 95 % interval is that one.
 *
 * @example
 * isSharp(summary) // => true
 */
export function isSharp({ median, medianInterval }: OrdinalSummary): boolean {
  if (!median || !medianInterval) return false;
  return new Set([...median.values, ...medianInterval.values]).size === 1;
}
