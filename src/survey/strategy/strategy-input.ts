import type { Definition } from '../definition.ts';
import type { DividingLine } from '../divides.ts';
import type { NeedsDocument } from '../needs/needs-document.ts';
import type { ResultsDocument } from '../results-document.ts';

/** What is known of the events at which answers were given. */
export interface StrategyEvents {
  names: string[];
  /** Tables whose answers count, and rounds in which people answered. */
  rounds: number;
}

/** An answer that may be quoted: no name, no table, and only of questions that enough answered. */
export interface Quote {
  text: string;
  question: string;
}

/**
 * All that a strategy is made of: published figures only, never a single answer, so that what the
 * results hold back stays held back.
 */
export interface StrategyInput {
  study: { id: string; synthetic: boolean; status: 'draft' | 'open' | 'closed' };
  definition: Definition;
  /** As in the results' address: `where`, `event`, `round`, `quality`; empty = everyone. */
  filter: Readonly<Record<string, string>>;
  basis: string;
  /** ISO 8601. */
  madeAt: string;
  /** By question, of individuals; questions whose answers are texts have none. */
  results: Readonly<Record<string, ResultsDocument>>;
  /** The same by tables. */
  tableResults: Readonly<Record<string, ResultsDocument>>;
  needs: NeedsDocument | null;
  /** What divides people, certain differences first. */
  divides: readonly DividingLine[];
  events: StrategyEvents;
  /** Responses that several signs speak against; they are counted all the same. */
  flagged: number | null;
  quotes: readonly Quote[];
}
