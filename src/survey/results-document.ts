import type { UnrankedMode } from '../ranking/ranking.ts';
import type { ChoiceFigures } from './choice-results.ts';
import type { NumberFigures } from './number-results.ts';
import type { Question } from './question.ts';
import type { RankingFigures } from './ranking-results.ts';
import type { RatingFigures } from './rating-results.ts';
import type { Suppression } from './small-cells.ts';
import type { TextFigures } from './text-results.ts';

/** Why the figures leave a respondent out. */
export type LeftOutReason = 'noAnswer' | 'noOpinion' | 'dontKnow' | 'excluded' | 'writeInsOnly';

/** Respondents of a slice that its figures leave out; only reasons that occur. */
export type LeftOut = Partial<Record<LeftOutReason, number>>;

export type Figures = RankingFigures | ChoiceFigures | NumberFigures | RatingFigures | TextFigures;

/** The answers of some respondents to one question, gathered one by one. */
export interface Gathering {
  /** Why an answer does not count; `null` when it does. */
  whyLeftOut: (answer: unknown) => LeftOutReason | null;
  /** Takes an answer that counts. */
  add: (answer: unknown) => void;
  figures: () => Figures;
}

interface SliceHead {
  /** `all`, or the segment and one of its values: `role:student`. */
  key: string;
  label: string;
}

/** A group of respondents whose figures are held back, and why. */
export interface HeldSlice extends SliceHead {
  suppressed: Suppression;
  /** How many answered; `null` where the number itself is held back. */
  n: number | null;
  leftOut: null;
}

/** A group of respondents and its figures; `n` and all of `leftOut` add up to the group. */
export type ShownSlice<F extends Figures = Figures> = SliceHead & {
  suppressed?: never;
  n: number;
  leftOut: LeftOut;
} & F;

export type Slice = HeldSlice | ShownSlice;

/** From which responses those figures come that need every single ballot. */
export interface Sample {
  /** Responses looked at; where there are very many, a random sample of them. */
  responses: number;
  /** Why the worths and the run-off are missing: they took longer than they may. */
  missing?: 'too-slow';
  /** When that was: large studies are gone through now and then, not for each reader. */
  at: string;
}

/** The aggregated answers to one question. `slices[0]` is everyone who matches. */
export interface ResultsDocument {
  /** Changes whenever what is shown does. */
  version: string;
  /**
   * For large studies: where the Plackett–Luce worths, the run-off and what people wrote come
   * from; null until that is worked out. Absent where they come from all that is counted.
   */
  sample?: Sample | null;
  study: string;
  question: { id: string; kind: Question['kind']; unranked?: UnrankedMode };
  slices: [Slice, ...Slice[]];
}
