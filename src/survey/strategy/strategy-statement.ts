import type { StatementKind } from '../../needs/statement.ts';

/** Kinds of sentences that a strategy adds to the statements about needs and plan. */
export const OWN_KINDS = [
  'summary-short',
  'synthetic',
  'purpose',
  'asked',
  'state',
  'filtered',
  'participants',
  'tables',
  'profile',
  'groups-held',
  'completion',
  'sample-limits',
  'template-version',
  'events',
  'rounds',
  'aggregation',
  'unranked',
  'tables-apart',
  'exclusions',
  'flagged',
  'suppression',
  'not-asked',
  'agreement',
  'quadrant',
] as const;

/** A kind of sentence in a strategy. */
export type StrategyStatementKind = StatementKind | (typeof OWN_KINDS)[number];
