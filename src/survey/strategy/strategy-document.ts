import type { Certainty, StrategySection } from '../../needs/statement.ts';
import type { Language } from '../language.ts';
import type { FigureMethod } from './figure-methods.ts';
import type { StrategyStatementKind } from './strategy-statement.ts';

/**
 * A training strategy as it is read: sections of sentences, tables, charts and quotes in one
 * language. Pages, print, DOCX, Markdown and JSON are all made of this.
 */
export interface StrategyDocument {
  schema: 'strategy-document/1';
  study: { id: string; title: string; synthetic: boolean };
  title: string;
  language: Language;
  /** The filter of every figure that has none of its own, as in the results' address; empty = everyone. */
  filter: Readonly<Record<string, string>>;
  /** Whose answers these are, in words; missing for everyone. */
  answersOf?: string;
  /** The version of the results and of the plan that the figures come from; other figures, another basis. */
  basis: string;
  /** ISO 8601. */
  madeAt: string;
  sections: StrategyPart[];
}

/** One of the fourteen sections, or an annex. */
export interface StrategyPart {
  key: StrategySection;
  title: string;
  blocks: StrategyBlock[];
}

/** Something in a section. Its `id` is unique in the document and the same each time it is made. */
export type StrategyBlock = SentenceBlock | TableBlock | ChartBlock | QuoteBlock | FreeBlock;

/** One sentence made from figures by a rule. */
export interface SentenceBlock {
  kind: 'sentence';
  /** The statement's kind and subject: `leaders:contents`. */
  id: string;
  text: string;
  statement: StrategyStatementKind;
  /** Answers it stands on; 0 for what follows from the plan's rules. */
  n: number;
  certainty: Certainty;
  trace: Trace;
  /** Of the figures as the sentence tells them: differs exactly when the sentence would. */
  fingerprint: string;
  /** Set when somebody wrote their own words in its place. */
  edited?: { by: string | null; at: string; original: string };
  /** The figures changed since the words were written. */
  stale?: boolean;
}

/** Where a sentence's numbers come from. */
export interface Trace {
  /** The page that shows them, with its filter: `/studies/…/results?q=…`. */
  page: string;
  /** The same as JSON. */
  api: string;
  /** Each number of the sentence, and how it is computed from the exported answers. */
  figures: TracedFigure[];
}

/** One number of a sentence. */
export interface TracedFigure {
  name: string;
  value: number | string | null;
  /** The statistic's name: `median-low`, `share`, `mean-rank`, `count` … */
  method: FigureMethod;
  question: string | null;
  item?: string;
  filter?: Readonly<Record<string, string>>;
}

/** A table; cells are already written in the document's language. */
export interface TableBlock {
  kind: 'table';
  id: string;
  caption: string;
  columns: { label: string; numeric: boolean }[];
  rows: string[][];
  trace?: Trace;
}

/** A chart. `intervals`: a point with a range a row; `bars`: a length a row; `quadrant`: points on two axes. */
export interface ChartBlock {
  kind: 'chart';
  id: string;
  chart: 'intervals' | 'bars' | 'quadrant';
  caption: string;
  /** What it shows, in a sentence, for those who don't see it. */
  summary: string;
  x: ChartAxis;
  /** Quadrant only. */
  y?: ChartAxis;
  rows: ChartRow[];
  trace?: Trace;
}

export interface ChartAxis {
  label: string;
  min: number;
  max: number;
  /** Smaller is better, as with places: the axis runs from high to low. */
  reversed?: boolean;
  /** Where the quadrant is cut. */
  cut?: number;
}

export interface ChartRow {
  label: string;
  x: number | null;
  low: number | null;
  high: number | null;
  y?: number | null;
  /** The number as written beside the row. */
  text: string;
  /** Rows of the same group can't be told apart. */
  group?: number;
}

/** What somebody wrote, without a name. */
export interface QuoteBlock {
  kind: 'quote';
  id: string;
  text: string;
  /** The question that it answers, or the table that wrote it on its card. */
  about: string;
  trace?: Trace;
}

/** A paragraph that a designer added. */
export interface FreeBlock {
  kind: 'free';
  id: string;
  text: string;
}
