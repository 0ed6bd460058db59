import type { TeachingFormat } from './format-answer.ts';
import type { Gap } from './gaps.ts';
import type { ModuleMatch } from './module-match.ts';
import type { OrdinalSummary } from './ordinal.ts';
import type { WeeklyLoad } from './duration.ts';
import type { PlanReason } from './plan-reason.ts';
import type { QuadrantPoint } from './quadrant.ts';
import type { Share } from './share-interval.ts';
import type { ModuleStability } from './stability.ts';
import type { Verdict } from './training-verdict.ts';
import type { Workload } from './workload.ts';

/**
 * How far a statement can be relied on. `firm`: its 95 % interval or corrected test bears it;
 * `tentative`: so it does, but fewer than 15 people answered; `open`: the answers point there
 * without deciding it; `too-few`: fewer than 5 answers, nothing is claimed; `computed`: follows
 * from the plan's rules and not from a sample.
 */
export type Certainty = 'firm' | 'tentative' | 'open' | 'too-few' | 'computed';

/** Rankings that a strategy speaks of. */
export type RankedList =
  | 'contents'
  | 'targets'
  | 'methods'
  | 'frameworks'
  | 'challenges'
  | 'disciplines';

/** The figures of every kind of statement: all that a sentence in any language needs. */
export interface StatementFigures {
  /** Fewer than `fewestAnswers` answers, `n` of them: nothing can be said. */
  unanswered: { question: string };
  /** Is training necessary? */
  'training-verdict': {
    verdict: Verdict;
    necessary: Share;
    existingEnough: Share;
    otherCause: Share;
    dontKnow: number;
  };
  /** A notable minority says that training is not the answer. */
  'other-causes': { otherCause: Share };
  /** The first group of a ranking, whose items the data can't tell apart. */
  leaders: { list: RankedList; items: string[]; behind: string[]; kendallW: number | null };
  /** Many place the item near the top and many near the bottom. */
  divided: { list: RankedList; items: string[] };
  duration: { unit: 'hours' | 'weeks'; group: string | null; summary: OrdinalSummary };
  'weekly-load': WeeklyLoad & { hours: number; weeks: number };
  /** Can it be mainly e-learning with a hands-on session? */
  'teaching-format': {
    format: TeachingFormat;
    acceptance: OrdinalSummary;
    accept: Share;
    handsOnShare: number | null;
  };
  'online-share': { summary: OrdinalSummary };
  /** Does mixing cultures, schools or domains help? */
  'mixing-benefit': { row: string; agree: Share; disagree: Share; benefit: 'yes' | 'no' };
  gap: {
    item: string;
    gap: Omit<Gap, 'item'>;
    /** Level below importance, not below it, or not shown either way. */
    direction: 'lacking' | 'exceeding' | 'none';
    quadrant: QuadrantPoint['quadrant'];
    borderline: QuadrantPoint['borderline'] | null;
  };
  plan: {
    workload: Workload;
    modules: { id: string; hours: number }[];
    coverage: number;
    unplaced: number;
  };
  /** Why hours are left or no plan is possible; one statement a reason. */
  'plan-reason': { reason: PlanReason; possible: boolean };
  /** Equal modules of which the list's order gave some more. */
  'plan-tie': { modules: string[] };
  'module-stability': { module: ModuleStability; samples: number };
  'one-more-day': {
    dayHours: number;
    addedHours: number;
    addedCredits: number;
    joined: string[];
    gained: { id: string; change: number }[];
  };
  'module-methods': { match: ModuleMatch; handsOnRule: boolean };
}

/** A kind of statement. */
export type StatementKind = keyof StatementFigures;

/** Where a statement's figures come from, so that a reader can compute them again. */
export interface Evidence {
  /** Question ids of the study. */
  questions: string[];
  /** The filter of the results, as in the address of the results document; empty = everyone. */
  filter: Readonly<Record<string, string>>;
}

/** Sections of a training strategy, 1..14, and the annexes. */
export type StrategySection = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 'annex';

/** A statement of one kind. */
export interface StatementOf<K extends StatementKind> {
  kind: K;
  section: StrategySection;
  /** Answers it stands on; 0 for computed ones. */
  n: number;
  certainty: Certainty;
  figures: StatementFigures[K];
  evidence: Evidence;
}

/** A statement of the strategy: what is said, in numbers; a sentence is made of it per language. */
export type Statement = { [K in StatementKind]: StatementOf<K> }[StatementKind];

/** Fewer answers than this support no statement. */
export const fewestAnswers = 5;

/** Fewer answers than this make a statement tentative at best. */
export const firmAnswers = 15;

/**
 * The statement that nothing can be said about a question, because too few answered it.
 *
 * @example
 * unanswered({ questions: ['online-share'], filter: {} }, 10, 3).kind // => 'unanswered'
 */
export function unanswered(
  evidence: Evidence,
  section: StrategySection,
  n: number,
): StatementOf<'unanswered'> {
  const figures = { question: evidence.questions.join() };
  return { kind: 'unanswered', section, n, certainty: 'too-few', figures, evidence };
}

/**
 * The certainty of a statement about a sample of `n`, given whether its interval or test bears it.
 *
 * @example
 * certaintyOf(12, true) // => 'tentative'
 */
export function certaintyOf(n: number, borne: boolean): Certainty {
  if (n < fewestAnswers) return 'too-few';
  if (!borne) return 'open';
  return n < firmAnswers ? 'tentative' : 'firm';
}
