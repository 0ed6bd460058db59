import { ordinalSummary } from './ordinal.ts';
import type { OrdinalCategory, OrdinalSummary } from './ordinal.ts';
import type { RankingFindings } from './ranking-statements.ts';
import type { TrainingNecessary } from './training-verdict.ts';

/** Counted answers to an ordered question. */
export interface OrdinalAnswers {
  categories: readonly OrdinalCategory[];
  counts: Readonly<Record<string, number>>;
}

/** Answers about mixing one thing (cultures, schools, domains), by how far they go. */
export interface MixingAnswers {
  row: string;
  agree: number;
  neutral: number;
  disagree: number;
}

/** A question's answers with the id it is stored under; `null` where nothing may be shown. */
export interface Asked<T> {
  question: string;
  answers: T | null;
}

/** What the five interactive questions are answered from. */
export interface DecisionInput {
  /** The filter that all of it comes from; empty = everyone. */
  filter: Readonly<Record<string, string>>;
  necessary: Asked<TrainingNecessary>;
  targets: Asked<RankingFindings>;
  challenges: Asked<RankingFindings>;
  /** Values in hours. */
  duration: Asked<OrdinalAnswers>;
  /** Hours by target group, where they may be shown. */
  durationByGroup?: Readonly<Record<string, OrdinalAnswers>>;
  /** Values in weeks. */
  spread: Asked<OrdinalAnswers>;
  /** Values 1 (face to face) to 5 (fully online). */
  acceptance: Asked<OrdinalAnswers>;
  /** Values in percent. */
  onlineShare: Asked<OrdinalAnswers>;
  mixing: Asked<readonly MixingAnswers[]>;
  /** Least share of hands-on hours by the rules for formats. */
  handsOnShare: number;
}

/**
 * The summary of answers that may be shown; without them that of nobody.
 *
 * @example
 * summaryOf(null).n // => 0
 */
export function summaryOf(answers: OrdinalAnswers | null): OrdinalSummary {
  return answers ? ordinalSummary(answers.categories, answers.counts) : ordinalSummary([], {});
}
