import type { Definition } from '../definition.ts';
import type { DividingLine } from '../divides.ts';
import type { NeedsDocument } from '../needs/needs-document.ts';
import type { PlanDocument } from '../needs/plan-document.ts';
import type { ResultsDocument } from '../results-document.ts';
import type { TableText } from '../room/table-text.ts';

/** What is known of the events at which answers were given, as far as results name them. */
export interface StrategyEvents {
  names: string[];
  /** Rounds in which people answered. */
  rounds: number;
}

/**
 * All that a strategy is made of: published figures only, never a single answer, so that what the
 * results hold back stays held back.
 */
export interface StrategyInput {
  study: { id: string; synthetic: boolean; status: 'draft' | 'open' | 'closed' };
  definition: Definition;
  /** As in the results' address: `where`, `event`, `round`; empty = everyone. */
  filter: Readonly<Record<string, string>>;
  basis: string;
  /** ISO 8601. */
  madeAt: string;
  /** By question, of individuals; the personal ones have none. */
  results: Readonly<Record<string, ResultsDocument>>;
  /** The same by tables. */
  tableResults: Readonly<Record<string, ResultsDocument>>;
  /** The first ranking, by every round and by event, where there are several. */
  byRound: ResultsDocument | null;
  byEvent: ResultsDocument | null;
  needs: NeedsDocument;
  plan: PlanDocument | null;
  /**
   * What divides people, certain differences first; null where that is not looked for, as under
   * every filter but that of one round of a closed study.
   */
  divides: readonly DividingLine[] | null;
  events: StrategyEvents;
  /** What tables wrote on their cards, of all events. */
  tableTexts: readonly TableText[];
  /** Responses that several signs speak against; only `quality=clean` leaves them out. */
  flagged: number | null;
}
