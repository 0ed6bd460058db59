import type { Decision } from '../../needs/decision.ts';
import type { MixingAnswers } from '../../needs/decision-input.ts';
import type { Gap } from '../../needs/gaps.ts';
import type { NeedScores, OrderChange } from '../../needs/need-score.ts';
import type { OrdinalSummary } from '../../needs/ordinal.ts';
import type { Crosshair, QuadrantPoint } from '../../needs/quadrant.ts';
import type { Certainty, RankedList, Statement } from '../../needs/statement.ts';
import type { TrainingVerdict } from '../../needs/training-verdict.ts';
import type { Language } from '../language.ts';
import type { NeedRole, NeedRoles } from './roles.ts';

/** Why there are no figures. */
export type Missing =
  /** No question of the study plays the part. */
  | 'not-asked'
  | 'no-answers'
  /** Fewer than `minCell`, or than the five that a statement needs. */
  | 'too-few'
  /** Could be used to work out a group that is too small. */
  | 'by-subtraction'
  | 'personal'
  /** Held back while the study is open. */
  | 'until-closed'
  /** The ratings are on different scales, so that no gap can be told. */
  | 'other-scale';

/** A figure with what it stands on. `figures` is `null` exactly where `missing` says why. */
export interface Finding<T> {
  /** Question ids; empty where nothing of the kind is asked. */
  questions: string[];
  /** Answers that it stands on; `null` where even that is held back. */
  n: number | null;
  certainty: Certainty;
  figures: T | null;
  missing: Missing | null;
}

/** A thing that a question ranks, in the reader's language. */
export interface NamedItem {
  id: string;
  name: string;
  short: string;
}

/** A content of the training: an item of the ranking or a row of the ratings. */
export interface ContentItem extends NamedItem {
  ecf: string[];
  digcomp: string[];
  esco: string | null;
  /** The guiding question of the study that it belongs to. */
  guidingQuestion: string | null;
}

/** What a ranking says; `items` in the order of the study. */
export interface RankedFigures {
  /** Tied groups, best first. */
  order: string[][];
  /** Groups that the data can't tell apart, best first. */
  tiers: string[][];
  kendallW: number | null;
  polarised: string[];
  /** How many places `topShare` counts. */
  topCount: number;
  items: {
    id: string;
    meanRank: number | null;
    meanRankInterval: [number, number] | null;
    /** Places possible at 95 %, all items together. */
    range: [number, number] | null;
    firstShare: number | null;
    topShare: number | null;
  }[];
}

/** Worths of the contents as shares that sum to 1, in the order of `items`. */
export interface Worths {
  /**
   * Borda points where a ballot ties items; the Bradley–Terry model of the pairs while the model of
   * whole ballots is being worked out for very many answers.
   */
  basis: 'plackett-luce' | 'borda' | 'bradley-terry';
  shares: number[];
}

/** The gap of one content. */
export interface GapRow {
  id: string;
  gap: Omit<Gap, 'item'>;
  direction: 'lacking' | 'exceeding' | 'none';
  certainty: Certainty;
  quadrant: QuadrantPoint['quadrant'];
  importanceInterval: [number, number] | null;
  levelInterval: [number, number] | null;
  /** The 95 % interval reaches over a line of the quadrant. */
  borderline: QuadrantPoint['borderline'];
  /** Why the figures of the gap are `null`. */
  missing: Missing | null;
}

/** A gap where importance was ranked and not rated: one score from rank and level. */
export interface RankedGapRow {
  id: string;
  meanRank: number | null;
  level: number | null;
  /** 0..1, 1 = first for everyone and not mastered at all. */
  score: number | null;
}

/** Gaps between importance and level, in the order of `items`. */
export type Gaps =
  | {
      kind: 'rated';
      /** Points of the rating scale. */
      points: number[];
      crosshair: Crosshair | null;
      rows: GapRow[];
      /** Tied groups of ids by RDM and by MWDS, greatest need first. */
      byRds: string[][];
      byMwds: string[][];
      /** Responses were drawn at random from more than these. */
      sampleOf: number | null;
    }
  | { kind: 'ranked'; highest: number; lowest: number; rows: RankedGapRow[]; order: string[][] };

/** Weights of the contents from ranking and gaps, in the order of `items`. */
export interface ContentScores {
  scores: NeedScores;
  /** Ids, greatest weight first, equal ones together. */
  order: string[][];
  /** Where on the slider the order of two items turns; indices of `items`. */
  turns: OrderChange[];
}

/** An ordered question with its counted categories. */
export interface OrdinalFigures {
  summary: OrdinalSummary;
  categories: { id: string; value: number; label: string; n: number }[];
}

/** What is left out because signs of quality speak against it, of the study as a whole. */
export interface FlaggedOut {
  /** `null` for 1 to `minCell` - 1. */
  n: number | null;
}

/** Everything that the answers of some respondents say about training needs. */
export interface NeedsDocument {
  schema: 'needs/1';
  /** Changes whenever a figure can. */
  version: string;
  study: { id: string; title: string; synthetic: boolean };
  status: 'draft' | 'open' | 'closed';
  language: Language;
  /** As in the address of the results, without the question; empty = everyone. */
  filter: Record<string, string>;
  /** Flagged answers, with `quality=clean`; `null` where they count like all others. */
  leftOut: FlaggedOut | null;
  minCell: number;
  roles: NeedRoles;
  /** Titles of the questions that play a part. */
  titles: Partial<Record<NeedRole, string>>;
  items: ContentItem[];
  /** What the other rankings rank, and the rows about mixing. */
  names: Record<Exclude<RankedList, 'contents'> | 'mixing', NamedItem[]>;
  decision: Decision;
  /** Everything that can be said, for a strategy: the decision's statements, gaps, all rankings. */
  statements: Statement[];
  necessary: Finding<Omit<TrainingVerdict, 'dontKnow'> & { dontKnow: number }>;
  rankings: Record<RankedList, Finding<RankedFigures>>;
  worths: Finding<Worths>;
  gaps: Finding<Gaps>;
  scores: Finding<ContentScores>;
  duration: Finding<OrdinalFigures>;
  /** Hours by the values of `durationBy`, where they may be shown. */
  durationBy: { segment: string; title: string } | null;
  durationByGroup: { key: string; label: string; finding: Finding<OrdinalFigures> }[];
  spread: Finding<OrdinalFigures>;
  acceptance: Finding<OrdinalFigures>;
  onlineShare: Finding<OrdinalFigures>;
  mixing: Finding<MixingAnswers[]>;
}
