import { certaintyOf, fewestAnswers, unanswered } from './statement.ts';
import type { Evidence, RankedList, Statement, StrategySection } from './statement.ts';

/** What a ranking question says, as its results document has it. */
export interface RankingFindings {
  /** Ballots. */
  n: number;
  /** Groups of item ids that the data can't tell apart, best first. */
  tiers: readonly (readonly string[])[];
  kendallW: number | null;
  /** Items that many place near the top and many near the bottom. */
  polarised: readonly string[];
}

/**
 * Statements about a ranking: its leaders, which are all the items that nothing is significantly
 * above, and the items that divide people. Leaders are borne out when something is significantly
 * behind them; when nothing can be told apart every item is a leader, and the statement is open.
 *
 * @example
 * rankingStatements('targets', findings, 5, evidence)[0].figures.items // => ['programme-managers']
 */
export function rankingStatements(
  list: RankedList,
  { n, tiers, kendallW, polarised }: RankingFindings,
  section: StrategySection,
  evidence: Evidence,
): Statement[] {
  const [first = [], ...others] = tiers;
  const head = { section, n, evidence };
  if (n < fewestAnswers || first.length === 0) return [unanswered(evidence, section, n)];
  const leaders: Statement = {
    ...head,
    kind: 'leaders',
    certainty: certaintyOf(n, others.length > 0),
    figures: { list, items: [...first], behind: [...(others[0] ?? [])], kendallW },
  };
  if (polarised.length === 0) return [leaders];
  const certainty = certaintyOf(n, false);
  return [
    leaders,
    { ...head, kind: 'divided', certainty, figures: { list, items: [...polarised] } },
  ];
}
